"""Outlets that stand by themselves above the headline of their item."""

from collections.abc import Sequence

from assistant.segmenting.interface import heads_list
from assistant.segmenting.joining import names_outlet
from assistant.segmenting.lines import Line, Look
from assistant.segmenting.part import LEAST_HEADLINE
from assistant.segmenting.rules import matter, outlets


def names_plainly(lines: Sequence[Line], content: Sequence[int]) -> bool:
    """Whether the last lines are what outlets are called, and a longer headline."""
    if len(content) < 2 or lines[content[-1]].look is not Look.HEADLINE:
        return False
    outlet, headline = (lines[n].text for n in content[-2:])
    return len(outlet) < len(headline) and bool(outlets.OUTLET_NAME.fullmatch(outlet))


def is_named_above(lines: Sequence[Line], source: int, content: Sequence[int]) -> bool:
    """Whether the outlet of a lone time, among times that stand with theirs, is the line above the headline."""
    return _is_lone(lines[source]) and _names_above(lines, content)


def _is_lone(line: Line) -> bool:
    """Whether a time stands without an outlet, as long ago."""
    return line.outlet is None and line.relative


def _names_above(lines: Sequence[Line], content: Sequence[int]) -> bool:
    """Whether what outlets are called, and no section, stands above the last line."""
    if len(content) < 2 or matter.SECTION.fullmatch(lines[content[-2]].text) or heads_list(lines[content[-2]].text):
        return False
    return bool(outlets.OUTLET_NAME.fullmatch(lines[content[-2]].text))


def begins_with_outlet(lines: Sequence[Line], content: Sequence[int]) -> bool:
    """Outlet and headline, with or without a body."""
    if len(content) < 2 or not names_outlet(lines[content[0]]) or lines[content[1]].look is not Look.HEADLINE:
        return False
    return len(content) > 2 or len(lines[content[0]].text) < LEAST_HEADLINE <= len(lines[content[1]].text)


def names_itself(lines: Sequence[Line], content: Sequence[int], source: int) -> bool:
    """Whether the first line is what outlets are called, and the time below stands without one."""
    return _is_lone(lines[source]) and bool(outlets.OUTLET_NAME.fullmatch(lines[content[0]].text))
