"""A figure, a step, and the figure that comes of it; two figures and how many times one is the other.

30.5元調漲0.8元，調為31.3元; 80億元，追加25億元後，總額105億元; 比去年增加310人，去年為4,510人; A是B的兩倍.
"""

from collections.abc import Iterator

from assistant.checking.arithmetic.clauses import SHARES, Clause, are_alike
from assistant.checking.arithmetic.levels import work
from assistant.checking.arithmetic.relations import COMPLETE
from assistant.checking.arithmetic.wordings import NOT, OTHER_TIME, SOFT, STOP, N
from assistant.checking.arithmetic.workings import Relation, divide_times, grow, subtract
from assistant.figures import Kind
from assistant.patterns import compile_late

_UP = "追加|加码|增列|加上|增资|增购|加购|增聘|增加|调涨|上调|调升|涨价|涨"
_DOWN = "裁员|裁减|减少|缩减|删减|流失|裁撤|减资|减产|调降|下调|降价|扣除|砍|跌"
_BECOMES = (
    "(?:后|之后)?[，]?(?:总投资额|总额|总数|总计|总共|合计|总人数|全部|现|今|剩下|只剩下?|仅剩下?|还剩|剩余|剩"
    "|调至|调为|降至|降为|增至|增为|涨至|成为|变成|达到|达|来到|为|至|到|共|有)+"
)
_STEP = compile_late(
    rf"(?P<level>{N})(?!以上|以下|起|左右){NOT}，。；、]{{0,3}}?[，]?(?P<word>{_UP}|{_DOWN})了?{SOFT}(?P<step>{N}){_BECOMES}{SOFT}(?P<result>{N}){STOP}{COMPLETE}"
)
_FALLS = frozenset("裁减缩删流降下扣砍跌")
_BASE_BEHIND = compile_late(
    rf"(?P<later>{N}){NOT}，。；、]{{0,4}}[，]?(?:较|比)(?P<when>去年|上年|前年|上月|上季|上周|昨日|昨天|前一年)(?:同期)?"
    rf"(?P<word>增加|减少|多了?|少了?|成长|上升|下降){SOFT}(?P<step>{N})[，]?(?P=when)(?:同期)?(?:的)?(?:为|是|则为|则是|仅|有)?(?P<base>{N}){STOP}"
)
_LONGER = "长|高|多|少|重|轻|贵|便宜|大|小|宽|快|慢|低|短|深"
_THAN = compile_late(
    rf"(?P<one>{N}){NOT}，。；、]{{0,4}}[，]?(?:较|比){NOT}，。；、]{{1,8}}?(?P<other>{N})的?(?:还|要)?(?:{_LONGER})(?:出|了)?{SOFT}(?P<by>{N}){STOP}"
)
_BEATS = compile_late(
    rf"(?P<one>{N})[，、](?:赢过|胜过|领先|输给|落后|赢|胜){NOT}，。；、]{{1,8}}?的?(?P<other>{N})，?(?P<by>{N}){STOP}"
)
_TIMES_OF = compile_late(
    rf"(?P<one>{N})[，、]?(?:约|大约|几乎|等于)?是{NOT}，。；、]{{1,8}}?(?P<other>{N})的{SOFT}(?P<times>{N}){STOP}"
)
_TIMES = compile_late(
    rf"(?P<one>{N})[，、；](?P<object>{NOT}，。；、]{{1,8}}?)(?:则|仅|只|约|为|有)*{NOT}，。；、]{{0,4}}?(?P<other>{N})[，；、]"
    rf"(?P<subject>{NOT}，。；、]{{1,8}}?)(?:是|为|约是|约为)(?P<named>{NOT}，。；、]{{1,8}}?)的{SOFT}(?P<times>{N}){STOP}"
)
_RATE = "成长|增长|增加|上升|上涨|攀升|增|涨|减少|下降|衰退|下滑|下跌|减|跌"
_PART_OF_YEAR = "半年|季|月|累计|目前|至今|预"
_THIS_YEAR = compile_late(
    rf"(?:去年|前年|上年)(?:(?!{_PART_OF_YEAR}){NOT}，。；]){{0,6}}?(?P<before>{N})[，、；](?:而)?今年(?:(?!{_PART_OF_YEAR}){NOT}，。；]){{0,4}}?(?P<after>{N})[，]"
    rf"(?:同比|年|大幅)?(?:{_RATE})(?:了|率|幅度)?{SOFT}(?P<rate>{N}){STOP}"
)
_RATE_FIRST = compile_late(
    rf"(?:同比|年|较上年|比上年|较去年|比去年)(?:{_RATE}){SOFT}(?P<rate>{N})[，]?(?:由|从)(?:去年|上年)(?:同期)?的?{NOT}，。；、]{{0,3}}?(?P<before>{N})"
    rf"{NOT}，。；、]{{0,3}}(?:增至|升至|增加到|增加至|增长到|增长至|成长到|成长至|降至|减至|减少到|减少至|跌至|下降至){SOFT}(?P<after>{N}){STOP}"
)
_RATE_TO = compile_late(
    rf"(?:同比|年|较上年|比上年|较去年|比去年)(?:{_RATE}){SOFT}(?P<rate>{N})[，]?(?:至|到|达到|达|为|来到)+{SOFT}(?P<after>{N})[，（；](?:而)?"
    rf"(?:去年|上年)(?:同期|同月|同季)(?:为|是|则为|仅|仅为)?{SOFT}(?P<before>{N}){STOP}"
)
_RATE_AGAIN = compile_late(
    rf"(?P<after>{N}){NOT}，。；、]{{0,4}}[，]?(?:较|比){NOT}，。；]{{0,4}}?(?P<before>{N}){NOT}，。；、]{{0,3}}(?:{_RATE}|删减|调降|调升)了?(?P<step>{N})[，]"
    rf"(?:减幅|增幅|幅度|涨幅|跌幅|降幅|升幅|成长率)(?:为|达)?{SOFT}(?P<rate>{N}){STOP}"
)


