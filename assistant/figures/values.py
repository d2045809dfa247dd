"""What a figure is once it has been read: a typed, exact value with the place it was read from.

Both readers (Chinese/Japanese and English) produce these records, and everything that compares, renders or explains
figures works on them alone, never on the text again.

Numbers are exact: ``int`` where they are whole, ``Fraction`` otherwise. No float ever enters.
"""

from fractions import Fraction
from typing import NamedTuple

from assistant.figures.members import StrMembers
from assistant.records.record import change_quickly, kept, quick_record
from assistant.records.source import Span

Number = int | Fraction
"""Exact. ``int`` and ``Fraction`` compare and hash alike, so they mix in dictionaries."""

LONGEST_NUMERAL = 30
"""Digits. Anything longer is an identifier (a card number, noise), never a quantity; it also keeps arithmetic cheap."""


def tidy(value: Fraction | int) -> Number:
    """A whole Fraction as an int."""
    return value.numerator if value.denominator == 1 else value


def quotient(numerator: int, denominator: int) -> Number:
    """``numerator / denominator``; no Fraction is made where it is whole, since making one takes 20 times as long."""
    return Fraction(numerator, denominator) if numerator % denominator else numerator // denominator


def is_half(value: "Value") -> bool:
    """Whether a value is one half: of whole numbers, which most are, a Fraction is not asked."""
    return type(value) is Fraction and value == _HALF


_HALF = Fraction(1, 2)
replace = change_quickly
"""A figure, or another quick record, with some parts changed."""


class Kind(StrMembers):
    """What a figure measures."""

    COUNT = "count"
    """A number of things, or a bare number. ``unit`` is the counter, if there is one: ``人``, ``架``."""
    MONEY = "money"
    """``unit`` is ISO 4217, or one of `BARE_MONEY` where the text does not say whose yuan or dollars they are."""
    PERCENT = "percent"
    """``value`` counts per cent: 七成 and 70 % are 70. ``unit`` is ``%``."""
    POINTS = "points"
    """Percentage points."""
    BASIS_POINTS = "basis points"
    FRACTION = "fraction"
    """Two thirds, one in five: ``value`` is the Fraction itself (2/3)."""
    MULTIPLE = "multiple"
    """How many times as much: double, twofold, 2倍 are 2. ``unit`` is ``x``; ``+x`` where it is added on top
    (增長1.5倍: the whole is 2.5 times as much)."""
    ORDINAL = "ordinal"
    """Third, 第22屆."""
    DATE = "date"
    """``value`` is a `PartialDate`."""
    TIME = "time"
    """Time of day; ``value`` is a `ClockTime`."""
    DURATION = "duration"
    """``unit`` is one of the UCUM codes ``s min h d wk mo a``; a decade is 10 ``a``."""
    MEASURE = "measure"
    """``unit`` is UCUM (``km``, ``m2``, ``kg``, ``Cel``) or a unit with no code of its own (see ``units``)."""
    SCORE = "score"
    """3比2, 118-116, 12 of 17; ``value`` is a tuple of numbers in the order written."""
    IDENTIFIER = "identifier"
    """A name with digits (F-16, 5G, GB 18030); ``value`` is its normal form: upper case, letters and digits only."""
    VAGUE = "vague"
    """A count known only in size (數千, dozens); ``value`` is an `Interval`."""


class Approximation(StrMembers):
    """How the wording qualifies the value."""

    EXACT = ""
    ABOUT = "about"
    OVER = "more than"
    """More than, over, 逾, 餘, 多, above."""
    UNDER = "nearly"
    """Nearly, almost, just under, 近, and what English calls "less than": the true value lies just below, or below."""
    BELOW = "less than"
    """不到, 未滿 of a source: the number is not reached."""
    AT_LEAST = "at least"
    AT_MOST = "up to"


SIDES = {
    Approximation.OVER: 1,
    Approximation.AT_LEAST: 1,
    Approximation.UNDER: -1,
    Approximation.BELOW: -1,
    Approximation.AT_MOST: -1,
}
"""On which side of a bound the wording puts what is told: above it or below."""


class Part(StrMembers):
    """Which end of a range a figure is. A range is read as two figures, so that each end is judged by itself."""

    WHOLE = ""
    FROM = "from"
    TO = "to"


class Interval(NamedTuple):
    """Closed range of numbers: what a vague count may mean (數千 is 2,000 to 9,999; 七八十 is 70 to 80)."""

    low: Number
    high: Number


