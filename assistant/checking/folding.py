"""The declared folding under which a quotation counts as the same: width, white space, quotation marks, case.

Nothing else is forgiven. Every folded character remembers where it came from, so that a match gives a span.
"""

import unicodedata
from dataclasses import dataclass

from assistant.records import Span

MARKS = str.maketrans(dict.fromkeys("「」『』“”„‟‘’‚‛«»‹›＂＇\"'`´〝〞", '"'))


@dataclass(frozen=True, slots=True)
class Folded:
    """A text without what the folding forgives. ``origin[i]`` is the place of character ``i`` in the original."""

    text: str
    origin: tuple[int, ...]

    def find(self, wanted: "Folded") -> Span | None:
        """Where ``wanted`` stands in the original text, first place first; None for nothing."""
        at = self.text.find(wanted.text) if wanted.text else -1
        if at < 0:
            return None
        return Span(self.origin[at], self.origin[at + len(wanted.text) - 1] + 1)


def fold(text: str) -> Folded:
    """``text`` folded."""
    characters: list[str] = []
    origin: list[int] = []
    for place, character in enumerate(text):
        for folded in unicodedata.normalize("NFKC", character).translate(MARKS).casefold():
            if not folded.isspace():
                characters.append(folded)
                origin.append(place)
    return Folded("".join(characters), tuple(origin))
