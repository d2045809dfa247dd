"""Where the items of one story give different figures for the same thing: both are shown, nobody is believed.

Two figures are taken for the same where what was counted is certain: the same word for casualties beside one single
number of people (``casualties``), or the same words around two figures of one unit (``mentions``). No conflict is what
rounding or "more than" leaves open, an earlier stage that is told as such, or a figure that the other item has as well.
The check would rather miss a conflict than report one that is none.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, combinations

from assistant.conflicts.casualties import SUBJECTS, Toll, read_tolls
from assistant.conflicts.mentions import Mention, are_comparable, differ, read_mentions, weigh_match
from assistant.figures import Figure
from assistant.figures.rendering import render
from assistant.records import Briefing, Conflict, Span, Version

__all__ = ["find_conflicts"]

ITEMS_AT_MOST = 24
"""Items of one story that are held against one another; the work grows with their square."""
MENTIONS_AT_MOST = 200


def find_conflicts(briefings: Sequence[Briefing], stories: Iterable[Sequence[int]]) -> tuple[Conflict, ...]:
    """The conflicts inside each story, in the order of their first items.

    Args:
        briefings: of a run or of a day.
        stories: the indices of those that tell one story each; a story told once has no conflict.
    """
    found = [
        conflict
        for story in stories
        if len(story) > 1
        for conflict in _compare(briefings, sorted(story)[:ITEMS_AT_MOST])
    ]
    return tuple(sorted(found, key=lambda conflict: [(v.item, v.span) for v in conflict.versions]))


def _compare(briefings: Sequence[Briefing], story: Sequence[int]) -> Iterator[Conflict]:
    tolls = {n: read_tolls(briefings[n].item) for n in story}
    mentions = {n: read_mentions(briefings[n].item)[:MENTIONS_AT_MOST] for n in story}
    used: set[tuple[int, Span]] = set()
    for subject in SUBJECTS:
        told = {n: found[subject] for n, found in tolls.items() if subject in found}
        used |= {(n, toll.span) for n, toll in told.items()}
        if any(_is_conflict((n, told[n]), (m, told[m]), mentions) for n, m in combinations(told, 2)):
            yield Conflict(subject, tuple(Version(n, f"{t.count:,}", t.words, t.span) for n, t in told.items()))
    yield from _merge(_pair_up(mentions, used), mentions)


def _is_conflict(one: tuple[int, Toll], other: tuple[int, Toll], mentions: dict[int, tuple[Mention, ...]]) -> bool:
    (n, first), (m, second) = one, other
    if not differ(first.figure, second.figure):
        return False
    return not (_tells_as_past(mentions[n], second.figure) or _tells_as_past(mentions[m], first.figure))


def _tells_as_past(mentions: Iterable[Mention], figure: Figure) -> bool:
    """Whether an item knows the other's number, as an earlier stage: 由2人增至5人."""
    return any(
        mention.is_past and are_comparable(mention.figure, figure) and not differ(mention.figure, figure)
        for mention in mentions
    )


Place = tuple[int, Span]


def _pair_up(mentions: dict[int, tuple[Mention, ...]], used: set[Place]) -> Iterator[tuple[Place, Place]]:
    """Figures of two items that tell the same thing differently: each is the best match of the other."""
    for n, m in combinations(mentions, 2):
        ours, theirs = _only(mentions[n], mentions[m]), _only(mentions[m], mentions[n])
        weights = {
            (a, b): weight
            for a in ours
            for b in theirs
            if (n, a.span) not in used and (m, b.span) not in used and are_comparable(a.figure, b.figure)
            if (weight := weigh_match(a, b)) and differ(a.figure, b.figure)
        }
        for (a, b), weight in weights.items():
            rivals = [w for pair, w in weights.items() if pair != (a, b) and (pair[0] is a or pair[1] is b)]
            if all(w < weight for w in rivals):
                yield (n, a.span), (m, b.span)


def _only(mentions: Iterable[Mention], others: Sequence[Mention]) -> list[Mention]:
    """Those that state how things are and whose value the other item does not have."""
    # first the one that says the very same, where there is one: items of one story mostly agree
    same = {_gist(other.figure): (other,) for other in others}
    return [
        mention
        for mention in mentions
        if mention.is_telling
        and not any(
            are_comparable(mention.figure, other.figure) and not differ(mention.figure, other.figure)
            for other in chain(same.get(_gist(mention.figure), ()), others)
        )
    ]


def _gist(figure: Figure) -> tuple[object, ...]:
    return figure.surface, figure.kind, figure.value


def _merge(pairs: Iterable[tuple[Place, Place]], mentions: dict[int, tuple[Mention, ...]]) -> Iterator[Conflict]:
    """One conflict for all that hang together: three items may give three figures."""
    groups: list[set[Place]] = []
    for pair in pairs:
        joined = [group for group in groups if group & set(pair)]
        groups = [group for group in groups if not group & set(pair)] + [set(pair).union(*joined)]
    by_place = {(n, mention.span): mention for n, found in mentions.items() for mention in found}
    for group in groups:
        told = [(n, by_place[n, span]) for n, span in sorted(group)]
        yield Conflict("", tuple(Version(n, render(m.figure), m.words, m.span) for n, m in told))
