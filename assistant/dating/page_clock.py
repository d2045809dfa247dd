"""The clock at the head of a page: the day and the hour of the visit, above its news (11月24日(火) 18:05現在)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta

from assistant.dating.clues import (
    FULL_DATE,
    MONTH_AND_DAY,
    PRINTED_HOUR,
    Clues,
    find_weekdays,
    read_full_date,
    read_hour,
    with_hour,
)
from assistant.dating.eras import with_digits
from assistant.folding import fold_widths
from assistant.patterns import compile_late
from assistant.records import Dump, Item, Span

HEAD_CHARACTERS = 600
LONGEST = 32
"""A longer line tells more than the time."""
YEARS_BACK = 3
_NO_CLOCK = compile_late(r"[。,、]|^(?:最[後后終终近])?更新|[發发][布佈表]|出版|配信|公開")
"""Part of a sentence, or the time of an article."""


def read_page_clock(dump: Dump, items: Sequence[Item], clues: Iterable[Clues]) -> tuple[datetime, str] | None:
    """The moment that stands at the head of the page, above its first item, and the line that prints it.

    None where there is none, where an item prints a later day, or where the file is older.
    """
    news = [item for item in items if item.kind.is_news]
    head = min(next((_begin(item) for item in news), len(dump.text)), HEAD_CHARACTERS)
    newest = max((c.printed for c in clues if c.printed), default=None)
    last = dump.modified.date() + timedelta(days=1) if dump.modified else None
    ages = [item.age for item in news if item.age]
    for line in _list_lines(dump.text[:head], ages):
        moment = _read_moment(line, newest or last)
        if moment and (newest is None or moment.date() >= newest) and (last is None or moment.date() <= last):
            return moment, line.strip()
    return None


def _begin(item: Item) -> int:
    return item.headline.start if item.headline else item.span.start


def _list_lines(text: str, ages: Sequence[Span]) -> Iterator[str]:
    """The short lines that are no source line of an item, folded."""
    start = 0
    for raw in text.splitlines(keepends=True):
        span = Span(start, start + len(raw))
        line = fold_widths(raw)
        start = span.end
        if len(line.strip()) <= LONGEST and not _NO_CLOCK.search(line) and not any(map(span.overlaps, ages)):
            yield line


def _read_moment(line: str, near: date | None) -> datetime | None:
    hour = PRINTED_HOUR.search(line)
    day = _read_day(line, near) if hour else None
    return with_hour(day, read_hour(hour)) if day and hour else None


def _read_day(line: str, near: date | None) -> date | None:
    """The day of a line; its year, where that is not printed, by the day of the week or that of ``near``."""
    if full := FULL_DATE.search(with_digits(line)):
        return read_full_date(full)
    found = MONTH_AND_DAY.search(line)
    if found is None or near is None:
        return None
    days = [day for year in range(near.year, near.year - YEARS_BACK, -1) if (day := _make_day(year, found))]
    named = find_weekdays(line)
    return next((day for day in days if not named or day.weekday() == named[0].weekday), None)


def _make_day(year: int, found: re.Match[str]) -> date | None:
    try:
        return date(year, int(found[1]), int(found[2]))
    except ValueError:
        return None
