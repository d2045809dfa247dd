"""The days on the left: how much each holds, how much of it is flagged, and which of them is listed."""

from collections.abc import Callable
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.strip import Strip

from assistant.pages import Tone
from assistant.records import Verdict
from assistant.reporting.wording import SIGNS
from assistant.store import Day
from assistant.tui.drawn import Listing
from assistant.tui.keys import bindings
from assistant.tui.paint import Ink, spread
from assistant.tui.stock import Stock
from assistant.tui.words import say_count, say_list_day

ALL_DAYS = "All days"
COUNT_CELLS = 4


class DayList(Listing):
    """One line for all days together, then one for each. What is chosen is the ``day`` of the stock's filters."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("days")

    def __init__(self, stock: Stock, choose: Callable[[str], None], *, id: str | None = None) -> None:  # noqa: A002 - textual's word
        super().__init__(id=id)
        self.stock = stock
        self.choose = choose
        """Called with the day that is to be listed, empty for all: at once, so that all rooms change in one frame."""
        self.here = ""
        """The day of the briefing at the cursor."""
        self._drawn: tuple[int, int, str] = (-1, 0, "")

    @property
    def cursor(self) -> int:
        """The line of what is listed; 0 for all days."""
        return self._line_of(self.stock.filters.day)

    def _line_of(self, day: str) -> int:
        return next((n for n, known in enumerate(self.stock.all_days, 1) if known.day == day), 0) if day else 0

    def tell(self, here: str) -> None:
        """The briefing at the cursor is of the day ``here``; perhaps another day is listed, or counts are others."""
        now = (self.stock.version, self.cursor, here)
        if now == self._drawn:
            return
        self.here = here
        self.measure()
        if now[0] == self._drawn[0]:
            for line in {self._drawn[1], self._line_of(self._drawn[2]), self.cursor, self._line_of(here)}:
                self.refresh_lines(line)
        else:
            self.refresh()
        self._drawn = now
        self.keep_in_sight()

    def keep_in_sight(self) -> None:
        """Scroll so that the day that is listed is on the screen; where all are, the one that the list has come to."""
        line = self.cursor if self.has_focus else self.cursor or self._line_of(self.here)
        y, height = self.scroll_offset.y, self.size.height
        if line == 1:
            line = 0  # all days stand right above it
        if height and not y <= line < y + height:
            self.scroll_to(y=max(0, line - height // 2), animate=False, immediate=True)

    @property
    def last(self) -> int:
        """The line of the oldest day."""
        return len(self.stock.all_days)

    @property
    def in_window(self) -> int:
        """One day takes one line."""
        return self.size.height

    def refresh_cursor(self) -> None:
        """Draw anew what the cursor stands on."""
        self.refresh_lines(self.cursor)

    def measure(self) -> None:
        """Take the size of the list."""
        self.set_length(len(self.stock.all_days) + 1)

    # ----------------------------------------------------------------------------------------------- drawing

    def render_line(self, y: int) -> Strip:
        """Line ``y`` of the window."""
        line = y + self.scroll_offset.y
        if not 0 <= line <= len(self.stock.all_days):
            return Strip.blank(self.line_cells, self.base)
        day = self.stock.all_days[line - 1] if line else self.stock.total
        is_here = bool(line) and day.day == self.here
        bar, ground = Ink("▸" if is_here else " ", self._ink(Tone.LABEL)), Style()
        if line == self.cursor:
            bar, ground = self._cursor_look()
        return spread([bar, *self._named(day)], self._counts(day), self.line_cells, self.base + ground)

    def _named(self, day: Day) -> list[Ink]:
        newest = self.stock.all_days[0].day if self.stock.all_days else ""
        name = say_list_day(day.day, newest) if day.day else ALL_DAYS
        return [
            Ink("∙ " if day.unread else "  ", self._ink("bar")),
            Ink(name, self._ink(Tone.STRONG if day.unread else Tone.PLAIN)),
        ]

    def _counts(self, day: Day) -> list[Ink]:
        flag = f"{SIGNS[Verdict.CONTRADICTED].mark}{say_count(day.flags)}" if day.flags else ""
        return [
            Ink(f" {flag}", self._ink(Tone.FLAG)),
            Ink(f"{say_count(day.briefings):>{COUNT_CELLS}} ", self._ink(Tone.QUIET)),
        ]

    # ------------------------------------------------------------------------------------------------- events

    def on_click(self, event: events.Click) -> None:
        """A click lists a day."""
        line = event.y + self.scroll_offset.y
        if line <= len(self.stock.all_days):
            self.move(line)

    def move(self, to: int) -> None:
        """List the day of line ``to``, or of the nearest there is."""
        to = max(0, min(to, len(self.stock.all_days)))
        if to != self.cursor:
            self.choose(self.stock.all_days[to - 1].day if to else "")
