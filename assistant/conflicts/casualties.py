"""How many people were killed, injured, missing ... according to one item.

A number is taken only where it is certain what was counted: one of the words of ``SUBJECTS`` stands directly beside it,
and nothing (another, of whom, each) makes it a part.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from assistant.figures import Figure, Kind, read_source
from assistant.figures.rendering import render
from assistant.figures.values import Interval
from assistant.patterns import compile_late
from assistant.records import Item, Segment, Span

SUBJECTS: dict[str, tuple[str, ...]] = {
    "killed": ("死亡", "罹難", "喪生", "遇難", "身亡", "喪命", "遇难", "丧生", "罹难", "丧命"),
    "injured": ("受傷", "受伤", "負傷", "负伤", "けが"),
    "seriously injured": ("重傷", "重伤"),
    "slightly injured": ("輕傷", "轻伤", "軽傷"),
    "missing": ("失蹤", "失聯", "失踪", "失联", "行方不明"),
    "trapped": ("受困", "被困"),
    "taken to hospital": ("送醫", "送医"),
    "arrested": ("遭逮捕", "被逮捕", "逮捕", "拘捕", "抓獲", "抓获", "被捕", "落網", "落网"),
}
PEOPLE = ("人", "名", "位")
_SUBJECT_OF = {word: subject for subject, words in SUBJECTS.items() for word in words}
_WORDS = "|".join(_SUBJECT_OF)
_AFTER = compile_late(f"(?:不幸|當場|当场|が|の)?({_WORDS})")
_RISES = "增至|增加至|升至|上升至|上升到|增為|增为"
_TODAY = r"(?:[今昨](?:[（(]\d{1,2}[)）])?[日天]?)?(?:已)?"
_BEFORE = compile_late(
    f"({_WORDS})者?(?:人數|人数)?{_TODAY}(?:{_RISES}|為|为|達到|達|达到|达|至少|は|が)?$"
    f"|(?<!死)([死傷伤])者(?:人數|人数)?{_TODAY}(?:{_RISES})$"
)
_BARE = compile_late(r"(死|傷|伤)(?=\Z|[\W\d]|[一二三四五六七八九十百])")
"""What a headline writes behind a number that counts no unit: 3死11傷. Of 5死傷 it does not say how many died."""
_OF_BARE = {"死": "killed", "傷": "injured", "伤": "injured"}
_PARTIAL = compile_late("(?:其中|又|又有|再|再有|包括|含|各|每|新增|增加)(?:至少|約)?$")
"""Words before a number that make it a part of the whole."""
_OF_LONG = compile_late(
    "(?:去年|前年|上月|每年|歷年|历年|近[0-9一二三四五六七八九十]+年|昨年|今年(?:以來|以来|至今|迄今|已|共|全|累|に入)"
    "|累計|累计)[^，。；、]{0,8}$"
)
"""Words before a number by which it is that of other events too."""
_BESIDE = compile_late("(?:另|另有|另外)(?:至少|約)?$")
"""Words before a number that is something beside another: the injured beside the dead are all the injured."""
_SEIZED = ("逮捕", "拘捕", "抓獲", "抓获")
_AGAIN = compile_late(r"(?:又|再|另|共犯)(?:\w捕|抓\w)$")
_ENDS = compile_late(r"\Z|[\W]")
"""Verbs before a number that is all of them only where nothing says who they are, or that there were more."""
_LOST = ("killed", "missing")
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
        """How many; of a vague number the least."""
        return int(self.figure.low or 0)

    @property
    def english(self) -> str:
        """How many, as an English text has it."""
        return render(self.figure) if self.figure.kind is Kind.VAGUE else f"{self.count:,}"


def read_tolls(item: Item, sentences: Sequence[Segment] | None = None) -> dict[str, Toll]:
    """Subject -> the number of people; only where the item, or these sentences of it, name one single number."""
    return choose_certain(list_tolls(item, sentences))


def choose_certain(tolls: Iterable[Toll]) -> dict[str, Toll]:
    """Of all tolls of an item those of which it names one single number, by their subjects."""
    found: dict[str, dict[int, Toll]] = {}
    for toll in tolls:
        found.setdefault(toll.subject, {}).setdefault(toll.count, toll)
    return {subject: next(iter(told.values())) for subject, told in found.items() if len(told) == 1}


def list_tolls(item: Item, sentences: Sequence[Segment] | None = None) -> tuple[Toll, ...]:
    """All numbers of an item, or of these sentences of it, in order: a headline and its article tell the same one."""
    told = item.sentences if sentences is None else sentences
    return tuple(toll for segment in told for toll in _find_tolls(item, segment))


def _counts_people(figure: Figure) -> bool:
    """Whether a figure is a whole number, or a vague one: 數十人."""
    if figure.kind is Kind.VAGUE:
        return isinstance(figure.value, Interval)
    is_whole = isinstance(figure.value, int | Fraction) and figure.value == int(figure.value)
    return figure.kind is Kind.COUNT and is_whole


def _find_tolls(item: Item, segment: Segment) -> Iterator[Toll]:
    before = ""
    for figure in read_source(segment.text, language=item.language, clock=None):
        if not _counts_people(figure):
            continue
        told = _read_subject(segment.text, figure, before)
        if told:
            before = told[0]
            yield Toll(told[0], figure, told[1], figure.span.shift(segment.span.start))


def _read_subject(text: str, figure: Figure, before: str) -> tuple[str, str] | None:
    """What the people of a figure are, and the words that say so; ``before`` is what the last ones were."""
    start, end = figure.span
    if not figure.unit:
        bare = _BARE.match(text, end)
        return (_OF_BARE[bare[1]], text[start : bare.end()].strip()) if bare else None
    leading = text[max(0, start - LOOK_BACK) : start]
    if not figure.unit.startswith(PEOPLE) or _PARTIAL.search(leading) or _OF_LONG.search(leading):
        return None
    told = _read_words(text, start, end, leading)
    if told and told[1].startswith(_SEIZED) and (_AGAIN.search(leading) or not _ENDS.match(text, end)):
        return None  # 又逮捕3人, 逮捕3名主嫌
    if told and _BESIDE.search(leading) and (before not in _LOST or told[0] in _LOST):
        return None
    return told


def _read_words(text: str, start: int, end: int, leading: str) -> tuple[str, str] | None:
    after = next((m for word in range(max(start, end - 2), end + 1) if (m := _AFTER.match(text, word))), None)
    if after:
        return _SUBJECT_OF[after[1]], text[start : after.end()].strip()
    found = _BEFORE.search(leading)
    if found is None:
        return None
    return _SUBJECT_OF[found[1]] if found[1] else _OF_BARE[found[2]], (found[0] + text[start:end]).strip()
