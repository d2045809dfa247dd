"""Who speaks in a source by how it says so, whatever names are listed: 經濟部表示, 根據氣象署資料, 環境省は…と発表した.

Stated is a speaker at the beginning of a clause whose verb follows: a body by the word its name ends with, or anything
else that the sentence's translation has as a name before a verb of speech ("TSMC said"). 公司 and 警方 name nobody.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from assistant.characters import HAN, KATAKANA
from assistant.checking.wordlists import (
    ACTS_OF_SPEECH,
    FORESEES,
    JAPANESE_SPEECH,
    SAYING,
    SPEECH,
    read_sections,
    read_words,
)
from assistant.folding import fold
from assistant.glossary import squeeze
from assistant.glossary.places import read_places
from assistant.patterns import compile_late
from assistant.records import Item, Segment, Span

NAME_AT_MOST = 18
"""Characters of a name."""
NAMES_AT_MOST = 8
"""Of a sentence of English, among which one who speaks is looked for."""
_SIGN = rf"[{HAN}{KATAKANA}A-Za-z0-9·‧・&ー-]"
_NOT_IN_NAME = compile_late(
    "[是在对向把被让使将并也都就又还请从为由与及跟说称指或若如但因所它他她我你这那哪什很更最其]|、"
)
_OF_NOBODY = compile_late("^(?:[该本各某此这那两几贵我同多每另诸]|[一二三四五六七八九十0-9]+[个家所间名位国])")
_COMPANY = compile_late("(?:公司|会社|集团|机构|单位|团体)$")
_JOINED = compile_late("和(?!平)|[的与及]")
_CAPITALS = r"[A-ZÀ-Þ][\w’'&.-]*(?: (?:(?:of|for|and|the|on) ){0,2}[A-ZÀ-Þ][\w’'&-]*){0,6}"
_ALSO_SAYS = (
    "say|estimates?|expects?|forecasts?|predicts?|projects|judges?"
    "|reported|reports|issued|released|published|responded|pointed|showed|shows|put|puts"
)
_NAMED = compile_late(
    rf"(?<![\w’'-])((?:[Tt]he )?{_CAPITALS})"
    rf"(?: ?[(（][^()（）]{{1,40}}[)）])?,? (?:also |then |has |had |have )?(?:{SAYING}|{_ALSO_SAYS})\b"
)
_FORESEES = compile_late(
    rf"{_CAPITALS}(?: ?[(（][^()（）]{{1,40}}[)）])?,? (?:also |now |still |has |had )?"
    r"(?:estimate[sd]?|expect(?:s|ed)|forecasts?|predict(?:s|ed)|project(?:s|ed)|judge[sd]|put|puts|sees|believe[sd])\b"
)
_ACCORDING = compile_late(
    r"(?:[Aa]ccording to|(?:[Dd]ata|[Ff]igures|[Ss]tatistics) (?:from|of|by)|(?:[Ss]urvey|[Rr]eport) by)"
    rf" (?:[a-z]+ (?:from|by|of) )?((?:the )?{_CAPITALS})"
)
_FORETELLS = "[とを](?:予想|予测|推计|推定|试算)[しす]|と(?:みて|见て|见込)"
"""How Japanese says that one foresees, folded."""
_NOBODY = frozenset(
    {"he", "she", "it", "they", "we", "i", "the", "this", "that", "these", "those", "but", "and", "however"}
    | {"according", "in", "on", "at", "a", "an", "police"}
)
_CAPITAL = compile_late(rf"\b{_CAPITALS}")


@cache
def _read_words() -> Mapping[str, tuple[str, ...]]:
    """Heading -> its words, folded, the longest first."""
    sections = read_sections("stated.txt").items()
    return {name: tuple(sorted({*map(fold, words)}, key=len, reverse=True)) for name, words in sections}


def _any(section: str) -> str:
    return "|".join(map(re.escape, _read_words()[section]))


@cache
def _chinese() -> re.Pattern[str]:
    """A clause that begins with its speaker; ``cited``: with the one whose data it goes by."""
    says = fold(
        "|".join(
            (SPEECH, *(source for source, _ in ACTS_OF_SPEECH.values()), "宣布|声明|证实|发文|公告|坚称|辩称|质疑")
        )
    )
    data = f"(?:{_any('data')})"
    when = r"(?:[于在]?(?:[今昨]天?)?(?:[早晚上下中]午?|晚间|凌晨)?(?:[0-9]+[日月号时分])+)"
    return compile_late(
        rf"(?:^|(?<=[。！？；;!?，,：:」』”》）)\n]))[ 　]*(?:(?P<cited>据|根据|依据|依照|按照)"
        rf"|(?:{_any('leads')}|(?:[0-9]+月)?[0-9]+日)*)"
        rf"(?P<name>{_SIGN}{{2,{NAME_AT_MOST}}}?)(?:[(（][^()（）\n]{{0,40}}[)）])?"
        rf"(?:{_any('between')}|{when}|[(（][0-9一二三四五六日]+[)）]){{0,3}}"
        rf"(?:{data}(?:中)?(?:显示|指出|表示|称|说|发现|指|估计)|(?P<says>{says}|(?:公布|发布)(?=[第上去今本最财营季年新全0-9]))|(?P<counts>公布|发布|{fold(FORESEES)})"
        rf"|(?(cited){data}(?![厅局署处部院会庁])|(?!)))"
    )


@cache
def _japanese() -> re.Pattern[str]:
    return compile_late(
        rf"(?:^|(?<=[。、」\n]))(?P<name>{_SIGN}{{2,{NAME_AT_MOST}}}?)(?:[(（][^()（）\n]{{0,40}}[)）])?"
        rf"(?:によると|によれば|[はが](?=[^。\n]{{0,200}}?(?:{fold(JAPANESE_SPEECH)}|{_FORETELLS})))"
    )


@cache
def _body() -> re.Pattern[str]:
    return compile_late(rf"(?:{_any('bodies')})$")


@dataclass(frozen=True, slots=True)
class Stated:
    """One who speaks. ``span`` counts in the item's text; ``english`` is what its translation may call him."""

    span: Span
    english: tuple[str, ...]
    is_body: bool
    """Told by its name alone."""


