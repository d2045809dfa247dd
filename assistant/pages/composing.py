"""A briefing becomes a page: what is shown, in which order, and what the cursor can visit."""

from collections.abc import Iterator
from dataclasses import replace

from assistant.inert import clean_line
from assistant.pages.aside import NOTHING, Aside
from assistant.pages.blocks import TONES, Block, Page, Run, Runs, Stop, Tone
from assistant.pages.placing import Desk, mark_texts, place_marks, text_name
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
    desk = Desk(view_item(briefing), words, aside, conflicts, folded=folded)
    place_marks(desk)
    mark_texts(desk)
    parts = (_head, _conflicts, _lead, _claims, _sentences, _names, _notes, _omissions, _corrections, _foot)
    blocks = tuple(block for part in parts for block in part(desk))
    stops = tuple(desk.stops)
    checks = [stop for stop in stops if stop.claim is None and not stop.folded]
    urgent = sorted((s for s in checks if s.is_flag), key=lambda s: SIGNS[s.finding.verdict].rank if s.finding else 0)
    calm = [stop for stop in checks if not stop.is_flag]
    return Page(blocks, stops, desk.sources, desk.english, (*urgent, *calm))


def compose_notices(notices: tuple[str, ...]) -> tuple[Block, ...]:
    """What must be known about the whole run, in full."""
    lines = tuple(Block((Run(clean_line(notice)),)) for notice in notices)
    return (Block(()), Block((Run("NOTICE", Tone.LABEL),)), *lines) if lines else ()


# --------------------------------------------------------------------------------------------------- the parts


def _head(desk: Desk) -> Iterator[Block]:
    view = desk.view
    if view.is_translated:
        yield Block(desk.english[text_name(Place(Field.HEADLINE))])
        yield from _remarks(desk, _statement_remarks(desk, "headline"), indent=1)
        yield Block((Run(view.source_headline, Tone.SOURCE),))
        yield from _source_line(desk)
        return
    sign, failure = STATUS_SIGNS[view.status], view.briefing.failure
    yield Block((Run(view.headline, Tone.TITLE),))
    yield from _source_line(desk)
    reason = f" · {clean_line(failure.message)}" if failure else ""
    yield Block((Run(str(sign), Tone.FLAG if failure else Tone.WITHHELD), Run(reason, Tone.STRONG)))
    advice = clean_line(failure.advice) if failure else ""
    yield Block((Run(" ".join(filter(None, (advice, ADVICE[view.status]))), Tone.QUIET),), space=True)
    yield from _remarks(desk, view.flags, indent=1, last=True)


def _conflicts(desk: Desk) -> Iterator[Block]:
    """Where other items of the story give other figures; which is right, the reader must find out."""
    for line in desk.conflicts:
        runs = (Run("≠ conflict", Tone.FLAG), Run(f" {clean_line(line)}", Tone.REMARK))
        yield Block(runs, indent=1, space=line is desk.conflicts[-1])


def _source_line(desk: Desk) -> Iterator[Block]:
    also = desk.aside.also
    yield Block((Run(desk.view.source_line, Tone.QUIET),), space=not also)
    if also:
        yield Block((Run(also, Tone.QUIET),), space=True)


def _lead(desk: Desk) -> Iterator[Block]:
    name = text_name(Place(Field.SUMMARY))
    if "".join(run.text for run in desk.english.get(name, ())).strip():
        remarks = _statement_remarks(desk, "summary")
        yield Block(desk.english[name], space=not remarks)
        yield from _remarks(desk, remarks, indent=1, last=True)


def _claims(desk: Desk) -> Iterator[Block]:
    claims = [statement for statement in desk.view.statements if statement.claim]
    if not claims:
        return
    flagged = sum(any(_is_flag(desk, i) for i in statement.remarks) for statement in claims)
    summary = f"{plural(flagged, 'claim')} flagged" if flagged else f"{plural(len(claims), 'claim')}, none flagged"
    yield Block((Run("KEY CLAIMS", Tone.LABEL),), hint=(Run(summary, Tone.FLAG if flagged else Tone.QUIET),))
    for statement in claims:
        yield from _claim(desk, statement, last=statement is claims[-1])


