"""Whose number it is, by the words beside it: the dead or the injured, imports or exports, what it was or is."""

import re

from assistant.figures.comparing.role_words import (
    Roles,
    english_words,
    groups_behind,
    list_behind,
    one_of_each,
    source_words,
)
from assistant.figures.comparing.steps import without_step
from assistant.figures.values import Figure
from assistant.patterns import compile_late

_WIDEST, _WIDEST_SOURCE = 36, 14
"""Characters beside a number in which its word is looked for."""
_CLAUSE = compile_late(
    r"[,.;:()](?!\d)|\d|\b(?:and|while|but|with|whereas|compared|(?<!more )(?<!less )(?<!fewer )than|from|as"
    r"|to(?!\s(?:reach|rise|fall|hit|total|come|grow|increase|be|exceed|top|stand|climb|drop|decline|amount)\b)"
    r"|before|after|when|where|until|because|though|although|on(?=\s(?:revenue|sales|turnover))"
    r"|against(?=\s(?:revenue|spending|sales|exports|imports))|two|three|four|five|six|seven|eight|nine|ten)\b"
)
"""For text in lower case, as all patterns for English here: to compare letters of any case takes far longer."""
_SOURCE_CLAUSE = compile_late(r"[，。；、,;:：()（）0-9二三四五六七八九十]|(?<![前上])一|[和与及而]")
# what a number was, what it is, and what lies between, by the word right before it (in Japanese right behind it)
_HEDGE = (
    r"(?:(?:about|around|some|roughly|nearly|almost|over|just|more\sthan|less\sthan|fewer\sthan|under|below|fiscal|a|an|the|its|current|previous|record|earlier)"
    r"\s){0,3}"
)
_ENDS = compile_late(
    rf"(?:\b(?P<from>from|rather\sthan|instead\sof)|\b(?P<to>to)|\b(?P<by>by)|,\s(?:up|down))\s{_HEDGE}(?:[a-z]{{0,3}}[$€£¥])?$"
)
_BY_ITSELF = compile_late(r"[,.;)](?!\d)|\sand\b|$")
"""Behind a number that stands in commas, as ages do."""
_SIGNS_OF_MONEY = frozenset("$€£¥")
_LAST_OF_ENDS = (
    "from", "of", "to", "by", "up", "down", "about", "around", "some", "roughly", "nearly", "almost", "over", "just",
    "than", "under", "below", "fiscal", "a", "an", "the", "its", "current", "previous", "record", "earlier",
)  # fmt: skip
"""The last words of what `_ENDS` matches, where no sign of money stands behind them."""
_OF_BOTH_ENDS = frozenset({"shares", "years", "recent"})
"""Groups whose words are said of a whole range."""
_OF_A_DATE = frozenset("年月季日")
_DIGITS = tuple("0123456789一二三四五六七八九十")
_RATHER = compile_late(
    r"\b(?:compared|according|relative|due|thanks|up\sto|close|near|next|equal|equivalent|apart)\s(?:from|to)\s"
)
_SOURCE_ENDS = compile_late(
    r"(?P<from>[由从自](?:海拔|每股|每[公吨斤升桶]|目前的|原来的|最初的)?|原[本先来]?的?|(?:优于|高于|低于|逊于|不及)(?=去年|上[月季周次一]|前[一次年月季]|前年|同期))(?:去年|今年|上月|上季|上次|前次|先前|前一[年季月周日]|上一[年季月周]|前年|年初|年底|原[本先来]|目前|现行|现[时有]|当[前时]|出生[时后]|每[^0-9，。]{1,3}|约|近|逾|超过|同期|的){0,3}$"
    r"|(?P<by>(?:胜出|领先|险胜)(?:约|近|逾|超过)?$|[比较][^，。；0-9]{1,10}[多少高低长短]出?了?(?:约|近|逾|超过)?$|(?:减少|增加|成长|增长|衰退|提高|[增减涨跌降]|(?<!公)升)了?(?:约|近|逾|超过)?$)"
    r"|(?P<to>[至到]|(?:[调上下提增减升降改变缩扩换涨跌修][整调高降升正少大]?)[为成])(?:了|约|近|逾|超过|不足|不到|至少|最多|将近|接近|只剩|每[^0-9，。]{1,3}|新台币|人民币){0,2}$"
)
_ENDS_BEHIND = compile_late(
    r"(?:程度|度|前后|ほど|くらい|余り)?(?:(?P<from>から|より|比(?=[0-9で]|べ))|(?P<to>に(?!上[っる])|へ|まで)(?![はも])|(?P<by>引き[上下]げ|少な[いくか]|[多短长高低安][いくか]|(?:[増增]|减)(?![为至到成少加缓])))"
    r"|(?P<start>(?:大幅|逐[步年月]|进一步|一[路口]气?|已|再|小幅|急|锐|骤|缓|微|[调上下])?[升降增减提缩扩涨跌滑调](?:[高升降低加少减增缩短大长宽]|[升降]幅)?[至到为成](?!止|今))"
)


