"""What the names of figures put into a relation: spending and revenue, exports and imports, turnout, a poll.

Each name stands once in a sentence, its figure right behind it; of two periods, or two polls, nothing is worked out.
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from assistant.checking.arithmetic.clauses import Clause, are_alike, counter_of
from assistant.checking.arithmetic.ranges import Range, range_of
from assistant.checking.arithmetic.wordings import NOT, SOFT, STOP, N
from assistant.checking.arithmetic.workings import Relation, Working, add, divide, subtract
from assistant.figures import Figure, Kind
from assistant.patterns import compile_late

_NEAR = rf"(?:(?!年增|年减|月增|月减|增|减|较|比|率|去年|前年|上|原|预){NOT}，。；、]){{0,8}}?{SOFT}"
_BALANCES = (
    ("岁出|支出|歳出", "岁入|收入|歳入", "短绌|差短|短差|赤字|赤字|剩余|賸余|盈余|结余|黑字|黒字"),
    ("出生", "死亡", "自然减少|自然增加"),
    ("出口|输出", "进口|输入", "出超|入超|顺差|逆差|赤字|黑字|黒字"),
)
_KINDS = (Kind.MONEY, Kind.COUNT)
_OTHER_PERIOD = compile_late(
    "累计|累積|累积|全年|半年|去年|前年|今年|同期|上月|合计|连续|第|其中|含|同比|对[^，。；]{1,6}(?:出超|入超|顺差|逆差)"
)
_VOTERS = "选民|选举人(?:总)?数?|选举权人数?|有权人数?|有投票权"
_VOTES = "投票(?:人数|数|者)?(?![率所日权])|投下|总票数"
_FOR = "(?<![不反])(?:支持|赞成|賛成|同意|满意)"
_AGAINST = "反对|不支持|不赞成|不同意|不满意"
_NEITHER = "无意见|没意见|没有意见|未表态|不知道|拒答|未决定|未回答|わからない|分からない|无回答"
_SIDES = ((_FOR, _AGAINST), (_AGAINST, _FOR))
_POLLS = tuple(
    compile_late(form)
    for one, other in _SIDES
    for form in (
        rf"(?:{one}){_NEAR}(?P<x>{N}){NOT}]{{0,8}}(?:{other}){_NEAR}(?P<y>{N}){NOT}]{{0,8}}(?:{_NEITHER}){_NEAR}(?P<z>{N})",
        rf"(?P<x>{N})(?:的人|的受访者|受访者|民众)?(?:表示)?(?:{one}){NOT}]{{0,4}}(?P<y>{N})(?:的人|的受访者)?(?:{other})"
        rf"{NOT}]{{0,4}}(?P<z>{N})(?:的人)?(?:{_NEITHER})",
    )
)
_VOTES_OF = compile_late(
    rf"(?:得票率|市占率|市场份额|政党支持[度率]|[党蓝绿白]支持[度率])(?:分别|依序|依次)(?:为|是|有)?{SOFT}"
    rf"(?P<shares>{N}(?:[、，和与及]{N}){{2,4}}){STOP}"
)
_TWO_VOTES = compile_late(
    "选区|届|县|市场|各地|年|月|季|次|场|轮|支持者|选民|民众对|男|女|岁|最高|复选|可选|[各两三四]国"
)
"""Shares of several wholes."""
_TWO_POLLS = compile_late("男|女|岁以|老|年轻|上次|上月|去年|前次|增|减|党|复选|可选")


_BODY = "代表|代议员|委员|议员|立委|理事|董事|监事|成员|会员|党员|股东|评审|大法官|法官|陪审员"
_ELECTORS = compile_late(
    rf"(?P<whole>{N})[^\ue000-\ue18f，。；、]{{0,6}}?(?:{_BODY})|(?:{_BODY}){SOFT}(?P<named>{N})(?=のうち|中|出席|投票|が投票)"
)
_SIDE = "赞成|賛成|同意|支持|反对|不同意|弃权|弃権|无效|白票"
_BALLOT = compile_late(
    rf"(?P<before>{N})(?:{_SIDE})|(?:{_SIDE})(?:票|者)?{SOFT}(?P<behind>{N})|(?:得|获得?|拿下|拿到){SOFT}(?P<won>{N})"
)
_MANY_BALLOTS = compile_late("每人|各可|可投|连记|复选|加权|轮|次|场|案|上届|去年|另|其他|以上|选区|男|女")
"""Somebody may have more than one of the votes, or they are of several ballots."""


def read_balances(clause: Clause) -> Iterator[Relation]:
    """Two sides of an account, and what is left or lacking."""
    for one, other, names in _BALANCES:
        spent, earned, left = (_find(clause, name) for name in (one, other, names))
        if spent and earned and left and all(f.kind in _KINDS for f in (spent, earned, left)):
            before = clause.skeleton[: clause.skeleton.index(_mark(clause, left))]
            link = re.split(N, before)[-1]
            if are_alike(spent, earned, left) and not _OTHER_PERIOD.search(link):
                yield Relation((spent, earned), left, tuple(subtract(spent, earned)), is_exclusive=True)


def read_turnout(clause: Clause) -> Iterator[Relation]:
    """Those who may vote, those who did, and the share that they are."""
    voters, votes, turnout = (_find(clause, name) for name in (_VOTERS, _VOTES, "投票率"))
    if voters and votes and turnout and voters.kind is votes.kind is Kind.COUNT and turnout.kind is Kind.PERCENT:
        yield Relation((votes, voters), turnout, tuple(divide(votes, voters)), is_exclusive=True)


def read_polls(clause: Clause) -> Iterator[Relation]:
    """For, against and neither: together no more than all."""
    for pattern in _POLLS:
        for match in pattern.finditer(clause.skeleton):
            x, y, z = (clause.at(match[name]) for name in "xyz")
            if all(f.kind is Kind.PERCENT for f in (x, y, z)) and not _TWO_POLLS.search(clause.skeleton):
                yield Relation((x, y), z, tuple(_leave(x, y)), is_exclusive=True)


def read_votes(clause: Clause) -> Iterator[Relation]:
    """Shares of one vote or one market, one after the other: together no more than all."""
    for match in _VOTES_OF.finditer(clause.skeleton):
        *shares, last = clause.all_in(match["shares"])
        is_one = not _TWO_VOTES.search(clause.skeleton.replace("市场份额", ""))
        is_alone = len(clause.figures) == len(shares) + 1  # 三位市長, 近三屆: each of a vote of his own
        if is_one and is_alone and all(f.kind is Kind.PERCENT for f in (*shares, last)):
            yield Relation(tuple(shares), last, tuple(_leave(*shares)), is_exclusive=True)


def read_ballots(clause: Clause) -> Iterator[Relation]:
    """Those who may vote, and the votes cast: together no more than there are voters, 120名代表, 70票贊成、60票反對."""
    electors = list(_ELECTORS.finditer(clause.skeleton))
    if len(electors) != 1 or _MANY_BALLOTS.search(clause.skeleton):
        return
    whole = clause.at(electors[0]["whole"] or electors[0]["named"])
    found = _BALLOT.finditer(clause.skeleton, electors[0].end())
    votes = tuple(clause.at(match["before"] or match["behind"] or match["won"]) for match in found)
    counted = all(vote.kind is Kind.COUNT and counter_of(vote) in ("票", "人") for vote in votes)
    if len(votes) > 1 and counted and whole.kind is Kind.COUNT and counter_of(whole) == "人":
        yield Relation(votes, whole, tuple(add(votes, is_open=True)), is_exclusive=True)


def _leave(*shares: Figure) -> Iterator[Working]:
    """What shares leave of the whole: at most so much."""
    ranges = [size for size in map(range_of, shares) if size]
    if len(ranges) == len(shares):
        most = Fraction(100) - sum(size.low for size in ranges)
        value = Fraction(100) - sum(size.middle for size in ranges)
        form = "100%" + "".join(f" − {{{n}}}" for n in range(len(shares)))
        yield Working(form, max(value, Fraction(0)), Range(Fraction(0), max(most, Fraction(0))))


def _find(clause: Clause, names: str) -> Figure | None:
    """The figure right behind a name; None where the name stands twice, or has none."""
    name, told = _patterns(names)
    if len(name.findall(clause.skeleton)) != 1:
        return None
    found = told.search(clause.skeleton)
    return clause.at(found["figure"]) if found else None


@cache
def _patterns(names: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A name, and a name with its figure."""
    return compile_late(names), compile_late(rf"(?:{names}){_NEAR}(?P<figure>{N})")


def _mark(clause: Clause, figure: Figure) -> str:
    return next(c for c in clause.skeleton if re.fullmatch(N, c) and clause.at(c) is figure)
