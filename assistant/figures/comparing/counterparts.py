"""A number told of the one where its source speaks of the other alone: imports for 出口, a deficit for 債務.

``opposed`` asks for the words right beside a number. Here the whole of both texts counts: where the source has a word
for one of two counterparts and none by which it might mean the other, and English has the other and never the one, the
number nearest to it is told of the wrong thing, however far the words stand from it.
"""

import re
from functools import cache, lru_cache
from itertools import islice
from typing import NamedTuple

from assistant.figures.comparing.alignment import Link
from assistant.figures.comparing.source import Source
from assistant.figures.layout import SENTENCES_KEPT
from assistant.figures.tables import Listed, read_lines
from assistant.figures.values import Figure, Kind
from assistant.patterns import compile_late

_KINDS = frozenset({Kind.COUNT, Kind.MONEY, Kind.PERCENT, Kind.POINTS, Kind.DURATION, Kind.MEASURE})
_NEAR, _NEAR_SOURCE = 90, 40
"""Characters between a term and its number."""
_MOST_TERMS = 5
"""Of one term in an English text; the first that a number stands near counts."""
_ENDS, _ENDS_SOURCE = compile_late(r"[.;!?]\s|,\s(?:which|with|leaving|while|but|as)\s"), compile_late("[。；！？\n]")
"""Where something else may begin, which a translator added: ", with new cases falling"."""
_DENIED = compile_late(
    r"(?:\bnon-|\b(?:not|no|outside|beyond|without|except|excluding|besides|than|neither|nor|from)\s(?:[a-z]+\s){0,2})$"
)
"""Before a term, what tells the other by it: outside urban areas."""
Place = tuple[int, int]
"""Start and end in a text."""


class _Term(NamedTuple):
    """One of two or more that are not told for one another."""

    said: str
    english: re.Pattern[str]
    surely: tuple[str, ...]
    """Words of a folded source that mean it."""
    perhaps: tuple[str, ...]
    """Words by which it may be meant."""
    told_too: re.Pattern[str] | None
    """More English by which it may be told."""

    def is_told_in(self, text: str) -> bool:
        """Whether an English text, in lower case, has it or may have it."""
        return bool(self.english.search(text) or (self.told_too and self.told_too.search(text)))


def find_counterparts(source: Source, english: str, here: tuple[Figure, ...], links: dict[int, Link]) -> dict[int, str]:
    """English figure -> what is wrong, in words, for each that is told of the counterpart of what the source tells."""
    groups = _groups_in_source(source.folded) if links else ()
    if not groups:
        return {}  # the quick answer for most
    text = english.lower()
    found: dict[int, str] = {}
    for word, mine, others in groups:
        if mine.is_told_in(text):
            continue
        at = source.folded.find(word)
        place = at, at + len(word)
        for said, term in [(other.said, term) for other in others for term in _find_terms(other, text)]:
            number = _find_nearest(source, text, here, links, (term, place))
            if number is not None:
                printed = source.text[place[0] : place[1]]
                found[number] = f"told of {said}: the source speaks of {mine.said} alone ({printed})"
                break
    return found


def _find_terms(other: _Term, text: str) -> list[Place]:
    """Where English has a term; none where it denies it once."""
    places = [match.span() for match in islice(other.english.finditer(text), _MOST_TERMS)]
    return [] if any(_DENIED.search(text, max(0, at - _NEAR), at) for at, _ in places) else places


def _find_nearest(
    source: Source, text: str, here: tuple[Figure, ...], links: dict[int, Link], places: tuple[Place, Place]
) -> int | None:
    """The number nearest to an English term, if what it renders stands in a sentence with the word of the source.

    ``places``: where the term stands, and where the word does.
    """
    near = []
    for number, link in links.items():
        there = source.figures[link.source]
        if link.source_reading.kind not in _KINDS or link.is_reused or there.is_soft or here[number].is_soft:
            continue
        gap, its_gap = _gap(here[number].span, places[0]), _gap(there.span, places[1])
        if gap[1] - gap[0] > _NEAR or its_gap[1] - its_gap[0] > _NEAR_SOURCE:
            continue
        if not _ENDS.search(text, *gap) and not _ENDS_SOURCE.search(source.folded, *its_gap):
            near.append((gap[1] - gap[0], number))
    return min(near)[1] if near else None


def _gap(one: Place, other: Place) -> Place:
    """What lies between two stretches of a text."""
    return (one[1], other[0]) if one[1] <= other[0] else (other[1], max(one[0], other[1]))


@lru_cache(SENTENCES_KEPT)
def _groups_in_source(folded: str) -> tuple[tuple[str, _Term, tuple[_Term, ...]], ...]:
    """The word found, its term and the counterparts that a source cannot mean, for each group of which it has one."""
    said: dict[str, tuple[str, _Term]] = {}
    for word, (group, term) in _words().find_in(folded):
        said.setdefault(group, (word, term))
    found = []
    for group, (word, mine) in sorted(said.items()):
        rest = folded.replace(word, "")
        others = tuple(
            other
            for other in _groups()[group]
            if other is not mine and not any(words in rest for words in (*other.surely, *other.perhaps))
        )
        if others:
            found.append((word, mine, others))
    return tuple(found)


@cache
def _words() -> Listed[tuple[str, _Term]]:
    """The words that surely mean a term, each with its group and the term."""
    return Listed((word, (group, term)) for group, terms in _groups().items() for term in terms for word in term.surely)


@cache
def _groups() -> dict[str, tuple[_Term, ...]]:
    groups: dict[str, tuple[_Term, ...]] = {}
    for line in read_lines("counterparts.txt"):
        group, said, english, surely, perhaps, *too = line.split(" | ")
        told_too = compile_late(rf"\b(?:{too[0]})") if too else None
        term = _Term(said, compile_late(rf"\b(?:{english})"), tuple(surely.split()), tuple(perhaps.split()), told_too)
        groups[group] = (*groups.get(group, ()), term)
    return groups
