"""Whether an English reading says what a source reading says: one pair at a time, by value and unit."""

from collections.abc import Callable
from fractions import Fraction

from assistant.figures.chinese.shares import GROWN
from assistant.figures.comparing.calendar import agree_dates, agree_ordinal_dates, agree_times
from assistant.figures.comparing.conversions import is_converted
from assistant.figures.comparing.counting import counts_other_quarters, counts_other_things
from assistant.figures.comparing.discounts import DISCOUNTS, is_share_left
from assistant.figures.comparing.grades import Grade
from assistant.figures.comparing.rounding import ROUGH_SHARE, compare_bounds
from assistant.figures.dimensions import COUNT, MONEY, SHARE, TIMES, canonical, dimension_of, may_pass, same_money
from assistant.figures.values import SIDES, Approximation, Figure, Kind, replace


def agree(english: Figure, source: Figure) -> Grade:
    """How well one English reading agrees with one source reading."""
    rule = _RULES.get((english.kind, source.kind))
    if rule is not None:
        return rule(english, source)
    if english.low is None or source.low is None:
        return Grade.NONE
    return _agree_amounts(english, source)


def _agree_amounts(english: Figure, source: Figure) -> Grade:
    is_same = english.kind is source.kind and english.unit == source.unit and english.value == source.value
    grade = Grade.SAME if is_same else _agree_numbers(english, source)
    return Grade.NONE if grade and _differ(english, source) else grade  # few agree: what else may differ is asked last


def _differ(english: Figure, source: Figure) -> bool:
    """Whether anything keeps two equal numbers apart."""
    return (
        counts_other_things(english, source)
        or counts_other_quarters(english, source)
        or wording_conflicts(english, source)
        or (english.head in DISCOUNTS and is_share_left(english, source))
        or (source.kind is Kind.MULTIPLE and grew_otherwise(english, source))
    )


def _agree_money(english: Figure, source: Figure) -> Grade:
    return _agree_amounts(english, source) if same_money(english.unit, source.unit) else Grade.NONE


def _agree_never(_english: Figure, _source: Figure) -> Grade:
    """A rise by 2 percentage points is not one by 2 per cent; 5% that may be points has that reading too."""
    return Grade.NONE


# ------------------------------------------------------------------------------------------------ numbers


def _agree_numbers(english: Figure, source: Figure) -> Grade:
    if not english.low and not source.low and english.kind is Kind.COUNT and english.value == source.value:
        return Grade.ROUNDED  # cut to zero, for 0%
    there, here = dimension_of(source)[0], dimension_of(english)[0]
    if there == here:
        return _agree_alike(english, source, there)
    if {there, here} == {SHARE, TIMES}:
        return _agree_growth(english, source)
    if here == COUNT and there == SHARE:
        return _agree_decimal(english, source)
    if not may_pass(english, source, here, there):
        return Grade.NONE
    return min(_agree_raw(english, source), Grade.LOOSE)


def _agree_alike(english: Figure, source: Figure, dimension: str) -> Grade:
    """Two numbers of one dimension; degrees Fahrenheit are mostly converted, and rounded then."""
    if dimension == _FAHRENHEIT and english.low is not None and source.low is not None:
        return Grade.CONVERTED if abs(Fraction(english.low) - source.low) <= _DEGREE else Grade.NONE
    if english.kind is Kind.FRACTION and _is_rough_fraction(english, source):
        return Grade.ROUNDED
    if dimension == COUNT or (english.unit == source.unit and dimension != SHARE):
        return _agree_values(english, source, Grade.SAME)
    return _agree_values(english, source, Grade.SAME if dimension in (MONEY, SHARE) else Grade.CONVERTED)


def _is_rough_fraction(english: Figure, source: Figure) -> bool:
    """Over three-quarters, for 76 %; nearly a third, for 32 %."""
    here, there = canonical(english), canonical(source)
    if not here or not there or here[0] == there[0] or source.kind is Kind.FRACTION or here[0] != here[1]:
        return False
    gap = (Fraction(there[0]) - here[0]) / here[0]
    match english.approximation:
        case Approximation.OVER | Approximation.AT_LEAST:
            return 0 < gap <= ROUGH_SHARE
        case Approximation.UNDER | Approximation.AT_MOST:
            return 0 > gap >= -ROUGH_SHARE
        case Approximation.ABOUT:
            return abs(gap) <= ROUGH_SHARE
    is_endless = Fraction(here[0]).denominator % 3 == 0  # a third, for 三成三
    return is_endless and abs(Fraction(there[0]) - here[0]) * 2 < 1


def _agree_decimal(english: Figure, source: Figure) -> Grade:
    """A winning percentage of .548 is 54.8 per cent; any other bare number has lost its per cent sign."""
    if english.low is None or source.low is None or not 0 < english.low < 1:
        return Grade.NONE
    return Grade.CONVERTED if english.low * 100 == source.low * dimension_of(source)[1] else Grade.NONE


def _agree_raw(english: Figure, source: Figure) -> Grade:
    return compare_bounds(english, source, (english.low, english.high), (source.low, source.high))  # type: ignore[arg-type]


