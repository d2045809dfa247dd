"""Words of the list: days, headlines on two lines, what is known of an item, the filters."""

from datetime import date
from functools import lru_cache

from assistant.records import Status
from assistant.reporting.wording import MONTHS, STATUS_SIGNS, plural
from assistant.store import Filters, Row
from assistant.tui.paint import inert
from assistant.typesetting import break_lines, count_cells, shorten

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def say_day(day: str) -> str:
    """``Sun 2 November 2031`` for an ISO date; anything else as it is."""
    try:
        when = date.fromisoformat(day)
    except ValueError:
        return day
    return f"{WEEKDAYS[when.weekday()]} {when.day} {MONTHS[when.month]} {when.year}"


def say_short_day(day: str) -> str:
    """``2 Nov`` for an ISO date; anything else as it is."""
    try:
        when = date.fromisoformat(day)
    except ValueError:
        return day
    return f"{when.day} {MONTHS[when.month][:3]}"


def say_when(row: Row) -> str:
    """When it was published, in six cells: ``14:30`` below the heading of its own day, else ``2 Nov``."""
    day, _, time = row.published.partition("T")
    return time if time and day == row.day else say_short_day(day)


def say_list_day(day: str, newest: str) -> str:
    """``Sun 2 Nov`` in the year of the newest day, ``2 Nov 2030`` in another; anything else as it is."""
    try:
        when = date.fromisoformat(day)
    except ValueError:
        return day
    if day[:4] == newest[:4]:
        return f"{WEEKDAYS[when.weekday()]} {say_short_day(day)}"
    return f"{say_short_day(day)} {when.year}"


def say_count(count: int) -> str:
    """``40``, ``1.2k``, ``10k``: four cells at most below ten million."""
    if count < 1_000:
        return str(count)
    return f"{count // 100 / 10:.1f}k" if count < 10_000 else f"{count // 1_000}k" if count < 1_000_000 else ">1M"


@lru_cache(maxsize=512)
def set_headline(text: str, columns: int) -> tuple[str, str]:
    """``text`` on two lines; the second is empty where one is enough, and cut where two are not."""
    text = inert(text)
    end = break_lines(text, columns)[0].end
    return text[:end].rstrip(), shorten(text[end:].rstrip(), columns)


def say_about(row: Row, columns: int) -> str:
    """Outlet, day and time, and how many figures were checked or what became of the item; what has room of it."""
    state = plural(row.figures, "figure") if row.status is Status.BRIEFED else STATUS_SIGNS[row.status].word
    outlet = row.outlet or "outlet not given"
    day, _, time = row.published.partition("T")
    parts = [part for part in (outlet, f"{say_short_day(day)} {time}".rstrip(), state) if part]
    while len(parts) > 1 and count_cells(" · ".join(parts)) > columns:
        parts.pop()
    return shorten(" · ".join(parts), columns)


def say_filters(filters: Filters) -> str:
    """The filters in words; empty where there are none."""
    words = [
        f'"{filters.words}"' if filters.words else "",
        "flagged" if filters.flagged else "",
        "unread" if filters.unread else "",
        filters.outlet,
        filters.topic,
        "flags first" if filters.flags_first else "",
    ]
    return " · ".join(filter(None, words))