def read_steps(clause: Clause) -> Iterator[Relation]:
    """A level after a step, a base behind it, two lengths and how far they are apart."""
    for match in _STEP.finditer(clause.skeleton):
        level, step, result = (clause.at(match[name]) for name in ("level", "step", "result"))
        is_one = (
            are_alike(level, result) and (step.kind in SHARES or are_alike(level, step)) and level.kind not in SHARES
        )
        if is_one and not OTHER_TIME.search(match[0]):
            falls = not _FALLS.isdisjoint(match["word"])
            yield Relation((level, step), result, tuple(work(level, step, falls=falls)), is_exclusive=True)
    for pattern, names in (
        (_BASE_BEHIND, ("later", "base", "step")),
        (_THAN, ("one", "other", "by")),
        (_BEATS, ("one", "other", "by")),
    ):
        for match in pattern.finditer(clause.skeleton):
            one, other, by = (clause.at(match[name]) for name in names)
            if are_alike(one, other, by) and one.kind not in SHARES:
                yield Relation((one, other), by, tuple(subtract(one, other)), is_exclusive=True)


def read_times(clause: Clause) -> Iterator[Relation]:
    """How many times one of two figures is the other, both before it: A獲利51億元，B獲利25.5億元，A是B的兩倍."""
    for pattern in (_TIMES_OF, _TIMES):
        for match in pattern.finditer(clause.skeleton):
            one, other, times = (clause.at(match[name]) for name in ("one", "other", "times"))
            before = clause.skeleton[: match.start("one")]
            if match.re is _TIMES and not (
                match["subject"] in before
                and match["named"] in clause.skeleton[match.start("object") : match.start("other")]
            ):
                continue
            if times.kind is Kind.MULTIPLE and not times.unit.startswith("+") and are_alike(one, other):
                yield Relation((one, other), times, tuple(divide_times(one, other)), is_exclusive=True)


def read_rates_of_growth(clause: Clause) -> Iterator[Relation]:
    """Growth by percent told before the two figures, or right behind both: 同比增长20%，从去年的81亿元增至102亿元."""
    for pattern in (_THIS_YEAR, _RATE_FIRST, _RATE_TO, _RATE_AGAIN):
        for match in pattern.finditer(clause.skeleton):
            before, after, rate = (clause.at(match[name]) for name in ("before", "after", "rate"))
            if rate.kind in SHARES and are_alike(before, after) and before.kind not in SHARES:
                yield Relation((before, after), rate, tuple(grow(before, after, rate)), is_exclusive=True)
