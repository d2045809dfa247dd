"""English numbers that are years: 1984, 221 BC, the class of '98, 2023-24."""

from assistant.figures.english.calendar import is_year, read_year_other
from assistant.figures.english.numerals import Numeral
from assistant.figures.values import Figure, Kind, PartialDate, Value, replace
from assistant.patterns import compile_late

BEFORE_CHRIST = compile_late(r"\s(?:BCE?\b|B\.C\.(?:E\.)?(?!\w))")
_ERA = compile_late(r"\s(?:BCE?\b|B\.C\.(?:E\.)?(?!\w)|AD\b|CE\b|A\.D\.(?!\w))")


def share_era(low: Figure, high: Figure, numeral: Numeral) -> Figure:
    """Both ends of 221-206 BC are before Christ."""
    is_old = isinstance(high.value, PartialDate) and (high.value.year or 0) < 0
    if not is_old or not numeral.is_plain or not isinstance(numeral.value, int):
        return low
    return replace(low, kind=Kind.DATE, value=PartialDate(year=-numeral.value), head="", others=())


def is_next_year(low: Value, high: Value) -> bool:
    """Whether two years are those of one season or school year: 2023-24."""
    if not isinstance(low, PartialDate) or not isinstance(high, PartialDate) or not low.year or not high.year:
        return False
    return high.year in (low.year + 1, (low.year + 1) % 100)


def as_year(text: str, figure: Figure, numeral: Numeral) -> Figure:
    """A year, or as well a number; before Christ it is negative, and nothing else."""
    year = read_year_other(figure)
    if BEFORE_CHRIST.match(text, numeral.end) and isinstance(numeral.value, int):
        return replace(year, value=PartialDate(year=-numeral.value), head="")
    return replace(year, others=(figure,), head=figure.head)


def is_a_year(text: str, numeral: Numeral) -> bool:
    """1984, 221 BC, the class of '98."""
    if is_year(numeral.value) or _ERA.match(text, numeral.end):
        return True
    return (
        numeral.end - numeral.start == 2
        and numeral.start > 1
        and text[numeral.start - 2 : numeral.start] in (" '", " ’")
    )
