"""What a number says by a word of its own: more or less than half, a surplus or a deficit."""

from assistant.figures.values import SIDES, Figure, Kind, is_half
from assistant.patterns import compile_late

_ABOVE_HALF = compile_late("(?<![未没不])(?:逾|过|超过)半(?![个天年月夜]|小时)|大半(?![个天年夜月])|半数以上")
_BELOW_HALF = compile_late("(?:近|将近|接近|不到|未过|没过|不足|未及|未达|小)一?半(?![个天年月夜]|小时)")
# right at the number, on either side of it: 由虧轉盈 says something else
_GAIN = "出超|盈余|剩余|賸余|贏余|顺差|结余|获利|盈利|纯益|净利|纯利|溢利|黑字|利益|净赚|超征|溢收"
_LOSS = "入超|赤字|逆差|亏损|短绌|净损|纯损|損失|损失|蚀让|净蚀|蚀|净亏|亏|短少|短收|短征|短缺|缺口"
_BALANCE_BEFORE = compile_late(
    rf"(?:(?P<gain>{_GAIN})|{_LOSS})(?:额|金额)?(?:(?:扩大|收窄|缩小|缩窄|增加?|减少|升|降)[至到为])?(?:[约达为逾超近共]|超过|高达|达到|合计|将近)?$"
)
_BALANCE_BEHIND = compile_late(rf"の(?:(?P<gain>{_GAIN})|{_LOSS})")
_CAME_TO = (
    r"\s(?:of|was|is|at|came\sto|reached|totall?ed|stood\sat|amounted\sto"
    r"|(?:widened|narrowed|grew|swelled|rose|shrank|fell)\sto)"
)
_TOLD_BEFORE = compile_late(
    rf"\b(?:(?P<gain>(?:surplus|profit|net\sincome){_CAME_TO}|earn(?:s|ed|ing)|netted|profited)"
    rf"|(?:deficit|shortfall|loss){_CAME_TO}|los(?:t|es|ing))\s"
    r"(?:(?:about|some|nearly|almost|over|more\sthan|a|record)\s){0,2}"
    r"(?:[a-z]{0,3}[$€£¥]|rmb\s)?$"
)
_TOLD_BEHIND = compile_late(
    r"\s(?:(?:net|trade|budget|operating)\s)?(?:(?P<gain>surplus|profit)|deficit|shortfall|loss)\b"
)
_LOSS_OF_ANOTHER = compile_late(
    "[对与和][^，。；,;]{1,8}(?:贸易)?(?:出现|有|的)?(?:顺差|逆差|出超|入超)|被害|受害|诈骗|诈团|骗"
)
"""What is a loss to one is a gain to another: 對美順差 is a deficit of the United States."""
_CLAUSE, _FAR_SOURCE = compile_late("[，。；,;\\n]"), 24
_MINUS = compile_late(r"(?:[ (]-|(?:^|[\s(])−|\b(?:minus|negative)\s)$")
_FALLS = compile_late("[负負减減跌降衰亏虧逆赤损損缩縮退挫−–▲△下低少-]|マイナス|零下|流出|透支|欠")
"""Near a source number: what it says is, or may be, below zero."""
_REACH, _REACH_SOURCE = 48, 12


def find_contrary_half(figure: Figure, there: tuple[Figure, ...]) -> int | None:
    """過半 of a source that speaks of one half, where English has less than half; or the other way round."""
    halves = [n for n, source in enumerate(there) if source.kind is Kind.FRACTION and is_half(source.value)]
    if len(halves) != 1:
        return None
    sides = {SIDES.get(f.approximation) for f in (figure, there[halves[0]])}
    return halves[0] if sides == {1, -1} else None


def find_other_side_of_half(folded: str, figure: Figure) -> str:
    """逾半 or 大半 of a source that has no figure for it, where English has nearly half; 近半, where it has more."""
    side = SIDES.get(figure.approximation)
    if side is None or "半" not in folded:
        return ""
    above, below = _ABOVE_HALF.search(folded), _BELOW_HALF.search(folded)
    found = below if side > 0 else above
    return found[0] if found and not (above and below) else ""


def find_other_balance(folded: str, english: str, figure: Figure, source: Figure) -> str:
    """In words, that a sum is a surplus and told as a deficit, or the other way round; nothing where it is not said."""
    start, end = source.span
    meant = _BALANCE_BEFORE.search(folded, max(0, start - _REACH_SOURCE), start) or _BALANCE_BEHIND.match(folded, end)
    if meant is None:
        return ""
    start, end = figure.span
    told = _TOLD_BEFORE.search(english[max(0, start - _REACH) : start].lower()) or _TOLD_BEHIND.match(
        english[end : end + _REACH].lower()
    )
    if told is None or bool(told["gain"]) is bool(meant["gain"]):
        return ""
    if _LOSS_OF_ANOTHER.search(_CLAUSE.split(folded[max(0, source.span.start - _FAR_SOURCE) : source.span.start])[-1]):
        return ""
    return f"direction: the source has a {'surplus or profit' if meant['gain'] else 'deficit or loss'} ({meant[0]})"


def find_lost_plus(source: str, english: str, figure: Figure, meant: Figure) -> str:
    """In words, that English puts a minus before what the source has no minus for."""
    before = english[max(0, figure.span.start - _REACH_SOURCE) : figure.span.start].lower()
    if not before.endswith(("-", "−", "minus ", "negative ")) or not _MINUS.search(before):
        return ""
    start, end = meant.span
    near = source[max(0, start - _REACH_SOURCE) : end + _REACH_SOURCE]
    return "" if _FALLS.search(near) else f"sign: {meant.surface} is not below zero"
