"""Whether an English date or time says what a source date or time says: each part that both name must be equal."""

import re
from datetime import MAXYEAR, date

from assistant.figures.chinese.stretches import days_of_month
from assistant.figures.comparing.grades import Grade
from assistant.figures.values import ClockTime, Figure, PartialDate
from assistant.patterns import compile_late

_UNKNOWN = PartialDate()
_YEARS = ("year", "decade")


_YEAR_BEHIND = compile_late(r",?\s(?:of\s)?(this|last|next)\syear\b", re.IGNORECASE)
_YEAR_BEFORE = compile_late(r"(?:(?P<this>[今本])|(?P<last>[去昨])|(?P<next>[明来來]))年的?$")


def find_other_year(source: str, text: str, english: Figure, meant: Figure) -> str:
    """The word before a date of the source (去年) that English contradicts right behind it: "October 7 this year"."""
    told = _YEAR_BEHIND.match(text, english.span.end) if isinstance(english.value, PartialDate) else None
    word = _YEAR_BEFORE.search(source, max(0, meant.span.start - 3), meant.span.start) if told else None
    return f"{word[0]} ({word.lastgroup} year)" if told and word and word.lastgroup != told[1].lower() else ""


def find_other_half(english: Figure, meant: Figure) -> str:
    """The source's half of a year, where English tells as many months of the other: the first six, for 下半年."""
    there = meant.value.half if isinstance(meant.value, PartialDate) else None
    told = {other.value.half for other in english.others if isinstance(other.value, PartialDate)} - {None}
    return meant.surface if there and told and there not in told else ""


def weekday_of(told: PartialDate, clock: date) -> int | None:
    """The day of the week (Monday is 1) of a day that may lack its month or year: the nearest such to the clock."""
    if told.weekday is not None or told.day is None:
        return told.weekday
    around = range(-1, 2) if told.year is None else range(told.year - clock.year, told.year - clock.year + 1)
    months = ((clock.year + step, told.month) for step in around)
    if told.month is None:
        ordinals = (clock.year * 12 + clock.month - 1 + step for step in (-1, 0, 1))
        months = ((number // 12, number % 12 + 1) for number in ordinals)
    days = [
        date(year, month, told.day)
        for year, month in months
        if month and 1 <= year <= MAXYEAR and told.day <= days_of_month(year, month)
    ]
    return min(days, key=lambda day: abs(day - clock)).isoweekday() if days else None


def dates_conflict(one: PartialDate, other: PartialDate) -> bool:
    """Whether any part that both say differs."""
    for name, a, b in zip(PartialDate._fields, one, other, strict=True):
        if a is None or b is None or a == b:
            continue
        if name not in _YEARS or not _same_year(a, b):
            return True
    return False


def _same_year(one: int, other: int) -> bool:
    """Equal; or one is short of its century; or a year of the Republic (民國99年 is 2010) whose era is not named."""
    if one == other:
        return True
    low, high = min(one, other), max(one, other)
    return low >= 0 and ((low < 100 and low % 100 == high % 100) or (low < 200 and low + 1911 == high))


def agree_dates(english: Figure, source: Figure) -> Grade:
    """Compare two dates: English may leave parts out, and may add the year or the month that the context gives."""
    here, there = english.value, source.value
    if not isinstance(here, PartialDate) or not isinstance(there, PartialDate):
        return Grade.NONE
    if here == there and here.decade is None:  # the quick answer for most that agree
        return Grade.NONE if here == _UNKNOWN else Grade.SAME
    return Grade.NONE if dates_conflict(here, there) else _agree_parts(here, there)


def _agree_parts(here: PartialDate, there: PartialDate) -> Grade:
    """Compare two dates that do not conflict."""
    if here.month is not None and here.day is None and (there.quarter or there.half) and there.month is None:
        return Grade.CONVERTED if here.month in bounding_months(there) else Grade.NONE
    if here.decade is not None and there.century is not None:
        return Grade.CONVERTED if here.decade == there.century * 100 - 100 else Grade.NONE
    shared = [a is not None and b is not None for a, b in zip(here, there, strict=True)]
    if not any(shared):
        return Grade.NONE
    added = [a is not None and b is None for a, b in zip(here, there, strict=True)]
    if not any(added):
        return Grade.SAME if here == there else Grade.CONVERTED
    # the year may be added to a month or a day, the month to a day: never the finer part to the coarser
    year, month, day, _weekday, quarter, half, decade, century = added
    if day or quarter or half or decade or century or (month and here.day is None):
        return Grade.NONE
    return Grade.NONE if year and not (shared[1] or shared[2] or shared[4] or shared[5]) else Grade.ROUNDED


def bounding_months(date: PartialDate) -> tuple[int, ...]:
    """The first and the last month of a quarter or half: the July-September quarter is the third."""
    size, number = (3, date.quarter) if date.quarter else (6, date.half or 0)
    return (number * size - size + 1, number * size) if number else ()


def agree_times(english: Figure, source: Figure) -> Grade:
    """Compare two times of day; where one does not tell morning from evening, both fit."""
    here, there = english.value, source.value
    if not isinstance(here, ClockTime) or not isinstance(there, ClockTime):
        return Grade.NONE
    is_settled = here.is_settled and there.is_settled
    hours = (here.hour % 24, there.hour % 24) if is_settled else (here.hour % 12, there.hour % 12)
    if hours[0] != hours[1] or (here.minute or 0) != (there.minute or 0):
        return Grade.NONE
    return Grade.SAME if (here.second or 0) == (there.second or 0) or here.second is None else Grade.NONE


def agree_ordinal_dates(english: Figure, source: Figure) -> Grade:
    """The third, for the third quarter; the 26th, for the day."""
    if not isinstance(source.value, PartialDate):
        return Grade.NONE
    value = source.value
    parts = (value.quarter, value.half, value.century) if value.day is None else (value.day,)
    return Grade.LOOSE if english.value in [part for part in parts if part is not None] else Grade.NONE
