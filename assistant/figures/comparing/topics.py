"""Two numbers beside one another's topics: food prices up by what energy prices rose by.

Asked only of two alike figures that stand in another order than in the source, so that it costs other texts nothing.
"""

import re
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from assistant.figures.comparing.steps import without_step
from assistant.figures.tables import read_lines
from assistant.figures.values import Figure
from assistant.folding import fold
from assistant.patterns import compile_late

Topics = frozenset[str]
"""The English words of a topic as the table has them."""

_BEFORE, _BEHIND = 56, 36
_BEFORE_SOURCE, _BEHIND_SOURCE = 16, 8
_CLAUSE = compile_late(
    r"[,.;:()](?!\d)|\d|\b(?:and|while|but|with|whereas|compared|than|from|as|before|after|when|until|because|though|although)\b",
    re.IGNORECASE,
)
_SOURCE_CLAUSE = compile_late(r"[，。；、,;:：()（）0-9]")
_COUNTERS = frozenset("个名位家所支只座项条种")
_WORD = compile_late(r"[a-z&][a-z&-]*")


class Pair(NamedTuple):
    """Two English figures, or the two of the source that they are linked to."""

    first: Topics
    second: Topics


def topics_in_english(text: str, figure: Figure) -> Topics:
    """The topics that the clause of an English figure names."""
    start, end = figure.span
    before = _CLAUSE.split(without_step(text[max(0, start - _BEFORE) : start].lower()))[-1]
    behind = _CLAUSE.split(text[end : end + _BEHIND], maxsplit=1)[0]
    words = [word.removesuffix("s") for part in (before, behind) for word in _WORD.findall(part.lower())]
    pairs = map(" ".join, pairwise(words))
    known = _english()
    return frozenset().union(*(known[term] for term in (*words, *pairs) if term in known))


def share_topic(text: str, one: Figure, other: Figure) -> bool:
    """Whether two English figures are told of one subject: the car entered a 60 km/h zone at 98 km/h."""
    first, second = sorted((one.span, other.span))
    between = text[first.end : second.start]
    return (
        _CLAUSE.search(between) is None and topics_in_english(text, other if one.span == first else one) == frozenset()
    )


def topics_in_source(folded: str, figure: Figure) -> Topics:
    """The topics that stand before a source figure in its clause, or else behind it."""
    start, end = figure.span
    before = _without_counted(folded, start)
    behind = _SOURCE_CLAUSE.split(folded[end : end + _BEHIND_SOURCE], maxsplit=1)[0]
    return topics_of(before) or topics_of(behind)


def _without_counted(folded: str, end: int) -> str:
    """The clause before a figure without what the figure before it counts: 131个研究团队 are none of 258份."""
    before = _SOURCE_CLAUSE.split(folded[max(0, end - _BEFORE_SOURCE) : end])[-1]
    start = end - len(before)
    if before[:1] not in _COUNTERS or not folded[start - 1 : start].isdigit():
        return before
    topics, sizes = _source()
    return before[1 + next((size for size in sizes if before[1 : 1 + size] in topics), 0) :]


def compare_topics(english: Pair, source: Pair) -> str:
    """``kept``, if one of two figures stands with its own topic; ``exchanged``, if both stand with the other's."""
    one, other = source.first - source.second, source.second - source.first
    here, there = english.first - english.second, english.second - english.first
    if here & one or there & other:
        return "kept"
    return "exchanged" if one and other and (here & other or there & one) else ""


def topics_of(piece: str) -> Topics:
    """The topics of the listed words in a few folded characters."""
    return frozenset().union(*words_of(piece))


def words_of(piece: str) -> list[Topics]:
    """The topics of each listed word in a few folded characters: at each place the longest, none inside another.

    They are looked up, not matched: a pattern of a thousand words takes longer to compile than all that is asked.
    """
    topics, sizes = _source()
    found: list[Topics] = []
    at = 0
    while at < len(piece):
        size = next((size for size in sizes if piece[at : at + size] in topics), 0)
        if size:
            found.append(topics[piece[at : at + size]])
        at += size or 1
    return found


@cache
def _english() -> dict[str, Topics]:
    """English word, or two of them, in the singular -> its topics."""
    terms: dict[str, Topics] = {}
    for english, _ in _rows():
        for term in english.split(", "):
            key = " ".join(word.removesuffix("s") for word in term.split())
            terms[key] = terms.get(key, frozenset()) | {english}
    return terms


@cache
def _source() -> tuple[dict[str, Topics], tuple[int, ...]]:
    """Word of a source -> its topics, and the lengths of the words, the longest first."""
    topics: dict[str, Topics] = {}
    for english, words in _rows():
        for word in words.split():
            topics[word] = topics.get(word, frozenset()) | {english}
    return topics, tuple(sorted({len(word) for word in topics}, reverse=True))


@cache
def _rows() -> tuple[tuple[str, str], ...]:
    rows = [line.split(" | ") for name in ("topics.txt", "places.txt") for line in read_lines(name)]
    words = fold("\n".join(row[1] for row in rows)).split("\n")  # at once: folding each takes longer than reading them
    return tuple((row[0].lower(), word) for row, word in zip(rows, words, strict=True))
