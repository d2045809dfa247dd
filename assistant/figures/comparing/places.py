"""Two numbers that English tells in another order together with their places: "Kaohsiung's rose 5 percent, Taipei's 2".

An order alone says nothing where each number stands beside its own place in both texts. Asked only where two figures
are about to be called exchanged, so that it costs other texts nothing.
"""

import re
from functools import cache

from assistant.figures.tables import read_lines
from assistant.figures.values import Figure
from assistant.folding import fold
from assistant.patterns import compile_late

_SENTENCE, _SOURCE_SENTENCE = compile_late(r"[.!?]\s"), compile_late("[。！？!?\n]")
_CLAUSE = compile_late(r"[,;.](?!\d)|\d|\b(?:and|while|but)\b")
_NEAR = 48
_FAR = 120
"""Characters before a number in which its place is looked for."""


def keeps_place(source: str, text: str, pairs: tuple[tuple[Figure, Figure], ...]) -> bool:
    """Whether one of two (English, source) figures stands behind the same place in both, and the other behind another.

    ``source`` is folded.
    """
    there = [_last_place(_source_names(), _SOURCE_SENTENCE, source, meant.span.start) for _, meant in pairs]
    if None in there or there[0] == there[1]:
        return False
    here = [
        _place_behind(text, figure) or _last_place(_english_names(), _SENTENCE, text, figure.span.start)
        for figure, _ in pairs
    ]
    return any(one and other and other in list_places()[one] for one, other in zip(here, there, strict=True))


def _place_behind(text: str, figure: Figure) -> str | None:
    """The place right behind an English number: 95 cases in Tokyo."""
    behind = _CLAUSE.split(text[figure.span.end : figure.span.end + _NEAR], maxsplit=1)[0]
    found = _english_names().search(behind)
    return found[1] if found else None


def _last_place(names: re.Pattern[str], ends: re.Pattern[str], text: str, start: int) -> str | None:
    """The last place that the sentence names before ``start``."""
    before = ends.split(text[max(0, start - _FAR) : start])[-1]
    found = names.findall(before)
    return found[-1] if found else None


@cache
def list_places() -> dict[str, frozenset[str]]:
    """English name -> the words of a source for it."""
    rows = (line.partition(" | ") for line in read_lines("places.txt"))
    return {english: frozenset(fold(words).split()) for english, _, words in rows}


def english_places(text: str) -> list[str]:
    """The listed places that some words of English name."""
    return _english_names().findall(text)


@cache
def _english_names() -> re.Pattern[str]:
    names = sorted(map(re.escape, list_places()), key=len, reverse=True)
    return compile_late(rf"\b({'|'.join(names)})(?![a-z]*[A-Z])")


@cache
def _source_names() -> re.Pattern[str]:
    words = sorted({word for words in list_places().values() for word in words}, key=len, reverse=True)
    return compile_late("|".join(words))
