"""Say in words what is wrong with an English figure, given the source figure that it most likely renders."""

from collections.abc import Callable
from fractions import Fraction
from functools import lru_cache
from operator import ne

from assistant.figures.comparing.agreement import grew_otherwise, wording_conflicts
from assistant.figures.comparing.counting import counts_other_quarters, counts_other_things, is_of_interest
from assistant.figures.comparing.discounts import is_share_left
from assistant.figures.comparing.growth import has_grown_otherwise, is_lessened
from assistant.figures.dimensions import SHARE, canonical, dimension_of, same_money
from assistant.figures.rendering import render
from assistant.figures.values import (
    BARE_MONEY,
    Approximation,
    ClockTime,
    Figure,
    Interval,
    Kind,
    Number,
    PartialDate,
    replace,
    write_number,
)

_POWERS: dict[int, str] = {
    10: "ten", 100: "a hundred", 1_000: "a thousand", 10_000: "ten thousand", 100_000: "a hundred thousand",
    1_000_000: "a million", 100_000_000: "a hundred million", 10**9: "a billion",
}  # fmt: skip
_UNIT_NAMES = {
    "s": "seconds", "min": "minutes", "h": "hours", "d": "days", "wk": "weeks", "mo": "months", "a": "years",
    "m": "metres", "km": "kilometres", "cm": "centimetres", "mm": "millimetres", "[mi_i]": "miles", "[ft_i]": "feet",
    "[in_i]": "inches", "har": "hectares", "km2": "square kilometres", "m2": "square metres", "t": "tonnes",
    "kg": "kilograms", "g": "grams", "[lb_av]": "pounds", "Cel": "degrees Celsius", "[degF]": "degrees Fahrenheit",
    "[acr_us]": "acres", "km/h": "km/h", "[mi_i]/h": "mph", "TWD": "NT$", "USD": "US$", "CNY": "yuan", "%": "per cent",
    "HKD": "HK$", "EUR": "euros", "GBP": "pounds", "JPY": "yen", "KRW": "won", "AUD": "A$", "CAD": "C$", "SGD": "S$",
    "元": "元, the local currency",
}  # fmt: skip
_KIN, _BARE = 6, 8
"""The kinship of a number and one with a unit that it lacks (NT$1.5 million, for 一千五百萬) off by a digit;
that of two off by a power of ten."""
_OF_NUMBERS = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.PERCENT, Kind.DURATION})
_SHORTEST = 2
"""Characters: two numbers of one digit may be alike for no reason."""
_LAST_DAY = 31
_ROUNDED = 100
"""One part in so many may be lost by rounding where a scale word is wrong: 5.23 billion, for 5,228 billion."""


def explain(english: Figure, source: Figure) -> str:
    """Why ``english`` does not render ``source``: the first explanation that fits."""
    if source.unit in BARE_MONEY and english.kind is source.kind and same_money(english.unit, source.unit):
        source = replace(source, unit=english.unit)  # 8000萬元 is NT$80 million, to who writes NT$
    for diagnosis in _DIAGNOSES:
        words = diagnosis(english, source)
        if words:
            return words
    return read_out(source)


def read_out(source: Figure) -> str:
    """The source figure with its English: "85億 is 8.5 billion"; a date has its original beside it already."""
    english = render(source).removesuffix(f" [{source.surface}]")
    # 2.3% is about 2.3%: told once
    return f"source has {english}" if english.endswith(source.surface) else f"{source.surface} is {english}"


def kinship(english: Figure, source: Figure) -> int:
    """How likely it is that ``english`` was meant to render ``source``: 0 not at all, more is likelier.

    What counts: the same kind and unit; digits that differ in a way that slips do (a power of ten, transposed, one
    digit); the same number with another unit.
    """
    if english.kind is Kind.IDENTIFIER or source.kind is Kind.IDENTIFIER:
        return 0
    if is_share_left(english, source):
        return 0  # its other reading, what is taken off, is meant
    same_kind = english.kind is source.kind or is_lessened(english, source)
    here, there = english.low, source.low
    if here is None or there is None:
        return _kinship_of_dates(english, source) if same_kind else _KIN * _tells_period(english, source)
    points = 6 if same_kind else 0
    if dimension_of(english)[0] == dimension_of(source)[0]:
        points += 4
        points += english.unit == source.unit and english.unit != ""
    if here == there and english.high == source.high:
        return points + 12
    if not points:
        return _kinship_of_bare(english, source) or _KIN * has_grown_otherwise(english, source)
    return points + (8 if _power(english, source) else 6 if _slip(english, source) else 0)


