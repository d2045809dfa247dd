"""Whom and what an item names, and how both sides write it: persons, bodies, places, countries and nationalities.

Two questions, answered from two sides. *Named for certain*: a whole name stands there. *Perhaps named*: a part of it
does, a surname, 日 for Japan, "the agency". A check that flags needs a name that is there for certain, and another that
is not there even perhaps.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from operator import add, itemgetter

from assistant.checking.names import read_words
from assistant.checking.overlaps import keep_longest
from assistant.checking.texts import find_all
from assistant.checking.tracing import Lead, Tracer, plain
from assistant.checking.wordtree import WordTree
from assistant.glossary import fold_original, squeeze
from assistant.glossary.places import HOME_FORMS, find_home, read_countries, read_nationalities
from assistant.kept import kept_property
from assistant.patterns import compile_late
from assistant.records import Segment, Span

GROUPS = {"person": "person", "organisation": "body", "party": "body", "media": "body", "place": "place"}
"""Kind of a name -> with which others it may be confused."""
SMALL = frozenset({"of", "the", "for", "and", "in", "at", "de", "la"})
FEWEST_LETTERS = 3
BETWEEN_AT_MOST = 3
"""Characters between two words of a name: a hyphen, a full stop and a blank."""
_SHORT = "美中台日韓俄歐英法德印澳烏柬泰以哈紐伊巴仏独米露朝菲越馬加墨沙土埃豪パ"
"""Of countries, as news puts them side by side: 俄烏, 日米韓, 印パ."""
_AFTER = fold_original(
    "方國商媒企股籍軍資系幣圓元語文裔職艦機相王版製產隊將使廠車僑團業廷銀航銖盾鎊網警總首大外財防議黨駐海空檢両"
    + _SHORT
)
_PLAINLY_AFTER = fold_original("方軍媒企股籍")
_BEFORE = fold_original("赴訪旅駐抵留援抗東西南北對対與向輸銷離返遊親反聯挺助" + _SHORT)
_WORDS = fold_original("麗好食容術妙味感觀滿景女髮期夜常院律規庭雄央心部來為")
"""What makes an ordinary word of such a character: 對美麗的, 與法院."""
_DOERS = fold_original("美日英德俄韓烏菲越泰印伊")
"""Of those, the ones that few other words end with, so that a verb behind them tells who acts: 美擬課稅, 俄拒停火."""
_ACTS = fold_original("擬將施宣拒批促盼籲警增擴砍降升制撤派售予稱")
_KANA_ONLY = compile_late("[ァ-ヺー]+")
_LATIN = compile_late("[a-zA-Z]")
_STORM = compile_late(fold_original("(?:颱風|熱帶氣旋|颶風|台風)[^,，。；;的を]{0,2}$"))
STORM_WITHIN = 6
"""Behind the word for a storm stands its name."""
_NO_DOER = fold_original("0-9昨今明翌同當每前後即")
"""Before 日 they make it a day."""


@dataclass(frozen=True, slots=True)
class Bearer:
    """One person, body, place or country."""

    original: str
    """As the item prints it; for showing."""
    group: str
    forms: tuple[str, ...]
    """All that the source may print, folded."""
    names: tuple[str, ...]
    """All that the English may write, as ``read_words`` has it."""
    shorts: str = ""
    """Single characters that may mean it."""
    told_by: frozenset[str] = frozenset()
    """Words, in lower case, of which one in the English may mean it."""


Hit = tuple[Span, Bearer]
"""Where a whole name stands, and whose it is."""


@dataclass(frozen=True)
class Bearers:
    """The bearers of one item."""

    tracer: Tracer

    @kept_property
    def all(self) -> tuple[Bearer, ...]:
        """The draft's pairs and the terms of the glossary, each bearer once; then the countries."""
        found: dict[frozenset[str], tuple[Lead, list[str]]] = {}
        for english, lead in self.tracer.leads:
            if lead.kind in GROUPS and not lead.original.isascii():
                found.setdefault(frozenset(lead.forms), (lead, []))[1].append(english)
        own = [_make(lead, names) for lead, names in found.values()]
        taken = {form for bearer in own for form in bearer.forms}
        return (*own, *(country for country in self._countries if taken.isdisjoint(country.forms)))

    @kept_property
    def _countries(self) -> tuple[Bearer, ...]:
        return _list_countries(find_home(self.tracer.item.language))

    def printed(self, text: str) -> list[Hit]:
        """The whole names in a folded source text, from left to right; none within a longer one."""
        hits = (
            (Span(at, at + len(form)), bearer)
            for _, form, bearer in self._list_likely(text)
            for at in find_all(text, form)
        )
        return keep_longest(hit for hit in hits if not _is_part(text, hit[0]))

    def printed_shorts(self, text: str) -> list[Bearer]:
        """The countries that a folded source text means by one character: 烏軍, 波方."""
        return [c for c in self._countries if any(prints_short(short, text, before=False) for short in c.shorts)]

    @kept_property
    def _in_item(self) -> tuple[Bearer, ...]:
        return tuple(bearer for bearer in self.all if any(form in self.tracer.whole for form in bearer.forms))

    def _list_likely(self, text: str) -> list[tuple[int, str, Bearer]]:
        """The forms that may stand in a folded text, by their first two characters, in the order of the bearers."""
        starts = {*text, *map(add, text, text[1:])}
        return sorted(
            (form for start in starts & self._by_start.keys() for form in self._by_start[start]), key=itemgetter(0)
        )

    @kept_property
    def _by_start(self) -> dict[str, list[tuple[int, str, Bearer]]]:
        forms = ((form, bearer) for bearer in self._in_item for form in bearer.forms)
        found: dict[str, list[tuple[int, str, Bearer]]] = {}
        for number, (form, bearer) in enumerate(forms):
            found.setdefault(form[:2], []).append((number, form, bearer))
        return found

    @kept_property
    def may_differ(self) -> bool:
        """Whether the item names two of one sort, so that one may be taken for the other."""
        groups = [bearer.group for bearer in self._in_item]
        return len(groups) > len(set(groups))

    def written(self, english: str) -> list[Hit]:
        """The whole names in an English text, from left to right; none within a longer one."""
        if english not in self._written:
            self._written[english] = keep_longest((*self._find_names(english), *self._find_countries(english)))
        return self._written[english]

    @kept_property
    def _written(self) -> dict[str, list[Hit]]:
        return {}

    def _find_names(self, english: str) -> Iterator[Hit]:
        lowered = english.lower()
        if len(lowered) != len(english):  # İ becomes two characters
            lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in english)
        return self._names.find(lowered)

    @kept_property
    def _names(self) -> WordTree[Bearer]:
        found: WordTree[Bearer] = WordTree(BETWEEN_AT_MOST)
        for bearer in self.all:
            for name in bearer.names if bearer.group != "country" else ():
                found.add(name.split(), bearer)
        return found

    def _find_countries(self, english: str) -> Iterator[Hit]:
        pattern, numbers = _country_names()
        return ((Span(*match.span()), self._countries[numbers[match[0]]]) for match in pattern.finditer(english))

    def may_be_printed(self, bearer: Bearer, text: str) -> bool:
        """Whether a folded source text names a bearer, however short, or may mean him."""
        starts = {form[: 1 if bearer.group == "person" else 2] for form in bearer.forms}
        if any(start in text for start in starts) or any(prints_short(short, text) for short in bearer.shorts):
            return True
        if any(word in text for name in bearer.names for word in name.split() if len(word) >= FEWEST_LETTERS):
            return True
        if any(len(name) < FEWEST_LETTERS and _has_word(text, name) for name in bearer.names if name):
            return True
        wide = (read_countries().get(name, ()) for name in bearer.names) if bearer.group == "country" else ()
        return any(form in text for forms in wide for form in forms if len(form) > 1)

    def may_be_seat(self, bearer: Bearer, text: str) -> bool:
        """Whether it is a place by which English means a country that a folded source text may name."""
        words = {word for name in bearer.names for word in name.split()} if bearer.group == "place" else set()
        seats = (country for country in self._countries if words and not words.isdisjoint(country.told_by))
        return any(self.may_be_printed(country, text) for country in seats)

    def may_be_written(self, bearer: Bearer, english: str) -> bool:
        """Whether an English text names a bearer by any word of his name, or by its initials."""
        if english not in self._told_by:
            countries = {id(found) for _, found in self._find_countries(english)}
            self._told_by[english] = frozenset(read_words(english).split()), countries
        words, countries = self._told_by[english]
        return id(bearer) in countries or not bearer.told_by.isdisjoint(words)

    @kept_property
    def _told_by(self) -> dict[str, tuple[frozenset[str], set[int]]]:
        """English text -> its words, and the countries that it names by name."""
        return {}