class PartialDate(NamedTuple):
    """A calendar date as far as it is known; None where the text does not say.

    ``decade`` is its first year (1980), with ``year`` None; ``century`` counts from 1 (the 21st); ``quarter`` is 1 to
    4, ``half`` 1 or 2. ``weekday`` counts from Monday = 1. ``decade`` below 100 (80) means that the century is unsaid.
    ``year`` below 100 is a year without its century (the English apostrophe form, 98年); years and centuries before
    Christ are negative (-221).
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    quarter: int | None = None
    half: int | None = None
    decade: int | None = None
    century: int | None = None

    def __str__(self) -> str:
        """ISO 8601 where it can be (``2025-10``, ``--10-19``), with the other parts named."""
        year = (
            f"{self.year:0{4 + (self.year < 0)}d}" if self.year is not None else "-" if self.month or self.day else ""
        )
        parts = [year]
        if self.month is not None:
            parts.append(f"{self.month:02d}")
        elif self.day is not None:
            parts.append("")
        if self.day is not None:
            parts.append(f"{self.day:02d}")
        text = "-".join(parts)
        others = self[3:]
        if others == _NO_OTHER_PARTS:  # as most dates
            return text
        for name, number in zip(self._fields[3:], others, strict=True):
            if number is not None:
                text = f"{text} {name} {number}".strip()
        return text


_NO_OTHER_PARTS = (None,) * len(PartialDate._fields[3:])


class ClockTime(NamedTuple):
    """Time of day. ``hour`` runs to 24; ``is_settled`` is False where the text does not tell morning from evening."""

    hour: int
    minute: int | None = None
    second: int | None = None
    is_settled: bool = True

    def __str__(self) -> str:
        """``19:30``; ``19h`` when the minutes are not said."""
        parts = [f"{self.hour:02d}"] + [f"{p:02d}" for p in (self.minute, self.second) if p is not None]
        return ":".join(parts) if len(parts) > 1 else f"{self.hour}h"


Score = tuple[Number, ...]
Value = Number | Interval | PartialDate | ClockTime | Score | str

TAKEN_OFF = "off"
"""The head of a discount: 七折 is 30 % off, and its other reading 70 % of the price."""
BARE_YUAN = "元"
"""元 that the text does not assign: New Taiwan, Hong Kong, Macau dollars or renminbi."""
BARE_DOLLAR = "$"
"""A dollar sign or "dollars" that the text does not assign."""
BARE_MONEY = frozenset({BARE_YUAN, BARE_DOLLAR})
PER_MILLE = "‰"
"""The unit of a rate that is read as so many for every thousand, beside its reading as per cent."""


@quick_record
class Figure:
    """One figure of a text."""

    span: Span
    """In the text that was given to the reader. It covers numeral, scale, unit and currency, not the words around."""
    surface: str
    """``span.of(text)``."""
    kind: Kind
    value: Value
    unit: str = ""
    approximation: Approximation = Approximation.EXACT
    step: Number = 1
    """Implied precision: the place value of the last digit that was written and is not a trailing zero of a whole
    number (8.5 billion -> 10**8; 86,213 -> 1; 86,000 -> 1000; 3.50 -> 1/100)."""
    part: Part = Part.WHOLE
    is_soft: bool = False
    """The other language may well leave it unsaid or say it without a numeral: 一個, 首次, "one", "first"."""
    head: str = ""
    """What is counted, as written: the English noun after the number; the Chinese counter or noun after it."""
    note: str = ""
    """How it was read where that is not plain: "民國114年 is 2025"."""
    others: tuple["Figure", ...] = ()
    """Other readings of the same characters, likeliest first (19年: the year 2019, or 19 years)."""
    is_aside: bool = False
    """English says it by the way ("5 percent a year", "Phase III", "New Year's Day"): it may be supported, and where it
    is not, nothing was meant by it."""
    bounds: tuple[Number, Number] | tuple[()] | None = kept()
    """Kept by `dimensions.canonical`, which is asked for every pair of figures; not part of what is said."""
    rendered: str | None = kept()
    """The same, by `rendering.render`: one source figure is shown beside several English ones."""
    low: Number | None = kept()
    """The least the value may be; None for dates, times, scores and identifiers."""
    high: Number | None = kept()
    """The most the value may be; None for dates, times, scores and identifiers."""

    def __post_init__(self) -> None:
        """Set what is asked for every pair of figures."""
        low: Number | None = None
        high: Number | None = None
        value = self.value
        if type(value) is int or type(value) is Fraction:
            low = high = value
        elif isinstance(value, Interval):
            low, high = value
        self.low, self.high = low, high  # type: ignore[misc]  # frozen from here on

    @property
    def readings(self) -> tuple["Figure", ...]:
        """This reading and the others."""
        return (self, *self.others) if self.others else (self,)

    def shift(self, offset: int) -> "Figure":
        """The same figure in a text that begins ``offset`` characters earlier."""
        return replace(self, span=self.span.shift(offset), others=tuple(f.shift(offset) for f in self.others))


def write_value(value: Value) -> str:
    """A value as plain text, exact: ``8500000000``, ``8.5``, ``2/3``, ``70..80``, ``2025-10-19``, ``19:30``."""
    if type(value) is int:  # most are
        return str(value)
    if isinstance(value, Interval):
        return f"{write_number(value.low)}..{write_number(value.high)}"
    if isinstance(value, (PartialDate, ClockTime, str)):
        return str(value)
    if isinstance(value, (int, Fraction)):
        return write_number(value)
    return ":".join(write_number(number) for number in value)


def write_number(number: Number) -> str:
    """A number in decimal notation where it has an end, as a fraction where it has none."""
    denominator = number.denominator
    places = 0
    while denominator % 10 == 0:
        denominator, places = denominator // 10, places + 1
    for factor in (2, 5):
        while denominator % factor == 0:
            denominator, places = denominator // factor, places + 1
    if denominator != 1 or number.denominator == 1 or places > LONGEST_NUMERAL:
        return str(number)
    digits = str(abs(number.numerator) * 10**places // number.denominator).rjust(places + 1, "0")
    return ("-" if number < 0 else "") + f"{digits[:-places]}.{digits[-places:]}".rstrip("0").rstrip(".")
