"""Which figures of a sentence the words put into a relation: a lead, parts and their whole.

Each reader looks for one wording in the skeleton of a sentence and yields what should follow from what. A wording that
leaves open which figures are meant yields nothing.
"""

import re
from collections.abc import Iterator

from assistant.checking.arithmetic.clauses import AMOUNTS, Clause, are_alike, counter_of
from assistant.checking.arithmetic.ranges import range_of
from assistant.checking.arithmetic.wordings import NOT, OTHER_TIME, SOFT, STOP, N
from assistant.checking.arithmetic.workings import Relation, add, bound, subtract
from assistant.figures import Figure, Kind
from assistant.figures.values import Number
from assistant.patterns import compile_late

# ---------------------------------------------------------------------------------------------------------- leads

_LEAD = compile_late(
    "(?:(?P<than>比[^，。；]{1,10}?)(?:多出|高出|多|高|少|低)(?:了|出)?|(?<!不)(?:领先|大胜|小胜|险胜|胜过|赢过|赢|胜|落后|输给|小输|大输|惨输|差距|相差|落差))"
    rf"(?P<object>{NOT}，。；]{{0,8}}?){SOFT}(?P<result>{N})"
)
_BETWEEN_TWO = ("差距", "相差", "落差")
_GAP = compile_late(rf"以{SOFT}(?P<result>{N})(?:之差|的差距|差距|的落差)")
_GAP_OF = compile_late(rf"(?:その|両者の|两者の|[2二]人の)差[はが]{SOFT}(?P<result>{N})")
_GAP_BY = compile_late(rf"[、，](?P<result>{N})差(?:だった|で|となった|の|$)")
"""In Japanese: その差は27.7ポイント, 12票差だった."""
_WHOEVER = compile_late("^(?:对手|对方|第二名|后者|前者|其|他|她|双方|两人|两者|者|也|就|都|则|幅度|已|过|的)*$")
_ADVERBS = compile_late("以|大幅|遥遥|明显|小幅|微幅|暂时|目前|仍|则|也|已经|已|共|最后|最终|险|些微|支持")
GAP_WORDS_AT_MOST = 3
"""Characters before 差距 that still speak of the two: 兩黨, 雙方."""
_CHANGES = compile_late("上升|下滑|下降|升至|降至|增至|减至|涨|跌|成长|衰退|增加|减少|误差|较")


def read_leads(clause: Clause) -> Iterator[Relation]:
    """Two figures, and by how much one leads: 52.6 and 24.9 per cent, more than 27 points."""
    done = 0
    patterns = (_LEAD, _GAP, _GAP_OF, _GAP_BY)
    found = sorted((m for pattern in patterns for m in pattern.finditer(clause.skeleton)), key=lambda m: m.start())
    for match in found:
        result, before = clause.at(match["result"]), clause.skeleton[done : match.start()]
        terms = tuple(f for f in clause.all_in(before) if _may_differ_by(f, result))
        names = [match[name] for name in ("than", "object") if name in match.re.groupindex and match[name]]
        is_gap = match[0].startswith(_BETWEEN_TWO) or match.re in (_GAP_OF, _GAP_BY)
        if len(terms) == 2 and are_alike(*terms) and _is_lead(before, names) and _is_by_one(before, is_gap=is_gap):
            yield Relation(terms, result, tuple(subtract(*terms)))
        if len(terms) > 1:
            done = match.end()


def _may_differ_by(term: Figure, result: Figure) -> bool:
    """Whether the difference of two such figures is such a result; of shares it is points."""
    if result.kind is Kind.POINTS or result.kind is Kind.PERCENT:
        return term.kind is Kind.PERCENT
    return result.kind in AMOUNTS and are_alike(term, result)


def _is_lead(before: str, names: list[str]) -> bool:
    """Whether the two figures before are those of the two that are compared, and of one time."""
    first = re.search(N, before)
    if not first or OTHER_TIME.search(before) or _CHANGES.search(before[first.end() :]):
        return False
    bare = [re.sub(f"^比|{N}", "", name) for name in names]
    return all(not OTHER_TIME.search(name) and (_WHOEVER.match(name) or name in before) for name in bare)


def _is_by_one(before: str, *, is_gap: bool) -> bool:
    """Whether who leads is one of those named before; a new noun (看好度) would bring in another pair of figures."""
    subject = _ADVERBS.sub("", re.split("[，；：。]", before)[-1])
    if re.search(N, subject):
        subject = re.split(N, subject)[-1]
    if is_gap:
        return len(subject) <= GAP_WORDS_AT_MOST
    return bool(_WHOEVER.match(subject)) or before.count(subject) > 1


