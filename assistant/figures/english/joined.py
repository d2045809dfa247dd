"""English figures that share what is written once: "one and three basis points", "from eight to ten in the evening"."""

import re
from fractions import Fraction

from assistant.figures.english.change import read_change
from assistant.figures.units import UNITS
from assistant.figures.values import ClockTime, Figure, Interval, Kind, replace, tidy
from assistant.patterns import compile_late
from assistant.records.source import Span

SHARED = frozenset({Kind.PERCENT, Kind.POINTS, Kind.BASIS_POINTS, Kind.MONEY, Kind.DURATION, Kind.MEASURE})
"""The kinds whose unit a number before them may share."""
# what may stand between two numbers that share a unit
_LONGEST_LINK = 8
_LONGEST_STEP = 28
_FAR_POINTS = 12
"""Figures before a bare number among which points are looked for."""
_NO_NOUNS = frozenset({
    "", "in", "on", "at", "to", "over", "against", "last", "four", "among", "amongst", "with", "for", "from", "during",
    "across", "outside", "and", "but", "while", "when", "after", "before", "this", "nationally", "nationwide",
    "overall", "there", "away", "elsewhere",
})  # fmt: skip
"""What may stand behind a number that names nothing: trails by eight among men."""
_STEP = compile_late(
    r"(?:\sby|\b(?:up|down|ahead|behind|gain(?:s|ed|ing)?|los[te]s?|losing|shed(?:s|ding)?|(?:le(?:d|ads?|ading)|trail(?:s|ed|ing)?)(?:\sby)?"
    r"|rose|rises?|rising|fell|falls?|falling|climb(?:s|ed|ing)?|dropp?(?:s|ed|ing)?|slipp?(?:s|ed|ing)?|jump(?:s|ed|ing)?))"
    r"(?:\s(?:about|around|nearly|almost|another|a\sfurther|only|just))?\s$",
    re.IGNORECASE,
)
_AND = (" and ", " but ", ", ")
"""1.2 percentage points in May and 0.4 in June."""
_FROM = compile_late(r"(?:\spoints?)?,?\s(?:up\s|down\s)?from\s|\s(?:up|down)\sto\s(?:just\s|only\s)?")
"""To 5 percent from 4; from 81 kg down to 69."""
_GAP = compile_late(r",?\s(?:and\s)?")
_CENTS = range(10, 100)
_CENT = Fraction(1, 100)
_LISTED = compile_late(r",?\s(?:and|or|to)\s|,\s|\s?[-–/]\s?")


def share_units(figures: tuple[Figure, ...], text: str) -> tuple[Figure, ...]:
    """Give a bare number the unit of the one it is listed with, as another reading."""
    shared = list(figures)
    tells_points = "oint" in text
    for index in range(len(shared) - 2, -1, -1):
        first, second = shared[index], shared[index + 1]
        if _is_bare(second) and (told := _find_unit(shared, index, text, tells_points=tells_points)):
            shared[index + 1] = _take_first(told, second)
        if first.kind is not Kind.COUNT or first.unit or second.span.start - first.span.end > _LONGEST_LINK:
            continue
        other = _read_with(first, second)
        if other and _LISTED.fullmatch(text, first.span.end, second.span.start):
            shared[index] = replace(first, others=(*first.others, other))
    for index in range(len(shared) - 1):
        if _are_shares_of_votes(shared[index], shared[index + 1], text):
            for place in (index, index + 1):
                share = replace(shared[place], kind=Kind.PERCENT, unit="%", others=())
                shared[place] = replace(shared[place], others=(*shared[place].others, share))
        shared[index] = _with_smaller(shared[index], shared[index + 1], text)
    return tuple(shared)


def _with_smaller(first: Figure, second: Figure, text: str) -> Figure:
    """An amount of money or time with the smaller part that stands behind it, as another reading."""
    if first.kind not in (Kind.MONEY, Kind.DURATION) or not _GAP.fullmatch(text, first.span.end, second.span.start):
        return first
    if first.kind is Kind.MONEY:
        return _with_change(first, second, text)
    return _with_shorter(first, second, text) if second.kind is Kind.DURATION else first


def _find_unit(figures: list[Figure], index: int, text: str, *, tells_points: bool) -> Figure | None:
    """The figure before a bare number, which follows at ``index + 1``, whose unit the number leaves unsaid."""
    first, second = figures[index], figures[index + 1]
    if _FROM.fullmatch(text, first.span.end, second.span.start):
        return first
    if tells_points and _is_step(second, text):
        return _find_points(figures[max(0, index + 1 - _FAR_POINTS) : index + 1])
    return None


