"""When the page was captured: the day that agrees with most of what its items say.

Every day of the last years is tried against every clue; the number of days is small, so nothing cleverer is needed.
Hard clues (今(1)日 beside 16 小時前) decide first, soft ones (months, weekdays, years to come) between what is left,
and at last the latest day that is not after the file's own time.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone

from assistant.dating.clues import Clues, Weekday, find_weekdays, with_hour
from assistant.dating.evidence import DAY, NEAR_DAYS, Pair, Soft, fits, fits_bare, narrow
from assistant.folding import fold_widths
from assistant.patterns import compile_late
from assistant.records import Certainty, Dump, Stamp

YEARS_BACK = 3
_YEAR = timedelta(days=365)
HEAD_CHARACTERS = 400
SENTENCE = compile_late("[。,、]")
LONGEST_HEAD = 18
"""Characters of a line that is no more than the day of a page."""
MOST_PAIRS = 60
"""So many pairs of age and mark decide; a dump of thousands of items tells no more by all of them."""
USER_SAID, FILE_TIME = "as the user said", "this is the file's own time"
"""Reasons behind which the zone is named, where there is one."""
YEAR_OF_FILE = "the file's own time"
"""By which a year is told that no page prints."""
LEAST_BARE = 2
"""So many items with 31日 and an age are needed where nothing firmer dates the page."""


@dataclass(frozen=True, slots=True)
class Capture:
    """When the page was captured, and the clues that cannot be true beside it."""

    stamp: Stamp | None
    contradicted: frozenset[Pair] = frozenset()
    is_sure: bool = False
    """The user gave it, or the page prints it at its head: an hour without a day is the last such one before it."""
    disputed: bool = False
    """They speak for different days, none of them louder than the others: the items do not date the page."""

    @property
    def day(self) -> date | None:
        """The day from which items without an age are looked for: soon after the earliest possible time."""
        return min(self.stamp.latest.date(), self.stamp.earliest.date() + DAY) if self.stamp else None


def find_capture(dump: Dump, clues: Sequence[Clues], clock: tuple[datetime, str] | None = None) -> Capture:
    """The time of capture: given, or the ``clock`` that the page prints, or inferred from items, or the file's own.

    A clock with which most ages and day marks of the items disagree is none.
    """
    pairs = Counter((c.age, mark) for c in clues if c.age for mark in c.marks)
    if dump.as_of:
        return _capture_at(_stamp_given(dump.as_of), pairs)
    if clock and (told := _capture_at(_stamp_clock(*clock), pairs)) and len(told.contradicted) * 2 <= len(pairs):
        return told
    bare = sum(1 for c in clues if c.age and c.bare_days)
    if not pairs and bare < LEAST_BARE:
        return Capture(
            _stamp_printed(dump, clues) or _stamp_head(dump) or _stamp_week(dump, clues) or _stamp_file(dump)
        )
    soft = Soft.collect(clues)
    telling = dict(pairs.most_common(MOST_PAIRS))
    days_scored = _score_all(_candidates(dump, soft), telling, soft)
    if not days_scored:
        return Capture(None)
    best = max(days_scored, key=lambda day: (days_scored[day], day))
    if _is_disputed(telling, days_scored, best):
        return Capture(
            _stamp_printed(dump, clues) or _stamp_head(dump) or _stamp_file(dump), frozenset(pairs), disputed=True
        )
    run = _stretch(days_scored, best)
    fitting = [pair for pair in pairs if any(fits(pair, day) for day in run)]
    earliest, latest = narrow(run, fitting)
    printed = _newest_printed(clues)
    earliest = printed if printed and earliest < printed <= latest else earliest
    stamp = Stamp(earliest, latest, Certainty.INFERRED, _explain(dump, clues, soft, run, len(fitting)))
    return Capture(stamp, frozenset(pair for pair in pairs if pair not in fitting))


def _capture_at(stamp: Stamp, pairs: Mapping[Pair, int]) -> Capture:
    """A capture that is known, and which pairs cannot be true beside it."""
    days = [stamp.earliest.date() + n * DAY for n in range((stamp.latest.date() - stamp.earliest.date()).days + 1)]
    return Capture(stamp, frozenset(pair for pair in pairs if not any(fits(pair, day) for day in days)), is_sure=True)


def _score_all(days: Iterable[date], pairs: Mapping[Pair, int], soft: Soft) -> dict[date, tuple[int, int]]:
    """How many pairs fit each day; and where most of them do, how well the soft clues fit: only there they decide."""
    hard = {day: sum(count for pair, count in pairs.items() if fits(pair, day)) for day in days}
    most = max(hard.values(), default=0)
    return {day: (score, soft.score(day) if score == most else 0) for day, score in hard.items()}


def _is_disputed(pairs: Mapping[Pair, int], days: Mapping[date, tuple[int, int]], best: date) -> bool:
    """Whether other clues speak for another day as loudly, and no day has most of them on its side."""
    most = days[best][0]
    if most * 2 > sum(pairs.values()) or not pairs:
        return False
    sides = {frozenset(pair for pair in pairs if fits(pair, day)) for day, score in days.items() if score[0] == most}
    return len(sides) > 1


def _candidates(dump: Dump, soft: Soft) -> Iterator[date]:
    """The days that can be the day of capture, latest first: not before the newest printed time of publication."""
    full = [day for day in soft.full_dates if day.year > 1990]
    end = max([d for d in (dump.modified.date() if dump.modified else None, soft.printed, *full) if d], default=None)
    if end is None:
        return
    recent = soft.printed or end - timedelta(days=366 * YEARS_BACK)
    yield from (end + DAY - n * DAY for n in range((end + DAY - recent).days + 1))
    older = {day + n * DAY for day in full if not soft.printed for n in range(NEAR_DAYS)}
    yield from sorted(day for day in older if day < recent)


def _stretch(days: Mapping[date, tuple[int, int]], best: date) -> list[date]:
    """The unbroken run of days as good as the best one, around it."""
    first = last = best
    while days.get(first - DAY) == days[best]:
        first -= DAY
    while days.get(last + DAY) == days[best]:
        last += DAY
    return [first + n * DAY for n in range((last - first).days + 1)]


# ------------------------------------------------------------------------------------------------- stamping


def _stamp_given(as_of: datetime) -> Stamp:
    """A given date without an hour means the whole day; an offset is kept in words, for the clock is the page's."""
    zone = _name_zone(as_of)
    start = as_of.replace(tzinfo=None)
    end = start + DAY - timedelta(seconds=1) if start.time() == time.min else start
    return Stamp(start, end, Certainty.GIVEN, f"{USER_SAID}{zone}")


