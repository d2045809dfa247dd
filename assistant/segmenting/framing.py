"""What a line is by where it stands around a text: labels before and behind it, links under it, notices at its end.

A text of news is a run of prose. A short line beside it is a label, whatever its words; short lines above long ones are
the heading of a list; a paragraph at the end that speaks of the page itself is a notice.
"""

from collections.abc import Iterator, Sequence

from assistant.segmenting.interface import belongs_to_page, names_interface, names_link, notes_page
from assistant.segmenting.lines import Line, Look
from assistant.segmenting.menus import as_menu, is_word
from assistant.segmenting.part import LEAST_HEADLINE
from assistant.segmenting.rules import matter
from assistant.segmenting.source_line import count_wide

LEAST_PROSE = 60
"""Characters of prose that make a text; less is the teaser of an item."""
LEAST_PARAGRAPH = 30
MOST_APART = 6
"""So many lines that are no prose may stand between two paragraphs of one text."""
LEAST_LINKS = 2
MOST_OF_HEADING = 12
STOPS = frozenset({Look.RELATED_HEADING, Look.RULE, Look.FOOTER, Look.SOURCE})
"""No text reaches over one of these."""


def mark_headless(lines: Sequence[Line]) -> list[Line]:
    """Take the heading of a list above a paragraph for a button: a list begins with a headline."""
    marked = list(lines)
    for number, line in enumerate(lines):
        if line.look is Look.RELATED_HEADING:
            below = next((other for other in lines[number + 1 : number + 4] if other.look is not Look.BLANK), None)
            if below is not None and below.look is Look.BODY and len(below.text) >= LEAST_PARAGRAPH:
                marked[number] = as_menu(line)
    return marked


def mark_frames(lines: Sequence[Line]) -> list[Line]:
    """Take what frames the texts of a page for none of them."""
    marked = list(lines)
    for first, last in _find_texts(lines):
        stop = next((n for n in range(last, len(lines)) if lines[n].look in STOPS), len(lines))
        _mark_links(marked, first, last)
        _mark_tail(marked, _mark_notices(marked, first, last), stop)
    return marked


def _find_texts(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Lines ``[first, last)`` of each text, from its first paragraph to its last."""
    run: list[int] = []
    for number, line in enumerate(lines):
        if run and (line.look in STOPS or number - run[-1] > MOST_APART):
            yield from _as_text(lines, run)
            run = []
        if line.look is Look.BODY:
            run.append(number)
    yield from _as_text(lines, run)


def _as_text(lines: Sequence[Line], run: list[int]) -> Iterator[tuple[int, int]]:
    if sum(len(lines[n].text) for n in run) >= LEAST_PROSE:
        yield run[0], run[-1] + 1


def _mark_links(lines: list[Line], first: int, last: int) -> None:
    """Take lines between paragraphs for links that have an arrow, or a word for other texts, before a headline."""
    for number in range(first, last):
        line = lines[number]
        keyed = matter.KEYED.fullmatch(line.text) if line.look is Look.HEADLINE else None
        points = keyed and names_link(keyed["key"])
        if line.look is Look.HEADLINE and (points or matter.LINKED.fullmatch(line.text)):
            lines[number] = as_menu(line)


def _mark_notices(lines: list[Line], first: int, last: int) -> int:
    """Take the last paragraphs of a text for notices while they speak of the page; where the text ends before them."""
    for number in range(last - 1, first, -1):
        if lines[number].look is Look.BODY:
            if not notes_page(lines[number].text):
                return number + 1
            lines[number] = as_menu(lines[number])
    return first + 1


def _mark_tail(lines: list[Line], first: int, stop: int) -> None:
    """Lines ``[first, stop)`` below a text: labels, headings and links."""
    if stop < len(lines) and lines[stop].look is Look.SOURCE and not lines[stop].title:
        stop = next((n for n in range(stop - 1, first, -1) if _is_link(lines[n])), first)
    tail = [n for n in range(first, stop) if lines[n].look is Look.HEADLINE]
    for place, number in enumerate(tail):
        line = lines[number]
        below = [n for n in tail[place + 1 :] if not is_word(lines[n])][:LEAST_LINKS]
        heads = len(below) == LEAST_LINKS and below[0] == tail[place + 1] and all(_is_link(lines[n]) for n in below)
        if heads and _is_heading(line):
            lines[number] = line._replace(look=Look.RELATED_HEADING)
        elif is_word(line) or belongs_to_page(line.text) or (names_interface(line.text) and _is_short(line)):
            lines[number] = as_menu(line)


def _is_short(line: Line) -> bool:
    return count_wide(line.text) < LEAST_HEADLINE


def _is_heading(line: Line) -> bool:
    return is_word(line) and count_wide(line.text) <= MOST_OF_HEADING


def _is_link(line: Line) -> bool:
    """Whether a line reads as a headline of another story."""
    return line.look is Look.HEADLINE and count_wide(line.text) >= LEAST_HEADLINE - 2 and not is_word(line)
