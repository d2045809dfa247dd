"""What a letter says beside its news: the fields of the mail, the greeting, what its editors chat about."""

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from assistant.segmenting.lines import CONTENT, Line, Look
from assistant.segmenting.menus import as_menu, silence
from assistant.segmenting.part import BOUNDS
from assistant.segmenting.rules import letters, matter, outlets
from assistant.segmenting.source_line import count_wide

LEAST_FIELDS = 2
FRONT_LINES = 30
"""So far from the top a letter greets its reader."""
MOST_GREETING = 3
"""Paragraphs of a greeting; more are a text."""
LEAST_NUMBERED = 3
LEAST_ANNOUNCED = 2
TOLD = frozenset({Look.HEADLINE, Look.BODY})
"""What announced news are made of."""
LEAST_WIDE = 8
LEAST_TEASERS = 2
"""So many ways to whole texts tell that a letter holds teasers."""


def mark_letters(lines: Sequence[Line]) -> list[Line]:
    """Take what a letter says to its reader for none of its news."""
    marked = list(lines)
    filled = [n for n, line in enumerate(lines) if line.look is not Look.BLANK]
    _mark_fields(marked, filled)
    _mark_greeting(marked, filled)
    _mark_ruled(marked, filled)
    _mark_chat(marked, filled)
    _part_announced(marked, filled)
    return _part_numbered(_mark_questions(marked, filled))


def _part_numbered(lines: list[Line]) -> list[Line]:
    """Take each numbered headline of a letter, with a text right below it, for news of its own.

    Above the first of them a greeting stands and no headline: the numbered sections of an article follow its own.
    """
    filled = [n for n, line in enumerate(lines) if line.look is not Look.BLANK]
    numbered = {n: found for n in filled if (found := _read_number(lines[n]))}
    if [int(found["number"]) for found in numbered.values()] != list(range(1, len(numbered) + 1)):
        return lines
    above = [lines[n] for n in filled[: filled.index(next(iter(numbered)))]] if len(numbered) >= LEAST_NUMBERED else []
    long = (line for line in above if line.look is Look.HEADLINE and count_wide(line.text) >= LEAST_WIDE)
    told = any(line.look is Look.BODY and not letters.FORETELLS.fullmatch(line.text) for line in above)
    titled = told or not all(letters.ISSUE.search(line.text) for line in long)
    if titled or not any(map(_greets, above)):
        return lines
    if not all(lines[after].look is Look.BODY for n, after in pairwise([*filled, filled[0]]) if n in numbered):
        return lines
    parted: list[Line] = []
    for n, line in enumerate(lines):
        if n in numbered:
            number, headline = line.split(line.locate(numbered[n], "title").start - line.span.start)
            is_first = numbered[n]["number"] == "1"  # what stands at the head of the letter is of the first
            parted += [number._replace(look=Look.NAVIGATION if is_first else Look.RULE), headline]
            continue
        opens = letters.ISSUE.search(line.text) or letters.FORETELLS.fullmatch(line.text)
        parted.append(as_menu(line) if opens and line in above else line)
    return parted


def _part_announced(lines: list[Line], filled: Sequence[int]) -> None:
    """Take each headline for news of its own where the greeting says that news follow, and each has a text below it.

    An empty line above each tells it from the lines of one text, and its length from the heading of a section.
    """
    place = _find_greeting(lines, filled)
    if place is None:
        return
    below = filled[place:]
    greeting = list(takewhile(lambda n: _greets(lines[n]) or not _is_title(lines[n]), below))
    told = list(takewhile(lambda n: lines[n].look in TOLD, below[len(greeting) :]))
    goodbye = list(takewhile(lambda n: lines[n].look is Look.HEADLINE, reversed(told)))
    told = told[: len(told) - len(goodbye)]
    headed = [n for n in told if lines[n].look is Look.HEADLINE]
    if len(greeting) > MOST_GREETING + 1 or not any(letters.ANNOUNCES.search(lines[n].text) for n in greeting):
        return
    if len(headed) < LEAST_ANNOUNCED or not all(lines[n - 1].look is Look.BLANK for n in headed):
        return
    if any(count_wide(lines[n].text) < LEAST_WIDE for n in headed):
        return
    if any(lines[n].look is lines[after].look is Look.HEADLINE for n, after in pairwise(told)):
        return
    name = (n for n in filled[:place] if letters.ISSUE.search(lines[n].text))
    for number in (*name, *greeting, *(n for n in goodbye if count_wide(lines[n].text) < LEAST_WIDE * 2)):
        lines[number] = as_menu(lines[number])
    for number in headed:
        lines[number - 1] = lines[number - 1]._replace(look=Look.RULE)


