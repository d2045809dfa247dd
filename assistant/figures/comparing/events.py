"""Dates that English adds to what the source calls by a name: "the 228 Incident of 1947", the 15th day for 元宵節."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from assistant.figures.tables import Listed, find_word, read_lines
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

    @property
    def is_lunar(self) -> bool:
        """Whether it comes each year, by the lunar calendar."""
        return not self.years


def find_event(figure: Figure, source: str, english: str) -> Event | None:
    """The event named in the folded ``source`` whose date an English figure tells, in whole or in part."""
    named = _events_in(source)
    return next((event for event in named if any(_tells(reading, event, english) for reading in figure.readings)), None)


@lru_cache(16)
def _events_in(source: str) -> tuple[Event, ...]:
    """The events that a whole text names: looked for once a text."""
    named = [event for _, event in _listed().find_in(source)]
    return tuple(sorted(named, key=_events().index))


@cache
def _listed() -> Listed[Event]:
    return Listed((event.name, event) for event in _events())


@cache
def _events() -> tuple[Event, ...]:
    """The table, the longest names first."""
    found = []
    for line in read_lines("events.txt"):
        names, _, date = (part.strip() for part in line.partition("|"))
        found += [Event(name, *_read_date(date)) for name in names.split()]
    return tuple(sorted(found, key=lambda event: -len(event.name)))


def _read_date(date: str) -> tuple[range, int | None, int | None]:
    """Years, month and day of ``1947-02-28``, ``1966-1976``, ``1911`` or ``lunar 01-15``."""
    match [int(part) for part in date.removeprefix(_LUNAR).split("-")]:
        case [month, day] if date.startswith(_LUNAR):
            return range(0), month, day
        case [year, month, day]:
            return range(year, year + 1), month, day
        case [first, last]:
            return range(first, last + 1), None, None
        case [year]:
            return range(year, year + 1), None, None
    raise ValueError(date)


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
