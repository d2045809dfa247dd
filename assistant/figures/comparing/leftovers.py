"""The source figures that no English figure renders: what a wrong one was meant to be, and what was left out."""

from bisect import bisect_left, bisect_right
from fractions import Fraction

from assistant.figures.comparing.context import LEAST_RANK, Context
from assistant.figures.comparing.diagnosis import kinship
from assistant.figures.comparing.implied import is_implied, is_told_by_multiple, resumes_topic
from assistant.figures.comparing.unnumbered import is_period_before, is_said_in_words
from assistant.figures.comparing.unsaid import THE_REST, goes_unsaid, is_year_of_stretch, sums_up_days, sums_up_range
from assistant.figures.dimensions import SHARE, canonical, dimension_of
from assistant.figures.tables import find_word
from assistant.figures.values import SIDES, Figure, Kind, Number, PartialDate, Value
from assistant.kept import kept_property
from assistant.records.source import Span

_PRECISION = 50
"""One part in so many is lost by rounding."""
_PLACES = frozenset(
    {
        "place",
        "places",
        "position",
        "spot",
        "prize",
        "seat",
        "rank",
        "in",
        "at",
        "on",
        "for",
        "with",
        "by",
        "and",
        "to",
        "of",
        "team",
        "finisher",
        "among",
    }
)
_MOST_SHARES, _ALL = 4, 100
_AMOUNTS = frozenset({Kind.MEASURE, Kind.MONEY, Kind.PERCENT})
_FEW = 2
# 一塊1250坪的土地
_PIECE = frozenset({"一塊", "一块"})
_PEOPLE = frozenset({"人", "名", "位", "口"})
_RANKED = frozenset({"名", "位", "人", "家"})
_EDITIONS = frozenset({"届", "回", "任"})
"""第51回衆院選, 第97屆奧斯卡: English says which election or festival it is without its number."""
NEIGHBOURHOOD = 8
"""Source figures to either side among which the one meant is looked for."""