def _is_title(line: Line) -> bool:
    """Whether a line is a headline, and not what announces them."""
    return line.look is Look.HEADLINE and not letters.ANNOUNCES.search(line.text)


def _read_number(line: Line) -> re.Match[str] | None:
    """A headline behind its number in a list: 2. ..., (2)..., 2、..."""
    found = letters.NUMBERED.fullmatch(line.text) if line.look is Look.HEADLINE else None
    return found if found and count_wide(found["title"]) >= LEAST_WIDE else None


def _mark_fields(lines: list[Line], filled: Sequence[int]) -> None:
    """Take the fields of a mail at its top for none of its text: from whom it is, when it was sent."""
    fields = list(takewhile(lambda n: letters.FIELD.fullmatch(lines[n].text), filled))
    for number in fields if len(fields) >= LEAST_FIELDS else ():
        lines[number] = silence(lines[number])


def _mark_greeting(lines: list[Line], filled: Sequence[int]) -> None:
    """Take a greeting near the top, and the paragraphs below it up to a rule or a heading, for none of the news."""
    place = _find_greeting(lines, filled)
    if place is None:
        return
    lines[filled[place]] = as_menu(lines[filled[place]])
    below = filled[place + 1 : place + 2 + MOST_GREETING]
    end = next((p for p, n in enumerate(below) if lines[n].look in BOUNDS), None)
    if sum(_closes_teaser(lines[n]) for n in filled) >= LEAST_TEASERS:
        end = end if end is not None and lines[below[0]].look is Look.BODY else 0  # the first teaser follows
    if end is not None and all(lines[n].look is not Look.HEADLINE for n in below[:end]):
        subject = (n for n in filled[:place] if lines[n].look is not Look.SOURCE or lines[n].outlet)  # its day dates it
        for number in (*subject, *below[:end]):
            lines[number] = silence(lines[number])


def _find_greeting(lines: Sequence[Line], filled: Sequence[int]) -> int | None:
    """Which of the filled lines near the top greets the reader, above any paragraph."""
    place = next((p for p, n in enumerate(filled[:FRONT_LINES]) if _greets(lines[n])), None)
    return None if place is None or any(lines[n].look is Look.BODY for n in filled[:place]) else place


def _greets(line: Line) -> bool:
    """Whether a line is a greeting, or a paragraph that begins with one."""
    greets = line.look is Look.BODY and letters.GREETS.match(line.text)
    return bool(greets or letters.GREETING.fullmatch(line.text))


def _closes_teaser(line: Line) -> bool:
    """Whether a line is the way to a whole text, or the outlet of the teaser above it."""
    return bool(matter.READ_MORE.fullmatch(line.text) or outlets.NAMED_BELOW.fullmatch(line.text))


def _mark_ruled(lines: list[Line], filled: Sequence[int]) -> None:
    """Take a line between two rules, above a headline, for a heading."""
    for above, number, below, after in zip(filled, filled[1:], filled[2:], filled[3:], strict=False):
        ruled = lines[above].look is lines[below].look is Look.RULE
        if ruled and lines[number].look is Look.HEADLINE and lines[after].look in (Look.HEADLINE, Look.CAPTION):
            lines[number] = lines[number]._replace(look=Look.RELATED_HEADING)


def _mark_chat(lines: list[Line], filled: Sequence[int]) -> None:
    """Take what stands below the heading of the editors for their chat, up to a rule or another heading."""
    for place, number in enumerate(filled):
        if letters.EDITORS.fullmatch(lines[number].text):
            for other in takewhile(lambda n: lines[n].look in CONTENT, filled[place + 1 :]):
                lines[other] = as_menu(lines[other])
            lines[number] = as_menu(lines[number])


def _mark_questions(lines: list[Line], filled: Sequence[int]) -> list[Line]:
    """Take the question above what can be ticked, or above a field to fill in, for none of the news."""
    for above, number in pairwise(filled):
        asked = matter.CHOICES.fullmatch(lines[number].text) or letters.BOX.fullmatch(lines[number].text)
        if asked and lines[above].look is Look.HEADLINE:
            lines[above] = as_menu(lines[above])
            lines[number] = as_menu(lines[number])
    return lines
