"""Whether a number in another unit is the one of the source: by the digits that were written."""

from fractions import Fraction

from assistant.figures.values import Approximation, Figure

_CONVERSION_TOLERANCE, _STEP_TOLERANCE, _ROUGH_TOLERANCE = Fraction(2, 100), Fraction(4, 100), Fraction(12, 100)
_FACTOR_TOLERANCE = Fraction(5, 1000)
"""What a factor that is not written out in full makes of a number: 0.0667 hectares in a mu."""
_MANY_DIGITS = 1000
"""A number that is written with four digits is not one that was converted roughly."""
_TRADITIONAL = frozenset({"坪", "畳", "甲", "里", "尺", "寸", "丈", "台尺", "台寸", "台斤", "兩", "台兩", "錢"})
"""What these are worth is rounded by whoever converts them."""


def is_converted(english: Figure, source: Figure, here: Fraction, there: Fraction) -> bool:
    """Whether a number in another unit is the source's, in as many digits as were written.

    1,005 hectares are no 1.5万亩, which are 1,000; 0.2 hectares may be 兩分地, which are 0.194.
    """
    if not english.low:
        return False
    gap, step = abs(here - there), abs(english.step * here / english.low)
    share = gap / abs(there)
    if gap * 2 <= step:
        is_exact = isinstance(english.step, Fraction) or english.low in range(10, 100)
        return share <= (_STEP_TOLERANCE if is_exact else _CONVERSION_TOLERANCE)
    if source.unit in _TRADITIONAL and english.low < _MANY_DIGITS * english.step:
        return share <= _CONVERSION_TOLERANCE  # 坪 at 3.3 square metres, 畳 at 1.6 or 1.65
    is_rough = english.approximation is source.approximation is Approximation.ABOUT  # some 11 kilos, for 二十来斤
    return gap <= step and share <= (_ROUGH_TOLERANCE if is_rough else _FACTOR_TOLERANCE)
