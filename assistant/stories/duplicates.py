"""The same text printed by several outlets, or twice: near-duplicate items joined. Nothing is dropped.

The items of a few pages are all held against one another. Of more, each gets a MinHash signature (datasketch) of its
character trigrams, and one of its opening words (a teaser is the opening of the whole story); items that share a band
of a signature are candidates, and only candidates are compared. The work grows with the number of items.
"""

from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from heapq import nlargest
from math import ceil
from typing import Any, NamedTuple

from assistant.folding import fold_widths
from assistant.patterns import compile_late
from assistant.records import Item
from assistant.stories.disjoint import DisjointSets
from assistant.stories.signing import (
    BYTES_OF_VALUE,
    PERMUTATIONS,
    count_shared,
    drop_lone,
    pack_texts,
    sign_texts,
    sketch_texts,
)

_MIXING = 0x9E37_79B9_7F4A_7C15
ROWS = 2
"""Signature values of one band; items that agree in a whole band are compared."""
OPENING_CHARACTERS = 90
LEAST_ALIKE = 0.35
"""Share of the smaller text's shingles that the other one has, so that two items tell the same story."""
SAME_TEXT = 0.95
"""Two items that share so much print the same text."""
LEAST_SHINGLES = 12
LEAST_SHARED = 10
"""So many of them are shared at least: two headlines of one kind (…億円に下方修正) share six."""
ALL_PAIRS = 300
"""So few items need no signatures: to hold all of them against one another is quicker than to import datasketch."""
COMPARED_AT_ONCE = 100
"""Of the stories in one band, an item is held against so many."""
MOST_ALIKE = 4
"""Of those, where there are many items, only these are compared in full: a text that is printed again is among them."""
LONG = 600
"""Of two texts with so many shingles together no sets are made."""
_NOISE = compile_late(r"[\W_]+")
_CODES = next(code for code in "IL" if array(code).itemsize == 4)


Letters = tuple[str, str]
"""Headline and text of an item without marks and blanks, and the opening of that."""


def group_duplicates(
    items: Sequence[Item], are_only_alike: Callable[[int, int], bool] | None = None
) -> list[tuple[int, ...]]:
    """Indices of ``items`` by story: each in exactly one, the stories in the order of their first items.

    Args:
        items: of one dump or of many.
        are_only_alike: whether two items that share much of their words, yet less than ``SAME_TEXT``, tell two stories.
    """
    return group_letters([read_letters(item) for item in items], are_only_alike)


def group_letters(
    letters: Sequence[Letters], are_only_alike: Callable[[int, int], bool] | None = None
) -> list[tuple[int, ...]]:
    """The same for items of which only the letters are at hand: all else of many items takes ten times the memory."""
    texts = [_pack(*each) for each in letters] if len(letters) <= ALL_PAIRS else _pack_many(letters)
    stories = _Stories(texts, are_only_alike)
    for members in _find_candidates(stories.texts):
        stories.join(members)
    return stories.known.list()


Packed = bytes
"""The shingles of a text, each once, 8 bytes each: a twentieth of what a set of them takes."""
Texts = tuple[Packed, Packed]
"""The shingles of the whole item, and of its opening."""


def measure_overlap(one: Texts, other: Texts) -> float:
    """What share of the smaller text two items have in common, 0 to 1: of the whole, or of the opening."""
    stories = _Stories([one, other])
    return max(stories.overlap(0, 1, kind) for kind in range(2))


class Sketches(NamedTuple):
    """What all items have of one kind, their whole or their opening, to tell at a glance which may be alike."""

    sizes: Sequence[int]
    """How many shingles each has."""
    bits: Sequence[int]
    """A bit for each shingle of an item that another one has, or where a shingle falls; several may fall on one."""
    least: Sequence[int]
    """How many bits an item shares at least with a larger one that it is alike; more than there are for a short one."""

    def may_be_alike(self, number: int, others: Sequence[int]) -> list[int]:
        """Those of the others, which stand before it, that share enough of their bits with an item."""
        sizes, bits, least = self
        size, own, needed = sizes[number], bits[number], least[number]
        return [
            other
            for other in others
            if (bits[other] & own).bit_count() >= (least[other] if sizes[other] <= size else needed)
        ]

    def count_shared(self, one: int, other: int) -> int:
        """How many bits two items share."""
        return (self.bits[one] & self.bits[other]).bit_count()


Shared = Callable[[int, int, int], int]
"""How many shingles two items share, by their numbers, of the whole (0) or of the opening (1)."""


def _count(packed: Packed) -> int:
    return len(packed) // BYTES_OF_VALUE


