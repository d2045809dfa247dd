"""Whose number it is, by the words beside it: the dead or the injured, imports or exports, what it was or is."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from assistant.figures.comparing.steps import without_step
from assistant.figures.tables import read_lines
from assistant.figures.values import Figure
from assistant.patterns import compile_late

Roles = dict[str, str]
"""Group -> the role that a figure has in it: victims -> dead."""

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
_WORD = compile_late(r"\b[a-z]+")
_LETTERS = compile_late(r"[a-z\u3041-\u9fff-]*")
_LETTERS_ENGLISH, _LETTERS_SOURCE = 3, 2
"""Letters by which words are looked up."""
_ENDS_HERE = r"\b"
_BY_THE_NEAREST = frozenset({"sentences", "pitching"})
_OF_BOTH_ENDS = frozenset({"shares", "years", "recent"})
"""Groups whose words are said of a whole range."""
_OF_A_DATE = frozenset("年月季日")
_DIGITS = tuple("0123456789一二三四五六七八九十")
_RATHER = compile_late(
    r"\b(?:compared|according|relative|due|thanks|up\sto|close|near|next|equal|equivalent|apart)\s(?:from|to)\s"
)
_SOURCE_ENDS = compile_late(
    r"(?P<from>[由从自](?:海拔|每股|每[公吨斤升桶]|目前的|原来的|最初的)?|原[本先来]?的?)(?:去年|今年|上月|上季|上次|前次|先前|前一[年季月周日]|上一[年季月周]|前年|年初|年底|原[本先来]|目前|现行|现[时有]|当[前时]|出生[时后]|每[^0-9，。]{1,3}|约|近|逾|超过|同期|的){0,3}$"
    r"|(?P<by>(?:胜出|领先|险胜)(?:约|近|逾|超过)?$|[比较][^，。；0-9]{1,10}[多少高低长短]出?了?(?:约|近|逾|超过)?$|(?:减少|增加|成长|增长|衰退|提高|[增减涨跌降]|(?<!公)升)了?(?:约|近|逾|超过)?$)"
    r"|(?P<to>[至到]|(?:[调上下提增减升降改变缩扩换涨跌修][整调高降升正少大]?)[为成])(?:了|约|近|逾|超过|不足|不到|至少|最多|将近|接近|只剩|每[^0-9，。]{1,3}|新台币|人民币){0,2}$"
)
_ENDS_BEHIND = compile_late(
    r"(?:程度|度|前后|ほど|くらい|余り)?(?:(?P<from>から|より|比(?=[0-9で]|べ))|(?P<to>に(?!上[っる])|へ|まで)(?![はも])|(?P<by>引き[上下]げ|少な[いくか]|[多短长高低安][いくか]|(?:[増增]|减)(?![为至到成少加缓])))"
    r"|(?P<start>(?:大幅|逐[步年月]|进一步|一[路口]气?|已|再|小幅|急|锐|骤|缓|微|[调上下])?[升降增减提缩扩涨跌滑调](?:[高升降低加少减增缩短大长宽]|[升降]幅)?[至到为成](?!止|今))"
)


class _Row(NamedTuple):
    role: str
    group: str
    english: str
    source: str
    is_behind: bool
    """Whether the word stands behind its number in the source: 7死, not 出口3%."""


class _Word:
    """A word as the table has it, with its place there and its rows; most are plain, and need no pattern."""

    __slots__ = ("_is_whole", "_pattern", "_plain", "place", "rows")

    def __init__(self, word: str, place: int, rows: tuple[_Row, ...]) -> None:
        self._plain = word.removesuffix(_ENDS_HERE)
        self._is_whole = self._plain != word
        self._pattern = None if _begin(self._plain) == self._plain else compile_late(word)
        self.place, self.rows = place, rows

    def end(self, text: str, at: int) -> int:
        """Where it ends if it stands at a place, or 0."""
        if self._pattern:
            match = self._pattern.match(text, at)
            return match.end() if match else 0
        if not text.startswith(self._plain, at):
            return 0  # as most that begin alike
        end = at + len(self._plain)
        return 0 if self._is_whole and text[end : end + 1].isalnum() else end


_Named = tuple[int, int, tuple[_Row, ...]]
"""Start, end and rows of a word in a stretch of text."""


class _Words:
    """The words of all roles, in lower case: looked up by how they begin, and only what goes on is matched.

    One pattern of all words would take longer to compile than the figures of many texts take to compare.
    """

    def __init__(self, words: list[tuple[str, _Row]], longest: int) -> None:
        rows: dict[str, list[_Row]] = {}
        for word, row in words:
            rows.setdefault(word, []).append(row)
        own: dict[str, list[_Word]] = {}
        for place, (word, same) in enumerate(rows.items()):
            own.setdefault(_begin(word)[:longest], []).append(_Word(word, place, tuple(same)))
        self._words = {begin: _with_shorter(own, begin) for begin in own}
        """How words begin -> all that may stand there, those that begin with fewer of these letters too."""
        self._longest = longest

    def match(self, text: str, at: int) -> tuple[int, tuple[_Row, ...]] | None:
        """Where the word ends that begins at a place, and its rows; of words that begin alike the first row counts."""
        begin = text[at : at + self._longest]
        while (words := self._words.get(begin)) is None:
            begin = begin[:-1]
            if not begin:
                return None  # as at most places
        for word in words:
            if end := word.end(text, at):
                return end, word.rows
        return None

    def find(self, text: str) -> Roles:
        """The roles that a stretch of text before a number names."""
        return _one_of_each(self.spans(text), is_before=True)

    def spans(self, text: str, until: int | None = None) -> list[_Named]:
        """Each word that a stretch of text names, none inside another; none behind one that goes past ``until``."""
        found: list[_Named] = []
        done, until = 0, len(text) if until is None else until
        for at in self.starts(text):
            if at < done:
                continue
            if at > until or done > until:
                break
            if match := self.match(text, at):
                done = match[0]
                found.append((at, *match))
        return found

    def starts(self, text: str) -> Iterable[int]:
        """Where a word may begin: in Chinese anywhere."""
        return range(len(text))


def _one_of_each(spans: Iterable[_Named], *, is_before: bool = False) -> Roles:
    """The one role of each group that is named; none of a group of which two are.

    Of some the nearest counts, the last where the words stand before a number: a prison term suspended for.
    """
    found: dict[str, str] = {}
    for _, _, rows in spans:
        for row in rows:
            known = found.get(row.group, row.role)
            if known != row.role and row.group in _BY_THE_NEAREST:
                found[row.group] = row.role if is_before else known
            else:
                found[row.group] = row.role if known == row.role else ""
    return {group: role for group, role in found.items() if role} if found else found


def _with_shorter(own: dict[str, list[_Word]], begin: str) -> list[_Word]:
    """The words of a beginning and of its own beginnings, in the order of the table."""
    shorter = [word for size in range(1, len(begin)) for word in own.get(begin[:size], ())]
    return sorted([*shorter, *own[begin]], key=lambda word: word.place) if shorter else own[begin]


class _EnglishWords(_Words):
    def starts(self, text: str) -> Iterable[int]:
        """Where a word may begin: at the beginning of one."""
        return [match.start() for match in _WORD.finditer(text)]


def _begin(word: str) -> str:
    """The letters with which a pattern surely begins."""
    if word.isalpha():
        return word
    letters = _LETTERS.match(word)
    plain = letters[0] if letters else ""
    return plain[:-1] if word[len(plain) : len(plain) + 1] in ("?", "*") else plain


class EnglishRoles:
    """The roles of the figures of an English text, found when they are first asked for."""

    def __init__(self, text: str, figures: tuple[Figure, ...]) -> None:
        self.text, self._figures = text, figures
        self._known: dict[int, Roles] = {}

    def of(self, number: int) -> Roles:
        """Those of one figure."""
        if number not in self._known:
            self._known[number] = roles_in_english(self.text, self._figures[number])
        return self._known[number]


def roles_in_english(text: str, figure: Figure) -> Roles:
    """The roles that the words beside an English figure give it: behind it first, as in "seven dead"."""
    start, end = figure.span
    behind, before = text[end : end + _WIDEST].lower(), text[max(0, start - _WIDEST) : start].lower()
    roles = _one_of_each(_named_behind(_CLAUSE, _english(), behind))
    tail = _tail(_CLAUSE, without_step(_without_comma(before, behind)))
    named = _english().spans(tail)
    for group, role in _one_of_each(named, is_before=True).items():
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
    own = _one_of_each(_source().spans(folded[start:end]))
    roles = own.copy()
    near = _one_of_each(_named_behind(_SOURCE_CLAUSE, _source(), behind))
    tail = _tail(_SOURCE_CLAUSE, before)
    if tail[:1] in _OF_A_DATE and before[: -len(tail)].endswith(_DIGITS):
        tail = tail[1:]  # 10月增8% is of October, and no 月增
    ahead = _source().find(tail)
    for group, role in (near | ahead).items():
        roles.setdefault(group, near[group] if group in near and group in _behind() else role)
    for row in _rows_right_before(tail) if near and not before[: -len(tail)].endswith(_DIGITS) else ():
        if row.is_behind and row.group not in own and near.get(row.group, row.role) != row.role:
            # 老师13人带学生213人: the word right before it is its own, unless the other stands right behind it
            roles[row.group] = "" if _source().match(behind, 0) else row.role
    if "每" in tail:  # 每桶下跌2美元: may be for each, or not
        roles.setdefault("shares", "")
    if match := _SOURCE_ENDS.search(before) or _ENDS_BEHIND.match(behind):
        roles["ends"] = "from" if match.lastgroup == "start" else match.lastgroup or ""  # 40元調升至42元
    return roles


def _rows_right_before(tail: str) -> tuple[_Row, ...]:
    """The rows of the word with which the clause before a number ends."""
    named = _source().spans(tail)
    return named[-1][2] if named and named[-1][1] == len(tail) else ()


def _named_behind(clause: re.Pattern[str], words: _Words, behind: str) -> list[_Named]:
    """The words in the rest of the clause behind a number; one that holds its end goes on: "from a year earlier"."""
    cut = clause.search(behind)
    if not cut or not cut[0].isalpha():  # no word holds a comma or a digit
        return words.spans(behind[: cut.start()] if cut else behind)
    return words.spans(behind, cut.start())


def _tail(clause: re.Pattern[str], before: str) -> str:
    """The part of the clause before a number."""
    return clause.split(before)[-1]


def named_in_source(folded: str) -> list[tuple[int, str, str]]:
    """Where each word of a role stands in a stretch of a source, with its group and role."""
    return [(start, row.group, row.role) for start, _, rows in _source().spans(folded) for row in rows]


def named_in_english(text: str) -> list[tuple[int, str, str]]:
    """The same for a stretch of English in lower case."""
    return [(start, row.group, row.role) for start, _, rows in _english().spans(text) for row in rows]


def words_of_roles(groups: frozenset[str]) -> Iterator[tuple[str, list[str], list[str]]]:
    """Group, and how the English and the source's words of a role begin, for each role of some groups."""
    for row in _rows():
        if row.group in groups:
            yield row.group, [_begin(word) for word in row.english.split()], [_begin(w) for w in row.source.split()]


@cache
def _rows() -> tuple[_Row, ...]:
    rows = (line.split(" | ") for line in read_lines("roles.txt"))
    return tuple(_Row(role, group, english, source, side == ["behind"]) for role, group, english, source, *side in rows)


@cache
def _behind() -> frozenset[str]:
    return frozenset(row.group for row in _rows() if row.is_behind)


@cache
def _english() -> _Words:
    return _EnglishWords([(word, row) for row in _rows() for word in row.english.split()], _LETTERS_ENGLISH)


@cache
def _source() -> _Words:
    return _Words([(word, row) for row in _rows() for word in row.source.split()], _LETTERS_SOURCE)
