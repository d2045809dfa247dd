"""The list of briefings: thousands of rows, of which only those on the screen are fetched and drawn."""

import itertools
from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.strip import Strip

from assistant import pages
from assistant.pages import Tone
from assistant.records import Status, Verdict
from assistant.reporting.wording import SIGNS, STATUS_SIGNS
from assistant.store import Filters, Row
from assistant.tui.drawn import LINES_KEPT, Listing
from assistant.tui.keys import bindings
from assistant.tui.paint import Ink, spread, strip
from assistant.tui.stock import Stock
from assistant.tui.words import say_about, say_day, say_when, set_headline
from assistant.typesetting import pad

ONE_LINE_FROM = 72
"""From this many columns on an item takes one line."""
OUTLET_CELLS = 14
INDENT = 7
"""Cells before a headline: cursor, dot, sign."""


def lines_in(columns: int) -> int:
    """How many lines an item takes in a list of so many columns."""
    return 1 if columns >= ONE_LINE_FROM else 3


class Shelf(Listing):
    """The list. ``cursor`` counts rows of the stock from 0."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("shelf")

    class Opened(Message):
        """The user wants to read the row at the cursor."""

    def __init__(self, stock: Stock, *, id: str | None = None) -> None:  # noqa: A002 - textual's word
        super().__init__(id=id)
        self.stock = stock
        self._at = 0
        self.when_moved: Callable[[], None] | None = None
        """Called when the cursor stands on another row: at once, not by a message, so that both come in one frame."""
        self.is_left_alone = not len(stock)
        """Whether nobody has moved the cursor since there was nothing to stand on."""
        self._painted: dict[object, Strip] = {}
        """By all that decides how a line looks: a search lists the same rows letter after letter."""

    # ------------------------------------------------------------------------------------------------- state

    @property
    def cursor(self) -> int:
        """The row at the cursor."""
        return self._at

    @cursor.setter
    def cursor(self, row: int) -> None:
        self._at = row

    @property
    def last(self) -> int:
        """The last row."""
        return len(self.stock) - 1

    @property
    def in_window(self) -> int:
        """How many rows have room."""
        return self.size.height // self.item_lines

    @property
    def current(self) -> Row | None:
        """The row at the cursor."""
        return self.stock.row(self.cursor) if len(self.stock) else None

    @property
    def item_lines(self) -> int:
        """How many lines an item takes."""
        return lines_in(self.columns)

    def show(self, filters: Filters | None = None, *, keep: str | None = None) -> None:
        """Fetch the list again, perhaps with other filters; the cursor stays on ``keep`` if that is still there."""
        near = self.cursor
        if filters is None:
            self.stock.load()
        else:
            self.stock.show(filters)
        found = self.stock.find(keep, near) if keep else None
        self.cursor = max(0, min(near if found is None else found, len(self.stock) - 1))
        self.is_left_alone = not len(self.stock) or (self.is_left_alone and found is None)
        self.measure()
        self.refresh()
        self._tell()

    def move(self, to: int) -> None:
        """Put the cursor on row ``to``, or on the nearest there is."""
        to = max(0, min(to, len(self.stock) - 1))
        self.is_left_alone = False
        before, self.cursor = self.cursor, to
        self.keep_in_sight()  # first, for the scroll bar says that it has changed later than the rest
        if to != before:
            for item in (before, to):
                self.renew(item)
            self._tell()

    def _tell(self) -> None:
        if self.when_moved:
            self.when_moved()

    def renew(self, item: int) -> None:
        """Draw a row afresh: it was marked as read."""
        self.refresh_lines(self.stock.line_of(item, self.item_lines), self.item_lines)

    def refresh_cursor(self) -> None:
        """Draw anew what the cursor stands on."""
        self.renew(self.cursor)

    def keep_in_sight(self) -> None:
        """Scroll so that the row at the cursor is on the screen, with its day where it is the first of it."""
        height, lines = self.size.height, self.item_lines
        top = self.stock.line_of(self.cursor, lines)
        first = top - 1 if self.stock.place_at(top - 1, lines) and self._is_heading(top - 1) else top
        y = self.scroll_offset.y
        if first < y:
            y = first
        elif top + lines > y + height:
            y = top + lines - height
        if y != self.scroll_offset.y:
            self.scroll_to(y=y, animate=False, immediate=True)

    def _is_heading(self, line: int) -> bool:
        place = self.stock.place_at(line, self.item_lines)
        return place is not None and place.part < 0

    def measure(self) -> None:
        """Take the size of the list: the lines per item may be others."""
        self.set_length(self.stock.lines(self.item_lines))

    # ----------------------------------------------------------------------------------------------- drawing

    @property
    def drawn_from(self) -> object:
        """The list as it is."""
        return self.stock.version

    def render_line(self, y: int) -> Strip:
        """Line ``y`` of the window."""
        columns, base = self.line_cells, self.base
        place = self.stock.place_at(y + self.scroll_offset.y, lines_in(columns))
        row = self.stock.row(place.item) if place else None
        if place is None or row is None:
            return Strip.blank(columns, base)
        if place.part < 0:
            return self._draw_day(place.day, columns, base)
        at_cursor, stories = place.item == self.cursor, (self.stock.in_stories, row.story in self.stock.opened)
        hits = tuple(self._find_words(self._headline(row).text))
        key = (row, place.part, at_cursor, self.has_focus, stories, hits, columns, base)
        if key not in self._painted:
            if len(self._painted) >= LINES_KEPT:
                self._painted.clear()
            self._painted[key] = self._draw_row(row, place.part, columns, base, at_cursor=at_cursor)
        return self._painted[key]

    def notify_style_update(self) -> None:
        """The theme changed."""
        super().notify_style_update()
        self._painted.clear()

    def _draw_row(self, row: Row, part: int, columns: int, base: Style, *, at_cursor: bool) -> Strip:
        bar, ground = self._cursor_look() if at_cursor else (Ink(" ", base), Style())
        if lines_in(columns) == 1:
            return self._draw_wide(row, bar, columns, base + ground)
        return self._draw_narrow(row, part, bar, columns, base + ground)

    def _draw_day(self, index: int, columns: int, base: Style) -> Strip:
        day = self.stock.days[index]
        flags = [Ink(f"{SIGNS[Verdict.CONTRADICTED].mark} {day.flags:,}  ", self._ink(Tone.FLAG))] if day.flags else []
        counts = [*flags, Ink(f"{day.briefings:,} ", self._ink(Tone.QUIET))]
        return spread([Ink(f" {say_day(day.day)}", self._ink(Tone.LABEL))], counts, columns, base)

    def _draw_narrow(self, row: Row, part: int, bar: Ink, columns: int, base: Style) -> Strip:
        """The headline on one line or two, and what is known of the item below it."""
        text, style = self._headline(row)
        text = f"{self._branch(row)}{text}"
        first, second = set_headline(text, columns - INDENT - 1)
        about = Ink(say_about(row, columns - INDENT - 1), self._ink(Tone.QUIET))
        below = [self._hits(second, style), [about]] if second else [[about], []]
        if part == 0:
            return strip([bar, self._dot(row), *self._sign(row), *self._hits(first, style)], columns, base)
        return strip([bar, Ink(" " * (INDENT - 1), base), *below[part - 1]], columns, base)

    def _draw_wide(self, row: Row, bar: Ink, columns: int, base: Style) -> Strip:
        right = [
            Ink(f"  {pad(row.outlet, OUTLET_CELLS)} ", self._ink(Tone.QUIET)),
            Ink(f"{say_when(row):>6} ", self._ink(Tone.QUIET)),
        ]
        branch = Ink(self._branch(row), self._ink(Tone.LABEL))
        left = [bar, self._dot(row), *self._sign(row), branch, *self._hits(*self._headline(row))]
        return spread(left, right, columns, base)

    def _dot(self, row: Row) -> Ink:
        return Ink("  " if row.read else "∙ ", self._ink("bar"))

    def _sign(self, row: Row) -> list[Ink]:
        if row.status in STATUS_SIGNS:
            sign = STATUS_SIGNS[row.status]
            return [Ink(f"{sign.mark}   ", self._ink("failed" if row.status is Status.FAILED else Tone.QUIET))]
        flags = row.story_flags if row.is_lead and row.story not in self.stock.opened else row.flags
        if flags:
            return [Ink(f"{SIGNS[Verdict.CONTRADICTED].mark}{min(flags, 99):<2} ", self._ink(Tone.FLAG))]
        return [Ink(f"{SIGNS[Verdict.SUPPORTED].mark}   ", self._ink("well"))]

    def _branch(self, row: Row) -> str:
        """How a row belongs to a story: it stands for others, or stands below the one that does."""
        if not self.stock.in_stories:
            return ""
        if row.is_lead:
            return f"{'▾' if row.story in self.stock.opened else '▸'}{row.told} "
        return "   " if row.is_follower else ""

    def _headline(self, row: Row) -> Ink:
        if not row.headline or row.status in (Status.HELD, Status.FAILED):
            return Ink(row.original, self._ink(Tone.SOURCE))
        return Ink(row.headline, self._ink(Tone.PLAIN if row.read else Tone.STRONG))

    def _hits(self, text: str, style: Style) -> list[Ink]:
        """A headline in which the words of a search are marked."""
        spans = self._find_words(text)
        if not spans:
            return [Ink(text, style)]
        cuts = [0, *(edge for span in spans for edge in span), len(text)]
        hit = style + self._ink(Tone.HIT)
        return [Ink(text[a:b], hit if n % 2 else style) for n, (a, b) in enumerate(itertools.pairwise(cuts)) if a < b]

    def _find_words(self, text: str) -> Sequence[tuple[int, int]]:
        words = self.stock.filters.words
        return pages.find_words(text, words) if words else ()

    # ------------------------------------------------------------------------------------------------- events

    def on_click(self, event: events.Click) -> None:
        """A click chooses a row; a second one on the same row opens it."""
        place = self.stock.place_at(event.y + self.scroll_offset.y, self.item_lines)
        if place is None:
            return
        if place.part >= 0 and place.item == self.cursor:
            self.post_message(self.Opened())
        else:
            self.move(place.item)
