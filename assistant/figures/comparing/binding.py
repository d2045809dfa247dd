"""Figures that are all there and stand in each other's place: 70 % and 90 % exchanged.

Each value agrees with a source figure, so only the order tells. Languages reorder clauses, so an inverted order alone
says little. It counts as an exchange only where putting the two back restores the order of everything around them, and
nothing else ties each figure to its own place: not its unit, not its currency, not "5 of the 9".
"""

import re
from fractions import Fraction
from itertools import pairwise

from assistant.figures.comparing.alignment import Link
from assistant.figures.comparing.contraries import find_contrary, is_part_of_fewer
from assistant.figures.comparing.counting import COUNTERS, NOUNS
from assistant.figures.comparing.groups import find_strayed
from assistant.figures.comparing.pairs import find_mislabelled, find_torn
from assistant.figures.comparing.places import keeps_place
from assistant.figures.comparing.roles import Roles, roles_in_english
from assistant.figures.comparing.scores import LOST, WON, find_lost_wins
from assistant.figures.comparing.source import Source
from assistant.figures.comparing.topics import Pair, compare_topics, topics_in_english, topics_in_source
from assistant.figures.values import Figure, Kind, Part, PartialDate
from assistant.patterns import compile_late

_PAIR, REACH = 2, 4
"""Linked figures ahead with which a figure is compared; exchanged figures stand close together."""
# Chinese names the whole first, English the part: 9件中有5件, "5 of 9"
_PART_OF = compile_late(
    r"\W*(?:[^\W\d]\w*\s){0,3}?(?:of|in|from|per|for|among|every)\s(?:(?!and\b|but\b|while\b)[^\W\d][\w’'-]*\s){0,3}\W*",
    re.IGNORECASE,
)
# English may name the later value first: "21.6 percent, compared with 20.4 percent"
_COMPARED = compile_late(
    r"\b(?:twice|double|triple|half|times|compared"
    r"|than|versus|vs|against|from|instead|rather|(?<=,\s)(?:up|down)|(?:up|down)(?!\s(?:by\s)?(?:[A-Z]{0,3}[$€£¥])?$)"
    r"|includ\w+|of which|of whom|short of|shy of"
    r"|above|below|ahead of|behind|under par|over par)\b|-for-|-under\b|-over\b",
    re.IGNORECASE,
)
# "12.7 million, 15,000 more than last year"; "57 were hurt, 11 of them badly"
_DELTA = compile_late(
    r"\s(?:\w+\s)?(?:more|less|fewer|higher|lower|above|below|short|(?:of|among)\s(?:them|whom|which|those))\b",
    re.IGNORECASE,
)
# "rose by 2,000 to 398,000": the step before the level, whatever the order of the source
_TO = compile_late(
    r"\s(?:(?:people|persons|units|points|cases|yuan|yen|percent|dollars|tons|tonnes|households|jobs|places|seats)\s)?(?:to|at)\s"
    r"(?:(?:a|an|about|around|some|nearly|almost|over|more than)\s){0,3}",
    re.IGNORECASE,
)
_STEP = compile_late(
    r"\b(?:by|rose|fell|grew|climbed|dropped|declined|increased|decreased|slipped|jumped|surged|gained|lost|added|up|down|shrank"
    r"|advanced|swelled|soared|plunged|inched\sup)\s(?:[a-z]+\s){0,2}(?:[A-Z]{0,3}[$€£¥])?$"
)
_AND_VERB = compile_late(r",\s(?:and|while)\s[a-z]+(?:s|ed)\s")
_INCLUDING = compile_late(
    r"\b(?:including|among\s(?:them|which)|of\swhich)\s(?:(?:over|about|some|more\sthan|nearly|around|almost|at\sleast)\s)?"
    r"(?:[A-Z]{0,3}[$€£¥])?$",
    re.IGNORECASE,
)
_BETWEEN = compile_late(r"\b(?:between|aged)\s$", re.IGNORECASE)
"""Between 19 and 87: told from the lower end, whatever the order of the source."""
_AGE, _HOUR = "岁", "点"
_AGED = compile_late(r"\bage[sd]?(?:\sof)?\s$", re.IGNORECASE)
_LABEL = "号"
"""The counter that makes a number a name, also where a list prints it once: 58、60號."""
_NAMING = frozenset("号號弄巷棟栋室")
"""What an address ends its numbers with."""
_OF_ALL = compile_late(r"\b(?:Of|Among|Out of) (?:the |its |their |these |all )?$")
# "No. 3, Lane 45": a number that names
_NUMBERED = compile_late(
    r"\b(?:No\.|Nos\.|(?:Route|Highway|Section|Lane|Line|Flight|Room|Floor|Gate|Unit|Article|Chapter|Level|Phase|Page|Table|Part))\s$"
)
# within one clause English orders what it says freely ("28,000 comments by 12,000 people"); only where it strings
# together does it keep the order of the source
_COORDINATED = compile_late(
    r"[,;:.!?–—()]\s|\b(?:and|(?<!added\s)(?<!given\s)(?<!paid\s)(?<!sent\s)(?<!sold\s)(?<!applied\s)to|while|but|whereas|or|plus|then)\b",
    re.IGNORECASE,
)
_WIDE = 48
_CROSSED = frozenset({Kind.ORDINAL, Kind.DURATION, Kind.COUNT})
_SHARES = frozenset({Kind.PERCENT, Kind.POINTS, Kind.BASIS_POINTS})
_UNLIKE = frozenset({Kind.COUNT, Kind.MONEY})
_RIGHT_BESIDE = frozenset({"shares", "priors"})
_STEP_ROLE = "by"
_KINDS = frozenset(
    {Kind.COUNT, Kind.MONEY, Kind.PERCENT, Kind.DURATION, Kind.MEASURE, Kind.POINTS, Kind.DATE, Kind.TIME, Kind.SCORE}
)


