"""English quantities: an amount, a range, a score, a share or a multiple, and halves of them."""

import re
from fractions import Fraction

from assistant.figures.english.amounts import Amount, build_figure, read_amount
from assistant.figures.english.joined import SHARED
from assistant.figures.english.numerals import Numeral
from assistant.figures.english.ranges import read_range
from assistant.figures.english.scores import read_odds, read_relay, read_score
from assistant.figures.english.shares import MAY_BE_PART, read_fraction, read_point, read_times
from assistant.figures.english.surroundings import read_approximation, read_unit
from assistant.figures.english.words import SCALES
from assistant.figures.values import Approximation, Figure, Kind, Part, replace, tidy
from assistant.patterns import compile_late
from assistant.records.source import Span

# half of the residents says how many; "the latter half of the year" says which half, and "half asleep" neither
_HALF_OF = compile_late(
    r"\sof\s(?:the|its|their|all|those|these|them|which|whom|his|her)\b|\s(?:the|its|their)\s", re.IGNORECASE
)
_ONE_OF_HALVES = compile_late(
    r"\b(?!(?:than|about|nearly|almost|over|roughly|around|only|just|some|of|for|by|to|in|least|with)\s)[\w’'-]+[\s-]$",
    re.IGNORECASE,
)
_HALF = compile_late(
    r"(?:\s(?:a|an|of\sa)\s|[\s-])(?=[A-Za-z])(?:(hundred|thousand|million|billion|trillion|dozen)s?\b)?", re.IGNORECASE
)
_OF_A_SCALE = compile_late(
    r"\s(?:of\s)?an?\s(hundred|thousand|million|billion|trillion|dozen)(?:\s(thousand|million|billion|trillion))?\b",
    re.IGNORECASE,
)


def read_quantity(text: str, start: int, _end: int) -> list[Figure]:
    """The amount at ``start``, or the two ends of a range."""
    first = read_amount(text, start)
    if first is None:
        return []
    if not (first.currency or first.unit or first.trailing) and (odds := read_odds(text, first.numeral)):
        return [odds]
    is_plain = first.numeral.is_plain and not (first.currency or first.unit or first.trailing)
    if is_plain and (played := read_relay(text, first.numeral) or read_score(text, first.numeral)):
        return [played]
    if not first.currency and MAY_BE_PART.match(text, first.numeral.end):
        for read in (read_fraction, read_times):
            if figure := read(text, first.start, first.numeral):
                return [part_of_scale(text, figure)]
    return read_range(text, first) or [build_figure(text, first, Part.WHOLE)]


def part_of_scale(text: str, figure: Figure) -> Figure:
    """A quarter of a million, three quarters of a billion yuan: the fraction before it makes one amount with it."""
    match = _OF_A_SCALE.match(text, figure.span.end) if figure.kind is Kind.FRACTION else None
    if match is None or not isinstance(figure.value, Fraction):
        return figure
    scale = SCALES[match[1].lower()] * (SCALES[match[2].lower()] if match[2] else 1)
    start = figure.span.start
    numeral = Numeral(tidy(figure.value * scale), start, match.end(), scale // 10, in_words=True, scale=scale)
    unit = read_unit(text, match.end())
    end = unit.end if unit else match.end()
    return build_figure(text, Amount(numeral, start, end, "", unit, Approximation.EXACT), Part.WHOLE)


def _read_plain_half(text: str, start: int, end: int) -> list[Figure]:
    span, approximation = Span(start, end), read_approximation(text, start)
    is_share = _HALF_OF.match(text, end) and not _ONE_OF_HALVES.search(text, max(0, start - 12), start)
    return [Figure(span, span.of(text), Kind.FRACTION, Fraction(1, 2), "", approximation, 0, is_soft=not is_share)]


def read_half(text: str, start: int, end: int) -> list[Figure]:
    """Half a million, half an hour, half-year; a plain "half" is a soft fraction."""
    match = _HALF.match(text, end)
    if not match:
        return _read_plain_half(text, start, end)
    word = (match[1] or "").lower()
    if word:
        numeral = Numeral(SCALES[word] // 2, start, match.end(), SCALES[word] // 10, in_words=True, scale=SCALES[word])
        unit = read_unit(text, match.end())
        amount = Amount(numeral, start, unit.end if unit else match.end(), "", unit, Approximation.EXACT)
        return [build_figure(text, amount, Part.WHOLE)]
    unit = read_unit(text, match.end()) or read_point(text, match.end())
    if unit is None or unit.kind not in SHARED:
        return _read_plain_half(text, start, end)
    numeral = Numeral(Fraction(1, 2), start, unit.end, Fraction(1, 2), in_words=True)
    figure = build_figure(text, Amount(numeral, start, unit.end, "", unit, Approximation.EXACT), Part.WHOLE)
    return [replace(figure, is_soft=True, is_aside=True) if text.endswith("per ", 0, start) else figure]
