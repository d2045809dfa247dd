"""How many people were killed, injured, missing ... according to one item.

A number is taken only where it is certain what was counted: one of the words of ``SUBJECTS`` stands directly beside it,
and nothing (another, of whom, each) makes it a part.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from assistant.figures import Figure, Kind, read_source
from assistant.patterns import compile_late
from assistant.records import Item, Span

SUBJECTS: dict[str, tuple[str, ...]] = {
    "killed": ("死亡", "罹難", "喪生", "遇難", "身亡", "喪命", "遇难", "丧生"),
    "injured": ("受傷", "受伤"),
    "seriously injured": ("重傷", "重伤"),
    "slightly injured": ("輕傷", "轻伤"),
    "missing": ("失蹤", "失聯", "失踪", "失联"),
    "trapped": ("受困", "被困"),
    "taken to hospital": ("送醫", "送医"),
    "arrested": ("被捕", "落網", "落网"),
}
PEOPLE = ("人", "名", "位")
_SUBJECT_OF = {word: subject for subject, words in SUBJECTS.items() for word in words}
_WORDS = "|".join(_SUBJECT_OF)
_AFTER = compile_late(f"({_WORDS})")
_BEFORE = compile_late(f"({_WORDS})(?:人數|人数)?(?:已)?(?:增至|增加至|升至|上升至|上升到|增為|達到|達|至少)?$")
_PARTIAL = compile_late("(?:另|另有|另外|其中|又|又有|再|再有|包括|含|各|每|新增|增加)(?:至少|約)?$")
"""Words before a number that make it a part of the whole, or something beside it."""
LOOK_BACK = 14
"""Characters before a number that are looked at."""


@dataclass(frozen=True, slots=True)
class Toll:
    """One number of people, with the words that say what befell them. ``span`` counts in the dump."""

    subject: str
    figure: Figure
    words: str
    span: Span

    @property
    def count(self) -> int:
        """How many."""
        return int(self.figure.low or 0)


def read_tolls(item: Item) -> dict[str, Toll]:
    """Subject -> the number of people; only where the item names one single number."""
    found: dict[str, dict[int, Toll]] = {}
    for toll in _find_tolls(item):
        found.setdefault(toll.subject, {}).setdefault(toll.count, toll)
    return {subject: next(iter(tolls.values())) for subject, tolls in found.items() if len(tolls) == 1}


def _find_tolls(item: Item) -> Iterator[Toll]:
    for segment in item.sentences:
        for figure in read_source(segment.text, language=item.language, clock=None):
            whole = isinstance(figure.value, int | Fraction) and figure.value == int(figure.value)
            if figure.kind is not Kind.COUNT or not figure.unit.startswith(PEOPLE) or not whole:
                continue
            told = _read_subject(segment.text, figure.span.start, figure.span.end)
            if told:
                yield Toll(told[0], figure, told[1], figure.span.shift(segment.span.start))


def _read_subject(text: str, start: int, end: int) -> tuple[str, str] | None:
    """What the people between ``start`` and ``end`` are, and the words that say so."""
    before = text[max(0, start - LOOK_BACK) : start]
    after = next((m for word in range(max(start, end - 2), end + 1) if (m := _AFTER.match(text, word))), None)
    if _PARTIAL.search(before):
        return None
    if after:
        return _SUBJECT_OF[after[1]], text[start : after.end()].strip()
    leading = _BEFORE.search(before)
    return (_SUBJECT_OF[leading[1]], (leading[0] + text[start:end]).strip()) if leading else None
