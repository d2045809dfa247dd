"""The desk: which briefing lies on it, and where the cursor goes on it."""

from collections.abc import Callable
from contextlib import suppress
from functools import cached_property, partial
from typing import TYPE_CHECKING

from textual.types import NoActiveAppError
from textual.worker import get_current_worker

from assistant import tui
from assistant.errors import BriefingError
from assistant.pages import Block, Mode, Page, Run, Stop, Tone
from assistant.records.record import change
from assistant.store import Store
from assistant.tui.chrome import Notice
from assistant.tui.frame import Frame
from assistant.tui.place import Place
from assistant.tui.sheet import Sheet
from assistant.typesetting import ELLIPSIS

if TYPE_CHECKING:
    from assistant.tui.fetching import Fetcher
    from assistant.tui.opened import Act, Open

SIGN_AFTER_S = 0.2
"""What takes longer says so."""
NOTHING_HERE = "no briefing is listed here"


class Desk(Frame):
    """List and desk, with the briefing at the cursor on the desk."""

    def __init__(self, store: Store, *, place: Place | None = None, model: str = "") -> None:
        super().__init__(store, place=place, model=model)
        self._reads_first = False
        """Whether to go to the desk as soon as it is there."""
        self._laid = 0
        """The row whose briefing was laid on the desk last: it tells which way the user goes."""

    @cached_property
    def fetcher(self) -> "Fetcher":
        """Reads and composes briefings. It brings all that makes a page, for which no first frame waits."""
        return tui.fetching.Fetcher(self.store)

    # ------------------------------------------------------------------------------------- coming back

    def on_mount(self) -> None:
        """Show what is stored; load the first briefing after the first frame."""
        self.shelf.when_moved = self.on_moved
        self.fit(self.app.size)
        self.show_empty()
        self._restore()
        self.say()
        self.call_after_refresh(self.complete)

    async def complete(self) -> None:
        """The same, and then the briefing at the cursor: no first frame waits for it."""
        await super().complete()
        self.read() if self._reads_first else self.load()

    def _restore(self) -> None:
        """Go where the user was."""
        before = self.before
        if before.mode in set(Mode):
            self.sheet.mode = Mode(before.mode)
        found = self.stock.find(before.briefing) if before.briefing else None
        self.set_focus(self.shelf)
        if found is None:
            self.restoring = False
            return
        self.shelf.cursor = found
        self.call_after_refresh(self.shelf.keep_in_sight)
        self._reads_first = before.reading

    def on_fitted(self) -> None:
        """There may be room for the briefing now, and the panel may be wider."""
        if self.wide:
            self.load()
        self.pane.explain()

    # ------------------------------------------------------------------------------------- loading a briefing

    def load(self, *, again: bool = False) -> None:
        """Put the briefing at the cursor on the desk. It is read in a thread: the frame never waits for it."""
        row = self.shelf.current
        if row and self.is_complete and (again or not self.is_loaded):
            words = self.stock.filters.words
            kept = None if again else self.fetcher.kept(row.id, words)
            if kept:
                self.workers.cancel_group(self, "load")
                self._lay(kept)
                return
            self.set_timer(SIGN_AFTER_S, self._say_loading)
            self.run_worker(partial(self._fetch, row.id, words), thread=True, exclusive=True, group="load")

    def _say_loading(self) -> None:
        if not self.is_loaded and self.shelf.current and (self.wide or self.reading):
            self.say(f"loading {ELLIPSIS}")

    def load_anew(self) -> None:
        """What is stored has changed, or other words are looked for: compose the page anew, now or when it is seen."""
        if self.wide or self.reading:
            self.load(again=True)
        else:
            self.pane.open = None

    def _fetch(self, briefing: str, words: str) -> None:
        worker = get_current_worker()
        try:
            opened = self.fetcher.fetch(briefing, words)
        except BriefingError as error:
            if not worker.is_cancelled:
                self.app.call_from_thread(self._lay_problem, error)
            return
        if not worker.is_cancelled:
            self.app.call_from_thread(self._lay, opened)

    def _look_ahead(self) -> None:
        """Make the briefing ready that comes next if the user goes on as before: the next key finds it laid out."""
        ahead = self.shelf.cursor + (1 if self.shelf.cursor >= self._laid else -1)
        self._laid = self.shelf.cursor
        row = self.stock.row(ahead) if 0 <= ahead < len(self.stock) else None
        words = self.stock.filters.words
        if row and not self.fetcher.kept(row.id, words):
            self.run_worker(partial(self._prepare, row.id, words), thread=True, exclusive=True, group="ahead")

    def _prepare(self, briefing: str, words: str) -> None:
        # an error is told when one comes to the page; the reader may be closed while a page is made ready
        with suppress(BriefingError, NoActiveAppError):
            self.sheet.make_ready(self.fetcher.fetch(briefing, words).blocks)

    def _lay(self, opened: "Open") -> None:
        same = self.pane.open is not None and self.pane.open.briefing.id == opened.briefing.id
        restored = self.restoring and opened.briefing.id == self.before.briefing
        before = self.before.stop if restored else ""
        if same and self.pane.open and self.pane.open.stop:  # a key was quicker than a second load of the same briefing
            before = self.pane.open.stop.key
        if self.pane.open and self.pane.open.briefing == opened.briefing:
            opened = change(opened, page=opened.page.in_order_of(self.pane.open.page))
        self.pane.open = opened
        self.sheet.show(opened.blocks, keep_place=same)
        self.query_one(Notice).say(opened.notices)
        if self.reading:
            self._mark_read()
        self.pane.light(opened.page.stop(before) if before else None)
        if restored:
            self.pane.call_after_refresh(self.sheet.begin_at, self.before.top)  # after it was scrolled to the stop
        self.restoring = False
        self.call_after_refresh(self._look_ahead)
        if self.then:
            self.then()

    def _lay_problem(self, error: BriefingError) -> None:
        self.pane.open = self.then = None
        self.sheet.show((Block((Run(error.message, Tone.FLAG),), space=True), Block((Run(error.advice, Tone.QUIET),))))
        self.pane.light(None)

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

    def on_moved(self) -> None:
        """Another row: its briefing goes on the desk where one can see it."""
        self.then = None
        if self.wide or self.reading:
            self.load()
        if not self.is_loaded:  # else what it says is said
            self.say()

    def on_shelf_opened(self) -> None:
        """Read it."""
        self.read()

    def on_sheet_pointed(self, event: Sheet.Pointed) -> None:
        """Light the figure or the quotation that was clicked on: figures before the claims that hold them."""
        keys = sorted(event.keys, key=lambda key: key.startswith("claim"))
        stop = self.pane.open.page.stop(keys[0]) if self.pane.open else None
        if stop and self.pane.open and stop != self.pane.open.stop:
            if not self.reading:
                self.read()
            self.pane.light(stop)

    def read(self) -> None:
        """Go to the desk."""
        if not self.is_complete:
            self._reads_first = True
            return
        self.reading = True
        self.add_class("-reading")
        self.set_focus(self.sheet)
        self.load()
        if self.is_loaded:
            self._mark_read()
        self.say()

    def leave_desk(self) -> None:
        """Go to the list; or stay among the days, where a click led there."""
        self.pane.light(None)
        self.reading = False
        self.remove_class("-reading")
        if not self.choosing:
            self.set_focus(self.shelf)
        self.call_after_refresh(self.shelf.keep_in_sight)
        self.say()

    @property
    def is_loaded(self) -> bool:
        """Whether the briefing at the cursor is the one on the desk."""
        row = self.shelf.current
        return bool(row and self.pane.open and self.pane.open.briefing.id == row.id)

    def when_loaded(self, act: "Callable[[Open], None]") -> None:
        """Do something with the briefing at the cursor, as soon as it is there."""
        if self.is_loaded and self.pane.open:
            self.then = None
            act(self.pane.open)
        elif self.shelf.current:
            self.then = partial(self.when_loaded, act)
            self.load()
        else:
            self.say(NOTHING_HERE)

    def when_laid(self, message: str) -> None:
        """Say something as soon as the briefing that is being loaded lies on the desk."""
        self.say(message)
        self.then = partial(self._say_at_last, message)

    def _say_at_last(self, message: str) -> None:
        self.then = None
        self.say(message)

    def go(self, stops_of: Callable[[Page], tuple[Stop, ...]], step: int) -> None:
        """Light the stop that comes ``step`` after the one at the cursor; as soon as the briefing is there."""
        if not self.reading and self.shelf.current:
            self.read()
        self.when_loaded(lambda opened: self._go(opened, stops_of(opened.page), step))

    def _go(self, opened: "Open", stops: tuple[Stop, ...], step: int) -> None:
        if not stops:
            self.say("nothing to check here")
            return
        at = stops.index(opened.stop) if opened.stop in stops else (-1 if step > 0 else 0)
        self.pane.light(stops[(at + step) % len(stops)])

    def _try(self, act: "Act") -> None:
        """Do something that the outside world may refuse, and say what came of it."""
        self.say(_outcome(act))

    def try_later(self, what: str, act: "Act") -> None:
        """The same with something that takes long, in a thread; meanwhile it is said what is being done."""
        self.say(f"{what} {ELLIPSIS}")
        self.run_worker(lambda: self.app.call_from_thread(self.say, _outcome(act)), thread=True, group="later")


def _outcome(act: "Act") -> str:
    try:
        return act()
    except BriefingError as error:
        return f"not done: {error.message}"
    except OSError as error:
        return f"not done: {error.strerror or error}"
