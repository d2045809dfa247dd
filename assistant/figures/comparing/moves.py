"""What a source says of a number that moved: a rise or a fall, and whether the number is the step or where it ended."""

from functools import lru_cache
from typing import NamedTuple

from assistant.patterns import compile_late

FALL, RISE = "a fall", "a rise"


class Move(NamedTuple):
    """What the words right beside a source figure say."""

    direction: str = ""
    ends: str = ""
    """``to`` where the number is what was reached (減至), ``by`` where it is the step (減少); "" for either."""
    before: int = 0
    behind: int = 0
    """How many characters the words take on either side of the figure."""


_NO_MOVE = Move()
_UP = (
    "加息|升息|加薪|增产|增持|涨价|加价|增资|上涨|增长|成长|增加|上升|提高|攀升|飙升|大涨|上调|调升|调涨|调高|回升|劲扬"
    "|上扬|收高|走高|扩大|扩增|高出|多出|多花|多了|增幅|涨幅|升幅|年增|月增|季增|延长|升值|涨|升|增|贵|重了|胖了|前进|进步"
)
_DOWN = (
    "减息|降息|降准|减薪|减产|减持|降价|减税|减资|减刑|下跌|下降|减少|衰退|下滑|缩减|萎缩|下调|调降|调低|回落|重挫|大跌|暴跌|滑落"
    "|负成长|负增长|下挫|锐减|跌幅|降幅|减幅|年减|月减|季减|跌|降|减"
    "|便宜|收低|走低|轻了|瘦了|退步|后退|倒退"
    "|缩短|短缩|缩小|贬值|少了|少花|少(?<=[期年月季]少)"
)
# every branch begins with a letter of its own, so that the matcher skips to one; 少增 grew by so much less
_BEFORE = compile_late(
    f"({_UP}|{_DOWN})"
    "(?<![公每毫加不未没0-9一二三四五六七八九十百千万两半]升)(?<![加不未没降减跌]增)(?<![不未没升]降)(?<![加不未没增]减)(?<!少增)(?<!少增加)(?<!少增长)(?<!少减)(?<!少减少)"
    "([了约近将逾超过达幅至到为成共将大概整体]{0,3}"
    "(?:原[来本先有]的?|[去上]年的|同期的"
    "|(?<=[至到为])(?:[今去前]年|目前|现在|当前|最近|上个?[月季周]|本[月季周]|[昨今][天日])?(?:最[低高]的?|的))?)$"
)
_TRIGGERS = frozenset("低多花了涨长加升高增扩出幅跌降少退滑减缩调落挫扬短延值贬贵重胖进步宜轻瘦")
"""One of them stands in whatever `_BEFORE` and `_BEHIND` match; beside most numbers none does."""
_BEHIND = compile_late(
    "(?:以上|程度|近く|余り|ほど|だけ|前后|超|も|台){0,2}(?P<to>に|へ|まで)?の?"
    "(?:(?P<up>增加?え?た?(?!税|[刊资])|高い?(?![校速温级等层价额齢龄山度空处的楼さ所])|上升|上昇|上が(?:った|[っりる])|上回|引き?上げた?|[値值利]上[がげり]|伸び|延[びば]|延长|拡大|多[いくか]|上涨|增长|円高)"
    "|(?P<down>减少?っ?た?(?!税|资)|安(?![打全心定倍保价価装徽息])|下落|低下|下が(?:った|[っりる])|下回|引き?下げた?|[値值利]下[がげり]|缩小|缩[めま]|短缩|短[いく]|落ち|少な[いくか]|低[いくか]|下跌|下降|円安))"
)
_JAPANESE = frozenset("円增高上引値值利伸拡多减安下缩落少低にへまの以程近余ほだ前超も台")
_FALLEN = frozenset("円元%ト点銭钱割")
"""What ends a price before 安; five 安打 are hits."""
_COMPARED = compile_late(
    "[比较](?:去年|前年|上[月季周次届]|前一?[年月季周日天]|[0-9]+年前|[0-9]+月|预[期计估]|目标|平[日时]|昨[天日年]|往年|同期|上年|上个月)(?:同期)?[^，。；、,;]{0,4}([多少])(?:约|近|了)?$"
)
"""15 more than last year, for 比去年多15家; without what it is compared with, 多 and 少 say too many other things."""
_RISES = frozenset(_UP.split("|"))
_NOUNS = frozenset({"增长", "成长", "衰退", "扩大"})
"""What names the growth itself: 增長為5% is growth of 5 percent."""
_LONGEST_BEFORE, _LONGEST_BEHIND = 10, 12


def read_move(folded: str, start: int, end: int) -> Move:
    """The move that the words before a figure of the folded source tell, or in Japanese those behind it."""
    before, behind = folded[max(0, start - _LONGEST_BEFORE) : start], folded[end : end + _LONGEST_BEHIND]
    if not _TRIGGERS.isdisjoint(before) and (move := _read_before(before)).direction:
        return move
    if behind[:1] not in _JAPANESE or (behind[:1] == "安" and folded[end - 1] not in _FALLEN):
        return _NO_MOVE
    return _read_behind(behind)


@lru_cache(1_000)
def _read_before(before: str) -> Move:
    """Kept, as every English text asks it again."""
    match = _BEFORE.search(before)
    if not match:
        compared = _COMPARED.search(before)
        return Move(RISE if compared[1] == "多" else FALL, "by", before=len(compared[0])) if compared else _NO_MOVE
    verb, reach = match[1], match[2]
    ends = "by"
    if verb[-1] == "幅" or verb[0] in "年月季" or "幅" in reach:
        ends = ""
    elif "为" in reach:
        ends = "" if verb in _NOUNS else "to"
    elif not {"至", "到", "成"}.isdisjoint(reach):
        ends = "to"
    elif "达" in reach or reach.endswith("的"):
        ends = ""  # 攀升达2万人 is what was reached, 增长达5% the growth
    return Move(RISE if verb in _RISES else FALL, ends, before=len(match[0]))


@lru_cache(1_000)
def _read_behind(behind: str) -> Move:
    match = _BEHIND.match(behind)
    if not match:
        return _NO_MOVE
    return Move(RISE if match["up"] else FALL, "to" if match["to"] else "by", behind=len(match[0]))
