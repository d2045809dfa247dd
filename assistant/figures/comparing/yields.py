"""Amounts told for another area or number: 亩产1200公斤 is 18 tonnes per hectare, 5.63‰ is 5.63 for every 1,000."""

import re
from fractions import Fraction
from functools import cache, lru_cache
from typing import NamedTuple

from assistant.figures.comparing.rates import measured_words
from assistant.figures.dimensions import canonical, dimension_of
from assistant.figures.english.words import MEASURES
from assistant.figures.tables import find_word
from assistant.figures.units import UNITS
from assistant.figures.values import Figure, Kind
from assistant.folding import fold
from assistant.patterns import compile_late

_AREA, _MASS = "area", "mass"
_PER_AREA = compile_late(
    r"\b(?:per|an?|each|every)\s((?:square\s)?(?:hectare|acre|met(?:er|re)|kilomet(?:er|re)|mile|foot|mu|ping|tsubo|are))\b",
    re.IGNORECASE,
)
_PER_THOUSAND = compile_late(
    r"\b(?:per|(?:for|in|of|among)\s(?:every|each))\s(?:1,?000|(?:a\s)?thousand)\b", re.IGNORECASE
)
THOUSAND, _TENTHS, _HUNDRED = 1000, 10, 100
_FOR_EVERY = ("for every ", "for each ", "per ")
_CLOSE = 50
"""One part in so many is lost by rounding."""


class Area(NamedTuple):
    """What a yield is told for."""

    word: str
    size: Fraction
    """Square metres."""


def find_yield(source: str, text: str, english: Figure, meant: Figure) -> str:
    """The working of an English mass that is the source's for another area; "" where it is not."""
    if english.kind is not Kind.MEASURE or meant.kind is not Kind.MEASURE or dimension_of(english)[0] != _MASS:
        return ""
    here = area_behind(text, english) or area_in_english(text)
    there = area_in_source(source) if here else None
    mine, yours = canonical(english), canonical(meant)
    if here is None or there is None or not mine or not yours or dimension_of(meant)[0] != _MASS:
        return ""
    wanted = Fraction(yours[0]) * here.size / there.size
    if abs(wanted - mine[0]) * _CLOSE > wanted:
        return ""
    return f"{meant.surface} for each {there.word} = {english.surface} for each {here.word}"


def find_per_hundred(text: str, here: tuple[Figure, ...], number: int, around: tuple[Figure, ...]) -> Figure | None:
    """The multiple of a source that English tells for every hundred: 124 jobs for every 100 seekers, for 1.24倍."""
    first = number - 1 if here[number].low == _HUNDRED else number
    pair = here[first : first + 2] if first >= 0 else ()
    if len(pair) < len("ab") or pair[1].low != _HUNDRED or not text.endswith(_FOR_EVERY, 0, pair[1].span.start):
        return None
    told = pair[0].low
    return next((f for f in around if f.kind is Kind.MULTIPLE and f.low and f.low * _HUNDRED == told), None)


def find_other_area(source: str, text: str, english: Figure, meant: Figure) -> str:
    """The area that a source tells a yield for, where English names another right behind the same number; or ""."""
    told = _PER_AREA.match(text, english.span.end + 1) if english.value == meant.value else None
    size = UNITS.get(MEASURES.get(told[1].lower(), ""), ("", 0))[1] if told else 0
    there = area_in_source(source) if size else None
    return there.word if there and there.size != size else ""


def area_behind(text: str, english: Figure) -> Area | None:
    """The area that stands right behind an English amount: per hectare."""
    told = _PER_AREA.match(text, english.span.end + 1)
    return _area(told[1].lower()) if told else None


@lru_cache(32)
def area_in_english(text: str) -> Area | None:
    """The one area for which an English text tells amounts."""
    words = {match[1].lower() for match in _PER_AREA.finditer(text)}
    return _area(words.pop()) if len(words) == 1 else None


def _area(word: str) -> Area | None:
    dimension, size = UNITS.get(MEASURES.get(word, ""), ("", 0))
    return Area(word, Fraction(size)) if dimension == _AREA else None


@lru_cache(32)
def area_in_source(source: str) -> Area | None:
    """The one area for which a source tells yields: 亩产, 每甲, 10アール当たり."""
    found = {(match["count"] or "1", match["per"] or match["each"]) for match in _yields().finditer(fold(source))}
    if len(found) != 1:
        return None
    count, word = found.pop()
    size = Fraction(UNITS[measured_words()[word]][1]) * (_TENTHS if count in ("10", "十") else 1)
    return Area(word if count == "1" else count + word, size)


@cache
def _yields() -> re.Pattern[str]:
    areas = (word for word, unit in measured_words().items() if UNITS[unit][0] == _AREA)
    words = "|".join(sorted(map(re.escape, areas), key=len, reverse=True))
    return compile_late(
        rf"(?P<count>10|十)?(?P<per>{words})地?(?:(?:[平总總]?均|[单單])?[产產](?![业業品权權地])|[当當]?[たあ]り|につき)"
        rf"|每(?P<each>{words})"
    )


def may_be_per_thousand(text: str) -> bool:
    """Whether an English text tells a rate as so many for every thousand."""
    return bool(find_word(_PER_THOUSAND, text))
