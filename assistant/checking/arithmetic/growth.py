"""Growth and shares: from one figure to another, so much; a part of a whole, such a share."""

from collections.abc import Iterator

from assistant.checking.arithmetic.clauses import SHARES, Clause, are_alike
from assistant.checking.arithmetic.wordings import NOT, SOFT, STOP, N
from assistant.checking.arithmetic.workings import Relation, divide, grow
from assistant.figures.dimensions import SHARE, dimension_of
from assistant.patterns import compile_late

_RISE = "成长率|成长|增长率|增长|增加|增幅|涨幅|升幅|上涨|上升|攀升|暴增|激增|大增|调升|调涨|上调|提高|大涨|涨|增"
_FALL = "减少|下降|降幅|跌幅|减幅|衰退|下滑|缩水|下跌|锐减|大减|大跌|下调|调降|降低|删减|删|跌"
_WORD = f"(?P<word>{_RISE}|{_FALL})(?:幅度|率)?{SOFT}(?P<z>{N})"
_MOVED = (
    "增至|增加到|增加至|增为|升至|升到|上升到|上升至|涨到|涨至|上涨到|上涨至|成长到|成长至|增长到|增长至|提高到|提高至"
    "|扩大到|扩大至|调升至|调涨至|上调至|攀升到|攀升至|暴增到|暴增至|激增至|飙升到|飙升至|扩增至|扩增到"
    "|降至|降到|降为|下降到|下降至|跌至|跌到|下跌到|下跌至|减至|减到|减为|减少到|减少至|下滑到|下滑至|缩减到|缩减至"
    "|缩减为|调降至|下调至|锐减至|骤降至"
)
_FROM_TO = compile_late(
    rf"(?P<x>{N}){NOT}，。；、]{{0,4}}[，]?(?:一路|逐步|逐年|大幅|微幅|小幅|再|已|今年|现在|目前)*(?:{_MOVED})"
    rf"{NOT}，。；、]{{0,8}}?{SOFT}(?P<y>{N})(?P<between>{NOT}。；]{{0,14}}?){_WORD}"
)
_PAST = (
    "去年|前年|上年|原案|原编列?|原列|上月|上个月|上季|上周|前一年|前一季|前一月|前一日|昨日|昨天|昨|同期|原本|原来|原先|先前|年前|当时"
    "|此前|前次|上次"
)
_STATED = rf"(?:(?![增减少多上涨下跌升降高低成]){NOT}，。；]){{0,6}}?"
"""Before the earlier figure; behind 增加 it is what was added (比上年增加38萬噸，增長0.9%)."""
_AGAINST = compile_late(
    rf"(?P<y>{N}){NOT}，。；、]{{0,6}}[，]?(?:较|比|相较于|相较|对比){NOT}，。；]{{0,4}}(?:{_PAST})"
    rf"{_STATED}(?P<x>{N}){NOT}，。；、]{{0,3}}[，]?{_WORD}{STOP}"
)
_AGAINST_FIRST = compile_late(
    rf"(?:较|比|相较于|相较){NOT}，。；]{{0,4}}(?:{_PAST}){NOT}，。；]{{0,6}}?(?P<x>{N}){NOT}，。；、]{{0,3}}[，]?"
    rf"{_WORD}[，]?(?:来到|达到|达|至|到|为){SOFT}(?P<y>{N}){STOP}"
)
_TWO_TIMES = compile_late(
    rf"(?:{_PAST}){NOT}，。；]{{0,8}}?(?P<x>{N}){NOT}。；]{{0,6}}?[，、]{NOT}。；]{{0,6}}?"
    rf"(?:今年|现在|目前|如今|现|本月|本季|今|新){NOT}，。；]{{0,4}}?(?P<y>{N})(?P<between>{NOT}。；]{{0,6}}?)"
    rf"(?P<word>成长率|增幅|涨幅|升幅|降幅|跌幅|减幅|涨了|跌了|增加了|减少了)(?:幅度|率)?{SOFT}(?P<z>{N}){STOP}"
)
_NOW_FIRST = compile_late(
    rf"(?P<y>{N}){NOT}，。；、]{{0,6}}[，、（](?:而|但|对照|对比|相较|比起)?(?:{_PAST}){NOT}，。；、]{{0,8}}?(?:为|是|仅|只有|只|约)?(?P<x>{N})"
    rf"(?P<between>{NOT}。；]{{0,6}}?)(?P<word>增幅|涨幅|升幅|降幅|跌幅|减幅|涨了|跌了|增加了|减少了){SOFT}(?P<z>{N}){STOP}"
)
"""The later figure first: 46元，去年32.5元，漲幅超過四成."""
_YEAR_ON_YEAR = compile_late(
    rf"(?P<x>{N})から(?P<y>{N})(?:に|へ){NOT}。]{{0,12}}?(?:前年|前期|前月|前年度|前年同期|昨年)比(?:で|は)?(?P<z>{N})(?P<word>[增増减減])"
)
"""前年の100億円から120億円に増え、前年比20%増."""
_OTHER_BEFORE = compile_late("半期|前月|先月|前回|前周|前期の")
"""Before the first figure: it is another than the year before."""
_ROSE_BY = compile_late(
    rf"(?P<x>{N})から(?P<y>{N})(?:に|へ)(?P<word>[增减伸拡低]|上昇){NOT}。]{{0,6}}?[、，]"
    rf"(?:伸び率|増加率|成長率|減少率|上昇率|下落率|増加幅)[はが]{SOFT}(?P<z>{N})"
)
"""200億円から260億円に増え、伸び率は30%."""
_DOUBLED = compile_late(
    rf"(?P<x>{N}){NOT}，。；、]{{0,4}}[，]?(?:一路|逐步|逐年|大幅|再|已|今年|现在|目前)*(?:{_MOVED})"
    rf"{NOT}，。；、]{{0,8}}?{SOFT}(?P<y>{N})[，]?(?:整整|足足|几乎|近)?(?P<z>{N}){STOP}"
)
"""由50億元增長到100億元，翻了一番: the verb is part of the figure."""
_MOVED_BY = compile_late(
    rf"(?P<x>{N})から(?P<y>{N})(?:に|へ|まで)[、，]?{SOFT}(?P<z>{N})(?P<word>[增増减減]|上が|下が|上昇|低下|上回|下回|伸び|縮)"
)
"""100億円から120億円に20%増えた."""
_YEAR_BEFORE = compile_late("(?:去年|上年|前一年|前年)(?:度|同期)?的?$")
_BY_THE_YEAR = compile_late("[，]?年")
"""年增 is growth since the year before: the first figure must be that of the year before."""
_NO_GROWTH = compile_late("汇率|兑|比重|名|排名|顺位|利差")
"""What rises by falling, or is itself a comparison."""
_GOES_ON = compile_late("(?:[^，）]{0,3}[，）]+)?(?:共|总共|合计|足足|整整|大幅|大|等于|相当于|换算|亦即|也就是|即)*")
"""What may stand between the second figure and its growth; any other word brings in another subject (獲利成長)."""