def _stamp_clock(moment: datetime, line: str) -> Stamp:
    end = moment + timedelta(seconds=59)
    return Stamp(moment, end, Certainty.INFERRED, f"{line} stands at the head of the page")


def _stamp_printed(dump: Dump, clues: Sequence[Clues]) -> Stamp | None:
    """Between the newest printed time of publication and the file's own time."""
    earliest = _newest_printed(clues)
    if not earliest:
        return None
    midnight = datetime.combine(earliest, time.min)
    end = midnight + DAY - timedelta(seconds=1)
    latest = max(end, dump.modified.replace(tzinfo=None)) if dump.modified else end
    shown = f"{earliest:%Y-%m-%d}" if earliest == midnight else f"{earliest:%Y-%m-%d %H:%M}"
    return Stamp(earliest, latest, Certainty.INFERRED, f"after {shown}, the newest time it prints")


def _newest_printed(clues: Sequence[Clues]) -> datetime | None:
    """The page cannot be older than this: the newest printed time; midnight where only a day is printed."""
    return max(
        (with_hour(c.printed, c.printed_hour) or datetime.combine(c.printed, time.min) for c in clues if c.printed),
        default=None,
    )


def _stamp_head(dump: Dump) -> Stamp | None:
    """The day at the head of the page with its day of the week, in the latest year in which it fell on that one."""
    if not dump.modified:
        return None
    last = dump.modified.date()
    for line in fold_widths(dump.text[:HEAD_CHARACTERS]).splitlines():
        for head in find_weekdays(line) if len(line) <= LONGEST_HEAD and not SENTENCE.search(line) else ():
            years = (_day_of(year, head) for year in range(last.year, last.year - YEARS_BACK - 1, -1))
            day = next((day for day in years if day and day <= last), None)
            if day:
                start = datetime.combine(day, time.min)
                why = f"{line.strip()} stands at the head of the page; it fell so in {day.year}"
                return Stamp(start, start + DAY - timedelta(seconds=1), Certainty.INFERRED, why)
    return None


