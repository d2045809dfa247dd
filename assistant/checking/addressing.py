"""Is a sentence built like one that addresses the model? One small grammar, whatever the words.

Who gives a model orders must name some of a few things: the machine or its work (summary, headline, output), the page
in its hands, an order, what is to be written. The parts are data (``addressing.txt``), each with a weight; news *about*
such things reports who said so, or speaks to the public, and that counts against it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from assistant.folding import fold
from assistant.patterns import compile_late
from assistant.records import Span

ENOUGH = 5
"""Weight from which on a sentence addresses the model."""
ENOUGH_ORDERED = 4
"""The same for a sentence that gives an order outright, with nothing in it that speaks for news."""
SURE = 7
"""Weight from which on nothing may rest on it; below, news about machines and translations is too near."""
ORDERS = frozenset({"directive", "override"})
MANNERS = frozenset({"directive", "duty", "writing", "you", "figures", "verse"})
"""Parts that any sentence may have: alone they address anybody."""
TOPICS = frozenset({"machine", "work", "writing", "page", "you", "figures"})
"""Parts that news about machines has as well: alone they order nothing."""
WHAT = "gives orders to a machine that reads the page"
LONGEST = 600
"""Characters that are weighed together; of a longer sentence, each such stretch."""
SHORT = 90
"""Characters of a sentence that is weighed together with the one before it, if that is as short."""

_HEAD = compile_late(r"\[([a-z ]+) (-?\d)( opens)?\]")
_SENTENCE = compile_late(r"[^.!?。！？\n]+(?:[.!?。！？](?!\s|$)[^.!?。！？\n]*)*[.!?。！？\n]*\s*")
_LATIN = compile_late("[a-z]{2}")
_HIDDEN = compile_late(
    fold("暗藏|隱藏|藏有|藏在|植入|提示詞注入|提示注入|隠さ|埋め込|prompt injection|hidden (?:text|instruction)")
)


@dataclass(frozen=True, slots=True)
class _Part:
    name: str
    weight: int
    opens: bool
    rows: tuple[str, ...]
    pattern: re.Pattern[str]


@cache
def _grammar(*, latin: bool) -> tuple[_Part, ...]:
    """The parts for texts with Latin words, or for those without: half of the patterns need one."""
    text = files("assistant.checking").joinpath("addressing.txt").read_text(encoding="utf-8")
    parts, rows = list[_Part](), list[str]()
    for line in reversed(text.splitlines()):
        if head := _HEAD.fullmatch(line):
            useful = tuple(fold(row) for row in reversed(rows) if latin or not row.isascii())
            pattern = compile_late("|".join(f"(?:{row})" for row in useful) or "(?!)")
            parts.append(_Part(head[1], int(head[2]), bool(head[3]), useful, pattern))
            rows.clear()
        elif line and not line.startswith("#"):
            rows.append(line)
    return tuple(reversed(parts))


@cache
def _openers(*, latin: bool) -> tuple[re.Pattern[str], ...]:
    """The parts without one of which no sentence is looked at: most sentences of a page end here.

    One by one, for Python looks for each by its first characters, and tries all of one pattern made of them everywhere.
    """
    return tuple(part.pattern for part in _grammar(latin=latin) if part.opens)


def list_openers(*, latin: bool) -> tuple[str, ...]:
    """The same row by row, as regular expressions."""
    return tuple(row for part in _grammar(latin=latin) if part.opens for row in part.rows)


class Address(NamedTuple):
    """An address to the model: the words from its first to its last part."""

    span: Span
    is_sure: bool


def reports_attacks(text: str) -> bool:
    """Whether words, as ``fold_original`` has them, tell of such addresses: of research, a flaw, a hidden text."""
    research = next(part for part in _grammar(latin=True) if part.name == "research")
    return research.pattern.search(text) is not None or _HIDDEN.search(text) is not None


def weigh_news(sentence: str) -> int:
    """What speaks for news or for a notice to the public, none or less than none; but for who tells of an order."""
    parts = (part for part in _grammar(latin=True) if part.weight < 0 and part.name != "reported")
    return sum(part.weight for part in parts if part.pattern.search(sentence))


def find_address(text: str) -> Address | None:
    """The first sentence that addresses the model, or may do so, in ``text`` as ``fold_original`` has it."""
    latin = _LATIN.search(text) is not None
    if not any(opener.search(text) for opener in _openers(latin=latin)):
        return None
    found = [address for span in list_sentences(text) if (address := _weigh(text, span, latin=latin))]
    return next((address for address in found if address.is_sure), found[0] if found else None)


def list_sentences(text: str) -> Iterator[Span]:
    """Each sentence; a short one together with the short one before it."""
    before: Span | None = None
    for match in _SENTENCE.finditer(text):
        span = Span(*match.span())
        together = before is not None and max(_size(before), _size(span)) <= SHORT
        whole = Span(before.start, span.end) if before and together else span
        for start in range(whole.start, whole.end, LONGEST // 2):
            yield Span(start, min(whole.end, start + LONGEST))
        before = span


def _size(span: Span) -> int:
    return span.end - span.start


def _weigh(text: str, where: Span, *, latin: bool) -> Address | None:
    parts = _grammar(latin=latin)
    found = [(part, match) for part in parts if (match := part.pattern.search(text, where.start, where.end))]
    names = {part.name for part, _ in found}
    outright = not names.isdisjoint(ORDERS) and all(part.weight > 0 for part, _ in found)
    enough = ENOUGH_ORDERED if outright else ENOUGH
    told, weight = {part.name for part, _ in found if part.weight > 0}, sum(part.weight for part, _ in found)
    if told <= MANNERS or told <= TOPICS or weight < enough:
        return None
    meant = [match for part, match in found if part.weight > 0]
    span = Span(min(match.start() for match in meant), max(match.end() for match in meant))
    return Address(span, weight >= SURE)