@lru_cache(maxsize=4 * ALL_PAIRS)
def _unpack(packed: Packed) -> frozenset[int]:
    return frozenset(array("Q", packed))


def _share_by_sets(texts: Sequence[Texts]) -> tuple[Shared, list[Sketches]]:
    """For many items, of which few pairs are asked."""

    def share(one: int, other: int, kind: int) -> int:
        first, second = texts[one][kind], texts[other][kind]
        if len(first) + len(second) > LONG * BYTES_OF_VALUE:
            return count_shared(first, second)
        return len(_unpack(first) & _unpack(second))

    return share, [_sketch(texts, kind, sketch_texts([pair[kind] for pair in texts])) for kind in range(2)]


def _share_by_bits(texts: Sequence[Texts]) -> tuple[Shared, list[Sketches]]:
    """For few items, each held against all: a bit for each shingle that two of them have, for most are in one alone."""
    held = Counter(shingle for pair in texts for shingle in _unpack(pair[0]) | _unpack(pair[1]))
    places = {shingle: place for place, shingle in enumerate(s for s, count in held.items() if count > 1)}
    masks = [[_set_bits(pair[kind], places) for pair in texts] for kind in range(2)]
    return lambda one, other, kind: (masks[kind][one] & masks[kind][other]).bit_count(), [
        Sketches(sizes := [_count(pair[kind]) for pair in texts], masks[kind], [_least(size, size) for size in sizes])
        for kind in range(2)
    ]


def _sketch(texts: Sequence[Texts], kind: int, bits: Sequence[int]) -> Sketches:
    sizes = [_count(pair[kind]) for pair in texts]
    return Sketches(sizes, bits, [_least(size, own.bit_count()) for size, own in zip(sizes, bits, strict=True)])


def _least(size: int, shown: int) -> int:
    """How many bits an item shares with one that it is alike: so many shingles, but those without their own bit."""
    if size < LEAST_SHINGLES:
        return shown + 1
    return max(LEAST_SHARED, ceil(LEAST_ALIKE * size)) - (size - shown)


