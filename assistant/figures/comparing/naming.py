"""Names with digits that stand for another name of the source: F-15 for F-5, a telephone number with a wrong digit."""

from assistant.figures.comparing.leftovers import Leftovers
from assistant.figures.values import Figure, Kind
from assistant.patterns import compile_late

_NO_DIGITS = str.maketrans("", "", "0123456789")
_QUOTES = frozenset("\"“'‘")
_SHORTEST_PHONE = 7
"""Digits of a name without letters that is compared at all."""


def find_other_name(figure: Figure, there: tuple[Figure, ...], left: Leftovers) -> int | None:
    """The left-over name of the source that has the letters of ``figure`` and other digits, if there is one."""
    letters, digits = _letters_of(figure), _digits_of(figure)
    if not letters and len(digits) < _SHORTEST_PHONE:
        return None
    for index, name in enumerate(there):
        if index not in left or name.kind is not Kind.IDENTIFIER or _letters_of(name) != letters:
            continue
        others = _digits_of(name)
        if others != digits and (letters or len(others) == len(digits)):
            return index
    return None


def is_in_title(figure: Figure, english: str) -> bool:
    """Whether a number word opens what English quotes as a name: "Three Tears in Borneo"."""
    start, end = figure.span
    if not start or english[start - 1] not in _QUOTES or not english[start].isupper():
        return False
    return english[end : end + 1] == " " and english[end + 1 : end + 2].isupper()


_SEQUEL = compile_late(r"[A-Z][a-z’']+ $")
_ENDS_NAME = compile_late(r"[,.]?[\"”’']|,? (?:has|had|is|was|took|opened|became|hit|grossed|made|sold)\b|[’']s\b")
_TITLED = frozenset("《『「“")


def is_sequel(figure: Figure, english: str, source: str) -> bool:
    """Whether a digit ends the English name of a film or game that the source quotes without one: "Ne Zha 2"."""
    start, end = figure.span
    if end - start != 1 or figure.kind is not Kind.COUNT or figure.unit or _TITLED.isdisjoint(source):
        return False
    return _SEQUEL.search(english, max(0, start - 20), start) is not None and bool(_ENDS_NAME.match(english, end))


def _digits_of(name: Figure) -> str:
    return "".join(character for character in str(name.value) if character.isdigit())


def _letters_of(name: Figure) -> str:
    """A name with digits without them, and without the plural: AHE for AH-64Es."""
    return str(name.value).translate(_NO_DIGITS).removesuffix("S")
