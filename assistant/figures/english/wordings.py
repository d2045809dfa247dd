"""English figures told without a numeral: both, once, a percentage point, in her forties, a year and a half."""

import re
from fractions import Fraction

from assistant.figures.english.asides import is_each
from assistant.figures.english.quantities import read_quantity
from assistant.figures.english.shares import read_point
from assistant.figures.english.surroundings import read_approximation, read_unit
from assistant.figures.english.words import AGES, GROUPS, LONG_TIMES
from assistant.figures.values import Figure, Interval, Kind, PartialDate, replace, tidy
from assistant.patterns import compile_late
from assistant.records.source import Span

ARTICLE = compile_late(r"\b(?:a|an|one)[\s-](?:(?:full|whole|entire|good|solid|mere|single)\s)?$", re.IGNORECASE)
_AND_A_PART = compile_late(r"[\s-]and[\s-](?:a[\s-](half|quarter)|three[\s-](quarters))\b", re.IGNORECASE)
_PART_BEGINS = (" and a ", "-and-a-", " and three")
_PARTS = {"half": Fraction(1, 2), "quarter": Fraction(1, 4), "quarters": Fraction(3, 4)}
_FULL = compile_late(r"\b(?:a|one)\s(?:full\s|whole\s)?$", re.IGNORECASE)
_PAST = compile_late(r"\b(?:past|last|next)\s$", re.IGNORECASE)
_THE = compile_late(r"\b(?:the|this)\s(?:first\s|last\s|past\s|next\s)?$", re.IGNORECASE)


def read_couple(text: str, start: int, end: int) -> list[Figure]:
    """Both, pair, couple: two, softly; "several hundred" is a vague number."""
    figures = read_quantity(text, start, end)
    if figures:
        return figures
    if text[start:end].lower() in ("several", "few", "many"):
        return []
    span = Span(start, end)
    return [Figure(span, span.of(text), Kind.COUNT, GROUPS.get(text[start:end].lower(), 2), is_soft=True)]


def read_once(text: str, start: int, end: int) -> list[Figure]:
    """Once: one time, softly."""
    span = Span(start, end)
    return [Figure(span, span.of(text), Kind.COUNT, 1, is_soft=True)]


def read_full_point(text: str, start: int, end: int) -> list[Figure]:
    """A percentage point, a full percentage point: one."""
    article, point = _FULL.search(text, max(0, start - 11), start), read_point(text, end)
    if not article or not point:
        return []
    span = Span(article.start(), point.end)
    return [Figure(span, span.of(text), Kind.POINTS, 1, "%", read_approximation(text, span.start))]


def read_age(text: str, start: int, end: int) -> list[Figure]:
    """In her forties, the sixties: an age or a decade, as "40s" is."""
    span = Span(start, end)
    first = AGES[text[start:end].lower()]
    decade = Figure(span, span.of(text), Kind.DATE, PartialDate(decade=first), is_soft=True)
    return [replace(decade, others=(replace(decade, kind=Kind.VAGUE, value=Interval(first, first + 9)),))]


def read_bare_unit(text: str, start: int, end: int) -> list[Figure]:
    """A year and a half, an acre and a quarter, more than a decade: one of the unit, softly ("20 yuan a month")."""
    article, has_part = ARTICLE.search(text, max(0, start - 11), start), _has_part(text, end)
    if article is None and (has_part or text[start : start + 3].lower() in ("dec", "cen")):
        article = _PAST.search(text, max(0, start - 9), start)
    if article is None and text[start : start + 3].lower() == "for":
        article = _THE.search(text, max(0, start - 10), start)
    unit = read_unit(text, start) if article else None
    if article is None or unit is None or not (unit.kind is Kind.DURATION or has_part):
        return []
    part = _AND_A_PART.match(text, unit.end)
    value = tidy(unit.factor * (1 + (_PARTS[(part[1] or part[2]).lower()] if part else 0)))
    begin = start if "first" in article[0].lower() else article.start()  # the first is a figure of its own
    span = Span(begin, part.end() if part else unit.end)
    approximation = read_approximation(text, span.start)
    figure = Figure(span, span.of(text), unit.kind, value, unit.unit, approximation, step=unit.factor)
    return [replace(figure, is_soft=not part, is_aside=not (part or approximation) and is_each(text, *span))]


def _has_part(text: str, end: int) -> bool:
    return text.startswith(_PART_BEGINS, end) and _AND_A_PART.match(text, end) is not None


def read_long_time(text: str, start: int, end: int) -> list[Figure]:
    """Decades, a decades-long dispute: softly, some tens of years."""
    span = Span(start, end)
    value = LONG_TIMES[text[start:end].lower()]
    return [Figure(span, span.of(text), Kind.DURATION, value, "a", is_soft=True)]
