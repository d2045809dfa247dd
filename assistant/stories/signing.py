"""MinHash signatures of many texts at once: datasketch's permutations, worked out for whole blocks of texts.

``datasketch.MinHash`` takes one text after the other: of 160 values each, six parts of seven of its time are calls.
"""

import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec
from itertools import accumulate
from types import ModuleType
from typing import Any

PERMUTATIONS = 96
"""Values of one signature."""
SCHEME = "affine64"
"""datasketch's permutations for hashes of 64 bits: shingles come as numbers of 63."""
BYTES_OF_VALUE = 8
SKETCH_BITS = 4_096
SHORT_BITS = 1_024
"""For texts that have fewer than ``SHORT`` shingles on average: half of the time goes into comparing the bits."""
SHORT = 50
BLOCK = 1 << 17
"""Characters, or bytes of packed ones, that are worked on together: what the processor keeps near."""
MOST_TOGETHER = 1_200_000
"""Shingles: those of the largest text that is read."""
_MIXING = 0xFF51_AFD7_ED55_8CCD
_SHIFT = 33
"""MurmurHash3's: shingles of one script differ in few of their bits."""


def pack_texts(texts: Sequence[str]) -> list[bytes]:
    """The shingles of each text: three characters as one number of 63 bits, each once and in order, packed."""
    import numpy  # noqa: PLC0415 (as datasketch: paid only where items are many)

    packed: list[bytes] = []
    for first, last in _find_blocks(texts):
        sizes = [len(text) for text in texts[first:last]]
        encoded = "".join(texts[first:last]).encode("utf-32-le", "replace")
        codes = numpy.frombuffer(encoded, dtype="<u4").astype(numpy.uint64)
        high, low = (numpy.uint64(bits) for bits in (42, 21))
        shingles = codes[:-2] << high | codes[1:-1] << low | codes[2:]  # what reaches over an edge is left out below
        for end, size in zip(accumulate(sizes), sizes, strict=True):
            shingles[end - size : max(0, end - 2)].sort()
        again = shingles[1:] == shingles[:-1]  # of an edge as well, where both are left out
        for end, size in zip(accumulate(sizes), sizes, strict=True):
            start, stop = end - size, max(0, end - 2)
            own = shingles[start:stop]
            if len(own) > 1 and (repeated := again[start : stop - 1]).any():
                own = own[numpy.concatenate(([True], ~repeated))]
            packed.append(own.tobytes())
    return packed