def _set_bits(packed: Packed, places: Mapping[int, int]) -> int:
    bits = bytearray(len(places) // 8 + 1)
    for shingle in array("Q", packed):
        if (place := places.get(shingle)) is not None:
            bits[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(bits, "little")


def read_texts(item: Item) -> Texts:
    """The shingles of an item."""
    return _pack(*read_letters(item))


def _pack(whole: str, opening: str) -> Texts:
    shingles = _pack_shingles(whole)
    return shingles, shingles if opening == whole else _pack_shingles(opening)


def _pack_many(letters: Sequence[Letters]) -> list[Texts]:
    """The shingles of each item, worked out together; none of an item that shares too few with all others."""
    wholes = drop_lone(pack_texts([whole for whole, _ in letters]), LEAST_SHARED)
    longer = [n for n, (whole, opening) in enumerate(letters) if wholes[n] and opening != whole]
    openings = dict(zip(longer, pack_texts([letters[n][1] for n in longer]), strict=True))
    return [(whole, openings.get(n, whole)) for n, whole in enumerate(wholes)]


def read_letters(item: Item) -> Letters:
    """What is needed of an item to find who prints the same."""
    body = [s.text for s in item.segments if s.role.is_text]
    headline = item.read(item.headline)
    whole = _squeeze(headline + "".join(body))
    if len(whole) <= OPENING_CHARACTERS:
        return whole, whole
    return whole, whole[: len(_squeeze(headline)) + OPENING_CHARACTERS]


def _squeeze(text: str) -> str:
    return _NOISE.sub("", fold_widths(text)).lower()


def _pack_shingles(text: str) -> Packed:
    """Each shingle (three characters) as one number of 63 bits, so that no two of them are taken for one another."""
    codes = array(_CODES, text.encode("utf-32-le", "replace"))
    shingles = {a << 42 | b << 21 | c for a, b, c in zip(codes, codes[1:], codes[2:], strict=False)}
    return array("Q", sorted(shingles)).tobytes()


class _Stories:
    """Which items belong together, as far as is ``known``."""

    def __init__(self, texts: Sequence[Texts], are_only_alike: Callable[[int, int], bool] | None = None) -> None:
        self.texts = texts
        self._are_only_alike = are_only_alike
        self._share, self._sketches = (_share_by_bits if len(texts) <= ALL_PAIRS else _share_by_sets)(texts)
        self.known = DisjointSets(len(texts))
        self._longer = [whole is not opening for whole, opening in texts]
        """Whether the opening of an item, which is compared as well, is less than its whole."""
        self._joined = bytearray(len(texts))
        """1 for each item that is known to tell the story of another one."""
        self._apart: set[tuple[int, int]] = set()
        """Pairs found to tell different stories."""

    def join(self, members: Sequence[int]) -> None:
        """Join those of the items, candidates for one story, that are alike: each is held against one of each story."""
        if self.known.are_plainly_one(members):
            return  # as most bands of a story that hundreds of items tell
        apart: list[int] = []
        for number in members:
            near = apart[-COMPARED_AT_ONCE:]
            if self._joined[number] and self.known.find(number) in map(self.known.find, near):
                continue
            for other in self._list_near(number, near):
                if (other, number) not in self._apart and self._is_same(other, number):
                    break
            else:
                apart.append(number)

    def _list_near(self, number: int, others: Sequence[int]) -> Sequence[int]:
        """Those of the others that may be alike an item: to hold each against it takes ten times as long."""
        wholes = self._sketches[0].may_be_alike(number, others)
        longer = others if self._longer[number] else [other for other in others if self._longer[other]]
        openings = self._sketches[1].may_be_alike(number, longer) if longer else []
        near = sorted({*wholes, *openings}) if openings else wholes
        if len(near) <= MOST_ALIKE or len(self.texts) <= ALL_PAIRS:
            return near
        return nlargest(MOST_ALIKE, near, key=lambda other: self._sketches[0].count_shared(number, other))

    def _is_same(self, one: int, other: int) -> bool:
        """Whether two items that are not known to tell one story do so; if so, that is known from now on."""
        alike = self.overlap(one, other, 0)
        if self._longer[one] or self._longer[other]:
            alike = max(alike, self.overlap(one, other, 1))
        if alike < LEAST_ALIKE or (
            alike < SAME_TEXT and self._are_only_alike is not None and self._are_only_alike(one, other)
        ):
            self._apart.add((one, other))
            return False
        self.known.join(one, other)
        self._joined[one] = self._joined[other] = 1
        return True

    def overlap(self, one: int, other: int, kind: int) -> float:
        """What share of the smaller text the other one holds: of the whole (kind 0), of its opening (1)."""
        smaller = min(self._sketches[kind].sizes[one], self._sketches[kind].sizes[other])
        if smaller < LEAST_SHINGLES:
            return 0.0
        shared = self._share(one, other, kind)
        return shared / smaller if shared >= LEAST_SHARED else 0.0


def _find_candidates(texts: Sequence[Texts]) -> Iterator[list[int]]:
    """Items that may tell one story, in order: all of them where they are few, else those that share a band."""
    if len(texts) <= ALL_PAIRS:
        yield list(range(len(texts)))
        return
    rows = {packed: None for pair in texts for packed in pair if _count(packed) >= LEAST_SHINGLES}
    places = {packed: row for row, packed in enumerate(rows)}  # of a text that comes twice, or is its own opening, one
    table = sign_texts(list(rows))
    longer = [whole is not opening for whole, opening in texts]
    for kind in range(1 + any(longer)):
        numbers = [number for number, pair in enumerate(texts) if pair[kind] in places]
        for band in _find_bands(numbers, table[[places[texts[number][kind]] for number in numbers]]):
            # items of which none is longer than its opening have shared the band of their wholes already
            if kind == 0 or any(longer[number] for number in band):
                yield band


def _find_bands(numbers: Sequence[int], table: Any) -> Iterator[list[int]]:
    """Items that share a band of their MinHash signatures; one band at a time, so that memory holds no index of all.

    Args:
        numbers: of the items.
        table: their signatures, a row for each.
    """
    for place in range(0, PERMUTATIONS, ROWS):
        # one number for the values of a band: two bands that fall together by chance are compared in vain
        band = sum(table[:, place + row] * _MIXING**row for row in range(1, ROWS)) + table[:, place]
        yield from _find_equal(numbers, band)


def _find_equal(numbers: Sequence[int], band: Any) -> list[list[int]]:
    """Items with the same number, in order; those that share theirs with none are left out."""
    order = band.argsort()
    ranked = band[order]
    alike = (ranked[1:] == ranked[:-1]).nonzero()[0].tolist()  # places in ``order`` of each that equals the next one
    places = order.tolist() if alike else []
    groups: list[list[int]] = []
    last = -1
    for place in alike:
        if place != last:
            groups.append([numbers[places[place]]])
        groups[-1].append(numbers[places[place + 1]])
        last = place + 1
    return sorted(map(sorted, groups))
