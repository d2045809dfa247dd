"""A whole and its parts where no word says 其中: the rest of it, seats, the saved and the missing, lists of parts."""

import re
from collections.abc import Iterator
from functools import cache

from assistant.checking.arithmetic.clauses import AMOUNTS, Clause, are_alike, counter_of
from assistant.checking.arithmetic.wordings import NOT, OTHER_TIME, SOFT, STOP, N
from assistant.checking.arithmetic.workings import Relation, add
from assistant.figures import Figure, Kind
from assistant.folding import fold
from assistant.patterns import compile_late

PARTS_AT_MOST = 12
_REST = compile_late(
    rf"(?:^|[，、；])(?:则|而|至于)?(?:(?P<all>其余|其他|其它|剩余的?|剩下的?|还剩下?|尚余|仅剩|只剩下?|残る|残り)|还有|尚有|仍有|另有)(?:则|仅)?(?:有|约)?(?P<rest>{N})"
)
"""What is left of a whole; 還有 and 另有 need not be all of it."""
_NO_WHOLE = compile_late(
    f"增|减|较|比(?!例|重)|上升|下降|均|每|各|目标|约定|预算|若|如果|率|岁|龄|价|薪|最高|最低|第|超|倍|{OTHER_TIME.pattern}"
)
"""Words between a whole and its parts that bring in figures of something else."""
_HOUSE = compile_late(
    rf"(?:全院|全会|议会|国会|众院|众议院|参院|参议院|立法院|总|共|应选|定数){NOT}，。；、]{{0,6}}?(?P<whole>{N})"
)
_SEATS = compile_late(
    rf"(?P<name>{NOT}，。；、0-9]{{2,6}}?)(?:拿下|获得|获|得|取得|赢得|有|占)?(?P<seats>{N})(?=[，、。；]|$)"
)
_OTHERS = compile_late("无党|独立|无所属|其他|其余|其它")
_LIST = compile_late(
    rf"(?P<whole>{N}){NOT}，。；、]{{0,6}}[，]?(?:其中|包括|包含|内含){SOFT}(?P<parts>{NOT}，。；、]{{1,8}}{N}(?:、{NOT}，。；、]{{1,8}}{N}){{2,9}}){STOP}"
)
_MAY_BE_BOTH = compile_late("男|女|住院|确诊|重症|就医|送医|检|含|老|幼|儿童|外籍|次|曾")
"""Parts of a list that may hold one another: women, children, patients in hospital."""
_ON_BOARD = compile_late(
    rf"(?:共有|共|载有|载|车上|船上|机上|舰上|搭载|乘客|船员|员工|学生|全体|总计)有?{SOFT}(?P<whole>{N})"
)
_ENDS = (
    "死亡|罹难|丧生|身亡|不治|遇难|丧命|死(?!伤)|亡(?<!伤亡)",
    "失踪|失联|下落不明|行方不明",
    "平安|无恙|毫发无伤|未受伤|无事|无伤",
    "受伤|轻伤|重伤|轻重伤|负伤|けが",
    "获救|救出|救起|脱困|生还",
)
"""What may become of people; saved is no end beside hurt or unhurt."""
_KINDS = (
    ("正职|正式", "约聘|兼职|临时|派遣|约雇"),
    ("男性?", "女性?"), ("有罪", "无罪"), ("赞成", "反对"), ("支持", "反对"),
    ("本国籍|本国", "外籍|外国籍"), ("成人", "儿童|孩童"),
    ("国内", "国外|海外"), ("国", "県|县|都|府"),
)  # fmt: skip
"""Names of two parts that have nothing in common."""
_OF_ALL = compile_late(f"中|のうち|总|共|[团会组队班院]{N}[，：]")
_CASUALTIES = compile_late(rf"(?:死伤|伤亡){NOT}，。；、]{{0,4}}?{SOFT}(?P<whole>{N})")


def read_wholes(clause: Clause) -> Iterator[Relation]:
    """All that can be told of a whole and its parts."""
    yield from _read_rest(clause)
    yield from _read_seats(clause)
    yield from _read_list(clause)
    yield from _read_ends(clause)
    yield from _read_kinds(clause)


def _read_rest(clause: Clause) -> Iterator[Relation]:
    """22縣市中，15縣市下雨，其餘9縣市放晴: the first figure is the whole, all before the rest are parts."""
    match = _REST.search(clause.skeleton)
    if not match:
        return
    rest, before = clause.at(match["rest"]), clause.skeleton[: match.start()]
    whole, *parts = [f for f in clause.all_in(before) if are_alike(f, rest)] or [rest]
    if parts and _is_whole(whole, parts) and not _NO_WHOLE.search(_behind_first(before)):
        yield _compare(whole, (*parts, rest), is_open=not match["all"])


