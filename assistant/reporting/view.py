"""What every format (text, Markdown, HTML, the reader) shows of one briefing. ``whole`` does the same for a report.

    view_item(briefing, number=1) -> ItemView   headline, source line, statements, rows, flags, notes
        .statements   headline, summary and claims of the draft: English in pieces, verdict, remarks, the claim
        .rows         sentence by sentence: source in pieces, English in pieces, figures, remarks
        .flags        all flags of the item, the gravest first
        .remarks      the findings that belong to no statement or row: about the whole, about its names
    pieces are runs of a text, each with the findings that lie on it (``pieces``)
    remarks are the findings to be spelled out at a text (flags, then derived figures); they, flags and
    ``Piece.findings`` are indices into ``briefing.findings``

The words for all this are in ``wording``: SIGNS[verdict] ("⚑ contradicted"), contrast and explain (finding),
source_line, place_label, format_stamp, clean. Nothing is escaped here. Texts in pieces are cleaned of control and bidi
characters, one for one, so that the records' spans still count in them.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from assistant.inert import clean_line
from assistant.records import Briefing, Check, Claim, Damage, Field, Item, Place, Segment, Span, Status, Verdict
from assistant.records.record import record
from assistant.reporting.pieces import Piece, cut_pieces, trim_pieces
from assistant.reporting.wording import (
    SIGNS,
    describe_name,
    describe_repair,
    place_label,
    source_line,
)

Marks = dict[Place | int, list[tuple[Span, int]]]
"""Marks by where they lie: a place in the draft, or the index of a source sentence."""
Findings = dict[Place, list[int]]
"""All findings by place."""


@record
class Statement:
    """One English text of the draft that stands alone: the headline, the summary, or a claim."""

    place: Place
    label: str
    pieces: tuple[Piece, ...]
    verdict: Verdict | None
    """The gravest of its findings; None where there was nothing to check."""
    remarks: tuple[int, ...]
    checked: int
    """How many of its figures were held against the source."""
    claim: Claim | None = None
    verified: tuple[int, ...] = ()
    """The findings that speak for it: its figures that the source carries."""

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(piece.text for piece in self.pieces)


@record
class Row:
    """A sentence of the source and its translation; without one, the figures in English."""

    segment: Segment
    source: tuple[Piece, ...]
    english: tuple[Piece, ...]
    figures: tuple[int, ...]
    """Indices into ``Briefing.figures``: those of this sentence, where it is not translated."""
    remarks: tuple[int, ...]


@record
class ItemView:
    """One item as it is shown. ``number`` counts from 1 in the report."""

    number: int
    briefing: Briefing
    headline: str
    source_headline: str
    is_translated: bool
    """Whether English may be shown: there is a draft, and the item is not held."""
    source_line: str
    statements: tuple[Statement, ...]
    rows: tuple[Row, ...]
    flags: tuple[int, ...]
    remarks: tuple[int, ...]
    notes: tuple[str, ...]
    """What else the reader should know: damage, contradicting dates."""
    noted: tuple[int, ...] = ()
    """Findings that are no fault: what a summary leaves out."""
    mended: tuple[str, ...] = ()
    """What was asked for again or taken out, and why."""
    names: tuple[str, ...] = ()
    """The names of the draft, each with its original script."""

    @property
    def status(self) -> Status:
        """What became of the item."""
        return self.briefing.status


@record
class _Indexed:
    """A briefing, and what is found where in it."""

    briefing: Briefing
    is_translated: bool
    marks: Marks
    findings: Findings
    translations: dict[int, str]
    """By ``Segment.index``; empty where nothing is translated."""


def view_item(briefing: Briefing, *, number: int = 1) -> ItemView:
    """One briefing as it is shown: a held or failed one keeps its source, and its draft is not shown."""
    item, draft = briefing.item, briefing.draft
    is_translated = draft is not None and briefing.status is Status.BRIEFED
    marks = _collect_marks(briefing) if is_translated else _collect_figures(briefing)
    translations = {t.segment: t.english for t in reversed(draft.translations)} if draft and is_translated else {}
    indexed = _Indexed(briefing, is_translated, marks, _collect_findings(briefing), translations)
    source_headline = clean_line(item.read(item.headline)) or _first_line(briefing)
    headline = clean_line(draft.headline) if draft and is_translated else ""
    statements = tuple(_statements(indexed))
    rows = tuple(_row(indexed, segment) for segment in item.sentences)
    return ItemView(
        number=number,
        briefing=briefing,
        headline=headline or source_headline,
        source_headline=source_headline,
        is_translated=is_translated,
        source_line=source_line(briefing),
        statements=statements,
        rows=rows,
        flags=_by_rank(briefing, (i for i, finding in enumerate(briefing.findings) if finding.verdict.is_flag)),
        remarks=_remarks(briefing, _left_over(indexed, statements, rows)),
        notes=tuple(_notes(item, contradictions(briefing))),
        noted=tuple(
            i for i, f in enumerate(briefing.findings) if f.verdict is Verdict.NOTED and f.check is not Check.ARITHMETIC
        ),
        mended=tuple(map(describe_repair, briefing.repairs)),
        names=tuple(describe_name(name) for name in draft.names) if draft and is_translated else (),
    )


def _first_line(briefing: Briefing) -> str:
    sentences = briefing.item.sentences
    return clean_line(sentences[0].text) if sentences else f"part {briefing.item.index + 1}"


def contradictions(briefing: Briefing) -> tuple[str, ...]:
    """Where the source contradicts itself: the working, and its own words."""
    found = (finding for finding in briefing.findings if finding.check is Check.ARITHMETIC)
    return tuple(f"{clean_line(finding.why)} ({clean_line(finding.source)})" for finding in found)


def _notes(item: Item, contradictory: tuple[str, ...]) -> Iterator[str]:
    """What is unsure, contradictory or damaged; the same note once, with its count."""
    if item.unsure:
        yield f"the cut of the page is not certain here: {clean_line(item.unsure)}"
    notes = (*contradictory, *item.clock.notes, *map(_describe, item.damage))
    counted = Counter(map(clean_line, notes))
    for note, times in counted.items():
        yield f"{note} ({times} times)" if times > 1 else note


def _describe(damage: Damage) -> str:
    """What is noted, with the words it is noted of."""
    printed = damage.printed.strip()
    tells = any(map(str.isalnum, printed)) and printed not in damage.note
    return f"{damage.note} ({printed})" if tells else damage.note


def _left_over(indexed: _Indexed, statements: Iterable[Statement], rows: Iterable[Row]) -> Iterator[int]:
    """The findings whose place is not shown, so that no flag can be lost."""
    shown = {statement.place for statement in statements}
    if indexed.is_translated:
        shown |= {Place(Field.TRANSLATION, row.segment.index) for row in rows}
    return (i for place, here in indexed.findings.items() if place not in shown for i in here)


def _statements(indexed: _Indexed) -> Iterator[Statement]:
    draft = indexed.briefing.draft
    if draft is None or not indexed.is_translated:
        return
    yield _statement(indexed, Place(Field.HEADLINE), draft.headline)
    yield _statement(indexed, Place(Field.SUMMARY), draft.summary)
    for i, claim in enumerate(draft.claims):
        yield _statement(indexed, Place(Field.CLAIM, i), claim.english, claim)


def _statement(indexed: _Indexed, place: Place, text: str, claim: Claim | None = None) -> Statement:
    findings, here = indexed.briefing.findings, indexed.findings.get(place, [])
    figures = [i for i in here if findings[i].check is Check.FIGURE]
    return Statement(
        place=place,
        label=place_label(place),
        pieces=cut_pieces(text, indexed.marks.get(place, ())),
        verdict=findings[here[0]].verdict if here else None,
        remarks=_remarks(indexed.briefing, here),
        checked=len(figures),
        claim=claim,
        verified=tuple(i for i in figures if findings[i].verdict is Verdict.SUPPORTED),
    )


def _row(indexed: _Indexed, segment: Segment) -> Row:
    briefing, place = indexed.briefing, Place(Field.TRANSLATION, segment.index)
    english = indexed.translations.get(segment.index, "")
    source_marks = indexed.marks.get(segment.index, ())
    return Row(
        segment=segment,
        source=trim_pieces(cut_pieces(segment.text, source_marks)),
        english=cut_pieces(english, indexed.marks.get(place, ())),
        figures=() if indexed.is_translated else tuple(i for _, i in source_marks),
        remarks=_remarks(briefing, indexed.findings.get(place, ()) if indexed.is_translated else ()),
    )


def _remarks(briefing: Briefing, indices: Iterable[int]) -> tuple[int, ...]:
    return _by_rank(briefing, (i for i in indices if SIGNS[briefing.findings[i].verdict].is_spelled_out))


def _collect_findings(briefing: Briefing) -> Findings:
    """All findings by place, the gravest first."""
    findings: Findings = defaultdict(list)
    for i in _by_rank(briefing, range(len(briefing.findings))):
        findings[briefing.findings[i].place].append(i)
    return findings


def _collect_marks(briefing: Briefing) -> Marks:
    """The findings by where they lie on both sides, the gravest first."""
    marks: Marks = defaultdict(list)
    for i in _by_rank(briefing, range(len(briefing.findings))):
        finding = briefing.findings[i]
        if finding.span:
            marks[finding.place].append((finding.span, i))
        if finding.source_span:
            _add_source_mark(marks, briefing, finding.source_span, i)
    return marks


def _collect_figures(briefing: Briefing) -> Marks:
    """The source's figures by sentence; the indices are those of ``Briefing.figures``."""
    marks: Marks = defaultdict(list)
    for i, figure in enumerate(briefing.figures):
        _add_source_mark(marks, briefing, figure.span, i)
    return marks


def _add_source_mark(marks: Marks, briefing: Briefing, span: Span, index: int) -> None:
    segments = briefing.item.segments
    at = bisect_right(segments, span.start, key=lambda segment: segment.span.start) - 1
    if at >= 0:
        marks[segments[at].index].append((span.shift(-segments[at].span.start), index))


def _by_rank(briefing: Briefing, indices: Iterable[int]) -> tuple[int, ...]:
    return tuple(sorted(indices, key=lambda i: SIGNS[briefing.findings[i].verdict].rank))
