"""What is played in English: scores (3-1, 25-22, 2-2), odds (12 to 1) and relays (4x100 meters)."""

import re
from fractions import Fraction

from assistant.figures.english.numerals import Numeral
from assistant.figures.english.surroundings import read_approximation, read_unit
from assistant.figures.english.years import BEFORE_CHRIST
from assistant.figures.values import Figure, Kind, replace
from assistant.patterns import compile_late
from assistant.records.source import Span

_SCORE = compile_late(r"\s?[-–]\s?(\d{1,3})(?![\d%/:]|[.,]\d|\s?[-–]\s?\d)")
_TO_ONE = compile_late(
    r"(?:\sto\s|-to-|\s?:\s?)((?:1|one)(?!\w))(?=[.,;)!?]?$|[.,;)!?](?!\d)|\s(?:ratio|odds|margin|in|against|on|by|for|among|and|but"
    r"|when|as|after|at|this|last|over|between|or|on|since|while)\b)",
    re.IGNORECASE,
)
_MAY_BE_ODDS = (" to 1", " to one", "-to-1", "-to-one", ":1", " : 1")
_ENDS_OF_RANGE = ("from ", "From ", "between ", "Between ")
_EVEN_ODDS = 50
_BY = ("x", "×")
_RELAY = compile_late(r"(\d{1,2})\s?[x×]\s?(\d{2,4})(?:[\s-]?m\b|[\s-]met(?:er|re)s?\b)", re.IGNORECASE)


def read_score(text: str, first: Numeral) -> Figure | None:
    """3-1, 25-22, 2-2: whole numbers that do not rise; rising ones may be a range."""
    match = _SCORE.match(text, first.end)
    high = first.value
    if not match or not isinstance(high, int) or not int(match[1]) <= high < 1000 or read_unit(text, match.end()):
        return None
    if BEFORE_CHRIST.match(text, match.end()):
        return None
    span = Span(first.start, match.end())
    score = Figure(span, span.of(text), Kind.SCORE, (high, int(match[1])), is_soft=high == _EVEN_ODDS)
    if high == int(match[1]) == _EVEN_ODDS:  # a 50-50 chance
        return replace(score, others=(replace(score, kind=Kind.PERCENT, value=_EVEN_ODDS, unit="%"),))
    return score


def read_odds(text: str, first: Numeral) -> Figure | None:
    """12 to 1, 12:1: so many times as much, or a score."""
    if not text.startswith(_MAY_BE_ODDS, first.end):
        return None
    match = _TO_ONE.match(text, first.end)
    if not match or not isinstance(first.value, int | Fraction) or first.value <= 1:
        return None
    if text.endswith(_ENDS_OF_RANGE, 0, first.start):
        return None
    span = Span(first.start, match.end(1))
    odds = Figure(span, span.of(text), Kind.MULTIPLE, first.value, "x", read_approximation(text, first.start))
    odds = replace(odds, step=first.step)
    others = (replace(odds, kind=Kind.SCORE, value=(first.value, 1), unit=""), replace(odds, kind=Kind.COUNT, unit=""))
    return replace(odds, others=others)


def read_relay(text: str, first: Numeral) -> Figure | None:
    """4x100 meters, of runners who share a distance: 400 meters."""
    if text[first.end : first.end + 2].strip()[:1] not in _BY:
        return None
    match = _RELAY.match(text, first.start)
    if not match:
        return None
    span = Span(*match.span())
    return Figure(span, span.of(text), Kind.MEASURE, int(match[1]) * int(match[2]), "m")
