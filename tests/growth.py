"""How the work on a text grows with the text, told so that a busy machine cannot spoil it.

A bound in seconds says more of the machine than of the program (seconds are measured by ``evals.bench.hostile``); here
only the growth is asserted. Noise can make one attempt look bad, a quadratic rule is bad in every one: four times the
text takes it sixteen times as long.
"""

import time
from collections.abc import Callable

TIMES = 4
MOST = 9
ATTEMPTS = 6
LEAST_S = 0.004
"""Processor seconds below which a run says nothing."""


def grows_linearly(work: Callable[[int], object], size: int) -> bool:
    """In one of some attempts, ``work(size)`` took at most ``MOST`` times the processor time of a quarter."""
    return any(_seconds(work, size) <= MOST * max(_seconds(work, size // TIMES), LEAST_S) for _ in range(ATTEMPTS))


def _seconds(work: Callable[[int], object], size: int) -> float:
    begun = time.process_time()
    work(size)
    return time.process_time() - begun
