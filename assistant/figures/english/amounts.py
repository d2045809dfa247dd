"""An English numeral with what stands right around it (currency, unit, approximation), and the figure it makes."""

import re
from fractions import Fraction
from typing import NamedTuple

from assistant.figures.english.change import is_in_fen, read_change
from assistant.figures.english.clock import read_bare_hour
from assistant.figures.english.numerals import Numeral, read_numeral, read_scale
from assistant.figures.english.surroundings import (
    Unit,
    read_approximation,
    read_currency_before,
    read_trailing,
    read_unit,
)
from assistant.figures.english.years import as_year, is_a_year
from assistant.figures.values import (
    BARE_YUAN,
    Approximation,
    Figure,
    Interval,
    Kind,
    Number,
    Part,
    PartialDate,
    replace,
    tidy,
)
from assistant.patterns import compile_late
from assistant.records.source import Span

_NEXT_WORD = compile_late(r"[\s-]+([A-Za-z][A-Za-z-]*)")
_OLD = compile_late(r"(?:\s?-\s?|\s)olds?\b|\sof\sage\b")
_EVEN = Fraction(1, 2)
_PLAN = compile_late(r"[\s-]plan\b", re.IGNORECASE)
_AND_PART = compile_late(
    r"(?:,|\sand)\s(?:\d+|[a-z-]+)\s(?:hours?|minutes?|seconds?|days?|months?|weeks?)\b", re.IGNORECASE
)
_OBJECT = compile_late(
    r"\s(?:the|his|her|its|their|both|all|by|against|promotion|re-?election|\d+|one|two|three|four|five|six|seven|eight"
    r"|nine|ten|eleven|twelve"
    r"|(?:gold|silver|bronze|seat|medal|title|prize|award|race|match|game|trophy|bid|tender|case|set|point)(?:s|es)?)\b"
)
"""Behind "won" where it is a verb."""
_OF_A_POINT = " of a point"
_NUMBERED = ("number ", "Number ", "No. ", "no. ", "No ", "ranked ")
"""The world number eight, No. 8."""
_FIRST, _LAST = ("first ", "opening "), ("final ", "second ", "closing ", "last ")
_LATEST = ("last ", "past ")
_LONGEST_END = 8
_ENDS_OF_YEAR = {
    3: tuple(PartialDate(quarter=quarter) for quarter in range(1, 5)),
    6: (PartialDate(half=1), PartialDate(half=2)),
}  # fmt: skip
"""Months -> the periods of a year that so many of them are."""
_NOT_EVEN = ("not ", "not even ", "nor ", "never ", "without ", "not a single ")


_LENGTHS = {"m": (10**6, "m"), "k": (1000, "km"), "K": (1000, "km")}
"""What the letters of scales may measure: 400m, and a 10K."""
_SAID_OTHERWISE = {"kcal": "cal", "mg/dL": "mg"}
"""Calories of food are kilocalories, and called 卡 all the same; Chinese sets apart of what each: 每分升126毫克."""


class Amount(NamedTuple):
    """A numeral with what stands right around it."""

    numeral: Numeral
    start: int
    end: int
    currency: str
    unit: Unit | None
    trailing: Approximation


def read_amount(text: str, start: int) -> Amount | None:
    """The numeral at ``start`` with what stands around it; None: no numeral begins there."""
    numeral = read_numeral(text, start)
    if numeral is None:
        return None
    before = read_currency_before(text, start)
    trailing, end = read_trailing(text, numeral.end)
    if trailing and numeral.scale == 1 and not isinstance(numeral.value, Interval):
        numeral, end = _scale_behind(text, numeral, end)
    unit = read_unit(text, end)
    if unit and ((before and unit.kind is not Kind.MONEY) or (unit.unit == "KRW" and _is_verb(text, numeral, unit))):
        unit = None
    if unit is None and not before and text.startswith(_OF_A_POINT, end):
        unit = Unit(Kind.POINTS, "%", end + len(_OF_A_POINT))
    if unit is not None:
        end = max(end, unit.end)
        if trailing is Approximation.EXACT:
            trailing, _ = read_trailing(text, end)
    start = before[1] if before else start
    return Amount(numeral, start, end, before[0] if before else "", unit, trailing)


