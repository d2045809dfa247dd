"""The lines around what the rules are unsure of: what is asked about, and what a reply may cut anew."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from assistant.records import Item, ItemKind, Span
from assistant.segmenting.lifting import list_outer
from assistant.segmenting.lines import Line, Look

CONTEXT_ABOVE = 12
CONTEXT_BELOW = 8
"""So many lines around what is unsure are asked about as well, if the rules took them for no news."""


class Stretch(NamedTuple):
    """Lines ``[first, last)`` that are asked about, and what those at its beginning are unless the reply says more."""

    first: int
    last: int
    above: ItemKind | None


def place_items(lines: Sequence[Line], items: Sequence[Item]) -> list[tuple[Span, Item]]:
    """Each item that stands in no other one, with the numbers of its lines, half-open."""
    starts = {line.span.start: number for number, line in enumerate(lines)}
    return [(Span(starts[item.span.start], starts.get(item.span.end, len(lines))), item) for item in list_outer(items)]


def find_stretches(lines: Sequence[Line], items: Sequence[Item]) -> Iterator[Stretch]:
    """The lines of each run of unsure items, and some that are no news around it: the true headline may be there."""
    places = place_items(lines, items)
    bound = 0
    for unsure, run in groupby(enumerate(places), key=lambda entry: bool(entry[1][1].unsure)):
        own = list(run)
        if not unsure:
            continue
        (at, (begin, _)), (end_at, (end, _)) = own[0], own[-1]
        before = places[at - 1][1].kind if at and not places[at - 1][1].kind.is_news else None
        after = end_at + 1 < len(places) and not places[end_at + 1][1].kind.is_news
        low = max(bound, places[at - 1][0].start) if before else begin.start
        high = places[end_at + 1][0].end if after else end.end
        first = _step(lines, range(begin.start - 1, low - 1, -1), begin.start, CONTEXT_ABOVE)
        last = _step(lines, range(end.end, high), end.end - 1, CONTEXT_BELOW) + 1
        yield Stretch(first, last, before if first < begin.start else None)
        bound = last


def _step(lines: Sequence[Line], numbers: Iterable[int], start: int, most: int) -> int:
    """The last of the nearest lines that are not blank."""
    filled = [n for n in numbers if lines[n].look is not Look.BLANK][:most]
    return filled[-1] if filled else start
