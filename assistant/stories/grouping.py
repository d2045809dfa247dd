"""Which items tell the same story: near-duplicates by their words, then items that tell the same event in other words.

Those share names and figures that few others have, or tell the same thing of one event (``events``). Rather too little
is joined than too much: two stories taken for one mislead.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import combinations

from assistant.records import Briefing, Item
from assistant.stories.duplicates import Texts, group_duplicates, measure_overlap, read_texts
from assistant.stories.events import Opening, tell_one_event

SHARED_NAMES = 2
SHARED_FIGURES = 2
ALIKE = 0.15
"""Share of the smaller text that two items have in common where one figure is enough: of 39,000 pairs of items that we
read, which tell different stories, two have so much in common at all."""
COMMON = 8
"""What more items than these have tells no event."""
DAYS_APART = timedelta(days=1)
LEAST_DIGITS = 2
"""A figure with fewer digits (3 people) is in many stories."""
TIMELESS = ("money", "percent", "points", "count", "measure", "fraction", "score", "multiple")
"""Kinds of figures that tell an event; dates are shared by all news of a day."""


def group_items(briefings: Sequence[Briefing], *, days_apart: timedelta = DAYS_APART) -> list[list[int]]:
    """Indices of ``briefings`` in groups that tell the same story; every index in exactly one, in order.

    Args:
        briefings: of one day, as a rule.
        days_apart: items of one event, in other words, were published no further apart.
    """
    near = group_duplicates([briefing.item for briefing in briefings])
    group_of = {n: members[0] for members in near for n in members}
    for one, other in _find_events(briefings, days_apart):
        first, second = sorted((group_of[one], group_of[other]))
        if first != second:
            group_of = {n: first if group == second else group for n, group in group_of.items()}
    groups: dict[int, list[int]] = defaultdict(list)
    for n in range(len(briefings)):
        groups[group_of[n]].append(n)
    return [groups[first] for first in sorted(groups)]


def _find_events(briefings: Sequence[Briefing], days_apart: timedelta) -> Iterator[tuple[int, int]]:
    """Pairs of items of one event, published at the same time."""
    names = _keep_rare([_read_names(briefing) for briefing in briefings])
    yield from _find_by_figures(briefings, names, days_apart)
    yield from _find_by_subjects(briefings, names, days_apart)


def _find_by_subjects(
    briefings: Sequence[Briefing], names: Sequence[frozenset[str]], days_apart: timedelta
) -> Iterator[tuple[int, int]]:
    """Pairs that tell the same thing of one whom few others name."""

    @cache
    def opening(number: int) -> Opening:
        return Opening(briefings[number])

    for one, other in sorted(_pair_holders(names)):
        if _are_near(briefings[one], briefings[other], days_apart) and tell_one_event(
            opening(one), opening(other), shared_names=SHARED_NAMES
        ):
            yield one, other


def _pair_holders(found: Sequence[frozenset[str]]) -> Counter[tuple[int, int]]:
    """Each two that have an entry in common, with how many."""
    holders: dict[str, list[int]] = defaultdict(list)
    for n, entries in enumerate(found):
        for entry in sorted(entries):
            holders[entry].append(n)
    return Counter(pair for members in holders.values() for pair in combinations(members, 2))


def _find_by_figures(
    briefings: Sequence[Briefing], names: Sequence[frozenset[str]], days_apart: timedelta
) -> Iterator[tuple[int, int]]:
    """Pairs that share names and figures which few others have."""
    figures = _keep_rare([_read_figures(briefing) for briefing in briefings])

    @cache
    def text(number: int) -> Texts:
        return read_texts(briefings[number].item)

    for (one, other), count in sorted(_pair_holders(figures).items()):
        if len(names[one] & names[other]) < SHARED_NAMES or not _are_near(briefings[one], briefings[other], days_apart):
            continue
        if count >= SHARED_FIGURES or measure_overlap(text(one), text(other)) >= ALIKE:
            yield one, other


def _read_names(briefing: Briefing) -> frozenset[str]:
    if briefing.draft is None:
        return frozenset()
    originals = (name.original.strip() for name in briefing.draft.names)
    return frozenset(name for name in originals if len(name) > 1 and name in briefing.item.text)


def _read_figures(briefing: Briefing) -> frozenset[str]:
    return frozenset(
        figure.english
        for figure in briefing.figures
        if figure.kind in TIMELESS and sum(c.isdigit() for c in figure.english) >= LEAST_DIGITS
    )


def _keep_rare(found: list[frozenset[str]]) -> list[frozenset[str]]:
    counted = Counter(entry for entries in found for entry in entries)
    return [frozenset(entry for entry in entries if counted[entry] <= COMMON) for entries in found]


def _are_near(one: Briefing, other: Briefing, days_apart: timedelta) -> bool:
    days = _find_day(one.item), _find_day(other.item)
    return days[0] is not None and days[1] is not None and abs(days[0] - days[1]) <= days_apart


def _find_day(item: Item) -> date | None:
    """When it was published, or else captured: the article of a page often bears no time, and is of its day."""
    return item.likely_day or item.clock.page_day
