"""The words by which roles are told, as the table has them, and where they stand in a stretch of text."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from assistant.figures.tables import read_lines
from assistant.patterns import compile_late

Roles = dict[str, str]
"""Group -> the role that a figure has in it: victims -> dead."""

_WORD = compile_late(r"\b[a-z]+")
_LETTERS = compile_late(r"[a-z\u3041-\u9fff-]*")
_LETTERS_ENGLISH, _LETTERS_SOURCE = 3, 2
"""Letters by which words are looked up."""
_ENDS_HERE = r"\b"
_BY_THE_NEAREST = frozenset({"sentences", "pitching"})


class Row(NamedTuple):
    """A role, as the table has it."""

    role: str
    group: str
    english: str
    source: str
    is_behind: bool
    """Whether the word stands behind its number in the source: 7死, not 出口3%."""


class Word:
    """A word as the table has it, with its place there and its rows; most are plain, and need no pattern."""

    __slots__ = ("_is_whole", "_pattern", "_plain", "place", "rows")

    def __init__(self, word: str, place: int, rows: tuple[Row, ...]) -> None:
        begin, whole = _begin(word), word.removesuffix(_ENDS_HERE)
        is_plain = _begin(whole) == whole
        self._plain = whole if is_plain else begin
        self._is_whole = is_plain and whole != word
        self._pattern = None if is_plain else compile_late(word)
        self.place, self.rows = place, rows

    def end(self, text: str, at: int) -> int:
        """Where it ends if it stands at a place, or 0."""
        if not text.startswith(self._plain, at):
            return 0  # as most that begin alike
        if self._pattern:
            match = self._pattern.match(text, at)
            return match.end() if match else 0
        end = at + len(self._plain)
        return 0 if self._is_whole and text[end : end + 1].isalnum() else end


Named = tuple[int, int, tuple[Row, ...]]
"""Start, end and rows of a word in a stretch of text."""


class Words:
    """The words of all roles, in lower case: looked up by how they begin, and only what goes on is matched.

    One pattern of all words would take longer to compile than the figures of many texts take to compare.
    """

    def __init__(self, words: list[tuple[str, Row]], longest: int) -> None:
        rows: dict[str, list[Row]] = {}
        for word, row in words:
            rows.setdefault(word, []).append(row)
        own: dict[str, list[Word]] = {}
        for place, (word, same) in enumerate(rows.items()):
            own.setdefault(_begin(word)[:longest], []).append(Word(word, place, tuple(same)))
        self._words = {begin: _with_shorter(own, begin) for begin in own}
        """How words begin -> all that may stand there, those that begin with fewer of these letters too."""
        self._longest = longest

    def match(self, text: str, at: int) -> tuple[int, tuple[Row, ...]] | None:
        """Where the word ends that begins at a place, and its rows; of words that begin alike the first row counts."""
        begin = text[at : at + self._longest]
        while (words := self._words.get(begin)) is None:
            begin = begin[:-1]
            if not begin:
                return None  # as at most places
        for word in words:
            if end := word.end(text, at):
                return end, word.rows
        return None

    def spans(self, text: str, until: int | None = None) -> list[Named]:
        """Each word that a stretch of text names, none inside another; none behind one that goes past ``until``."""
        found: list[Named] = []
        done, until = 0, len(text) if until is None else until
        for at in self.starts(text):
            if at < done:
                continue
            if at > until or done > until:
                break
            if match := self.match(text, at):
                done = match[0]
                found.append((at, *match))
        return found

    def starts(self, text: str) -> Iterable[int]:
        """Where a word may begin: in Chinese anywhere."""
        return range(len(text))


def one_of_each(spans: Iterable[Named], *, is_before: bool = False) -> Roles:
    """The one role of each group that is named; none of a group of which two are.

    Of some the nearest counts, the last where the words stand before a number: a prison term suspended for.
    """
    found: dict[str, str] = {}
    for _, _, rows in spans:
        for row in rows:
            known = found.get(row.group, row.role)
            if known != row.role and row.group in _BY_THE_NEAREST:
                found[row.group] = row.role if is_before else known
            else:
                found[row.group] = row.role if known == row.role else ""
    return {group: role for group, role in found.items() if role} if found else found


def _with_shorter(own: dict[str, list[Word]], begin: str) -> list[Word]:
    """The words of a beginning and of its own beginnings, in the order of the table."""
    shorter = [word for size in range(1, len(begin)) for word in own.get(begin[:size], ())]
    return sorted([*shorter, *own[begin]], key=lambda word: word.place) if shorter else own[begin]


class EnglishWords(Words):
    """Those of English, which part at blanks."""

    def starts(self, text: str) -> Iterable[int]:
        """Where a word may begin: at the beginning of one."""
        return [match.start() for match in _WORD.finditer(text)]


def _begin(word: str) -> str:
    """The letters with which a pattern surely begins."""
    if word.isalpha():
        return word
    letters = _LETTERS.match(word)
    plain = letters[0] if letters else ""
    return plain[:-1] if word[len(plain) : len(plain) + 1] in ("?", "*") else plain


def list_behind(clause: re.Pattern[str], words: Words, behind: str) -> list[Named]:
    """The words in the rest of the clause behind a number; one that holds its end goes on: "from a year earlier"."""
    cut = clause.search(behind)
    if not cut or not cut[0].isalpha():  # no word holds a comma or a digit
        return words.spans(behind[: cut.start()] if cut else behind)
    return words.spans(behind, cut.start())


def named_in_source(folded: str) -> list[tuple[int, str, str]]:
    """Where each word of a role stands in a stretch of a source, with its group and role."""
    return [(start, row.group, row.role) for start, _, rows in source_words().spans(folded) for row in rows]


def named_in_english(text: str) -> list[tuple[int, str, str]]:
    """The same for a stretch of English in lower case."""
    return [(start, row.group, row.role) for start, _, rows in english_words().spans(text) for row in rows]


def words_of_roles(groups: frozenset[str]) -> Iterator[tuple[str, list[str], list[str]]]:
    """Group, and how the English and the source's words of a role begin, for each role of some groups."""
    for row in _rows():
        if row.group in groups:
            yield row.group, [_begin(word) for word in row.english.split()], [_begin(w) for w in row.source.split()]


@cache
def _rows() -> tuple[Row, ...]:
    rows = (line.split(" | ") for line in read_lines("roles.txt"))
    return tuple(Row(role, group, english, source, side == ["behind"]) for role, group, english, source, *side in rows)


@cache
def groups_behind() -> frozenset[str]:
    """The groups whose words stand behind their number in a source."""
    return frozenset(row.group for row in _rows() if row.is_behind)


@cache
def english_words() -> Words:
    """The English words of all roles."""
    return EnglishWords([(word, row) for row in _rows() for word in row.english.split()], _LETTERS_ENGLISH)


@cache
def source_words() -> Words:
    """Those of a folded source."""
    return Words([(word, row) for row in _rows() for word in row.source.split()], _LETTERS_SOURCE)
