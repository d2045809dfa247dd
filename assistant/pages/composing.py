"""A briefing becomes a page: what is shown, in which order, and what the cursor can visit."""

from collections.abc import Iterator

from assistant.inert import clean_line
from assistant.pages.aside import NOTHING, Aside
from assistant.pages.blocks import TONES, Block, Page, Run, Runs, Stop, Tone
from assistant.pages.placing import Composition, mark_texts, place_marks, text_name
from assistant.records import Briefing, Field, Place, Segment, Status
from assistant.reporting.noted import LEFT_OUT, list_left_out, noted_lines, remark_lines
from assistant.reporting.view import Statement, view_item
from assistant.reporting.wording import (
    SIGNS,
    STATUS_SIGNS,
    describe_attribution,
    explain,
    plural,
)

LEDGER = "ledger"
FOLDED = "▸"
ADVICE = {
    Status.SOURCE_ONLY: "No model was configured. The source's figures stand in English beside their sentences.",
    Status.HELD: "Checked, and not fit to be published: the English is not shown. Read the source below.",
    Status.FAILED: "The source's figures stand in English beside their sentences.",
}


def compose_page(
    briefing: Briefing,
    *,
    words: str = "",
    aside: Aside = NOTHING,
    conflicts: tuple[str, ...] = (),
    folded: bool = False,
) -> Page:
    """Everything the reader shows of ``briefing``; ``words`` of a search are marked.

    ``folded``: what summary and claims leave out is counted, and listed where the cursor stops at it.
    ``conflicts``: where other items of its story give other figures, a line each (``collecting.stored_conflicts``).
    """
    work = Composition(view_item(briefing), words, aside, conflicts, folded=folded)
    place_marks(work)
    mark_texts(work)
    parts = (_head, _conflicts, _lead, _claims, _sentences, _names, _notes, _omissions, _corrections, _foot)
    blocks = tuple(block for part in parts for block in part(work))
    stops = tuple(work.stops)
    checks = [stop for stop in stops if stop.claim is None and not stop.folded]
    urgent = sorted((s for s in checks if s.is_flag), key=lambda s: SIGNS[s.finding.verdict].rank if s.finding else 0)
    calm = [stop for stop in checks if not stop.is_flag]
    return Page(blocks, stops, work.sources, work.english, (*urgent, *calm))


def compose_notices(notices: tuple[str, ...]) -> tuple[Block, ...]:
    """What must be known about the whole run, in full."""
    lines = tuple(Block((Run(clean_line(notice)),)) for notice in notices)
    return (Block(()), Block((Run("NOTICE", Tone.LABEL),)), *lines) if lines else ()


# --------------------------------------------------------------------------------------------------- the parts


def _head(work: Composition) -> Iterator[Block]:
    view = work.view
    if view.is_translated:
        yield Block(work.english[text_name(Place(Field.HEADLINE))])
        yield from _remarks(work, _statement_remarks(work, "headline"), indent=1)
        yield Block((Run(view.source_headline, Tone.SOURCE),))
        yield from _source_line(work)
        return
    sign, failure = STATUS_SIGNS[view.status], view.briefing.failure
    yield Block((Run(view.headline, Tone.TITLE),))
    yield from _source_line(work)
    reason = f" · {clean_line(failure.message)}" if failure else ""
    yield Block((Run(str(sign), Tone.FLAG if failure else Tone.WITHHELD), Run(reason, Tone.STRONG)))
    advice = clean_line(failure.advice) if failure else ""
    yield Block((Run(" ".join(filter(None, (advice, ADVICE[view.status]))), Tone.QUIET),), space=True)
    yield from _remarks(work, view.flags, indent=1, last=True)


def _conflicts(work: Composition) -> Iterator[Block]:
    """Where other items of the story give other figures; which is right, the reader must find out."""
    for line in work.conflicts:
        runs = (Run("≠ conflict", Tone.FLAG), Run(f" {clean_line(line)}", Tone.REMARK))
        yield Block(runs, indent=1, space=line is work.conflicts[-1])


def _source_line(work: Composition) -> Iterator[Block]:
    also = work.aside.also
    yield Block((Run(work.view.source_line, Tone.QUIET),), space=not also)
    if also:
        yield Block((Run(also, Tone.QUIET),), space=True)


def _lead(work: Composition) -> Iterator[Block]:
    name = text_name(Place(Field.SUMMARY))
    if "".join(run.text for run in work.english.get(name, ())).strip():
        remarks = _statement_remarks(work, "summary")
        yield Block(work.english[name], space=not remarks)
        yield from _remarks(work, remarks, indent=1, last=True)


def _claims(work: Composition) -> Iterator[Block]:
    claims = [statement for statement in work.view.statements if statement.claim]
    if not claims:
        return
    flagged = sum(any(_is_flag(work, i) for i in statement.remarks) for statement in claims)
    summary = f"{plural(flagged, 'claim')} flagged" if flagged else f"{plural(len(claims), 'claim')}, none flagged"
    yield Block((Run("KEY CLAIMS", Tone.LABEL),), hint=(Run(summary, Tone.FLAG if flagged else Tone.QUIET),))
    for statement in claims:
        yield from _claim(work, statement, last=statement is claims[-1])


def _claim(work: Composition, statement: Statement, *, last: bool) -> Iterator[Block]:
    number = statement.place.index
    sign = SIGNS[statement.verdict] if statement.verdict else None
    tone = TONES[statement.verdict] if statement.verdict else Tone.QUIET
    gutter = Run(f"{sign.mark if sign else ' '} {number + 1:<2}", Tone.QUIET if tone is Tone.VERIFIED else tone)
    keys = (f"claim {number}",)
    yield Block(work.english[text_name(statement.place)], gutter=gutter, indent=6, keys=keys)
    yield from _remarks(work, statement.remarks, indent=6, keys=keys)
    if statement.claim:
        attribution = describe_attribution(work.briefing, statement.claim)
        yield Block((Run(attribution, Tone.QUIET),), indent=6, keys=keys, space=last)


