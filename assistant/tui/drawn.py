"""What list and page have in common: lines drawn one by one, in inks that the theme gives; and a cursor on them."""

from abc import abstractmethod
from collections.abc import Iterable
from typing import Self

from rich.style import Style
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from assistant.pages import Tone
from assistant.tui.inks import ink
from assistant.tui.paint import Ink

LINES_KEPT = 500
STEPS_PER_CELL = 8
"""Of a scroll bar."""


def bar_position(y: float, *, window: int, lines: int) -> float:
    """A position at which textual draws the scroll bar as at ``y``: the same for all of an eighth of a cell."""
    hidden = lines - window
    steps = (window - max(1, window * window / lines)) * STEPS_PER_CELL if lines else 0
    if not 0 < steps < hidden or y >= hidden:
        return y  # each line is another step
    return (int(y / hidden * steps) + 0.5) * hidden / steps


class Drawn(ScrollView, can_focus=True):
    """A window onto many lines. What all lines of a frame need is asked for once, as textual works it out each time."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - textual's word
        self._kept: dict[int, Strip] = {}
        """Lines as they were drawn last, by where they stand in the whole: a frame asks for all of the window, whatever
        it is drawn for, and one that is scrolled has most of them already."""
        self._kept_for: object = None
        super().__init__(id=id)
        self.base = Style()
        """Of a line without any ink."""
        self.line_cells = 0
        """Cells of a line in the frame that is being drawn."""
        self._inks: dict[str, Style] = {}

    @property
    def columns(self) -> int:
        """Cells of a line, without the scroll bar."""
        return self.scrollable_content_region.width

    def set_length(self, lines: int) -> None:
        """Say how many lines there are. Where only the scroll bar has to follow, the screen is not arranged anew."""
        size = Size(self.columns, lines)
        if self.show_vertical_scrollbar is not (lines > self.container_size.height):
            self.virtual_size = size
        elif size != self.virtual_size:
            self.set_reactive(Widget.virtual_size, size)
            if self.show_vertical_scrollbar:
                self.vertical_scrollbar.window_virtual_size = lines
            self.scroll_y = self.scroll_y  # textual holds it within the new bounds

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Follow, and move the scroll bar only where it looks otherwise: each move of it draws all of it anew."""
        if self.show_vertical_scrollbar and round(old_value) != round(new_value):
            window, lines = self.container_size.height, self.virtual_size.height
            self.vertical_scrollbar.position = bar_position(new_value, window=window, lines=lines)
            super().refresh()  # not ours: each line looks as it did

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a part of the window.

        Where nothing is drawn around them they are handed on as they are; textual would go over each once more.
        """
        self.base, self.line_cells = self.rich_style, self.columns
        if self.styles.gutter.totals != (0, 0):
            return super().render_lines(crop)
        self._keep_for((self.base, self.size, self.line_cells, self.drawn_from))
        top = self.scroll_offset.y
        new = [y for y in crop.line_range if top + y not in self._kept]
        self._kept.update(zip((top + y for y in new), self.finish(map(self.render_line, new)), strict=True))
        strips = [self._kept[top + y] for y in crop.line_range]
        left, right = crop.column_span
        whole = (left, right) == (0, self.size.width)
        return strips if whole else [line.crop(left, right) for line in strips]

    @property
    def drawn_from(self) -> object:
        """What is another value where all lines may look otherwise, though no `refresh` says so."""
        return None

    def _keep_for(self, state: object) -> None:
        if state != self._kept_for or len(self._kept) > LINES_KEPT:
            self._kept.clear()
            self._kept_for = state

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Draw the lines of ``regions`` anew, or all of them."""
        top = self.scroll_offset.y
        for y in (y for region in regions for y in region.line_range):
            self._kept.pop(top + y, None)
        if not regions:
            self._kept.clear()
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def finish(self, lines: Iterable[Strip]) -> list[Strip]:
        """Lines as wide as the window, in the colours that the terminal has."""
        cells, ground = self.content_size.width, self.background_colors[1]
        strips = [line.extend_cell_length(cells, self.base) for line in lines]
        for line_filter in self.get_line_filters():
            strips = [line.apply_filter(line_filter, ground) for line in strips]
        return strips

    def notify_style_update(self) -> None:
        """The theme changed."""
        super().notify_style_update()
        self._inks.clear()
        self._kept.clear()

    def _ink(self, part: str) -> Style:
        if part not in self._inks:
            self._inks[part] = ink(part, self.app.theme, bare=bool(self.app.no_color))
        return self._inks[part]


class Listing(Drawn):
    """Lines of which the cursor stands on one; the keys of both lists move it."""

    @property
    @abstractmethod
    def cursor(self) -> int:
        """What the cursor stands on, counted from 0."""

    @property
    @abstractmethod
    def last(self) -> int:
        """What stands last."""

    @property
    @abstractmethod
    def in_window(self) -> int:
        """How many stand in the window."""

    @abstractmethod
    def move(self, to: int) -> None:
        """Put the cursor on ``to``, or on the nearest there is."""

    @abstractmethod
    def keep_in_sight(self) -> None:
        """Scroll so that the cursor is on the screen."""

    @abstractmethod
    def measure(self) -> None:
        """Take the size of the list."""

    @abstractmethod
    def refresh_cursor(self) -> None:
        """Draw anew what the cursor stands on."""

    def _cursor_look(self) -> tuple[Ink, Style]:
        """The bar before what the cursor stands on, and the ground below it: strong in the list that has the keys."""
        if self.has_focus:
            return Ink("▌", self._ink(Tone.LABEL)), self._ink("cursor")
        return Ink("▌", self._ink(Tone.QUIET)), self._ink("place")

    def on_mount(self) -> None:
        """Take the size of the list."""
        self.measure()

    def on_focus(self) -> None:
        """The keys come here."""
        self.refresh_cursor()

    def on_blur(self) -> None:
        """The keys go elsewhere."""
        self.refresh_cursor()

    def on_resize(self) -> None:
        """What the cursor stands on stays in sight."""
        self.measure()
        self.keep_in_sight()

    def action_down(self) -> None:
        """One further."""
        self.move(self.cursor + 1)

    def action_up(self) -> None:
        """One back."""
        self.move(self.cursor - 1)

    def action_first(self) -> None:
        """To the first."""
        self.move(0)

    def action_last(self) -> None:
        """To the last."""
        self.move(self.last)

    def action_page_down(self) -> None:
        """A window further, one of it kept."""
        self.move(self.cursor + max(1, self.in_window - 1))

    def action_page_up(self) -> None:
        """A window back, one of it kept."""
        self.move(self.cursor - max(1, self.in_window - 1))
