"""When the page was captured: the day that agrees with most of what its items say.

Every day of the last years is tried against every clue; the number of days is small, so nothing cleverer is needed.
Hard clues (今(1)日 beside 16 小時前) decide first, soft ones (months, weekdays, years to come) between what
is left, and the latest day not after the file's own time at last.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from assistant.dating.clues import Age, Clues, DayMark
from assistant.records import Certainty, Dump, Stamp

YEARS_BACK = 3
NEAR_DAYS = 45
"""News names dates from about this many days back."""
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Capture:
    """When the page was captured, and the clues that cannot be true beside it."""

    stamp: Stamp | None
    contradicted: frozenset[tuple[Age, DayMark]] = frozenset()


def find_capture(dump: Dump, clues: Sequence[Clues]) -> Capture:
    """The time of capture: given, or inferred from the items, or the file's own."""
    pairs = Counter((c.age, mark) for c in clues if c.age for mark in c.marks)
    if dump.as_of:
        stamp = _stamp_given(dump.as_of)
        return Capture(stamp, frozenset(pair for pair in pairs if not _fits_between(pair, stamp)))
    days = _score_days(dump, clues, pairs)
    if not days:
        return Capture(_stamp_file(dump))
    best = max(days, key=lambda day: (days[day], day))
    run = _stretch(days, best)
    fitting = [pair for pair in pairs if any(fits(pair, day) for day in run)]
    earliest, latest = _narrow(run, fitting)
    why = _explain(dump, clues, run, len(fitting))
    return Capture(
        Stamp(earliest, latest, Certainty.INFERRED, why), frozenset(pair for pair in pairs if pair not in fitting)
    )


def day_range(age: Age, captured: date) -> tuple[date, date]:
    """First and last day on which an item of this age can have been published, if the page is of that day."""
    if age.days is not None:
        meant = captured - age.days * DAY
        return meant, meant
    start = datetime.combine(captured, time.min)
    return (start - age.most + timedelta(microseconds=1)).date(), (
        start + DAY - age.least - timedelta(microseconds=1)
    ).date()


def fits(pair: tuple[Age, DayMark], captured: date) -> bool:
    """Whether age and day mark agree, if the page is of that day."""
    first, last = day_range(pair[0], captured)
    return any(pair[1].fits(first + n * DAY) for n in range(min((last - first).days, 40) + 1))


# ------------------------------------------------------------------------------------------------- scoring


def _score_days(dump: Dump, clues: Sequence[Clues], pairs: Counter[tuple[Age, DayMark]]) -> dict[date, tuple[int, int]]:
    """(hard, soft) score of each day that can be the day of capture; empty when no clue speaks."""
    printed = [c.printed for c in clues if c.printed]
    if not pairs and not printed:
        return {}
    month_days = Counter(md for c in clues if c.age for md in c.month_days) or Counter(
        md for c in clues for md in c.month_days
    )
    weekdays = Counter(w for c in clues for w in c.weekdays)
    years = _years_to_come(clues)
    latest_printed = max(printed, default=None)
    scores = {}
    for day in _candidates(dump, clues):
        if latest_printed and not 0 <= (day - latest_printed).days <= 1:
            continue
        hard = sum(count for pair, count in pairs.items() if fits(pair, day))
        soft = 4 * sum(n for w, n in weekdays.items() if _weekday_agrees(w.month, w.day, w.weekday, day))
        soft += 2 * sum(min(n, 3) for (month, number), n in month_days.items() if _is_near(month, number, day))
        scores[day] = hard, soft - (day.year in years)
    return scores


def _candidates(dump: Dump, clues: Sequence[Clues]) -> Iterator[date]:
    full = [d for c in clues for d in (*c.full_dates, c.printed) if d]
    end = dump.modified.date() + DAY if dump.modified else max(full, default=None)
    if end is None:
        return
    end = max([end, *(d + DAY for c in clues if (d := c.printed))])
    starts = [end - timedelta(days=366 * YEARS_BACK), *(d for d in full if d > date(1990, 1, 1))]
    for number in range((end - min(starts)).days + 1):
        yield end - number * DAY


