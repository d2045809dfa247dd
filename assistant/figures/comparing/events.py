"""Dates that English adds to what the source calls by a name: "the 228 Incident of 1947", the 15th day for 元宵節."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from assistant.figures.tables import find_word, read_lines
from assistant.figures.values import Figure, Kind, PartialDate
from assistant.patterns import compile_late

_LUNAR = "lunar"
_LUNAR_WORD = compile_late(r"\blunar\b", re.IGNORECASE)


class Event(NamedTuple):
    """What is known by a name, and when it was."""

    name: str
    years: range
    """Empty for a day of each year."""
    month: int | None
    day: int | None
    is_lunar: bool


def find_event(figure: Figure, source: str, english: str) -> Event | None:
    """The event named in the folded ``source`` whose date an English figure tells, in whole or in part."""
    named = _events_in(source)
    return next((event for event in named if any(_tells(reading, event, english) for reading in figure.readings)), None)


@lru_cache(16)
def _events_in(source: str) -> tuple[Event, ...]:
    """The events that a whole text names: looked for once a text."""
    return tuple(event for event in _events() if event.name in source)


@cache
def _events() -> tuple[Event, ...]:
    """The table, the longest names first."""
    found = []
    for line in read_lines("events.txt"):
        names, _, date = (part.strip() for part in line.partition("|"))
        is_lunar = date.startswith(_LUNAR)
        parts = [int(part) for part in date.removeprefix(_LUNAR).split("-")]
        found += [Event(name, *_read_date(parts, is_lunar=is_lunar), is_lunar) for name in names.split()]
    return tuple(sorted(found, key=lambda event: -len(event.name)))


def _read_date(parts: list[int], *, is_lunar: bool) -> tuple[range, int | None, int | None]:
    """Years, month and day of ``1947-02-28``, ``1966-1976``, ``1911`` or a lunar ``01-15``."""
    if is_lunar:
        return range(0), *parts  # type: ignore[return-value]  # two parts
    first, *rest = parts
    if len(rest) == 1:
        return range(first, rest[0] + 1), None, None
    return range(first, first + 1), *(rest or (None, None))


def _tells(reading: Figure, event: Event, english: str) -> bool:
    date = reading.value
    if event.is_lunar:
        parts = (PartialDate(month=event.month), PartialDate(day=event.day), event.month, event.day)
        is_part = date in parts and reading.kind in (Kind.DATE, Kind.ORDINAL)
        return is_part and bool(find_word(_LUNAR_WORD, english))
    if not isinstance(date, PartialDate):
        return False
    ends = (event.years[0], event.years[-1])
    return date.year in ends and date.month in (None, event.month) and date.day in (None, event.day)
