"""Which words of the source stand for a wrong figure? A notice that named another's would be a new mistake.

Certain is a source figure that has the wrong one's digits but for a slip (ten times, two digits transposed, one
changed), or, among the sentences of a claim or a translation, the only one of its kind for which no other figure of the
text stands. Of all else the notice says that the source is not certain.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.figures import Figure, Kind, read_english, read_source, write_value
from assistant.notices import UNCERTAIN
from assistant.records import Check, Draft, Field, Finding, Item, Segment, Span, Verdict
from assistant.repairing.faults import read_text

_CHANGE = re.compile(r"\b(?:by|up|down|lost|loses?|gained?|difference|gap|margin|lead) (?:of )?[^\w\s]?\Z")
"""Before a figure that may be worked out from two others: rose by 7,000."""
_DIGITS = re.compile(r"[1-9](?:\d*[1-9])?")
_LAST_WORD = re.compile(r"[a-z]{3,}(?=\Z)")
FEWEST_DIGITS = 2
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
    return [
        finding
        if _is_certain(finding, text, english, [s for s in source if s[0] not in told], wrong)
        else replace(finding, source=UNCERTAIN)
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
    rivals = [(span, f) for span, f in source if span != finding.source_span and f.kind is meant.kind]
    if _is_slip(figure, meant) and (figure.kind is meant.kind or not is_whole):
        return not any(_is_slip(figure, rival) for _, rival in rivals)
    is_loose = is_whole and not _counts_alike(figure, meant, finding, text)
    if is_loose or figure.kind is not meant.kind or _CHANGE.search(text, 0, finding.span.start):
        return False
    claimed = {f.source_span for f in wrong if f is not finding}
    if any(_is_same(figure, rival) for _, rival in rivals):  # told as exchanged: all others must be so as well
        figures = [english[f.span] for f in wrong if f.span in english]
        return all(any(_is_same(f, s) for _, s in source) for f in figures)
    return all(span in claimed for span, _ in rivals)


def _counts_alike(figure: Figure, meant: Figure, finding: Finding, text: str) -> bool:
    """Whether both are of one unit, or the English goes on with what the source counts: 9 people, for 3 people."""
    if figure.kind is not Kind.COUNT:
        return figure.unit == meant.unit
    counted = _LAST_WORD.search(finding.expected)
    span = finding.span or Span(0, 0)
    return counted is not None and counted[0].casefold() in text[span.start : span.end + NOUN_WITHIN].casefold()


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
