"""A figure of the source that English tells by the one before it: "half that", "twice as many", "a third of that"."""

from collections.abc import Sequence
from fractions import Fraction

from assistant.figures.dimensions import canonical, dimension_of
from assistant.figures.values import Figure, Kind
from assistant.patterns import compile_late

_OF_LAST = compile_late(
    r"\s(?:of\s)?(?:that|this|as\s(?:much|many|large|big|high)|the\s(?:amount|number|sum|figure|level|price|size))\b"
)
_TOLD_BY = frozenset({Kind.MULTIPLE, Kind.FRACTION})
_ROUGHLY = Fraction(6, 100)
"""By what part of itself a figure may miss "nearly three times that"."""


def find_multiple(figure: Figure, last: Figure, left: Sequence[Figure], english: str) -> Figure | None:
    """The one of the source figures ``left`` that is so many times ``last``, the one told right before it."""
    times = next((reading.low for reading in figure.readings if reading.kind in _TOLD_BY), None)
    told = canonical(last)
    if not times or not told or not _OF_LAST.match(english, figure.span.end):
        return None
    wanted = Fraction(told[0]) * times
    miss = wanted * _ROUGHLY if figure.approximation else 0
    for source in left:
        meant = canonical(source)
        if meant and dimension_of(source)[0] == dimension_of(last)[0] and abs(meant[0] - wanted) <= miss:
            return source
    return None
