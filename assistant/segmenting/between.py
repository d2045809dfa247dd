"""Parts of lines that no source line claims: articles, menus, advertisements, footers, headlines to click."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from assistant.records import ItemKind
from assistant.segmenting.following import closes_teaser
from assistant.segmenting.lines import CONTENT, MATTER, Line, Look
from assistant.segmenting.listing import opens_ranked
from assistant.segmenting.menus import is_word
from assistant.segmenting.pairing import find_headline, pair_outlets, pair_up
from assistant.segmenting.part import ARTICLE_PARAGRAPHS, BREAKS, KINDS, LEAST_HEADLINE, Part
from assistant.segmenting.rules import matter, outlets, stories
from assistant.segmenting.source_line import count_wide

LEAST_BODIES = 2
LEAST_BETWEEN = 2
"""Below so many lines that are no news, words and a colon begin a headline and no point of the text above."""
FAR_ABOVE = 100
ADVERTISEMENT_LINES = 4
"""An advertisement among the items is no longer."""


def split_between(lines: Sequence[Line], first: int, last: int, *, among_items: bool = False) -> list[Part]:
    """The parts of lines ``[first, last)``, blank lines between them left out.

    Args:
        lines: of the whole dump.
        first: number of the first line.
        last: number of the line behind the last one.
        among_items: items with source lines stand before and behind these lines.
    """
    parts: list[Part] = []
    heading = Look.BLANK
    run: list[int] = []
    for number in range(first, last):
        if lines[number].look in BREAKS:
            parts += _name_run(lines, run, heading, among_items=among_items)
            parts.append(Part(number, number + 1, KINDS[lines[number].look]))
            run = []
            heading = heading if lines[number].look is Look.RULE else lines[number].look
        else:
            run.append(number)
    return parts + _name_run(lines, run, heading, among_items=among_items)


def split_links(lines: Sequence[Line], content: list[int]) -> tuple[list[int], list[int]]:
    """The headlines to click that follow the main text of a page, apart from it."""
    end = max((place for place, n in enumerate(content, start=1) if lines[n].main), default=_end_prose(lines, content))
    if any(lines[n].look is not Look.HEADLINE for n in content[end:]):
        return content, []
    return content[:end], content[end:]


def _end_prose(lines: Sequence[Line], content: list[int]) -> int:
    """Where a text ends below which only headlines stand: two or more, or one behind something that is no news."""
    bodies = [place for place, n in enumerate(content) if lines[n].look is Look.BODY]
    if len(bodies) < LEAST_BODIES:
        return len(content)
    end = bodies[-1] + 1
    below = content[end:]
    between = sum(lines[n].look in MATTER for n in range(content[end - 1], below[0] if below else 0))
    apart = len(below) > 1 or bool(between)
    apart = apart or any(matter.LINKED.fullmatch(lines[n].text) for n in below)
    linked = all(count_wide(lines[n].text) >= LEAST_HEADLINE for n in below)
    linked = linked and (between >= LEAST_BETWEEN or not any(stories.ENTRY.match(lines[n].text) for n in below))
    return end if below and apart and linked else len(content)


def _name_run(lines: Sequence[Line], run: list[int], heading: Look, *, among_items: bool) -> list[Part]:
    """One unbroken run of lines: menus and advertisements at its edges, a text in its middle."""
    content = [n for n in run if lines[n].look in CONTENT]
    around = [n for n in run if lines[n].look in MATTER]
    if len(content) > 1 and _names_site(lines, content[0], content[1]):
        around = sorted((*around, content.pop(0)))
    if not content:
        return [Part(n, n + 1, KINDS.get(lines[n].look, ItemKind.NAVIGATION)) for n in around]
    head = [Part(n, n + 1, KINDS.get(lines[n].look, ItemKind.NAVIGATION)) for n in around if n < content[0]]
    tail = [Part(n, n + 1, KINDS.get(lines[n].look, ItemKind.NAVIGATION)) for n in around if n > content[-1]]
    if among_items and head and head[-1].kind is ItemKind.ADVERTISEMENT and len(content) <= ADVERTISEMENT_LINES:
        unsure = "taken for an advertisement, because it stands below that word"
        middle = [Part(content[0], content[-1] + 1, ItemKind.ADVERTISEMENT, unsure=unsure)]
    elif heading is Look.FOOTER and not any(lines[n].look is Look.BODY for n in content):
        middle = [Part(content[0], content[-1] + 1, ItemKind.FOOTER)]
    elif heading is Look.RELATED_HEADING:
        middle = pair_up(lines, content)
    else:
        middle = _name_texts(lines, content)
    return head + middle + tail


def _names_site(lines: Sequence[Line], first: int, second: int) -> bool:
    """Whether a short line is the name of the site: its menu stands below it."""
    menu = sum(lines[n].look is Look.NAVIGATION for n in range(first + 1, second))
    return bool(menu) and lines[first].look is Look.HEADLINE and len(lines[first].text) <= stories.LABEL_CHARACTERS


def _name_texts(lines: Sequence[Line], content: list[int]) -> list[Part]:
    """The articles of one run."""
    bodies = sum(lines[n].look is Look.BODY for n in content)
    if len(content) == 1 and not bodies and _has_prose(lines, content[0]):
        return [Part(content[0], content[0] + 1, ItemKind.NAVIGATION, unsure="a line by itself, taken for no news")]
    if not bodies and len(lines) > len(content) and all(_is_short(lines[n]) for n in content):
        return [Part(content[0], content[-1] + 1, ItemKind.NAVIGATION, unsure="short lines, taken for a menu")]
    if bodies < ARTICLE_PARAGRAPHS and all(lines[n].main is False for n in content):
        return [_name_aside(lines, n) for n in content]
    ranked = pair_outlets(lines, content)
    if ranked:
        return ranked
    if not bodies and len(content) > 1 and any(_is_long(lines[n]) for n in content):
        return pair_up(lines, content)
    content, words = split_words(lines, content)
    content, links = split_links(lines, content)
    usual = median([b - a for a, b in pairwise(content)] or [1])
    starts = [place for place in range(1, len(content) - 1) if _starts_story(lines, content, place, usual)]
    edges = [0, *starts, len(content)]
    texts = [_make_text(lines, content[a:b], _doubt(lines, content[a:b], bool(starts))) for a, b in pairwise(edges)]
    return texts + [_name_aside(lines, n) for n in links] + [Part(n, n + 1, ItemKind.NAVIGATION) for n in words]


def _has_prose(lines: Sequence[Line], last: int) -> bool:
    """Whether an article stands above, so that a line by itself is hardly one."""
    return sum(line.look is Look.BODY for line in lines[max(0, last - FAR_ABOVE) : last]) >= ARTICLE_PARAGRAPHS


def _is_long(line: Line) -> bool:
    return len(line.text) >= LEAST_HEADLINE


def _is_short(line: Line) -> bool:
    return len(line.text) <= stories.LABEL_CHARACTERS or is_word(line)


def split_words(lines: Sequence[Line], content: list[int]) -> tuple[list[int], list[int]]:
    """The short lines that follow the last paragraph of an article, apart from it: buttons, tags, names of pages."""
    bodies = [place for place, n in enumerate(content) if lines[n].look is Look.BODY]
    if len(bodies) < LEAST_BODIES:
        return content, []
    end = len(content)
    while end > bodies[-1] + 1 and (is_word(lines[content[end - 1]]) or _is_apart(lines, content, end - 1)):
        end -= 1
    return content[:end], content[end:]


def _is_apart(lines: Sequence[Line], content: Sequence[int], place: int) -> bool:
    """Whether a line too short for a headline stands behind lines that are no news."""
    above = range(content[place - 1], content[place])
    short = lines[content[place]].look is Look.HEADLINE and count_wide(lines[content[place]].text) < LEAST_HEADLINE
    return short and sum(lines[n].look in MATTER for n in above) >= LEAST_BETWEEN


def _name_aside(lines: Sequence[Line], number: int) -> Part:
    """A line outside the main text of a page: a headline to click, or one of the page's own words."""
    if lines[number].look is Look.HEADLINE and len(lines[number].text) >= LEAST_HEADLINE:
        return Part(number, number + 1, ItemKind.RELATED, number)
    return Part(number, number + 1, ItemKind.NAVIGATION)


