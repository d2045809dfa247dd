"""Discounts, which Chinese tells as what is left of the price: 八折 is 20 % off, 四五折 55 %."""

from fractions import Fraction

from assistant.figures.chinese.page import Page, wording
from assistant.figures.numerals.reading import Numeral
from assistant.figures.values import TAKEN_OFF, Approximation, Figure, Interval, Kind, Number, replace, tidy
from assistant.patterns import compile_late

_FOLDS = compile_late(r"折(?!叠|腾|磨|射|合|算|旧|线|扇)")
_FOLDED = compile_late("[折叠对]成?$")
_DIGITS, _TWO_DIGITS = "零一二三四五六七八九", 2
_OPPOSITES = {
    Approximation.AT_LEAST: Approximation.AT_MOST, Approximation.AT_MOST: Approximation.AT_LEAST,
    Approximation.OVER: Approximation.UNDER, Approximation.UNDER: Approximation.OVER,
    Approximation.BELOW: Approximation.OVER,
}  # fmt: skip
"""What a qualified price says of what is taken off it: 最低65折 is up to 35 % off."""


def read_discount(page: Page, numeral: Numeral, at: int) -> list[Figure]:
    """八折 is 20 % off, 85折 is 15 % off."""
    low = numeral.low
    if page.text[at] == "摺" or _FOLDED.search(page.before(numeral.start, 2)):  # folded in three
        return []
    if not _FOLDS.match(page.folded, at) or not 0 < low < 100:
        return []
    if numeral.vague:
        return _discount_in_digits(page, numeral, at)
    return [_taken_off(page, numeral, at, tidy(low * 10 if low < 10 else low))]


def _discount_in_digits(page: Page, numeral: Numeral, at: int) -> list[Figure]:
    """四五折 is the price at 45 %, sooner than four or five tenths of it."""
    digits = page.folded[numeral.start : numeral.end]
    if len(digits) != _TWO_DIGITS or any(digit not in _DIGITS for digit in digits):
        return []
    one, other = (_DIGITS.index(digit) for digit in digits)
    figure = _taken_off(page, numeral, at, one * 10 + other)
    between = replace(figure, value=Interval(100 - other * 10, 100 - one * 10), others=())
    return [replace(figure, others=(*figure.others, between))]


def _taken_off(page: Page, numeral: Numeral, at: int, price: Number) -> Figure:
    """What is taken off a price that stays at ``price`` per cent."""
    figure = page.make(numeral.start, at + 1, Kind.PERCENT, tidy(100 - price), "%")
    said = wording(numeral, page)
    others = (
        replace(figure, value=price, approximation=said),
        replace(figure, kind=Kind.MULTIPLE, value=tidy(Fraction(price) / 100), unit="x", approximation=said),
    )
    note, taken_off = f"{figure.surface} is {100 - price} % off", _OPPOSITES.get(said, said)
    return replace(figure, note=note, head=TAKEN_OFF, approximation=taken_off, others=others)
