"""The app: two rooms, the list and the desk; side by side where there is room, else one at a time."""

from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from textual import events
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.geometry import Size
from textual.worker import get_current_worker

from assistant.errors import BriefingError
from assistant.pages import Block, Page, Run, Stop, Tone, compose_evidence, compose_page, count_stop
from assistant.records import Briefing
from assistant.store import Store
from assistant.tui.chrome import Keys, Masthead, Notice
from assistant.tui.help import Help
from assistant.tui.keys import bindings
from assistant.tui.sheet import Sheet
from assistant.tui.shelf import Shelf, say_day
from assistant.tui.stock import Stock
from assistant.tui.themes import THEMES
from assistant.tui.welcome import compose_small, compose_welcome

WIDE_FROM, SHORT_BELOW = 100, 34
WIDTHS = {"-wide": WIDE_FROM, "-roomy": 130, "-vast": 160}
SMALLEST = (40, 10)


@dataclass(frozen=True, slots=True)
class Open:
    """The briefing that is on the desk."""

    briefing: Briefing
    page: Page
    stop: Stop | None = None


class Reader(App[None]):
    """The terminal reader. Nothing in it decides what is said; it draws and asks."""

    CSS_PATH = "reader.tcss"
    TITLE = "briefing"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = bindings("app")

    def __init__(self, store: Store, *, select: str | None = None, model: str = "", theme: str = "ink") -> None:
        super().__init__()
        self.animation_level = "none"
        self.store = store
        self.select = select
        self.model_state = model
        self.stock = Stock(store)
        self.open: Open | None = None
        self.reading = False
        for known in THEMES:
            self.register_theme(known)
        self.theme = theme

    def compose(self) -> ComposeResult:
        """The frame around the two rooms."""
        yield Masthead()
        yield Notice()
        with Horizontal(id="rooms"):
            yield Shelf(self.stock)
            with Vertical(id="desk"):
                yield Sheet(id="page")
                yield Sheet(id="evidence")
        yield Sheet(id="welcome")
        yield Sheet(id="small")
        yield Keys()

    # -------------------------------------------------------------------------------------------------- state

    @property
    def shelf(self) -> Shelf:
        """The list."""
        return self.query_one(Shelf)

    @property
    def sheet(self) -> Sheet:
        """The page on the desk."""
        return self.query_one("#page", Sheet)

    @property
    def evidence(self) -> Sheet:
        """The panel under the page."""
        return self.query_one("#evidence", Sheet)

    @property
    def is_wide(self) -> bool:
        """Whether list and desk stand side by side."""
        return self.size.width >= WIDE_FROM

    def on_mount(self) -> None:
        """Show what is stored; load the first briefing after the first frame."""
        self.evidence.can_focus = False
        self._fit(self.size)
        self.query_one("#welcome", Sheet).show(compose_welcome(str(self.store.path), self.model_state))
        if self.select and (found := self.stock.find(self.select)) is not None:
            self.shelf.cursor = found
        self.shelf.focus()
        self._say()
        if len(self.stock):
            self.call_after_refresh(self.load)

    def on_resize(self, event: events.Resize) -> None:
        """Another size, perhaps another arrangement; item, figure and top line stay."""
        self._fit(event.size)

    def _fit(self, size: Size) -> None:
        columns, lines = size
        tiny = columns < SMALLEST[0] or lines < SMALLEST[1]
        for name, needed in WIDTHS.items():
            self.screen.set_class(columns >= needed, name)
        self.screen.set_class(lines < SHORT_BELOW, "-short")
        self.screen.set_class(tiny, "-tiny")
        self.screen.set_class(not len(self.stock), "-empty")
        if tiny:
            self.query_one("#small", Sheet).show(compose_small(columns, lines))
        self._say()

    def _say(self) -> None:
        """What the frame says of the state."""
        row = self.shelf.current
        flags = f"⚑ {self.stock.flags}" if self.stock.flags else ""
        counts = f"{self.shelf.cursor + 1} of {len(self.stock):,} · {self.stock.unread:,} unread" if row else ""
        if self.open and self.open.stop:
            counts, flags = count_stop(self.open.page, self.open.stop), ""
        self.query_one(Masthead).say(say_day(row.day) if row else "", counts, flags)
        if not row:
            names: tuple[str, ...] = ("help", "quit")
        elif self.reading:
            names = ("next-flag", "next-figure", "languages", "back", "help", "quit")
        else:
            names = ("open", "next-flag", "languages", "help", "quit")
        self.query_one(Keys).say(names)

    # ------------------------------------------------------------------------------------- loading a briefing

    def load(self) -> None:
        """Put the briefing at the cursor on the desk. It is read in a thread: the frame never waits for it."""
        row = self.shelf.current
        if row and not (self.open and self.open.briefing.id == row.id):
            self.run_worker(partial(self._fetch, row.id), thread=True, exclusive=True, group="load")

    def _fetch(self, briefing: str) -> None:
        worker = get_current_worker()
        try:
            found = self.store.library.briefing(briefing)
            page = compose_page(found)
            run = self.store.library.run_of(briefing)
        except BriefingError as error:
            if not worker.is_cancelled:
                self.call_from_thread(self._lay_problem, error)
            return
        if not worker.is_cancelled:
            self.call_from_thread(self._lay, Open(found, page), run.notices if run else ())

    def _lay(self, opened: Open, notices: tuple[str, ...]) -> None:
        self.open = opened
        self.sheet.show(opened.page.blocks)
        self.query_one(Notice).say(" · ".join(notices))
        self._light(None)
        if self.reading:
            self._mark_read()

    def _lay_problem(self, error: BriefingError) -> None:
        self.open = None
        self.sheet.show((Block((Run(error.message, Tone.FLAG),), space=True), Block((Run(error.advice, Tone.QUIET),))))
        self._light(None)

    def _mark_read(self) -> None:
        row = self.shelf.current
        if row and not row.read:
            self.store.library.mark_read(row.id)
            self.shelf.renew(self.shelf.cursor)

    # ------------------------------------------------------------------------------------------------- events

    def on_shelf_moved(self) -> None:
        """Another row: its briefing goes on the desk where one can see it."""
        self._say()
        if self.is_wide or self.reading:
            self.load()

    def on_shelf_opened(self) -> None:
        """Read it."""
        self._read()

    def _read(self) -> None:
        self.reading = True
        self.screen.add_class("-reading")
        self.sheet.focus()
        self.load()
        if self.open and self.shelf.current and self.open.briefing.id == self.shelf.current.id:
            self._mark_read()
        self._say()

    # ------------------------------------------------------------------------------------------------ actions

    async def action_back(self) -> None:
        """One step back: from the figure to the page, from the page to the list."""
        if self.open and self.open.stop:
            self._light(None)
        elif self.reading:
            self.reading = False
            self.screen.remove_class("-reading")
            self.shelf.focus()
            self.shelf.keep_in_sight()
            self._say()

    async def action_leave(self) -> None:
        """Back to the list, or out."""
        if self.reading and not self.is_wide:
            self._light(None)
            await self.action_back()
        else:
            self.exit()

    def action_item(self, step: int) -> None:
        """Read the next or the previous briefing."""
        self.shelf.move(self.shelf.cursor + step)

    def action_languages(self) -> None:
        """English, Chinese, or both."""
        self.sheet.set_mode(self.sheet.mode.following)

    def action_walk(self, step: int) -> None:
        """To the next finding: flags first, then all."""
        if self.open:
            self._go(self.open.page.by_urgency, step)

    def action_step(self, step: int) -> None:
        """To the next claim or figure in reading order."""
        if self.open:
            self._go(self.open.page.stops, step)

    def _go(self, stops: tuple[Stop, ...], step: int) -> None:
        if not self.open or not stops:
            return
        if not self.reading:
            self._read()
        at = stops.index(self.open.stop) if self.open.stop in stops else (-1 if step > 0 else 0)
        self._light(stops[(at + step) % len(stops)])

    def _light(self, stop: Stop | None) -> None:
        """Light a stop on the page and explain it in the panel; None puts both away."""
        if self.open:
            self.open = Open(self.open.briefing, self.open.page, stop)
            self.evidence.set_class(stop is not None, "-shown")
            if stop:
                self.evidence.show(
                    compose_evidence(self.open.briefing, self.open.page, stop, columns=self.sheet.columns), lit=stop.key
                )
        self.call_after_refresh(self.sheet.light, stop.key if stop else "")
        self._say()

    def action_help(self) -> None:
        """All keys."""
        self.push_screen(Help())


def read(store: Store, *, select: str | None = None, model: str = "", theme: str = "ink") -> None:
    """Open the reader and return when the user leaves it. There must be a terminal.

    Args:
        store: what to read; the caller closes it.
        select: the briefing to begin with.
        model: the state of the model in words, for the first screen.
        theme: ``ink`` (dark) or ``paper`` (light).
    """
    Reader(store, select=select, model=model, theme=theme).run(mouse=True)
