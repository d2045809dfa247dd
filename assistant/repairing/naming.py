"""Which words of the source stand for a wrong figure? A notice that named another's would be a new mistake.

Certain is a source figure that has the wrong one's digits but for a slip (ten times, two digits transposed, one
changed), or, among the sentences of a claim or a translation, the only one of its kind for which no other figure of the
text stands. Of all else the notice says that the source is not certain.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.figures import Figure, Kind, read_english, read_source, write_value
from assistant.figures.values import PartialDate
from assistant.notices import UNCERTAIN
from assistant.records import Check, Draft, Field, Finding, Item, Segment, Span, Verdict
from assistant.repairing.faults import read_text

_CHANGE = re.compile(r"\b(?:by|up|down|lost|loses?|gained?|difference|gap|margin|lead) (?:of )?[^\w\s]?\Z")
"""Before a figure that may be worked out from two others: rose by 7,000."""
_DIGITS = re.compile(r"[1-9](?:\d*[1-9])?")
_LAST_WORD = re.compile(r"[a-z]{3,}(?=\Z)")
FEWEST_DIGITS = 2
COUNTERS = frozenset("人名位個个件家間间")
"""What counts anything: it does not tell which of two figures is meant."""
NOUN_WITHIN = 24
"""Characters behind a figure in which what it counts must stand."""
WHOLE = (Field.HEADLINE, Field.SUMMARY)
"""Texts that rest on the whole item, where the only count may be one of anything."""

Placed = tuple[Span, Figure]
"""A figure of the source, and where it stands in the dump."""


def name_sources(item: Item, draft: Draft, wrong: Sequence[Finding], beside: Sequence[Finding]) -> list[Finding]:
    """The wrong figures of one text, each with the words of the source that a notice may name for it.

    Args:
        item: the source.
        draft: what was written.
        wrong: the wrong figures of a text of the draft.
        beside: all findings of that text.
    """
    if not wrong:
        return []
    source = list(_list_source(item, draft, wrong[0]))
    text = read_text(draft, wrong[0].place)
    english = {figure.span: figure for figure in read_english(text)}
    told = {f.source_span for f in beside if f.check is Check.FIGURE and f.verdict is Verdict.SUPPORTED}
    settled = [f for span, f in source if span in told] if wrong[0].place.field in WHOLE else []
    left = [s for s in source if s[0] not in told and not any(_is_mention(s[1], f) for f in settled)]
    return [
        finding if _is_certain(finding, text, english, left, wrong) else replace(finding, source=UNCERTAIN)
        for finding in wrong
    ]


def _list_source(item: Item, draft: Draft, finding: Finding) -> Iterator[Placed]:
    """The figures of the sentences that a text rests on."""
    for segment in _list_segments(item, draft, finding):
        for figure in read_source(segment.text, language=item.language, clock=item.likely_day):
            yield figure.span.shift(segment.span.start), figure


def _list_segments(item: Item, draft: Draft, finding: Finding) -> Sequence[Segment]:
    place = finding.place
    if place.field is Field.TRANSLATION:
        return (item.segments[place.index],)
    if place.field is Field.CLAIM:
        return [item.segments[i] for i in draft.claims[place.index].segments if 0 <= i < len(item.segments)]
    return item.sentences


def _is_certain(
    finding: Finding, text: str, english: dict[Span, Figure], source: list[Placed], wrong: Sequence[Finding]
) -> bool:
    figure = english.get(finding.span) if finding.span else None
    where = finding.source_span
    meant = next((f for span, f in source if where and span.overlaps(where)), None)
    is_whole = finding.place.field in WHOLE
    if not finding.source or finding.span is None or (len(source) == 1 and not is_whole):
        return True
    if figure is None or meant is None:
        return False
    rivals = [(span, f) for span, f in source if f.kind is meant.kind and not _is_mention(meant, f)]
    if _is_slip(figure, meant) and (figure.kind is meant.kind or not is_whole):
        return not any(_is_slip(figure, rival) for _, rival in rivals)
    is_loose = is_whole and not _stands_alike(figure, meant, finding, text)
    if is_loose or figure.kind is not meant.kind or _CHANGE.search(text, 0, finding.span.start):
        return False
    claimed = _find_claimed(finding, source, wrong)
    if any(_is_same(figure, rival) for _, rival in rivals):  # told as exchanged: all others must be so as well
        figures = [english[f.span] for f in wrong if f.span in english]
        return all(any(_is_same(f, s) for _, s in source) for f in figures)
    return all(span in claimed for span, _ in rivals)


def _is_mention(one: Figure, other: Figure) -> bool:
    """Whether both are one figure, as a headline and its article print it: no rival, whichever of them is named."""
    if not _is_same(one, other):
        return False
    return one.unit == other.unit or (one.kind is Kind.COUNT and bool(_read_counted(one) & _read_counted(other)))


def _read_counted(figure: Figure) -> set[str]:
    """The characters of what a Chinese figure counts but for those of a plain counter: 死 in 3死 and in 3人死亡."""
    return {c for c in figure.head if c.isalpha() and c not in COUNTERS}


def _find_claimed(finding: Finding, source: list[Placed], wrong: Sequence[Finding]) -> set[Span]:
    """Where the source prints what the other wrong figures stand for, at each mention."""
    others = {f.source_span for f in wrong if f is not finding}
    figures = [f for span, f in source if span in others]
    return {span for span, f in source if any(_is_mention(f, other) for other in figures)}


def _stands_alike(figure: Figure, meant: Figure, finding: Finding, text: str) -> bool:
    """Whether both are of one unit, or the English goes on with what the source counts: 9 people, for 3 people.

    Dates have no unit: an item names many days, the one of a section's heading among them, and a holiday's by its name.
    """
    if isinstance(figure.value, PartialDate) and isinstance(meant.value, PartialDate):
        return _differs_once(figure.value, meant.value)
    if figure.kind is not Kind.COUNT:
        return figure.unit == meant.unit
    counted = _LAST_WORD.search(finding.expected)
    span = finding.span or Span(0, 0)
    return counted is not None and counted[0].casefold() in text[span.start : span.end + NOUN_WITHIN].casefold()


def _differs_once(one: PartialDate, other: PartialDate) -> bool:
    """Whether of year, month and day that both tell all are the same but one."""
    parts = [(getattr(one, part), getattr(other, part)) for part in ("year", "month", "day")]
    told = [(first, second) for first, second in parts if first is not None and second is not None]
    return len(told) > 1 and sum(first != second for first, second in told) == 1


def _is_same(one: Figure, other: Figure) -> bool:
    return one.kind is other.kind and one.value == other.value


def _is_slip(one: Figure, other: Figure) -> bool:
    """Whether two figures have the same digits but for noughts, their order, or one of them."""
    first, second = (_DIGITS.search(re.sub(r"\D", "", write_value(figure.value))) for figure in (one, other))
    if first is None or second is None:
        return False
    if first[0] == second[0]:
        return True
    if one.kind is not other.kind or len(first[0]) != len(second[0]) or len(first[0]) < FEWEST_DIGITS:
        return False
    differing = sum(a != b for a, b in zip(first[0], second[0], strict=True))
    return differing == 1 or sorted(first[0]) == sorted(second[0])
