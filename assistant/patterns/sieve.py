"""Patterns that are asked of each line of a page, and match few: one look at a line tells which of them can match.

Each is filed under its pieces, the characters and pairs of characters of which every match holds one (``pieces``). The
pieces of a line are collected once, and only the patterns that are filed under one of them are tried.
"""

import re
from functools import cached_property, lru_cache
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
        _sieve.add(self)

    @cached_property
    def pieces(self) -> frozenset[str]:
        """Of these every match holds one; none where nothing can be said."""
        return our_patterns().need(self.pattern, self._flags)

    def match(self, text: str, *places: int) -> Any:
        return self._compiled.match(text, *places) if self in may_match(text) else None

    def search(self, text: str, *places: int) -> Any:
        return self._compiled.search(text, *places) if self in may_match(text) else None

    def fullmatch(self, text: str, *places: int) -> Any:
        return self._compiled.fullmatch(text, *places) if self in may_match(text) else None

    def sub(self, repl: Any, string: str) -> str:
        return self._compiled.sub(repl, string) if self in may_match(string) else string


class _Sieve:
    """All such patterns, filed when they are first needed."""

    def __init__(self) -> None:
        self._new: list[_Sieved] = []
        self._all: set[_Sieved] = set()
        self._filed: dict[str, set[_Sieved]] = {}
        self._pieces: set[str] = set()
        self._unfiled: frozenset[_Sieved] = frozenset()
        """Those of which nothing can be said."""

    def add(self, pattern: _Sieved) -> None:
        self._new.append(pattern)
        may_match.cache_clear()

    def choose(self, text: str) -> frozenset[_Sieved]:
        """Those that can match in a text."""
        if self._new:
            self._file()
        if len(text) > LONGEST:
            return frozenset(self._all)
        held = self._pieces & hold_pieces(text)
        return self._unfiled.union(*map(self._filed.__getitem__, held)) if held else self._unfiled

    def _file(self) -> None:
        for pattern in self._new:
            for piece in pattern.pieces:
                self._filed.setdefault(piece, set()).add(pattern)
        self._all.update(self._new)
        self._pieces = set(self._filed)
        self._unfiled = frozenset(pattern for pattern in self._all if not pattern.pieces)
        self._new.clear()


_sieve = _Sieve()


@lru_cache(maxsize=KEPT_LINES)
def may_match(text: str) -> frozenset[Any]:
    """Those of the sieved patterns that can match a text, or in it."""
    return _sieve.choose(text)


def compile_sieved(source: str, flags: int = 0) -> re.Pattern[str]:
    """The same as ``compile_late``, for a pattern that is asked of each line of a page, of which few match."""
    return cast("re.Pattern[str]", _Sieved(source, flags))
