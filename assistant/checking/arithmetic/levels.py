"""A level, what is taken off it or put on it, and the level that comes of it: a discount, a day's trade, growth."""

from collections.abc import Iterator

from assistant.checking.arithmetic.clauses import AMOUNTS, SHARES, Clause, are_alike
from assistant.checking.arithmetic.ranges import Range, range_of
from assistant.checking.arithmetic.wordings import NOT, SOFT, STOP, N
from assistant.checking.arithmetic.workings import Relation, Working
from assistant.figures import Figure
from assistant.patterns import compile_late

_DISCOUNT = compile_late(
    rf"(?:原价|定价|原售|牌价|售价){NOT}，。；]{{0,4}}?(?P<level>{N})[，、]?{NOT}，。；]{{0,6}}?(?:打|享|以)(?P<step>{N})"
    rf"(?:优惠)?[，]?(?:后|之后|只要|仅需|特价|为|是|售)+{SOFT}(?P<result>{N}){STOP}"
)
_IN_THE_DAY = "盘中|早盘|午盘|尾盘前|盘初|开盘|开低|开高|开出|一度|最高|最低|一早|午后"
"""A move that was not that of the whole day."""
_TRADED = compile_late(
    rf"(?:昨|昨日|昨天|前一日|上日|前日)(?:收盘价?|收市价?|收|终值){SOFT}(?P<level>{N})[，](?:(?!{_IN_THE_DAY}){NOT}。；]){{0,6}}?"
    rf"(?P<word>上涨|上升|下跌|下挫|涨|升|跌)了?(?P<step>{N})[，]?{NOT}，。；]{{0,3}}?(?:收|报|终场|收盘|收市)(?:在|于|报|盘价?)*{SOFT}"
    rf"(?P<result>{N}){STOP}"
)
_PART_OF_YEAR = "季|月|旬|周|半年|期"
_GREW = compile_late(
    rf"(?:去年|前年|上年)(?:(?!{_PART_OF_YEAR}){NOT}，。；]){{0,8}}?(?P<level>{N})[，](?P<subject>(?:(?!{_PART_OF_YEAR}){NOT}，。；]){{0,6}}?)(?P<word>成长|增长|增加|衰退|减少|下滑|下降){SOFT}"
    rf"(?P<step>{N})[，]?(?:来到|达到|达|至|到|为)+{SOFT}(?P<result>{N}){STOP}"
)
_FALLS = frozenset("跌挫衰减下")
_SAME = compile_late("今年|本年|同比|年|预计|预估|则|再|又|大幅|微幅|小幅|逆势|将|可望|可|持续|也|亦|已")
"""Before a move they bring in no other thing that moved."""


def read_levels(clause: Clause) -> Iterator[Relation]:
    """原價500元，打八折後400元; 昨收100元，漲3元，收103元; 去年200億元，今年成長50%達300億元."""
    for pattern in (_DISCOUNT, _TRADED, _GREW):
        for match in pattern.finditer(clause.skeleton):
            level, step, result = (clause.at(match[name]) for name in ("level", "step", "result"))
            falls = match.re is _DISCOUNT or not _FALLS.isdisjoint(match["word"])
            subject = _SAME.sub("", match.groupdict().get("subject") or "")
            if subject and subject not in clause.skeleton[: match.start("level")]:
                continue
            if are_alike(level, result) and level.kind in AMOUNTS:
                yield Relation((level, step), result, tuple(work(level, step, falls=falls)), is_exclusive=True)


def work(level: Figure, step: Figure, *, falls: bool) -> Iterator[Working]:
    """The level after the step, which is a share of it (of 八折, what is taken off) or an amount like it."""
    size, moved = range_of(level), range_of(step)
    if size is None or moved is None:
        return
    sign, form = (-1, "{0} − {1}") if falls else (1, "{0} + {1}")
    if step.kind in SHARES:
        low, high = sorted(1 + sign * share / 100 for share in moved)
        yield Working(form, size.middle * (low + high) / 2, Range(size.low * low, size.high * high))
    elif are_alike(level, step):
        low, high = sorted((moved.low * sign, moved.high * sign))
        yield Working(form, size.middle + (low + high) / 2, Range(size.low + low, size.high + high))