def _kinship_of_bare(english: Figure, source: Figure) -> int:
    """The same for two kinds of number, as sums of money and shares often stand without their unit in a list."""
    is_bare = not english.is_soft and {english.kind, source.kind} <= _OF_NUMBERS and len(english.surface) >= _SHORTEST
    is_bare = is_bare and any(figure.kind is Kind.COUNT and not figure.unit for figure in (english, source))
    if _power(english, source):
        return _BARE if is_bare else 2
    return _KIN if is_bare and _slip(english, source) else 0


def _tells_period(english: Figure, source: Figure) -> bool:
    return _tells_day(english, source) or bool(_quarters(english, source))


def _tells_day(english: Figure, source: Figure) -> bool:
    """Whether an ordinal may be meant for a day, which English tells like any other: 5日, "the 5th"."""
    is_day = isinstance(source.value, PartialDate) and source.value.day is not None
    return (
        is_day
        and english.kind is Kind.ORDINAL
        and english.surface[0].isdigit()
        and english.low is not None
        and english.low <= _LAST_DAY
    )


def _kinship_of_dates(english: Figure, source: Figure) -> int:
    here, there = english.value, source.value
    if isinstance(here, tuple) and isinstance(there, tuple) and english.kind is Kind.SCORE:
        return 8 + 4 * len(set(here) & set(there))
    if isinstance(here, PartialDate) and isinstance(there, PartialDate):
        shape = [a is not None and b is not None for a, b in zip(here, there, strict=True)]
        equal = [a is not None and a == b for a, b in zip(here, there, strict=True)]
        return 4 * sum(shape) + 6 * sum(equal) if any(shape) else 0
    if isinstance(here, ClockTime) and isinstance(there, ClockTime):
        return 10 + 6 * (here.hour == there.hour) + 6 * (here.minute == there.minute)
    return 0


# ----------------------------------------------------------------------------------------- the diagnoses


def _lost_share(english: Figure, source: Figure) -> str:
    is_share = dimension_of(source)[0] == SHARE or is_of_interest(source)
    if is_share and english.kind is Kind.COUNT and english.low == source.low:
        return f"per cent lost: {read_out(source)}"
    if dimension_of(english)[0] == SHARE and source.kind is Kind.COUNT and english.low == source.low:
        return f"per cent added: {read_out(source)}"
    return ""


def _points(english: Figure, source: Figure) -> str:
    if english.low != source.low or {english.kind, source.kind} != {Kind.PERCENT, Kind.POINTS}:
        return ""
    told = "points, not per cent" if source.kind is Kind.POINTS else "per cent, not points"
    return f"{told}: {read_out(source)}"


def _added(english: Figure, source: Figure) -> str:
    if not grew_otherwise(english, source) or source.low is None:
        return ""
    return f"added to what there was: {source.surface} more is {write_number(source.low + 1)} times as much"


def _things(english: Figure, source: Figure) -> str:
    return f"counts something else: {read_out(source)}" if counts_other_things(english, source) else ""


def _quarters(english: Figure, source: Figure) -> str:
    """The third quarter, for 前三季; three quarters, for 第三季."""
    named = next((reading for reading in english.readings if reading.kind is Kind.ORDINAL), english)
    if named.low != source.low or not counts_other_quarters(named, source):
        return ""
    stretch = f"a stretch of {source.low} quarters" if source.kind is Kind.COUNT else "one quarter"
    return f"{source.surface} is {stretch}"


def _currency(english: Figure, source: Figure) -> str:
    if english.kind is source.kind is Kind.MONEY and not same_money(english.unit, source.unit):
        return f"currency: source has {_UNIT_NAMES.get(source.unit, source.unit)} ({source.surface})"
    return ""


def _bound(english: Figure, source: Figure) -> str:
    """More than 8,000 for 不到八千: the number is right, and the side of it is not."""
    return f"wording: {read_out(source)}" if wording_conflicts(english, source) else ""


def _unit(english: Figure, source: Figure) -> str:
    if english.low == source.low and english.low is not None and english.unit != source.unit and source.unit:
        name = _UNIT_NAMES.get(source.unit)
        return f"unit: source has {name} ({source.surface})" if name else f"unit: {read_out(source)}"
    return ""


