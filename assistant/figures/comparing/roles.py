"""Whose number it is, by the word beside it: the dead or the injured, imports or exports."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from assistant.figures.tables import read_lines
from assistant.figures.values import Figure
from assistant.folding import fold

_WIDEST, _WIDEST_SOURCE = 32, 8
"""Characters beside a number in which its word is looked for."""
_CLAUSE = re.compile(r"[,.;:()\d]|\b(?:and|while|but|with|whereas|compared|than|from)\b", re.IGNORECASE)
_SOURCE_CLAUSE = re.compile(r"[，。；、,;:()（）0-9一二三四五六七八九十]|[和与及而]")


class Role(NamedTuple):
    """One of two or three opposites: ``dead`` of the group ``victims``."""

    name: str
    group: str


def role_in_english(text: str, figure: Figure) -> Role | None:
    """The role that the words beside an English figure give it: behind it first, as in "seven dead"."""
    start, end = figure.span
    return _role(_english(), _CLAUSE, text[end : end + _WIDEST], text[max(0, start - _WIDEST) : start])


def role_in_source(text: str, figure: Figure) -> Role | None:
    """The role that the words in and beside a source figure give it: 7死, 7人死亡, 男生312人."""
    start, end = figure.span
    if own := _find(_source(), fold(figure.surface)):
        return own
    behind, before = text[end : end + _WIDEST_SOURCE], text[max(0, start - _WIDEST_SOURCE) : start]
    return _role(_source(), _SOURCE_CLAUSE, fold(behind), fold(before))


def _role(words: re.Pattern[str], clause: re.Pattern[str], behind: str, before: str) -> Role | None:
    cut = clause.search(behind)
    found = _find(words, behind[: cut.start()] if cut else behind)
    if found:
        return found
    last = max((match.end() for match in clause.finditer(before)), default=0)
    return _find(words, before[last:])


def _find(words: re.Pattern[str], text: str) -> Role | None:
    """The one role that a stretch of text names; none where it names two."""
    names = {match.lastgroup or "" for match in words.finditer(text)}
    return _roles()[names.pop()] if len(names) == 1 else None


def _rows() -> Iterator[list[str]]:
    return (line.split(" | ") for line in read_lines("roles.txt"))


@cache
def _roles() -> dict[str, Role]:
    return {row[0]: Role(row[0], row[1]) for row in _rows()}


@cache
def _english() -> re.Pattern[str]:
    groups = "|".join(f"(?P<{name}>{'|'.join(words.split())})" for name, _, words, _ in _rows())
    return re.compile(rf"\b(?:{groups})", re.IGNORECASE)


@cache
def _source() -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{name}>{'|'.join(words.split())})" for name, _, _, words in _rows()))
