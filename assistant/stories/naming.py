"""The names of an item: those that a model listed, or, where none has seen it, those that the source shows by itself.

Without a model that is what the glossary lists, cities, firms that begin a clause and end as firms do, and who speaks.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from assistant.characters import HAN
from assistant.folding import fold
from assistant.glossary import load_shipped
from assistant.glossary.places import read_cities, read_nationalities
from assistant.patterns import compile_late
from assistant.records import Briefing, Segment
from assistant.romanising import read_surnames
from assistant.stories.lists import read_sections

PLACE, PERSON, ORGANISATION = "place", "person", "organisation"
Named = tuple[str, str]
"""A name as the source prints it, and what it is the name of."""
_CLAUSE = rf"(?:(?<=[^{HAN}])|^)"
_DATELINE = compile_late("[^，。、\n]{0,8}(?:报导|报道|电[)）】]|电$)")
_QUARTER = compile_late(f"(?<=[市縣县])([{HAN}]{{2,3}}?)[區鄉鎮区乡镇]")
_LONGEST = 6
"""Characters of a firm's name before the word that says that it is one."""
_SPEAKS = "今|昨|表示|指出|強調|强调|說|说|稱|称|認為|认为|宣布|坦言|質疑|质疑|批評|批评|回應|回应|出席|遭|涉"


def list_names(briefing: Briefing, sentences: Sequence[Segment]) -> frozenset[Named]:
    """The names of an item, of more than one character; without a draft, those that stand in these sentences."""
    if briefing.draft is not None:
        found = ((name.original.strip(), name.kind) for name in briefing.draft.names)
        return frozenset(name for name in found if len(name[0]) > 1)
    text = "\n".join(segment.text for segment in sentences)
    places = ((name, PLACE) for name in list_cities(text) | list_quarters(text))
    return frozenset((*_find_listed(text), *_find_firms(text), *_find_speakers(text), *places))


def list_cities(text: str) -> frozenset[str]:
    """The listed cities, counties and regions in a text, but for those where its reporters sit."""
    folded, index = fold(text), _index_cities()
    found = set[str]()
    for at in range(len(folded) - 1):
        for city in index.get(folded[at : at + 2], ()):
            if folded.startswith(city, at) and not _DATELINE.match(folded, at + len(city)):
                found.add(text[at : at + len(city)])
    return frozenset(found)


def list_countries(text: str) -> frozenset[str]:
    """The countries that a text names in full."""
    folded = fold(text)
    return frozenset(name for name in _read_countries() if name in folded)


@cache
def _read_countries() -> tuple[str, ...]:
    return tuple({fold(name) for _, names, *_ in read_nationalities() for name in names if len(name) > 1})


def list_quarters(text: str) -> frozenset[str]:
    """Towns and parts of cities that stand behind the name of what they are a part of: 新北市三重區."""
    return frozenset(_QUARTER.findall(text))


@cache
def _index_cities() -> dict[str, tuple[str, ...]]:
    """Cities by their first two characters, folded."""
    index = defaultdict[str, set[str]](set)
    for forms in read_cities().values():
        for form in forms:
            index[fold(form)[:2]].add(fold(form))
    return {begin: tuple(forms) for begin, forms in index.items() if len(begin) > 1}


def _find_listed(text: str) -> Iterator[Named]:
    for span, term in load_shipped().find(text):
        if len(span.of(text)) > 1:
            yield span.of(text), term.kind


@cache
def _read_firms() -> tuple[re.Pattern[str], frozenset[str]]:
    """Clauses that begin with a firm, and what names none before its last word."""
    lists = read_sections("firms.txt")
    ends = "|".join(sorted(set(lists["ends"]), key=lambda end: (-len(end), end)))
    return compile_late(rf"{_CLAUSE}(?P<own>[{HAN}]{{2,{_LONGEST}}}?)(?:{ends})"), frozenset(lists["none"])


def _find_firms(text: str) -> Iterator[Named]:
    pattern, none = _read_firms()
    for found in pattern.finditer(fold(text)):
        if found["own"] not in none:
            yield text[found.start() : found.end()], ORGANISATION


@cache
def _speaker() -> re.Pattern[str]:
    surnames = "".join(sorted(read_surnames()))
    return compile_late(rf"(?:{_CLAUSE}|(?<=[長长員员官統统理席授師师委]))([{surnames}][{HAN}]{{1,2}}?)(?={_SPEAKS})")


def _find_speakers(text: str) -> Iterator[Named]:
    for found in _speaker().finditer(text):
        yield found[1], PERSON