def _sentences(work: Composition) -> Iterator[Block]:
    rows = work.view.rows
    if work.view.is_translated:
        yield Block((Run("TRANSLATION", Tone.LABEL),), beside=(Run("SOURCE", Tone.LABEL),), indent=6)
    else:
        yield Block((Run("SOURCE", Tone.LABEL),), beside=(Run("ITS FIGURES IN ENGLISH", Tone.LABEL),), indent=6)
    for row in rows:
        number = Run(f"{row.segment.index + 1:>4}", Tone.QUIET)
        paragraph_ends = "\n" in row.segment.text or row is rows[-1]
        source = work.sources[row.segment.index]
        if not work.view.is_translated:
            yield Block(source, beside=_figures(work, row.segment), gutter=number, indent=6, space=paragraph_ends)
            continue
        english = work.english.get(text_name(Place(Field.TRANSLATION, row.segment.index)), ())
        english = english or (Run("[not translated]", Tone.WITHHELD),)
        remarks = tuple(_remarks(work, row.remarks, indent=6))
        spelled_out = tuple(run for block in remarks for run in (Run("\n"), *block.runs))
        yield Block(
            (*english, *spelled_out),
            beside=source,
            gutter=number,
            indent=6,
            keys=tuple(key for block in remarks for key in block.keys),
            space=paragraph_ends or bool(remarks),
        )


def _figures(work: Composition, segment: Segment) -> Runs:
    """The figures of one sentence in English, one on a line."""
    runs: list[Run] = []
    for i, figure in enumerate(work.briefing.figures):
        if segment.span.start <= figure.span.start < segment.span.end:
            start = "\n" if runs else ""
            runs.append(Run(f"{start}{clean_line(figure.surface)} = ", Tone.SOURCE, (f"figure {i}",)))
            runs.append(Run(clean_line(figure.english), Tone.STRONG, (f"figure {i}",)))
    return tuple(runs)


def _names(work: Composition) -> Iterator[Block]:
    draft = work.briefing.draft
    if not draft or not draft.names or not work.view.is_translated:
        return
    yield Block((Run("NAMES", Tone.LABEL),))
    for name in draft.names:
        runs = (Run(clean_line(name.english)), Run(f"  {clean_line(name.original)}", Tone.SOURCE))
        yield Block((*runs, Run(f"  {clean_line(name.kind)}", Tone.QUIET)), space=name is draft.names[-1])


def _notes(work: Composition) -> Iterator[Block]:
    if not work.view.notes and not work.view.remarks:
        return
    yield Block((Run("SOURCE NOTES", Tone.LABEL),))
    yield from _remarks(work, work.view.remarks if work.view.is_translated else (), indent=1)
    for note in work.view.notes:
        yield Block((Run(f"[{note}]", Tone.QUIET),), space=note is work.view.notes[-1])


def _omissions(work: Composition) -> Iterator[Block]:
    """What summary and claims leave out; they may, and one wants to know it."""
    left_out = list_left_out(work.view) if work.view.is_translated and work.folded else ()
    if not left_out:
        yield from _section("NOTED", noted_lines(work.view) if work.view.is_translated else ())
        return
    work.stops.append(Stop(LEDGER, "noted", folded=left_out))
    yield from _section("NOTED", remark_lines(work.view), space=False)
    counted = f"{FOLDED} {plural(len(left_out), 'thing')} {LEFT_OUT}"
    yield Block((Run(counted, Tone.PLAIN, (LEDGER,)),), keys=(LEDGER,), space=True)


def _corrections(work: Composition) -> Iterator[Block]:
    """What was asked for again or taken out."""
    yield from _section("MENDED", work.view.mended)


def _section(title: str, lines: tuple[str, ...], *, space: bool = True) -> Iterator[Block]:
    if lines:
        yield Block((Run(title, Tone.LABEL),))
    for line in lines:
        yield Block((Run(line),), space=space and line is lines[-1])


def _foot(work: Composition) -> Iterator[Block]:
    briefing = work.briefing
    parts = [f"{clean_line(briefing.dump_name)}, part {briefing.item.index + 1}", f"sha256 {briefing.dump_sha256[:12]}"]
    if briefing.figures_checked:
        parts.append(f"{plural(briefing.figures_checked, 'figure')} checked without a model")
    parts += filter(None, [work.aside.cost])
    yield Block((Run(f"{' · '.join(parts)} · {briefing.id}", Tone.QUIET),))


def _statement_remarks(work: Composition, label: str) -> tuple[int, ...]:
    return next((s.remarks for s in work.view.statements if s.label == label), ())


def _remarks(
    work: Composition, indices: tuple[int, ...], *, indent: int, keys: tuple[str, ...] = (), last: bool = False
) -> Iterator[Block]:
    """The findings that are spelled out where they stand: sign, word, both sides, the reason."""
    for i in indices:
        finding = work.briefing.findings[i]
        tone = TONES[finding.verdict]
        key = f"finding {i}"
        runs = (Run(str(SIGNS[finding.verdict]), tone), Run(f" {explain(finding)}", Tone.REMARK))
        yield Block(runs, indent=indent, keys=(*keys, key), space=last and i == indices[-1])


def _is_flag(work: Composition, index: int) -> bool:
    return work.briefing.findings[index].verdict.is_flag
