"""Press releases and letters: who publishes, headings between two rules, what a company says of itself at the end."""

from collections.abc import Sequence
from itertools import pairwise

from assistant.segmenting.beside import MOST_BLANKS
from assistant.segmenting.lines import Line, Look
from assistant.segmenting.menus import as_menu
from assistant.segmenting.rules import matter

TEXTS = frozenset({Look.BODY, Look.HEADLINE})


def mark_publishers(lines: Sequence[Line]) -> list[Line]:
    """Take the company right above a printed time for who publishes, and one above all texts for a step of the path."""
    marked = list(lines)
    prose = next((n for n, line in enumerate(lines) if line.look is Look.BODY), len(lines))
    filled = [n for n, line in enumerate(lines) if line.look is not Look.BLANK]
    for number, below in pairwise(filled):
        line, time = lines[number], lines[below]
        if line.look in (Look.FOOTER, Look.HEADLINE) and matter.COMPANY.fullmatch(line.text):
            if time.look is Look.SOURCE and not time.relative:
                marked[number] = line._replace(look=Look.BYLINE)
            elif number < prose:
                marked[number] = as_menu(line)
    return marked


def open_headings(lines: Sequence[Line]) -> list[Line]:
    """Take the rule below a heading that has one above it as well for a blank line: the text below is its own."""
    marked = list(lines)
    for number in range(1, len(lines) - 1):
        above, line, below = lines[number - 1 : number + 2]
        if line.look in TEXTS | {Look.ADVERTISEMENT} and above.look is below.look is Look.RULE:
            marked[number + 1] = below._replace(look=Look.BLANK)
    return marked


def mark_companies(lines: Sequence[Line]) -> list[Line]:
    """Take what a company says of itself below a text for none of it: 關於某某, and a paragraph that begins with it."""
    marked = list(lines)
    prose = next((n for n, line in enumerate(lines) if line.look is Look.BODY), len(lines))
    for number in range(prose, len(lines) - 1):
        named = matter.ABOUT.fullmatch(lines[number].text)
        below = _find_below(lines, number) if named else None
        if named and below is not None and named["name"] in lines[below].text[: len(named["name"]) + MOST_BEFORE]:
            marked[number] = as_menu(lines[number])
            marked[below] = as_menu(lines[below])
    return marked


MOST_BEFORE = 6
"""Characters before the name: 株式会社, and the like."""


def _find_below(lines: Sequence[Line], number: int) -> int | None:
    """The first line below that is not blank, if it is a text."""
    near = range(number + 1, min(len(lines), number + 1 + MOST_BLANKS))
    below = next((n for n in near if lines[n].look is not Look.BLANK), None)
    return below if below is not None and lines[below].look in TEXTS else None
