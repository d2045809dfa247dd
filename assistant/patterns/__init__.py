"""Regular expressions that are compiled when they are first asked for.

A set of Chinese characters takes Python a third of a millisecond to compile, and the rules of the figures have four
hundred: to compile them all takes longer than to check a short text, which needs a few. What is compiled once is kept
for the next process. A pattern that has been compiled takes the place of the late one in its module.
"""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import Any, cast

from assistant.patterns.kept import our_patterns

_part: list[str] = []


class _Late:
    def __init__(self, source: str, flags: int, home: dict[str, Any]) -> None:
        self.pattern, self._flags, self._home = source, flags, home

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        """The pattern itself, which from now on bears the name that its module gave to this one.

        Python finds the methods of its own types at once, and those that this one takes from it in 500 instructions.
        """
        compiled = our_patterns(*_part).compile(self.pattern, self._flags)
        for name in [name for name, value in self._home.items() if value is self]:
            self._home[name] = compiled
        return compiled

    # a property of each method, not __getattr__ for all: with that each look-up of a method takes twice as long, also
    # of one that has been found
    @cached_property
    def match(self) -> Any:
        return self._compiled.match

    @cached_property
    def search(self) -> Any:
        return self._compiled.search

    @cached_property
    def fullmatch(self) -> Any:
        return self._compiled.fullmatch

    @cached_property
    def finditer(self) -> Any:
        return self._compiled.finditer

    @cached_property
    def findall(self) -> Any:
        return self._compiled.findall

    @cached_property
    def split(self) -> Any:
        return self._compiled.split

    @cached_property
    def sub(self) -> Any:
        return self._compiled.sub

    @cached_property
    def subn(self) -> Any:
        return self._compiled.subn

    @property
    def flags(self) -> int:
        return self._compiled.flags

    @property
    def groups(self) -> int:
        return self._compiled.groups

    @property
    def groupindex(self) -> Any:
        return self._compiled.groupindex


class _Needing(_Late):
    """One that is not compiled before a text has a word that it needs. Then it is a late pattern like the others."""

    def __init__(self, source: str, flags: int, needs: tuple[str, ...], within: int) -> None:
        super().__init__(source, flags, {})
        self._needs, self._within = needs, within

    def match(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> Any:
        return self._ask("match", text, pos, endpos, text[pos : min(pos + self._within, endpos)])

    def search(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> Any:
        return self._ask("search", text, pos, endpos, text[pos:endpos])

    def fullmatch(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> Any:
        return self._ask("fullmatch", text, pos, endpos, text[pos:endpos])

    def _ask(self, name: str, text: str, pos: int, endpos: int, near: str) -> Any:
        near = near.lower()
        if not any(map(near.__contains__, self._needs)):
            return None
        for method in ("match", "search", "fullmatch"):  # they hide those of the class
            setattr(self, method, getattr(self._compiled, method))
        return getattr(self, name)(text, pos, endpos)


def compile_late(source: str, flags: int = 0, *, needs: str = "", within: int = 0) -> re.Pattern[str]:
    """What ``re.compile`` gives, compiled when one of its methods is first asked for; an error shows only then.

    Args:
        source: the regular expression.
        flags: those of ``re``.
        needs: for a rule that few texts have a use for: words (in lower case, with blanks between them) of which one
            stands in all that it matches. It is not compiled before one stands where it is asked for.
        within: characters from the start of what ``match`` matches that hold such a word.
    """
    if needs:
        return cast("re.Pattern[str]", _Needing(source, flags, tuple(needs.split()), within))
    return cast("re.Pattern[str]", _Late(source, flags, sys._getframe(1).f_globals))


@contextmanager
def patterns_of(part: str) -> Iterator[None]:
    """Patterns come from a file of their own, and are kept there: a command that needs few waits for no others."""
    _part[:] = [part]
    try:
        yield
        keep_patterns()
    finally:
        _part.clear()


def keep_patterns() -> None:
    """Keep what was compiled for the next process."""
    our_patterns(*_part).write()