# -------------------------------------------------------------------------------------------- parts and the whole

COMPLETE = "(?![，（]?(?:含|包括|包含|连同|加上|不含|扣除))"
_TIGHT = compile_late(
    rf"(?P<parts>{N}{NOT}，。；、]{{0,3}}?(?:[、和与及跟]?{N}{NOT}，。；、]{{0,3}}?){{1,4}})(?:合计|共计|总计|一共|总共|合共|共|の[计計]){SOFT}(?P<result>{N}){COMPLETE}"
)
_LOOSE = compile_late(
    rf"(?<=[，；、])(?:(?P<many>[两二三四五])(?:者|项|人|案|地|县市|市|国|家|队|天|日|季|月)|(?P<number>{N})(?:者|项|人|案|地|县|市|国|家|队)?|双方|以上|前后)?"
    rf"(?:合计|共计|总计|加总|加起来|总共|合共|总和){SOFT}(?P<result>{N}){STOP}{COMPLETE}"
)
_NOT_PARTS = compile_late(
    "其中|包括|包含|含|较|比|增至|增加|减少|成长|衰退|从|由|目标|占|之外|除了|另|以外|等|预算|底价|原|升|降|涨|跌|每|均|各|若|如果|或"
)
PARTS_AT_MOST = 6
_CLASSED = compile_late(f"{N}[名位]?[男女老少死伤胜败平和大小]")
_NUMERALS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5}


def read_sums(clause: Clause) -> Iterator[Relation]:
    """Parts, then their sum: 5男3女共8人; 前者A、後者B,合計C."""
    for match in _TIGHT.finditer(clause.skeleton):
        parts, result = clause.all_in(match["parts"]), clause.at(match["result"])
        before = clause.skeleton[max(0, match.start() - 4) : match.start()]
        is_clear = all(part.unit for part in parts) or len(_CLASSED.findall(match["parts"])) == len(parts)
        if _are_parts(parts, result) and is_clear and not _NOT_PARTS.search(match["parts"]) and not _is_list(before):
            yield Relation(parts, result, tuple(add(parts)), is_exclusive=True)
    for match in _LOOSE.finditer(clause.skeleton):
        before, result = clause.skeleton[: match.start()], clause.at(match["result"])
        parts = tuple(f for f in clause.all_in(before) if are_alike(f, result))
        first = re.search(N, before)
        around = before[max(0, first.start() - 6) :] if first else ""
        if not _are_parts(parts, result) or _NOT_PARTS.search(around) or OTHER_TIME.search(around):
            continue
        if _count_named(clause, match) in (0, len(parts)) and (result.low or 0) > max(part.low or 0 for part in parts):
            yield Relation(parts, result, tuple(add(parts)))


def _count_named(clause: Clause, match: re.Match[str]) -> Number:
    """How many parts the words name (兩者, 三地); 0 where they do not say."""
    if match["number"]:
        return clause.at(match["number"]).low or 0
    return _NUMERALS.get(match["many"] or "", 0)


def _is_list(before: str) -> bool:
    """Whether what stands before the first part is a figure or its end: the list may begin earlier."""
    return bool(re.search(f"{N}{NOT}]{{0,3}}[、和与及]$", before))


def _are_parts(parts: tuple[Figure, ...], result: Figure) -> bool:
    if not 2 <= len(parts) <= PARTS_AT_MOST or result.kind not in (Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.PERCENT):
        return False
    bare = all(part.kind is Kind.COUNT and not part.unit for part in parts)
    people = bare and result.kind is Kind.COUNT and counter_of(result) in ("人", "", "场", "起", "件")
    return are_alike(*parts) and (people or are_alike(parts[0], result))


_OF_WHICH = compile_late(rf"(?P<whole>{N}){NOT}，。；]{{0,12}}[，（]?其中{NOT}，。；]{{0,8}}?{SOFT}(?P<part>{N})")
_NET = compile_late("[买卖]超|净|出超|入超|顺差|逆差")
"""Of what is left when some took away and others added, a part may be more than the whole."""
_NO_TOTAL = compile_late(
    "均|每|中位|可支配|寿命|岁|龄|身高|体重|薪|工资|赁金|价(?!值)|票|电费|学费|规费|率(?!团|队|先|领)|指数|得分|最低|最高|领先|差距|相差"
)
"""Around a figure they make it none of which others are parts: an average, a price, a wage, a lead."""
_TOTAL = compile_late("共|总|合计|营收|营业收入|营业额|销售额|出口|投资|预算|捐款|卖上|税收")
"""Around an amount of money they make it a total."""
_NEAR = 12
_AGES = ("岁", "歲")
_SPLIT = compile_late(
    rf"(?P<whole>{N})(?P<link>{NOT}。；]{{0,8}}(?:包括|包含|其中|分别为|分别是|[，（]))"
    rf"(?P<parts>{N}(?:名|位|人)?(?:男|女|死|伤){NOT}，。；]{{0,3}}?[、和与及]?{N}(?:名|位|人)?(?:男|女|伤){NOT}，。；、]{{0,2}}){STOP}"
)

