"""Names in a source text, found all at once: the work grows with the text and not with the names."""

from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar

T = TypeVar("T")


class Spotter(Generic[T]):
    """Finds names in texts that are folded as they are. At each place the longest counts, and none lies in another.

    Args:
        names: name -> what it stands for; an empty one is found nowhere.
    """

    def __init__(self, names: Mapping[str, T]) -> None:
        self._names = names
        lengths: dict[str, set[int]] = {}
        for name in filter(None, names):
            lengths.setdefault(name[0], set()).add(len(name))
        self._lengths = {first: sorted(found, reverse=True) for first, found in lengths.items()}
        """First character -> the lengths of the names that begin with it, the longest first."""

    def find(self, text: str) -> Iterator[tuple[int, int, T]]:
        """Where each name begins and ends, from left to right, and what it stands for."""
        lengths, names, done = self._lengths, self._names, 0
        for place, character in enumerate(text):
            if character not in lengths or place < done:
                continue
            for length in lengths[character]:
                if (name := text[place : place + length]) in names:
                    done = place + len(name)
                    yield place, done, names[name]
                    break