def _claim(desk: Desk, statement: Statement, *, last: bool) -> Iterator[Block]:
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


def _sentences(desk: Desk) -> Iterator[Block]:
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


def _figures(desk: Desk, segment: Segment) -> Runs:
    """The figures of one sentence in English, one on a line."""
    runs: list[Run] = []
    for i, figure in enumerate(desk.briefing.figures):
        if segment.span.start <= figure.span.start < segment.span.end:
            start = "\n" if runs else ""
            runs.append(Run(f"{start}{clean_line(figure.surface)} = ", Tone.SOURCE, (f"figure {i}",)))
            runs.append(Run(clean_line(figure.english), Tone.STRONG, (f"figure {i}",)))
    return tuple(runs)


def _names(desk: Desk) -> Iterator[Block]:
    draft = desk.briefing.draft
    if not draft or not draft.names or not desk.view.is_translated:
        return
    yield Block((Run("NAMES", Tone.LABEL),))
    for name in draft.names:
        runs = (Run(clean_line(name.english)), Run(f"  {clean_line(name.original)}", Tone.SOURCE))
        yield Block((*runs, Run(f"  {clean_line(name.kind)}", Tone.QUIET)), space=name is draft.names[-1])


def _notes(desk: Desk) -> Iterator[Block]:
    if not desk.view.notes and not desk.view.remarks:
        return
    yield Block((Run("SOURCE NOTES", Tone.LABEL),))
    yield from _remarks(desk, desk.view.remarks if desk.view.is_translated else (), indent=1)
    for note in desk.view.notes:
        yield Block((Run(f"[{note}]", Tone.QUIET),), space=note is desk.view.notes[-1])


def _omissions(desk: Desk) -> Iterator[Block]:
    """What summary and claims leave out; they may, and one wants to know it."""
    left_out = list_left_out(desk.view) if desk.view.is_translated and desk.folded else ()
    if not left_out:
        yield from _section("NOTED", noted_lines(desk.view) if desk.view.is_translated else ())
        return
    desk.stops.append(Stop(LEDGER, "noted", folded=left_out))
    yield from (replace(block, space=False) for block in _section("NOTED", remark_lines(desk.view)))
    counted = f"{FOLDED} {plural(len(left_out), 'thing')} {LEFT_OUT}"
    yield Block((Run(counted, Tone.PLAIN, (LEDGER,)),), keys=(LEDGER,), space=True)


def _corrections(desk: Desk) -> Iterator[Block]:
    """What was asked for again or taken out."""
    yield from _section("MENDED", desk.view.mended)


def _section(title: str, lines: tuple[str, ...]) -> Iterator[Block]:
    if lines:
        yield Block((Run(title, Tone.LABEL),))
    for line in lines:
        yield Block((Run(line),), space=line is lines[-1])


def _foot(desk: Desk) -> Iterator[Block]:
    briefing = desk.briefing
    parts = [f"{clean_line(briefing.dump_name)}, part {briefing.item.index + 1}", f"sha256 {briefing.dump_sha256[:12]}"]
    if briefing.figures_checked:
        parts.append(f"{plural(briefing.figures_checked, 'figure')} checked without a model")
    parts += filter(None, [desk.aside.cost])
    yield Block((Run(f"{' · '.join(parts)} · {briefing.id}", Tone.QUIET),))


def _statement_remarks(desk: Desk, label: str) -> tuple[int, ...]:
    return next((s.remarks for s in desk.view.statements if s.label == label), ())


def _remarks(
    desk: Desk, indices: tuple[int, ...], *, indent: int, keys: tuple[str, ...] = (), last: bool = False
) -> Iterator[Block]:
    """The findings that are spelled out where they stand: sign, word, both sides, the reason."""
    for i in indices:
        finding = desk.briefing.findings[i]
        tone = TONES[finding.verdict]
        key = f"finding {i}"
        runs = (Run(str(SIGNS[finding.verdict]), tone), Run(f" {explain(finding)}", Tone.REMARK))
        yield Block(runs, indent=indent, keys=(*keys, key), space=last and i == indices[-1])


def _is_flag(desk: Desk, index: int) -> bool:
    return desk.briefing.findings[index].verdict.is_flag
