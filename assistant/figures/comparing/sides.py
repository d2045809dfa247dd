"""What the words beside two figures of both texts say of them: is each in its own place, or in the other's?

By roles (imports, exports), names, months and weekdays, shares, what is told in turn, and topics; `binding` asks.
"""

from assistant.figures.comparing.alignment import Link
from assistant.figures.comparing.bounds import keeps_bound
from assistant.figures.comparing.crossing import are_of_one_another
from assistant.figures.comparing.mates import keep_mates, move_rightly
from assistant.figures.comparing.named import (
    Beside,
    before_in_english,
    behind_in_english,
    compare_names,
    list_names,
)
from assistant.figures.comparing.passing import (
    AGE,
    are_far_apart,
    could_pass,
    is_made_up,
    is_whole,
)
from assistant.figures.comparing.periods import period_in_english, period_in_source, with_elided
from assistant.figures.comparing.places import keeps_place
from assistant.figures.comparing.respective import is_in_turn, tie_in_turn
from assistant.figures.comparing.role_words import Roles
from assistant.figures.comparing.roles import EnglishRoles
from assistant.figures.comparing.scores import LOST, WON
from assistant.figures.comparing.source import Source
from assistant.figures.comparing.topics import Pair, compare_topics, share_topic, topics_in_english, topics_in_source
from assistant.figures.comparing.wholes import is_part_of_fewer, tie_by_share
from assistant.figures.values import Figure, Kind, Part
from assistant.kept import kept_property

_SHARES = frozenset({Kind.PERCENT, Kind.POINTS, Kind.BASIS_POINTS})
_RIGHT_BESIDE = frozenset({"shares", "priors", "pleas"})
_SHIFTING = frozenset({"ends", "moves", "period", "years", "recent", "shares", "venues", "lines", "parts", "sizes"})
_DOUBLES = frozenset(
    {"takings", "patients", "hypocentre", "opinions", "profits", "tallies", "origins", "gender", "vital", "per_share"}
)
"""Groups whose words have a role in another one too, and say nothing more than that."""
_LISTED = frozenset({",", "、", "，", "and", ", and", "及", "和"})
"""Between the sets of a match."""
_RATES = {"shares"}
_STEP_ROLE, _YEARS = "by", "years"
_TURNED = frozenset({
    (("to", "from"), (None, "to")), (("from", "to"), ("to", None)), (("to", "from"), ("from", None)),
    (("from", "to"), (None, "from")),
    (("from", "by"), ("to", "from")),
    (("by", "to"), (None, "by")), (("by", "to"), ("to", None)), (("to", "by"), ("by", None)),
    (("to", "by"), (None, "to")),
    ((None, "from"), ("from", "to")), ((None, "to"), ("to", "from")),
})  # fmt: skip
"""Ends of a move in English, and those of which the source names one: to 1.8億, from 去年同期4.6億."""
_TOLD_BY_WORDS = frozenset({Kind.DATE, Kind.ORDINAL})
"""Only words tell whose they are, never their order."""