def _are_shares_of_votes(first: Figure, second: Figure, text: str) -> bool:
    """Led 52.4 to 47.6, ahead 49-45: per cent, as English tells polls and counts without the sign."""
    if not (_is_bare(first) and _is_bare(second)) or first.low is None or second.low is None:
        return False
    if (
        not second.low <= first.low < _WHOLE
        or first.low + second.low > _WHOLE
        or not _AGAINST.fullmatch(text, first.span.end, second.span.start)
    ):
        return False
    start = first.span.start
    return _LED.search(text, max(0, start - _LONGEST_LEAD), start) is not None


_WHOLE, _LONGEST_LEAD = 100, 48
_AGAINST = compile_late(r"\sto\s|\s?[-–]\s?")
_LED = compile_late(
    r"\b(?:le[ad]ds?|led|leading|ahead|w[io]ns?|winning|beat|defeated|edged|tied|trail(?:s|ed|ing)|behind|los[te]s?|losing|vote[ds]?|poll)\b[^.;\d]*$",
    re.IGNORECASE,
)


def _with_shorter(first: Figure, second: Figure, text: str) -> Figure:
    """Two hours and 30 minutes are also 150 minutes: a reading of the first, with the span of both."""
    if first.low is None or second.low is None:
        return first
    (one, large), (other, small) = UNITS.get(first.unit, ("", 0)), UNITS.get(second.unit, ("", 0))
    if one != other or large <= small or isinstance(first.value, Interval) or isinstance(second.value, Interval):
        return first
    span, total = Span(first.span.start, second.span.end), tidy(Fraction(first.low * large) / small + second.low)
    whole = replace(first, span=span, surface=span.of(text), value=total, unit=second.unit, step=second.step, others=())
    return replace(first, others=(*first.others, whole))


def _with_change(first: Figure, second: Figure, text: str) -> Figure:
    """Three yuan and 75 fen are also 3.75 yuan: a reading of the first, with the span of both."""
    change, large = _find_change(first, second, text), _in_whole(first) or first
    if change is None or large.low is None or change.low is None or Interval in (type(large.value), type(change.value)):
        return first
    span, total = Span(first.span.start, second.span.end), tidy(Fraction(large.low) + change.low)
    told = read_change(second)
    step = told.step if told else _CENT
    whole = replace(first, span=span, surface=span.of(text), value=total, unit=large.unit, step=step, others=())
    return replace(first, others=(*first.others, whole))


def _find_change(first: Figure, second: Figure, text: str) -> Figure | None:
    """The cents behind an amount of money, in its whole unit: 75 fen, and the sixty of "three yuan sixty"."""
    is_beside = text[first.span.end : second.span.start] == " " and text[first.span.end - 1].isalpha()
    if is_beside and _is_bare(second) and second.value in _CENTS:
        return replace(second, kind=Kind.MONEY, value=Fraction(second.low or 0) / 100)
    return _in_whole(second)


def _in_whole(figure: Figure) -> Figure | None:
    """Cents, fen and pence in the unit that they are parts of."""
    return next((r for r in figure.others if r.kind is Kind.MONEY), None) if read_change(figure) else None


def _is_bare(figure: Figure) -> bool:
    return figure.kind is Kind.COUNT and not figure.unit


def _is_step(figure: Figure, text: str) -> bool:
    """Whether the number is what something was won or lost by, and names no unit: "by 11 in 2012", "down six in"."""
    if figure.head not in _NO_NOUNS:
        return False
    start = figure.span.start
    return text.endswith(_AND, 0, start) or _STEP.search(text, max(0, start - _LONGEST_STEP), start) is not None


def _find_points(figures: list[Figure]) -> Figure | None:
    """The last points that were told before it: "trails by less than two points"."""
    return next((f for f in reversed(figures) if any(reading.kind is Kind.POINTS for reading in f.readings)), None)


def _take_first(first: Figure, second: Figure) -> Figure:
    """To 5 percent from 4: the bare number behind may be of the kind of the one before it."""
    with_unit = next((reading for reading in first.readings if reading.kind in SHARED), None)
    other = _read_with(second, with_unit) if with_unit else None
    return replace(second, others=(*second.others, other)) if other else second


def _read_with(first: Figure, second: Figure) -> Figure | None:
    """The bare number ``first`` in the unit of ``second``, or as the hour of a time of day."""
    if isinstance(second.value, ClockTime):
        is_hour = isinstance(first.value, int) and 1 <= first.value <= 12
        hour = ClockTime(int(first.low or 0), is_settled=False)
        return replace(first, kind=Kind.TIME, value=hour) if is_hour else None
    if second.kind not in SHARED or isinstance(first.value, Interval):
        return None
    return replace(first, kind=second.kind, unit=second.unit)