def _years_to_come(clues: Sequence[Clues]) -> set[int]:
    """Years printed without a month on a page that says 今年: a paper prints the number for any year but its own."""
    if not any(c.says_this_year for c in clues):
        return set()
    return {year for c in clues for year in c.years}


def _weekday_agrees(month: int, number: int, weekday: int, captured: date) -> bool:
    near = _nearest(month, number, captured)
    return near is not None and near.weekday() == weekday


def _is_near(month: int, number: int, captured: date) -> bool:
    near = _nearest(month, number, captured)
    return near is not None and -NEAR_DAYS // 2 <= (captured - near).days <= NEAR_DAYS


def _nearest(month: int, number: int, captured: date) -> date | None:
    """The day with this month and number nearest to ``captured``."""
    found = []
    for year in (captured.year - 1, captured.year, captured.year + 1):
        try:
            found.append(date(year, month, number))
        except ValueError:
            continue
    return min(found, key=lambda day: abs((day - captured).days), default=None)


# ----------------------------------------------------------------------------------------------- narrowing


def _stretch(days: dict[date, tuple[int, int]], best: date) -> list[date]:
    """The unbroken run of days as good as the best one, around it."""
    run = [best]
    while days.get(run[0] - DAY) == days[best]:
        run.insert(0, run[0] - DAY)
    while days.get(run[-1] + DAY) == days[best]:
        run.append(run[-1] + DAY)
    return run


def _narrow(run: Sequence[date], pairs: Sequence[tuple[Age, DayMark]]) -> tuple[datetime, datetime]:
    """Narrow the days to hours: published within the marked day, captured one age later."""
    earliest, latest = datetime.combine(run[0], time.min), datetime.combine(run[-1] + DAY, time.min)
    for age, mark in pairs:
        if age.days is not None:
            continue
        first, last = day_range(age, run[0])[0], day_range(age, run[-1])[1]
        days = [day for n in range(min((last - first).days, 40) + 1) if mark.fits(day := first + n * DAY)]
        if len(days) == 1:
            start = datetime.combine(days[0], time.min)
            low, high = max(earliest, start + age.least), min(latest, start + DAY + age.most)
            earliest, latest = (low, high) if low < high else (earliest, latest)
    return earliest, latest - timedelta(seconds=1)


def _fits_between(pair: tuple[Age, DayMark], stamp: Stamp) -> bool:
    days = (stamp.latest.date() - stamp.earliest.date()).days
    return any(fits(pair, stamp.earliest.date() + n * DAY) for n in range(days + 1))


# ------------------------------------------------------------------------------------------------- stamping


def _stamp_given(as_of: datetime) -> Stamp:
    """A given date without an hour means the whole day."""
    start = as_of.replace(tzinfo=None)
    end = start + DAY - timedelta(seconds=1) if start.time() == time.min else start
    return Stamp(start, end, Certainty.GIVEN, "as the user said")


def _stamp_file(dump: Dump) -> Stamp | None:
    if not dump.modified:
        return None
    moment = dump.modified.replace(tzinfo=None)
    return Stamp(
        moment, moment, Certainty.INFERRED, "nothing on the page says when it was captured; this is the file's own time"
    )


def _explain(dump: Dump, clues: Sequence[Clues], run: Sequence[date], fitting: int) -> str:
    printed = sorted({c.printed for c in clues if c.printed})
    if printed:
        return f"the page's newest source line prints {printed[-1]:%Y-%m-%d}"
    why = f"{fitting} pairs of a printed day and an age agree"
    if any(d.year == run[-1].year for c in clues for d in c.full_dates):
        return f"{why}; the year is printed on the page"
    reasons = []
    weekdays = [w for c in clues for w in c.weekdays if _weekday_agrees(w.month, w.day, w.weekday, run[-1])]
    if weekdays:
        reasons.append("the days of the week")
    passed = sorted(y for y in _years_to_come(clues) if y > run[-1].year)
    if passed:
        reasons.append(f"{', '.join(map(str, passed))} printed as another year than 今年")
    if dump.modified:
        reasons.append(f"the file's own time ({dump.modified:%Y-%m-%d})")
    return f"{why}; the year is not printed, {run[-1].year} is inferred from {' and '.join(reasons)}"
