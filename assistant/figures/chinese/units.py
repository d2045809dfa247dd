"""What a number measures or counts, by the words right after it, which are in ``data/``."""

from fractions import Fraction
from functools import cache
from typing import NamedTuple

from assistant.figures.tables import read_lines
from assistant.figures.values import Kind, Number
from assistant.folding import fold

QUARTERS = frozenset({"季度", "季", "个季度"})
"""Words for a quarter of a year, each a unit by itself."""
_BEGIN_WORDS = frozenset("回")
"""Counters that begin other words as well: 滿五千回饋8%."""
_LONGEST_SURE = 3
"""A unit of so many characters is no part of another word."""


class Unit(NamedTuple):
    """A word that follows numbers, and what it makes of them."""

    word: str
    kind: Kind
    unit: str
    """UCUM, ISO 4217, or the counter itself."""
    factor: Number = 1
    """What the word is worth in ``unit``."""


def read_unit(folded: str, at: int) -> Unit | None:
    """The longest unit or counter that is written at ``at``; a Latin one must end there (10 m, not 10 men)."""
    words, sizes = _index()
    for size in sizes.get(folded[at : at + 1], ()):
        unit = words.get(folded[at : at + size])
        if unit is None or (unit.word[-1].isascii() and _goes_on(folded, at + size, unit.word)):
            continue
        may_differ = size < _LONGEST_SURE and (unit.kind is not Kind.COUNT or unit.word in _BEGIN_WORDS)
        return None if may_differ and _is_other(folded, at) else unit
    return None


def _is_other(folded: str, at: int) -> bool:
    """Whether a word that is no unit stands at ``at``: 三碼頭."""
    for word, goes_on in _other_words().get(folded[at : at + 1], ()):
        following = folded[at + len(word) : at + len(word) + 1]
        if folded.startswith(word, at) and not (following and following in goes_on):
            return True
    return False


@cache
def _other_words() -> dict[str, tuple[tuple[str, str], ...]]:
    """First character -> words that begin like a unit and are none, each with what makes it one after all."""
    words: dict[str, list[tuple[str, str]]] = {}
    for line in read_lines("not_units.txt"):
        for word in fold(line).split():
            name, _, goes_on = word.partition("!")
            words.setdefault(name[0], []).append((name, goes_on))
    return {first: tuple(found) for first, found in words.items()}


def _goes_on(folded: str, end: int, word: str) -> bool:
    following = folded[end : end + 1]
    return word[-1].isalpha() and following.isascii() and (following.isalnum() or following in ("-", "+"))


@cache
def _index() -> tuple[dict[str, Unit], dict[str, tuple[int, ...]]]:
    """Word -> unit; and first character -> the lengths of the words that begin with it, the longest first."""
    words: dict[str, Unit] = {}
    for unit in (*_units(), *_counters()):
        words.setdefault(unit.word, unit)
    sizes: dict[str, set[int]] = {}
    for word in words:
        sizes.setdefault(word[0], set()).add(len(word))
    return words, {first: tuple(sorted(lengths, reverse=True)) for first, lengths in sizes.items()}


def _units() -> list[Unit]:
    found = []
    for line in read_lines("units.txt"):
        head, _, words = line.partition(": ")
        kind, unit, worth = head.split()
        factor = Fraction(worth)
        number = factor.numerator if factor.denominator == 1 else factor
        found += [
            Unit(word, Kind(kind) if kind != "bp" else Kind.BASIS_POINTS, unit, number) for word in fold(words).split()
        ]
    return found


def _counters() -> list[Unit]:
    words = (word for line in read_lines("counters.txt") for word in fold(line.partition("|")[0]).split())
    return [Unit(word, Kind.COUNT, word) for word in words]
