"""Names of several words, found all at once: the work grows with the words of a text and not with the names."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Generic, TypeVar

from assistant.patterns import compile_late
from assistant.records import Span

T = TypeVar("T")

_WORD = compile_late(r"[^\W_]+")


@dataclass(slots=True)
class WordTree(Generic[T]):
    """What is filed under words in a row. Between two words stand at most ``gap`` other signs: a hyphen, a blank."""

    gap: int
    _here: list[T] = field(default_factory=list)
    _longer: "dict[str, WordTree[T]]" = field(default_factory=dict)

    def add(self, words: list[str], value: T) -> None:
        """File a value under words, which are letters and digits alone; no words at all file nothing."""
        node = self
        for word in words:
            node = node._longer.setdefault(word, WordTree(self.gap))
        if words:
            node._here.append(value)

    def find(self, text: str) -> Iterator[tuple[Span, T]]:
        """Each place of a text where the words of a value stand, whole words all of them."""
        words = [(match[0], *match.span()) for match in _WORD.finditer(text)] if self._longer else []
        for first, (_, start, _) in enumerate(words):
            node, before = self, start
            for word, begin, end in islice(words, first, None) if words[first][0] in self._longer else ():
                deeper = node._longer.get(word)
                if deeper is None or begin - before > self.gap:
                    break
                yield from ((Span(start, end), value) for value in deeper._here)
                node, before = deeper, end