def prints_short(character: str, text: str, *, before: bool = True) -> bool:
    """Whether one character means a country in a folded text: beside another sign of one, as in 美方, 訪日, 俄烏.

    Without ``before`` only what plainly follows a country counts: 美方, 烏軍.
    """
    return character in text and _short(character, before=before).search(text) is not None


@cache
def _short(character: str, *, before: bool) -> re.Pattern[str]:
    if not before:
        return compile_late(f"(?<![\u4e00-\u9fff]){character}(?=[{_PLAINLY_AFTER}])")
    acts = f"|(?<![{_NO_DOER}]){character}(?=[{_ACTS}])" if character in _DOERS else ""
    return compile_late(f"{character}(?=[{_AFTER}])|(?<=[{_BEFORE}]){character}(?![{_WORDS}]){acts}")


def fold_source(segments: Iterable[Segment]) -> str:
    """The sentences as one folded text."""
    return "".join(plain(segment.text) + " " for segment in segments)


_OTHER_SIDE = compile_late(
    r"\b(?:from|by|with|to|for) (?:the )?$"
    r"|\b(?:ahead of|over|than|against|behind|beat|beats|defeated|sued) [^,;]{0,60}$"
)


def is_other_side(english: str, span: Span, bearer: Bearer) -> bool:
    """Whether a person or body is, of two, not the one of whom its clause speaks: 6 points ahead of Sung."""
    is_party = bearer.group in ("person", "body")
    return is_party and _OTHER_SIDE.search(english, max(0, span.start - 80), span.start) is not None


