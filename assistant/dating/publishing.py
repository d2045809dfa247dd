"""When an item was published: by its printed time, else by its age, else by the days it names before the capture."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from assistant.dating.ages import Age
from assistant.dating.capturing import Capture
from assistant.dating.clues import Clues, DayMark, with_hour
from assistant.dating.evidence import DAY, MOST_AGES, NEAR_DAYS, Soft
from assistant.records import Certainty, Stamp

YEARS_BACK = 3
"""How far before capture an item without an age is looked for."""
LATEST_SCORE = 3
"""For the last day that fits: news is new. One date that is near another month weighs more, one that is ahead less."""


def find_publication(clues: Clues, capture: Capture) -> Stamp | None:
    """When the item was published, as far as its clues agree."""
    if clues.printed:
        moment = with_hour(clues.printed, clues.printed_hour)
        start = moment or datetime.combine(clues.printed, time.min)
        words = clues.age_words.strip()
        above = f", below {clues.day_above}" if clues.day_above else ""
        certainty = Certainty.INFERRED if above else Certainty.STATED
        why = f"printed: {words}{above}" if words else f"printed at the head of the page: {clues.day_above}"
        return Stamp(start, moment or start + DAY - timedelta(seconds=1), certainty, why)
    if clues.age and capture.stamp:
        return _find_by_age(clues, clues.age, capture.stamp)
    if clues.printed_hour and capture.is_sure and capture.stamp and not clues.marks:
        return _find_by_hour(clues.printed_hour, clues.age_words.strip(), capture.stamp)
    return _find_by_marks(clues, capture.day) if capture.day and clues.marks else None


def _find_by_hour(hour: tuple[int, int], words: str, captured: Stamp) -> Stamp | None:
    """The last time before the capture that it was this hour."""
    moment = datetime.combine(captured.latest.date(), time(*hour))
    moment -= DAY if moment > captured.latest else timedelta()
    return Stamp(moment, moment, Certainty.INFERRED, f"{words}, and the page is of {write_day(captured.latest)}")


def _find_by_age(clues: Clues, age: Age, captured: Stamp) -> Stamp | None:
    """The range that the age leaves, cut down to the days that fit the marks and the time of day of 今晚."""
    if age.days is not None:
        start = datetime.combine(captured.earliest.date() - age.days * DAY, time.min)
        end = datetime.combine(captured.latest.date() - age.days * DAY + DAY, time.min) - timedelta(seconds=1)
        if clues.printed_hour and start.date() == end.date():  # 昨天 18:30
            start = end = datetime.combine(start.date(), time(*clues.printed_hour))
    else:
        start, end = captured.earliest - age.most, captured.latest - age.least
    days = _split_days(start, end, clues.hour)
    ranges = [own for own in days if _all_fit(clues.marks, own[0].date())] if clues.marks else days
    if not ranges:
        return None
    named = f"{clues.marks[0].surface} and " if clues.marks else ""
    why = f"{named}{clues.age_words.strip()}, and the page is of {write_days(captured)}"
    return Stamp(ranges[0][0], ranges[-1][1], Certainty.INFERRED, why)


@lru_cache(maxsize=MOST_AGES)
def _split_days(start: datetime, end: datetime, hour: int) -> tuple[tuple[datetime, datetime], ...]:
    """The part of each day that lies between ``start`` and ``end``, and not before this hour of its day."""
    midnights = [
        datetime.combine(start.date(), time.min) + n * DAY for n in range((end.date() - start.date()).days + 1)
    ]
    parts = [
        (max(start, midnight + timedelta(hours=hour)), min(end, midnight + DAY - timedelta(seconds=1)))
        for midnight in midnights
    ]
    return tuple((low, high) for low, high in parts if low <= high)


def _find_by_marks(clues: Clues, limit: date) -> Stamp | None:
    """The day not after ``limit`` that fits all marks and agrees best with the dates that the item prints."""
    soft = Soft.collect([clues])
    near = {full + NEAR_DAYS * DAY: 3 for full in soft.full_dates if full.year > 1990}
    months = {limit: 12 * YEARS_BACK} | near
    named = {day for end, count in months.items() for day in _days_named(clues.marks[0], end, count)}
    fitting = [day for day in named if day <= limit and _all_fit(clues.marks, day)]
    if not fitting:
        return None
    latest = max(fitting)
    day = max(fitting, key=lambda day: (soft.score(day) + LATEST_SCORE * (day == latest), day))
    start = datetime.combine(day, time.min)
    moment = with_hour(day, clues.printed_hour) if clues.day_printed else None  # 3月3日 14:30
    printed = "" if day == latest else ", and the dates that it prints"
    why = f"{clues.marks[0].surface}{printed}, and the page is of about {write_day(limit)}"
    return Stamp(moment or start, moment or start + DAY - timedelta(seconds=1), Certainty.INFERRED, why)


def _days_named(mark: DayMark, end: date, months: int) -> Iterator[date]:
    """The days on which an item could carry this mark: one for each month up to ``end``."""
    for number in range(months + 1):
        year, month = divmod(end.year * 12 + end.month - number, 12)  # one month ahead: the last of them may be next
        try:
            yield date(year, month + 1, mark.day) - mark.offset * DAY
        except ValueError:
            continue


def _all_fit(marks: Sequence[DayMark], day: date) -> bool:
    return all(mark.fits(day) for mark in marks)


def write_days(stamp: Stamp) -> str:
    """2 November 2025, or the first and the last day."""
    first, last = write_day(stamp.earliest), write_day(stamp.latest)
    return first if first == last else f"{first} to {last}"


def write_day(moment: date) -> str:
    """2 November 2025."""
    return f"{moment.day} {moment:%B %Y}"
