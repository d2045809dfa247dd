"""Which part of a month, year, decade or century a text names beside it: 3月底 told as "early March"."""

import re
from collections.abc import Iterator

from assistant.figures.comparing.alignment import Link
from assistant.figures.comparing.source import Source
from assistant.figures.comparing.victims import Misplaced
from assistant.figures.values import Figure, Kind, PartialDate
from assistant.figures.verdicts import Checked
from assistant.patterns import compile_late
from assistant.records.finding import Verdict
from assistant.records.source import Span

_PHASES = {"early": "the beginning", "mid": "the middle", "late": "the end"}
_IN_ENGLISH = compile_late(
    r"\b(?:(?P<early>early|beginning|start)|(?P<mid>mid|middle)|(?P<late>late|end))"
    r"(?:[\s-](?:in|of))?(?:\s(?:the|this|next|last))?[\s-]$"
)
"""For text in lower case."""
_FROM_TO = compile_late(r"\b(?:early|mid|late)(?:\s|-)(?:to|or)(?:\s|-)$")
"""Early to mid-March: of both."""
_WIDEST = 24
"""Characters before an English date in which its part is named."""
_BY_WORD = compile_late(
    r"\b(?:(?P<early>early|(?:beginning|start)\sof)|(?P<mid>mid|middle\sof)|(?P<late>late|end\sof))"
    r"(?:\s|-|\sin\s)(?:last|this|next)\s(?:year|month)\b",
    re.IGNORECASE,
)
_MOST = 20
"""Places of one year or month that are looked at: a text that names more of them is none that people write."""


def find_other_phases(source: Source, english: str, here: tuple[Figure, ...], links: dict[int, Link]) -> Misplaced:
    """The English dates of which another part is told than the source names, each with its source figure."""
    parts = source.date_parts
    if not parts.are_named:
        return {}
    other: Misplaced = {}
    for number, link in links.items():
        meant = source.figures[link.source]
        told = _told(english, here[number]) if meant.kind is here[number].kind is Kind.DATE else ""
        named = parts.behind(meant) if told and told not in parts.elsewhere else None
        if named and named.lastgroup != told and (meant.value, told) not in parts.of_dates:
            other[number] = link.source, _say(source.text[meant.span.start : named.end()], named)
    return other


def find_wrong_phases(source: Source, english: str) -> Iterator[Checked]:
    """Words for part of this year or the next, which no reader makes a figure of, where the source names another."""
    parts = source.date_parts
    if not parts.are_named:
        return
    for match in _BY_WORD.finditer(english):
        told = match.lastgroup or ""
        named = parts.by_word[" ".join(match[0].lower().split()[-2:])]
        if named and told not in parts.elsewhere and told not in {one.lastgroup for one in named[:_MOST]}:
            meant = Figure(Span(*named[0].span()), source.text[slice(*named[0].span())], Kind.DATE, PartialDate())
            wrong = Figure(Span(*match.span()), match[0], Kind.DATE, PartialDate())
            yield Checked(wrong, Verdict.CONTRADICTED, (meant,), _say(meant.surface, named[0]), meant.surface)


def _say(phrase: str, named: re.Match[str]) -> str:
    return f"another part is told: the source has {phrase} ({_PHASES[named.lastgroup or '']})"


def _told(english: str, figure: Figure) -> str:
    """The part of a date that the words right before it name; none where they name two."""
    before = english[max(0, figure.span.start - _WIDEST) : figure.span.start].lower()
    match = _IN_ENGLISH.search(before)
    if not match or _FROM_TO.search(before, 0, match.start()):
        return ""
    return match.lastgroup or ""
