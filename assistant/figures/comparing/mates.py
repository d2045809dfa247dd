"""What stands right beside two figures and tells them apart: the level of each share, and the way each moved.

Asked only of two alike figures that stand in another order than in the source, before the order is held against them.
"""

import re
from typing import NamedTuple

from assistant.figures.comparing.alignment import Link
from assistant.figures.comparing.direction import tell_direction
from assistant.figures.comparing.moves import FALL
from assistant.figures.comparing.source import Source
from assistant.figures.values import Figure
from assistant.patterns import compile_late


class _Language(NamedTuple):
    """How far the figures that belong together stand apart."""

    reach: int
    """Characters between them."""
    ends: re.Pattern[str]
    """What ends a sentence."""


_ENGLISH = _Language(40, compile_late(r"[.;:?!]\s"))
_SOURCE = _Language(16, compile_late("[。；：;:！？\n]"))
Numbers = tuple[int, int]
"""Two English figures."""


def keep_mates(source: Source, text: str, here: tuple[Figure, ...], links: dict[int, Link], numbers: Numbers) -> bool:
    """Whether each of two English figures stands beside what its source stands beside, of another kind than they are.

    Of "a 46.3% rise to 168.5 billion in one tax and 8.9% to 2.4 trillion in all" each share has its own level.
    """
    mates = set()
    for number in numbers:
        mate = _find_mate(text, here, number, _ENGLISH)
        if mate not in links:
            return False
        own = links[mate].source
        if _find_mate(source.folded, source.figures, links[number].source, _SOURCE) != own:
            return False
        mates.add(own)
    return len(mates) == len(numbers)


def move_rightly(source: Source, text: str, here: tuple[Figure, ...], links: dict[int, Link], numbers: Numbers) -> bool:
    """Whether one of two rose and the other fell, and English says so of each: up 5.2% here, down 0.7% there."""
    moves = [source.move_of(links[number].source).direction for number in numbers]
    if not all(moves) or moves[0] == moves[1]:
        return False
    for number, move in zip(numbers, moves, strict=True):
        is_up, is_down, _ = tell_direction(text, here[number])
        if is_up is is_down or is_down is not (move == FALL):
            return False
    return True


def _find_mate(text: str, figures: tuple[Figure, ...], index: int, language: _Language) -> int | None:
    """The nearest figure of another kind in the sentence, right before or behind; None where both are as near."""
    gaps: dict[int, int] = {}
    for other in (index - 1, index + 1):
        if not 0 <= other < len(figures) or figures[other].kind is figures[index].kind:
            continue
        first, second = sorted((figures[index].span, figures[other].span))
        gap = second.start - first.end
        if gap <= language.reach and not language.ends.search(text, first.end, second.start):
            gaps[other] = gap
    nearest = [other for other, gap in gaps.items() if gap == min(gaps.values())]
    return nearest[0] if len(nearest) == 1 else None
