"""Shares that are told as well in percentage points: what a rate has moved by, or a vote was won by."""

from assistant.figures.values import Figure, Kind, replace
from assistant.patterns import compile_late

_NOUN = compile_late(
    "率|误差|利[上下]げ|利回り|孳息|金利|比[重例]|[占佔]|利息|存款准备金|份额|支持度|满意度|民[意调]|税|得票|选举|大选|持股|信心|毛利|殖利|升息|降息|差距"
)
_AMOUNT = compile_late(
    "支出|费用|薪资|租金|房租|[房楼票油金运车]价|车费|盈余|营收|获利|净利|产值|人数|件数|人次|销量|销售额?|产量|出口|进口|总额|金额|余额|收入|出货量?|营业额|投资额?|产能|成交[量额]|台股|大盘|指数|股[价市]"
)
_STEP = compile_late(
    r"(?:[升降增减涨跌加调]息?|误差(?:为|在)?(?:正负|±)?|提高|下滑|回落|扩大|收窄|领先|落后|超前|相差|多|少|(?<!最)[高低]|差|引き上げ|引き下げ|上回|下回|を)"
    r"(?:了|约|近|逾|超过|达|出|幅)?$"
)
_STEP_BEHIND = compile_late("[高低]い|上昇|低下|(?:の|を)?利[上下]げ|[上下]がっ|の(?:上昇|低下|プラス|マイナス)")
"""前週末比0.035%高い2.080%."""
_WON = compile_late(r"的?(?:差距|优势)?[^，。]{0,2}[赢胜败输]")
_CLAUSE, _SENTENCE = compile_late("[，。；,;]"), compile_late("[。；;]")
_FAR, _NEAR = 40, 6
"""Characters around a share in which the noun and the verb stand."""


def add_points(figures: list[Figure], folded: str) -> None:
    """Give each share that a rate has moved by the reading as points: 失業率下降0.3%."""
    for index, figure in enumerate(figures):
        if figure.kind is not Kind.PERCENT:
            continue
        start, end = figure.span
        is_step = _STEP.search(folded, max(0, start - _NEAR), start) or _WON.match(folded, end, end + _NEAR)
        is_step = is_step or _STEP_BEHIND.match(folded, end)
        if is_step and _is_of_rate(folded, start, end):
            figures[index] = replace(figure, others=(*figure.others, replace(figure, kind=Kind.POINTS, others=())))


def _is_of_rate(folded: str, start: int, end: int) -> bool:
    """Whether a rate is named around a share, and no amount of things nearer before it: 覆蓋率860%，盈餘年增11.4%."""
    before, behind = folded[max(0, start - _FAR) : start], folded[end : end + _FAR // 4]
    before = _SENTENCE.split(before)[-1]
    if not (_NOUN.search(before) or _NOUN.search(_CLAUSE.split(behind, maxsplit=1)[0])):
        return False
    rate, amount = (max((m.end() for m in words.finditer(before)), default=-1) for words in (_NOUN, _AMOUNT))
    return rate >= amount
