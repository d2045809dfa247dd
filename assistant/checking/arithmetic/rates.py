"""Shares by their names (及格率), shares with their amount (七成，約42億元), prices with quantities (每張350元)."""

import re
from collections.abc import Iterator

from assistant.checking.arithmetic.clauses import AMOUNTS, SHARES, Clause, are_alike, counter_of
from assistant.checking.arithmetic.wordings import NOT, OTHER_TIME, SOFT, STOP, N
from assistant.checking.arithmetic.workings import Relation, divide, multiply
from assistant.figures import Figure, Kind
from assistant.folding import fold
from assistant.patterns import compile_late

_RATE = compile_late(
    rf"(?:^|[，。；、])(?:(?:整体|总体|总|全体|其|平均|因此|约|换算|也就是)的?)*(?P<label>{NOT}，。；、]{{2}})率{NOT}，。；、]{{0,3}}?{SOFT}(?P<rate>{N})"
)
_NO_SHARE = compile_late(
    "成长|增长|年增|月增|衰退|速|效|频|汇|利(?=率)|倍|升|降|涨|跌|机|功|殖利|生育|通胀|税|费|周转|增加|减少"
)
"""Before 率: what is no part of a whole."""
_LABEL_WITHIN = 8
_NOT = compile_late("[不未非没无]")
_CUT_FIGURE = compile_late(N)
_CUT = compile_late(f"[，。；、]|{N}")
_WHOLE = compile_late("总|全|共|应|中的?$|报名|报考|参加|出席|样本|营收")
_SHARED = compile_late(
    rf"(?P<whole>{N}){NOT}。；]{{0,14}}?(?:负担|出资|承担|补助|分摊|提拨|捐出|拨出|占){SOFT}(?P<share>{N})"
    rf"[，（、]?(?:约|即|也就是|相当于|等于|计|共|金额|合计|为|达)*(?P<part>{N}){STOP}"
)
_EACH = compile_late(rf"每(?P<of>{NOT}，。；、0-9]{{1,9}})(?P<each>{N})(?!起|以上|至|到|以下|左右)")
"""What one of them costs or gets; its counter, and what is told of it."""
_NUMERAL = compile_late("^[0-9.,，〇零一二三四五六七八九十百千万亿两兆多余约]+")
_NO_PRICE = compile_late("增|减|涨|跌|降|升|较|比|年|月|天|日|小时|最高|最低|起|多|少|约|近|逾|超")
_MORE = compile_late("含|另|加上|扣|不计|之外|赚|利润")
"""Something else is in the total, or is not."""
_TOTAL = compile_late("共|总|收入|合计|合計|得款|获得?|领|计|营收|金额|票房|支付|花费|筹得|募得|全长|分成|分为")
_FIGURES = 3
"""Of a price, a quantity and what they come to: with any other figure like them, one cannot tell."""


def read_rates(clause: Clause) -> Iterator[Relation]:
    """The name of a rate says which figure is the part: 240人參加，180人及格，及格率75%."""
    first = _CUT_FIGURE.search(clause.skeleton)
    behind = clause.skeleton[first.start() :] if first else ""
    for match in _RATE.finditer(clause.skeleton):
        rate, label = clause.at(match["rate"]), match["label"]
        if rate.kind not in SHARES or _NO_SHARE.search(label) or OTHER_TIME.search(behind):
            continue
        at = match.start("label")
        parts = [f for place, f in clause.places() if _is_labelled(clause.skeleton, place, f, label, at)]
        like = [f for f in clause.figures if f.kind is not Kind.PERCENT and parts and are_alike(f, parts[0])]
        if len(parts) == 1 and len(like) == 2:
            part, whole = parts[0], next(figure for figure in like if figure is not parts[0])
            if (whole.low or 0) > (part.low or 0) and _may_be_whole(clause, whole, part):
                yield Relation((part, whole), rate, tuple(divide(part, whole)), is_exclusive=True)


def _is_labelled(skeleton: str, at: int, figure: Figure, label: str, rate_at: int) -> bool:
    """Whether a label stands right before or behind a figure, outside the name of the rate itself."""
    if figure.kind not in AMOUNTS:
        return False
    before, behind = _look_before(skeleton, at), _CUT.split(skeleton[at + 1 : at + 1 + _LABEL_WITHIN])[0]
    is_rate = at < rate_at <= at + 1 + len(behind)
    if _NOT.search(before + behind):
        return False
    is_won = label == "得票" and before.endswith(("得到", "获", "获得", "得"))
    return label in before or (label in behind and not is_rate) or is_won


def _may_be_whole(clause: Clause, whole: Figure, part: Figure) -> bool:
    at = next(place for place, figure in clause.places() if figure is whole)
    return whole.span.start < part.span.start or _WHOLE.search(_look_before(clause.skeleton, at)) is not None


def _look_before(skeleton: str, at: int) -> str:
    return _CUT.split(skeleton[max(0, at - _LABEL_WITHIN) : at])[-1]


def read_shared(clause: Clause) -> Iterator[Relation]:
    """A whole, a share of it, and the amount that it is: 60億元，中央負擔七成，約42億元."""
    for match in _SHARED.finditer(clause.skeleton):
        whole, share, part = (clause.at(match[name]) for name in ("whole", "share", "part"))
        is_share = share.kind in SHARES
        if is_share and are_alike(whole, part) and whole.kind in AMOUNTS:
            yield Relation((part, whole), share, tuple(divide(part, whole)), is_exclusive=True)


def read_products(clause: Clause) -> Iterator[Relation]:
    """A price or a share for each, how many there are, and all together: 每張350元，售出1,200張，收入42萬元."""
    found = list(_EACH.finditer(clause.skeleton))
    if (
        len(found) != 1
        or _MORE.search(clause.skeleton)
        or _NO_PRICE.search(found[0]["of"])
        or OTHER_TIME.search(_without_average(clause.skeleton))
    ):
        return
    each = clause.at(found[0]["each"])
    numbers = [f for f in clause.figures if f is not each and _is_counted_in(f, found[0]["of"])]
    totals = [f for f in clause.figures if f is not each and f not in numbers and are_alike(f, each)]
    others = [f for f in clause.figures if f.kind in AMOUNTS]
    if len(numbers) == len(totals) == 1 and len(others) == _FIGURES and (totals[0].low or 0) > (each.low or 0):
        between = re.split(N, clause.skeleton)
        if any(_TOTAL.search(piece) for piece in between):
            yield Relation((each, numbers[0]), totals[0], tuple(multiply(each, numbers[0])), is_exclusive=True)


def _without_average(skeleton: str) -> str:
    return skeleton.replace("平均", "").replace("每", "")


def _is_counted_in(figure: Figure, counter: str) -> bool:
    """Whether a figure counts what 每 stands before: 15人 of 每人分得, 500公斤 of 每公斤收購價."""
    if figure.kind is Kind.COUNT:
        return bool(figure.unit) and counter_of(figure) == ("人" if counter[0] in "人名位" else counter[0])
    unit = _NUMERAL.sub("", fold(figure.surface))
    return figure.kind is Kind.MEASURE and bool(unit) and counter.startswith(unit)
