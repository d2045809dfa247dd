"""The app around the screens: themes and keys as the user likes them, and an end that loses nothing."""

import asyncio
import os
import signal
import traceback
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from textual import events
from textual.app import App, ScreenStackError
from textual.filter import LineFilter
from textual.screen import Screen

from assistant import tui
from assistant.errors import BriefingError
from assistant.records.record import change
from assistant.store import Store
from assistant.tui.chrome import Keys
from assistant.tui.keys import use_keys, with_keys
from assistant.tui.library import Library
from assistant.tui.paint import Colourless, inert, use_plain_signs
from assistant.tui.place import Place, Preferences, load_place, save_place
from assistant.tui.prompt import Line
from assistant.tui.themes import THEMES

CRASH_LOG = "reader-error.log"
LEAVING = ("enter", "escape")
"""Keys that put an end to a text field."""
LOOK_AGAIN_S = 0.01
"""After this time it is looked again whether there is something to which keys can go."""


class ReaderError(BriefingError):
    """The reader stopped on an error of its own; nothing that was stored is lost."""


class Reader(App[None]):
    """The terminal reader. Nothing in it decides what is said; it draws and asks.

    Args:
        store: what to read.
        select: the briefing to begin with; None: where the user was.
        model: the state of the model in words.
        theme: ``ink`` or ``paper``; empty: what the user chose last.
        preferences: what the settings say.
    """

    CSS_PATH = Path(__file__).with_name("reader.tcss")
    TITLE = "briefing"
    ENABLE_COMMAND_PALETTE = False

    def __init__(
        self,
        store: Store,
        *,
        select: str | None = None,
        model: str = "",
        theme: str = "",
        preferences: Preferences | None = None,
    ) -> None:
        super().__init__()
        preferences = preferences or Preferences()
        place = load_place(store.path.parent)
        self.animation_level = "none"
        self.store = store
        self.error: Exception | None = None
        self._typed: deque[events.Key] = deque()
        """Keys that have not been acted on yet."""
        for known in THEMES:
            self.register_theme(known)
        self.theme_set = preferences.theme
        chosen = place.theme if place.over == self.theme_set and place.theme in self.available_themes else ""
        self._begin_in(theme or chosen or self.theme_set or THEMES[0].name)
        self.no_color = bool(os.environ.get("NO_COLOR"))
        self.set_keymap(preferences.keys)
        use_keys(preferences.keys)
        use_plain_signs(preferences.plain_signs)
        self.library = Library(store, place=Place(briefing=select) if select else place, model=model)

    def _begin_in(self, theme: str) -> None:
        """Begin in this theme: no style has been made yet, so that none has to be made anew as for a change of it."""
        self.set_reactive(App.theme, theme)
        self.stylesheet.set_variables(self.get_css_variables())
        self.set_class(self.current_theme.dark, "-dark-mode", update=False)
        self.set_class(not self.current_theme.dark, "-light-mode", update=False)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Under NO_COLOR no colour is sent at all: textual by itself would send greys."""
        return [Colourless()] if self.no_color else super().get_line_filters()

    def get_default_screen(self) -> Screen[None]:
        """List and desk."""
        return self.library

    async def on_event(self, event: events.Event) -> None:
        """Act on one key after the other: what is typed ahead goes to where the key before it leads.

        Textual hands a key to the widget that has the focus, from which it comes back to be acted on; of ``/sea``
        typed at once the letters would then be commands. And it acts on keys before there is anything on the screen.
        """
        if isinstance(event, events.Key) and not event.is_forwarded:
            self._typed.append(event)
            await self._act_on_keys()
        else:
            await super().on_event(event)

    async def _act_on_keys(self) -> None:
        """Act on the keys that were typed, as soon as the screen that they are meant for is there."""
        while self._typed:
            if not self._takes_keys:
                self.set_timer(LOOK_AGAIN_S, lambda: self.call_later(self._act_on_keys))
                return
            key = self._typed.popleft()
            if isinstance(self.focused, Line):
                await self._type(key, self.focused)
            elif not await self._check_bindings(key.key):
                await super().on_event(key)

    async def _type(self, key: events.Key, line: Line) -> None:
        """Send a key to a text field, which knows how many more wait."""
        line.is_left = key.key in LEAVING
        line.waiting += 1
        await super().on_event(key)
        line.waiting -= not key.is_forwarded  # it was a command that works everywhere

    @property
    def _takes_keys(self) -> bool:
        """Whether there is a screen, and no text field on it that is about to be put away."""
        try:
            is_there = self.screen.is_mounted and getattr(self.screen, "is_complete", True)
            return is_there and not (isinstance(self.focused, Line) and self.focused.is_left)
        except ScreenStackError:
            return False

    async def action_quit(self) -> None:
        """Leave; where that would stop a run, ask first."""
        if self.library.is_briefing:
            self.library.ask_to_leave()
        else:
            self.exit()

    @property
    def farewell(self) -> str:
        """What is to be said on the terminal once the reader has left it: how to go on with a run that it stopped."""
        job = self.library.job
        if not job or not self.library.is_briefing:
            return ""
        where = f" at {job.so_far} items" if job.so_far else ""
        return f"the run of {inert(job.title)} was stopped{where}; what was answered is kept. To go on:\n  {job.way_on}"

    def action_help_quit(self) -> None:
        """Ctrl+c is no way out here, for it may be meant for a run: say which is. Textual draws over the page."""
        self.screen.query_one(Keys).tell(with_keys("{quit} leaves"))

    def action_help(self) -> None:
        """All keys."""
        self.push_screen(tui.help.Help())

    def action_theme(self) -> None:
        """The other light."""
        names = [theme.name for theme in THEMES]
        self.theme = names[(names.index(self.theme) + 1) % len(names)]

    def on_mount(self) -> None:
        """A terminal that is closed, or a connection that breaks, ends the reader in order."""
        with suppress(NotImplementedError, RuntimeError, ValueError):  # no such signals here, or not the main thread
            for name in ("SIGHUP", "SIGTERM"):
                asyncio.get_running_loop().add_signal_handler(getattr(signal, name, signal.SIGTERM), self.exit)

    def on_exit_app(self) -> None:
        """Remember where the user is, however he leaves: by a key, or by closing the terminal or the browser."""
        place = change(self.library.place(theme=self.theme), over=self.theme_set)
        save_place(self.store.path.parent, place)

    def _fatal_error(self) -> None:
        """End without textual's own page of an error, which prints what every variable held."""
        self.error = self._exception or RuntimeError("unknown")
        self._close_messages_no_wait()


