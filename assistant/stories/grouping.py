"""Which items tell the same story: near-duplicates by their words, then items that tell the same event in other words.

Those share names and figures that few others have, or tell the same thing of one event (``events``), or what befell one
place (``happenings``). Rather too little is joined than too much: two stories taken for one mislead.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache, lru_cache
from itertools import chain, combinations, pairwise

from assistant.records import Briefing, Item
from assistant.stories.disjoint import DisjointSets
from assistant.stories.duplicates import Texts, group_duplicates, measure_overlap, read_texts
from assistant.stories.events import Opening, are_only_alike, tell_one_event, tell_one_happening
from assistant.stories.happenings import find_kinds
from assistant.stories.naming import list_names

SHARED_NAMES = 2
SHARED_FIGURES = 2
ALIKE = 0.15
"""Share of the smaller text that two items have in common where one figure is enough: of 39,000 pairs of items that we
read, which tell different stories, two have so much in common at all."""
COMMON = 8
"""What more items than these have tells no event."""
SAME_PLACE = 60
"""So many items of one kind of event at one place are held against one another."""
DAYS_APART = timedelta(days=1)
LEAST_DIGITS = 2
"""A figure with fewer digits (3 people) is in many stories."""
OPENINGS_HELD = 20_000
"""So many are held at one time, 4 KB each: to read one again takes a thousand times as long as to compare it."""
Openings = Callable[[int], Opening]
"""What an item tells first, read when it is first asked for."""
TIMELESS = ("money", "percent", "points", "count", "measure", "fraction", "score", "multiple")
"""Kinds of figures that tell an event; dates are shared by all news of a day."""


def group_items(briefings: Sequence[Briefing], *, days_apart: timedelta = DAYS_APART) -> list[tuple[int, ...]]:
    """Indices of ``briefings`` in groups that tell the same story; every index in exactly one, in order.

    Args:
        briefings: of one day, as a rule.
        days_apart: items of one event, in other words, were published no further apart.
    """
    opening = _read_openings(briefings)
    near = group_duplicates(
        [briefing.item for briefing in briefings], lambda one, other: are_only_alike(opening(one), opening(other))
    )
    stories = DisjointSets(len(briefings))
    for pair in chain(*map(pairwise, near), _find_events(briefings, opening, days_apart)):
        stories.join(*pair)
    return stories.list()


def _read_openings(briefings: Sequence[Briefing]) -> Openings:
    @lru_cache(maxsize=OPENINGS_HELD)
    def read(number: int) -> Opening:
        return Opening(briefings[number])

    return read


def _find_events(briefings: Sequence[Briefing], opening: Openings, days_apart: timedelta) -> Iterator[tuple[int, int]]:
    """Pairs of items of one event, published at the same time."""
    names = _keep_rare([_read_names(briefing) for briefing in briefings])
    yield from _find_by_figures(briefings, names, days_apart)
    for one, other in sorted(_pair_holders(names)):
        if _are_near(briefings[one], briefings[other], days_apart) and tell_one_event(
            opening(one), opening(other), shared_names=SHARED_NAMES
        ):
            yield one, other
    yield from _find_by_places(briefings, opening, days_apart)


def _find_by_places(
    briefings: Sequence[Briefing], opening: Openings, days_apart: timedelta
) -> Iterator[tuple[int, int]]:
    """Pairs that tell of one kind of event at one place."""
    told = [n for n, briefing in enumerate(briefings) if find_kinds(briefing.item.read(briefing.item.headline))]
    held = [
        frozenset(f"{kind} {place}" for kind in opening(n).kinds for place in opening(n).cities | opening(n).places)
        for n in told
    ]
    for one, other in sorted(_pair_holders(_keep_rare(held, SAME_PLACE))):
        first, second = told[one], told[other]
        if _are_near(briefings[first], briefings[second], days_apart) and tell_one_happening(
            opening(first), opening(second)
        ):
            yield first, second


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
    names = list_names(briefing, briefing.item.sentences)
    return frozenset(name for name, _ in names if name in briefing.item.text)


def _read_figures(briefing: Briefing) -> frozenset[str]:
    return frozenset(
        figure.english
        for figure in briefing.figures
        if figure.kind in TIMELESS and sum(c.isdigit() for c in figure.english) >= LEAST_DIGITS
    )


def _keep_rare(found: list[frozenset[str]], most: int = COMMON) -> list[frozenset[str]]:
    counted = Counter(entry for entries in found for entry in entries)
    return [frozenset(entry for entry in entries if counted[entry] <= most) for entries in found]


def _are_near(one: Briefing, other: Briefing, days_apart: timedelta) -> bool:
    days = _find_day(one.item), _find_day(other.item)
    return days[0] is not None and days[1] is not None and abs(days[0] - days[1]) <= days_apart


def _find_day(item: Item) -> date | None:
    """When it was published, or else captured: the article of a page often bears no time, and is of its day."""
    return item.likely_day or item.clock.page_day
