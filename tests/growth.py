"""How the work on a text grows with the text, told so that a busy machine cannot spoil it.

A bound in seconds says more of the machine than of the program (seconds are measured by ``evals.bench.hostile``); here
only the growth is asserted. Noise can make one attempt look bad, a quadratic rule is bad in every one: four times the
text takes it sixteen times as long.
"""

import time
from collections.abc import Callable

TIMES = 4
MOST, MOST_OF_PAIRS = 10, 28
ATTEMPTS = 6
LEAST_S = 0.004
"""Processor seconds below which a run says nothing."""


def grows_linearly(work: Callable[[int], object], size: int) -> bool:
    """In one of some attempts, ``work(size)`` took at most ``MOST`` times the processor time of a quarter."""
    return _grows(work, size, MOST)


def grows_with_pairs(work: Callable[[int], object], size: int) -> bool:
    """The same of work that has to hold each against each: sixteen times, and not the 64 of threes."""
    return _grows(work, size, MOST_OF_PAIRS)


def _grows(work: Callable[[int], object], size: int, most: int) -> bool:
    return any(_seconds(work, size) <= most * max(_seconds(work, size // TIMES), LEAST_S) for _ in range(ATTEMPTS))


def _seconds(work: Callable[[int], object], size: int) -> float:
    begun = time.process_time()
    work(size)
    return time.process_time() - begun