def find_exchanged(source: Source, text: str, here: tuple[Figure, ...], links: dict[int, Link]) -> dict[int, int]:
    """English figure -> the English figure whose place it has taken, both ways round."""
    there = source.figures
    order = [n for n in sorted(links) if not links[n].is_reused and not there[links[n].source].is_soft]
    if len(order) < _PAIR:
        return find_lost_wins(text, here, there, links)
    linked = {n: links[n] for n in order}
    exchanged = find_torn(source, text, here, linked) | find_lost_wins(text, here, there, links)
    exchanged |= find_mislabelled(source, text, here, linked) | find_strayed(source, text, here, links, order)
    sides = _Sides(source, text, here, links)
    for begin, first in enumerate(order):
        if (other := find_contrary(text, here, links, order, begin)) is not None:
            exchanged[first], exchanged[other] = other, first
        if begin + 1 < len(order) and _has_crossed_kinds(there, links, first, order[begin + 1]):
            exchanged[first], exchanged[order[begin + 1]] = order[begin + 1], first
        for end in range(begin + 1, min(begin + 1 + REACH, len(order))):
            second = order[end]
            if first in exchanged or second in exchanged or not _are_alike(links, first, second):
                continue
            is_wrong = is_part_of_fewer(text, here, links, first, second) or _is_turned_record(
                here, links, first, second
            )
            tie = "exchanged" if is_wrong else sides.tie(first, second)
            is_inverted = links[second].source < links[first].source
            tie = tie or (sides.topics(first, second) if is_inverted else "")
            if tie == "exchanged" or (
                not tie
                and is_inverted
                and links[first].reading.kind is not Kind.DATE
                and _could_pass(text, here, links, first, second)
                and _restores_order(order, links, begin, end)
                and not keeps_place(
                    source.folded, text, tuple((here[n], there[links[n].source]) for n in (first, second))
                )
            ):
                exchanged[first], exchanged[second] = second, first
    return exchanged


