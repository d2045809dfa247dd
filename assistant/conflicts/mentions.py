"""A figure of an item with the words around it, by which the same figure is known in another text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import inf

from assistant.checking.arithmetic.ranges import Range, range_of
from assistant.figures import Figure, Kind, read_source
from assistant.figures.dimensions import MONEY, dimension_of, same_money
from assistant.figures.values import Approximation, ClockTime, PartialDate
from assistant.folding import fold
from assistant.patterns import compile_late
from assistant.records import Item, Segment, Span

KINDS = (
    Kind.COUNT, Kind.MONEY, Kind.PERCENT, Kind.POINTS, Kind.BASIS_POINTS, Kind.MEASURE, Kind.DURATION,
    Kind.DATE, Kind.TIME,
)  # fmt: skip
_OF_RATES = frozenset({Kind.POINTS, Kind.BASIS_POINTS})
"""Two ways to tell by how much a rate was moved: 1碼 is 0.25 percentage points."""
CONTEXT = 12
"""Characters on each side."""
LEAST_HEAD = 2
"""Characters before two figures that must be the same, leaving out words that say nothing of the subject."""
LEAST_DATE_TAIL = 4
"""Characters after two dates or times that do alone; with a head two must agree as well: one minister has many days."""
MINUTES_APART = 5
"""Two clocks that are no further apart tell one time."""

_BREAK = compile_late("[，,。；;、！!？?：:「」『』（）()《》\\s]")
_WEAK = compile_late(
    "(?:每秒|每小时|每分钟|时速|秒速|得票数|得票率|得票|以|超过|超|逾|将近|接近|近|约|大约|大概|至少|最多|达到|高达|多达|达|为|了|是|仅|只有|只|有|共计|总计|合计|共|已经|已|也|将于|将|于|在"
    "|获得|得到|取得|拿下|获|得|造成|导致|今年|去年|目前|昨天|今天|昨日|今日|上午|下午|晚间|凌晨|当时|其中|包括|另外|另有|另|还有"
    "|は|が|を|で|に|成长|增长|增加|减少|上涨|下跌|上升|下降|年增|月增|年减|大增|大减|涨|跌|增|减|升|降|至|到|每|各|的)$"
)
"""Words before a figure that are no head of it: what grew, who got them, is said before."""
_ANY_DAY = compile_late("宣布|表示|指出|说|称|发布|公布|出席|前往|主持|上午|下午|晚间|凌晨|晚|早|在|于|起|前")
"""What follows many dates and times and tells none of them."""
_PAST = compile_late(
    "(?:由|从|自|原为|原定|原本|原|先前|稍早|此前|一度|上次|前次|上届|前届|去年|前年|上月|昨日|上周|同期|前回|昨年|[年月周]前)[^，。；]{0,6}$"
    "|(?:截至|截止|迄)[^。；]{0,11}$"
)
"""Words by which a figure is told as an earlier stage, or as that of another time."""
_PARTIAL = compile_late("(?:其中|包括|另有|另外|另|各|每(?!秒|小时|分)|第|再|又|新增)[^，。；]{0,3}$")
_SOUGHT = compile_late("(?:求处|求刑|建请|要求|预计|预估|预期|目标|计划|上限|下限|最高|最低)[^，。；]{0,8}$")
"""What was asked for or expected is one figure, what came of it another."""

_PERIOD = compile_late("(?:第|前|首|上|本)[0-9一二三四]*季|[0-9]{1,2}月(?![0-9])|[上下]半年|全年|累计|单月|单季")
_NO_PART = compile_late(
    "(?:测得|宣布|决定|决议|表示|指出|公布|统计|显示|资料|消息|的|[这该此本那][次项起份个名位场]|を示す|この|その)$"
)
"""Who gives a figure, or a pointing word, before the words that say of what."""
_EXPECTED = compile_late("可能|或|将|会|望|预|料|若|押|至少|再")
_DECIDES = compile_late("宣布|宣告|决定|决议|昨天?|今天?|[昨今]日|如预期|一口气|大举|意外")
_HAPPENS = ("发生",)
"""A verb before which stands where."""

_BOUNDS = frozenset(
    (Approximation.OVER, Approximation.AT_LEAST, Approximation.UNDER, Approximation.BELOW, Approximation.AT_MOST)
)


@dataclass(frozen=True, slots=True)
class Mention:
    """One figure. ``head`` and ``tail`` are the words before and after it, folded; ``span`` counts in the dump.

    ``is_past``: it is told as an earlier stage, as that of another time, or as what was sought.
    """

    figure: Figure
    head: str
    tail: str
    words: str
    span: Span
    is_past: bool
    is_part: bool

    @property
    def is_telling(self) -> bool:
        """Whether it states how things are, as a whole."""
        return not (self.is_past or self.is_part or self.figure.is_soft)


def read_mentions(item: Item, sentences: Sequence[Segment] | None = None) -> tuple[Mention, ...]:
    """The figures of an item, or of these sentences of it, that another text could tell differently."""
    return tuple(_read(item, item.sentences if sentences is None else sentences))


def _read(item: Item, sentences: Sequence[Segment]) -> Iterator[Mention]:
    for segment in sentences:
        folded = fold(segment.text)
        for figure in read_source(segment.text, language=item.language, clock=item.day):
            if figure.kind not in KINDS:
                continue
            start, end = figure.span
            before, after = folded[max(0, start - CONTEXT) : start], folded[end : end + CONTEXT]
            head, tail = _BREAK.split(before)[-1], _BREAK.split(after)[0]
            left, right = start - len(head), end + len(tail)
            yield Mention(
                figure,
                _strip(head),
                _read_tail(figure, tail),
                segment.text[left:right].strip(),
                figure.span.shift(segment.span.start),
                is_past=bool(_PAST.search(before) or _SOUGHT.search(before)),
                is_part=bool(_PARTIAL.search(before)),
            )


def _read_tail(figure: Figure, tail: str) -> str:
    """The words after a figure, with what its counter says already; after a date only what tells it from others."""
    if figure.kind in (Kind.DATE, Kind.TIME):
        return "" if _ANY_DAY.match(tail) else tail
    return fold(figure.unit[1:]) + tail.removeprefix("的") if figure.kind is Kind.COUNT else tail


def _strip(head: str) -> str:
    while (weak := _WEAK.search(head)) and weak[0]:
        head = head[: weak.start()]
    return head


def are_comparable(one: Figure, other: Figure) -> bool:
    """Whether two figures count or measure the same kind of thing."""
    for kind, read in ((Kind.DATE, _day), (Kind.TIME, _minutes)):
        if kind in (one.kind, other.kind):
            return one.kind is other.kind and read(one) is not None and read(other) is not None
    if {one.kind, other.kind} == _OF_RATES:
        return True
    if one.kind is not other.kind and MONEY not in (dimension_of(one)[0], dimension_of(other)[0]):
        return False
    if dimension_of(one)[0] != dimension_of(other)[0]:
        return False
    if one.kind is Kind.MONEY:
        return same_money(one.unit, other.unit)
    return one.kind is not Kind.COUNT or _count_alike(one, other)


def _count_alike(one: Figure, other: Figure) -> bool:
    """Whether two counts have one counter; of two decimals without any, the words before them say what they are."""
    if one.unit or other.unit:
        return one.unit[:1] == other.unit[:1]
    return not (_is_whole(one) or _is_whole(other))


def differ(one: Figure, other: Figure) -> bool:
    """Whether two comparable figures cannot both be right, whatever was rounded."""
    if one.kind is Kind.DATE:
        return _day(one) != _day(other)
    if one.kind is Kind.TIME:
        return _are_apart(_minutes(one) or 0, _minutes(other) or 0)
    first, second = _range_of(one), _range_of(other)
    return first is not None and second is not None and not first.meets(second)


def name_measure(figure: Figure) -> str:
    """What a figure counts or measures: two with other names are not comparable."""
    return figure.kind.value if figure.kind in (Kind.DATE, Kind.TIME) else dimension_of(figure)[0]


def reach(figure: Figure) -> tuple[Fraction | float, Fraction | float]:
    """From what to what a figure may stand, in its measure: of two numbers that do not meet one is wrong."""
    found = None if figure.kind in (Kind.DATE, Kind.TIME) else _range_of(figure)
    return found or (-inf, inf)


def is_bound(figure: Figure) -> bool:
    """Whether it leaves one end open: more than, at most."""
    return figure.approximation in _BOUNDS


@lru_cache(maxsize=4_096)
def _range_of(figure: Figure) -> Range | None:
    """``range_of``, once for a figure: it is held against all others of its story."""
    return range_of(figure)


def _day(figure: Figure) -> tuple[int, int] | None:
    """Month and day of a date that names both."""
    value = figure.value
    if not isinstance(value, PartialDate) or value.month is None or value.day is None:
        return None
    return value.month, value.day


def _is_whole(figure: Figure) -> bool:
    return figure.value == figure.low and figure.low is not None and figure.low == int(figure.low)


def _minutes(figure: Figure) -> int | None:
    """The minutes since the last midnight or noon: who writes 2:05 may mean 14:05. None for an hour alone."""
    value = figure.value
    if not isinstance(value, ClockTime) or value.minute is None:
        return None
    return value.hour % 12 * 60 + value.minute


def _are_apart(one: int, other: int) -> bool:
    apart = abs(one - other)
    return min(apart, 12 * 60 - apart) > MINUTES_APART


def weigh_match(one: Mention, other: Mention) -> int:
    """How many characters around two figures agree; 0 where that is too little to take them for the same."""
    head, tail = _common(one.head[::-1], other.head[::-1]), _common(one.tail, other.tail)
    is_enough = head >= LEAST_HEAD
    if one.figure.kind in (Kind.DATE, Kind.TIME):
        is_enough = tail >= (LEAST_HEAD if is_enough else LEAST_DATE_TAIL)
    return head + tail if is_enough else 0


def is_qualified(one: Mention, other: Mention, *, texts: tuple[str, str]) -> bool:
    """Whether one figure is told of a part, a group or a period of which the other's item knows nothing.

    失業率 and 青年失業率 are two things, and so is the revenue of October and that of the third quarter.

    Args:
        one: a figure.
        other: the one that its words match.
        texts: of their items, folded.
    """
    if Kind.BASIS_POINTS in (one.figure.kind, other.figure.kind) and not _are_one_move(one.head, other.head):
        return True
    ours, theirs = _read_periods(one), _read_periods(other)
    if ours != theirs and ours and theirs:
        return True
    if any(period not in texts[1] for period in ours) or any(period not in texts[0] for period in theirs):
        return True
    return _adds(one.head, other.head, texts[1]) or _adds(other.head, one.head, texts[0])


def _are_one_move(one: str, other: str) -> bool:
    """Whether two heads may tell one move of a rate: not what may come, and not that of another bank."""
    if _EXPECTED.search(one) or _EXPECTED.search(other):
        return False
    first, second = _DECIDES.sub("", one), _DECIDES.sub("", other)
    return first.endswith(second) or second.endswith(first)


def _read_periods(mention: Mention) -> set[str]:
    return {match[0] for match in _PERIOD.finditer(mention.head)}


def _adds(mine: str, theirs: str, text: str) -> bool:
    """Whether ``mine`` has words more than ``theirs`` that are no sayer's, and of which ``text`` knows nothing."""
    added = _list_added(mine, theirs)
    if len(added) < LEAST_HEAD or _NO_PART.search(added) or theirs.startswith(_HAPPENS):
        return False
    return not _knows(text, added)


def _list_added(mine: str, theirs: str) -> str:
    """What ``mine`` says more than ``theirs``, which lies wholly in it, at its beginning and its end."""
    behind = _common(mine[::-1], theirs[::-1])
    before = _common(mine[: len(mine) - behind], theirs[: len(theirs) - behind])
    return mine[before : len(mine) - behind] if before + behind == len(theirs) else ""


def _knows(text: str, words: str) -> bool:
    return any(words[at : at + LEAST_HEAD] in text for at in range(len(words) - 1))


def _common(one: str, other: str) -> int:
    """The length of the beginning that two texts share; a figure in it ends it."""
    length = 0
    for a, b in zip(one, other, strict=False):
        if a != b or a.isdigit():
            break
        length += 1
    return length
