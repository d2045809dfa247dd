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
from typing import NamedTuple

from assistant.checking import addressing, orders
from assistant.checking.disguises import list_readings
from assistant.checking.folding import fold
from assistant.folding import fold_widths
from assistant.glossary import fold_original
from assistant.patterns import compile_late
from assistant.patterns.prefilter import Prefiltered
from assistant.records import Check, Claim, Draft, Field, Finding, Item, Place, Role, Segment, Span, Verdict

RESTS_ON_IT = "it rests on words of the source that address the model, not the reader"
MAY_REST_ON_IT = "it rests on words of the source that may address the model, not the reader"
REPEATS_IT = "it repeats words of the source that address the model, not the reader"
DICTATES = "dictates what to write"
"""What news tells as well: of one who asked another for it."""
WORDS_IN_A_ROW = 4
"""From so many on, English words shared with a suspect sentence are no chance."""

LINES_TOGETHER, LONGEST_LINE = 3, 120
"""Lines that are read as one sentence where none of them ends, and characters of a line that may be a part of one."""

_STOP = compile_late(r"[。！？!?.…；;][」』”\"）)]*\s*$")
_HAN = compile_late("[\u3040-\u9fff]")
_LATIN = compile_late("[a-z]{2}")
_WORD = compile_late(r"[^\W_]+")
_ANNOUNCES = compile_late(r"(?i)\b(?:follow\w*|below|next|these|this)\b|:\W*$")
_QUOTED = compile_late(r"「[^「」\n]{1,300}」|『[^『』\n]{1,300}』|“[^“”\n]{1,300}”|\"[^\"\n]{1,300}\"")
_NOT_BREAKS = compile_late(r"[^\n]")


@dataclass(frozen=True, slots=True)
class Injection:
    """Words of one sentence that address the model, or may do so. ``span`` counts in the dump."""

    segment: int
    span: Span
    what: str
    is_sure: bool
    is_quoted: bool = False
    """Only words in quotation marks do so, and the sentence around them reports on such attacks: it is news."""


