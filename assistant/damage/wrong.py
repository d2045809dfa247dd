"""Wrong characters: 銣 for 釹 beside magnets. By a table with context, and by a page that prints a name both ways."""

import re
from collections import Counter
from collections.abc import Iterator

from assistant.damage.tables import CONFUSIONS, SHAPES, Confusion
from assistant.records import Damage, Span

LEAST_PRINTED = 4
"""So often must the right form stand on the page before a single other one counts as a misprint."""
WINDOWS = ((1, 3), (1, 4), (2, 4))
"""(place in the window, length): the misprint stands inside; at an edge 市長候選 and 市長侯某 would look alike."""
_PRINTED = re.compile("|".join(re.escape(known.printed) for known in CONFUSIONS))
_ALIKE = {character: group for group in SHAPES for character in group}
_ALIKE_PATTERN = re.compile("[" + "".join(sorted(_ALIKE)) + "]")
_HAN = re.compile(r"[\u4e00-\u9fff]+")


def find_confusions(text: str, sentence: Span) -> Iterator[Damage]:
    """Characters of the table that do not fit the other words of their sentence."""
    words = sentence.of(text)
    if not _PRINTED.search(words):
        return
    for known in CONFUSIONS:
        if known.printed not in words or not _is_out_of_place(known, words):
            continue
        for found in re.finditer(re.escape(known.printed), words):
            span = Span(*found.span()).shift(sentence.start)
            yield Damage("wrong", span, known.printed, _tell(known))


def _is_out_of_place(known: Confusion, words: str) -> bool:
    if known.unless and re.search(known.unless, words):
        return False
    return not known.context or bool(re.search(known.context, words))


def _tell(known: Confusion) -> str:
    printed, meant = (f" ({gloss})" if gloss else "" for gloss in known.gloss)
    return f"{known.printed}{printed} is printed; {known.meant}{meant} is probably meant"


def tell_confusion(printed: str, meant: str, sentence: str) -> str:
    """What to say where a model takes ``printed`` for ``meant``; empty unless a table allows it here."""
    for known in CONFUSIONS:
        if (known.printed, known.meant) == (printed, meant):
            return "" if known.unless and re.search(known.unless, sentence) else _tell(known)
    alike = len(printed) == len(meant) == 1 and printed != meant and meant in _ALIKE.get(printed, "")
    return f"{printed} is printed; {meant} is probably meant" if alike else ""


class Misprints:
    """Names that a dump prints many times in one way and once in another, with a character of like shape."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._counts: Counter[str] = Counter()
        for run in _HAN.finditer(text):
            for found in _ALIKE_PATTERN.finditer(text, *run.span()):
                self._counts.update(_windows(text, found.start(), run.span()))

    def find(self, span: Span) -> Iterator[Damage]:
        """The misprints in ``span``."""
        for run in _HAN.finditer(self._text, *span):
            for found in _ALIKE_PATTERN.finditer(self._text, *run.span()):
                meant = self._meant(found.start(), run.span())
                if meant:
                    note = f"{found[0]} is printed; the page has {meant} elsewhere"
                    yield Damage("wrong", Span(*found.span()), found[0], note)

    def _meant(self, place: int, run: tuple[int, int]) -> str:
        """The common form of the words around ``place``, if this one stands alone; else empty."""
        for window in _windows(self._text, place, run):
            if self._counts[window] > 1:
                return ""
        character = self._text[place]
        for offset, length in _fitting(place, run):
            window = self._text[place - offset : place - offset + length]
            for other in _ALIKE[character]:
                common = window[:offset] + other + window[offset + 1 :]
                if other != character and self._counts[common] >= LEAST_PRINTED:
                    return common
        return ""


def _fitting(place: int, run: tuple[int, int]) -> list[tuple[int, int]]:
    """The windows around ``place`` that lie within its run of Chinese characters."""
    return [(o, n) for o, n in WINDOWS if run[0] <= place - o and place - o + n <= run[1]]


def _windows(text: str, place: int, run: tuple[int, int]) -> list[str]:
    return [text[place - o : place - o + n] for o, n in _fitting(place, run)]
