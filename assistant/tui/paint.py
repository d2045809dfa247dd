"""Pieces of text become strips of cells. What is painted is inert: no markup is ever parsed."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.strip import Strip

from assistant.inert import clean
from assistant.typesetting import count_cells, shorten

INERT: dict[int, str | None] = {ord("\t"): " ", ord("\n"): " ", 0xFE0E: None, 0xFE0F: None}
"""Variation selectors change the width of the character before them in some terminals only."""


PLAIN_SIGNS = dict(zip(map(ord, "“”‘’…—–·•×≈≠→■★°│─▌"), "\"\"''⋯--‧∙x~!>##o|-▎", strict=True))
"""Characters that some Chinese terminals draw two cells wide, and what is drawn instead where the user says so."""

_substitutes = dict(INERT)


def use_plain_signs(wanted: bool) -> None:
    """Draw signs of ambiguous width as others that are one cell wide everywhere; or as they are."""
    _substitutes.clear()
    _substitutes.update(INERT | (PLAIN_SIGNS if wanted else {}))


class Ink(NamedTuple):
    """A text and its style."""

    text: str
    style: Style


def inert(text: str) -> str:
    """``text`` as it may be put on the screen: one line, no control, bidi or invisible characters."""
    return clean(text).translate(_substitutes)


class Colourless(LineFilter):
    """Takes every colour away; bold, underlined and reversed stay."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments without colours."""
        return [Segment(text, style.without_color if style else None, control) for text, style, control in segments]


def strip(inks: Iterable[Ink], columns: int, base: Style) -> Strip:
    """The inks one after the other, in exactly ``columns`` cells."""
    return Strip(list(_segments(inks, columns, base)), columns)


def _segments(inks: Iterable[Ink], columns: int, base: Style) -> Iterator[Segment]:
    used = 0
    for text, style in inks:
        drawn = shorten(inert(text), columns - used)
        if drawn:
            yield Segment(drawn, base + style)
        used += count_cells(drawn)
    if used < columns:
        yield Segment(" " * (columns - used), base)


def spread(left: list[Ink], right: list[Ink], columns: int, base: Style) -> Strip:
    """``left`` at the left edge and ``right`` at the right one; where there is no room ``left`` is cut."""
    width = sum(count_cells(inert(ink.text)) for ink in right)
    if width + 8 > columns:
        return strip(left, columns, base)
    first = strip(left, columns - width, base)
    return Strip.join([first, strip(right, width, base)])