def read_growth(clause: Clause) -> Iterator[Relation]:
    """Two figures of one thing at two times, and how much it grew or fell."""
    chinese = (_FROM_TO, _AGAINST, _AGAINST_FIRST, _TWO_TIMES, _NOW_FIRST, _DOUBLED)
    for pattern in (*chinese, _YEAR_ON_YEAR, _ROSE_BY, _MOVED_BY):
        for match in pattern.finditer(clause.skeleton):
            between = match.groupdict().get("between") or ""
            around = clause.skeleton[max(0, match.start() - 8) : match.end()]
            if match.re is _YEAR_ON_YEAR and _OTHER_BEFORE.search(around):
                continue
            goes_on = _GOES_ON.fullmatch(between) or _is_by_the_year(between, clause.skeleton[: match.start("x")])
            if not goes_on or _NO_GROWTH.search(around):
                continue
            x, y, z = (clause.at(match[name]) for name in "xyz")
            is_told = match.re is not _DOUBLED or z.surface.startswith("翻")
            if is_told and are_alike(x, y):
                yield Relation((x, y), z, tuple(grow(x, y, z)), is_exclusive=True)


def _is_by_the_year(between: str, before: str) -> bool:
    return _BY_THE_YEAR.fullmatch(between) is not None and _YEAR_BEFORE.search(before) is not None


_WHOLE_OF = "(?:总数|总人数|总额|总量|全体|全部|整体|全数|其|总|比重|比例|比率|比)?"
_SHARE_IN = compile_late(
    rf"(?P<w>{N}){NOT}，。；]{{0,8}}?(?:之中|当中|中|里|，其中)[，]?{NOT}，。；、]{{0,6}}?(?P<p>{N})"
    rf"{NOT}，。；、]{{0,8}}?[，]?(?:约|大约)?(?:占|比例|比率|占比){_WHOLE_OF}(?:的)?{SOFT}(?P<z>{N}){STOP}"
)
_SHARE_OF = compile_late(
    rf"(?P<p>{N}){NOT}，。；、]{{0,8}}[，]?占{NOT}，。；]{{0,4}}(?P<w>{N}){NOT}，。；、]{{0,5}}的{SOFT}(?P<z>{N}){STOP}"
)

_MEAN, _MEAN_WITHIN = compile_late("均|中位"), 6
"""Before a figure, which is then no whole: 平均每月領1萬9,187元."""


def read_shares(clause: Clause) -> Iterator[Relation]:
    """A part, its whole, and the share that it is."""
    for pattern in (_SHARE_IN, _SHARE_OF):
        for match in pattern.finditer(clause.skeleton):
            p, w, z = (clause.at(match[name]) for name in "pwz")
            is_mean = _MEAN.search(clause.skeleton, max(0, match.start() - _MEAN_WITHIN), match.start())
            is_share = z.kind in SHARES and dimension_of(p)[0] != SHARE
            if is_share and are_alike(p, w) and not is_mean:
                yield Relation((p, w), z, tuple(divide(p, w)))