class EnglishRoles:
    """The roles of the figures of an English text, found when they are first asked for."""

    def __init__(self, text: str, figures: tuple[Figure, ...]) -> None:
        self.text, self.figures = text, figures
        self._known: dict[int, Roles] = {}

    def of(self, number: int) -> Roles:
        """Those of one figure."""
        if number not in self._known:
            self._known[number] = roles_in_english(self.text, self.figures[number])
        return self._known[number]


def roles_in_english(text: str, figure: Figure) -> Roles:
    """The roles that the words beside an English figure give it: behind it first, as in "seven dead"."""
    start, end = figure.span
    behind, before = text[end : end + _WIDEST].lower(), text[max(0, start - _WIDEST) : start].lower()
    roles = one_of_each(list_behind(_CLAUSE, english_words(), behind))
    tail = _tail(_CLAUSE, without_step(_without_comma(before, behind)))
    named = english_words().spans(tail)
    for group, role in one_of_each(named, is_before=True).items():
        roles.setdefault(group, role)
    if named and tail.endswith(" ") and named[-1][1] == len(tail) - 1:  # of the original 1,100 are left
        roles |= {row.group: row.role for row in named[-1][2]}
    if figure.part:
        roles = {group: role for group, role in roles.items() if group not in _OF_BOTH_ENDS}
    may_end = before[-1:] in _SIGNS_OF_MONEY or before.rstrip().endswith(_LAST_OF_ENDS)
    match = _ENDS.search(before) if may_end else None
    if match and not _RATHER.search(before, max(0, match.start() - 11)):
        roles["ends"] = match.lastgroup or "by"
    elif " than" in behind and _is_step(behind):
        roles["ends"] = "by"
    return roles


def _without_comma(before: str, behind: str) -> str:
    """The words before a number that stands by itself in commas, without the first comma: the driver, 27, was."""
    if not before.endswith((", ", " (", ", aged ")) or not _BY_ITSELF.match(behind):
        return before
    return before.rstrip(", (").removesuffix(" aged").rstrip(",")


def _is_step(behind: str) -> bool:
    """Whether a number says by how much: 41,227 (births) fewer than the year before."""
    if behind.startswith(","):
        return False  # 97, more than two in five
    words = behind.split(None, 3)[:3]
    return any(pair in (["more", "than"], ["fewer", "than"]) for pair in (words[:2], words[1:]))


def roles_in_source(folded: str, figure: Figure) -> Roles:
    """The roles that the words in and beside a source figure give it: 7死, 7人死亡, 男生312人, 由3%升至4%."""
    start, end = figure.span
    behind, before = folded[end : end + _WIDEST_SOURCE], folded[max(0, start - _WIDEST_SOURCE) : start]
    own = one_of_each(source_words().spans(folded[start:end]))
    roles = own.copy()
    near = one_of_each(list_behind(_SOURCE_CLAUSE, source_words(), behind))
    tail = _tail(_SOURCE_CLAUSE, before)
    if tail[:1] in _OF_A_DATE and before[: -len(tail)].endswith(_DIGITS):
        tail = tail[1:]  # 10月增8% is of October, and no 月增
    named = source_words().spans(tail)
    ahead = one_of_each(named, is_before=True)
    for group, role in (near | ahead).items():
        roles.setdefault(group, near[group] if group in near and group in groups_behind() else role)
    is_own = bool(near and named) and named[-1][1] == len(tail) and not before[: -len(tail)].endswith(_DIGITS)
    for row in named[-1][2] if is_own else ():
        if row.is_behind and row.group not in own and near.get(row.group, row.role) != row.role:
            # 老师13人带学生213人: the word right before it is its own, unless the other stands right behind it
            roles[row.group] = "" if source_words().match(behind, 0) else row.role
    if "每" in tail:  # 每桶下跌2美元: may be for each, or not
        roles.setdefault("shares", "")
    if match := _SOURCE_ENDS.search(before) or _ENDS_BEHIND.match(behind):
        roles["ends"] = "from" if match.lastgroup == "start" else match.lastgroup or ""  # 40元調升至42元
    return roles


def _tail(clause: re.Pattern[str], before: str) -> str:
    """The part of the clause before a number."""
    return clause.split(before)[-1]
