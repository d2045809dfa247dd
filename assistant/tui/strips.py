"""The lines of a page as strips, painted once: a line that is shown again is the same strip, not cut anew."""

from collections import OrderedDict
from collections.abc import Callable

from rich.style import Style
from textual.strip import Strip

from assistant.pages import Layout, Line, Piece
from assistant.tui.paint import Ink, inert, strip
from assistant.typesetting import count_cells

PAGES_KEPT = 8


class Strips:
    """Paints lines of layouts and keeps them, for the last few layouts. May be asked in any thread."""

    def __init__(self, ink: Callable[[str], Style]) -> None:
        self._ink = ink
        self._kept: OrderedDict[tuple[int, int], tuple[Layout, dict[tuple[int, str], Strip]]] = OrderedDict()
        """By the identity of a layout, which is held, and the cells of a line: by line and the stop that lights it."""

    def forget(self) -> None:
        """Paint everything anew: the theme is another one."""
        self._kept.clear()

    def line(self, layout: Layout, y: int, *, lit: str, cells: int, base: Style) -> Strip:
        """Line ``y`` of ``layout`` in ``cells`` cells; what belongs to the stop ``lit`` is lit."""
        if not 0 <= y < len(layout.lines):
            return Strip.blank(cells, base)
        known = self._strips_of(layout, cells)
        line = layout.lines[y]
        key = (y, lit if lit and _concerns(layout, line, lit) else "")
        if key not in known:
            known[key] = strip(self._inks(layout, line, key[1]), cells, base)
        return known[key]

    def _strips_of(self, layout: Layout, cells: int) -> dict[tuple[int, str], Strip]:
        key = (id(layout), cells)
        held = self._kept.get(key)
        if held is None or held[0] is not layout:
            held = self._kept[key] = (layout, {})
            if len(self._kept) > PAGES_KEPT:
                self._kept.popitem(last=False)
        return held[1]

    def _inks(self, layout: Layout, line: Line, lit: str) -> list[Ink]:
        at_cursor = bool(lit) and not line.is_gap and lit in layout.blocks[line.block].keys
        inks = [Ink("▌" if at_cursor else " ", self._ink("bar"))]
        x = 1
        for piece in line.pieces:
            if piece.x > x:
                inks.append(Ink(" " * (piece.x - x), Style.null()))
            inks.append(Ink(piece.text, self._style(piece, lit)))
            x = piece.x + count_cells(inert(piece.text))
        return inks

    def _style(self, piece: Piece, lit: str) -> Style:
        style = self._ink(piece.tone)
        return style + self._ink("lit") if lit and lit in piece.keys else style


def _concerns(layout: Layout, line: Line, key: str) -> bool:
    """Whether a line looks different when the stop of this key is lit."""
    return any(key in piece.keys for piece in line.pieces) or (
        line.block >= 0 and key in layout.blocks[line.block].keys
    )


def lines_lit(layout: Layout, key: str) -> list[int]:
    """The lines that look different when the stop of this key is lit."""
    return [y for y, line in enumerate(layout.lines) if key and _concerns(layout, line, key)]
