"""Which part of a month, year, decade or century a text names beside it: 3月底 told as "early March"."""

import re
from collections.abc import Iterator

from assistant.figures.comparing.alignment import Link
from assistant.figures.comparing.source import Source
from assistant.figures.comparing.victims import Misplaced
from assistant.figures.tables import find_word
from assistant.figures.values import Figure, Kind, PartialDate
from assistant.figures.verdicts import Checked
from assistant.kept import kept_property
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
_WORDS = (
    "(?:份|度)?的?(?:(?P<early>上旬|初(?![步选级审赛中高])|伊始|早期)"
    "|(?P<mid>中[旬期叶])|(?P<late>下旬|底(?![薪特部价层])|末|后期|晚期))"
)
_IN_SOURCE, _AT_ALL = compile_late(_WORDS), compile_late("[月年代纪]" + _WORDS)
_ELSEWHERE = {
    "early": compile_late("初|上旬|上中旬|伊始|早|前期|开年"),
    "mid": compile_late("中[旬期叶段上下]|[月年]中"),
    "late": compile_late("底|末|下旬|后期|晚|尾"),
}
"""Words that may say the same of another date of the source, or of this one from afar."""
_WIDEST = 24
"""Characters before an English date in which its part is named."""
_BY_WORD = compile_late(
    r"\b(?:(?P<early>early|(?:beginning|start)\sof)|(?P<mid>mid|middle\sof)|(?P<late>late|end\sof))"
    r"(?:\s|-|\sin\s)(?:last|this|next)\s(?:year|month)\b",
    re.IGNORECASE,
)
_WORDS_FOR = {
    "last year": "[去昨]年", "this year": "[今本]年", "next year": "[明来翌]年",
    "last month": "上个?月|先月", "this month": "[本今这]个?月", "next month": "下个?月|[来翌]月",
}  # fmt: skip
_NAMED_BY_WORD = {english: compile_late(f"(?:{source})" + _WORDS) for english, source in _WORDS_FOR.items()}
_MOST = 20
"""Places of one year or month that are looked at: a text that names more of them is none that people write."""


class _Named:
    """The parts of dates that a source names; found once, however many dates of the English ask."""

    def __init__(self, source: Source) -> None:
        self._source = source

    @kept_property
    def elsewhere(self) -> frozenset[str]:
        """The parts for which the source has a word beside no date."""
        rest = _AT_ALL.sub("", self._source.folded)
        return frozenset(part for part, words in _ELSEWHERE.items() if words.search(rest))

    @kept_property
    def of_dates(self) -> frozenset[tuple[object, str]]:
        """Each date with each part of it that is named right behind it."""
        dates = ((f.value, self.behind(f)) for f in self._source.figures if f.kind is Kind.DATE)
        return frozenset((value, match.lastgroup or "") for value, match in dates if match)

    @kept_property
    def by_word(self) -> dict[str, list[re.Match[str]]]:
        """English words for a year or month -> where the source names a part of it."""
        return {english: [*words.finditer(self._source.folded)] for english, words in _NAMED_BY_WORD.items()}

    def behind(self, date: Figure) -> re.Match[str] | None:
        """The part that stands right behind a date."""
        return _IN_SOURCE.match(self._source.folded, date.span.end)


def find_other_phases(source: Source, english: str, here: tuple[Figure, ...], links: dict[int, Link]) -> Misplaced:
    """The English dates of which another part is told than the source names, each with its source figure."""
    if not find_word(_AT_ALL, source.folded):
        return {}  # the quick answer for nearly all
    other: Misplaced = {}
    parts = _Named(source)
    for number, link in links.items():
        meant = source.figures[link.source]
        told = _told(english, here[number]) if meant.kind is here[number].kind is Kind.DATE else ""
        named = parts.behind(meant) if told and told not in parts.elsewhere else None
        if named and named.lastgroup != told and (meant.value, told) not in parts.of_dates:
            other[number] = link.source, _say(source.text[meant.span.start : named.end()], named)
    return other


def find_wrong_phases(source: Source, english: str) -> Iterator[Checked]:
    """Words for part of this year or the next, which no reader makes a figure of, where the source names another."""
    if not find_word(_AT_ALL, source.folded):
        return
    parts = _Named(source)
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
