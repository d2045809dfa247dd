"""What English says by the way, in words: "5 percent a year", "Phase III", "New Year's Day".

Such a figure supports and is supported; where the source has nothing like it, nothing was meant by it.
"""

import re

from assistant.figures.english.words import NAMED_DAYS, alternation
from assistant.figures.values import Figure, Kind, PartialDate
from assistant.patterns import compile_late
from assistant.records.source import Span

_ROMAN = {"I": 1, "V": 5, "X": 10}
_NUMERAL = compile_late(r"(?:X{0,2}(?:IX|IV|V?I{0,3}))\b")
# a capitalised word before it: Phase III, World War II, Elizabeth II; stage IV
_NAMED = compile_late(r"\b(?:[A-Z][a-z]+|stage|phase|type|class|grade)[\s-]$")
_DAY_NAMES = alternation(frozenset(NAMED_DAYS)).replace("'", "['’]")
_NAMED_DAY = compile_late(rf"(?:{_DAY_NAMES})\b", re.IGNORECASE)
_NOT_EACH = frozenset({
    "for", "in", "within", "after", "over", "than", "of", "about", "almost", "nearly", "under", "to", "by", "until",
    "lasting", "took", "takes", "take", "taking", "spent", "spend", "served", "serve", "just", "only", "around",
    "every", "as",
    "is", "was", "be", "been", "with", "into", "and", "least", "most", "some", "exactly", "barely", "lasted", "last",
    "half", "later", "before", "from", "such", "what", "not", "or", "on", "at", "during", "above", "roughly", "up",
    "approximately", "wait", "waited", "waiting", "once",
})  # fmt: skip
"""The words after which "a year" is a stretch of time."""
_GOES_ON = compile_late(r"\s(?:ago|later|earlier|after|before|old|from|since|and|or|of|long)\b|-|['’]s", re.IGNORECASE)
_LAST_WORD = compile_late(r"([\w%$]+)\s$")


def read_roman(text: str, start: int, end: int) -> list[Figure]:
    """Phase III, World War II: the number in a name."""
    match = _NUMERAL.match(text, start)
    if not match or match.end() != end or not _NAMED.search(text, max(0, start - 16), start):
        return []
    values = [_ROMAN[letter] for letter in match[0]]
    value = sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
    span = Span(start, end)
    surface = span.of(text)
    count = Figure(span, surface, Kind.COUNT, value, is_soft=True, is_aside=True)
    return [Figure(span, surface, Kind.ORDINAL, value, is_soft=True, is_aside=True, others=(count,))]


def read_named_day(text: str, start: int, _end: int) -> list[Figure]:
    """New Year's Day, Christmas Eve."""
    match = _NAMED_DAY.match(text, start)
    if not match:
        return []
    month, day = NAMED_DAYS[" ".join(match[0].lower().replace("’", "'").split())]
    span = Span(start, match.end())
    return [
        Figure(span, span.of(text), Kind.DATE, PartialDate(month=month, day=day or None), is_soft=True, is_aside=True)
    ]


def is_each(text: str, article: int, end: int) -> bool:
    """Whether "a year" that begins at ``article`` says for each of which something is: "5 percent a year"."""
    before = _LAST_WORD.search(text, max(0, article - 16), article)
    if not before or before[1].lower() in _NOT_EACH:
        return False
    return not _GOES_ON.match(text, end)
