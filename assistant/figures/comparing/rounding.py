"""Whether one number, or a range of them, is another one rounded in the way that the English wording says."""

from fractions import Fraction

from assistant.figures.comparing.grades import Grade
from assistant.figures.dimensions import dimension_of
from assistant.figures.values import SIDES, Approximation, Figure, Interval, Kind, Number

ROUGH_SHARE = Fraction(8, 100)
"""By what part of itself a fraction may miss what it is told for: nearly a third, for 32 %."""
_COUNTABLE = 100
"""Below it a vague number may be told by an exact one: some 25, for 二十幾."""
_CLOSE_UNITS = 20
"""One part in so many may two units differ that are told as nearly the same."""


def compare_bounds(english: Figure, source: Figure, here: tuple[Number, Number], there: tuple[Number, Number]) -> Grade:
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
    if _is_last_before(english, source, here[0], there[0]):
        return Grade.ROUNDED
    return Grade.ROUNDED if _rounds(english, source, here[0], there[0]) else Grade.NONE


def _is_last_before(english: Figure, source: Figure, here: Number, there: Number) -> bool:
    """未滿75歲 is "up to the age of 74": the last whole number below a bound that is not reached."""
    return (
        source.approximation is Approximation.BELOW
        and here == there - 1
        and source.kind is Kind.COUNT
        and isinstance(there, int)
        and english.approximation in (Approximation.EXACT, Approximation.AT_MOST)
    )


def _within(english: Figure, number: Number, there: tuple[Number, Number]) -> Grade:
    """A single English number for a vague one of the source: an end of it, or inside it where the wording says so."""
    is_below = SIDES.get(english.approximation) == -1
    if number in there:  # 上千 is never nearly 1,000; 五六 may be no more than five or six
        is_least = is_below and english.approximation is not Approximation.AT_MOST
        is_least = is_least and number == there[0] and there[1] * 2 > number * 3  # "as many as a thousand" is
        return Grade.NONE if is_least else Grade.ROUNDED
    if english.approximation is Approximation.EXACT:
        return Grade.NONE
    gap = number - there[1] if is_below else there[0] - number
    if 0 < gap * 10 <= number:
        return Grade.ROUNDED  # more than ten, for 十幾; some 60, for 六十幾
    # 上千 is no "more than 1,700": nobody can tell the second digit
    is_as_vague = number < _COUNTABLE or number < 10 * english.step
    return Grade.ROUNDED if is_as_vague and there[0] <= number <= there[1] else Grade.NONE


def _rounds(english: Figure, source: Figure, here: Number, there: Number) -> bool:
    """Whether ``here`` is ``there`` rounded in the way that the English wording says."""
    if english.low == source.low and english.unit != source.unit:  # 800 yards are no 800 metres, however rounded
        return _is_said_to_differ(english, source, here, there)
    if not english.low or not there or (english.step <= source.step and dimension_of(english) == dimension_of(source)):
        return False
    gap = there - here
    # the step in the unit of ``here`` is step * here / low; both sides are multiplied by low, as a quotient is slow
    step, off = _without_sign(english.step * here), _without_sign(gap * english.low)
    match english.approximation:
        case Approximation.OVER | Approximation.AT_LEAST:
            return gap > 0 and off < step and gap * 4 <= there
        case Approximation.UNDER | Approximation.AT_MOST:
            return gap < 0 and off < step and -gap * 4 <= here
        case Approximation.ABOUT:
            return off * 2 <= step and _without_sign(gap) * 10 <= there
    return off * 2 <= step and _without_sign(gap) * 200 <= there


def _is_said_to_differ(english: Figure, source: Figure, here: Number, there: Number) -> bool:
    """Whether two units are nearly the same, and the wording says so: nearly three hectares, or about, for 3甲."""
    if abs(Fraction(there) - here) * _CLOSE_UNITS > here:
        return False
    if english.approximation is Approximation.ABOUT or english.approximation is source.approximation:
        return english.approximation is not Approximation.EXACT
    return english.approximation is (Approximation.UNDER if there < here else Approximation.OVER)


def _without_sign(number: Number) -> Number:
    return number if number >= 0 else -number
