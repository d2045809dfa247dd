"""Read the figures of a source text, whatever its language."""

from datetime import date

from assistant.figures.chinese import read_chinese
from assistant.figures.values import Figure


def read_source(text: str, *, language: str = "zh-Hant", clock: date | None = None) -> tuple[Figure, ...]:
    """All figures of ``text`` in order; spans count its characters and do not overlap.

    Args:
        text: Chinese (Traditional or Simplified) or Japanese.
        language: BCP 47. The reader tells the scripts apart by itself; the tag is for languages yet to come.
        clock: the day on which the text was written; without it relative dates stay partial.
    """
    del language
    return read_chinese(text, clock=clock)
