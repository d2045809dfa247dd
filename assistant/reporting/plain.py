"""A whole report as plain text for a terminal or a mail: conclusion first, flags first, source beside the English."""

from collections.abc import Iterable, Iterator
from functools import partial

from assistant.inert import clean_line
from assistant.records import Claim, Finding, Report
from assistant.reporting.conflicts import HEADING, name_others
from assistant.reporting.copies import TOLD
from assistant.reporting.edition import EditionView, Pointer, list_items
from assistant.reporting.noted import LEFT_OUT_AT_MOST, noted_lines
from assistant.reporting.paragraphs import BETWEEN, COLUMNS, part_blocks, wrap
from assistant.reporting.pieces import Piece
from assistant.reporting.short import conflict_lines, list_flag_lines, trouble_lines
from assistant.reporting.view import ItemView, Row, Statement
from assistant.reporting.whole import ReportView, format_counts, view_report
from assistant.reporting.wording import (
    SIGNS,
    STATUS_SIGNS,
    WITHHELD,
    describe_attribution,
    explain,
    locate,
    read_figure,
)

INDENT = "   "
DEEPER = "      "


def render_text(report: Report | ReportView, *, columns: int = COLUMNS) -> str:
    """``report`` as plain text, ``columns`` cells wide; ends with a line break."""
    return "".join(write_text(report, columns=columns))


def write_text(report: Report | ReportView, *, columns: int = COLUMNS) -> Iterator[str]:
    """The text of ``render_text`` in pieces."""
    return part_blocks(_list_blocks(view_report(report), columns))


def _list_blocks(view: ReportView, columns: int) -> Iterator[str]:
    yield from _head(view, columns)
    for section in view.sections:
        if section.heading:
            yield from ("=" * columns, section.heading.upper())
        for item in section.items:
            yield "-" * columns
            yield view.ahead.write(f"txt {columns}", item.number, partial(_item, view, item, columns))
    if view.edition and view.edition.names:
        yield from ("=" * columns, _names(view.edition, columns))
    yield from ("-" * columns, *_foot(view, columns))


def _head(view: ReportView, columns: int) -> Iterator[str]:
    times = [view.edition.cutoff, f"Made on {view.created}"] if view.edition else [view.created]
    yield "\n".join(wrap(line, columns) for line in (view.title, *times, format_counts(view)))
    yield from _notices(view, columns)
    if view.edition:
        yield "\n".join(["AT A GLANCE", *_glance(view.edition, columns)])
    if view.flags:
        yield "\n".join(["FLAGS", *list_flag_lines(view.flags, columns)])
    if view.troubles:
        yield "\n".join(["FAILED OR HELD", *(trouble_lines(trouble, columns) for trouble in view.troubles)])
    if view.conflicts:
        yield "\n".join([HEADING.upper(), *(conflict_lines(conflict, columns) for conflict in view.conflicts)])
    if view.edition:
        changes = [_point(pointer, columns) for pointer in view.edition.changes]
        note = [wrap(view.edition.changes_note, columns)] if view.edition.changes_note else []
        yield "\n".join([view.edition.changes_heading.upper(), *changes, *note])


def _glance(edition: EditionView, columns: int) -> list[str]:
    note = [wrap(f"({edition.glance_note})", columns)] if edition.glance_note else []
    return [*(_point(pointer, columns) for pointer in edition.glance), *note]


def _point(pointer: Pointer, columns: int) -> str:
    where = f" [{list_items(pointer)}]" if pointer.items else ""
    return wrap(f"{pointer.text}{where}", columns, first="-  ", rest=INDENT)


def _names(edition: EditionView, columns: int) -> str:
    lines = (f"{line.name}: {', '.join(map(str, line.items))}" for line in edition.names)
    return "\n".join(["NAMES, AND THE ITEMS THEY STAND IN", *(wrap(line, columns, rest=INDENT) for line in lines)])


def _notices(view: ReportView, columns: int) -> list[str]:
    notices = [wrap(notice, columns, first="! ", rest="  ") for notice in view.notices]
    return ["\n".join(notices)] if notices else []


def _foot(view: ReportView, columns: int) -> Iterator[str]:
    yield wrap(" ".join(view.method), columns, first="METHOD  ", rest="        ")
    yield from _notices(view, columns)


# ------------------------------------------------------------------------------------------------------ one item


def _item(view: ReportView, item: ItemView, columns: int) -> str:
    return BETWEEN.join(_list_parts(view, item, columns))


def _list_parts(view: ReportView, item: ItemView, columns: int) -> Iterator[str]:
    yield _item_head(item, columns)
    printed = view.copies.get(item.number)
    company = () if printed else view.company.get(item.number, ())
    others = ", ".join(f"{pointer.text} ({list_items(pointer)})" for pointer in company)
    if others:
        yield _indent(f"Also told by: {others}", columns)
    conflicts = view.conflicts_of.get(item.number, ())
    told = [_indent(f"[conflict] {name_others(conflict, item.number)}", columns) for conflict in conflicts]
    if told:
        yield "\n".join(told)
    remarks = [item.briefing.findings[i] for i in item.remarks]
    notes = [_remark(finding, f"{locate(finding)}{explain(finding)}", columns, INDENT) for finding in remarks]
    notes += [_indent(f"[{note}]", columns) for note in item.notes]
    if notes:
        yield "\n".join(notes)
    if printed:
        yield _indent(f"{TOLD[item.status]} item {printed}.", columns)
    else:
        yield from _body(item, columns)


