"""Figures that are all there and stand in each other's place: 70 % and 90 % exchanged.

Each value agrees with a source figure, so only the order tells. Languages reorder clauses, so an inverted order alone
says little. It counts as an exchange only where putting the two back restores the order of everything around them, and
nothing else ties each figure to its own place: not its unit, not its currency, not "5 of the 9".
"""

from itertools import pairwise

from assistant.figures.comparing.alignment import Link
from assistant.figures.comparing.contraries import TIMES, find_contrary
from assistant.figures.comparing.crossing import has_crossed_kinds
from assistant.figures.comparing.groups import find_strayed
from assistant.figures.comparing.pairs import find_mislabelled, find_torn
from assistant.figures.comparing.passing import (
    PAIR,
    are_alike,
    is_lower_end,
)
from assistant.figures.comparing.roles import EnglishRoles
from assistant.figures.comparing.scores import find_lost_votes, find_lost_wins
from assistant.figures.comparing.sides import Sides
from assistant.figures.comparing.source import Source
from assistant.figures.values import Figure, Kind

REACH = 4
"""Linked figures ahead with which a figure is compared; exchanged figures stand close together."""
_AMOUNTS = frozenset({Kind.PERCENT, Kind.POINTS, Kind.MONEY})


def find_exchanged(
    source: Source, text: str, here: tuple[Figure, ...], links: dict[int, Link], roles: EnglishRoles
) -> dict[int, int]:
    """English figure -> the English figure whose place it has taken, both ways round."""
    there = source.figures
    order = [n for n in sorted(links) if not links[n].is_reused and not links[n].source_reading.is_soft]
    lost = find_lost_wins(text, here, there, links) | find_lost_votes(text, here, there, links)
    if len(order) < PAIR:
        return lost
    linked = {n: links[n] for n in order}
    exchanged = find_torn(source, text, here, linked) | lost
    exchanged |= find_mislabelled(source, text, here, linked) | find_strayed(source, text, here, links, order)
    sides = Sides(source, text, here, links, roles)
    for begin, first in enumerate(order):
        if (other := find_contrary(text, here, links, order, begin)) is not None:
            exchanged[first], exchanged[other] = other, first
        if begin + 1 < len(order) and has_crossed_kinds(there, links, first, order[begin + 1]):
            exchanged[first], exchanged[order[begin + 1]] = order[begin + 1], first
        for end in range(begin + 1, min(begin + 1 + REACH, len(order))):
            second = order[end]
            if first in exchanged or second in exchanged or not are_alike(links, first, second):
                continue
            is_inverted = links[second].source < links[first].source and not is_lower_end(text, here[first])
            tie = sides.told(first, second, is_inverted=is_inverted)
            if tie == "exchanged" or (
                not tie
                and is_inverted
                and _restores_order(order, links, begin, end)
                and sides.could_pass(first, second)
            ):
                exchanged[first], exchanged[second] = second, first
    return {one: other for one, other in exchanged.items() if here[one].value != here[other].value}


def _restores_order(order: list[int], links: dict[int, Link], begin: int, end: int) -> bool:
    """Whether all figures around would be in order if those at the two places stood in each other's.

    One time does not count around amounts and shares, "in the third quarter" comes anywhere in an English sentence; of
    two each may have its own amount. Three of a kind tell their order by themselves.
    """
    around = order[max(0, begin - 2) : end + 3]
    kind = links[order[begin]].reading.kind
    if kind in _AMOUNTS and sum(links[n].reading.kind in TIMES for n in around) < PAIR:
        same = [n for n in around if links[n].reading.kind is kind]
        around = same if len(same) > PAIR else [n for n in around if links[n].reading.kind not in TIMES]
    swapped = {order[begin]: links[order[end]].source, order[end]: links[order[begin]].source}
    places = [swapped.get(n, links[n].source) for n in around]
    return all(a <= b for a, b in pairwise(places))
