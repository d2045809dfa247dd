"""Does the source address the model? Text in a dump is data: such words are shown, and nothing may rest on them.

The patterns are data (``injections.txt``). A sentence that matches one is suspect, and so is what follows it on its
line. ``distrust`` gives the item without them, so that a claim, a figure, a name or a quotation that stands nowhere
else is found to stand nowhere. Where only the build of a sentence speaks for it, and not plainly (``addressing.SURE``),
its words still count as the source's, since news about machines that translate is built alike: the reader is told, and
a claim that cites it is flagged.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files

from assistant.checking.addressing import WHAT, find_address
from assistant.checking.disguises import list_readings
from assistant.folding import fold_widths
from assistant.glossary import fold_original
from assistant.records import Check, Draft, Field, Finding, Item, Place, Role, Segment, Span, Verdict

RESTS_ON_IT = "it rests on words of the source that address the model, not the reader"
MAY_REST_ON_IT = "it rests on words of the source that may address the model, not the reader"
REPEATS_IT = "it repeats words of the source that address the model, not the reader"
WORDS_IN_A_ROW = 4
"""From so many on, English words shared with a suspect sentence are no chance."""

LINES_TOGETHER, LONGEST_LINE = 3, 120
"""Lines that are read as one sentence where none of them ends, and characters of a line that may be a part of one."""

_STOP = re.compile(r"[。！？!?.…；;][」』”\"）)]*\s*$")
_HAN = re.compile("[\u3040-\u9fff]")
_LATIN = re.compile("[a-z]{2}")
_WORD = re.compile(r"[^\W_]+")
_NOT_BREAKS = re.compile(r"[^\n]")


@dataclass(frozen=True, slots=True)
class Injection:
    """Words of one sentence that address the model, or may do so. ``span`` counts in the dump."""

    segment: int
    span: Span
    what: str
    is_sure: bool


@cache
def _patterns(*, latin: bool) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The patterns for a text with Latin words, or for one without any: most of them need one."""
    lines = files("assistant.checking").joinpath("injections.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return tuple((what, re.compile(pattern)) for what, pattern in rows if latin or not pattern.isascii())


@dataclass(frozen=True, slots=True)
class Addressed:
    """What of an item addresses the model."""

    injections: tuple[Injection, ...]
    suspect: frozenset[int]
    """The sentences that do so, or may: no claim and no line of a glance may rest on them."""
    sure: frozenset[int]
    """Those of them that surely do: nothing at all may rest on them."""
    trusted: Item
    """The item without the sure ones; the item itself where there are none."""


@lru_cache(maxsize=4)
def find_addressed(item: Item) -> Addressed:
    """Look through an item, once for all that ask."""
    injections = find_injections(item)
    sure = suspect_segments(item, tuple(each for each in injections if each.is_sure))
    return Addressed(injections, suspect_segments(item, injections), sure, distrust(item, sure))


def find_injections(item: Item) -> tuple[Injection, ...]:
    """The sentences of an item that address the model, each once."""
    found = {segment.index: injection for segment in item.segments if (injection := _find(segment))}
    for injection in _find_split(item):
        found.setdefault(injection.segment, injection)
    return tuple(found[index] for index in sorted(found))


def _find(segment: Segment) -> Injection | None:
    if read := _read(segment.text):
        span, what, is_sure = read
        return Injection(segment.index, span.shift(segment.span.start), what, is_sure)
    disguised = next((read for other in list_readings(segment.text) if (read := _read(other))), None)
    return Injection(segment.index, segment.span, f"{disguised[1]}, in disguise", is_sure=True) if disguised else None


def _read(text: str) -> tuple[Span, str, bool] | None:
    """Where in a text the model is addressed, what is done by it, and whether it surely is."""
    text = fold_original(fold_widths(text))
    found = [
        (what, match)
        for what, pattern in _patterns(latin=_LATIN.search(text) is not None)
        for match in pattern.finditer(text)
    ]
    if found:
        span = Span(min(match.start() for _, match in found), max(match.end() for _, match in found))
        return span, "; ".join(dict.fromkeys(what for what, _ in found)), True
    address = find_address(text)
    return (address.span, WHAT, address.is_sure) if address else None


def _find_split(item: Item) -> Iterator[Injection]:
    """What addresses the model over several lines, none of which does so alone."""
    lines: list[Segment] = []
    for segment in item.segments:
        whole = segment.role is Role.HEADLINE or len(segment.text) > LONGEST_LINE
        lines = [] if whole else [*lines, segment][-LINES_TOGETHER:]
        for count in range(2, len(lines) + 1):
            joined = lines[-count:]
            read = _read_split(joined)
            if read:
                what = f"{WHAT}, over several lines"
                yield from (Injection(line.index, line.span, what, read[2]) for line in joined)
                break
        if _STOP.search(segment.text):
            lines = []


def _read_split(lines: list[Segment]) -> tuple[Span, str, bool] | None:
    """What these lines together say to the model, by words of the first and of the last."""
    texts = [line.text.strip() for line in lines]
    joined = ("" if _HAN.search(texts[0]) else " ").join(texts)
    read = _read(joined)
    spans_all = read and read[0].start < len(texts[0]) and read[0].end > len(joined) - len(texts[-1])
    return read if spans_all else None


def suspect_segments(item: Item, injections: tuple[Injection, ...]) -> frozenset[int]:
    """The sentences with injections, and what follows them on their lines."""
    matched, suspect, tainted = {injection.segment for injection in injections}, set[int](), False
    for segment in item.segments:
        tainted = tainted or segment.index in matched
        if tainted:
            suspect.add(segment.index)
        tainted = tainted and "\n" not in segment.text
    return frozenset(suspect)


def distrust(item: Item, suspect: frozenset[int]) -> Item:
    """The item with blanks in place of the suspect sentences: as long as before, so that every span still counts."""
    if not suspect:
        return item
    segments = tuple(replace(s, text=_NOT_BREAKS.sub(" ", s.text)) if s.index in suspect else s for s in item.segments)
    return replace(item, segments=segments, text="".join(segment.text for segment in segments))


def check_injections(item: Item, draft: Draft) -> Iterator[Finding]:
    """A finding for each sentence that addresses the model, and for each text of the draft that rests on one."""
    addressed = find_addressed(item)
    suspect, sure = addressed.suspect, addressed.sure
    for each in addressed.injections:
        why = f"this text {'addresses' if each.is_sure else 'may address'} the model, not the reader: it {each.what}"
        verdict, words = Verdict.SUSPECT if each.is_sure else Verdict.NOTED, item.read(each.span)
        yield Finding(Check.INJECTION, verdict, Place(Field.ITEM), source=words, source_span=each.span, why=why)
    if not suspect:
        return
    shared = {run for s in item.segments if s.index in sure for run in _runs(s.text)}
    for index, claim in enumerate(draft.claims):
        rests = MAY_REST_ON_IT if suspect.intersection(claim.segments) else ""
        why = RESTS_ON_IT if sure.intersection(claim.segments) else rests
        yield from _flag(Place(Field.CLAIM, index), claim.english, why or _repeats(claim.english, shared))
    yield from _flag(Place(Field.SUMMARY), draft.summary, _repeats(draft.summary, shared))
    yield from _flag(Place(Field.HEADLINE), draft.headline, _repeats(draft.headline, shared))
    for translation in draft.translations:
        if translation.segment not in suspect:
            place = Place(Field.TRANSLATION, translation.segment)
            yield from _flag(place, translation.english, _repeats(translation.english, shared))


def _flag(place: Place, english: str, why: str) -> Iterator[Finding]:
    if why:
        yield Finding(Check.INJECTION, Verdict.UNSUPPORTED, place, english, why=why)


def _repeats(english: str, shared: set[tuple[str, ...]]) -> str:
    return REPEATS_IT if not shared.isdisjoint(_runs(english)) else ""


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    """Each run of ``WORDS_IN_A_ROW`` Latin words."""
    words = [word for word in _WORD.findall(text.casefold()) if word.isascii()]
    return (tuple(words[at : at + WORDS_IN_A_ROW]) for at in range(len(words) - WORDS_IN_A_ROW + 1))
