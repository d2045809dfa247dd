"""A briefing becomes a page: what is shown, in which order, and what the cursor can visit."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from assistant.pages.blocks import TONES, Block, Page, Run, Runs, Stop, Tone
from assistant.pages.marking import Mark, mark_text
from assistant.records import Briefing, Field, Place, Segment, Span, Status, Verdict
from assistant.reporting.view import ItemView, Statement, view_item
from assistant.reporting.wording import (
    SIGNS,
    STATUS_SIGNS,
    clean_line,
    describe_attribution,
    explain,
    place_label,
    plural,
)

ADVICE = {
    Status.SOURCE_ONLY: "No model was configured. The source's figures stand in English beside their sentences.",
    Status.HELD: "Checked, and not fit to be published: the English is not shown. Read the source below.",
    Status.FAILED: "The source's figures stand in English beside their sentences.",
}


@dataclass(slots=True)
class _Desk:
    """What is needed while a page is composed."""

    view: ItemView
    words: str
    marks: dict[str, list[Mark]] = field(default_factory=lambda: defaultdict(list))
    """By the name of the text."""
    conflicts: tuple[str, ...] = ()
    stops: list[Stop] = field(default_factory=list)
    sources: dict[int, Runs] = field(default_factory=dict)
    english: dict[str, Runs] = field(default_factory=dict)

    @property
    def briefing(self) -> Briefing:
        return self.view.briefing


def compose_page(briefing: Briefing, *, words: str = "", conflicts: tuple[str, ...] = ()) -> Page:
    """Everything the reader shows of ``briefing``; ``words`` of a search are marked.

    ``conflicts``: where other items of its story give other figures, a line each (``collecting.tell_conflicts``).
    """
    desk = _Desk(view_item(briefing), words, conflicts=conflicts)
    _place_marks(desk)
    _mark_texts(desk)
    blocks = (
        *_head(desk),
        *_conflicts(desk),
        *_lead(desk),
        *_claims(desk),
        *_sentences(desk),
        *_names(desk),
        *_notes(desk),
        *_foot(desk),
    )
    stops = tuple(desk.stops)
    checks = [stop for stop in stops if stop.claim is None]
    urgent = sorted((s for s in checks if s.is_flag), key=lambda s: SIGNS[s.finding.verdict].rank if s.finding else 0)
    calm = [stop for stop in checks if not stop.is_flag]
    return Page(blocks, stops, desk.sources, desk.english, (*urgent, *calm))


def compose_notices(notices: tuple[str, ...]) -> tuple[Block, ...]:
    """What must be known about the whole run, in full."""
    lines = tuple(Block((Run(clean_line(notice)),)) for notice in notices)
    return (Block(()), Block((Run("NOTICE", Tone.LABEL),)), *lines) if lines else ()


def text_name(place: Place) -> str:
    """What a run's origin calls the English text at ``place``."""
    return f"{place.field} {place.index}"


# ------------------------------------------------------------------------------------------- marks and stops


def _place_marks(desk: _Desk) -> None:
    briefing = desk.briefing
    if not desk.view.is_translated:
        for i, figure in enumerate(briefing.figures):
            _mark_source(desk, figure.span, f"figure {i}", Tone.VERIFIED)
            label = place_label(Place(Field.TRANSLATION, _segment_at(briefing, figure.span.start)))
            desk.stops.append(Stop(f"figure {i}", label, figure=i))
        return
    _place_claims(desk)
    order = {f: i for i, f in enumerate((Field.HEADLINE, Field.SUMMARY, Field.CLAIM, Field.TRANSLATION))}
    for i, finding in sorted(
        enumerate(briefing.findings),
        key=lambda pair: (order.get(pair[1].place.field, 9), pair[1].place.index, pair[1].span or Span(0, 0)),
    ):
        if finding.check != "figure" and not finding.verdict.is_flag:
            continue
        key, sign = f"finding {i}", SIGNS[finding.verdict]
        tone = TONES[finding.verdict]
        if finding.span:
            shown = sign.mark if sign.is_spelled_out else ""
            desk.marks[text_name(finding.place)].append(Mark(finding.span, key, tone, shown))
        if finding.source_span:
            _mark_source(desk, finding.source_span, key, tone if finding.verdict is Verdict.OMITTED else None)
        desk.stops.append(Stop(key, place_label(finding.place), finding=finding))


def _place_claims(desk: _Desk) -> None:
    draft = desk.briefing.draft
    segments = {segment.index: segment for segment in desk.briefing.item.segments}
    for i, claim in enumerate(draft.claims if draft else ()):
        desk.stops.append(Stop(f"claim {i}", f"claim {i + 1}", claim=i))
        cited = [segments[index] for index in claim.segments if index in segments]
        for segment in cited:
            place = segment.text.find(claim.quote) if claim.quote else -1
            span = Span(place, place + len(claim.quote)) if place >= 0 else None
            if span or not claim.quote or not any(claim.quote in other.text for other in cited):
                whole = Span(0, len(segment.text.rstrip()))
                desk.marks[f"source {segment.index}"].append(Mark(span or whole, f"claim {i}"))


