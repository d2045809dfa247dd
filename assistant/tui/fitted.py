"""What all screens have in common: a notice where the window is too small; and beside the library, the way back."""

from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.geometry import Size
from textual.screen import Screen, ScreenResultType
from textual.widget import Widget

from assistant.pages import Block, Run, Tone
from assistant.tui.chrome import Keys, Masthead
from assistant.tui.keys import borrowed, keys_named, with_keys
from assistant.tui.sheet import Sheet

SMALLEST = (40, 10)
"""Columns and lines."""


class Small(Sheet):
    """The notice. It has the keys while it is shown: nobody sees what they would do."""

    def check_consume_key(self, key: str, character: str | None = None) -> bool:
        """Keep every key from the commands of the screen but the one that leads out."""
        return key not in keys_named("quit")

    def on_key(self, event: events.Key) -> None:
        """Nor are they meant for what a screen has to choose from."""
        event.stop()

    def warn(self, size: Size) -> None:
        """Say how large the window is, and how large it should be."""
        columns, lines = SMALLEST
        text = f"The window is too small ({size.width} x {size.height}). The reader needs {columns} x {lines}."
        way = with_keys("{quit} leaves.")
        self.show((Block((Run(text, Tone.STRONG),)), Block((Run(way, Tone.QUIET),))))


class Fitted(Screen[ScreenResultType]):
    """A screen that says so where the window is too small for it, and is as before when the window has grown."""

    is_complete = True
    """Whether all is there that its keys need."""
    _before: Widget | None = None
    """What had the keys before the window became too small."""

    def make_small(self) -> Small:
        """The notice; hidden until the window is too small."""
        return Small(id="small")

    def on_resize(self, event: events.Resize) -> None:
        """Another size."""
        self.fit(event.size)

    def fit(self, size: Size) -> None:
        """Show the notice, or put it away."""
        was, is_tiny = self.has_class("-tiny"), size.width < SMALLEST[0] or size.height < SMALLEST[1]
        for small in self.query(Small) if is_tiny else ():
            small.warn(size)
            self.call_after_refresh(self.set_focus, small)
        if is_tiny and not was:
            self._before = self.focused
        self.set_class(is_tiny, "-tiny")
        if is_tiny:
            return
        if was:
            self.call_after_refresh(self.set_focus, self._before)


class SideScreen(Fitted[ScreenResultType]):
    """A screen beside the library, in the same frame, with the keys that lead back as the settings have them."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = borrowed("side")

    def compose(self) -> ComposeResult:
        """What it holds, in the usual frame."""
        yield Masthead()
        yield from self.compose_body()
        yield Keys()
        yield self.make_small()

    def compose_body(self) -> Iterable[Widget]:
        """What stands between the first line and the last: one sheet, unless a screen holds something else."""
        yield Sheet()

    def action_leave(self, result: ScreenResultType | None = None) -> None:
        """Back to where one was."""
        self.dismiss(result)
