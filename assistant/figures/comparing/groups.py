"""Figures that have left the others of their sentence: the Dow's 0.41 % beside the points and level of the S&P.

An order alone says little within one clause. Where each of two clauses has other figures, these tell which figures of
the source it is about; and if each holds one figure of the other's, the two have been exchanged.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from itertools import pairwise

from assistant.figures.comparing.alignment import Link
from assistant.figures.comparing.contraries import TIMES
from assistant.figures.comparing.passing import are_far_apart
from assistant.figures.comparing.source import Source
from assistant.figures.values import Figure, Kind
from assistant.patterns import compile_late

_BREAK = compile_late(r"(?<!\b[ap]\.m)[.!?]\s(?=[\"“]?[A-Z])|;\s|,\s(?:and|while|whereas|but)\s|\s(?:while|whereas)\s")
Group = list[int]
"""English figures of one clause, in order."""
Sort = tuple[str, str, str]
"""Kind and unit in English, and the source's scale where it measures."""


def find_strayed(
    source: Source, text: str, here: tuple[Figure, ...], links: dict[int, Link], order: list[int]
) -> dict[int, int]:
    """English figure -> the English figure of the next clause whose place it has taken, both ways round.

    ``order`` holds the linked figures in the order of the text.
    """
    places = [links[n].source for n in order]
    if len(order) < 4 or all(a < b for a, b in pairwise(places)):
        return {}
    told = Counter(figure.value for figure in source.figures)
    sure = [n for n in order if told[source.figures[links[n].source].value] == 1 and here[n].kind not in TIMES]
    breaks = [match.start() for match in _BREAK.finditer(text)]
    if not breaks:
        return {}
    groups: dict[int, Group] = defaultdict(list)
    for number in sure:
        groups[bisect_right(breaks, here[number].span.start)].append(number)
    strayed: dict[int, int] = {}
    for one, other in pairwise(groups.values()):
        if (pair := _find_pair(here, links, one, other)) is not None:
            strayed[pair[0]], strayed[pair[1]] = pair[1], pair[0]
    return strayed


def _find_pair(here: tuple[Figure, ...], links: dict[int, Link], one: Group, other: Group) -> tuple[int, int] | None:
    """The two that stand in each other's clause: of a sort that each clause has once."""
    if min(len(one), len(other)) < 2 or _is_before(links, one, other) or _is_before(links, other, one):
        return None
    mine, yours = (_by_sort(here, links, group) for group in (one, other))
    pairs = [(first, yours[sort]) for sort, first in mine.items() if sort in yours]
    pairs = [(a, b) for a, b in pairs if here[a].value != here[b].value and not are_far_apart(here[a], here[b])]
    # those that stand against the order of the source first
    for first, second in sorted(pairs, key=lambda pair: links[pair[0]].source < links[pair[1]].source):
        left, right = ([n for n in group if n not in (first, second)] for group in (one, other))
        is_later = links[first].source > links[second].source
        before, behind = ([*left, second], [*right, first]) if is_later else ([*right, first], [*left, second])
        if _is_before(links, before, behind):
            return first, second
    return None


def _is_before(links: dict[int, Link], one: Group, other: Group) -> bool:
    """Whether the source has all figures of one clause before all of the other."""
    return max(links[n].source for n in one) < min(links[n].source for n in other)


def _by_sort(here: tuple[Figure, ...], links: dict[int, Link], group: Group) -> dict[Sort, int]:
    """The figures of a clause of whose sort it has one."""
    sorts = {n: (here[n].kind.value, here[n].unit, _scale_of(links[n])) for n in group}
    count = Counter(sorts.values())
    return {sort: n for n, sort in sorts.items() if count[sort] == 1 and here[n].low is not None}


def _scale_of(link: Link) -> str:
    """The scale of a bare number, which only the source says: a magnitude is no intensity."""
    return link.source_reading.unit if link.source_reading.kind is Kind.MEASURE else ""