class _Sides:
    """What the words beside the figures of both texts say of them, found when it is first asked for."""

    def __init__(self, source: Source, text: str, here: tuple[Figure, ...], links: dict[int, Link]) -> None:
        self.source, self.text, self.here, self.links = source, text, here, links
        self._english: dict[int, Roles] = {}

    def _roles(self, number: int) -> Roles:
        if number not in self._english:
            self._english[number] = roles_in_english(self.text, self.here[number])
        return self._english[number]

    def tie(self, one: int, other: int) -> str:
        """``kept``, if one of two linked pairs is in its own place; ``exchanged``, if both are not; or nothing."""
        mine, yours = self.source.roles_of(self.links[one].source), self.source.roles_of(self.links[other].source)
        if mine == yours:
            return ""  # of two dead and dead, neither is told from the other
        groups = [group for group in mine.keys() | yours.keys() if mine.get(group) != yours.get(group)]
        first, second = self._roles(one), self._roles(other)
        is_share = self.links[one].reading.kind in _SHARES  # a step may be all that is told
        ties = {
            g: _tie(g, (first.get(g), second.get(g)), (mine.get(g), yours.get(g)), is_share=is_share) for g in groups
        }
        if ties.get("ends") == "exchanged":
            return "exchanged"  # from and to stand right at the number
        said = set(ties.values())
        return "kept" if "kept" in said else "exchanged" if "exchanged" in said else ""

    def topics(self, one: int, other: int) -> str:
        """The same, by what the clauses of both texts are about."""
        if (self.links[one].source_reading.unit == _AGE) is not (self.links[other].source_reading.unit == _AGE):
            return ""
        there = [topics_in_source(self.source.folded, self.source.figures[self.links[n].source]) for n in (one, other)]
        if not any(there):
            return ""
        here = [topics_in_english(self.text, self.here[n]) for n in (one, other)]
        return compare_topics(Pair(*here), Pair(*there))


def _tie(
    group: str, english: tuple[str | None, str | None], source: tuple[str | None, str | None], *, is_share: bool
) -> str:
    """The same, by the roles of one group: those of two English figures, and those of what they are linked to."""
    (first, second), (mine, yours) = english, source
    if first == second:
        return ""
    if (first and first == mine) or (second and second == yours):
        return "kept"
    if first and second:
        return "exchanged" if english == (yours, mine) else ""
    # "of stock at NT$1.5 billion a share", "down 140": said of one, and right beside the number
    is_beside = group in _RIGHT_BESIDE or (group == "ends" and _STEP_ROLE in english and not is_share)
    return "exchanged" if is_beside and english == (yours, mine) else ""


def _has_crossed_kinds(there: tuple[Figure, ...], links: dict[int, Link], first: int, second: int) -> bool:
    """The 15th raise in five years, for 15年來第5次: each number has the other's kind; 250戶 and NT$3,900 too."""
    kinds = links[first].reading.kind, links[second].reading.kind
    if {*kinds} == _UNLIKE:
        return (there[links[second].source].kind, there[links[first].source].kind) == kinds
    if kinds[0] is kinds[1] or not {*kinds} <= _CROSSED or Kind.DURATION not in kinds:
        return False
    sources = there[links[first].source].kind, there[links[second].source].kind
    if not {*sources} <= _CROSSED or sources[0] is sources[1]:
        return False
    return (kinds[0] is Kind.DURATION) is (sources[1] is Kind.DURATION) and kinds != sources


def _are_alike(links: dict[int, Link], first: int, second: int) -> bool:
    """Whether two figures are of one kind and unit, so that they could be taken for one another."""
    one, other = links[first].reading, links[second].reading
    if one.kind is not other.kind:
        if Kind.COUNT not in (one.kind, other.kind) or "" not in (one.unit, other.unit):
            return False
        one, other = links[first].source_reading, links[second].source_reading  # from four years to three
        if one.kind is not Kind.DURATION and one.unit != _AGE:
            return False
    if one.kind not in _KINDS or one.kind is not other.kind or one.unit != other.unit or one.value == other.value:
        return False
    if isinstance(one.value, PartialDate) or isinstance(other.value, PartialDate):
        return _are_years(one, other)
    # 6 2/3 innings, and two runs
    return one.kind is not Kind.COUNT or _is_in_thirds(one) is _is_in_thirds(other)


def _are_years(one: Figure, other: Figure) -> bool:
    """Whether both are years by themselves: only words tell whose they are, never their order."""
    return all(f.value == PartialDate(year=f.value.year) for f in (one, other) if isinstance(f.value, PartialDate))


def _is_turned_record(here: tuple[Figure, ...], links: dict[int, Link], first: int, second: int) -> bool:
    """15-22, for 22勝15敗: English tells wins first, as the source does."""
    is_range = here[first].part is Part.FROM and here[second].part is Part.TO and second == first + 1
    return is_range and links[first].source_reading.unit in LOST and links[second].source_reading.unit in WON