def _scale_behind(text: str, numeral: Numeral, end: int) -> tuple[Numeral, int]:
    """180-odd million: the scale stands behind what qualifies the number."""
    scale, scaled_end = read_scale(text, end)
    if scale == 1 or isinstance(numeral.value, Interval):
        return numeral, end
    value, step = tidy(numeral.value * scale), numeral.step * scale
    return replace(numeral, value=value, end=scaled_end, step=step, scale=scale, is_plain=False), scaled_end


def _is_verb(text: str, numeral: Numeral, unit: Unit) -> bool:
    """Whether "won" tells a victory: "no one won", "two won the medal"."""
    return numeral.value == 1 or _OBJECT.match(text, unit.end) is not None


def build_figure(text: str, amount: Amount, part: Part) -> Figure:
    """The figure that ``amount`` makes, with what else it may be; ``part``: the whole, or one end of a range."""
    numeral = amount.numeral
    approximation = amount.trailing or read_approximation(text, amount.start)
    value, step, kind, unit = numeral.value, numeral.step, Kind.COUNT, ""
    if amount.currency:
        kind, unit = Kind.MONEY, amount.currency
    elif amount.unit:
        kind, unit = amount.unit.kind, amount.unit.unit
        value, step = _times(value, amount.unit.factor), step * amount.unit.factor
        if amount.unit.unit == "‰":
            value, step, unit = _times(value, Fraction(1, 10)), Fraction(step) / 10, "%"
    if kind is Kind.COUNT and isinstance(value, Interval):
        kind = Kind.VAGUE
    span = Span(amount.start, amount.end)
    following = _NEXT_WORD.match(text, amount.end)
    head = following[1].lower() if following else ""
    if following and not approximation and text.startswith(" or ", following.end()):  # 500 people or more
        approximation, _ = read_trailing(text, following.end())
    is_even = text[numeral.start - 1 : numeral.end] == ".500" and value == _EVEN  # 15 games above .500
    soft = is_even or _is_idle_nought(numeral) or (numeral.in_words and _is_soft(text, kind, amount))
    idle = is_even or (soft and kind is Kind.MONEY)
    figure = Figure(span, span.of(text), kind, value, unit, approximation, step, part, soft, head, is_aside=idle)
    return _with_others(text, figure, numeral)


def _is_idle_nought(numeral: Numeral) -> bool:
    """0 and "zero" are said in many ways: none, no, 5 degrees below zero."""
    return not numeral.value and (numeral.in_words or numeral.end - numeral.start == 1)


def _with_others(text: str, figure: Figure, numeral: Numeral) -> Figure:
    """Add what else the amount may be: a year, pounds sterling, metres, percentage points ("up three points")."""
    is_age = figure.unit == "a" and _OLD.match(text, figure.span.end)
    if other := replace(figure, kind=Kind.COUNT, unit="岁") if is_age else figure.unit and _other_unit(figure):
        return replace(figure, others=(other, *_more_units(text, figure, other)))
    if figure.kind is not Kind.COUNT:
        return replace(figure, others=_name_periods(text, figure)) if figure.unit == "mo" else figure
    if other := _other_count(text, figure, numeral) or (read_bare_hour(text, figure) if not figure.unit else None):
        return replace(figure, others=(other,))
    if numeral.is_plain and is_a_year(text, numeral):
        return as_year(text, figure, numeral)
    length = _LENGTHS.get(text[numeral.end - 1]) if numeral.scale > 1 else None
    if length and numeral.scale == length[0] and isinstance(figure.value, int | Fraction):
        measure = replace(figure, kind=Kind.MEASURE, value=tidy(Fraction(figure.value) / length[0]), unit=length[1])
        return replace(figure, others=(measure,))
    return figure


