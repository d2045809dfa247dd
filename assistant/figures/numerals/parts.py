"""What numbers are made of: the record, the digits, and the value of a literal (86,213 or 1.87)."""

from fractions import Fraction

from assistant.figures.values import LONGEST_NUMERAL, Number, tidy
from assistant.patterns import compile_late
from assistant.records.record import quick_record

DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
COLLECTIVES = {"俩": 2, "仨": 3}
"""两个 and 三个 in one character: 俩礼拜, 俩半小时, 他们仨."""
LITERAL = compile_late(r"[0-9]++(?:,[0-9]{3}(?![0-9]))*(?:\.[0-9]++)?")
GROUPED = compile_late(r"[0-9]{1,3},")


@quick_record
class Numeral:
    """A number as written, in ``[start, end)`` of the folded text."""

    start: int
    end: int
    low: Number
    high: Number
    """Equal to ``low`` unless the writing is vague."""
    step: Number = 1
    """Place value of the last digit that was written and is no trailing zero of a whole number."""
    vague: str = ""
    """``more`` (三十多), ``about`` (十来), ``some`` (几十, 数千), ``between`` (七八十), or empty."""
    is_bare: bool = False
    """It is a scale without any digit (百, 千万): may well be part of a word."""
    digits: str = ""
    """Where it is nothing but digits (2025, 二〇二五), these in ASCII: it may be a year, a name, a number plate."""

    @property
    def is_identifier(self) -> bool:
        """Whether it is too long to be a quantity; its value is then meaningless."""
        return len(self.digits) > LONGEST_NUMERAL


def literal_value(literal: str) -> tuple[Number, Number | None]:
    """Value of ``86,213`` or ``1.87``, and the place value of its last decimal (None for a whole number)."""
    whole, _, decimals = literal.replace(",", "").partition(".")
    if not decimals:
        return int(whole), None
    ten = 10 ** len(decimals)
    return tidy(Fraction(int(whole + decimals), ten)), Fraction(1, ten)


def last_place(value: Number) -> Number:
    """The place value of the last digit of a whole number that is not a trailing zero: 86,000 -> 1,000."""
    if not isinstance(value, int) or value == 0:
        return 1
    step = 1
    while value % (step * 10) == 0:
        step *= 10
    return step