def _is_of_its_kind(english: Figure, source: Figure) -> bool:
    """Whether the noun behind an English number is what the counter of its source counts: people, for 人."""
    named = NOUNS.get(english.head)
    return named is not None and source.kind is Kind.COUNT and COUNTERS.get(source.unit[:1]) == named


def _is_in_thirds(figure: Figure) -> bool:
    return isinstance(figure.value, Fraction) and figure.value.denominator % 3 == 0


def _could_pass(text: str, here: tuple[Figure, ...], links: dict[int, Link], first: int, second: int) -> bool:
    """Whether two alike could stand in each other's place: not a part and its whole, a step and a level."""
    there, where = links[first].source_reading, links[second].source_reading
    if COUNTERS.get(there.unit[:1]) != COUNTERS.get(where.unit[:1]) and (
        _is_of_its_kind(here[first], there) or _is_of_its_kind(here[second], where)
    ):
        return False  # six states, 227 people: the noun tells whose number it is
    # 18分 and 108比101; 58號; "before seven", and three schools
    is_another = there.kind is not where.kind or (there.unit == _HOUR) != (where.unit == _HOUR)
    # 11 strikeouts, three hits, nine innings
    is_another = is_another or (there.unit != where.unit and _is_told_backwards(links, first, second))
    if is_another or _LABEL in (there.unit, where.unit) or _NAMING & {there.surface[-1], where.surface[-1]}:
        return False
    if _is_in_place(text, here, ((first, there), (second, where))):
        return False
    is_inserted = _AND_VERB.search(text, here[first].span.end, here[second].span.start) is not None
    if is_inserted and _INCLUDING.search(text, max(0, here[first].span.start - _WIDE), here[first].span.start):
        return False  # 43 million, including 300,000 rare ones, and a million more a year
    start, end = here[first].span.end, here[second].span.start
    if not _COORDINATED.search(text, start, end) and (there.unit == _AGE) is (where.unit == _AGE):
        return False
    is_apart = not _PART_OF.fullmatch(text, start, end) and not _COMPARED.search(text, start, end)
    is_apart = is_apart and not (
        _TO.fullmatch(text, start, end)
        and _STEP.search(text, max(0, here[first].span.start - _WIDE), here[first].span.start)
    )
    is_between = _BETWEEN.search(text, max(0, here[first].span.start - 12), here[first].span.start)
    is_apart = is_apart and not _is_of_all(text, here[first], here[second])
    return is_apart and not is_between and not _DELTA.match(text, here[second].span.end)


def _is_told_backwards(links: dict[int, Link], first: int, second: int) -> bool:
    """Whether what lies between two figures that could be exchanged stands in reverse order too."""
    between = [links[n].source for n in range(first, second + 1) if n in links]
    return len(between) > _PAIR and all(a > b for a, b in pairwise(between))


def _is_in_place(text: str, here: tuple[Figure, ...], pairs: tuple[tuple[int, Figure], ...]) -> bool:
    """Whether the words before one of two English figures tie it to its source: "people aged 60", "No. 3"."""
    ages = [n for n, source in pairs if source.unit == _AGE]
    if len(ages) == 1 and _AGED.search(text, max(0, here[ages[0]].span.start - 12), here[ages[0]].span.start):
        return True
    return any(_NUMBERED.search(text, max(0, here[n].span.start - 10), here[n].span.start) for n, _ in pairs)


def _is_of_all(text: str, whole: Figure, part: Figure) -> bool:
    """Of the 43 members, 13 are women: English names the whole first, whatever the order of the source."""
    is_larger = whole.low is not None and part.low is not None and whole.low >= part.low
    return is_larger and bool(_OF_ALL.search(text, max(0, whole.span.start - 12), whole.span.start))


def _restores_order(order: list[int], links: dict[int, Link], begin: int, end: int) -> bool:
    """Whether all figures around would be in order if those at the two places stood in each other's."""
    around = order[max(0, begin - 2) : end + 3]
    swapped = {order[begin]: links[order[end]].source, order[end]: links[order[begin]].source}
    places = [swapped.get(n, links[n].source) for n in around]
    return all(a <= b for a, b in pairwise(places))