def drop_lone(texts: Sequence[bytes], least: int) -> Sequence[bytes]:
    """The texts, an empty one in the place of each that has fewer than ``least`` shingles that another one has.

    Of more than ``MOST_TOGETHER`` shingles none is dropped: to hold them side by side takes too much memory.

    Args:
        texts: their shingles, each once, packed.
        least: so many are shared by two texts that are alike.
    """
    import numpy  # noqa: PLC0415 (as above)

    if sum(map(len, texts)) > MOST_TOGETHER * BYTES_OF_VALUE:
        return texts
    ranked = numpy.sort(numpy.frombuffer(b"".join(texts), dtype=numpy.uint64))
    shared = numpy.append(ranked[1:][ranked[1:] == ranked[:-1]], ranked[-1:])  # the last one, so that each has a place
    kept: list[bytes] = []
    for first, last in _find_blocks(texts):
        values = numpy.frombuffer(b"".join(texts[first:last]), dtype=numpy.uint64)
        held = numpy.append(0, (shared[numpy.searchsorted(shared, values)] == values).cumsum())
        counts = numpy.diff(held[[0, *accumulate(len(text) // BYTES_OF_VALUE for text in texts[first:last])]])
        kept += [
            text if count >= least else b"" for text, count in zip(texts[first:last], counts.tolist(), strict=True)
        ]
    return kept


def sign_texts(texts: Sequence[bytes]) -> Any:
    """A table with the signature of each text, a row for each.

    Args:
        texts: numbers of 64 bits, packed; none of them empty.
    """
    minhash = import_minhash()
    import numpy  # noqa: PLC0415 (datasketch has imported it)

    factors, summands = minhash(num_perm=PERMUTATIONS, scheme=SCHEME).permutations
    table = numpy.empty((len(texts), PERMUTATIONS), dtype=numpy.uint64)
    for first, last in _find_blocks(texts):
        values = numpy.frombuffer(b"".join(texts[first:last]), dtype=numpy.uint64)
        values = (values ^ (values >> numpy.uint64(_SHIFT))) * numpy.uint64(_MIXING)
        values ^= values >> numpy.uint64(_SHIFT)
        starts = [0, *accumulate(len(text) // BYTES_OF_VALUE for text in texts[first : last - 1])]
        permuted = numpy.empty_like(values)
        for place in range(PERMUTATIONS):
            numpy.multiply(values, factors[place], out=permuted)
            permuted += summands[place]
            table[first:last, place] = numpy.minimum.reduceat(permuted, starts)
    return table


def count_shared(one: bytes, other: bytes) -> int:
    """How many shingles two texts share; a long one takes ten times as long to make a set of."""
    import numpy  # noqa: PLC0415 (as above)

    both = numpy.concatenate([numpy.frombuffer(text, dtype=numpy.uint64) for text in (one, other)])
    both.sort(kind="stable")  # two runs that are in order are merged
    return int(numpy.count_nonzero(both[1:] == both[:-1]))


def sketch_texts(texts: Sequence[bytes]) -> list[int]:
    """A bit for each shingle of a text, of so many as suit these texts, as one number; two shingles may fall on one."""
    import numpy  # noqa: PLC0415 (as above)

    told = [text for text in texts if text]
    width = SHORT_BITS if sum(map(len, told)) < SHORT * BYTES_OF_VALUE * len(told) else SKETCH_BITS
    sketches: list[int] = []
    for first, last in _find_blocks(told):
        rows = numpy.repeat(range(last - first), [len(text) // BYTES_OF_VALUE for text in told[first:last]])
        values = numpy.frombuffer(b"".join(told[first:last]), dtype=numpy.uint64) * numpy.uint64(_MIXING)
        bits = numpy.zeros((last - first, width), dtype=bool)
        bits[rows, values >> numpy.uint64(64 - width.bit_length() + 1)] = True
        packed, size = numpy.packbits(bits).tobytes(), width // 8
        sketches += [int.from_bytes(packed[start : start + size], "big") for start in range(0, len(packed), size)]
    found = iter(sketches)
    return [next(found) if text else 0 for text in texts]


def _find_blocks(texts: Sequence[str] | Sequence[bytes]) -> Iterator[tuple[int, int]]:
    """Runs ``[first, last)`` of texts of about one block; a long text is one by itself."""
    first = size = 0
    for number, text in enumerate(texts):
        if number > first and size + len(text) > BLOCK:
            yield first, number
            first, size = number, 0
        size += len(text)
    if texts:
        yield first, len(texts)


def import_minhash() -> Any:
    """``datasketch.MinHash``, imported where items are many.

    The package imports all its modules at once, and with them scipy: 0.4 s and 40 MB for what is not used here. So its
    one module is imported alone; where the package is built in another way, the usual import does.
    """
    alone = None if "datasketch" in sys.modules else _import_alone("datasketch", "minhash")
    if alone:
        return alone.MinHash
    from datasketch import MinHash  # noqa: PLC0415 (brings numpy: paid only where items are many)

    return MinHash


def _import_alone(package: str, name: str) -> ModuleType | None:
    """A module of a package that is not imported itself, and is not afterwards; None where that cannot be done."""
    spec = find_spec(package)
    if spec is None or spec.submodule_search_locations is None:
        return None
    bare = sys.modules[package] = ModuleType(package)
    bare.__path__ = list(spec.submodule_search_locations)
    try:
        return import_module(f"{package}.{name}")
    except ImportError:
        return None
    finally:
        del sys.modules[package]