_BOTH = (
    ("男(?:性|子|生|童)?", "女(?:性|子|生|童)?"), ("国内", "国外|海外|国际"), ("内需", "外需|外销"),
    ("城镇|城市", "农村|乡村"),
)  # fmt: skip
"""Names of two parts that are all of a whole."""
_OF_MORE = (
    ("执政党", "在野党"), ("主队", "客队"), ("成人", "儿童|孩童"), ("自用", "营业"),
    ("中央(?:政府)?(?:补助|负担|出资|出)?", "地方(?:政府)?(?:自筹|负担|出资|出)?"),
)  # fmt: skip
"""Names of two parts beside which there may be others that are not told: independents, infants."""
_FIRST_OF_BOTH = compile_late("|".join(one for one, _ in (*_BOTH, *_OF_MORE)))
"""Most sentences have none of these: they are not read for each pair."""
_HAS = "(?:有|为|占|各有|得|进|は|が)?"
_INTO = r"(?:包括|包含|其中|分别为|分别是|[，（：:中]|のうち、?|内訳は|内译は|[でち]、?)"
_REST = rf"(?P<rest>[、，](?:其余|其他|无党籍|无党派|独立|无所属){NOT}，。；、]{{0,4}}?{N})?"
_IN_TWO = tuple(
    (
        compile_late(
            rf"(?P<whole>{N})(?P<link>{NOT}。；]{{0,10}}?{_INTO})"
            rf"(?P<parts>(?:{one}){_HAS}{N}[、，和与及](?:{other}){_HAS}{N}{_REST}){STOP}(?!.{{0,12}}(?:不明|不详|未))"
        ),
        is_open,
    )
    for pairs, is_open in ((_BOTH, False), (_OF_MORE, True))
    for pair in pairs
    for one, other in (pair, pair[::-1])
)
"""Two parts of a total, named before their figures (126人罹難，男性71人、女性55人), and whether there may be more."""


def read_parts(clause: Clause) -> Iterator[Relation]:
    """A whole, then parts of it: no part is more than the whole; men and women are all of it."""
    for match in _OF_WHICH.finditer(clause.skeleton):
        whole, part = clause.at(match["whole"]), clause.at(match["part"])
        before = clause.all_in(clause.skeleton[: match.start("part")])
        larger = (f for f in before if are_alike(f, part) and (r := range_of(f)) and r.high >= (part.low or 0))
        around = clause.skeleton[max(0, match.start() - _NEAR) : match.end()]
        is_open = _NET.search(around) or _NO_TOTAL.search(around)
        if are_alike(whole, part) and part.kind in (Kind.COUNT, Kind.MONEY) and not is_open and not any(larger):
            yield Relation((whole,), part, tuple(bound(whole)), is_exclusive=True)
    for match in _SPLIT.finditer(clause.skeleton):
        words = match["parts"]
        is_whole = ("男" in words and "女" in words) or re.search("死伤|伤亡", match["link"])
        if is_whole and counter_of(clause.at(match["whole"])) == "人":
            yield from _add_up(clause, match)
    for pattern, may_be_more in _IN_TWO if _FIRST_OF_BOTH.search(clause.skeleton) else ():
        for match in pattern.finditer(clause.skeleton):
            whole = clause.at(match["whole"])
            if are_alike(whole, *clause.all_in(match["parts"])):
                yield from _add_up(clause, match, is_open=may_be_more and not match["rest"])


def _add_up(clause: Clause, match: re.Match[str], *, is_open: bool = False) -> Iterator[Relation]:
    """Parts that are a whole, or, where there may be others, no more than it."""
    parts, whole = clause.all_in(match["parts"]), clause.at(match["whole"])
    start = max(0, match.start() - _NEAR)
    around = clause.skeleton[start : match.end()]
    is_total = whole.kind is Kind.COUNT or _TOTAL.search(around)
    if whole.unit in _AGES or _NO_TOTAL.search(around) or not is_total or re.search("另|还|又|再", match["link"]):
        return
    yield Relation(parts, whole, tuple(add(parts, is_open=is_open)), is_exclusive=True)
