"""Words that more than one room needs: the tables of ``data/``, and whether a text has some of them."""

import os
import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Generic, TypeVar

from assistant.folding import fold

_DATA = os.path.join(os.path.dirname(__file__), "data")  # noqa: PTH118, PTH120 - see below


def read_lines(name: str) -> list[str]:
    """The lines of a data file without comments and blank lines."""
    path = os.path.join(_DATA, name)  # noqa: PTH118 - pathlib takes 3 ms to import, and a check needs no other path
    with open(path, encoding="utf-8", newline="") as file:  # noqa: PTH123 - the same
        return [line for line in file.read().splitlines() if line.strip() and not line.startswith("#")]


T = TypeVar("T")


class Listed(Generic[T]):
    """Words of a table, each with what it stands for, found in a text by their first characters: it has few of them.

    To hold a set against the text takes half the time that a set of the text's characters takes to be made.
    """

    def __init__(self, rows: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, list[tuple[str, T]]] = {}
        for word, meaning in rows:
            self._by_first.setdefault(word[:1], []).append((word, meaning))
        self._firsts = frozenset(self._by_first)

    def find_in(self, text: str) -> list[tuple[str, T]]:
        """The rows whose words stand in a text; of words that begin alike in the order of the table."""
        present = self._firsts.intersection(text)
        if not present:
            return []
        return [row for first in sorted(present) for row in self._by_first[first] if row[0] in text]


@lru_cache(64)
def find_word(words: re.Pattern[str], text: str) -> str:
    """The first of some words that a whole text has, or "": looked for once a text, however many figures ask."""
    match = words.search(text)
    return match[0] if match else ""


@lru_cache(16)
def words_of(english: str) -> frozenset[str]:
    """What stands between the blanks of a whole English text, in lower case: found once a text, like a word."""
    return frozenset(english.lower().split())


@cache
def counter_names() -> dict[str, tuple[str, str]]:
    """Counter -> the English singular and plural of what it counts, where there is one."""
    names: dict[str, tuple[str, str]] = {}
    for line in read_lines("counters.txt"):
        words, _, english = line.partition("|")
        one, _, many = english.strip().partition(" ")
        names |= {word: (one, many) for word in fold(words).split() if many}
    return names