def read(
    store: Store,
    *,
    select: str | None = None,
    model: str = "",
    theme: str = "",
    preferences: Preferences | None = None,
) -> str:
    """Open the reader and return when the user leaves it. There must be a terminal.

    What is given back is to be said on the terminal: how to go on with a run that was stopped; as a rule nothing.

    Args:
        store: what to read; the caller closes it.
        select: the briefing to begin with.
        model: the state of the model in words, for the first screen.
        theme: ``ink`` (dark) or ``paper`` (light); empty: what the user chose last.
        preferences: what the settings say of the reader.

    Raises:
        ReaderError: an error of the reader's own; the message names the file with the details.
    """
    app = Reader(store, select=select, model=model, theme=theme, preferences=preferences)
    app.run()
    if app.error:
        raise _describe(app.error, store.path.parent)
    return app.farewell


def _describe(error: Exception, folder: Path) -> ReaderError:
    """The one line that is shown. The details go into a file: where, but never what the variables held, nor a key."""
    path = folder / CRASH_LOG
    try:
        path.write_text(inert_lines(_hide_key("".join(traceback.format_exception(error)))), encoding="utf-8")
        advice = f"Where it happened stands in {path}."
    except OSError:
        advice = ""
    return ReaderError(
        f"the reader stopped on an error of its own ({type(error).__name__}); nothing that was stored is lost",
        advice=advice,
    )


def _hide_key(text: str) -> str:
    """An error may quote what was sent, and the user may show the file to others."""
    from assistant.settings import load_settings  # noqa: PLC0415 - pydantic, for which no start waits

    with suppress(BriefingError):
        if key := load_settings().api_key:
            return text.replace(key.get_secret_value(), "***")
    return text


def inert_lines(text: str) -> str:
    """``text`` without control characters, line by line."""
    return "\n".join(inert(line) for line in text.splitlines()) + "\n"