class Sides:
    """What the words beside the figures of both texts say of them, found when it is first asked for."""

    def __init__(
        self, source: Source, text: str, here: tuple[Figure, ...], links: dict[int, Link], roles: EnglishRoles
    ) -> None:
        self.source, self.text, self.here, self.links, self._roles = source, text, here, links, roles
        self._beside: dict[int, tuple[str, str] | None] = {}

    def told(self, one: int, other: int, *, is_inverted: bool) -> str:
        """``kept``, ``exchanged`` or nothing, by all that the words say; of topics only where the order is inverted."""
        pair = (self.here, self.links, one, other)
        if is_inverted and self._are_of_one_list(one, other):
            return "exchanged"
        if tie := tie_by_share(self.text, self.here, one, other):
            return tie
        if is_part_of_fewer(self.text, *pair) or _is_turned_record(*pair) or are_of_one_another(*pair):
            tie = "exchanged"
        elif not (tie := self.in_turn(one, other)):
            if self._is_in_turn(one) is not self._is_in_turn(other):
                return ""  # 汽、柴油分别上调145元和140元: the word before the first number is not its own
            tie = self.tie(one, other, may_keep=is_inverted)
            # "Hou had 31 percent support, Ko 28": a role that one of them lacks tells little; 每坪 is told once
            if tie != "exchanged" or self._is_of_both(one, other):
                tie = self.names(one, other, may_keep=is_inverted or tie == "exchanged") or tie
        tie = tie or (self.topics(one, other) if is_inverted else "")
        return "kept" if tie == "exchanged" and self.is_sum(one, other) else tie

    def could_pass(self, one: int, other: int) -> bool:
        """Whether nothing but their order tells two figures apart, so that the order counts."""
        figures, links = self.source.figures, self.links
        mine, yours = links[one], links[other]
        pair = self.source, self.text, self.here, links, (one, other)
        return (
            mine.reading.kind not in _TOLD_BY_WORDS
            and mine.reading.unit == yours.reading.unit
            and not are_far_apart(mine.reading, yours.reading)
            and could_pass(self.text, self.here, links, one, other)
            and not is_whole(self.source, mine.source, yours.source)
            and not keeps_bound(
                self.source.folded, (self.here[one], self.here[other]), (figures[mine.source], figures[yours.source])
            )
            and not keep_mates(*pair)
            and not move_rightly(*pair)
            and not keeps_place(
                self.source.folded, self.text, tuple((self.here[n], figures[links[n].source]) for n in (one, other))
            )
        )

    def tie(self, one: int, other: int, *, may_keep: bool) -> str:
        """``kept``, if one of two linked pairs is in its own place; ``exchanged``, if both are not; or nothing.

        Where both texts have one order ``kept`` says nothing, and is not looked for.
        """
        mine, yours = self.source.roles_of(self.links[one].source), self.source.roles_of(self.links[other].source)
        groups = [] if mine == yours else [g for g in mine.keys() | yours.keys() if mine.get(g) != yours.get(g)]
        if not groups or (not may_keep and _tells_one(groups, mine, yours)):
            # of two dead and dead, neither is told from the other; what one alone is called can only keep its place
            is_exchanged = self._by_periods(one, other) == "exchanged"
            if not groups or not is_exchanged:
                return "exchanged" if is_exchanged else ""
        first, second = self._roles.of(one), self._roles.of(other)
        is_share = self.links[one].reading.kind in _SHARES  # a step may be all that is told
        ties = {
            g: _tie(g, (first.get(g), second.get(g)), (mine.get(g), yours.get(g)), is_share=is_share) for g in groups
        }
        if ties.get("ends") == "exchanged":  # from and to stand right at the number
            return "exchanged" if self._stand_once(one, other) else ""
        said = set(ties.values())
        is_hurt = "hurt" in (mine.get("victims"), yours.get("victims"))  # 輕傷 says hurt and slightly in one word
        doubles = _DOUBLES | {"gravity"} if is_hurt else _DOUBLES
        if [tie for group, tie in ties.items() if group not in doubles].count("turned") > 1 and "kept" not in {
            ties[group] for group in ties if group != _YEARS
        }:
            return "exchanged"  # "up 18 percent, 12.4 percent of them": each is told with the words of the other
        if "kept" in said and not self._is_told_for_sure(ties, groups, (first, second), (mine, yours)):
            return "kept"
        is_exchanged = "exchanged" in said or ("contrary" in said and self._are_of_one_kind(one, other))
        periods = self._by_periods(one, other)
        if is_exchanged and periods == "kept":
            return "kept"  # 9月進口增12%，10月增8%: what rose is said of the first alone
        return "exchanged" if is_exchanged or periods == "exchanged" else ""

    def _is_of_both(self, one: int, other: int) -> bool:
        """Whether the source says no more of two than for what each is: 台北每坪85萬元，新北52萬元."""
        mine, yours = (self.source.roles_of(self.links[n].source) for n in (one, other))
        return {*mine, *yours} == _RATES

    @staticmethod
    def _is_told_for_sure(
        ties: dict[str, str], groups: list[str], english: tuple[Roles, Roles], source: tuple[Roles, Roles]
    ) -> bool:
        """Whether both texts give both figures a role of a group that is exchanged, and no more than one what is kept.

        Of "five minor injuries and 23 serious ones" only the first is said to be of the injured.
        """
        whole = {g for g in groups if all(roles.get(g) for roles in (*english, *source))}
        return any(ties[g] == "exchanged" for g in whole) and not any(ties[g] == "kept" for g in whole)

    def _are_of_one_kind(self, one: int, other: int) -> bool:
        """Whether the source counts both, or numbers both: 第20案同意票434萬."""
        return self.source.figures[self.links[one].source].kind is self.source.figures[self.links[other].source].kind

    @kept_property
    def _have_dates(self) -> bool:
        """Whether both texts tell of two dates, so that figures can be told apart by them."""
        return all(sum(f.kind is Kind.DATE for f in figures) > 1 for figures in (self._dated, self.source.figures))

    @kept_property
    def _dated(self) -> tuple[Figure, ...]:
        return with_elided(self.here, {n: self.source.figures[link.source] for n, link in self.links.items()})

    def _by_periods(self, one: int, other: int) -> str:
        """The same as ``tie``, by the month, quarter or year of which each is told."""
        kinds = {self.links[n].source_reading.kind for n in (one, other)}
        if len(kinds) > 1 or Kind.DATE in kinds or not self._have_dates:
            return ""  # 95人, and an article that is the 10th of its act
        here = [period_in_english(self.text, self._dated, n) for n in (one, other)]
        links = [self.links.get(n) if n is not None else None for n in here]
        if links[0] is None or links[1] is None or links[0].source_reading.value == links[1].source_reading.value:
            return ""
        sources = [self.links[n].source for n in (one, other)]
        there = [period_in_source(self.source.folded, self.source.figures, n) for n in sources]
        told = [links[0].source, links[1].source]
        return "kept" if there == told else "exchanged" if there[::-1] == told else ""

    def _stand_once(self, *numbers: int) -> bool:
        """Whether the source has the values of these once: from 10,000 to 20,000, and from 20,000 to 30,000."""
        values = [self.links[number].source_reading.value for number in numbers]
        told = [figure.value for figure in self.source.figures]
        return all(told.count(value) < 2 for value in values)

    def _are_of_one_list(self, one: int, other: int) -> bool:
        """Whether they are sets of one match, one right behind the other in both texts: 21比18、21比15."""
        sources = sorted((self.links[one].source, self.links[other].source))
        if self.here[one].kind is not Kind.SCORE or other != one + 1 or sources[1] != sources[0] + 1:
            return False
        return all(
            text[figures[first].span.end : figures[first + 1].span.start].strip() in _LISTED
            for text, figures, first in (
                (self.text, self.here, one),
                (self.source.folded, self.source.figures, sources[0]),
            )
        )

    def is_sum(self, whole: int, part: int) -> bool:
        """Whether both texts tell the first as a sum of which the second is a part."""
        is_total = is_whole(self.source, self.links[whole].source, self.links[part].source)
        return is_total and is_made_up(self.text, self.here[whole], self.here[part])

    def _is_in_turn(self, number: int) -> bool:
        if not self.source.tells_in_turn:
            return False  # as in most texts
        return is_in_turn(self.source.folded, self.source.figures[self.links[number].source].span.start)

    def in_turn(self, one: int, other: int) -> str:
        """The same as ``tie``, where the source tells two numbers of two names in turn."""
        if not self.source.tells_in_turn:
            return ""
        figures, mine, yours = self.source.figures, self.links[one].source, self.links[other].source
        there = figures[mine], figures[yours]
        return tie_in_turn(self.source.folded, self.text, there, (self.here[one], self.here[other]))

    def names(self, one: int, other: int, *, may_keep: bool) -> str:
        """The same, by the names beside both in both texts; ``kept`` only where that would say anything."""
        source = self.source.before(self.links[one].source), self.source.before(self.links[other].source)
        if not may_keep and not all(source):
            return ""  # to be exchanged, both have to be named
        second = self._words_beside(other)
        first = self._words_beside(one) if second else None
        if second is None or not (first or may_keep):
            return ""
        return compare_names(Beside(first or ("", ""), second, source), may_keep=may_keep)

    def _words_beside(self, number: int) -> tuple[str, str] | None:
        """The English words before a figure and behind it, if a name is among them; looked for once a figure."""
        if number not in self._beside:
            words = before_in_english(self.text, self.here, number), behind_in_english(self.text, self.here, number)
            self._beside[number] = words if list_names(words[0]) or list_names(words[1]) else None
        return self._beside[number]

    def topics(self, one: int, other: int) -> str:
        """The same, by what the clauses of both texts are about."""
        if (self.links[one].source_reading.unit == AGE) is not (self.links[other].source_reading.unit == AGE):
            return ""
        there = [topics_in_source(self.source.folded, self.source.figures[self.links[n].source]) for n in (one, other)]
        if not any(there) or share_topic(self.text, self.here[one], self.here[other]):
            return ""
        here = [topics_in_english(self.text, self.here[n]) for n in (one, other)]
        return compare_topics(Pair(*here), Pair(*there))