def _agree_values(english: Figure, source: Figure, equal: Grade) -> Grade:
    here, there = canonical(english), canonical(source)
    if here is None or there is None:
        return Grade.NONE
    grade = compare_bounds(english, source, here, there)
    if grade is Grade.SAME:
        return equal
    if grade is Grade.NONE and equal is Grade.CONVERTED and there[1] and english.unit != source.unit:
        return Grade.CONVERTED if is_converted(english, source, Fraction(here[0]), Fraction(there[0])) else Grade.NONE
    return grade


def wording_conflicts(english: Figure, source: Figure) -> bool:
    """Nearly 500 is not more than 500, at least 11 is not at most 11; 五十多分鐘 is less than an hour."""
    if not source.approximation:
        return False
    side = SIDES.get(english.approximation)
    if side is None:
        return False
    is_over_about = english.approximation is Approximation.OVER and source.approximation is Approximation.ABOUT
    is_over_about = is_over_about and "odd" not in english.surface  # 百来块 is a hundred-odd yuan
    is_other = is_over_about or SIDES.get(source.approximation, side) != side
    return is_other and canonical(english) == canonical(source)


def _agree_growth(english: Figure, source: Figure) -> Grade:
    """150 % more is 1.5 times on top (+x), which is 2.5 times as much."""
    times, share = (english, source) if english.kind is Kind.MULTIPLE else (source, english)
    if times.low is None or share.low is None:
        return Grade.NONE
    percent = share.low * dimension_of(share)[1]
    added = times.low if times.unit == "+x" else times.low - 1
    if times.head == GROWN:  # 增長1.5倍 is +150 %, never +50 %
        added = times.low
    if percent in (added * 100, times.low * 100):
        return Grade.CONVERTED
    return Grade.NONE


def grew_otherwise(english: Figure, source: Figure) -> bool:
    """A verb says how many times as much it is in the end: 增長兩倍 is tripled, or "more than doubled"."""
    if source.kind is not Kind.MULTIPLE or (source.unit != "+x" and source.head != GROWN):
        return False
    if english.surface.lower() not in _DOUBLED or source.low is None or source.low <= 1 or english.low is None:
        return False
    if english.low < source.low + 1 and SIDES.get(english.approximation) == 1:
        return False
    return _agree_values(english, _in_all(source), Grade.SAME) is Grade.NONE


def _in_all(added: Figure) -> Figure:
    """增1.2倍 is 2.2 times as much."""
    return replace(added, value=(added.low or 0) + 1, unit="x")


def _agree_multiples(english: Figure, source: Figure) -> Grade:
    if grew_otherwise(english, source):
        return Grade.NONE
    one, other = english.low, source.low
    if english.unit == source.unit or one is None or other is None:
        return _agree_values(english, source, Grade.SAME)
    # usage wavers: 增長1.5倍 is put as 1.5 times by some and as 2.5 times by others
    if one in (other, other + 1, other - 1):
        return Grade.CONVERTED
    if source.unit != "+x" or not english.approximation:
        return Grade.NONE
    return Grade.CONVERTED if _agree_values(english, _in_all(source), Grade.SAME) is not Grade.NONE else Grade.NONE


# ----------------------------------------------------------------------------------------- names, scores


def _agree_names(english: Figure, source: Figure) -> Grade:
    return Grade.SAME if english.value == source.value else Grade.NONE


def _agree_scores(english: Figure, source: Figure) -> Grade:
    """An English number is one of the two of a source score; binding looks at their order."""
    if not isinstance(source.value, tuple) or english.low is None or english.surface.endswith(_PARTS_OF_GAME):
        return Grade.NONE
    return Grade.ROUNDED if english.low in source.value else Grade.NONE


def _agree_whole_scores(english: Figure, source: Figure) -> Grade:
    """Either side may be named first: 3比4 is a 4-3 defeat."""
    here, there = english.value, source.value
    if not isinstance(here, tuple) or not isinstance(there, tuple):
        return Grade.NONE
    return Grade.SAME if here in (there, there[::-1]) else Grade.NONE


_FAHRENHEIT, _DEGREE = "fahrenheit", Fraction(6, 10)
_PARTS_OF_GAME = ("half", "quarter", "period")
_DOUBLED = frozenset(f"{verb}{end}" for verb in ("double", "triple", "quadruple") for end in ("", "d", "s"))
_RULES: dict[tuple[Kind, Kind], Callable[[Figure, Figure], Grade]] = {
    (Kind.DATE, Kind.DATE): agree_dates,
    (Kind.TIME, Kind.TIME): agree_times,
    (Kind.IDENTIFIER, Kind.IDENTIFIER): _agree_names,
    (Kind.ORDINAL, Kind.DATE): agree_ordinal_dates,
    (Kind.MULTIPLE, Kind.MULTIPLE): _agree_multiples,
    (Kind.SCORE, Kind.SCORE): _agree_whole_scores,
    (Kind.COUNT, Kind.SCORE): _agree_scores,
    (Kind.ORDINAL, Kind.SCORE): _agree_scores,
    (Kind.PERCENT, Kind.SCORE): _agree_scores,
    (Kind.MONEY, Kind.MONEY): _agree_money,
    (Kind.PERCENT, Kind.POINTS): _agree_never,
    (Kind.PERCENT, Kind.BASIS_POINTS): _agree_never,
    (Kind.POINTS, Kind.PERCENT): _agree_never,
}
