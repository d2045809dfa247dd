"""A look ahead for the characters that a pattern can begin with: at most places of a text it need not be tried at all.

Python looks for the first characters by itself where a pattern is one word or a choice of words; where one choice of
sixty begins with a group or an optional character, it tries all sixty at each character.
"""

import re
from collections.abc import Sequence
from importlib import import_module
from typing import Any

_CLASSES = {
    "CATEGORY_DIGIT": r"\d",
    "CATEGORY_NOT_DIGIT": r"\D",
    "CATEGORY_SPACE": r"\s",
    "CATEGORY_NOT_SPACE": r"\S",
    "CATEGORY_WORD": r"\w",
    "CATEGORY_NOT_WORD": r"\W",
}
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
_PLACES = ("AT", "ASSERT", "ASSERT_NOT")
"""They match no character."""


def lead(source: str, flags: int = 0) -> str:
    """A pattern that matches what this one matches, and first looks at the next character.

    Raises:
        ValueError: it can begin with too many characters to name them, or match nothing.
    """
    pieces, may_be_empty = _read(list(import_module("re._parser").parse(source, flags)))
    if may_be_empty:
        raise ValueError(f"matches the empty text: {source[:60]}")
    return f"(?=[{''.join(sorted(pieces))}])(?:{source})"


def _read(items: Sequence[tuple[Any, Any]]) -> tuple[set[str], bool]:
    """How a sequence can begin, as pieces of a class of characters; whether it may match nothing."""
    pieces: set[str] = set()
    for code, value in items:
        own, may_be_empty = _read_one(str(code), value)
        pieces |= own
        if not may_be_empty:
            return pieces, False
    return pieces, True


def _read_one(code: str, value: Any) -> tuple[set[str], bool]:
    if code in _PLACES:
        return set(), True
    if code == "LITERAL":
        return {re.escape(chr(value))}, False
    if code == "IN":
        return {_read_class(str(kind), own) for kind, own in value}, False
    if code == "BRANCH":
        choices = [_read(list(choice)) for choice in value[1]]
        return set().union(*(own for own, _ in choices)), any(empty for _, empty in choices)
    if code == "SUBPATTERN" and not (value[1] or value[2]):
        return _read(list(value[3]))
    if code in _REPEATS:
        own, empty = _read(list(value[2]))
        return own, empty or not value[0]
    raise ValueError(f"begins with anything: {code}")


def _read_class(kind: str, value: Any) -> str:
    """One piece of a class of characters; what is not to stand there leaves too many."""
    if kind == "RANGE":
        return f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
    if kind == "LITERAL":
        return re.escape(chr(value))
    if kind == "CATEGORY" and str(value) in _CLASSES:
        return _CLASSES[str(value)]
    raise ValueError(f"begins with anything but some: {kind}")