class Leftovers:
    """Source figures by index, until one is claimed."""

    def __init__(self, there: tuple[Figure, ...], used: set[int]) -> None:
        self.there = there
        self._used = used
        self._left = [n for n in range(len(there)) if n not in used]
        self._unclaimed = set(self._left)

    @kept_property
    def _said(self) -> set[tuple[Kind, Value, str]]:
        return {_gist(self.there[n]) for n in self._used}

    @kept_property
    def _told_dates(self) -> frozenset[PartialDate]:
        return frozenset(value for n in self._used if isinstance(value := self.there[n].value, PartialDate))

    @kept_property
    def _ordinals(self) -> set[tuple[Number | None, str]]:
        """連續第五天 ... 五天: the second says nothing new."""
        used = (self.there[n] for n in self._used)
        return {(figure.low, figure.head) for figure in used if figure.kind is Kind.ORDINAL}

    def __contains__(self, index: int) -> bool:
        return index in self._unclaimed

    def is_told_again(self, index: int) -> bool:
        """Whether a date has been told already where the source has it another time: 8月, and later 1至8月."""
        return self.there[index].value in self._told_dates

    def claim(self, *indexes: int) -> None:
        """Count source figures as dealt with: a wrong English figure was meant to render them."""
        self._unclaimed.difference_update(indexes)

    def claim_within(self, span: Span, first: int) -> None:
        """Claim all that a reading covers which goes beyond the figure ``first``: 1小時40分."""
        for index in range(first + 1, len(self.there)):
            if self.there[index].span.start >= span.end:
                break
            self._unclaimed.discard(index)

    def around(self, near: int) -> list[int]:
        """What is left in the neighbourhood of index ``near``."""
        first, last = bisect_left(self._left, near - NEIGHBOURHOOD), bisect_right(self._left, near + NEIGHBOURHOOD)
        return [index for index in self._left[first:last] if index in self._unclaimed]

    def find_meant(self, figure: Figure, near: int, least: int) -> int | None:
        """The one around ``near`` that ``figure`` most likely was meant to render; its kinship is ``least`` or more."""
        best, most = None, least - 1
        is_first, is_ordinal = _is_first_of_its_kind(figure), figure.kind is Kind.ORDINAL
        for index in self.around(near):
            source = self.there[index]
            if is_first and not _may_be_first(source):
                continue
            if is_ordinal and source.kind in _AMOUNTS:
                continue  # first place is no 一哩
            points = kinship(figure, source)
            for other in source.others:
                points = max(points, kinship(figure, other))
            points -= source.is_soft
            if points > most:
                best, most = index, points
        return best

    def is_omission(self, index: int, context: Context) -> bool:
        """Whether a translation that lacks this figure has left something out."""
        figure = self.there[index]
        if index not in self._unclaimed or not matters(figure) or is_said_in_words(figure, context.english):
            return False
        if self._goes_without_saying(index, context):
            return False
        if self._is_repeated(figure) and not self._should_come_twice(figure, context):
            return False
        return not is_implied(self.there, index, self._is_told, context.folded)

    def _is_told(self, index: int) -> bool:
        return index not in self._unclaimed

    def _goes_without_saying(self, index: int, context: Context) -> bool:
        """Whether what stands around it, in the source or in the English, says it already."""
        figure = self.there[index]
        return (
            self._is_same_again(index, context)
            or sums_up_days(self.there, index)
            or context.says_year(figure)
            or self._is_rest(index, context.english)
            or is_told_by_multiple(self.there, index, context.folded, context.english)
            or self._is_year_of_stretch(index, context.source)
            or is_period_before(figure, self._told_dates, context.english)
            or goes_unsaid(figure, self.there[index - 1] if index else None, context.source, context.english)
        )

    def _is_rest(self, index: int, english: str) -> bool:
        """Whether it is what the shares before it leave of the whole, as English says: 47%, 38%, "the rest"."""
        if self.there[index].kind is not Kind.PERCENT or not find_word(THE_REST, english):
            return False
        shares = [self.there[n] for n in range(max(0, index - _MOST_SHARES), index + 1)]
        told = [f.low for f in shares if f.kind is Kind.PERCENT and f.low is not None]
        return any(sum(map(Fraction, told[first:])) == _ALL for first in range(len(told) - 1))

    def _is_repeated(self, figure: Figure) -> bool:
        if _gist(figure) in self._said or (figure.low, figure.head) in self._ordinals:
            return True
        is_bare = figure.kind is Kind.COUNT and not figure.unit  # 破億元 ... 即破億
        return is_bare and any(_gist(other) in self._said for other in figure.others if other.kind is Kind.MONEY)

    def _should_come_twice(self, figure: Figure, context: Context) -> bool:
        """Whether English says again what is said twice, and carried once: only what is printed in digits."""
        if figure.kind is Kind.DATE or not figure.surface[0].isascii() or context.says_each:
            return False
        return not self._is_told_from_other_side(figure) and not resumes_topic(figure, context.folded)

    def _is_told_from_other_side(self, figure: Figure) -> bool:
        """Whether one bound parts what is told: 800公里以下 ... 800公里以上, "on longer routes"."""
        if figure.approximation not in SIDES:
            return False
        others = (self.there[n] for n in self._used)
        return any(
            _gist(other) == _gist(figure)
            and other.approximation in SIDES
            and SIDES[other.approximation] != SIDES[figure.approximation]
            for other in others
        )

    def _is_part_of_told_sum(self, index: int) -> bool:
        """Whether it is part of an amount that a carried figure behind it says again: 三丈六尺，約12米."""
        span = self.there[index].span
        for first in (index, index - 1):
            sums = (
                r for r in self.there[max(0, first)].others if r.span.start <= span.start and span.end <= r.span.end
            )
            behind = [self.there[n] for n in range(first + 1, min(first + 4, len(self.there))) if n not in self]
            if any(r.span != span and _is_same_amount(r, other) for r in sums for other in behind):
                return True
        return False

    def _is_year_of_stretch(self, index: int, source: str) -> bool:
        """Whether it is a year or the number of years since it, and the other is carried: 1991年以来33年ぶり."""
        return any(
            first >= 0
            and first + 1 < len(self.there)
            and (2 * first + 1 - index) not in self
            and is_year_of_stretch(self.there[first], self.there[first + 1], source)
            for first in (index - 1, index)
        )

    def _is_same_again(self, index: int, context: Context) -> bool:
        """Whether a carried figure beside it says the same: 14974万吨（2994.8亿斤）; three apiece for 3勝3敗."""
        figure = self.there[index]
        if self._is_part_of_told_sum(index) or sums_up_range(self.there, index):
            return True
        for near in (index - 1, index + 1):
            if not 0 <= near < len(self.there) or near in self:
                continue
            other = self.there[near]
            if figure.kind is other.kind is Kind.MEASURE and any(_is_same_amount(figure, o) for o in other.readings):
                return True
            if figure.kind is other.kind is Kind.COUNT and figure.low == other.low and context.says_each:
                return True
        return False


