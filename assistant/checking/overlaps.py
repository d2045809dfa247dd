"""Of what overlaps in a text the longest: a surname within a whole name is told with it."""

from bisect import bisect_left
from collections.abc import Iterable
from typing import TypeVar

from assistant.records import Span

Found = TypeVar("Found")


def keep_longest(found: Iterable[tuple[Span, Found]]) -> list[tuple[Span, Found]]:
    """What was found in a text, each with where it stands, from left to right; none overlaps another.

    Of two that overlap the longer is kept, of two as long the one to the left, of two at one place the first.
    """
    kept: list[tuple[Span, Found]] = []
    for span, what in sorted(found, key=lambda each: (each[0].start - each[0].end, each[0].start)):
        at = bisect_left(kept, span.start, key=lambda each: each[0].start)
        beside = kept[max(0, at - 1) : at + 1]
        if not any(span.overlaps(other) for other, _ in beside):
            kept.insert(at, (span, what))
    return kept
