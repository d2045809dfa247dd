"""The app around the screens: themes and keys as the user likes them."""

from textual.app import App
from textual.screen import Screen

from assistant.store import Store
from assistant.tui.library import Library
from assistant.tui.themes import THEMES


class Reader(App[None]):
    """The terminal reader. Nothing in it decides what is said; it draws and asks."""

    CSS_PATH = "reader.tcss"
    TITLE = "briefing"
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, store: Store, *, select: str | None = None, model: str = "", theme: str = "ink") -> None:
        super().__init__()
        self.animation_level = "none"
        for known in THEMES:
            self.register_theme(known)
        self.theme = theme
        self.library = Library(store, select=select, model=model)

    def get_default_screen(self) -> Screen[None]:
        """List and desk."""
        return self.library


def read(store: Store, *, select: str | None = None, model: str = "", theme: str = "ink") -> None:
    """Open the reader and return when the user leaves it. There must be a terminal.

    Args:
        store: what to read; the caller closes it.
        select: the briefing to begin with.
        model: the state of the model in words, for the first screen.
        theme: ``ink`` (dark) or ``paper`` (light).
    """
    Reader(store, select=select, model=model, theme=theme).run()