def blank(text: str, spans: Iterable[Span]) -> str:
    """The text without these spans, as long as before; the spans may lie over one another."""
    pieces, done = [], 0
    for span in sorted(spans):
        pieces += [text[done : span.start], " " * (span.end - max(done, span.start))]
        done = max(done, span.end)
    return "".join((*pieces, text[done:]))


def _make(lead: Lead, english: list[str]) -> Bearer:
    names = tuple(dict.fromkeys(read_words(name).strip() for name in english))
    words = [name.split() for name in names]
    told_by = {word for name in words for word in name if word not in SMALL}
    initials = {"".join(word[0] for word in name if word not in SMALL) for name in words}
    return Bearer(lead.original, GROUPS[lead.kind], lead.forms, names, told_by=frozenset(told_by | initials))


@cache
def _list_countries(home: frozenset[str]) -> tuple[Bearer, ...]:
    """All countries; those of ``home`` may be meant by the words for the country of the page (國內)."""
    return tuple(
        Bearer(
            forms[0],
            "country",
            tuple(map(fold_original, (*forms, *(() if home.isdisjoint(map(squeeze, names)) else HOME_FORMS)))),
            tuple(read_words(name).strip() for name in names),
            fold_original("".join(shorts)),
            frozenset(word for means in means_too for word in read_words(means).split()),
        )
        for names, forms, shorts, means_too in read_nationalities()
    )


@cache
def _country_names() -> tuple[re.Pattern[str], dict[str, int]]:
    """A pattern for any name of a country or nationality, capitals counting: "us" is nobody, and so is "polish"."""
    numbers = {name: number for number, (names, *_) in enumerate(read_nationalities()) for name in names}
    rest: dict[str, list[str]] = {}
    for name in sorted(numbers, key=len, reverse=True):
        rest.setdefault(name[0], []).append(re.escape(name[1:]))
    # each first letter once, and before all else: Python looks for these letters before it tries anything
    names = "|".join(rf"{first}(?<![\w’'-]{first})(?:{'|'.join(others)})" for first, others in rest.items())
    return compile_late(rf"(?:{names})(?![\w$])"), numbers


def _is_part(text: str, name: Span) -> bool:
    """Whether what looks like a name is a part of another word: タイ of タイム, 加沙 of the storm 樺加沙."""
    if _KANA_ONLY.fullmatch(name.of(text)):
        return bool(_KANA_ONLY.match(text, name.end) or _KANA_ONLY.fullmatch(text, max(0, name.start - 1), name.start))
    return _STORM.search(text, max(0, name.start - STORM_WITHIN), name.start) is not None


def _has_word(text: str, word: str) -> bool:
    """Whether Latin letters stand in a folded text that are this word and no part of a longer one: USスチール."""
    return any(
        not _LATIN.match(text, at + len(word)) and not (at and _LATIN.match(text, at - 1))
        for at in find_all(text, word)
    )
