"""What stands at the top of a page above its first text: its slogan, fields to search in, notices in other letters."""

from collections.abc import Sequence

from assistant.segmenting.interface import belongs_to_page, names_interface
from assistant.segmenting.lines import Line, Look
from assistant.segmenting.menus import as_menu, is_label
from assistant.segmenting.part import LEAST_HEADLINE
from assistant.segmenting.rules import outlets
from assistant.segmenting.source_line import count_wide

LEAST_PROSE = 60
"""Wide characters of a page that is none of Latin letters."""
LONGEST_FIELD = 14
LEAST_MENU = 3
"""So many labels below a slogan are the menu of the page."""


def mark_openings(lines: Sequence[Line]) -> list[Line]:
    """Take what stands above the first headline of a page, and speaks of the page, for none of its news."""
    marked = list(lines)
    _mark_slogan(marked)
    first = next((n for n, line in enumerate(lines) if line.look is Look.SOURCE), 0)
    filled = [n for n in range(first) if lines[n].look is not Look.BLANK]
    for place, number in enumerate(filled[:-1]):
        line = lines[number]
        boxed = (not place or marked[filled[place - 1]].look is Look.NAVIGATION) and (
            lines[filled[place + 1]].look is Look.NAVIGATION
        )
        body = line.look is Look.BODY and place and belongs_to_page(line.text)
        field = line.look is Look.HEADLINE and place and _is_field(line)
        if boxed and (body or field):
            marked[number] = as_menu(line)
    _mark_latin(marked, filled)
    return marked


def _is_field(line: Line) -> bool:
    """Whether a line could be what a field says before it is filled in: short, a word of the page in it, no figure."""
    short = count_wide(line.text) <= LONGEST_FIELD and not any(map(str.isdigit, line.text))
    return short and line.title is None and names_interface(line.text) and "【" not in line.text


def _mark_slogan(lines: list[Line]) -> None:
    """Take the short line between the name of the site and its menu for a slogan."""
    filled = [n for n, line in enumerate(lines[: LEAST_MENU * 4]) if line.look is not Look.BLANK]
    if len(filled) < LEAST_MENU + 2 or not outlets.SITE.fullmatch(lines[filled[0]].text):
        return
    slogan, menu = lines[filled[1]], [lines[n] for n in filled[2 : 2 + LEAST_MENU]]
    short = slogan.look is Look.HEADLINE and count_wide(slogan.text) < LEAST_HEADLINE
    if short and all(line.look is Look.NAVIGATION or is_label(line) for line in menu):
        for number in filled[:2]:
            lines[number] = as_menu(lines[number])


def _mark_latin(lines: list[Line], filled: Sequence[int]) -> None:
    """Take lines of Latin letters above the first wide headline of a page in another script for notices."""
    if sum(count_wide(line.text) for line in lines) < LEAST_PROSE:
        return
    for number in filled:
        wide = count_wide(lines[number].text)
        if wide >= LEAST_HEADLINE and lines[number].look in (Look.HEADLINE, Look.BODY):
            return
        if not wide and lines[number].look in (Look.HEADLINE, Look.BODY) and not lines[number].title:
            lines[number] = as_menu(lines[number])
