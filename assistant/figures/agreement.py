"""Whether an English reading says what a source reading says: one pair at a time, by value and unit."""

from collections.abc import Callable
from enum import IntEnum
from fractions import Fraction

from assistant.figures.english_numerals import tidy
from assistant.figures.units import convert
from assistant.figures.values import (
    BARE_DOLLAR,
    BARE_YUAN,
    Approximation,
    ClockTime,
    Figure,
    Interval,
    Kind,
    Number,
    PartialDate,
)


class Grade(IntEnum):
    """How well two figures agree; anything above NONE supports the English one."""

    NONE = 0
    LOOSE = 1
    """The number is the same, one side names no unit."""
    ROUNDED = 2
    """Right for its wording: "more than 86,000" for 86,213; an end of 七八十; dozens for 幾十."""
    CONVERTED = 3
    """The same amount in another unit: half a year, six months."""
    SAME = 4


COUNT, SHARE, TIMES, ORDINAL, MONEY = "", "share", "x", "#", "money"
_SHARE_KINDS: dict[Kind, Number] = {
    Kind.PERCENT: 1,
    Kind.POINTS: 1,
    Kind.FRACTION: 100,
    Kind.BASIS_POINTS: Fraction(1, 100),
}
_PLAIN_KINDS = {Kind.COUNT: COUNT, Kind.VAGUE: COUNT, Kind.MULTIPLE: TIMES, Kind.ORDINAL: ORDINAL, Kind.MONEY: MONEY}
_CONVERSION_TOLERANCE = Fraction(2, 100)
_YUAN = frozenset({"TWD", "CNY", "HKD", "MOP", BARE_YUAN, "¥"})
# what a number with no currency may be, where nothing before it names one
_LOCAL = _YUAN | {BARE_DOLLAR}
_AGES = frozenset({"岁", "歲", "才"})
_DOLLARS = frozenset({"USD", "TWD", "HKD", "AUD", "CAD", "SGD", "NZD", "MOP", BARE_DOLLAR})
# each set holds currencies that may stand for one another because one of the texts does not say which it is
_SAME_MONEY = (
    (frozenset({BARE_YUAN}), _YUAN),
    (frozenset({BARE_DOLLAR}), _DOLLARS),
    (frozenset({"¥"}), frozenset({"CNY", "JPY", BARE_YUAN})),
    (frozenset({"cent", "pence", "分", "角"}), frozenset({"cent", "pence", "分", "角"})),
)


def dimension_of(figure: Figure) -> tuple[str, Number]:
    """The dimension of a numeric reading, and what one of its unit is worth there."""
    kind = figure.kind
    if kind in _SHARE_KINDS:
        return SHARE, _SHARE_KINDS[kind]
    if kind in _PLAIN_KINDS:
        return _PLAIN_KINDS[kind], 1
    return convert(1, figure.unit)


def canonical(figure: Figure) -> tuple[Number, Number] | None:
    """The least and the most of a numeric reading in its dimension's unit."""
    if figure.low is None or figure.high is None:
        return None
    worth = dimension_of(figure)[1]
    if worth == 1:
        return figure.low, figure.high
    return tidy(figure.low * worth), tidy(figure.high * worth)


def agree(english: Figure, source: Figure) -> Grade:
    """How well one English reading agrees with one source reading."""
    rule = _RULES.get((english.kind, source.kind))
    if rule is not None:
        return rule(english, source)
    if (
        english.low is None
        or source.low is None
        or _wording_conflicts(english, source)
        or _is_share_left(english, source)
    ):
        return Grade.NONE
    return _agree_numbers(english, source)


# ------------------------------------------------------------------------------------------------ numbers


def _agree_numbers(english: Figure, source: Figure) -> Grade:
    there, here = dimension_of(source)[0], dimension_of(english)[0]
    if there == here:
        if there == MONEY and not same_money(english.unit, source.unit):
            return Grade.NONE
        if there == COUNT or (english.unit == source.unit and there != SHARE):
            return _agree_values(english, source, Grade.SAME)
        if there == SHARE and english.kind is Kind.PERCENT and _are_points(source):
            return Grade.NONE
        return _agree_values(english, source, Grade.SAME if there in (MONEY, SHARE) else Grade.CONVERTED)
    if {there, here} == {SHARE, TIMES}:
        return _agree_growth(english, source)
    if not _may_pass(english, source, here, there):
        return Grade.NONE
    return min(_agree_raw(english, source), Grade.LOOSE)


