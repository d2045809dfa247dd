"""How fast the figure check is, and how its time grows with the text: ``python -m evals.bench.figures``.

Speed is pairs per second on one core, beside a checker that only compares digits, in the same run, because a bare
number says more of the machine than of the program. Growth is the time for a source of 64 kB, 256 kB and 1 MB against
an English text of the same length: four times the text may take about four times as long, not sixteen times.
"""

import time
from collections.abc import Callable, Sequence
from functools import partial

from assistant.figures import compare
from evals.answers import Pair, ask_product
from evals.cases import load_pairs, load_slips
from evals.measures import right_pair
from evals.paragraphs import join_pairs
from evals.rivals import digits_only

ROUNDS = 3
"""The best of so many counts, as the machine is shared."""
SIZES = {"64 kB": 64 * 1024, "256 kB": 256 * 1024, "1 MB": 1024 * 1024}
"""Of the source in bytes of UTF-8, and of the English."""


def pairs_per_second(check: Callable[[Pair], object], pairs: Sequence[Pair]) -> float:
    """The best of some rounds over all pairs, after one that warms up."""
    for pair in pairs:
        check(pair)
    return len(pairs) / min(_seconds(lambda: [check(p) for p in pairs]) for _ in range(ROUNDS))


def make_long_pair(size: int) -> tuple[str, str]:
    """A source and its English of about ``size`` bytes each, our clean translations one after the other."""
    pairs = [p for p in load_pairs() if p.mode == "translation" and p.day is None and p.language == "zh-Hant"]
    return _fill([p.source for p in pairs], size), _fill([p.english + " " for p in pairs], size)


def growth() -> dict[str, float]:
    """Seconds by size of the texts."""
    seconds = {}
    for name, size in SIZES.items():
        source, english = make_long_pair(size)
        seconds[name] = min(_seconds(partial(compare, source, english)) for _ in range(2))
    return seconds


def _fill(sentences: Sequence[str], size: int) -> str:
    block = "".join(sentences)
    return (block * (size // len(block.encode()) + 1)).encode()[:size].decode(errors="ignore")


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    """Print both."""
    slips = load_slips()
    sentences: list[Pair] = [*load_pairs(), *slips, *map(right_pair, slips)]
    paragraphs: list[Pair] = [paragraph for paragraph, _ in join_pairs(load_pairs())]
    digits = digits_only()
    for name, pairs in (("sentences", sentences), ("paragraphs", paragraphs)):
        ours = pairs_per_second(ask_product, pairs)
        trivial = pairs_per_second(lambda p: digits({"source": p.source, "english": p.english}), pairs)
        length = sum(len(p.source) + len(p.english) for p in pairs) / len(pairs)
        print(f"{name}, {length:.0f} characters a pair: {ours:,.0f} pairs per second, one core")
        print(f"    digits only: {trivial:,.0f} pairs per second, {trivial / ours:.0f} times as fast")
    times = growth()
    before = 0.0
    for name, seconds in times.items():
        print(f"{name:>7} against {name:<7} {seconds:8.2f} s" + (f"   x {seconds / before:.1f}" if before else ""))
        before = seconds


if __name__ == "__main__":
    main()
