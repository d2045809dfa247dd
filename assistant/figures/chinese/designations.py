"""Names of aircraft, rockets and ships made of a Chinese word and a number: 伊爾-76, 殲-20, 神舟十八號."""

from functools import cache

from assistant.figures.chinese.page import Page
from assistant.figures.chinese.units import read_unit
from assistant.figures.numerals.reading import Numeral
from assistant.figures.tables import read_lines
from assistant.figures.values import Figure, Kind, replace
from assistant.folding import fold

_LONGEST = 4
_SHORTEST_SURE = 2


def read_designation(page: Page, numeral: Numeral) -> Figure | None:
    """The name that ends with this number, if a word of ``data/designations.txt`` stands before it.

    Its value is the name in Latin letters (IL76); any other spelling, and the bare number, are its other readings.
    """
    start = numeral.start
    if not start or numeral.vague or not isinstance(numeral.low, int):
        return None
    is_joined = page.folded[start - 1] == "-"
    word = _word_before(page.folded, start - is_joined)
    if word is None or start - is_joined - len(word) < page.done or _is_part(page.folded, start - is_joined, word):
        return None
    end = numeral.end + (page.folded[numeral.end : numeral.end + 1] == "号")
    is_numbered = end > numeral.end
    if len(word) < _SHORTEST_SURE and not is_joined and not page.folded[start].isascii():
        return None
    if not is_joined and not is_numbered and read_unit(page.folded, numeral.end) is not None:
        return None  # 運20噸
    names = [f"{name}{numeral.low}" for name in _designations()[word]]
    figure = page.make(start - is_joined - len(word), end, Kind.IDENTIFIER, names[0])
    others = [replace(figure, value=name) for name in names[1:]]
    numbers = [replace(figure, kind=kind, value=numeral.low) for kind in (Kind.COUNT, Kind.ORDINAL)]
    return replace(figure, others=(*others, *numbers))


def _word_before(folded: str, end: int) -> str | None:
    if folded[end - 1 : end] not in _last_characters():
        return None
    words = (folded[max(0, end - size) : end] for size in range(_LONGEST, 0, -1))
    return next((word for word in words if word in _designations()), None)


def _is_part(folded: str, end: int, word: str) -> bool:
    """Whether a single character rather ends another word: 春运5日."""
    return len(word) < _SHORTEST_SURE and folded[max(0, end - 2) : end] in _other_words()


@cache
def _designations() -> dict[str, tuple[str, ...]]:
    """Chinese word -> its names in Latin capitals, the usual one first."""
    return {word: tuple(names.upper().split()) for word, names, *_ in _rows()}


@cache
def _other_words() -> frozenset[str]:
    return frozenset(word for _, _, *others in _rows() for word in " ".join(others).split())


@cache
def _rows() -> list[list[str]]:
    return [fold(line).split(" | ") for line in read_lines("designations.txt")]


@cache
def _last_characters() -> frozenset[str]:
    return frozenset(word[-1] for word in _designations())
