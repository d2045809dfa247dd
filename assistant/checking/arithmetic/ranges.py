"""What a printed figure may stand for: the range that rounding and wording leave, in its dimension's unit."""

from fractions import Fraction
from typing import NamedTuple

from assistant.figures import Figure, Kind
from assistant.figures.dimensions import canonical, dimension_of
from assistant.figures.values import Approximation, Interval

EXACT_BELOW = 1000
"""300 and 300億 are written to the last digit; what is larger and ends in zeros (86,000) may be rounded."""
_SCALES = {"兆": 10**12, "亿": 10**8, "億": 10**8, "万": 10**4, "萬": 10**4}
_COUNTED_OUT = ("票", "席")
"""Votes and seats are counted one by one, and 1,230 of them is no rounding."""
ABOUT = Fraction(1, 10)
"""Share of a figure by which "about" may be off."""
NEARLY = Fraction(1, 20)
"""Share by which "nearly" and "up to" are exceeded without being wrong: writers use them loosely."""
MULTIPLE_SLACK = Fraction(2, 5)
"""Half a time is no rounding: what grew by half did not grow twofold."""
ENDLESS = Fraction(10) ** 40


class Range(NamedTuple):
    """Closed range of numbers."""

    low: Fraction
    high: Fraction

    def meets(self, other: "Range") -> bool:
        """Whether the two have a number in common."""
        return self.low <= other.high and other.low <= self.high

    @property
    def middle(self) -> Fraction:
        """The number in the middle."""
        return (self.low + self.high) / 2

    def plus(self, other: "Range") -> "Range":
        """The sum of two."""
        return Range(self.low + other.low, self.high + other.high)

    def apart(self, other: "Range") -> "Range":
        """The distance of two, whichever is the larger."""
        gaps = (self.low - other.high, self.high - other.low)
        if gaps[0] <= 0 <= gaps[1]:
            return Range(Fraction(0), max(-gaps[0], gaps[1]))
        return Range(min(map(abs, gaps)), max(map(abs, gaps)))

    def over(self, other: "Range") -> "Range | None":
        """The quotient of two ranges of positive numbers; None where the divisor may be nothing."""
        if other.low <= 0 or self.low < 0:
            return None
        return Range(self.low / other.high, self.high / other.low)


def range_of(figure: Figure) -> Range | None:
    """The numbers that a figure may stand for; None where it is no number."""
    bounds = canonical(figure)
    if bounds is None:
        return None
    low, high = Fraction(bounds[0]), Fraction(bounds[1])
    slack = _slack(figure) * Fraction(dimension_of(figure)[1])
    match figure.approximation:
        case Approximation.OVER | Approximation.AT_LEAST:
            return Range(low - NEARLY * slack, ENDLESS)
        case Approximation.UNDER | Approximation.BELOW | Approximation.AT_MOST:
            return Range(Fraction(0), high + max(slack, high * NEARLY))
        case Approximation.ABOUT:
            return Range(low - max(slack, low * ABOUT), high + max(slack, high * ABOUT))
    return Range(low - slack, high + slack)


def last_scale(figure: Figure) -> int:
    """What the last digit before the unit counts: 10^8 in 85億, 1 in 85."""
    return next((_SCALES[c] for c in reversed(figure.surface) if c in _SCALES), 1)


def _slack(figure: Figure) -> Fraction:
    """Half of the last place that was written; nothing for what was counted."""
    if isinstance(figure.value, Interval):
        return Fraction(0)
    if figure.kind is Kind.FRACTION:
        return Fraction(figure.low or 0) / 10  # 1/3 is said of anything from 30 to 36 per cent
    value, scale = figure.low or 0, last_scale(figure)
    step = min(figure.step, scale) if value < EXACT_BELOW * scale and "成" not in figure.surface else figure.step
    is_counted = figure.kind is Kind.COUNT and scale == 1 and (step == 1 or figure.unit[:1] in _COUNTED_OUT)
    slack = Fraction(0) if is_counted else Fraction(step) / 2
    return min(slack, MULTIPLE_SLACK) if figure.kind is Kind.MULTIPLE else slack
