"""A figure that is told as the opposite of what the source calls it: exports as imports, a high as a low.

Of a figure that stands alone there is nothing to exchange (see ``binding``). Only of opposites that both texts name
right beside the number, and of numbers that the source has once.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from assistant.figures.chinese.units import QUARTERS
from assistant.figures.comparing.alignment import Link
from assistant.figures.comparing.respective import IN_TURN
from assistant.figures.comparing.role_words import named_in_english, named_in_source, words_of_roles
from assistant.figures.comparing.roles import EnglishRoles
from assistant.figures.comparing.source import Source
from assistant.figures.layout import SENTENCES_KEPT
from assistant.figures.tables import Listed, read_lines, words_of
from assistant.figures.values import Figure, Kind
from assistant.patterns import compile_late

_KINDS = frozenset({Kind.COUNT, Kind.MONEY, Kind.PERCENT, Kind.POINTS, Kind.DURATION, Kind.MEASURE})
_LETTERS = 4
_OF_TIME = frozenset({"timing", "pleas"})
"""Groups that tell a length of time."""
_OF_TWO = frozenset({"trade", "borders", "dealing"})
"""Groups in which what is one of them for this side is the other for the other: exports to Japan are its imports."""
_PARTNER = compile_late(
    "[对向自从给](?![0-9上本去今前])[^，。；0-9]{1,8}(?:出口|进口|输|买|卖|采购|购|入境|出境|旅客|顺差|逆差|出超|入超)|来自|前往|赴|[输销]往|(?:出口|输出|销)[至到往]|[输销][日美欧韩陆台]"
)
_OF_WHAT = frozenset({"opinions"})
"""Groups in which English may turn what is asked round: who supports an end of something is against it."""
_TURNS = compile_late("废[除止死]|停[止建]|撤[销回]|罢免|禁[止烟]|取消|在野|维持|现状|反对(?=增|加|调)")
_CLAUSE, _CLAUSE_SOURCE = compile_late(r"[.,;:]\s|\s(?:and|but|while)\s"), compile_late(r"[，。；：、;:！？\n]|,(?!\d)")
_FAR, _FAR_SOURCE = 80, 24
"""Characters of a clause to either side of a figure."""
_DENIED_SOURCE = compile_late(
    "(?:[未不无没非免拒难]|没有|[比较于](?!去年|前年|上|往年|同期|原|预|平均))[^，。；]{0,3}$"
)
"""Before a word of a source that is then not said of the figure: 未出席, 較平日多3萬人."""
_DENIED = compile_late(
    r"(?:\b(?:not|no|non|avoid\w*|without|never|except|than|outside|escap\w*|none|neither|nobody)|n[’']t)[\s-](?:[a-z0-9,]+\s){0,5}$"
)
_SENTENCE = 60
"""Characters before a figure in which its sentence may say that figures are told in turn."""
_BEFORE, _BEHIND = 12, 6
"""Characters of the source before and behind the figure of which its clause is shown with it."""
_ENDS = compile_late("[，。；、：:;,（）()\\s]")


def find_opposed(source: Source, roles: EnglishRoles, links: dict[int, Link]) -> dict[int, str]:
    """English figure -> what is wrong, in words, for each that has the opposite role in the source."""
    opposed: dict[int, str] = {}
    if not links or not _may_be_told(source, roles.text):
        return opposed  # the quick answer for most
    for number, link in links.items():
        if link.source_reading.kind not in _KINDS or link.is_reused or source.figures[link.source].is_soft:
            continue
        if link.source_reading.unit in QUARTERS:
            continue  # profit of the first three quarters, beside revenue
        if source.times_told[link.source_reading.low] > 1:
            continue
        for group, role, other in _list_opposites(source, roles, number, links):
            if not _may_be_both(source, link.source, group, role) and not _denies(roles, number, (group, role, other)):
                names = _names_of_roles()[group]
                why = f"told as {names[other]}: the source has {names[role]} ({_print(source, link.source)})"
                opposed.setdefault(number, why)
    return opposed


def _list_opposites(
    source: Source, roles: EnglishRoles, number: int, links: dict[int, Link]
) -> Iterator[tuple[str, str, str]]:
    """Each group in which a figure has another role in English than in the source, with the source's and that."""
    names, link = _names_of_roles(), links[number]
    own = source.roles_of(link.source)
    groups = [group for group in own if group in names]
    if link.source_reading.kind is Kind.DURATION:
        groups = [group for group in groups if group in _OF_TIME]  # the lowest in 50 years
    told = roles.of(number) if groups else {}
    if groups and _is_in_turn(source, link.source):
        return
    for group in groups:
        role, other = own[group], told.get(group)
        is_other = role != other and {role, other} <= names[group].keys()
        if role and other and is_other and not _is_of_neighbour(source, roles, number, links, group):
            yield group, role, other


