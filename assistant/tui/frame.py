"""The frame: the rooms, days, list and desk, side by side where there is room, else one at a time; and what it says."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.geometry import Region, Size
from textual.strip import Strip

from assistant import pages, tui
from assistant.store import Store
from assistant.tui.chrome import Keys, Masthead, Notice
from assistant.tui.daylist import DayList
from assistant.tui.fitted import Fitted
from assistant.tui.pane import ReadingPane
from assistant.tui.place import Place
from assistant.tui.prompt import Prompt
from assistant.tui.sheet import Sheet
from assistant.tui.shelf import Shelf
from assistant.tui.stock import Stock
from assistant.tui.words import say_day, say_filters, say_short_day

WIDE_FROM, SHORT_BELOW = 100, 34
WIDTHS = {"-wide": WIDE_FROM, "-three": 120, "-roomy": 130, "-vast": 160}
"""From how many columns on the style sheet arranges the rooms otherwise. Days stand on the left from ``-three`` on;
below ``-vast`` they make room for the page that is read: there would be none for the source beside the translation."""


class Rooms(Horizontal):
    """Days, list and desk. They fill it: nothing of its own is ever seen, and none of it is drawn at each key."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """No line."""
        return []


class Frame(Fitted[None]):
    """List and desk: what is shown where. What is on the desk is in ``desk``, the commands are in ``library``."""

    def __init__(self, store: Store, *, place: Place | None = None, model: str = "") -> None:
        super().__init__()
        self.store = store
        self.before = place or Place()
        self.restoring = bool(self.before.stop or self.before.top)
        self.model_state = model
        self.stock = Stock(store)
        self.pane = ReadingPane(self.say, id="desk")
        self.welcome = Sheet(id="welcome")
        self.is_complete = False
        self.reading = False
        self.wide = False
        self.days: DayList | None = None
        """Made when there is room for it, or it is asked for: no first frame of a small window waits for it."""
        self.then: Callable[[], None] | None = None
        """What the user asked for while the briefing was still being loaded."""

    def compose(self) -> ComposeResult:
        """What the first frame shows, arranged for the window from the beginning."""
        self._arrange(self.app.size, update=False)
        yield Masthead()
        with Rooms(id="rooms"):
            if self.has_class("-three"):
                yield self._make_days()
            yield Shelf(self.stock)
            if self.wide:
                yield self.pane
        if not len(self.stock):
            yield self.welcome
        yield Keys()

    async def complete(self) -> None:
        """Bring what the first frame does not show, once it is there: each widget takes as long as ten lines of it."""
        rooms = self.query_one("#rooms")
        if not self.pane.is_attached:
            await rooms.mount(self.pane)
        hidden = [] if self.welcome.is_attached else [self.welcome]
        await self.mount_all([Notice(), *hidden, self.make_small(), Prompt(self.on_typed)], before=rooms)
        self.is_complete = True
        super().fit(self.app.size)

    @property
    def shelf(self) -> Shelf:
        """The list."""
        return self.query_one(Shelf)

    @property
    def sheet(self) -> Sheet:
        """The page on the desk."""
        return self.pane.page

    @property
    def evidence(self) -> Sheet:
        """The panel under the page."""
        return self.pane.evidence

    def _make_days(self) -> DayList:
        self.days = DayList(self.stock, self.list_day)
        return self.days

    def list_day(self, day: str) -> None:
        """List one day; empty: all."""

    def on_typed(self, purpose: str, text: str) -> None:
        """What is being typed is another text."""

    # ------------------------------------------------------------------------------------------------- layout

    def place(self, *, theme: str) -> Place:
        """Where the user is, for the next time."""
        row = self.shelf.current if self.is_mounted else None
        opened = self.pane.open if row and self.pane.open and self.pane.open.briefing.id == row.id else None
        stop, top = (opened.stop.key if opened.stop else "", self.sheet.top) if opened else ("", [])
        return Place(row.id if row else "", stop, str(self.sheet.mode), theme, self.reading, top)

    def fit(self, size: Size) -> None:
        """Another size, perhaps another arrangement; item, figure and top line stay."""
        super().fit(size)
        self._arrange(size)
        if self.has_class("-three") and not self.days:
            self.query_one("#rooms").mount(self._make_days(), before=0)
        self.call_after_refresh(self.on_fitted)

    def _arrange(self, size: Size, *, update: bool = True) -> None:
        """``update``: draw it so; before the first frame that would be done for nothing."""
        columns, lines = size
        self.wide = columns >= WIDE_FROM
        arrangement = {name: columns >= needed for name, needed in WIDTHS.items()}
        arrangement["-short"] = lines < SHORT_BELOW
        self.update_classes(arrangement, update=update)

    def on_fitted(self) -> None:
        """The arrangement is another one."""

    def show_empty(self) -> None:
        """Where there is nothing to list, say why and what to do."""
        self.set_class(not len(self.stock), "-empty")
        if not len(self.stock):
            holds_any = self.store.library.count()
            path = str(self.store.path)
            if holds_any:
                blocks = tui.welcome.compose_nothing(self.stock.filters)
            else:
                blocks = tui.welcome.compose_welcome(path, self.model_state, is_briefing=self.is_briefing)
            self.welcome.show(blocks)

    def say(self, message: str = "") -> None:
        """What the frame says of the state, and once a message."""
        row = self.shelf.current
        flags = f"⚑ {self.stock.flags:,}" if self.stock.flags else ""
        counts = f"{self.shelf.cursor + 1:,} of {len(self.stock):,} · {self.stock.unread:,} unread" if row else ""
        if row and self.pane.open and self.pane.open.stop:
            counts, flags = pages.count_stop(self.pane.open.page, self.pane.open.stop), ""
        only = "only " if self.stock.filters.day else ""
        run = self.job_words()
        day = (say_short_day if run and not self.wide else say_day)(row.day) if row else ""
        place = [f"{only}{day}" if row else "", run, say_filters(self.stock.filters)]
        self.query_one(Masthead).say(" · ".join(filter(None, place)), counts, flags)
        self.query_one(Keys).say(self._key_names(), message)
        if self.days:
            self.days.tell(row.day if row else "")

    @property
    def choosing(self) -> bool:
        """Whether the cursor stands among the days."""
        return self.days is not None and self.focused is self.days

    @property
    def is_briefing(self) -> bool:
        """Whether a run is under way that would end with the reader."""
        return False

    def job_words(self) -> str:
        """What is said of a run that is under way."""
        return ""

    def _key_names(self) -> tuple[str, ...]:
        if not len(self.stock):
            return ("open-dump", *(("search",) if self.stock.filters.words else ()), "help", "quit")
        leave = "to-list" if self.reading and not self.wide else "quit"
        if self.pane.open and self.pane.open.stop:
            return ("next-flag", "next-figure", "mark", "copy", "back", "help", leave)
        if self.reading:
            return ("next-flag", "next-figure", "languages", "copy", "back", "help", leave)
        if self.choosing:
            return ("list-day", "search", "filter", "day", "help", "quit" if self.wide else "to-list")
        return ("open", "next-flag", "search", "days", "filter", "day", "open-dump", "help", "quit")
