"""The stories of some briefings as records: with a topic each, weighed, and put in reading order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from assistant.records import Briefing, Status, Story, Topic
from assistant.stories.grouping import group_items
from assistant.stories.topics import find_topic


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


def tell_stories(briefings: Sequence[Briefing]) -> tuple[Story, ...]:
    """The stories of ``briefings`` in reading order: by topic, teasers last; the indices are those of ``briefings``."""
    weighed = []
    for group in group_items(briefings):
        members = sorted(group, key=lambda n: _readability(briefings[n]))
        told = [briefings[n] for n in members]
        topic = find_topic(tuple(briefing.item for briefing in told))
        in_brief = all(_is_teaser(briefing) for briefing in told) and _count_outlets(told) < 2
        weighed.append((weigh(told), Story(tuple(members), topic, in_brief)))
    heaviest: dict[Topic, tuple[int, int, int]] = {}
    for weight, story in weighed:
        if not story.in_brief:
            heaviest[story.topic] = max(weight.order, heaviest.get(story.topic, (0, 0, 0)))
    topics = sorted(heaviest, key=lambda t: (t is Topic.OTHER, *(-part for part in heaviest[t]), list(Topic).index(t)))
    rank = {topic: n for n, topic in enumerate(topics)}
    weighed.sort(key=lambda w: (w[1].in_brief, 0 if w[1].in_brief else rank[w[1].topic], *(-p for p in w[0].order)))
    return tuple(story for _, story in weighed)


def list_stories(briefings: Sequence[Briefing]) -> tuple[Story, ...]:
    """The stories of ``briefings`` in the order of their first items: of a run, which leaves the order of its dumps."""
    return tuple(Story(group, find_topic(tuple(briefings[n].item for n in group))) for group in group_items(briefings))


def put_in_order(
    briefings: Sequence[Briefing], stories: Sequence[Story]
) -> tuple[tuple[Briefing, ...], tuple[Story, ...]]:
    """The briefings in the order in which the stories tell them, and the stories with the indices of that order."""
    order = [n for story in stories for n in story.items]
    place = {n: rank for rank, n in enumerate(order)}
    told = tuple(replace(story, items=tuple(place[n] for n in story.items)) for story in stories)
    return tuple(briefings[n] for n in order), told


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
    """Of outlets that no page names, each page is one."""
    return len({briefing.item.outlet_name.strip() or briefing.dump_sha256 for briefing in briefings})


def _is_teaser(briefing: Briefing) -> bool:
    return briefing.item.truncated


def _length(briefing: Briefing) -> int:
    return sum(len(s.text) for s in briefing.item.segments if s.role.is_text)