def _size(english: Figure, source: Figure) -> str:
    power = _power(english, source) or _rounded_power(english, source)
    if not power:
        return ""
    factor = int(power) if power > 1 else int(1 / Fraction(power))
    name = _POWERS.get(factor, f"{factor:,}")
    return f"{name} times too {'large' if power > 1 else 'small'}: {read_out(source)}"


def _digits(english: Figure, source: Figure) -> str:
    slip = _slip(english, source)
    return f"{slip}: {read_out(source)}" if slip else ""


def _wording(english: Figure, source: Figure) -> str:
    if english.low == source.low or source.low is None or english.low is None or isinstance(source.value, Interval):
        return ""
    if english.approximation is Approximation.OVER and english.low > source.low:
        return f"{english.surface} is above the source's {source.surface}"
    if english.approximation is Approximation.UNDER and english.low < source.low:
        return f"{english.surface} is below the source's {source.surface}"
    return ""


def _date(english: Figure, source: Figure) -> str:
    if _tells_day(english, source):
        return f"day differs: {read_out(source)}"
    here, there = english.value, source.value
    if not isinstance(here, PartialDate) or not isinstance(there, PartialDate):
        return ""
    for name in ("year", "month", "day", "weekday", "quarter", "half", "decade", "century"):
        one, other = getattr(here, name), getattr(there, name)
        if one is not None and other is not None and one != other:
            return f"{name} differs: {read_out(source)}"
    return ""


def _time(english: Figure, source: Figure) -> str:
    if english.kind is source.kind is Kind.TIME:
        return f"time differs: {read_out(source)}"
    return ""


_DIAGNOSES: tuple[Callable[[Figure, Figure], str], ...] = (
    _added,
    _things,
    _quarters,
    _lost_share,
    _points,
    _currency,
    _bound,
    _unit,
    _size,
    _digits,
    _wording,
    _date,
    _time,
)


def _power(english: Figure, source: Figure) -> Number:
    """The power of ten (not 1) by which the English value is off, or 0."""
    here, there = canonical(english), canonical(source)
    if not here or not there or here[0] <= 0 or there[0] <= 0 or here[1] != here[0] or there[1] != there[0]:
        return 0
    # in whole numbers, over a common denominator: this is asked of every figure around a wrong one
    above, below = here[0].numerator * there[0].denominator, there[0].numerator * here[0].denominator
    power, rest = divmod(above, below) if above > below else divmod(below, above)
    if rest or power == 1:
        return 0
    text = str(power)
    if text[0] != "1" or text[1:].strip("0"):
        return 0
    return power if above > below else Fraction(1, power)


def _rounded_power(english: Figure, source: Figure) -> Number:
    """The same, of a number that is rounded besides: 5.23 billion, for 52,281.6億."""
    here, there = canonical(english), canonical(source)
    if not here or not there or here[0] <= 0 or there[0] <= 0 or here[1] != here[0] or there[1] != there[0]:
        return 0
    small, large = sorted(
        (float(here[0]), float(there[0]))
    )  # exactly is not asked, and fractions take ten times as long
    for power in _POWERS:
        if abs(large - small * power) * _ROUNDED <= large:
            return power if here[0] > there[0] else Fraction(1, power)
    return 0


@lru_cache(1_000, typed=True)
def _digits_of(number: Number | None) -> tuple[str, str]:
    """The digits of a number, and those without the noughts at its end; asked for every figure around a wrong one."""
    written = str(abs(number)) if isinstance(number, int) else str(float(number or 0)).replace(".", "")
    return written, written.rstrip("0")


def _slip(english: Figure, source: Figure) -> str:
    """How the digits differ, if they do so in a way that slips do."""
    (here, one), (there, other) = _digits_of(english.low), _digits_of(source.low)
    if len(one) == len(other) > 1 and one != other and sorted(one) == sorted(other):
        return "digits transposed"
    longest = max(len(here), len(there))
    if one != other and len(here) > 1 and sorted(here.ljust(longest, "0")) == sorted(there.ljust(longest, "0")):
        return "digits transposed"  # 540 for 504, 61.8 for 61.08
    return "one digit differs" if len(here) == len(there) > 1 and sum(map(ne, here, there)) == 1 else ""
