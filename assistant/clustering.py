"""The same story told by several outlets, or twice: near-duplicate items joined to stories. Nothing is dropped.

Each item gets a MinHash signature of its character pairs, and one of its opening words (a teaser is the opening of the
whole story). Items that share a band of a signature are candidates; candidates are compared in full. The work grows
with the number of items, not with its square.
"""

import re
import zlib
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.records import Item, Role
from assistant.widths import fold_widths

SHINGLE = 3
"""Characters of one shingle."""
BINS = 64
ROWS = 2
"""Signature values of one band; items that agree in a whole band are compared."""
OPENING_CHARACTERS = 90
LEAST_ALIKE = 0.35
"""Share of the smaller text's shingles that the other one has, so that two items tell the same story."""
LEAST_SHINGLES = 12
MAX_BAND = 50
"""Of the stories in one band, an item is held against so many."""
_NOISE = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Story:
    """One story and the items that tell it, in the order given."""

    items: tuple[Item, ...]


def find_stories(items: Iterable[Item]) -> tuple[Story, ...]:
    """Group items, of one dump or of many, by what they tell; an item that nobody else tells is a story of its own.

    Every item is in exactly one story; stories stand in the order of their first items.
    """
    given = list(items)
    stories = _Stories([_read_texts(item) for item in given])
    for members in _find_bands(stories.texts):
        stories.join(members)
    groups: dict[int, list[Item]] = defaultdict(list)
    for number, item in enumerate(given):
        groups[stories.root(number)].append(item)
    return tuple(Story(tuple(groups[root])) for root in sorted(groups))


Texts = tuple[frozenset[int], frozenset[int]]
"""Hashes of the shingles of the whole item, and of its opening."""


def are_alike(one: Texts, other: Texts) -> bool:
    """Whether two texts tell the same story: one holds much of the other, or of its opening."""
    return any(_overlap(a, b) >= LEAST_ALIKE for a, b in zip(one, other, strict=True))


def _overlap(one: frozenset[int], other: frozenset[int]) -> float:
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller >= LEAST_SHINGLES else 0.0


def _read_texts(item: Item) -> Texts:
    body = [s.text for s in item.segments if s.role is Role.SENTENCE]
    headline = item.read(item.headline)
    whole = _squeeze(headline + "".join(body))
    opening = _squeeze(headline + "".join(body)[: OPENING_CHARACTERS * 2])[
        : len(_squeeze(headline)) + OPENING_CHARACTERS
    ]
    return _hash_shingles(whole), _hash_shingles(opening)


def _squeeze(text: str) -> str:
    return _NOISE.sub("", fold_widths(text)).lower()


def _hash_shingles(text: str) -> frozenset[int]:
    return frozenset(
        zlib.crc32(text[n : n + SHINGLE].encode("utf-8", "replace")) for n in range(len(text) - SHINGLE + 1)
    )


class _Stories:
    """Which items belong together, as far as is known; each story is named by its first item."""

    def __init__(self, texts: Sequence[Texts]) -> None:
        self.texts = texts
        self._parents = list(range(len(texts)))
        self._apart: set[tuple[int, int]] = set()
        """Pairs found to tell different stories."""

    def root(self, number: int) -> int:
        """The first item of the story that this one tells."""
        while self._parents[number] != number:
            self._parents[number] = self._parents[self._parents[number]]
            number = self._parents[number]
        return number

    def join(self, members: Sequence[int]) -> None:
        """Join those of the items, candidates for one story, that are alike: each is held against one of each story."""
        known: list[int] = []
        for number in members:
            if not any(self._is_same(other, number) for other in known[-MAX_BAND:]):
                known.append(number)

    def _is_same(self, one: int, other: int) -> bool:
        roots = sorted((self.root(one), self.root(other)))
        if roots[0] == roots[1]:
            return True
        if (one, other) in self._apart:
            return False
        if not are_alike(self.texts[one], self.texts[other]):
            self._apart.add((one, other))
            return False
        self._parents[roots[1]] = roots[0]
        return True


def _find_bands(texts: Sequence[Texts]) -> Iterator[list[int]]:
    """Items that share a band of a signature, in order; one place of the signatures at a time, to spare memory."""
    for kind in range(2):
        signatures = [array("q", _sign(pair[kind])) for pair in texts]
        for place in range(0, BINS, ROWS):
            bands: dict[tuple[int, ...], list[int]] = defaultdict(list)
            for number, signature in enumerate(signatures):
                if signature:
                    bands[tuple(signature[place : place + ROWS])].append(number)
            yield from (members for members in bands.values() if len(members) > 1)


def _sign(shingles: frozenset[int]) -> list[int]:
    """One permutation hashing: the least shingle of each bin; an empty bin borrows from the next full one."""
    if len(shingles) < LEAST_SHINGLES:
        return []
    least: list[int | None] = [None] * BINS
    for shingle in shingles:
        mixed = shingle * 0x9E3779B1 & 0xFFFFFFFF
        place, value = mixed % BINS, mixed // BINS
        held = least[place]
        if held is None or value < held:
            least[place] = value
    borrowed = next(value for value in least if value is not None)
    signature = []
    for held in reversed(least):
        borrowed = borrowed + 1 if held is None else held
        signature.append(borrowed)
    return signature
