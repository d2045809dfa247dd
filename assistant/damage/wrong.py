"""Wrong characters: 銣 for 釹 beside magnets. By a table with context, and by a page that prints a name both ways."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator

from assistant.characters import HAN
from assistant.damage.tables import CONFUSIONS, SHAPES, Confusion
from assistant.patterns import compile_late
from assistant.records import Damage, Span

LEAST_PRINTED = 4
"""So often must the right form stand on the page before a single other one counts as a misprint."""
_PRINTED = compile_late("|".join(re.escape(known.printed) for known in CONFUSIONS))
_ALIKE = {character: group for group in SHAPES for character in group}
# inside a word of Chinese characters: at an edge 市長候選 and 市長侯某 would look alike
_INSIDE = compile_late(f"(?<=[{HAN}])[{''.join(sorted(_ALIKE))}](?=[{HAN}])")


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
        places = [found.start() for found in _INSIDE.finditer(text)]
        windows = [text[place - 1 : place + 2] for place in places]
        counts = Counter(windows)
        common = {window for window, count in counts.items() if count >= LEAST_PRINTED}
        single = ((n, w) for n, w in zip(places, windows, strict=True) if counts[w] == 1) if common else ()
        found = ((place, _find_meant(window, common)) for place, window in single)
        self._text = text
        self._found = [(place, meant) for place, meant in found if meant]
        """Place of the character, and how the page prints the words elsewhere; in the order of the text."""

    def find(self, span: Span) -> Iterator[Damage]:
        """The misprints in ``span``."""
        first = bisect_left(self._found, (span.start, ""))
        for place, meant in self._found[first : bisect_left(self._found, (span.end, ""), first)]:
            printed = self._text[place]
            yield Damage(
                "wrong", Span(place, place + 1), printed, f"{printed} is printed; the page has {meant} elsewhere"
            )


def _find_meant(window: str, common: Collection[str]) -> str:
    """The common form of three characters that stand once on the page; else empty."""
    others = (window[0] + other + window[2] for other in _ALIKE[window[1]] if other != window[1])
    return next((other for other in others if other in common), "")
