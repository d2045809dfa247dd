"""The list's rows, fetched from the store a page at a time, and where each of them stands among the day headings."""

from bisect import bisect_right
from collections import OrderedDict
from itertools import accumulate
from typing import NamedTuple

from assistant.records.record import change
from assistant.store import Day, Filters, Row, Store

PAGE_ROWS = 100
PAGES_KEPT = 40


class Place(NamedTuple):
    """What stands on a line of the list: the heading of a day (``part`` -1), or line ``part`` of an item."""

    day: int
    item: int
    part: int


class Stock:
    """All rows that pass the filters, in order. Only what is looked at is fetched."""

    def __init__(self, store: Store, filters: Filters | None = None) -> None:
        self.store = store
        self.filters = filters or Filters()
        self.opened: dict[str, None] = {}
        """The stories of which every telling is listed."""
        self.version = 0
        """Another number whenever days or counts are others."""
        self.load()

    @property
    def in_stories(self) -> bool:
        """Whether a story is one row. What is looked for is always listed itself."""
        asked = self.filters
        return not (asked.words or asked.flagged or asked.unread or asked.outlet)

    def load(self) -> None:
        """Ask the store again: how much there is, day by day."""
        self._query = change(self.filters, day="", stories=self.in_stories, opened=tuple(self.opened))
        self.all_days: list[Day] = self.store.library.days(self._query)
        """Whichever of them is listed."""
        self._list_day()

    def show(self, filters: Filters) -> None:
        """List what passes ``filters``; where only the day is another one, the store is not asked how much there is."""
        is_same = change(filters, day="") == change(self.filters, day="")
        self.filters = filters
        is_stale = bool(self._left)
        self._list_day() if is_same and not is_stale else self.load()

    def _list_day(self) -> None:
        day = self.filters.day
        self.version += 1
        self._query = change(self._query, day=day)
        self.days = [known for known in self.all_days if known.day == day] if day else list(self.all_days)
        self._starts = list(accumulate((day.briefings for day in self.days), initial=0))
        self._pages: OrderedDict[int, list[Row]] = OrderedDict()
        self._left: set[int] = set()
        """Rows that pass the filters no more, for they were read or marked since: the list has them still, the store's
        does not."""
        self._heads: dict[int, list[int]] = {}
        """By the height of an item: the lines of the day headings."""

    def __len__(self) -> int:
        return self._starts[-1]

    @property
    def total(self) -> Day:
        """All days together, under no name."""
        days = self.all_days
        return Day(
            "", sum(day.briefings for day in days), sum(day.flags for day in days), sum(day.unread for day in days)
        )

    @property
    def flags(self) -> int:
        """Flags in all rows together."""
        return sum(day.flags for day in self.days)

    @property
    def unread(self) -> int:
        """How many rows have not been read."""
        return sum(day.unread for day in self.days)

    def row(self, item: int) -> Row | None:
        """Row ``item``, counted from 0; None where the store has shrunk meanwhile."""
        number, offset = divmod(item, PAGE_ROWS)
        if number not in self._pages:
            first = number * PAGE_ROWS
            gone = sum(item < first for item in self._left)
            found = self.store.library.rows(self._query, offset=first - gone, limit=PAGE_ROWS)
            self._pages[number] = found
            if len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(number)
        page = self._pages[number]
        return page[offset] if 0 <= offset < len(page) else None

    def count_read(self, item: int, *, read: bool) -> None:
        """A row was marked: its day has one unread less, or more. In a list of unread ones it stays for now."""
        row = self.row(item)
        if row:
            self._set_row(item, change(row, read=read))
            self._change_day(item, unread=-1 if read else 1)

    def count_flags(self, item: int, flags: int) -> None:
        """A finding of a row was marked: row, story and day have other flags. In a list of flagged ones it stays."""
        row = self.row(item)
        if row:
            more = flags - row.flags
            self._set_row(item, change(row, flags=flags))
            for page in self._pages.values():
                page[:] = [
                    change(each, story_flags=each.story_flags + more)
                    if each.id == row.id or (row.story and each.story == row.story)
                    else each
                    for each in page
                ]
            self._change_day(item, flags=more)

    def _set_row(self, item: int, row: Row) -> None:
        number, offset = divmod(item, PAGE_ROWS)
        self._pages[number][offset] = row
        asked = self.filters
        leaves = (asked.unread and row.read) or (asked.flagged and not row.flags)
        self._left = self._left | {item} if leaves else self._left - {item}

    def _change_day(self, item: int, *, unread: int = 0, flags: int = 0) -> None:
        before = self.days[bisect_right(self._starts, item) - 1]
        now = change(before, unread=before.unread + unread, flags=before.flags + flags)
        for days in (self.days, self.all_days):
            days[days.index(before)] = now
        self.version += 1

    def toggle_story(self, story: str) -> None:
        """List every telling of a story, or only the first again."""
        if story in self.opened:
            del self.opened[story]
        else:
            self.opened[story] = None
        self.load()

    def find(self, briefing: str, near: int = 0) -> int | None:
        """Which row a briefing is: looked for around ``near`` first. If its story hides it, that is opened."""
        story = self.store.stories.story_of(briefing) if self.in_stories else ""
        if story not in ("", briefing) and story not in self.opened:
            self.toggle_story(story)
        rows = self._rows_of_day(self.store.library.day_of(briefing))
        for item in sorted(rows, key=lambda item: abs(item // PAGE_ROWS - near // PAGE_ROWS)):
            row = self.row(item)
            if row and row.id == briefing:
                return item
        return None

    def _rows_of_day(self, day: str) -> range:
        at = next((n for n, listed in enumerate(self.days) if listed.day == day), None)
        return range(0) if at is None else range(self._starts[at], self._starts[at + 1])

    # ------------------------------------------------------------------------------------- lines of the list

    def lines(self, height: int) -> int:
        """How many lines the list has when an item takes ``height`` of them and a heading one."""
        return len(self) * height + len(self.days)

    def line_of(self, item: int, height: int) -> int:
        """The first line of row ``item``."""
        return item * height + bisect_right(self._starts, item)

    def place_at(self, line: int, height: int) -> Place | None:
        """What stands on a line."""
        if not 0 <= line < self.lines(height):
            return None
        if height not in self._heads:
            self._heads[height] = [start * height + day for day, start in enumerate(self._starts[:-1])]
        heads = self._heads[height]
        day = bisect_right(heads, line) - 1
        if line == heads[day]:
            return Place(day, self._starts[day], -1)
        item, part = divmod(line - heads[day] - 1, height)
        return Place(day, self._starts[day] + item, part)