def _tells_one(groups: list[str], mine: Roles, yours: Roles) -> bool:
    """Whether two figures differ in one role, which one of them has, and which is not told right beside a number."""
    is_only = len(groups) == 1 and groups[0] != "ends" and groups[0] not in _RIGHT_BESIDE
    return is_only and not (mine.get(groups[0]) and yours.get(groups[0]))


def _tie(
    group: str, english: tuple[str | None, str | None], source: tuple[str | None, str | None], *, is_share: bool
) -> str:
    """The same, by the roles of one group: those of two English figures, and those of what they are linked to."""
    (first, second), (mine, yours) = english, source
    if first == second:
        return ""
    if (first and first == mine) or (second and second == yours):
        return "kept"
    is_turned = group == "ends" and (english, source) in _TURNED
    if is_turned or (first and second):
        return "exchanged" if is_turned or english == (yours, mine) else ""
    if mine and yours and group not in _SHIFTING and (first or second) in (mine, yours):
        return "contrary"  # disapproval at 48.1 percent, which the source calls approval, beside the other's 43.4
    # "of stock at NT$1.5 billion a share", "down 140": said of one, and right beside the number
    is_beside = group in _RIGHT_BESIDE or (group == "ends" and _STEP_ROLE in english and not is_share)
    if english != (yours, mine):
        return ""
    return "exchanged" if is_beside else "turned"


def _is_turned_record(here: tuple[Figure, ...], links: dict[int, Link], first: int, second: int) -> bool:
    """15-22, for 22勝15敗: English tells wins first, as the source does."""
    is_range = here[first].part is Part.FROM and here[second].part is Part.TO and second == first + 1
    return is_range and links[first].source_reading.unit in LOST and links[second].source_reading.unit in WON
