"""A figure of an item with the words around it, by which the same figure is known in another text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.checking.arithmetic.ranges import Range, range_of
from assistant.figures import Figure, Kind, read_source
from assistant.figures.dimensions import MONEY, dimension_of, same_money
from assistant.figures.values import Approximation, PartialDate
from assistant.folding import fold
from assistant.patterns import compile_late
from assistant.records import Item, Segment, Span

KINDS = (Kind.COUNT, Kind.MONEY, Kind.PERCENT, Kind.POINTS, Kind.MEASURE, Kind.DURATION, Kind.DATE)
CONTEXT = 12
"""Characters on each side."""
LEAST_HEAD = 2
"""Characters before two figures that must be the same, leaving out words that say nothing of the subject."""
LEAST_DATE_TAIL = 4
"""Characters after two dates that do alone; with a head two must agree as well: one minister has many days."""

_BREAK = compile_late("[，,。；;、！!？?：:「」『』（）()《》\\s]")
_WEAK = compile_late(
    "(?:超过|超|逾|将近|接近|近|约|大约|大概|至少|最多|达到|高达|多达|达|为|了|是|仅|只有|只|有|共计|总计|合计|共|已经|已|也|将于|将|于|在"
    "|获得|得到|取得|拿下|获|得|造成|导致|今年|去年|目前|昨天|今天|昨日|今日|上午|下午|晚间|凌晨|当时|其中|包括|另外|另有|另|还有"
    "|成长|增长|增加|减少|上涨|下跌|上升|下降|年增|月增|年减|大增|大减|涨|跌|增|减|升|降|至|到|每|各|的)$"
)
"""Words before a figure that are no head of it: what grew, who got them, is said before."""
_ANY_DAY = compile_late("宣布|表示|指出|说|称|发布|公布|出席|前往|主持|上午|下午|晚间|凌晨|晚|早|在|于|起|前")
"""What follows many dates and tells none of them."""
_PAST = compile_late(
    "(?:由|从|自|原为|原定|原本|原|先前|稍早|此前|一度|上次|前次|去年|前年|上月|昨日|上周|同期)[^，。；]{0,6}$"
)
"""Words by which a figure is told as an earlier stage, or as that of another time."""
_PARTIAL = compile_late("(?:其中|包括|另有|另外|另|各|每|第|再|又|新增)[^，。；]{0,3}$")
_SOUGHT = compile_late("(?:求处|求刑|建请|要求|预计|预估|预期|目标|计划|上限|下限|最高|最低)[^，。；]{0,8}$")
"""What was asked for or expected is one figure, what came of it another."""

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
    if figure.kind is Kind.DATE:
        return "" if _ANY_DAY.match(tail) else tail
    return fold(figure.unit[1:]) + tail.removeprefix("的") if figure.kind is Kind.COUNT else tail


def _strip(head: str) -> str:
    while (weak := _WEAK.search(head)) and weak[0]:
        head = head[: weak.start()]
    return head


def are_comparable(one: Figure, other: Figure) -> bool:
    """Whether two figures count or measure the same kind of thing."""
    if Kind.DATE in (one.kind, other.kind):
        return one.kind is other.kind and _day(one) is not None and _day(other) is not None
    if one.kind is not other.kind and MONEY not in (dimension_of(one)[0], dimension_of(other)[0]):
        return False
    if dimension_of(one)[0] != dimension_of(other)[0]:
        return False
    if one.kind is Kind.MONEY:
        return same_money(one.unit, other.unit)
    return one.kind is not Kind.COUNT or (bool(one.unit) and one.unit[:1] == other.unit[:1])


def differ(one: Figure, other: Figure) -> bool:
    """Whether two comparable figures cannot both be right, whatever was rounded."""
    if one.kind is Kind.DATE:
        return _day(one) != _day(other)
    first, second = _range_of(one), _range_of(other)
    return first is not None and second is not None and not first.meets(second)


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


def weigh_match(one: Mention, other: Mention) -> int:
    """How many characters around two figures agree; 0 where that is too little to take them for the same."""
    head, tail = _common(one.head[::-1], other.head[::-1]), _common(one.tail, other.tail)
    is_enough = head >= LEAST_HEAD
    if one.figure.kind is Kind.DATE:
        is_enough = tail >= (LEAST_HEAD if is_enough else LEAST_DATE_TAIL)
    return head + tail if is_enough else 0


def _common(one: str, other: str) -> int:
    """The length of the beginning that two texts share; a figure in it ends it."""
    length = 0
    for a, b in zip(one, other, strict=False):
        if a != b or a.isdigit():
            break
        length += 1
    return length
