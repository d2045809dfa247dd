"""What list and page have in common: lines drawn one by one, in inks that the theme gives."""

from rich.style import Style
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from assistant.tui.inks import ink


class Drawn(ScrollView, can_focus=True):
    """A window onto many lines. What all lines of a frame need is asked for once, as textual works it out each time."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - textual's word
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

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a part of the window."""
        self.base, self.line_cells = self.rich_style, self.columns
        return super().render_lines(crop)

    def notify_style_update(self) -> None:
        """The theme changed."""
        super().notify_style_update()
        self._inks.clear()

    def _ink(self, part: str) -> Style:
        if part not in self._inks:
            self._inks[part] = ink(part, self.app.theme, bare=bool(self.app.no_color))
        return self._inks[part]