def list_stated(item: Item, translations: Mapping[int, str]) -> Iterator[Stated]:
    """Each speaker where he stands.

    Args:
        item: the source.
        translations: the English of its sentences, by their numbers.
    """
    pattern = _japanese() if item.language == "ja" else _chinese()
    for segment in item.sentences:
        folded = fold(segment.text)
        found = list(pattern.finditer(folded))
        english = translations.get(segment.index, "") if found else ""
        names = list_named(english)
        for match in found:
            span = _narrow(folded, Span(*match.span("name")))
            is_body, own = _is_body(span.of(folded)), span.shift(segment.span.start - item.span.start)
            if is_body or (names and _is_said(match, english) and _may_be_name(span.of(folded))):
                yield Stated(own, names or _list_capitals(english), is_body)


def _is_said(match: re.Match[str], english: str) -> bool:
    """Whether a clause has a verb of speech; of one that things have too (損失估計) the English must have a name."""
    if "says" not in match.re.groupindex or match["says"] or match["cited"]:
        return True
    return bool(match["counts"]) and _FORESEES.search(english) is not None


def list_named(english: str) -> tuple[str, ...]:
    """The names in an English text before a verb of speech, and those whose data it goes by."""
    found = (
        match[1].removeprefix("the ").removeprefix("The ")
        for p in (_NAMED, _ACCORDING)
        for match in p.finditer(english)
    )
    return tuple(islice((name for name in found if not _is_nobody(name)), NAMES_AT_MOST))


def _is_nobody(name: str) -> bool:
    """Whether English is no name of one who speaks: an ordinary word with a capital, or a place."""
    return squeeze(name) in read_places() or _common().issuperset(squeeze(name).split())


@cache
def _common() -> frozenset[str]:
    return read_words("generic") | read_words("openers") | read_words("common") | _NOBODY


def _list_capitals(english: str) -> tuple[str, ...]:
    found = (match[0] for match in _CAPITAL.finditer(english) if not _is_nobody(match[0]))
    return tuple(islice(found, NAMES_AT_MOST))


def _narrow(folded: str, span: Span) -> Span:
    """The last part of what is joined: 衛福部 of 經濟部和衛福部, and of 台北的衛福部."""
    last = max((match.end() for match in _JOINED.finditer(span.of(folded))), default=0)
    return Span(span.start + last, span.end)


def _is_body(name: str) -> bool:
    """Whether a name is that of a body, and not what any body is called."""
    is_one = _body().search(name) is not None and len(name) > 2 and not _is_generic(name)
    return is_one and _NOT_IN_NAME.search(name) is None and _OF_NOBODY.search(name) is None


def _is_generic(name: str) -> bool:
    """Whether any body may be called so: 公司, and with no more than its trade 電力公司."""
    trade = _COMPANY.sub("", name)
    return name in _read_words()["generic"] or (trade != name and trade in (*_read_words()["bodies"], ""))


def _may_be_name(name: str) -> bool:
    """Whether words before a verb of speech may be a name: neither what people are called, nor adverbs."""
    if len(name) < 2 or _is_generic(name) or _OF_NOBODY.search(name) or _NOT_IN_NAME.search(name):
        return False
    return not name.endswith(_read_words()["roles"])


def speaks_unlisted(known: frozenset[str], segments: Sequence[Segment]) -> bool:
    """Whether somebody speaks in sentences of the source whose name is none of these, as ``plain`` has them."""
    for segment in segments:
        for match in _chinese().finditer(fold(segment.text)):
            name = match["name"]
            if match["says"] and _may_be_name(name) and not any(name[at:] in known for at in range(len(name))):
                return True
    return False
