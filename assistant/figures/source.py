"""Read the figures of a source text, whatever its language."""

from datetime import date
from functools import lru_cache

from assistant.figures.chinese import read_chinese
from assistant.figures.values import Figure

LONGEST_KEPT = 10_000
"""Characters. The figures of longer texts are not kept: they would take too much memory."""


def read_source(text: str, *, language: str = "zh-Hant", clock: date | None = None) -> tuple[Figure, ...]:
    """All figures of ``text`` in order; spans count its characters and do not overlap.

    Args:
        text: Chinese (Traditional or Simplified) or Japanese.
        language: BCP 47. The reader tells the scripts apart by itself; the tag is for languages yet to come.
        clock: the day on which the text was written; without it relative dates stay partial.
    """
    del language
    return _read_again(text, clock) if len(text) <= LONGEST_KEPT else read_chinese(text, clock=clock)


@lru_cache(maxsize=64)
def _read_again(text: str, clock: date | None) -> tuple[Figure, ...]:
    """What was read of a text before: every sentence of a summary is held against the same item."""
    return read_chinese(text, clock=clock)