def _starts_story(lines: Sequence[Line], content: list[int], place: int, usual: float) -> bool:
    """Whether a headline begins another story rather than a section of the one before.

    A by-line below it tells it; two blank lines where paragraphs have none or one; one blank line, or none, if the text
    below begins as news stories do.
    """
    before, here, after = (lines[content[n]] for n in (place - 1, place, place + 1))
    if closes_teaser(lines, content[place - 1], content[place]) and here.look is Look.HEADLINE:
        return True
    if opens_ranked(lines, content[place]) or (before.look is here.look is Look.BODY and _is_dispatch(here)):
        return True
    if (here.look, after.look) != (Look.HEADLINE, Look.BODY):
        return False
    gap = content[place] - content[place - 1]
    signed = any(lines[n].look is Look.BYLINE for n in range(content[place], content[place + 1]))
    if before.look is not Look.BODY:
        return signed and before.look is Look.HEADLINE and not _is_long(before)
    if signed or gap > max(usual, 2) or stories.STRONG_LEAD.match(after.text):
        return True
    return gap > usual and usual == 1 and bool(stories.LEAD.match(after.text))


def _is_dispatch(line: Line) -> bool:
    """Whether a paragraph begins as the dispatches of agencies do, with its own place and day."""
    return bool(stories.DISPATCH.match(line.text))


def _doubt(lines: Sequence[Line], content: list[int], several: bool) -> str:
    """Why a run of lines may be no article, or more than one; empty where nothing speaks for it."""
    looks = [lines[n].look for n in content]
    if Look.BODY not in looks:
        return "no full sentence, taken for news"
    if several:
        return "several articles behind one another"
    headed = [
        place
        for place in range(1, len(content) - 1)
        if looks[place - 1 : place + 2] == [Look.BODY, Look.HEADLINE, Look.BODY]
    ]
    doubtful = any(stories.NEWS_OF_THE_DAY.match(lines[content[place + 1]].text) for place in headed)
    return "perhaps several articles behind one another, taken for the sections of one" if doubtful else ""


def _make_text(lines: Sequence[Line], content: list[int], unsure: str) -> Part:
    closing = content[-1] if len(content) > 1 and outlets.NAMED_BELOW.fullmatch(lines[content[-1]].text) else None
    headline = find_headline(lines, content)
    kind = ItemKind.ARTICLE if any(lines[n].look is Look.BODY for n in content) else ItemKind.RELATED
    return Part(content[0], content[-1] + 1, kind, headline, outlet=closing, unsure=unsure)