def same_money(one: str, other: str) -> bool:
    """Whether two currencies may be the same one; a text that says only 元 or "$" leaves it open."""
    if one == other or not one or not other:
        return True
    return any((one in bare and other in rest) or (other in bare and one in rest) for bare, rest in _SAME_MONEY)


def _may_pass(english: Figure, source: Figure, here: str, there: str) -> bool:
    """Whether a number may lose or gain its unit in translation; a share never does: that is a lost per cent sign."""
    if SHARE in (here, there):
        return False
    if here == COUNT:
        return True
    if there == COUNT:
        return _may_gain(english, source, here)
    if {here, there} == {"speed", "length"}:
        return english.unit.startswith(source.unit + "/")
    return {here, there} <= {TIMES, ORDINAL, "months", "time"} and ORDINAL in (here, there)


def _may_gain(english: Figure, source: Figure, here: str) -> bool:
    """Whether a source number that counts may be given this unit in English."""
    if here == MONEY:
        return english.unit in _LOCAL
    if not source.unit or here in (ORDINAL, TIMES):
        return True
    return source.unit in _AGES and english.unit == "a"


def _agree_raw(english: Figure, source: Figure) -> Grade:
    return _compare_bounds(english, source, (english.low, english.high), (source.low, source.high))  # type: ignore[arg-type]


def _agree_values(english: Figure, source: Figure, equal: Grade) -> Grade:
    here, there = canonical(english), canonical(source)
    if here is None or there is None:
        return Grade.NONE
    grade = _compare_bounds(english, source, here, there)
    if grade is Grade.SAME:
        return equal
    if grade is Grade.NONE and equal is Grade.CONVERTED and there[1]:
        gap = abs(Fraction(here[0]) - there[0]) / there[1]
        return Grade.CONVERTED if gap <= _CONVERSION_TOLERANCE and english.unit != source.unit else Grade.NONE
    return grade


def _compare_bounds(
    english: Figure, source: Figure, here: tuple[Number, Number], there: tuple[Number, Number]
) -> Grade:
    """Compare two ranges of numbers (most are single numbers) in the light of the wording."""
    if here == there:
        return Grade.SAME
    is_range, is_vague = isinstance(source.value, Interval), isinstance(english.value, Interval)
    if is_range and is_vague:
        return Grade.ROUNDED if here[0] <= there[1] and there[0] <= here[1] else Grade.NONE
    if is_vague:
        return Grade.ROUNDED if here[0] <= there[0] <= here[1] else Grade.NONE
    if is_range:
        return _within(english, here[0], there)
    return Grade.ROUNDED if _rounds(english, source, here[0], there[0]) else Grade.NONE


def _within(english: Figure, number: Number, there: tuple[Number, Number]) -> Grade:
    """A single English number for a vague one of the source: an end of it, or inside it where the wording says so."""
    if number in there:
        return Grade.ROUNDED
    if english.approximation is Approximation.EXACT:
        return Grade.NONE
    return Grade.ROUNDED if there[0] <= number <= there[1] else Grade.NONE


def _rounds(english: Figure, source: Figure, here: Number, there: Number) -> bool:
    """Whether ``here`` is ``there`` rounded in the way that the English wording says."""
    if not english.low or not there or (english.step <= source.step and dimension_of(english) == dimension_of(source)):
        return False
    step, gap = abs(Fraction(english.step) * here / english.low), Fraction(there) - here
    match english.approximation:
        case Approximation.OVER | Approximation.AT_LEAST:
            return 0 < gap < step and gap * 4 <= there
        case Approximation.UNDER | Approximation.AT_MOST:
            return 0 < -gap < step and -gap * 4 <= here
        case Approximation.ABOUT:
            return abs(gap) * 2 <= step and abs(gap) * 10 <= there
    return abs(gap) * 2 <= step and abs(gap) * 200 <= there


def _wording_conflicts(english: Figure, source: Figure) -> bool:
    """Nearly 500 is not more than 500, at least 11 is not at most 11."""
    here, there = english.approximation, source.approximation
    return (here in _ABOVE and there in _BELOW) or (here in _BELOW and there in _ABOVE)


def _are_points(figure: Figure) -> bool:
    """A rise by 2 percentage points is not one by 2 per cent."""
    return figure.kind in (Kind.POINTS, Kind.BASIS_POINTS)


def _is_share_left(english: Figure, source: Figure) -> bool:
    """七折 is 30 percent off; its other reading, 70 percent of the price, is no discount."""
    return english.head in _DISCOUNTS and source.surface.endswith("折") and not source.note


