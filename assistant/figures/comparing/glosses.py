"""What English adds in brackets to a unit that its readers may not know: "12 li (6 kilometers)"."""

import re
from fractions import Fraction

from assistant.figures.english.words import MEASURES
from assistant.figures.units import UNITS
from assistant.figures.values import Figure, Kind
from assistant.patterns import compile_late

_BEFORE = compile_late(
    r"\b([a-z][a-z-]*)(?:\s\(|,\sor\s)(?:(?:or|i\.e\.|equal\sto|equivalent\sto|about|around|roughly|approximately|some|nearly|almost|just"
    r"|over|under|each|the|a|of|is|one)\s?,?\s?){0,4}$",
    re.IGNORECASE,
)
_LONGEST = 64
_TOLERANCE = Fraction(4, 100)
"""A gloss is rounded."""
_REGIONAL = {"斤": ("斤", "台斤"), "兩": ("兩", "台兩")}


def explain_gloss(text: str, figures: tuple[Figure, ...], number: int) -> str:
    """The working of a measure in brackets that says what the unit before it is worth; "" where it is none."""
    figure = figures[number]
    if figure.kind is not Kind.MEASURE or figure.low is None:
        return ""
    match = _BEFORE.search(text, max(0, figure.span.start - _LONGEST), figure.span.start)
    word = match[1].lower() if match else ""
    code = MEASURES.get(word) or MEASURES.get(word.removesuffix("s"))
    if match is None or code is None:
        return ""
    last = figures[number - 1] if number else None
    amount = last.low if last and last.span.end == match.end(1) and last.kind is Kind.MEASURE else 1
    told, worth = UNITS.get(figure.unit, ("", 0)), Fraction(figure.low)
    for unit in _REGIONAL.get(code, (code,)):
        dimension, size = UNITS.get(unit, ("", 0))
        wanted = Fraction(amount or 1) * size
        if dimension and dimension == told[0] and abs(worth * told[1] - wanted) <= wanted * _TOLERANCE:
            return f"{'' if amount == 1 else f'{amount} '}{word} = {figure.surface}"
    return ""