def _name_periods(text: str, figure: Figure) -> tuple[Figure, ...]:
    """The first three months are the first quarter, the final six the second half; the last six are either, in July."""
    periods = _ENDS_OF_YEAR.get(figure.value) if isinstance(figure.value, int) else None
    if periods is None:
        return ()
    before = text[max(0, figure.span.start - _LONGEST_END) : figure.span.start].lower()
    if before.endswith(_LATEST) and not text.startswith(" of ", figure.span.end):
        told = periods
    elif before.endswith(_FIRST):
        told = periods[:1]
    else:
        told = periods[-1:] if before.endswith(_LAST) else ()
    return tuple(replace(figure, kind=Kind.DATE, unit="", value=period) for period in told)


_SHARE = " on the dollar"


def _more_units(text: str, figure: Figure, other: Figure) -> tuple[Figure, ...]:
    """Cents are of a dollar, a euro, or the 元 whose 分 they are; per cent on the dollar; 8p are pence, or a model."""
    if figure.unit == "cent":
        share = (replace(figure, kind=Kind.PERCENT, unit="%"),) if text.startswith(_SHARE, figure.span.end) else ()
        return (replace(other, unit=BARE_YUAN), replace(other, unit="EUR"), *share)
    if is_in_fen(figure):
        return (replace(figure, kind=Kind.COUNT, value=tidy(Fraction(figure.low or 0) * 10), unit=""),)  # 月息四分
    is_letter = figure.unit == "pence" and figure.surface.endswith("p")
    return (replace(figure, kind=Kind.IDENTIFIER, value=figure.surface.upper(), unit=""),) if is_letter else ()


def _other_unit(figure: Figure) -> Figure | None:
    """12 cents are 0.12 of a dollar; pounds may be sterling; a catty is another one in Taiwan."""
    change = read_change(figure)
    if change and isinstance(figure.value, int | Fraction):
        value = tidy(Fraction(figure.value) / change.in_whole)
        return replace(figure, kind=Kind.MONEY, value=value, unit=change.currency)
    if figure.unit == "[lb_av]":
        return replace(figure, kind=Kind.MONEY, unit="GBP")
    if other := _SAID_OTHERWISE.get(figure.unit):
        return replace(figure, unit=other)
    return replace(figure, unit=f"台{figure.unit}") if figure.unit in ("斤", "兩") else None


def _other_count(text: str, figure: Figure, numeral: Numeral) -> Figure | None:
    """More than a dozen, for 十餘; up three points, for three per cent of them."""
    if numeral.scale == 12 and isinstance(figure.value, int) and figure.part:  # two or three dozen, for 二三十
        return replace(figure, kind=Kind.VAGUE, value=Interval(figure.value // 12 * 10, figure.value))
    if numeral.scale == 12 and figure.value == 12 and figure.approximation:
        return replace(figure, kind=Kind.VAGUE, value=Interval(10, 19))
    if not figure.unit and text.endswith(_NUMBERED, 0, figure.span.start):
        return replace(figure, kind=Kind.ORDINAL)
    if figure.head in ("quarter", "quarters") and isinstance(figure.value, int):
        return replace(figure, kind=Kind.DURATION, value=figure.value * 3, unit="mo")
    if figure.head in ("rating", "ratings"):  # of television
        return replace(figure, kind=Kind.PERCENT, unit="%")
    return replace(figure, kind=Kind.POINTS, unit="%") if figure.head in ("point", "points") else None


def _is_soft(text: str, kind: Kind, amount: Amount) -> bool:
    """Number words that English adds by itself: one, two ("the two sides"), "Five-Year Plan", "not one cent"."""
    if kind is Kind.COUNT:
        return amount.numeral.value in (1, 2)
    if kind is Kind.MONEY:
        return amount.numeral.value == 1 and text.endswith(_NOT_EVEN, 0, amount.start)
    if kind is Kind.DURATION and _AND_PART.match(text, amount.end):
        return False  # one day and 40 minutes
    return kind is Kind.DURATION and (amount.numeral.value == 1 or bool(_PLAN.match(text, amount.end)))


def _times(value: Number | Interval, factor: Number) -> Number | Interval:
    if factor == 1:
        return value
    if isinstance(value, Interval):
        return Interval(tidy(value.low * factor), tidy(value.high * factor))
    return tidy(value * factor)
