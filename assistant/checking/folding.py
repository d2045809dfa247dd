"""The declared folding under which a quotation counts as the same: width, white space, quotation marks, case.

Nothing else is forgiven. Every folded character knows where it came from, so that a match gives a span.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from assistant.kept import kept_property
from assistant.records import Span

MARKS = str.maketrans(dict.fromkeys("「」『』“”„‟‘’‚‛«»‹›＂＇\"'`´〝〞", '"'))


class _Table(dict[int, str]):
    """Code point -> what it is folded to; each is worked out once."""

    def __missing__(self, code: int) -> str:
        plain = unicodedata.normalize("NFKC", chr(code)).translate(MARKS).casefold()
        self[code] = folded = "".join(plain.split())
        return folded


_TABLE = _Table()


@dataclass(frozen=True)
class Folded:
    """A text without what the folding forgives."""

    original: str

    @kept_property
    def text(self) -> str:
        """The folded characters."""
        return self.original.translate(_TABLE)

    @kept_property
    def origin(self) -> tuple[int, ...]:
        """The place in the original text of each folded character."""
        return tuple(place for place, character in enumerate(self.original) for _ in _TABLE[ord(character)])

    def find(self, wanted: "Folded") -> Span | None:
        """Where ``wanted`` stands in the original text, first place first; None for nothing."""
        return next(self.find_all(wanted), None)

    def find_all(self, wanted: "Folded") -> Iterator[Span]:
        """Every place where ``wanted`` stands in the original text, from left to right; they may overlap."""
        at = self.text.find(wanted.text) if wanted.text else -1
        while at >= 0:
            yield Span(self.origin[at], self.origin[at + len(wanted.text) - 1] + 1)
            at = self.text.find(wanted.text, bisect_right(self.origin, self.origin[at]))


LONGEST, KEPT = 10_000, 64
"""Characters up to which what is folded is kept for the next check that asks, and how many such texts."""


def fold(text: str) -> Folded:
    """``text`` folded."""
    return _fold(text) if len(text) <= LONGEST else Folded(text)


_fold = lru_cache(KEPT)(Folded)
