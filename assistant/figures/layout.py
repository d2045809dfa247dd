"""What the layout of a text sets between the characters of its figures: taken away for reading, put back in the spans.

    9 秒 87         many pages of Taiwan space out their digits, by hand or by a script
    **1,200** people   emphasis of Markdown, as language models write it
    40 or⏎older     lines that a mail or a terminal wrapped; spaces that do not break
    One In Five     titles in capitals, whose words are looked up in lower case

So the rules meet none of it. A text without such things is read as it stands.
"""

import re
from typing import NamedTuple

from assistant.figures.values import Figure, replace
from assistant.figures.verdicts import Checked, Comparison
from assistant.patterns import compile_late
from assistant.records.source import Span

_WIDE = "\u3041-\u30ff\u3400-\u9fff"
_DIGIT = "0-9０-９"
_SPACES = " \u00a0\u2009\u202f"
_SPACED = compile_late(
    rf"(?<=[{_WIDE}])[{_SPACES}](?=[{_DIGIT}])(?!(?<=[百千万萬亿億兆][{_SPACES}])[{_DIGIT}]{{1,2}}[{_SPACES}]?[月日時时])"
    rf"|(?<=[{_DIGIT}%％])[{_SPACES}](?=[{_WIDE}])"
)
"""普發 1 萬 11 月登場: a clause may begin behind a scale."""
_JOINED = compile_late(rf"[{_WIDE}](?=[{_DIGIT}])|[{_DIGIT}%％](?=[{_WIDE}])")
_EMPHASIS = compile_late(
    r"\*{2,}|(?<!\w)__(?=\S)|(?<=\S)__(?!\w)|`+|(?<!\w)[*_](?=[^\s*_])|(?<=[^\s*_])[*_](?!\w)", needs="* _ `"
)
_MARKS = "*_`"
_LIKE_SPACES = compile_late("[\t\u00a0\u2007\u2009\u202f]|(?<=[^\\s-])\n(?=[a-z])")
_BROKEN = compile_late("(?<=[a-z]-)\n(?=[a-z])", needs="\n")
"""one-⏎third: the line ends, and the word goes on."""
_LIKE_HYPHENS = compile_late("(?<=[0-9])[\u2011-\u2013](?=[0-9])")
_PROSE = compile_late(r"(?:(?<![\w’'-])[a-z]{4,}\b[^\n]*?){3}")
"""A line with three words of running text is no title."""
_LONG_WORD = compile_late(r"(?<![\w’'-])[A-Za-z]{4,}")
_TITLED = compile_late(
    r"(?<![\w$])(?:(?:Of|In|Or|And|The|To|By|At|On|A|An|Every|Than|From|Up|Down|OF|IN|OR|AND|THE|TO|BY|AT|ON|UP|ONE|TWO|SIX|TEN|MAY|Magnitude)\b"
    r"|(?:[A-Z][a-z]+|[A-Z]{4,}|HALF)\b(?![ -]?[0-9]))|(?<=[0-9])(?:S|M|FT|IN)\b"
)
"""What stands before a number may be its name: Nikkei 225, Expo 2025, COVID-19."""
_CALENDAR = compile_late(
    r"(?:January|February|April|June|July|August|September|October|November|December"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?=\.))",
    re.IGNORECASE,
)
_SOMETIMES = compile_late(
    r"\b(?:in|of|since|until|by|last|this|next|from|late|early|mid|to|before|after|and|through|between)[ -]$",
    re.IGNORECASE,
)
"""What tells a month from a march, and from what may be."""
_SMALL = frozenset({"with", "from", "into", "over", "than", "after", "amid", "near", "under", "about"})
"""Those that some titles leave in lower case."""
_LONGEST_BEFORE = 9
_FEWEST = 3
"""Longer words that a title has, so that one can tell."""


class Plain(NamedTuple):
    """A text as it is read."""

    text: str
    original: str
    places: tuple[int, ...] | None
    """Where each character of ``text`` stands in the original; None where it is as long as that."""

    def put_back(self, figure: Figure) -> Figure:
        """A figure of ``text`` as one of the original."""
        start, end = figure.span
        span = Span(self.places[start], self.places[end - 1] + 1) if self.places else figure.span
        others = tuple(map(self.put_back, figure.others))
        return replace(figure, span=span, surface=span.of(self.original), others=others)


def put_back(comparison: Comparison, source: Plain | None, english: Plain | None) -> Comparison:
    """What was said of plain texts, told of the originals; None: that one was plain."""
    sides = source.put_back if source else _keep, english.put_back if english else _keep

    def tell(checked: Checked, *, is_english: bool) -> Checked:
        there, here = sides if is_english else sides[::-1]
        return replace(checked, figure=here(checked.figure), evidence=tuple(map(there, checked.evidence)))

    return Comparison(
        tuple(tell(checked, is_english=True) for checked in comparison.english_figures),
        tuple(tell(checked, is_english=False) for checked in comparison.source_figures),
    )


def plain_source(text: str) -> Plain | None:
    """A Chinese or Japanese text without emphasis, and without the spaces that set off its digits; None: it is so."""
    gone = _find_emphasis(text)
    if any(space in text for space in _SPACES):
        spaced = [match.start() for match in _SPACED.finditer(text)]
        if len(spaced) > sum(1 for _ in _JOINED.finditer(text)):  # 普發1萬 11月登場: a space between two clauses
            gone.update(spaced)
    return _without(text, text, gone) if gone else None


def plain_english(text: str) -> Plain | None:
    """An English text without emphasis and wrapped lines, its titles in lower case; None: it is so."""
    plain = _LIKE_SPACES.sub(" ", text)
    if not plain.isascii():
        plain = _LIKE_HYPHENS.sub("-", plain)
    if not _PROSE.search(plain):
        plain = "\n".join(map(_lower_title, plain.split("\n")))
    gone = _find_emphasis(plain) | {match.end() - 1 for match in _BROKEN.finditer(plain)}
    if not gone and plain == text:
        return None
    return _without(plain, text, gone)


def _keep(figure: Figure) -> Figure:
    return figure


def _find_emphasis(text: str) -> set[int]:
    """Where the signs of emphasis stand."""
    if not any(mark in text for mark in _MARKS):
        return set()
    return {place for match in _EMPHASIS.finditer(text) for place in range(*match.span())}


def _without(text: str, original: str, gone: set[int]) -> Plain:
    if not gone:
        return Plain(text, original, None)
    places = tuple(place for place in range(len(text)) if place not in gone)
    return Plain("".join(text[place] for place in places), original, places)


def _lower_title(line: str) -> str:
    """The line in lower case but for months and days, if all its longer words are in capitals."""
    words = _LONG_WORD.findall(line)
    if len(words) < _FEWEST or any(word[0].islower() and word not in _SMALL for word in words):
        return line
    return _TITLED.sub(_lower, line)


def _lower(match: re.Match[str]) -> str:
    word = match[0].title()
    before = match.string[max(0, match.start() - _LONGEST_BEFORE) : match.start()]
    if _CALENDAR.fullmatch(word) or _CALENDAR.fullmatch(match.string, *match.span()):
        return word
    return word if word in ("May", "March") and _SOMETIMES.search(before) else match[0].lower()