def _body(item: ItemView, columns: int) -> Iterator[str]:
    yield from (_statement(item, statement, columns) for statement in item.statements if statement.label == "summary")
    claims = [(statement, statement.claim) for statement in item.statements if statement.claim]
    if claims:
        yield f"{INDENT}KEY CLAIMS"
        yield from (_claim(item, statement, claim, columns) for statement, claim in claims)
    heading = "TRANSLATION" if item.is_translated else "SOURCE, NOT TRANSLATED; FIGURES IN ENGLISH"
    yield _indent(heading, columns)
    yield from (_row(item, row, columns) for row in item.rows)
    if item.names:
        yield wrap(" · ".join(item.names), columns, first=f"{INDENT}NAMES  ", rest=DEEPER)
    if item.noted:
        yield "\n".join(
            [f"{INDENT}NOTED", *(_indent(f"- {line}", columns) for line in noted_lines(item, most=LEFT_OUT_AT_MOST))]
        )
    if item.mended:
        yield "\n".join([f"{INDENT}MENDED", *(_indent(f"- {mended}", columns) for mended in item.mended)])


def _item_head(item: ItemView, columns: int) -> str:
    headline = next((mark_text(item, s.pieces) for s in item.statements if s.label == "headline"), item.headline)
    lines = [wrap(clean_line(headline), columns, first=f"{item.number:<2} ", rest=INDENT)]
    for statement in item.statements:
        if statement.label == "headline":
            lines += _remarks(item, statement.remarks, columns, INDENT)
    if item.is_translated:
        lines.append(_indent(item.source_headline, columns))
    lines.append(_indent(item.source_line, columns))
    if item.status in STATUS_SIGNS:
        failure = item.briefing.failure
        reason = f": {clean_line(failure.message)}" if failure else ""
        lines.append(_indent(f"{STATUS_SIGNS[item.status]}{reason}", columns))
    return "\n".join(lines)


def _statement(item: ItemView, statement: Statement, columns: int) -> str:
    text = _indent(mark_text(item, statement.pieces), columns)
    return "\n".join([text, *_remarks(item, statement.remarks, columns, INDENT)])


def _claim(item: ItemView, statement: Statement, claim: Claim, columns: int) -> str:
    sign = SIGNS[statement.verdict].mark if statement.verdict else " "
    text = wrap(
        clean_line(mark_text(item, statement.pieces)),
        columns,
        first=f"{sign:<2} {statement.place.index + 1:<2} ",
        rest=DEEPER,
    )
    cited = ", ".join(str(index + 1) for index in claim.segments) or "none"
    trace = f"{describe_attribution(item.briefing, claim)} · sentence {cited} · {clean_line(claim.quote)}"
    remarks = _remarks(item, statement.remarks, columns, DEEPER)
    return "\n".join([text, *remarks, wrap(trace, columns, first=DEEPER, rest=DEEPER)])


def _row(item: ItemView, row: Row, columns: int) -> str:
    source = "".join(piece.text for piece in row.source).strip()
    if not item.is_translated:
        figures = (item.briefing.figures[i] for i in row.figures)
        lines = [wrap(read_figure(figure), columns, first=DEEPER, rest=DEEPER) for figure in figures]
        return "\n".join([_indent(source, columns), *lines])
    english = mark_text(item, row.english).strip() or "[not translated]"
    original = wrap(source, columns, first=DEEPER, rest=DEEPER)
    return "\n".join([_indent(english, columns), *_remarks(item, row.remarks, columns, INDENT), original])


def _remarks(item: ItemView, indices: Iterable[int], columns: int, indent: str) -> list[str]:
    findings = (item.briefing.findings[i] for i in indices)
    return [_remark(finding, explain(finding), columns, indent) for finding in findings]


def _remark(finding: Finding, text: str, columns: int, indent: str) -> str:
    return wrap(text, columns, first=f"{indent}{SIGNS[finding.verdict]}  ", rest=f"{indent}  ")


def _indent(text: str, columns: int) -> str:
    return wrap(text, columns, first=INDENT, rest=INDENT)


def mark_text(item: ItemView, pieces: Iterable[Piece]) -> str:
    """The text of ``pieces`` with what needs a look in brackets: ``[⚑ US$85 billion]``, ``[≈ 17 points]``."""
    return "".join(_mark_piece(item, piece) for piece in pieces)


def _mark_piece(item: ItemView, piece: Piece) -> str:
    if piece.withheld:
        return f"{WITHHELD.mark}{piece.text}"
    if not piece.findings:
        return piece.text
    sign = SIGNS[item.briefing.findings[piece.findings[0]].verdict]
    return f"[{sign.mark} {piece.text}]" if sign.is_spelled_out else piece.text
