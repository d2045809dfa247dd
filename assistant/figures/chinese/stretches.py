"""What two dates at the ends of a range say together: 1至8月 is eight months, 3日至5日 three days, 4～9月期 a half."""

from assistant.figures.values import Figure, Kind, Part, PartialDate, replace
from assistant.records.source import Span

_QUARTER, _HALF_YEAR, _YEAR = 3, 6, 12
"""Months."""
_FISCAL_YEAR = 4
"""The month with which it begins in Japan."""
STRETCH = "stretch"
"""The head of a length of time that no number of the source says: it is told as a length, and counts nothing else."""
_FEBRUARY, _SHORT_MONTHS = 2, frozenset({4, 6, 9, 11})
_COMMON_YEAR = 2001
_LONGEST_ERA = 70


def take_era(first: Figure, second: Figure) -> Figure:
    """108年至112年, 令和3年から5年: the second is a year of the era of the first."""
    year = first.value.year if isinstance(first.value, PartialDate) else None
    if year is None or not first.others or not isinstance(first.others[0].value, int):
        return second
    begun = first.others[0].value
    for reading in second.readings:
        value = reading.value
        told = value if reading.unit == "a" else value.year if isinstance(value, PartialDate) else None
        if isinstance(told, int) and begun < told <= begun + _LONGEST_ERA:
            date = PartialDate(year=year - begun + told)
            note = f"{second.surface} is {date.year}"
            return replace(second, kind=Kind.DATE, value=date, unit="", head="", note=note, others=(second,))
    return second


def add_stretch(first: Figure, second: Figure, folded: str) -> Figure:
    """The first figure with the readings of the whole: 1至8月 is also the first eight months, 1-6月 the first half."""
    a, b = first.value, second.value
    if not isinstance(a, PartialDate) or not isinstance(b, PartialDate) or first.part is not Part.FROM:
        return first
    span = Span(first.span.start, second.span.end)
    whole = replace(first, span=span, kind=Kind.DURATION, unit="mo", head=STRETCH, others=())
    if days := days_between(a, b):
        return replace(first, others=(*first.others, replace(whole, value=days, unit="d")))
    if a.day or b.day or a.month is None or b.month is None:
        return first
    months = b.month - a.month + 1 + _YEAR * ((b.year or 0) - (a.year or b.year or 0))
    if months < 1 and b.year is None:
        months += _YEAR  # 10～3月
    if months < 1:
        return first
    is_fiscal = folded.startswith("期", second.span.end) and not folded.startswith("期间", second.span.end)
    periods = _name_periods(a, months, is_fiscal=is_fiscal)
    others = [replace(whole, kind=Kind.DATE, unit="", value=period) for period in periods]
    if months % _QUARTER == 0 and a.month in (1, _FISCAL_YEAR if is_fiscal else 1):
        others.append(replace(whole, kind=Kind.COUNT, value=months // _QUARTER, unit=""))  # first three quarters
    return replace(first, others=(*first.others, replace(whole, value=months), *others))


def _name_periods(first: PartialDate, months: int, *, is_fiscal: bool) -> list[PartialDate]:
    """The quarter or half that so many months from ``first`` on are; 4～9月期 is the first half of a fiscal year."""
    begun = first.month or 0
    found = []
    if months == _HALF_YEAR and begun in (1, 7):
        found.append(PartialDate(year=first.year, half=1 if begun == 1 else 2))
    if months == _HALF_YEAR and is_fiscal and begun in (_FISCAL_YEAR, _FISCAL_YEAR + _HALF_YEAR):
        found.append(PartialDate(year=first.year, month=begun, half=1 if begun == _FISCAL_YEAR else 2))
    if months == _QUARTER and begun % _QUARTER == 1:
        found.append(PartialDate(year=first.year, quarter=begun // _QUARTER + 1))
        if is_fiscal:
            fiscal = (begun - _FISCAL_YEAR) % _YEAR // _QUARTER + 1
            year = first.year - 1 if first.year and begun < _FISCAL_YEAR else first.year
            found.append(PartialDate(year=year, month=begun, quarter=fiscal))  # by its month no quarter of the calendar
    return found


def days_of_month(year: int, month: int) -> int:
    """28 to 31; `calendar` of the standard library imports too much for it."""
    if month == _FEBRUARY:
        return 28 + (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
    return 31 - (month in _SHORT_MONTHS)


def days_between(first: PartialDate, last: PartialDate) -> int:
    """How many days a stretch has that begins and ends with two days of one week, or at most a month apart; else 0."""
    if first.weekday is not None and last.weekday is not None:
        return max(0, last.weekday - first.weekday + 1)
    if first.day is None or last.day is None:
        return 0
    if first.month in (None, last.month) or last.month is None:
        return max(0, last.day - first.day + 1)
    if first.month is None or last.month != first.month % _YEAR + 1:
        return 0
    return days_of_month(first.year or _COMMON_YEAR, first.month) - first.day + last.day + 1
