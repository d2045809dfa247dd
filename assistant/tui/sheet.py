"""The page of one briefing: lines drawn from a layout, with the stop of the cursor lit on both sides."""

from collections import OrderedDict
from collections.abc import Callable
from typing import ClassVar, NamedTuple

from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.strip import Strip

from assistant.pages import Block, Layout, Mode
from assistant.pages import lay_out as lay_out_blocks
from assistant.tui.drawn import Drawn
from assistant.tui.keys import bindings
from assistant.tui.paint import inert
from assistant.tui.strips import Strips, lines_lit
from assistant.typesetting import count_cells

LAYOUTS_KEPT = 8
NARROWEST, WIDEST = 12, 160
"""Cells of a line. The narrowest is also for what is laid out before there is a window; on longer lines than the widest
the eye loses its way back."""
MARGIN_LINES = 3
"""How many lines stay visible around what is lit, where there is room."""


class Place(NamedTuple):
    """What stands on the top line, in any width: block, text, and the first character of it.

    A line without text of its own (a gap, a remark) stands ``after`` so many lines of its block.
    """

    block: int
    text_name: str = ""
    start: int = 0
    after: int = 0


class Sheet(Drawn):
    """Blocks of text, laid out for the width of the window."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("sheet")

    class Pointed(Message):
        """The user clicked on something that a stop of the cursor lights."""

        def __init__(self, keys: tuple[str, ...]) -> None:
            super().__init__()
            self.keys = keys

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - textual's word
        super().__init__(id=id)
        self.blocks: tuple[Block, ...] = ()
        self.mode = Mode.BOTH
        self.lit = ""
        self.layout_now = Layout(0, (), ())
        self.when_fitted: Callable[[], None] | None = None
        """Called when the lines were laid out for another width: what else depends on it can follow."""
        self._strips = Strips(self._ink)
        self._anchor: Place | None = None
        self._layouts: OrderedDict[tuple[int, int, Mode], Layout] = OrderedDict()
        """The last few, by the identity of their blocks, which they hold."""

    @property
    def text_columns(self) -> int:
        """Cells of a line of text: as many as the window has, within reason."""
        return max(NARROWEST, min(self.columns, WIDEST))

    # ------------------------------------------------------------------------------------------------- content

    def show(self, blocks: tuple[Block, ...], *, lit: str = "", keep_place: bool = False) -> None:
        """Show other blocks, from the top; or from the same place, when they are the same in other dress."""
        self.blocks, self.lit = blocks, lit
        self._lay_out(keep_place=keep_place)
        if not keep_place:
            self._scroll(0)
        self.refresh()

    def set_mode(self, mode: Mode) -> None:
        """Show other languages; what stands at the top stays there."""
        self.mode = mode
        self._lay_out(keep_place=True)

    def light(self, key: str) -> None:
        """Light everything that belongs to a stop, and scroll so that the first of it is in sight."""
        lines = self.layout_now.find_key(key) if key else []
        if lines:
            self._bring_in_sight(lines)
        if key != self.lit:
            changed = {*lines_lit(self.layout_now, self.lit), *lines_lit(self.layout_now, key)}
            self.lit = key
            for line in changed:
                self.refresh_lines(line)

    def _bring_in_sight(self, lines: list[int]) -> None:
        """Show the first passage of ``lines``: they may lie far apart."""
        height, y = self.size.height, self.scroll_offset.y
        first = lines[0]
        last = next((a for a, b in zip(lines, [*lines[1:], 10**9], strict=True) if b > a + 4), first)
        last = min(last, first + height - 1)
        margin = min(MARGIN_LINES, max(0, (height - (last - first) - 1) // 2))
        if first - margin < y or last + margin >= y + height:
            self._scroll(max(0, first - height // 3))

    def _lay_out(self, *, keep_place: bool = False) -> None:
        place = (self._anchor or self._place()) if keep_place else None
        self.layout_now = self.lay_out(self.blocks)
        self.set_length(len(self.layout_now.lines))
        self._anchor = place
        self._go_to_anchor()
        self.call_after_refresh(self._go_to_anchor)  # only then is it known how far one can scroll
        self.refresh()

    def lay_out(self, blocks: tuple[Block, ...]) -> Layout:
        """The lines of ``blocks`` as this sheet would show them now; kept, so that they can be laid out beforehand."""
        columns = self.text_columns
        key = (id(blocks), columns, self.mode)
        layout = self._layouts.get(key)
        if layout is None or layout.blocks is not blocks:
            layout = self._layouts[key] = lay_out_blocks(blocks, columns, self.mode)
            if len(self._layouts) > LAYOUTS_KEPT:
                self._layouts.popitem(last=False)
        return layout

    def _go_to_anchor(self) -> None:
        """Put the line that stood at the top there again. It is forgotten when the user scrolls."""
        if self._anchor:
            self.scroll_to(y=self._find_place(self._anchor), animate=False, immediate=True)

    def _place(self) -> Place | None:
        lines, y = self.layout_now.lines, self.scroll_offset.y
        if not y or y >= len(lines):
            return None
        block, last = lines[y].block, y
        while last and lines[last].block == block and not any(piece.origin for piece in lines[last].pieces):
            last -= 1
        if lines[last].block != block:  # nothing in the block has a text of its own
            return Place(block, after=y - last - 1)
        origin = next((piece.origin for piece in lines[last].pieces if piece.origin), None)
        return Place(block, origin.text_name, origin.start, y - last) if origin else Place(block, after=y - last)

    def _find_place(self, place: Place) -> int:
        """The last line of the block whose text begins no later than the place; the block's first line if none does."""
        found, end = None, 0
        for y, line in enumerate(self.layout_now.lines):
            if line.block == place.block:
                end = y
                starts = [p.origin.start for p in line.pieces if p.origin and p.origin.text_name == place.text_name]
                if found is None or (starts and min(starts) <= place.start):
                    found = y
        return min((found or 0) + place.after, end)

    @property
    def top(self) -> list[object]:
        """What stands on the top line, for the next time; empty where there is none."""
        first = [Place(line.block) for line in self.layout_now.lines[:1]]
        return list(self._anchor or self._place() or next(iter(first), ()))

    def begin_at(self, top: list[object]) -> None:
        """Put what ``top`` told on the top line again; what it cannot have told is left alone."""
        if [type(value) for value in top] == list(Place.__annotations__.values()):
            self._anchor = Place(*top)  # type: ignore[arg-type]  # just looked at
            self._go_to_anchor()
            self.call_after_refresh(self._go_to_anchor)

    def _scroll(self, y: int) -> None:
        self._anchor = None
        self.scroll_to(y=y, animate=False, immediate=True)

    # ------------------------------------------------------------------------------------------------- drawing

    def render_line(self, y: int) -> Strip:
        """Line ``y`` of the window."""
        if self.layout_now.columns <= NARROWEST < self.columns:  # laid out before there was a window, and not since
            return Strip.blank(self.content_size.width, self.base)
        return self._line(self.layout_now, y + self.scroll_offset.y, self.lit)

    def _line(self, layout: Layout, y: int, lit: str) -> Strip:
        return self._strips.line(layout, y, lit=lit, cells=self.content_size.width, base=self.base)

    def make_ready(self, blocks: tuple[Block, ...]) -> None:
        """Lay out and paint the top of a page that is likely to be shown next. In any thread."""
        layout = self.lay_out(blocks)
        self.finish(self._line(layout, y, "") for y in range(self.size.height))

    def notify_style_update(self) -> None:
        """The theme changed."""
        super().notify_style_update()
        self._strips.forget()

    # -------------------------------------------------------------------------------------------------- events

    def on_resize(self) -> None:
        """Another width, another layout; what stands at the top stays there."""
        if self.text_columns != self.layout_now.columns:
            was_hidden = self.layout_now.columns <= NARROWEST
            self._lay_out(keep_place=True)
            if was_hidden:
                self.call_after_refresh(self._light_again)
            if self.when_fitted:
                self.when_fitted()

    def _light_again(self) -> None:
        """What was to be lit before there was a window is brought in sight now."""
        lines = self.layout_now.find_key(self.lit) if self.lit and not self._anchor else []
        y, height = self.scroll_offset.y, self.size.height
        if lines and not any(y <= line < y + height for line in lines):
            self._bring_in_sight(lines)

    def on_click(self, event: events.Click) -> None:
        """Tell which stops light what was clicked on."""
        y = event.y + self.scroll_offset.y
        pieces = self.layout_now.lines[y].pieces if 0 <= y < len(self.layout_now.lines) else ()
        keys = [p.keys for p in pieces if p.keys and p.x <= event.x < p.x + count_cells(inert(p.text))]
        if keys:
            self.post_message(self.Pointed(keys[0]))

    def on_mouse_scroll_down(self) -> None:
        """The user scrolls."""
        self._anchor = None

    def on_mouse_scroll_up(self) -> None:
        """The user scrolls."""
        self._anchor = None

    def _scroll_by(self, lines: int) -> None:
        self._scroll(self.scroll_offset.y + lines)

    def action_down(self) -> None:
        """One line down."""
        self._scroll_by(1)

    def action_up(self) -> None:
        """One line up."""
        self._scroll_by(-1)

    def action_first(self) -> None:
        """To the top."""
        self._scroll(0)

    def action_last(self) -> None:
        """To the end."""
        self._scroll(self.max_scroll_y)

    def action_page_down(self) -> None:
        """A window down, two lines of it kept."""
        self._scroll_by(max(1, self.size.height - 2))

    def action_page_up(self) -> None:
        """A window up, two lines of it kept."""
        self._scroll_by(-max(1, self.size.height - 2))
