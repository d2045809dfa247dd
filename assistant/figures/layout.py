"""What the layout of a text sets between the characters of its figures: taken away for reading, put back in the spans.

    9 秒 87         many pages of Taiwan space out their digits, by hand or by a script
    **1,200** people   emphasis of Markdown, as language models write it
    40 or⏎older     lines that a mail or a terminal wrapped, 1,2⏎00億元 too; spaces that do not break
    One In Five     titles in capitals, whose words are looked up in lower case

So the rules meet none of it. A text without such things is read as it stands.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import pairwise

from assistant.characters import count_columns
from assistant.figures.values import Figure, replace
from assistant.figures.verdicts import Checked, Comparison
from assistant.patterns import compile_late
from assistant.records.source import Span

_WIDE = "\u3041-\u30ff\u3400-\u9fff"
_DIGIT = "0-9０-９"
_SPACES = " \u00a0\u2009\u202f"
# what these match begins with a sign that few texts have: Python looks for it before it asks what stands beside it
_SPACED = compile_late(
    rf"[{_SPACES}](?:(?<=[{_WIDE}].)(?=[{_DIGIT}])"
    rf"(?!(?<=[百千万萬亿億兆].)[{_DIGIT}]{{1,2}}[{_SPACES}]?[月日時时])|(?<=[{_DIGIT}%％].)(?=[{_WIDE}]))"
)
"""普發 1 萬 11 月登場: a clause may begin behind a scale."""
_JOINED = compile_late(rf"[{_WIDE}](?=[{_DIGIT}])|[{_DIGIT}%％](?=[{_WIDE}])")
_EMPHASIS = compile_late(
    r"\*{2,}|(?<!\w)__(?=\S)|(?<=\S)__(?!\w)|`+|(?<!\w)[*_](?=[^\s*_])|(?<=[^\s*_])[*_](?!\w)", needs="* _ `"
)
_MARKS = "*_`"
_LAYOUT = "\t\n\u00a0\u2007\u2009\u202f"
_LIKE_SPACES = compile_late(
    f"[{_LAYOUT}](?:(?<!\n)|(?<=[^\\s-]\n)(?=[a-z])|(?:(?<=\\s(?:or|of|to|by|at|in|on)\n)|(?<=\\s(?:and|the|for)\n)"
    "|(?<=\\s(?:than|from|with|some|over)\n))(?=\\S))"
)
"""A line that ends in such a word goes on in the next."""
_BROKEN = compile_late("\n(?<=[a-z]-\n)(?=[a-z])")
"""one-⏎third: the line ends, and the word goes on."""
_LIKE_HYPHENS = compile_late("[\u2011-\u2013](?<=[0-9].)(?=[0-9])")
_PROSE = compile_late(r"(?:(?<![\w’'-])[a-z]{4,}\b[^\n]*?){3}")
"""A line with three words of running text is no title."""
_LONG_WORD = compile_late(r"(?<![\w’'-])[A-Za-z]{4,}")
_TITLED = compile_late(
    r"(?<![\w$])(?:(?:Of|In|Or|And|The|To|By|At|On|A|An|Every|Than|From|Up|Down|OF|IN|OR|AND|THE|TO|BY|AT|ON|UP|ONE|TWO|SIX|TEN|MAY|Magnitude)\b"
    r"|(?:[A-Z][a-z]+|[A-Z]{4,}|HALF)\b(?![ -]?[0-9]))|(?<=[0-9])(?:S|M|FT|IN)\b"
)
"""What stands before a number may be its name: Nikkei 225, Expo 2025, COVID-19."""
_CALENDAR = compile_late(
    r"January|February|April|June|July|August|September|October|November|December"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day",
)
_SOMETIMES = compile_late(
    r"\b(?:in|of|since|until|by|last|this|next|from|late|early|mid|to|before|after|and|through|between)[ -]$",
    re.IGNORECASE,
)
"""What tells a month from a march, and from what may be."""
_SMALL = frozenset({"with", "from", "into", "over", "than", "after", "amid", "near", "under", "about"})
"""Those that some titles leave in lower case."""
_LONGEST_BEFORE = 9
_STOPS = tuple("。！？!?」』”：；")
_NARROWEST, _RAGGED, _PLAINLY = 12, 3, 3
"""How wide lines are that a margin broke, how far they end from it, and how many full ones show it without a stop."""
LONGEST_SENTENCE, SENTENCES_KEPT = 400, 2_000
"""Characters of a short source, and how many such are kept: those of an item, or of a test set."""
_FEWEST = 3
"""Longer words that a title has, so that one can tell."""


class Plain:
    """A text as it is read."""

    def __init__(self, text: str, original: str, places: tuple[int, ...] | None) -> None:
        self.text, self.original = text, original
        self.places = places
        """Where each character of ``text`` stands in the original; None where it is as long as that."""
        self._figures: tuple[Figure, ...] = ()
        self._originals: tuple[Figure, ...] = ()

    def put_back(self, figure: Figure) -> Figure:
        """A figure of ``text`` as one of the original."""
        start, end = figure.span
        if not self.places and not figure.others and self.original.startswith(figure.surface, start):
            return figure  # it stands there as it is
        span = Span(self.places[start], self.places[end - 1] + 1) if self.places else figure.span
        others = tuple(map(self.put_back, figure.others))
        return replace(figure, span=span, surface=span.of(self.original), others=others)

    def put_all_back(self, figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
        """The same for all figures of ``text``; those of a source are kept for all its translations."""
        if self._figures != figures:
            self._figures, self._originals = figures, tuple(map(self.put_back, figures))
        return self._originals


def put_back(comparison: Comparison, source: Plain | None, english: Plain | None) -> Comparison:
    """What was said of plain texts, told of the originals; None: that one was plain."""
    figures = tuple(checked.figure for checked in comparison.source_figures)
    originals = source.put_all_back(figures) if source else figures
    known = dict(zip(map(id, figures), originals, strict=True)) if source else {}
    here = english.put_back if english else _keep

    def find_there(figure: Figure) -> Figure:
        return known.get(id(figure)) or (source.put_back(figure) if source else figure)

    there = find_there if source else _keep
    return Comparison(
        tuple(_tell_of(here(told.figure), told, there) for told in comparison.english_figures),
        tuple(
            _tell_of(original, told, here) for told, original in zip(comparison.source_figures, originals, strict=True)
        ),
    )


def _tell_of(figure: Figure, told: Checked, other: Callable[[Figure], Figure]) -> Checked:
    """What was said of a plain figure, told of the original ``figure``; ``other`` finds those of the other side."""
    if figure is told.figure and (other is _keep or not told.evidence):
        return told
    return Checked(figure, told.status, tuple(map(other, told.evidence)), told.why, told.expected)


def plain_source(text: str) -> Plain | None:
    """A Chinese or Japanese text without emphasis, and without the spaces that set off its digits; None: it is so."""
    return _plain_sentence(text) if len(text) <= LONGEST_SENTENCE else _plain_long(text)


def _plain_source(text: str) -> Plain | None:
    gone = _find_emphasis(text)
    if "\n" in text:
        gone.update(_find_broken_lines(text))
    if any(map(text.__contains__, _SPACES)):
        spaced = [match.start() for match in _SPACED.finditer(text)]
        # 普發1萬 11月登場: a space between two clauses
        if spaced and len(spaced) > sum(1 for _ in _JOINED.finditer(text)):
            gone.update(spaced)
    return _without(text, text, gone) if gone else None


_plain_sentence = lru_cache(SENTENCES_KEPT)(_plain_source)
_plain_long = lru_cache(2)(_plain_source)  # every name of a draft is held against the same item


def plain_english(text: str) -> Plain | None:
    """An English text without emphasis and wrapped lines, its titles in lower case; None: it is so."""
    plain = _LIKE_SPACES.sub(" ", text) if any(map(text.__contains__, _LAYOUT)) else text
    if not plain.isascii():
        plain = _LIKE_HYPHENS.sub("-", plain)
    if not _PROSE.search(plain):
        plain = "\n".join(map(_lower_title, plain.split("\n")))
    gone = _find_emphasis(plain)
    if "\n" in plain:
        gone.update(match.start() for match in _BROKEN.finditer(plain))
    if not gone and plain == text:
        return None
    return _without(plain, text, gone)


def _keep(figure: Figure) -> Figure:
    return figure


def _find_emphasis(text: str) -> set[int]:
    """Where the signs of emphasis stand."""
    if not any(map(text.__contains__, _MARKS)):
        return set()
    return {place for match in _EMPHASIS.finditer(text) for place in range(*match.span())}


def _find_broken_lines(text: str) -> Iterator[int]:
    """The line ends that a margin set into sentences, where the shape of a paragraph shows that one did."""
    lines: list[tuple[str, int]] = []
    start = 0
    for line in [*text.split("\n"), ""]:
        if bare := line.strip():
            lines.append((bare, start + line.index(bare)))
        if not bare or bare.endswith(_STOPS):
            yield from _find_broken_in(lines)
            lines = []
        start += len(line) + 1


def _find_broken_in(lines: list[tuple[str, int]]) -> Iterator[int]:
    """The same for lines below one another, each with its start, of which only the last may end in a stop."""
    *full, last = [line for line, _ in lines] or [""]
    if not full or not (last.endswith(_STOPS) or len(full) >= _PLAINLY) or not _are_full(full, last):
        return
    for (line, start), (below, end) in pairwise(lines):
        if not (line + below).isascii() and not _parts_words(line[-1], below[0]):
            yield from range(start + len(line), end)


def _are_full(lines: list[str], last: str) -> bool:
    """Whether all lines end at one margin, in characters or in columns, and the last one before it."""
    return any(
        measure(last) <= max(widths) >= _NARROWEST and min(widths) >= max(widths) - _RAGGED
        for measure in (len, count_columns)
        for widths in [list(map(measure, lines))]
    )


def _parts_words(last: str, first: str) -> bool:
    """Whether a line end stands for a blank: between two words of Latin letters, a name and its number."""
    return last.isascii() and first.isascii() and (last.isalpha() or first.isalpha())


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
    if _CALENDAR.fullmatch(word):
        return word
    return word if word in ("May", "March") and _SOMETIMES.search(before) else match[0].lower()