def _read_seats(clause: Clause) -> Iterator[Relation]:
    """全院113席，國民黨52席，民進黨51席: together no more, and with those of no party as many."""
    house = _HOUSE.search(clause.skeleton)
    whole = clause.at(house["whole"]) if house else None
    if not house or whole is None or counter_of(whole) != "席":
        return
    found = list(_SEATS.finditer(clause.skeleton, house.end()))
    seats = [clause.at(match["seats"]) for match in found]
    everything = [f for f in clause.figures if counter_of(f) == "席" and f.kind is Kind.COUNT]
    if len(seats) > 1 and len(everything) == len(seats) + 1 and not _NO_WHOLE.search(clause.skeleton):
        is_all = any(_OTHERS.search(match["name"]) for match in found)
        yield _compare(whole, tuple(seats), is_open=not is_all)


def _read_list(clause: Clause) -> Iterator[Relation]:
    """預算100億元，其中教育30億元、國防45億元、社福40億元: together no more than all."""
    for match in _LIST.finditer(clause.skeleton):
        whole, parts = clause.at(match["whole"]), clause.all_in(match["parts"])
        if _is_whole(whole, parts) and not _MAY_BE_BOTH.search(match[0]) and not _NO_WHOLE.search(match[0]):
            yield _compare(whole, parts, is_open=True)


def _read_ends(clause: Clause) -> Iterator[Relation]:
    """Those on board, and what became of them; 死傷 are the dead and the hurt alone."""
    board = _CASUALTIES.search(clause.skeleton) or _ON_BOARD.search(clause.skeleton)
    if not board:
        return
    dead, missing, unhurt, hurt, saved = ends = [_find(clause, end, "人") for end in _ENDS]
    whole, is_all = clause.at(board["whole"]), board.re is _CASUALTIES
    parts = (dead, hurt) if is_all else (dead, missing, unhurt, hurt or (None if unhurt else saved))
    if whole in ends or counter_of(whole) != "人" or _NO_WHOLE.search(clause.skeleton[board.end() :]):
        return
    told = tuple(part for part in parts if part and (is_all or part.span.start > whole.span.start))
    if len(told) > 1 and len({part.span for part in told}) == len(told):
        yield _compare(whole, told, is_open=not is_all)


def _read_kinds(clause: Clause) -> Iterator[Relation]:
    """Two parts that have nothing in common, by their names before or behind them: no more than the first figure."""
    if _NO_WHOLE.search(clause.skeleton) or not _OF_ALL.search(clause.skeleton):
        return
    for one, other in _KINDS:
        first, second = _find(clause, one), _find(clause, other)
        if not first or not second or not are_alike(first, second) or first.kind not in AMOUNTS:
            continue
        alike = [f for f in clause.figures if are_alike(f, first)]
        is_clear = len(alike) == 3 and alike[0] not in (first, second) and _is_whole(alike[0], (first, second))
        if is_clear:
            yield _compare(alike[0], (first, second), is_open=True)


def _compare(whole: Figure, parts: tuple[Figure, ...], *, is_open: bool) -> Relation:
    return Relation(parts, whole, tuple(add(parts, is_open=is_open)), is_exclusive=True)


def _is_whole(whole: Figure, parts: list[Figure] | tuple[Figure, ...]) -> bool:
    """Whether a figure may be the whole of parts: alike, and larger than each."""
    is_like = whole.kind in AMOUNTS and are_alike(whole, *parts) and len(parts) <= PARTS_AT_MOST
    return is_like and all((part.low or 0) < (whole.low or 0) for part in parts)


def _behind_first(text: str) -> str:
    first = re.search(N, text)
    return text[first.end() :] if first else ""


def _find(clause: Clause, names: str, counter: str = "") -> Figure | None:
    """The one figure right before or behind a name; None where the name stands twice."""
    name, told = _patterns(names)
    own = [f for f in clause.figures if f.kind is Kind.COUNT and name.search(fold(f.unit))]  # 12人死亡 is one figure
    if len(own) + len(name.findall(clause.skeleton)) != 1:
        return None
    match = told.search(clause.skeleton)
    figure = own[0] if own else clause.at(match["before"] or match["behind"]) if match else None
    return figure if figure and (not counter or counter_of(figure) == counter) else None


@cache
def _patterns(names: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    behind = rf"(?:{names})(?:的|者|有|为|は|が)*{SOFT}(?P<behind>{N})"
    told = rf"{behind}|(?P<before>{N})(?:人|名|位)?(?:已|则|全|均|都|宣告|认为|裁定|主张)*(?:{names})"
    return compile_late(names), compile_late(told)
