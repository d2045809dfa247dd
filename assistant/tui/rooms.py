"""The two rooms of the reader, the list and the desk: side by side where there is room, else one at a time."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.geometry import Size
from textual.screen import Screen
from textual.worker import get_current_worker

from assistant.errors import BriefingError
from assistant.pages import (
    Block,
    Mode,
    Page,
    Run,
    Stop,
    Tone,
    compose_evidence,
    compose_notices,
    compose_page,
    count_stop,
)
from assistant.store import Filters, Store
from assistant.tui.chrome import Keys, Masthead, Notice
from assistant.tui.opened import Open, say_filters
from assistant.tui.preferences import Place
from assistant.tui.prompt import Prompt
from assistant.tui.sheet import Sheet
from assistant.tui.shelf import Shelf, say_day
from assistant.tui.stock import Stock
from assistant.tui.welcome import compose_nothing, compose_small, compose_welcome

WIDE_FROM, SHORT_BELOW = 100, 34
WIDTHS = {"-wide": WIDE_FROM, "-roomy": 130, "-vast": 160}
SMALLEST = (40, 10)


class Rooms(Screen[None]):
    """List and desk: what is shown where, and what the cursor lights. Commands are in ``library``."""

    def __init__(self, store: Store, *, place: Place | None = None, model: str = "") -> None:
        super().__init__()
        self.store = store
        self.before = place or Place()
        self.restoring = bool(self.before.stop)
        self.model_state = model
        self.stock = Stock(store)
        self.open: Open | None = None
        self.reading = False
        self.wide = False
        self.then: Callable[[], None] | None = None
        """What the user asked for while the briefing was still being loaded."""

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
        yield Prompt()
        yield Keys()

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

    # ------------------------------------------------------------------------------------------------- layout

    def on_mount(self) -> None:
        """Show what is stored; load the first briefing after the first frame."""
        self.evidence.can_focus = False
        self._fit(self.app.size)
        self.show_empty()
        self._restore()
        self.say()
        if len(self.stock):
            self.call_after_refresh(self.load)

    def _restore(self) -> None:
        """Go where the user was."""
        before = self.before
        if before.mode in set(Mode):
            self.sheet.mode = Mode(before.mode)
        found = self.stock.find(before.briefing) if before.briefing else None
        self.shelf.focus()
        if found is None:
            self.restoring = False
            return
        self.shelf.cursor = found
        self.call_after_refresh(self.shelf.keep_in_sight)
        if before.reading:
            self.call_after_refresh(self.read)

    def place(self, *, theme: str) -> Place:
        """Where the user is, for the next time."""
        stop = self.open.stop.key if self.open and self.open.stop else ""
        row = self.shelf.current if self.is_mounted else None
        return Place(row.id if row else "", stop, str(self.sheet.mode), theme, self.reading)

    def on_resize(self, event: events.Resize) -> None:
        """Another size, perhaps another arrangement; item, figure and top line stay."""
        self._fit(event.size)

    def _fit(self, size: Size) -> None:
        columns, lines = size
        self.wide = columns >= WIDE_FROM
        tiny = columns < SMALLEST[0] or lines < SMALLEST[1]
        for name, needed in WIDTHS.items():
            self.set_class(columns >= needed, name)
        self.set_class(lines < SHORT_BELOW, "-short")
        self.set_class(tiny, "-tiny")
        if tiny:
            self.query_one("#small", Sheet).show(compose_small(columns, lines))
        if self.wide:
            self.call_after_refresh(self.load)
        self.call_after_refresh(self.explain)

    def show_empty(self) -> None:
        """Where there is nothing to list, say why and what to do."""
        filtered = self.stock.filters != Filters(flags_first=self.stock.filters.flags_first)
        self.set_class(not len(self.stock), "-empty")
        if not len(self.stock):
            path = str(self.store.path)
            blocks = compose_nothing(self.stock.filters) if filtered else compose_welcome(path, self.model_state)
            self.query_one("#welcome", Sheet).show(blocks)

    def say(self, message: str = "") -> None:
        """What the frame says of the state, and once a message."""
        row = self.shelf.current
        flags = f"⚑ {self.stock.flags}" if self.stock.flags else ""
        counts = f"{self.shelf.cursor + 1} of {len(self.stock):,} · {self.stock.unread:,} unread" if row else ""
        if self.open and self.open.stop:
            counts, flags = count_stop(self.open.page, self.open.stop), ""
        place = [say_day(row.day) if row else "", say_filters(self.stock.filters), self.job_words()]
        self.query_one(Masthead).say(" · ".join(filter(None, place)), counts, flags)
        self.query_one(Keys).say(self._key_names(), message)

    def job_words(self) -> str:
        """What is said of a run that is under way."""
        return ""

    def _key_names(self) -> tuple[str, ...]:
        if not len(self.stock):
            return ("open-dump", "search", "help", "quit")
        if self.open and self.open.stop:
            return ("next-flag", "next-figure", "mark", "copy", "back", "help", "quit")
        if self.reading:
            return ("next-flag", "next-figure", "languages", "copy", "back", "help", "quit")
        return ("open", "next-flag", "search", "filter", "day", "open-dump", "help", "quit")

    # ------------------------------------------------------------------------------------- loading a briefing

    def load(self, *, again: bool = False) -> None:
        """Put the briefing at the cursor on the desk. It is read in a thread: the frame never waits for it."""
        row = self.shelf.current
        if row and (again or not self.is_loaded):
            words = self.stock.filters.words
            self.run_worker(partial(self._fetch, row.id, words), thread=True, exclusive=True, group="load")

    def _fetch(self, briefing: str, words: str) -> None:
        worker = get_current_worker()
        try:
            found = self.store.library.briefing(briefing)
            run = self.store.library.run_of(briefing)
            page = compose_page(found, words=words)
            opened = Open(found, page, run.notices if run else (), self.store.reviews.of(briefing))
        except BriefingError as error:
            if not worker.is_cancelled:
                self.app.call_from_thread(self._lay_problem, error)
            return
        if not worker.is_cancelled:
            self.app.call_from_thread(self._lay, opened)

    def _lay(self, opened: Open) -> None:
        same = self.open is not None and self.open.briefing.id == opened.briefing.id
        self.open = opened
        self.sheet.show((*opened.page.blocks, *compose_notices(opened.notices)), keep_place=same)
        self.query_one(Notice).say(opened.notices)
        self.light(opened.page.stop(self.before.stop) if self.restoring else None)
        self.restoring = False
        if self.reading:
            self._mark_read()
        if self.then:
            self.then()

    def _lay_problem(self, error: BriefingError) -> None:
        self.open = self.then = None
        self.sheet.show((Block((Run(error.message, Tone.FLAG),), space=True), Block((Run(error.advice, Tone.QUIET),))))
        self.light(None)

    def _mark_read(self) -> None:
        row = self.shelf.current
        if row and not row.read:
            self.mark_row(read=True)

    def mark_row(self, *, read: bool) -> None:
        """Remember that the row at the cursor was read, or was not."""
        row = self.shelf.current
        if row:
            self.store.library.mark_read(row.id, read=read)
            self.stock.count_read(self.shelf.cursor, read=read)
            self.shelf.renew(self.shelf.cursor)

    # ---------------------------------------------------------------------------------------------- navigation

    def on_shelf_moved(self) -> None:
        """Another row: its briefing goes on the desk where one can see it."""
        self.then = None
        self.say()
        if self.wide or self.reading:
            self.load()

    def on_shelf_opened(self) -> None:
        """Read it."""
        self.read()

    def on_sheet_pointed(self, event: Sheet.Pointed) -> None:
        """Light the figure or the quotation that was clicked on: figures before the claims that hold them."""
        keys = sorted(event.keys, key=lambda key: key.startswith("claim"))
        stop = self.open.page.stop(keys[0]) if self.open else None
        if stop and self.open and stop != self.open.stop:
            if not self.reading:
                self.read()
            self.light(stop)

    def read(self) -> None:
        """Go to the desk."""
        self.reading = True
        self.add_class("-reading")
        self.sheet.focus()
        self.load()
        if self.is_loaded:
            self._mark_read()
        self.say()

    def leave_desk(self) -> None:
        """Go to the list."""
        self.light(None)
        self.reading = False
        self.remove_class("-reading")
        self.shelf.focus()
        self.call_after_refresh(self.shelf.keep_in_sight)
        self.say()

    @property
    def is_loaded(self) -> bool:
        """Whether the briefing at the cursor is the one on the desk."""
        row = self.shelf.current
        return bool(row and self.open and self.open.briefing.id == row.id)

    def when_loaded(self, act: Callable[[Open], None]) -> None:
        """Do something with the briefing at the cursor, as soon as it is there."""
        if self.is_loaded and self.open:
            self.then = None
            act(self.open)
        elif self.shelf.current:
            self.then = partial(self.when_loaded, act)
            self.load()

    def go(self, stops_of: Callable[[Page], tuple[Stop, ...]], step: int) -> None:
        """Light the stop that comes ``step`` after the one at the cursor; as soon as the briefing is there."""
        if not self.reading and self.shelf.current:
            self.read()
        self.when_loaded(lambda opened: self._go(opened, stops_of(opened.page), step))

    def _go(self, opened: Open, stops: tuple[Stop, ...], step: int) -> None:
        if not stops:
            self.say("nothing to check here")
            return
        at = stops.index(opened.stop) if opened.stop in stops else (-1 if step > 0 else 0)
        self.light(stops[(at + step) % len(stops)])

    def light(self, stop: Stop | None) -> None:
        """Light a stop on the page and explain it in the panel; None puts both away."""
        if self.open:
            self.open = replace(self.open, stop=stop)
            self.evidence.set_class(stop is not None, "-shown")
        self.call_after_refresh(self.sheet.light, stop.key if stop else "")
        self.call_after_refresh(self.explain)  # only then is it known how wide the panel is
        self.say()

    def explain(self) -> None:
        """Fill the panel for the stop at the cursor."""
        opened = self.open
        if not opened or not opened.stop:
            return
        review, stop = opened.review, opened.stop
        mark = ": ".join(filter(None, (review.verdict, review.note))) if review else ""
        blocks = compose_evidence(opened.briefing, opened.page, stop, columns=self.sheet.columns, mark=mark)
        self.evidence.show(blocks, lit=stop.key)

    def set_mode(self, mode: Mode) -> None:
        """Show other languages."""
        self.sheet.set_mode(mode)
        self.say(f"showing {mode}")