@cache
def _patterns(*, latin: bool) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The patterns for a text with Latin words, or for one without any: most of them need one."""
    lines = files("assistant.checking").joinpath("injections.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return tuple((what, compile_late(pattern)) for what, pattern in rows if latin or not pattern.isascii())


@cache
def _first_look(*, latin: bool) -> Prefiltered:
    """All without which no text addresses the model, for many texts, each with a line of its own."""
    words = (pattern.pattern for _, pattern in _patterns(latin=latin))
    return Prefiltered((*words, *addressing.list_openers(latin=latin)), re.MULTILINE)


@cache
def _first_look_for_orders(*, latin: bool) -> Prefiltered:
    return Prefiltered(orders.list_openers(latin=latin), re.MULTILINE)


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
    quoted = [each for each in injections if each.is_quoted]
    suspect = suspect_segments(item, tuple(each for each in injections if not each.is_quoted))
    sure = suspect_segments(item, tuple(each for each in injections if each.is_sure))
    trusted = distrust(item, sure, tuple(each.span for each in quoted))
    return Addressed(injections, suspect | {each.segment for each in quoted}, sure, trusted)


def find_injections(item: Item) -> tuple[Injection, ...]:
    """The sentences of an item that address the model, each once."""
    ways = _list_ways(item)
    if not any(ways):
        return ()
    found = {segment.index: injection for segment in item.segments if (injection := _find(segment, ways))}
    for injection in _find_split(item, ways):
        found.setdefault(injection.segment, injection)
    return tuple(found[index] for index in sorted(found))


class _Ways(NamedTuple):
    """In which ways a text is read."""

    as_worded: bool
    """For known wordings, and for the parts of an address."""
    as_order: bool
    """For orders about a text."""


ALL_WAYS = _Ways(as_worded=True, as_order=True)


def _list_ways(item: Item) -> _Ways:
    """In which ways any of what is read may address the model: asked of all at once, for most items do in none."""
    texts = [segment.text for segment in item.segments]
    texts += [reading for text in texts for reading in list_readings(text)]
    texts += [_join(lines) for runs in _list_runs(item) for lines in runs]
    whole = fold_original(fold_widths("\n".join(texts)))
    latin = _LATIN.search(whole) is not None
    return _Ways(_first_look(latin=latin).match_in(whole), _first_look_for_orders(latin=latin).match_in(whole))


def _find(segment: Segment, ways: _Ways) -> Injection | None:
    if read := _read(segment.text, ways):
        span, what, is_sure = read
        if quoted := _find_reported(segment.text, span):
            return Injection(segment.index, quoted.shift(segment.span.start), what, is_sure=False, is_quoted=True)
        return Injection(segment.index, span.shift(segment.span.start), what, is_sure)
    disguised = next((read for other in list_readings(segment.text) if (read := _read(other, ways))), None)
    return Injection(segment.index, segment.span, f"{disguised[1]}, in disguise", is_sure=True) if disguised else None


def _find_reported(text: str, span: Span) -> Span | None:
    """The words in quotation marks that hold an address, where all around them tells of such addresses as news."""
    quoted = next((q for q in _QUOTED.finditer(text) if q.start() < span.start and span.end < q.end()), None)
    if quoted is None:
        return None
    around = "".join(_QUOTED.sub(lambda match: " " * len(match[0]), text))
    is_news = addressing.reports_attacks(fold_original(fold_widths(around))) and _read(around, ALL_WAYS) is None
    return Span(quoted.start() + 1, quoted.end() - 1) if is_news else None


def _read(text: str, ways: _Ways) -> tuple[Span, str, bool] | None:
    """Where in a text the model is addressed, what is done by it, and whether it surely is."""
    text = fold_original(fold_widths(text))
    order = orders.find_order(text) if ways.as_order else None
    worded = _read_words(text) if ways.as_worded else None
    built = (order.span, addressing.WHAT, order.is_sure) if order else None
    return built if built and not (worded and worded[2] >= built[2]) else worded


def _read_words(text: str) -> tuple[Span, str, bool] | None:
    """The same by known wordings and by the parts of an address."""
    found = [
        (what, match)
        for what, pattern in _patterns(latin=_LATIN.search(text) is not None)
        for match in pattern.finditer(text)
    ]
    if found:
        span = Span(min(match.start() for _, match in found), max(match.end() for _, match in found))
        is_news = {what for what, _ in found} == {DICTATES} and orders.is_told(text, span)
        return span, "; ".join(dict.fromkeys(what for what, _ in found)), not is_news
    address = addressing.find_address(text)
    return (address.span, addressing.WHAT, address.is_sure) if address else None


def _find_split(item: Item, ways: _Ways) -> Iterator[Injection]:
    """What addresses the model over several lines, none of which does so alone."""
    for runs in _list_runs(item):
        for lines in runs:
            if read := _read_split(lines, ways):
                what = f"{addressing.WHAT}, over several lines"
                yield from (Injection(line.index, line.span, what, read[2]) for line in lines)
                break


def _list_runs(item: Item) -> Iterator[list[list[Segment]]]:
    """For each line, the lines that end with it and may be one sentence: two of them, three ..."""
    lines: list[Segment] = []
    for segment in item.segments:
        whole = segment.role is Role.HEADLINE or len(segment.text) > LONGEST_LINE
        lines = [] if whole else [*lines, segment][-LINES_TOGETHER:]
        yield [lines[-count:] for count in range(2, len(lines) + 1)]
        if _STOP.search(segment.text):
            lines = []


def _read_split(lines: list[Segment], ways: _Ways) -> tuple[Span, str, bool] | None:
    """What these lines together say to the model, by words of the first and of the last."""
    first, last, joined = lines[0].text.strip(), lines[-1].text.strip(), _join(lines)
    read = _read(joined, ways)
    spans_all = read and read[0].start < len(first) and read[0].end > len(joined) - len(last)
    return read if spans_all else None


def _join(lines: list[Segment]) -> str:
    texts = [line.text.strip() for line in lines]
    return ("" if _HAN.search(texts[0]) else " ").join(texts)


def suspect_segments(item: Item, injections: tuple[Injection, ...]) -> frozenset[int]:
    """The sentences with injections, and what follows them on their lines.

    An order in English ends before Chinese, unless it announces what follows it.
    """
    matched, suspect, tainted, ends = {injection.segment for injection in injections}, set[int](), False, False
    for segment in item.segments:
        is_chinese = _HAN.search(segment.text) is not None
        tainted = segment.index in matched or (tainted and not (ends and is_chinese))
        if tainted:
            suspect.add(segment.index)
        tainted = tainted and "\n" not in segment.text
        ends = not is_chinese and segment.text.rstrip().endswith((".", "!")) and not _ANNOUNCES.search(segment.text)
    return frozenset(suspect)


def distrust(item: Item, suspect: frozenset[int], quoted: tuple[Span, ...] = ()) -> Item:
    """The item with blanks for suspect sentences and ``quoted`` words: as long as before, so that every span counts."""
    if not suspect and not quoted:
        return item
    segments = tuple(_blank(s, (s.span,) if s.index in suspect else quoted) for s in item.segments)
    return replace(item, segments=segments, text="".join(segment.text for segment in segments))


def _blank(segment: Segment, spans: tuple[Span, ...]) -> Segment:
    """The segment with blanks where ``spans`` of the dump lie in it."""
    text = segment.text
    for span in spans:
        start, end = max(0, span.start - segment.span.start), min(len(text), span.end - segment.span.start)
        if start < end:
            text = text[:start] + _NOT_BREAKS.sub(" ", text[start:end]) + text[end:]
    return segment if text == segment.text else replace(segment, text=text)


def check_injections(item: Item, draft: Draft) -> Iterator[Finding]:
    """A finding for each sentence that addresses the model, and for each text of the draft that rests on one."""
    addressed = find_addressed(item)
    suspect, sure = addressed.suspect, addressed.sure
    for each in addressed.injections:
        verdict, words = Verdict.SUSPECT if each.is_sure else Verdict.NOTED, item.read(each.span)
        why = _explain(each)
        yield Finding(Check.INJECTION, verdict, Place(Field.ITEM), source=words, source_span=each.span, why=why)
    if not suspect:
        return
    quoted = [each for each in addressed.injections if each.is_quoted]
    reported = {each.segment for each in quoted}
    shared = {run for s in item.segments if s.index in sure for run in _runs(s.text)}
    shared |= {run for each in quoted for run in _runs(item.read(each.span))} | _list_own_runs(draft, sure)
    for index, claim in enumerate(draft.claims):
        cites = suspect.intersection(claim.segments)
        rests = MAY_REST_ON_IT if cites - reported or any(_rests_on(item, claim, each) for each in quoted) else ""
        why = RESTS_ON_IT if sure.intersection(claim.segments) else rests
        yield from _flag(Place(Field.CLAIM, index), claim.english, why or _repeats(claim.english, shared))
    yield from _flag(Place(Field.SUMMARY), draft.summary, _repeats(draft.summary, shared))
    yield from _flag(Place(Field.HEADLINE), draft.headline, _repeats(draft.headline, shared))
    for translation in draft.translations:
        if translation.segment not in suspect:
            place = Place(Field.TRANSLATION, translation.segment)
            yield from _flag(place, translation.english, _repeats(translation.english, shared))


def _list_own_runs(draft: Draft, sure: frozenset[int]) -> set[tuple[str, ...]]:
    """Runs of words that only translations of sentences have which surely address the model: they tell what obeys."""
    own, others = set[tuple[str, ...]](), set[tuple[str, ...]]()
    for translation in draft.translations if sure else ():
        (own if translation.segment in sure else others).update(_runs(translation.english))
    return own - others


def _explain(injection: Injection) -> str:
    if injection.is_quoted:
        return f"words quoted in this text address a model, and nothing rests on them: {injection.what}"
    addresses = "addresses" if injection.is_sure else "may address"
    return f"this text {addresses} the model, not the reader: it {injection.what}"


def _rests_on(item: Item, claim: Claim, quoted: Injection) -> bool:
    """Whether a claim that cites a sentence with such a quotation quotes of it, rather than of what stands around."""
    words, claimed = fold(item.read(quoted.span)).text, fold(claim.quote).text
    return quoted.segment in claim.segments and (not claimed or claimed in words or words in claimed)


def _flag(place: Place, english: str, why: str) -> Iterator[Finding]:
    if why:
        yield Finding(Check.INJECTION, Verdict.UNSUPPORTED, place, english, why=why)


def _repeats(english: str, shared: set[tuple[str, ...]]) -> str:
    return REPEATS_IT if not shared.isdisjoint(_runs(english)) else ""


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    """Each run of ``WORDS_IN_A_ROW`` Latin words."""
    words = [word for word in _WORD.findall(text.casefold()) if word.isascii()]
    return (tuple(words[at : at + WORDS_IN_A_ROW]) for at in range(len(words) - WORDS_IN_A_ROW + 1))
