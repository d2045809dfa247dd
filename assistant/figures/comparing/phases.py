"""Which part of a month, year, decade or century a text names beside it: 3月底 told as "early March"."""

import re
from collections.abc import Iterator

from assistant.figures.comparing.alignment import Link
from assistant.figures.comparing.source import Source
from assistant.figures.comparing.victims import Misplaced
from assistant.figures.tables import find_word
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


def find_other_phases(source: Source, english: str, here: tuple[Figure, ...], links: dict[int, Link]) -> Misplaced:
    """The English dates of which another part is told than the source names, each with its source figure."""
    if not find_word(_AT_ALL, source.folded):
        return {}  # the quick answer for nearly all
    other: Misplaced = {}
    for number, link in links.items():
        meant = source.figures[link.source]
        told = _told(english, here[number]) if meant.kind is here[number].kind is Kind.DATE else ""
        named = _IN_SOURCE.match(source.folded, meant.span.end) if told else None
        if named and named.lastgroup != told and not _is_named(source, meant, told):
            phrase = source.text[meant.span.start : named.end()]
            other[number] = link.source, _say(phrase, named)
    return other


def find_wrong_phases(source: Source, english: str) -> Iterator[Checked]:
    """Words for part of this year or the next, which no reader makes a figure of, where the source names another."""
    if not find_word(_AT_ALL, source.folded):
        return
    for match in _BY_WORD.finditer(english):
        told = match.lastgroup or ""
        named = [*_NAMED_BY_WORD[" ".join(match[0].lower().split()[-2:])].finditer(source.folded)]
        if named and all(one.lastgroup != told for one in named) and not _is_said_elsewhere(source, told):
            meant = Figure(Span(*named[0].span()), source.text[slice(*named[0].span())], Kind.DATE, PartialDate())
            wrong = Figure(Span(*match.span()), match[0], Kind.DATE, PartialDate())
            yield Checked(wrong, Verdict.CONTRADICTED, (meant,), _say(meant.surface, named[0]), meant.surface)


def _say(phrase: str, named: re.Match[str]) -> str:
    return f"another part is told: the source has {phrase} ({_PHASES[named.lastgroup or '']})"


def _is_said_elsewhere(source: Source, part: str) -> bool:
    """Whether the source has a word for a part beside no date."""
    return bool(_ELSEWHERE[part].search(_AT_ALL.sub("", source.folded)))


def _is_named(source: Source, meant: Figure, part: str) -> bool:
    """Whether the source names that part of the same date elsewhere, or has a word for it beside no date."""
    if _is_said_elsewhere(source, part):
        return True
    same = (figure for figure in source.figures if figure.value == meant.value)
    named = (_IN_SOURCE.match(source.folded, figure.span.end) for figure in same)
    return any(match and match.lastgroup == part for match in named)


def _told(english: str, figure: Figure) -> str:
    """The part of a date that the words right before it name; none where they name two."""
    before = english[max(0, figure.span.start - _WIDEST) : figure.span.start].lower()
    match = _IN_ENGLISH.search(before)
    if not match or _FROM_TO.search(before, 0, match.start()):
        return ""
    return match.lastgroup or ""