def _agree_growth(english: Figure, source: Figure) -> Grade:
    """150 % more is 1.5 times on top (+x), which is 2.5 times as much."""
    times, share = (english, source) if english.kind is Kind.MULTIPLE else (source, english)
    if times.low is None or share.low is None:
        return Grade.NONE
    percent = share.low * dimension_of(share)[1]
    added = times.low if times.unit == "+x" else times.low - 1
    if percent in (added * 100, times.low * 100):
        return Grade.CONVERTED
    return Grade.NONE


def _agree_multiples(english: Figure, source: Figure) -> Grade:
    if english.unit == source.unit or english.low is None or source.low is None:
        return _agree_values(english, source, Grade.SAME)
    # usage wavers: 增長1.5倍 is put as 1.5 times by some and as 2.5 times by others
    one, other = english.low, source.low
    return Grade.CONVERTED if one in (other, other + 1, other - 1) else Grade.NONE


# --------------------------------------------------------------------------------- dates, times, scores


def dates_conflict(one: PartialDate, other: PartialDate) -> bool:
    """Whether any part that both say differs."""
    if one.year is not None and other.year is not None and not _same_year(one.year, other.year):
        return True
    if one.decade is not None and other.decade is not None and not _same_year(one.decade, other.decade):
        return True
    return any(
        a is not None and b is not None and a != b
        for a, b in (
            (one.month, other.month), (one.day, other.day), (one.weekday, other.weekday),
            (one.quarter, other.quarter), (one.half, other.half), (one.century, other.century),
        )
    )  # fmt: skip


def _same_year(one: int, other: int) -> bool:
    """Equal; or one is short of its century; or a year of the Republic (民國99年 is 2010) whose era is not named."""
    if one == other:
        return True
    low, high = min(one, other), max(one, other)
    return (low < 100 and low % 100 == high % 100) or (low < 200 and low + 1911 == high)


def _agree_dates(english: Figure, source: Figure) -> Grade:
    here, there = english.value, source.value
    if not isinstance(here, PartialDate) or not isinstance(there, PartialDate) or dates_conflict(here, there):
        return Grade.NONE
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


def _agree_times(english: Figure, source: Figure) -> Grade:
    here, there = english.value, source.value
    if not isinstance(here, ClockTime) or not isinstance(there, ClockTime):
        return Grade.NONE
    is_settled = here.is_settled and there.is_settled
    hours = (here.hour % 24, there.hour % 24) if is_settled else (here.hour % 12, there.hour % 12)
    if hours[0] != hours[1] or (here.minute or 0) != (there.minute or 0):
        return Grade.NONE
    return Grade.SAME if (here.second or 0) == (there.second or 0) or here.second is None else Grade.NONE


def _agree_ordinal_dates(english: Figure, source: Figure) -> Grade:
    """The third, for the third quarter; the 26th, for the day."""
    if not isinstance(source.value, PartialDate):
        return Grade.NONE
    value = source.value
    parts = (value.quarter, value.half, value.century) if value.day is None else (value.day,)
    return Grade.LOOSE if english.value in [part for part in parts if part is not None] else Grade.NONE


def _agree_names(english: Figure, source: Figure) -> Grade:
    return Grade.SAME if english.value == source.value else Grade.NONE


def _agree_scores(english: Figure, source: Figure) -> Grade:
    """An English number is one of the two of a source score; binding looks at their order."""
    if not isinstance(source.value, tuple) or english.low is None:
        return Grade.NONE
    return Grade.ROUNDED if english.low in source.value else Grade.NONE


_DISCOUNTS = frozenset({"off", "discount", "reduction", "cheaper"})
_ABOVE = frozenset({Approximation.OVER, Approximation.AT_LEAST})
_BELOW = frozenset({Approximation.UNDER, Approximation.AT_MOST})
_RULES: dict[tuple[Kind, Kind], Callable[[Figure, Figure], Grade]] = {
    (Kind.DATE, Kind.DATE): _agree_dates,
    (Kind.TIME, Kind.TIME): _agree_times,
    (Kind.IDENTIFIER, Kind.IDENTIFIER): _agree_names,
    (Kind.ORDINAL, Kind.DATE): _agree_ordinal_dates,
    (Kind.MULTIPLE, Kind.MULTIPLE): _agree_multiples,
    (Kind.COUNT, Kind.SCORE): _agree_scores,
    (Kind.ORDINAL, Kind.SCORE): _agree_scores,
    (Kind.PERCENT, Kind.SCORE): _agree_scores,
}