def _is_in_turn(source: Source, index: int) -> bool:
    """Whether several are told in turn: 出口與進口分別下滑2.6 is of exports, though imports stand nearer."""
    if not source.tells_in_turn:
        return False
    start = source.figures[index].span.start
    before = source.folded[max(0, start - _SENTENCE) : start].rpartition("。")[2]
    return any(word in before for word in IN_TURN)


def _may_be_both(source: Source, index: int, group: str, role: str) -> bool:
    """Whether the clause of a source figure has more of a group than its role, denies that, or may be told turned.

    被起訴的12人獲判無罪 are indicted and acquitted; of 對美國出口 English may tell the imports.
    """
    if (group in _OF_TWO and _names(source, index, _PARTNER)) or (group in _OF_WHAT and _names(source, index, _TURNS)):
        return True
    clause = _clause_of(source.folded, source.figures, index, _CLAUSE_SOURCE, _FAR_SOURCE)
    named = [(at, told) for at, its_group, told in named_in_source(clause) if its_group == group]
    return any(told != role or _DENIED_SOURCE.search(clause, 0, at) for at, told in named)


def _denies(roles: EnglishRoles, number: int, told_as: tuple[str, str, str]) -> bool:
    """Whether the clause of an English figure has the role of the source too, or denies the one it is told in."""
    group, own, other = told_as
    clause = _clause_of(roles.text, roles.figures, number, _CLAUSE, _FAR).lower()
    named = [(at, told) for at, its_group, told in named_in_english(clause) if its_group == group]
    return any(told == own or (told == other and _DENIED.search(clause, 0, at)) for at, told in named)


def _clause_of(text: str, figures: tuple[Figure, ...], index: int, ends: re.Pattern[str], far: int) -> str:
    """The clause in which a figure stands, without the figures around it: ``far`` characters at most to either side."""
    start, end = figures[index].span
    first = figures[index - 1].span.end if index else 0
    last = figures[index + 1].span.start if index + 1 < len(figures) else len(text)
    before = ends.split(text[max(first, start - far) : start])[-1]
    return before + text[start:end] + ends.split(text[end : min(last, end + far)], maxsplit=1)[0]


def _names(source: Source, index: int, words: re.Pattern[str]) -> bool:
    """Whether the sentence of a source figure has one of some words: 對美國出口, 赴日, 輸往台灣."""
    start, end = source.figures[index].span
    before = source.folded[max(0, start - _SENTENCE) : start].rpartition("。")[2]
    return words.search(before + source.folded[end : end + _BEHIND]) is not None


def _is_of_neighbour(source: Source, roles: EnglishRoles, number: int, links: dict[int, Link], group: str) -> bool:
    """Whether the word is that of the figure beside: "imports of 8.9 trillion exceeded exports of 8.4"."""
    told = roles.of(number)[group]
    return any(
        roles.of(near).get(group) == told == source.roles_of(links[near].source).get(group)
        for near in (number - 1, number + 1)
        if near in links
    )


def _print(source: Source, index: int) -> str:
    """The figure with what stands beside it in its clause."""
    start, end = source.figures[index].span
    before = _ENDS.split(source.text[max(0, start - _BEFORE) : start])[-1]
    return before + source.text[start:end] + _ENDS.split(source.text[end : end + _BEHIND])[0]


def _may_be_told(source: Source, english: str) -> bool:
    """Whether both texts have a word of one of these groups."""
    groups = _groups_in_source(source.folded)
    if not groups:
        return False
    here = _beginnings()[0]
    for word in words_of(english):
        told = here.get(word[:_LETTERS])
        if told and not groups.isdisjoint(told):
            return True
    return False


@lru_cache(SENTENCES_KEPT)
def _groups_in_source(folded: str) -> frozenset[str]:
    """Those of which a source has a word."""
    return frozenset([group for _, group in _beginnings()[1].find_in(folded)])


@cache
def _beginnings() -> tuple[dict[str, set[str]], Listed[str]]:
    """How a word of these roles begins in English -> its groups; and the words of a source, with theirs.

    Of a source's words, too, only how they surely begin.
    """
    here: dict[str, set[str]] = {}
    there: dict[tuple[str, str], None] = {}
    for group, english, source in words_of_roles(frozenset(_names_of_roles())):
        for word in english:
            here.setdefault(word[:_LETTERS], set()).add(group)
        for word in source:
            there[word, group] = None
    return here, Listed(there)


@cache
def _names_of_roles() -> dict[str, dict[str, str]]:
    """Group -> role -> how it is said."""
    names: dict[str, dict[str, str]] = {}
    for line in read_lines("opposed.txt"):
        group, role, words = line.split(" | ")
        names.setdefault(group, {})[role] = words
    return names
