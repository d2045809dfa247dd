"""How well a day agrees with the clues: hard ones that fit or do not, soft ones that weigh."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import TypeVar

from assistant.dating.ages import Age
from assistant.dating.clues import Clues, DayMark, Weekday

Pair = tuple[Age, DayMark]
"""今(1)日 in an item of 16 小時前."""
DAY = timedelta(days=1)
NEAR_DAYS = 45
"""News names dates from about this many days back, and as many ahead."""
VERY_NEAR_DAYS = 15
NEAR_PRINTED = (2, 7, 14, 30, 60)
"""A page is likelier captured within so many days of the newest time it prints, the nearer the likelier."""
MOST_AGES = 256
"""So many of them are known at a time: pages print the same few."""
MOST_DAYS = 40
"""Ages of months are too vague to try each day."""
AT_MOST_EACH = 3
"""One date printed ten times is one clue."""
MOST_CLUES = 40
"""Of one sort; a dump of a thousand items tells no more by all of them."""
Clue = TypeVar("Clue", bound=Hashable)


@lru_cache(maxsize=MOST_AGES)
def _days_back(age: Age) -> tuple[timedelta, ...]:
    """How many days before the capture an item of this age can have been published, the most first."""
    if age.days is not None:
        return (age.days * DAY,)
    tick = timedelta(microseconds=1)
    most, least = -((tick - age.most) // DAY), -((DAY - age.least - tick) // DAY)
    return tuple(n * DAY for n in range(most, max(least, most - MOST_DAYS) - 1, -1))


def days_of(age: Age, captured: date) -> list[date]:
    """The days on which an item of this age can have been published, if the page is of that day."""
    return [captured - back for back in _days_back(age)]


def fits(pair: Pair, captured: date) -> bool:
    """Whether age and day mark agree, if the page is of that day."""
    return any(pair[1].fits(day) for day in days_of(pair[0], captured))


def fits_bare(age: Age, number: int, captured: date) -> bool:
    """Whether an item of this age can say 31日 of the day before, of its own day or of the next one."""
    return any((day + n * DAY).day == number for day in days_of(age, captured) for n in (-1, 0, 1))


def narrow(run: Sequence[date], pairs: Sequence[Pair]) -> tuple[datetime, datetime]:
    """Narrow a run of days to hours: published within the marked day, captured one age later."""
    earliest, latest = datetime.combine(run[0], time.min), datetime.combine(run[-1] + DAY, time.min)
    for age, mark in pairs:
        marked = (
            {day for captured in run for day in days_of(age, captured) if mark.fits(day)} if age.days is None else set()
        )
        if len(marked) == 1:
            start = datetime.combine(marked.pop(), time.min)
            low, high = max(earliest, start + age.least), min(latest, start + DAY + age.most)
            earliest, latest = (low, high) if low < high else (earliest, latest)
    return earliest, latest - timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Soft:
    """Clues that make a day likelier: dates near it, days of the week, and years that cannot be its own."""

    full_dates: Mapping[date, int]
    month_days: Mapping[tuple[int, int], int]
    weekdays: Mapping[Weekday, int]
    years: frozenset[int]
    """Printed without a month on a page that says 今年: a paper prints the number for any year but its own."""
    bare: Mapping[tuple[Age, int], int]
    printed: date | None

    @classmethod
    def collect(cls, clues: Sequence[Clues]) -> "Soft":
        """The soft clues of all items; dates of items with an age before those of others."""
        with_age = [md for c in clues if c.age for md in c.month_days]
        return cls(
            full_dates=_commonest(day for c in clues for day in c.full_dates),
            month_days=_commonest(with_age or (md for c in clues for md in c.month_days)),
            weekdays=_commonest(w for c in clues for w in c.weekdays),
            years=frozenset(y for c in clues for y in c.years) if any(c.says_this_year for c in clues) else frozenset(),
            bare=_commonest((c.age, n) for c in clues if c.age for n in set(c.bare_days)),
            printed=max((c.printed for c in clues if c.printed), default=None),
        )

    def score(self, day: date) -> int:
        """How well this day of capture agrees; only the order of scores means anything."""
        found = sum(3 * n * _nearness((day - full).days) for full, n in self.full_dates.items())
        found += sum(8 * n for weekday, n in self.weekdays.items() if _agrees(weekday, day))
        found += sum(n * _nearness(_days_since(*md, day)) for md, n in self.month_days.items())
        found += sum(2 * n for (age, number), n in self.bare.items() if fits_bare(age, number, day))
        if self.printed:
            found += sum(6 for limit in NEAR_PRINTED if (day - self.printed).days < limit)
        return found - (day.year in self.years)

    def has_weekday(self, day: date) -> bool:
        """Whether a day of the week speaks for this day's year."""
        return any(_agrees(w, day) for w in self.weekdays)


def _agrees(weekday: Weekday, captured: date) -> bool:
    near = _nearest(weekday.month, weekday.day, captured)
    return near is not None and near.weekday() == weekday.weekday


def _commonest(found: Iterable[Clue]) -> dict[Clue, int]:
    """The clues that are found most, each counted up to ``AT_MOST_EACH`` times."""
    return {clue: min(count, AT_MOST_EACH) for clue, count in Counter(found).most_common(MOST_CLUES)}


def _days_since(month: int, number: int, captured: date) -> int:
    """Days from the nearest day of this month and number to ``captured``."""
    near = _nearest(month, number, captured)
    return (captured - near).days if near else NEAR_DAYS + 1


def _nearness(days: int) -> int:
    """4 for a date of the last days, 2 for one that news still names or names already, else 0."""
    return 2 * ((-NEAR_DAYS <= days <= NEAR_DAYS) + (-VERY_NEAR_DAYS // 2 <= days <= VERY_NEAR_DAYS))


def _nearest(month: int, number: int, captured: date) -> date | None:
    """The day with this month and number nearest to ``captured``."""
    found = []
    for year in (captured.year - 1, captured.year, captured.year + 1):
        try:
            found.append(date(year, month, number))
        except ValueError:
            continue
    return min(found, key=lambda day: abs((day - captured).days), default=None)
