"""Ways to work one figure out from others: what comes of them as printed, and what their rounding allows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from assistant.checking.arithmetic.clauses import SHARES, are_alike
from assistant.checking.arithmetic.ranges import ENDLESS, Range, range_of
from assistant.figures import Figure, Kind
from assistant.figures.dimensions import SHARE, canonical, dimension_of

ONE = Range(Fraction(1), Fraction(1))


@dataclass(frozen=True, slots=True)
class Working:
    """``form`` has a place for each term. Value and range are in the unit of the dimension, per cent for a share."""

    form: str
    value: Fraction
    range: Range
    is_bound: bool = False
    """What comes of it is the most that is possible."""


@dataclass(frozen=True, slots=True)
class Relation:
    """A figure, the figures it is stated to follow from, and how; the likeliest working first."""

    terms: tuple[Figure, ...]
    result: Figure
    workings: tuple[Working, ...]
    is_exclusive: bool = False
    """The words leave no doubt: another sum that happens to fit is no excuse."""


def subtract(one: Figure, other: Figure) -> Iterator[Working]:
    """How far two figures are apart."""
    first, second = range_of(one), range_of(other)
    if first and second:
        form = "{0} − {1}" if _value(one) >= _value(other) else "{1} − {0}"
        yield Working(form, abs(_value(one) - _value(other)), first.apart(second))


def add(parts: Sequence[Figure], *, is_open: bool = False) -> Iterator[Working]:
    """All of them together; ``is_open``: or more, for there may be others."""
    total = Range(Fraction(0), Fraction(0))
    for part in parts:
        size = range_of(part)
        if size is None:
            return
        total = total.plus(size)
    reach = Range(total.low, ENDLESS) if is_open else total
    yield Working(" + ".join(["{}"] * len(parts)), sum(map(_value, parts), Fraction(0)), reach)


def bound(whole: Figure) -> Iterator[Working]:
    """A part of a whole: at most all of it."""
    size = range_of(whole)
    if size:
        yield Working("a part of {}", _value(whole), Range(Fraction(0), size.high), is_bound=True)


def divide(part: Figure, whole: Figure) -> Iterator[Working]:
    """One figure as a share of another."""
    first, second = range_of(part), range_of(whole)
    quotient = first.over(second) if first and second else None
    if quotient and _value(whole):
        yield Working("{} ÷ {}", _value(part) / _value(whole) * 100, _in_per_cent(quotient))


def divide_times(one: Figure, other: Figure) -> Iterator[Working]:
    """How many times one figure is the other."""
    first, second = range_of(one), range_of(other)
    quotient = first.over(second) if first and second else None
    if quotient and _value(other):
        yield Working("{} ÷ {}", _value(one) / _value(other), quotient)


def multiply(each: Figure, number: Figure) -> Iterator[Working]:
    """So much for each of so many."""
    first, second = range_of(each), range_of(number)
    if first and second:
        worth = Fraction(dimension_of(number)[1])  # of so many ping, not square metres
        size = Range(max(first.low, Fraction(0)) * second.low / worth, first.high * second.high / worth)
        yield Working("{} × {}", _value(each) * _value(number) / worth, size)


def grow(before: Figure, after: Figure, by: Figure) -> Iterator[Working]:
    """All that may be meant by a growth (or fall) ``by`` so much from one figure to another, the likeliest first."""
    first, second = range_of(before), range_of(after)
    quotient = second.over(first) if first and second else None
    if not first or not second or not quotient or not _value(before):
        return
    ratio, form = _value(after) / _value(before), _change(before, after)
    change = quotient.apart(ONE)
    if by.kind in SHARES:
        if dimension_of(before)[0] == SHARE:  # 由三成增加一成: points, though the source says per cent
            yield from subtract(before, after)
        yield Working(form, abs(ratio - 1) * 100, _in_per_cent(change))
    elif by.kind is Kind.MULTIPLE and ratio > 1:
        both = Working(form, ratio - 1, change), Working("{1} ÷ {0}", ratio, quotient)
        yield from both if by.unit.startswith("+") else both[::-1]
    elif (by.kind is Kind.POINTS and before.kind is Kind.PERCENT) or (by.kind is not Kind.POINTS and _same(before, by)):
        yield from subtract(before, after)


def _same(one: Figure, other: Figure) -> bool:
    return other.kind is not Kind.MULTIPLE and are_alike(one, other)


def _change(before: Figure, after: Figure) -> str:
    return "({1} − {0}) ÷ {0}" if _value(after) >= _value(before) else "({0} − {1}) ÷ {0}"


def _in_per_cent(share: Range) -> Range:
    return Range(share.low * 100, share.high * 100)


def _value(figure: Figure) -> Fraction:
    """The figure as printed; of a vague one the middle."""
    low, high = canonical(figure) or (0, 0)
    return (Fraction(low) + Fraction(high)) / 2