def _stamp_week(dump: Dump, clues: Sequence[Clues]) -> Stamp | None:
    """After the newest day of the source lines, in the latest year in which most fell on their days of the week.

    Only where they did not the last time before the file's own: a file may have been copied long after its page.
    """
    printed = [clue.day_of_week for clue in clues if clue.day_of_week]
    if not printed or not dump.modified:
        return None
    last = dump.modified.date()
    years = range(last.year, last.year - YEARS_BACK - 1, -1)
    fallen = {year: [day for one in printed if (day := _day_of(year, one)) and day <= last] for year in years}
    year = max(years, key=lambda year: (len(fallen[year]), year))
    days = fallen[year]
    if len(days) * 2 <= len(printed) or last - max(days) < _YEAR:
        return None
    start, end = datetime.combine(max(days), time.min), dump.modified.replace(tzinfo=None)
    why = f"after {start:%Y-%m-%d}, the newest time it prints; the days of the week fell so in {year}"
    return Stamp(start, end, Certainty.INFERRED, why)


def _day_of(year: int, head: Weekday) -> date | None:
    """The day in that year, if it falls on its day of the week."""
    try:
        day = date(year, head.month, head.day)
    except ValueError:
        return None
    return day if day.weekday() == head.weekday else None


def _stamp_file(dump: Dump) -> Stamp | None:
    if not dump.modified:
        return None
    moment = dump.modified.replace(tzinfo=None)
    why = f"nothing on the page says when it was captured; {FILE_TIME}{_name_zone(dump.modified)}"
    return Stamp(moment, moment, Certainty.INFERRED, why)


def _name_zone(moment: datetime) -> str:
    """``, UTC+08:00``: what ``read_zone`` finds again; empty for a moment without one."""
    offset = moment.utcoffset()
    return "" if offset is None else f", {timezone(offset)}"


def read_zone(captured: Stamp) -> str:
    """The zone of what the user or the file said, as its reasons name it: ``UTC+08:00``; else empty."""
    told, _, zone = captured.why.rpartition(", ")
    return zone if told == USER_SAID or told.endswith(FILE_TIME) else ""


def rests_on_file(captured: Stamp, *, is_near: bool) -> bool:
    """Whether a page's day is just that of its file, or its year is: where both are near, that is no coincidence."""
    return FILE_TIME in captured.why or (YEAR_OF_FILE in captured.why and not is_near)


def _explain(dump: Dump, clues: Sequence[Clues], soft: Soft, run: Sequence[date], fitting: int) -> str:
    bare = sum(1 for c in clues if c.age and any(fits_bare(c.age, n, run[-1]) for n in c.bare_days))
    count = fitting or bare
    why = (
        f"from {count} items that name a day and their age"
        if count > 1
        else "from one item that names a day and its age"
    )
    if any(d.year == run[-1].year for c in clues for d in (*c.full_dates, c.printed) if d):
        return f"{why}; the year is printed on the page"
    reasons = ["the days of the week"] if soft.has_weekday(run[-1]) else []
    if run[-1].year + 1 in soft.years:
        reasons.append(f"{run[-1].year + 1} being printed as a year other than 今年")
    if dump.modified:
        reasons.append(f"{YEAR_OF_FILE} ({dump.modified:%Y-%m-%d})")
    return f"{why}; the year is not printed, {run[-1].year} is inferred from {' and '.join(reasons)}"
