"""What a text must hold for a pattern to match in it: one of a few characters or pairs of characters, its pieces.

A line of news holds none of the pieces of most rules, so that one look at its characters tells which rules need not be
tried at all. Known as prefilter (RE2's ``FilteredRE2``).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from itertools import pairwise, product
from operator import add
from typing import Any

from assistant.patterns import compile_late

MOST = 64
"""Of one place: where more characters or pairs could stand, they tell nothing."""
DIGIT, SPACE, NOT_WORD, CASED = r"\d", r"\s", r"\W", "Aa"
"""Pieces that stand for any character of a sort; ``CASED``: a letter that is a capital or a small one."""
_SORTS = {"CATEGORY_DIGIT": DIGIT, "CATEGORY_SPACE": SPACE, "CATEGORY_NOT_WORD": NOT_WORD}
_OTHER = compile_late(r"[^\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fef]")
"""No letter of an East Asian text."""
_SPACE = compile_late(r"\s")
_DIGIT = compile_late(r"\d")
_NOT_WORD = compile_late(r"\W")
_WEIGHTS = {DIGIT: 40, SPACE: 40, NOT_WORD: 40, CASED: 40}
_WEIGHT_OF_ONE, _WEIGHT_OF_PAIR = 10, 1
"""How much likelier a piece stands in a line by chance than a pair of characters does."""

Pieces = frozenset[str]


def hold_pieces(text: str) -> set[str]:
    """All pieces that a short text holds."""
    held = {*text, *map(add, text, text[1:])}
    if _OTHER.search(text):  # as in few headlines
        if _DIGIT.search(text):
            held.add(DIGIT)
        if _SPACE.search(text):
            held.add(SPACE)
        if _NOT_WORD.search(text):
            held.add(NOT_WORD)
        if text.lower() != text.upper():
            held.add(CASED)
    return held


def need_pieces(source: str, flags: int = 0) -> Pieces:
    """Pieces of which each text that a pattern matches holds one; none where nothing can be said."""
    parsed = import_module("re._parser").parse(source, flags)
    return _need(list(parsed), ignores_case=bool(parsed.state.flags & re.IGNORECASE)) or frozenset()


def _need(items: Sequence[tuple[Any, Any]], *, ignores_case: bool) -> Pieces | None:
    """The pieces of a sequence: those of the one of its places that fewest texts have."""
    places = [_read_place(str(code), value, ignores_case=ignores_case) for code, value in items]
    pairs = (_pair(one, other) for one, other in pairwise(places))
    inner = (_need_within(str(code), value, ignores_case=ignores_case) for code, value in items)
    found = [pieces for pieces in (*places, *pairs, *inner) if pieces]
    return min(found, key=_weigh, default=None)


def _weigh(pieces: Pieces) -> int:
    return sum(_WEIGHTS.get(piece, _WEIGHT_OF_PAIR if len(piece) > 1 else _WEIGHT_OF_ONE) for piece in pieces)


def _read_place(code: str, value: Any, *, ignores_case: bool) -> Pieces | None:
    """What can stand at a place of one character; None: anything, or it is no such place."""
    if code == "LITERAL":
        return _spell([value], ignores_case=ignores_case)
    if code != "IN":
        return None
    found: set[str] = set()
    for kind, own in value:
        sort = _SORTS.get(str(own)) if str(kind) == "CATEGORY" else None
        codes = range(own[0], own[1] + 1) if str(kind) == "RANGE" else [own] if str(kind) == "LITERAL" else []
        if not (sort or codes) or len(codes) > MOST:
            return None
        found.update([sort] if sort else _spell(codes, ignores_case=ignores_case))
    return frozenset(found)


def _spell(codes: Iterable[int], *, ignores_case: bool) -> Pieces:
    """Characters, letters as ``CASED`` where a capital is as good as a small one."""
    letters = map(chr, codes)
    return frozenset(CASED if ignores_case and x.lower() != x.upper() else x for x in letters)


def _pair(one: Pieces | None, other: Pieces | None) -> Pieces | None:
    """The pairs of two neighbouring places."""
    if not one or not other or len(one) * len(other) > MOST or any(len(piece) > 1 for piece in one | other):
        return None
    return frozenset(map("".join, product(one, other)))


def _need_within(code: str, value: Any, *, ignores_case: bool) -> Pieces | None:
    """The pieces of what a group holds, or a repetition that comes at least once, or all choices of several."""
    if code in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT") and value[0]:
        return _need(list(value[2]), ignores_case=ignores_case)
    if code == "ATOMIC_GROUP":
        return _need(list(value), ignores_case=ignores_case)
    if code == "SUBPATTERN" and not (value[1] or value[2]):
        return _need(list(value[3]), ignores_case=ignores_case)
    if code == "BRANCH":
        return _join(_need(list(choice), ignores_case=ignores_case) for choice in value[1])
    return None


def _join(choices: Iterator[Pieces | None]) -> Pieces | None:
    found = list(choices)
    known = [pieces for pieces in found if pieces]
    return frozenset().union(*known) if len(known) == len(found) else None
