"""Patterns that are asked of each line of a page, and match few: one look at a line tells which of them can match.

Each is filed under its pieces, the characters and pairs of characters of which every match holds one (``pieces``). The
pieces of a line are collected once, and only the patterns that are filed under one of them are tried.
"""

import re
from functools import cached_property, lru_cache, reduce
from operator import or_
from typing import Any, cast

from assistant.patterns import _Late
from assistant.patterns.kept import our_patterns
from assistant.patterns.pieces import hold_pieces

LONGEST = 200
"""Characters; a longer line holds pieces of nearly all."""
KEPT_LINES = 24_000
"""A line is asked about for one pattern after the other, also by later passes over a page: 20,000 lines at most."""


class _Sieved(_Late):
    def __init__(self, source: str, flags: int) -> None:
        super().__init__(source, flags, {})
        self.bit = _sieve.add(self)

    @cached_property
    def pieces(self) -> frozenset[str]:
        """Of these every match holds one; none where nothing can be said."""
        return our_patterns().need(self.pattern, self._flags)

    def match(self, text: str, *places: int) -> Any:
        return self._compiled.match(text, *places) if self.bit & may_match(text) else None

    def search(self, text: str, *places: int) -> Any:
        return self._compiled.search(text, *places) if self.bit & may_match(text) else None

    def fullmatch(self, text: str, *places: int) -> Any:
        return self._compiled.fullmatch(text, *places) if self.bit & may_match(text) else None

    def sub(self, repl: Any, string: str) -> str:
        return self._compiled.sub(repl, string) if self.bit & may_match(string) else string


class _Sieve:
    """All such patterns, each with a bit of its own, filed when they are first needed."""

    def __init__(self) -> None:
        self.known: list[_Sieved] = []
        self._new: list[_Sieved] = []
        self._filed: dict[str, int] = {}
        """Piece -> the bits of the patterns of which a match may hold it."""
        self._pieces: set[str] = set()
        self._all = self._unfiled = 0
        """The bits of all, and of those of which nothing can be said."""

    def add(self, pattern: _Sieved) -> int:
        """The bit of a new pattern."""
        self.known.append(pattern)
        self._new.append(pattern)
        may_match.cache_clear()
        return 1 << len(self.known) - 1

    def choose(self, text: str) -> int:
        """The bits of those that can match in a text."""
        if self._new:
            self._file()
        if len(text) > LONGEST:
            return self._all
        return reduce(or_, map(self._filed.__getitem__, self._pieces & hold_pieces(text)), self._unfiled)

    def _file(self) -> None:
        for pattern in self._new:
            for piece in pattern.pieces:
                self._filed[piece] = self._filed.get(piece, 0) | pattern.bit
            self._all |= pattern.bit
            self._unfiled |= 0 if pattern.pieces else pattern.bit
        self._pieces = set(self._filed)
        self._new.clear()


_sieve = _Sieve()


@lru_cache(maxsize=KEPT_LINES)
def may_match(text: str) -> int:
    """The bits of the sieved patterns that can match a text, or in it."""
    return _sieve.choose(text)


def list_sieved() -> list[Any]:
    """All of them, as far as their modules have been imported."""
    return list(_sieve.known)


def compile_sieved(source: str, flags: int = 0) -> re.Pattern[str]:
    """The same as ``compile_late``, for a pattern that is asked of each line of a page, of which few match."""
    return cast("re.Pattern[str]", _Sieved(source, flags))