def _is_same_amount(one: Figure, other: Figure) -> bool:
    """Whether two measures say one amount in two units."""
    if one.unit == other.unit or dimension_of(one)[0] != dimension_of(other)[0]:
        return False
    here, there = canonical(one), canonical(other)
    if here is None or there is None:
        return False
    amount = Fraction(there[0])
    return abs(Fraction(here[0]) - amount) * _PRECISION <= abs(amount)


def _is_first_of_its_kind(figure: Figure) -> bool:
    """Whether it is "her first gold", which says nothing of 第二名; "first place" does."""
    is_free = figure.is_soft and figure.kind is Kind.ORDINAL and figure.low == 1
    return is_free and bool(figure.head) and figure.head not in _PLACES


def _may_be_first(source: Figure) -> bool:
    """Whether "the first" could have been meant to render a source figure: another ordinal that is no place."""
    if source.head in _RANKED or source.head[:1] in _EDITIONS:
        return False
    return any(reading.kind is Kind.ORDINAL for reading in source.readings)


def _gist(figure: Figure) -> tuple[Kind, Value, str]:
    """What two mentions of one figure share; with two, counters vary freely (兩人, 兩名)."""
    if dimension_of(figure)[0] == SHARE and (worth := canonical(figure)):
        return Kind.PERCENT, worth[0], SHARE  # 三七五, 千分之三百七十五
    if figure.kind is not Kind.COUNT or figure.low != _FEW:
        return figure.kind, figure.value, "人" if figure.unit in _PEOPLE else figure.unit
    return figure.kind, figure.value, ""


def matters(figure: Figure) -> bool:
    """Whether the lack of ``figure`` leaves something out; else it may well have been put another way."""
    if figure.is_soft or figure.kind is Kind.IDENTIFIER or figure.surface in _PIECE:
        return False
    if figure.kind is Kind.ORDINAL:  # 第二 may be "the next", 第三 the last of three that are told in order
        is_rank = figure.surface[0] == "第" and figure.low is not None and figure.low >= LEAST_RANK
        return is_rank and figure.head[:1] not in _EDITIONS
    if figure.kind is Kind.DURATION and figure.low == 0:
        return False  # 中0日: no days' rest
    if figure.kind is Kind.VAGUE and figure.high is not None and figure.high <= _FEW:
        return False  # 一兩要價: one tael, which the article says
    if figure.kind is Kind.COUNT and figure.low is not None and figure.low <= 1:
        # nothing and one are said in many ways: no, none, another, again
        return figure.low > 0 and figure.surface[0].isascii()
    return True


def is_bare_day(figure: Figure) -> bool:
    """Whether it is a day without its month, as the dateline of a report has it: 昨(20)日, 15日, 週三."""
    if not isinstance(figure.value, PartialDate) or "月" in figure.surface:
        return False
    return figure.value.day is not None or figure.value.weekday is not None
