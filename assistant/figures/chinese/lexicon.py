"""Names, idioms and slogans with numerals in them, from ``data/``: some state nothing, some another figure.

A word is looked up by its first two characters at the few places where it could begin, so that a look-up costs the
same however many words there are.
"""

from enum import StrEnum
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from assistant.figures.tables import read_lines
from assistant.figures.values import Interval, Kind, PartialDate, Value, tidy
from assistant.folding import fold

_FURTHEST = 5
"""How many characters of a word may stand before its first numeral."""


class Use(StrEnum):
    """What a listed word does to the numerals in it."""

    PLAIN = "plain"
    """No figure: 一直, 四川."""
    SOFT = "soft"
    """Its numerals are read, softly: 千方百計."""
    DOUBTFUL = "doubtful"
    """Read as if it were not listed, but softly: 三重."""
    QUANTITY = "quantity"
    """Read as if it were not listed: 十分鐘."""
    VALUED = "valued"
    """It states ``readings``: 二十大."""


class Reading(NamedTuple):
    """What a name states."""

    kind: Kind
    value: Value
    head: str = ""
    """Of what an ordinal is, in English: Five-Year Plan."""


class Name(NamedTuple):
    """A listed word and where it was found."""

    word: str
    use: Use
    readings: tuple[Reading, ...]
    start: int

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.word)


def find_name(folded: str, start: int, end: int, floor: int) -> Name | None:
    """The longest listed word around the number in ``[start, end)``, or None; it begins at ``floor`` or later.

    A word that begins with the number has to contain it whole: 十分 is no part of 三十分.
    """
    words, sizes = _index()
    best: Name | None = None
    for at in range(start, max(floor, start - _FURTHEST) - 1, -1):
        for size in sizes.get(folded[at : at + 2], ()):
            stop = at + size
            if stop <= start or (at == start and stop < end) or (best and size <= len(best.word)):
                continue
            if name := words.get(folded[at:stop]):
                best = Name(folded[at:stop], *name, at)
                break
    return best


@cache
def _index() -> tuple[dict[str, tuple[Use, tuple[Reading, ...]]], dict[str, list[int]]]:
    """Word -> what it is; and the first two characters -> the lengths of the words that begin so, the longest first."""
    words: dict[str, tuple[Use, tuple[Reading, ...]]] = {}
    for line in read_lines("words.txt"):
        words.update(dict.fromkeys(line.split(), (Use.SOFT, ())))
    use = Use.PLAIN
    for line in read_lines("names.txt"):
        if line.startswith("["):
            use = Use(line.strip("[] \n"))
        else:
            words.update(dict.fromkeys(fold(line).split(), (use, ())))
    for line in read_lines("valued.txt"):  # what is listed later wins over what is listed before
        word, _, readings = fold(line).partition(" = ")
        words[word] = Use.VALUED, tuple(_parse(reading) for reading in readings.split(" | "))
    sizes: dict[str, list[int]] = {}
    for word in sorted(words, key=len, reverse=True):
        lengths = sizes.setdefault(word[:2], [])
        if len(word) not in lengths:
            lengths.append(len(word))
    return words, sizes


def _parse(reading: str) -> Reading:
    """``date 02-28``, ``date 1992``, ``date 1999-09-21``, ``vague 100 999``, ``ordinal 20``."""
    kind, *numbers = reading.split()
    if kind == "date":
        parts = [int(part) for part in numbers[0].split("-")]
        year = parts.pop(0) if len(parts) != len(("month", "day")) else None
        month, day = parts or (None, None)
        return Reading(Kind.DATE, PartialDate(year=year, month=month, day=day))
    if kind == "vague":
        return Reading(Kind.VAGUE, Interval(int(numbers[0]), int(numbers[1])))
    return Reading(Kind(kind), tidy(Fraction(numbers[0])), " ".join(numbers[1:]))