def _mark_source(desk: _Desk, span: Span, key: str, tone: Tone | None) -> None:
    """Mark a stretch of the dump in each sentence that it touches."""
    for segment in desk.briefing.item.segments:
        start, end = max(span.start, segment.span.start), min(span.end, segment.span.end)
        if start < end:
            local = Span(start, end).shift(-segment.span.start)
            desk.marks[f"source {segment.index}"].append(Mark(local, key, tone))


def _segment_at(briefing: Briefing, place: int) -> int:
    return next((s.index for s in briefing.item.segments if s.span.start <= place < s.span.end), 0)


def _mark_texts(desk: _Desk) -> None:
    for row in desk.view.rows:
        segment, name = row.segment, f"source {row.segment.index}"
        text = segment.text.rstrip()
        desk.sources[segment.index] = mark_text(text, name, desk.marks[name], tone=Tone.SOURCE, words=desk.words)
    draft = desk.briefing.draft
    if not draft or not desk.view.is_translated:
        return
    texts = {Place(Field.HEADLINE): draft.headline, Place(Field.SUMMARY): draft.summary}
    texts |= {Place(Field.CLAIM, i): claim.english for i, claim in enumerate(draft.claims)}
    texts |= {Place(Field.TRANSLATION, t.segment): t.english for t in draft.translations}
    for place, text in texts.items():
        name = text_name(place)
        tone = Tone.TITLE if place.field is Field.HEADLINE else Tone.PLAIN
        desk.english[name] = mark_text(text, name, desk.marks[name], tone=tone, words=desk.words)


# --------------------------------------------------------------------------------------------------- the parts


def _head(desk: _Desk) -> Iterator[Block]:
    view = desk.view
    if view.is_translated:
        yield Block(desk.english[text_name(Place(Field.HEADLINE))])
        yield from _remarks(desk, _statement_remarks(desk, "headline"), indent=1)
        yield Block((Run(view.source_headline, Tone.SOURCE),))
        yield Block((Run(view.source_line, Tone.QUIET),), space=True)
        return
    sign, failure = STATUS_SIGNS[view.status], view.briefing.failure
    yield Block((Run(view.headline, Tone.TITLE),))
    yield Block((Run(view.source_line, Tone.QUIET),), space=True)
    reason = f" · {clean_line(failure.message)}" if failure else ""
    yield Block((Run(str(sign), Tone.FLAG if failure else Tone.WITHHELD), Run(reason, Tone.STRONG)))
    advice = clean_line(failure.advice) if failure else ""
    yield Block((Run(" ".join(filter(None, (advice, ADVICE[view.status]))), Tone.QUIET),), space=True)
    yield from _remarks(desk, view.flags, indent=1, last=True)


def _conflicts(desk: _Desk) -> Iterator[Block]:
    """Where other items of the story give other figures; which is right, the reader must find out."""
    for line in desk.conflicts:
        runs = (Run("≠ conflict", Tone.FLAG), Run(f" {clean_line(line)}", Tone.REMARK))
        yield Block(runs, indent=1, space=line is desk.conflicts[-1])


def _lead(desk: _Desk) -> Iterator[Block]:
    name = text_name(Place(Field.SUMMARY))
    if "".join(run.text for run in desk.english.get(name, ())).strip():
        remarks = _statement_remarks(desk, "summary")
        yield Block(desk.english[name], space=not remarks)
        yield from _remarks(desk, remarks, indent=1, last=True)


def _claims(desk: _Desk) -> Iterator[Block]:
    claims = [statement for statement in desk.view.statements if statement.claim]
    if not claims:
        return
    flagged = sum(any(_is_flag(desk, i) for i in statement.remarks) for statement in claims)
    summary = f"{plural(flagged, 'claim')} flagged" if flagged else f"{plural(len(claims), 'claim')}, none flagged"
    yield Block((Run("KEY CLAIMS", Tone.LABEL),), hint=(Run(summary, Tone.FLAG if flagged else Tone.QUIET),))
    for statement in claims:
        yield from _claim(desk, statement, last=statement is claims[-1])


