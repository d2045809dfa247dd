"""Verbs that tell a growth by themselves (doubled, halved), beside a share or a fraction of the source."""

import re
from fractions import Fraction
from functools import lru_cache

from assistant.figures.dimensions import canonical, dimension_of
from assistant.figures.values import SIDES, Figure, Kind, Number, is_half
from assistant.patterns import compile_late

_GROWN = {"doubled": 2, "tripled": 3, "trebled": 3, "quadrupled": 4}
_WHOLE = 100
_EXACT, _NEARLY = Fraction(75, 1000), Fraction(1, 10)
"""By what part of itself a multiple that a verb tells may miss the growth, and where the wording says that it does."""
_LEAST = 80
"""Percent: the least growth that is told as nearly double."""
_VERB = compile_late(
    r"\b(?:(?P<above>more than|over|at least)|nearly|almost|about|roughly|close to|just short of) "
    r"(?:(?P<two>doubl\w+|twice)|(?P<three>tripl\w+|trebl\w+|threefold)|quadrupl\w+|fourfold)",
    re.IGNORECASE,
    needs="oubl twice ripl rebl uadrupl efold rfold",
)


def is_lessened(english: Figure, source: Figure) -> bool:
    """Whether a verb and a fraction both tell what is left: halved, for 減到三分之一."""
    return english.kind is Kind.MULTIPLE and source.kind is Kind.FRACTION and is_half(english.value)


def has_grown_otherwise(english: Figure, source: Figure) -> bool:
    """Whether a verb tells a share as quite another growth: doubled, for 漲五成; not "more than doubled" for 漲120%."""
    times = _GROWN.get(english.surface.lower()) if english.kind is Kind.MULTIPLE else None
    if times is None or source.kind is not Kind.PERCENT:
        return False
    return not _tells_as_worded(english, times, source.low or 0)


def tells_growth(english: Figure, start: Figure, end: Figure) -> bool | None:
    """Whether a verb (tripled) tells the growth from one level of the source to another; None where it tells none."""
    here, there = canonical(start), canonical(end)
    times = _GROWN.get(english.surface.lower())
    if times is None or not here or not there or dimension_of(start)[0] != dimension_of(end)[0] or here[0] <= 0:
        return None
    if here[0] != here[1] or there[0] != there[1]:
        return None
    return _tells_as_worded(english, times, (Fraction(there[0]) / here[0] - 1) * _WHOLE)


def is_told_as_multiple(percent: Number, english: str) -> bool:
    """Whether a text tells a growth by so many percent as nearly, or more than, a multiple: almost doubled, for 83%."""
    told = _read_verb(english) if percent >= _LEAST else None
    return told is not None and _tells(told[0], percent, _NEARLY, is_above=told[1])


@lru_cache(64)
def _read_verb(english: str) -> tuple[int, bool] | None:
    """The multiple that a verb of a text tells as about reached, and whether as surpassed; sought once a text."""
    verb = _VERB.search(english)
    times = verb and (2 if verb["two"] else 3 if verb["three"] else 4)
    return (times, verb["above"] is not None) if verb and times else None


def _tells_as_worded(english: Figure, times: int, percent: Number) -> bool:
    """The same, in the light of the words before the verb: nearly doubled, more than doubled."""
    may_miss = _NEARLY if english.approximation else _EXACT
    return _tells(times, percent, may_miss, is_above=SIDES.get(english.approximation) == 1)


def _tells(times: int, percent: Number, may_miss: Fraction, *, is_above: bool) -> bool:
    """Whether growth by so many percent comes to about so many times as much, or to something above it."""
    in_all = 1 + Fraction(percent) / _WHOLE
    return times * (1 - may_miss) <= in_all <= (times + 1 if is_above else times * (1 + may_miss))
