"""Which figures of a story's items cannot both be right.

Two figures are taken for the same where what was counted is certain: the same word for casualties beside one single
number of people (``casualties``), or the same words around two figures of one unit (``mentions``). No conflict is what
rounding or "more than" leaves open, an earlier stage that is told as such, or a figure that the other item has as well.
The check would rather miss a conflict than report one that is none.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, islice

from assistant.conflicts.casualties import SUBJECTS, Toll, choose_certain, list_tolls
from assistant.conflicts.mentions import (
    Mention,
    are_comparable,
    differ,
    is_bound,
    is_qualified,
    name_measure,
    reach,
    read_mentions,
    weigh_match,
)
from assistant.conflicts.outcomes import Outcome, are_other_outcomes, read_outcomes
from assistant.conflicts.results import Result, are_other_scores, read_result
from assistant.figures import Figure, Kind
from assistant.figures.rendering import render
from assistant.folding import fold
from assistant.records import Briefing, Conflict, Span, Version

ITEMS_AT_MOST = 24
"""Items of one story that are held against one another; the work grows with their square."""
MENTIONS_AT_MOST = 200
VAGUELY = 2
"""Times by which a vague number may be too large or too small."""
NEWS_TOGETHER = 800
"""Figures of a story that are held against those of another item which does not have them: the first of each item."""


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
        for conflict in _compare(briefings, [n for n in sorted(story) if _was_read(briefings[n])][:ITEMS_AT_MOST])
    ]
    return tuple(sorted(found, key=lambda conflict: [(v.item, v.span) for v in conflict.versions]))


def _was_read(briefing: Briefing) -> bool:
    """Whether the figures of an item are known: those of one that holds too many are not, and stand in no conflict."""
    return briefing.failure is None or bool(briefing.figures)


def _compare(briefings: Sequence[Briefing], story: Sequence[int]) -> Iterator[Conflict]:
    tolls = {n: list_tolls(briefings[n].item) for n in story}
    certain = {n: choose_certain(found) for n, found in tolls.items()}
    mentions = {n: read_mentions(briefings[n].item)[:MENTIONS_AT_MOST] for n in story}
    used = {(n, toll.span) for n, found in tolls.items() for toll in found if toll.subject in certain[n]}
    for subject in SUBJECTS:
        told = {n: found[subject] for n, found in certain.items() if subject in found}
        if any(_is_conflict((n, told[n]), (m, told[m]), mentions) for n, m in combinations(told, 2)):
            yield Conflict(subject, tuple(Version(n, t.english, t.words, t.span) for n, t in told.items()))
    outcomes = {n: read_outcomes(briefings[n].item) for n in story}
    used |= {(n, outcome.span) for n, found in outcomes.items() for outcome in found.values()}
    yield from _compare_outcomes(outcomes)
    texts = {n: fold(briefings[n].item.text) for n in story}
    yield from _merge(_pair_up(mentions, used, texts), mentions)
    yield from _compare_results({n: read_result(briefings[n].item) for n in story})


def _compare_outcomes(outcomes: Mapping[int, Mapping[str, Outcome]]) -> Iterator[Conflict]:
    """One conflict for each thing of which two items tell another value."""
    for subject in dict.fromkeys(subject for found in outcomes.values() for subject in found):
        told = {n: found[subject] for n, found in outcomes.items() if subject in found}
        if any(are_other_outcomes(told[n], told[m]) for n, m in combinations(told, 2)):
            yield Conflict(subject, tuple(Version(n, o.english, o.words, o.span) for n, o in told.items()))


def _compare_results(results: Mapping[int, Result | None]) -> Iterator[Conflict]:
    """One conflict of all items that tell one match or one vote otherwise than another does."""
    told = {n: result for n, result in results.items() if result}
    apart = [pair for pair in combinations(told, 2) if are_other_scores(told[pair[0]], told[pair[1]])]
    if items := sorted({n for pair in apart for n in pair}):
        yield Conflict("", tuple(Version(n, told[n].english, told[n].words, told[n].span) for n in items))


def _is_conflict(one: tuple[int, Toll], other: tuple[int, Toll], mentions: dict[int, tuple[Mention, ...]]) -> bool:
    (n, first), (m, second) = one, other
    if not differ(first.figure, second.figure) or _may_be_vague(first, second):
        return False
    return not (_tells_as_past(mentions[n], second.figure) or _tells_as_past(mentions[m], first.figure))


def _may_be_vague(one: Toll, other: Toll) -> bool:
    """Whether a vague number is not further off than people are who speak of dozens: 數十人 for 14."""
    vague, exact = (one, other) if one.figure.kind is Kind.VAGUE else (other, one)
    if vague.figure.kind is not Kind.VAGUE:
        return False
    low, high = vague.figure.low or 0, vague.figure.high or 0
    return low / VAGUELY <= exact.count <= high * VAGUELY


def _tells_as_past(mentions: Iterable[Mention], figure: Figure) -> bool:
    """Whether an item knows the other's number, as an earlier stage: 由2人增至5人."""
    return any(
        mention.is_past and are_comparable(mention.figure, figure) and not differ(mention.figure, figure)
        for mention in mentions
    )


