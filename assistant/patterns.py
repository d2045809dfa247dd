"""Regular expressions that are compiled when they are first asked for.

A set of Chinese characters takes Python a third of a millisecond to compile, and the rules of the figures have four
hundred: to compile them all takes longer than to check a short text, which needs a few.
"""

import re
from functools import cached_property
from typing import Any, cast


class _Late:
    def __init__(self, source: str, flags: int) -> None:
        self.pattern, self._flags = source, flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._flags)

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

    @property
    def flags(self) -> int:
        return self._compiled.flags

    @property
    def groups(self) -> int:
        return self._compiled.groups

    @property
    def groupindex(self) -> Any:
        return self._compiled.groupindex


def compile_late(source: str, flags: int = 0) -> re.Pattern[str]:
    """What ``re.compile`` gives, compiled when one of its methods is first asked for; an error shows only then."""
    return cast("re.Pattern[str]", _Late(source, flags))