def _claim(desk: _Desk, statement: Statement, *, last: bool) -> Iterator[Block]:
    number = statement.place.index
    sign = SIGNS[statement.verdict] if statement.verdict else None
    tone = TONES[statement.verdict] if statement.verdict else Tone.QUIET
    gutter = Run(f"{sign.mark if sign else ' '} {number + 1:<2}", Tone.QUIET if tone is Tone.VERIFIED else tone)
    keys = (f"claim {number}",)
    yield Block(desk.english[text_name(statement.place)], gutter=gutter, indent=6, keys=keys)
    yield from _remarks(desk, statement.remarks, indent=6, keys=keys)
    if statement.claim:
        attribution = describe_attribution(desk.briefing, statement.claim)
        yield Block((Run(attribution, Tone.QUIET),), indent=6, keys=keys, space=last)


def _sentences(desk: _Desk) -> Iterator[Block]:
    rows = desk.view.rows
    if desk.view.is_translated:
        yield Block((Run("TRANSLATION", Tone.LABEL),), beside=(Run("SOURCE", Tone.LABEL),), indent=6)
    else:
        yield Block((Run("SOURCE", Tone.LABEL),), beside=(Run("ITS FIGURES IN ENGLISH", Tone.LABEL),), indent=6)
    for row in rows:
        number = Run(f"{row.segment.index + 1:>4}", Tone.QUIET)
        paragraph_ends = "\n" in row.segment.text or row is rows[-1]
        source = desk.sources[row.segment.index]
        if not desk.view.is_translated:
            yield Block(source, beside=_figures(desk, row.segment), gutter=number, indent=6, space=paragraph_ends)
            continue
        english = desk.english.get(text_name(Place(Field.TRANSLATION, row.segment.index)), ())
        english = english or (Run("[not translated]", Tone.WITHHELD),)
        remarks = tuple(_remarks(desk, row.remarks, indent=6))
        spelled_out = tuple(run for block in remarks for run in (Run("\n"), *block.runs))
        yield Block(
            (*english, *spelled_out),
            beside=source,
            gutter=number,
            indent=6,
            keys=tuple(key for block in remarks for key in block.keys),
            space=paragraph_ends or bool(remarks),
        )


def _figures(desk: _Desk, segment: Segment) -> Runs:
    """The figures of one sentence in English, one on a line."""
    runs: list[Run] = []
    for i, figure in enumerate(desk.briefing.figures):
        if segment.span.start <= figure.span.start < segment.span.end:
            start = "\n" if runs else ""
            runs.append(Run(f"{start}{clean_line(figure.surface)} = ", Tone.SOURCE, (f"figure {i}",)))
            runs.append(Run(clean_line(figure.english), Tone.STRONG, (f"figure {i}",)))
    return tuple(runs)


def _names(desk: _Desk) -> Iterator[Block]:
    draft = desk.briefing.draft
    if not draft or not draft.names or not desk.view.is_translated:
        return
    yield Block((Run("NAMES", Tone.LABEL),))
    for name in draft.names:
        runs = (Run(clean_line(name.english)), Run(f"  {clean_line(name.original)}", Tone.SOURCE))
        yield Block((*runs, Run(f"  {clean_line(name.kind)}", Tone.QUIET)), space=name is draft.names[-1])


def _notes(desk: _Desk) -> Iterator[Block]:
    if not desk.view.notes and not desk.view.remarks:
        return
    yield Block((Run("SOURCE NOTES", Tone.LABEL),))
    yield from _remarks(desk, desk.view.remarks if desk.view.is_translated else (), indent=1)
    for note in desk.view.notes:
        yield Block((Run(f"[{note}]", Tone.QUIET),), space=note is desk.view.notes[-1])


def _foot(desk: _Desk) -> Iterator[Block]:
    briefing = desk.briefing
    parts = [f"{clean_line(briefing.dump_name)}, part {briefing.item.index + 1}", f"sha256 {briefing.dump_sha256[:12]}"]
    if briefing.figures_checked:
        parts.append(f"{plural(briefing.figures_checked, 'figure')} checked without a model")
    if briefing.calls:
        parts.append(plural(len(briefing.calls), "model call"))
    yield Block((Run(f"{' · '.join(parts)} · {briefing.id}", Tone.QUIET),))


def _statement_remarks(desk: _Desk, label: str) -> tuple[int, ...]:
    return next((s.remarks for s in desk.view.statements if s.label == label), ())


def _remarks(
    desk: _Desk, indices: tuple[int, ...], *, indent: int, keys: tuple[str, ...] = (), last: bool = False
) -> Iterator[Block]:
    """The findings that are spelled out where they stand: sign, word, both sides, the reason."""
    for i in indices:
        finding = desk.briefing.findings[i]
        tone = TONES[finding.verdict]
        key = f"finding {i}"
        runs = (Run(str(SIGNS[finding.verdict]), tone), Run(f" {explain(finding)}", Tone.REMARK))
        yield Block(runs, indent=indent, keys=(*keys, key), space=last and i == indices[-1])


def _is_flag(desk: _Desk, index: int) -> bool:
    return desk.briefing.findings[index].verdict.is_flag