Place = tuple[int, Span]


def _pair_up(
    mentions: dict[int, tuple[Mention, ...]], used: set[Place], texts: Mapping[int, str]
) -> Iterator[tuple[Place, Place]]:
    """Figures of two items that tell the same thing differently: each is the best match of the other."""
    news, most = _News(mentions), NEWS_TOGETHER // max(1, len(mentions))
    for n, m in combinations(mentions, 2):
        ours = [mention for mention in news.of(n, beside=m) if (n, mention.span) not in used][:most]
        theirs = [mention for mention in news.of(m, beside=n) if (m, mention.span) not in used][:most]
        weights = {
            (a.span, b.span): weight
            for a in ours
            for b in theirs
            if are_comparable(a.figure, b.figure)
            if (weight := weigh_match(a, b)) and differ(a.figure, b.figure)
            if not is_qualified(a, b, texts=(texts[n], texts[m]))
        }
        rivals: dict[tuple[int, Span], list[tuple[int, object]]] = defaultdict(list)
        told = {(n, a.span): _value(a.figure) for a in ours} | {(m, b.span): _value(b.figure) for b in theirs}
        for (a, b), weight in weights.items():
            rivals[n, a].append((weight, told[m, b]))
            rivals[m, b].append((weight, told[n, a]))
        best = {place: _find_best(found) for place, found in rivals.items()}
        pairs: dict[object, tuple[Place, Place]] = {}
        for (a, b), weight in weights.items():
            if weight == best[n, a] == best[m, b]:
                pairs.setdefault((told[n, a], told[m, b]), ((n, a), (m, b)))  # headline and body say the same: once
        yield from pairs.values()


def _find_best(rivals: Sequence[tuple[int, object]]) -> int:
    """How well the one agrees that agrees best; 0 where others, with another value, agree as well."""
    most = max(each for each, _ in rivals)
    return most if len({value for each, value in rivals if each == most}) == 1 else 0


def _value(figure: Figure) -> object:
    return figure.kind, figure.value, figure.unit, figure.approximation


class _News:
    """What an item states of which another knows nothing.

    Items of one story mostly agree, so each two figures that are written differently are held together once in a story.
    """

    def __init__(self, mentions: Mapping[int, Sequence[Mention]]) -> None:
        figures = {_gist(mention.figure): mention.figure for found in mentions.values() for mention in found}
        number = {gist: place for place, gist in enumerate(figures)}
        self._said = {n: [(each, number[_gist(each.figure)]) for each in found] for n, found in mentions.items()}
        self._known = {n: {place for m, place in said if not is_bound(m.figure)} for n, said in self._said.items()}
        """Of each item; who says "5 or more" of something knows no figure that another gives."""
        self._same: list[set[int]] = [set() for _ in figures]
        """Figure -> those, itself included, that may have the same value."""
        for n, m in _pair_near(list(figures.values())):
            self._same[n].add(m)
            self._same[m].add(n)

    def of(self, n: int, *, beside: int) -> list[Mention]:
        """What item ``n`` states as how things are, and whose value the item ``beside`` does not have."""
        known = self._known[beside]
        return [each for each, place in self._said[n] if each.is_telling and known.isdisjoint(self._same[place])]


def _pair_near(figures: Sequence[Figure]) -> Iterator[tuple[int, int]]:
    """The places of each two figures, or one and itself, that may have the same value: only neighbours are compared."""
    groups: dict[str, list[tuple[Fraction | float, Fraction | float, int]]] = defaultdict(list)
    for place, figure in enumerate(figures):
        groups[name_measure(figure)].append((*reach(figure), place))
    for group in groups.values():
        group.sort()
        for at, (_, high, one) in enumerate(group):
            for low, _, other in islice(group, at, None):
                if low > high:
                    break
                if are_comparable(figures[one], figures[other]) and not differ(figures[one], figures[other]):
                    yield one, other


def _gist(figure: Figure) -> tuple[object, ...]:
    return figure.surface, figure.kind, figure.value, figure.unit, figure.approximation, figure.step


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
