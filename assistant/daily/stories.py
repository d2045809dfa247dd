"""The stories of a day: items joined that tell the same, weighed, and put in reading order.

Near-duplicates are joined first, by their words; then items that tell the same event in other words, where they share
names and figures that few others have. Rather too little is joined than too much: two stories taken for one mislead.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations

from assistant import clustering
from assistant.daily.topics import find_topic
from assistant.records import Briefing, DayStory, Role, Status, Topic

SHARED_NAMES = 2
SHARED_FIGURES = 2
COMMON = 8
"""What more items than these have tells no event."""
DAYS_APART = timedelta(days=1)
LEAST_DIGITS = 2
"""A figure with fewer digits (3 people) is in many stories."""
TIMELESS = ("money", "percent", "points", "count", "measure", "fraction", "score", "multiple")
"""Kinds of figures that tell an event; dates are shared by all news of a day."""


@dataclass(frozen=True, slots=True)
class Weight:
    """What a story weighs: more outlets first, then more text, then more figures."""

    outlets: int
    whole: bool
    """Whether more than a teaser of it is known."""
    characters: int
    figures: int

    @property
    def order(self) -> tuple[int, int, int]:
        """For sorting, the heaviest last; a hundred characters more or less decide nothing."""
        return self.outlets if self.whole else 0, self.characters // 100, self.figures


def group_items(briefings: Sequence[Briefing]) -> list[list[int]]:
    """Indices of ``briefings`` in groups that tell the same story; every index in exactly one, in order."""
    near = clustering.group_items([briefing.item for briefing in briefings])
    group_of = {n: members[0] for members in near for n in members}
    for one, other in _find_events(briefings):
        first, second = sorted((group_of[one], group_of[other]))
        if first != second:
            group_of = {n: first if group == second else group for n, group in group_of.items()}
    groups: dict[int, list[int]] = defaultdict(list)
    for n in range(len(briefings)):
        groups[group_of[n]].append(n)
    return [groups[first] for first in sorted(groups)]


def tell_stories(briefings: Sequence[Briefing]) -> tuple[DayStory, ...]:
    """The stories of ``briefings`` in reading order: by topic, teasers last; the indices are those of ``briefings``."""
    weighed = []
    for group in group_items(briefings):
        members = sorted(group, key=lambda n: _readability(briefings[n]))
        told = [briefings[n] for n in members]
        topic = find_topic(tuple(briefing.item for briefing in told))
        in_brief = all(_is_teaser(briefing) for briefing in told) and _count_outlets(told) < 2
        weighed.append((weigh(told), DayStory(tuple(members), topic, in_brief)))
    heaviest: dict[Topic, tuple[int, int, int]] = {}
    for weight, story in weighed:
        if not story.in_brief:
            heaviest[story.topic] = max(weight.order, heaviest.get(story.topic, (0, 0, 0)))
    topics = sorted(heaviest, key=lambda t: (t is Topic.OTHER, *(-part for part in heaviest[t]), list(Topic).index(t)))
    rank = {topic: n for n, topic in enumerate(topics)}
    weighed.sort(key=lambda w: (w[1].in_brief, 0 if w[1].in_brief else rank[w[1].topic], *(-p for p in w[0].order)))
    return tuple(story for _, story in weighed)


def weigh(briefings: Iterable[Briefing]) -> Weight:
    """What a story told by these weighs."""
    told = list(briefings)
    return Weight(
        outlets=_count_outlets(told),
        whole=not all(_is_teaser(briefing) for briefing in told),
        characters=max(_length(briefing) for briefing in told),
        figures=max(len(briefing.figures) for briefing in told),
    )


def _readability(briefing: Briefing) -> tuple[bool, bool, int]:
    """For sorting the sources of a story: what can be read whole and in English first, then the longest."""
    return briefing.status is not Status.BRIEFED, _is_teaser(briefing), -_length(briefing)


def _count_outlets(briefings: Iterable[Briefing]) -> int:
    return len({briefing.item.read(briefing.item.outlet).strip() for briefing in briefings})


def _is_teaser(briefing: Briefing) -> bool:
    return briefing.item.truncated


def _length(briefing: Briefing) -> int:
    return sum(len(s.text) for s in briefing.item.segments if s.role is Role.SENTENCE)


# --------------------------------------------------------------------------------------------------- same event


def _find_events(briefings: Sequence[Briefing]) -> Iterator[tuple[int, int]]:
    """Pairs of items that share names and figures which few others have, and were published at the same time."""
    names = _keep_rare([_read_names(briefing) for briefing in briefings])
    figures = _keep_rare([_read_figures(briefing) for briefing in briefings])
    holders: dict[str, list[int]] = defaultdict(list)
    for n, found in enumerate(figures):
        for figure in sorted(found):
            holders[figure].append(n)
    shared = Counter(pair for members in holders.values() for pair in combinations(members, 2))
    for (one, other), count in sorted(shared.items()):
        if count < SHARED_FIGURES or len(names[one] & names[other]) < SHARED_NAMES:
            continue
        if _are_near(briefings[one], briefings[other]):
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


def _are_near(one: Briefing, other: Briefing) -> bool:
    days = one.item.day, other.item.day
    return days[0] is not None and days[1] is not None and abs(days[0] - days[1]) <= DAYS_APART
