"""Two numbers beside one another's names: "Li won 52 votes and Wang 48", for 王得52票，李得48票.

A name is told where it stands in both texts in the same letters, is a listed place, or spells the characters of the
source. Of a name that none of this shows nothing is said.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from assistant.figures.comparing.places import english_places, list_places
from assistant.figures.values import Figure
from assistant.patterns import compile_late
from assistant.romanising import read_spellings, spells_characters, spells_initials

_FAR, _FAR_SOURCE = 64, 28
"""Characters before a number in which its name is looked for."""
_SENTENCE, _SOURCE_SENTENCE = compile_late(r"[.!?;]\s|\n"), compile_late("[。！？；!?;\n]")
_CLAUSE = compile_late(r"[,;.:](?!\d)|\b(?:and|while|but|with|compared|against|than|from)\b")
_SOURCE_CLAUSE = compile_late("[，,：:]")
_FROM_NAME = compile_late(r"(?:\s[a-z]+){0,2}\sfrom\s(?=[A-Z])")
"""Behind a number of people: 120,000 visitors from South Korea."""
_NAME = compile_late(r"\b[A-Z][A-Za-z’-]*[A-Za-z]\b")
_LATIN = compile_late("[A-Za-z]{2,}")
_NO_NAMES = frozenset(
    (  # noqa: SIM905 - shorter so
        "the in he she it an at on but and of to for by as may so you long sun mon among men women ten can fan pay run"
        " we they his her its their this that these those with from when while after before under over out up down no"
        " not one two all both each more most last next first second third jan feb mar apr jun jul aug sep oct nov dec"
    ).split()
)
"""Words that may open a sentence, or are short for a day or month: they spell characters by chance."""
_SHORTEST, _NEAR = 2, 4
_NOBODY: frozenset[str] = frozenset()


class Beside(NamedTuple):
    """What stands before and behind each of two English figures, and before those that they are linked to."""

    first: tuple[str, str]
    second: tuple[str, str]
    source: tuple[str, str]


def before_in_english(text: str, figures: tuple[Figure, ...], index: int) -> str:
    """What stands before a figure in its sentence, up to the clause of the figure before it."""
    before = _before(text, figures, index, _FAR, _SENTENCE)
    is_next = figures[index].span.start - _end_before(figures, index) == len(before)
    return before[len(_first_clause(before)) :] if is_next else before


def before_in_source(folded: str, figures: tuple[Figure, ...], index: int) -> str:
    """The same in the source; of two in a row, as in 廣東3人死亡、92人受傷, also what stands before the first."""
    before = _before(folded, figures, index, _FAR_SOURCE, _SOURCE_SENTENCE)
    if index and before.endswith("、"):
        before = _SOURCE_CLAUSE.split(_before(folded, figures, index - 1, _FAR_SOURCE, _SOURCE_SENTENCE))[-1] + before
    return before


def behind_in_english(text: str, figures: tuple[Figure, ...], index: int) -> str:
    """What stands behind a figure in its clause, up to the figure behind it."""
    end = figures[index].span.end
    until = len(text)
    for figure in figures[index + 1 : index + _NEAR]:
        if not figure.is_soft:
            until = figure.span.start
            break
    return _first_clause(text[end : min(until, end + _FAR)])


def _first_clause(words: str) -> str:
    """The first clause of what stands behind a figure; "from South Korea" is part of it."""
    match = _FROM_NAME.match(words) if " from " in words else None
    start = match.end() if match else 0
    return words[:start] + _CLAUSE.split(words[start:], maxsplit=1)[0]


def _before(text: str, figures: tuple[Figure, ...], index: int, far: int, ends: re.Pattern[str]) -> str:
    start = figures[index].span.start
    begin = max(start - far, _end_before(figures, index), 0)
    return ends.split(text[begin:start])[-1]


def _end_before(figures: tuple[Figure, ...], index: int) -> int:
    """Where the figure before one ends; the 三 of 三星 and an idle "one" are none."""
    for figure in reversed(figures[max(0, index - _NEAR) : index]):
        if not figure.is_soft:
            return figure.span.end
    return -1


@lru_cache(256)
def list_names(before: str) -> tuple[str, ...]:
    """The words in a few English ones that may be a name."""
    words = (match[0].removesuffix("’s") for match in _NAME.finditer(before.replace("'", "’")))
    return tuple(word for word in words if len(word) >= _SHORTEST and word.lower() not in _NO_NAMES)


def compare_names(beside: Beside, *, may_keep: bool) -> str:
    """``kept``, if two figures stand with their own names; ``exchanged``, if both stand with the other's.

    Where both texts have one order and nothing speaks against it, ``kept`` says nothing, and is not looked for.
    """
    first = _find_side(beside.first, beside.source)
    if first != "second" and not may_keep:
        return ""
    return _TIES.get((first, _find_side(beside.second, beside.source)), "")


def _find_side(words: tuple[str, str], source: tuple[str, str]) -> str:
    """Whose name stands before a figure, or else behind it."""
    return _sides(words[0], source) or _sides(words[1], source)


def _sides(words: str, source: tuple[str, str]) -> str:
    """Which of two stretches of the source some words of English name, where they name no other."""
    places = english_places(words)
    for place in places:
        words = words.replace(place, "")
    sides = set()
    for name in (*places, *list_names(words)):
        is_first, is_second = (_names(name, stretch) for stretch in source)
        if is_first is not is_second:
            sides.add("first" if is_first else "second")
    return " and ".join(sorted(sides))


_TIES = {
    ("second", "first"): "exchanged",
    ("first", "second"): "kept", ("first", ""): "kept", ("", "second"): "kept",
}  # fmt: skip
"""Whose names stand with two figures."""


@lru_cache(512)
def _names(name: str, source: str) -> bool:
    """Whether a stretch of the source names a name of the English."""
    if any(word in source for word in list_places().get(name, ())):
        return True
    lowered = name.lower()
    if any(lowered == word.lower() for word in _LATIN.findall(source)):
        return True
    if name.isupper() and len(name) > _SHORTEST and spells_initials(lowered, source):
        return True  # BYD, for 比亚迪
    if not read_spellings().get(lowered, _NOBODY).isdisjoint(source):
        return True
    return spells_characters(name, source)
