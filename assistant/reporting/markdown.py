"""A report as Markdown (CommonMark), for a wiki or a mail. Text from outside is escaped: it cannot format or link."""

from collections.abc import Iterable, Iterator
from functools import partial

from assistant.inert import clean_line
from assistant.patterns import compile_late
from assistant.records import Claim, Finding, Report
from assistant.reporting.conflicts import HEADING, ConflictView, name_others
from assistant.reporting.copies import TOLD
from assistant.reporting.edition import NameLine, Pointer
from assistant.reporting.flags import Flag, Rest, list_flags
from assistant.reporting.noted import LEFT_OUT_AT_MOST, noted_lines
from assistant.reporting.paragraphs import BETWEEN, part_blocks
from assistant.reporting.pieces import Piece
from assistant.reporting.troubles import Trouble
from assistant.reporting.view import ItemView, Row, Statement
from assistant.reporting.whole import ReportView, format_counts, view_report
from assistant.reporting.wording import (
    SIGNS,
    STATUS_SIGNS,
    WITHHELD,
    contrast,
    describe_attribution,
    locate,
    read_figure,
)

_MARKUP = compile_late(r"[\\`*_\[\]<>&~|#$@{}!]")
_LIST_MARK = compile_late(r"^(\d{1,9})([.)])(?=\s|$)|^([-+=])")
_LINK = compile_late(r"(?i)(https?|ftp|mailto|xmpp):|(www)\.")


def escape(text: str) -> str:
    """``text`` on one line and without meaning to Markdown or HTML; what looks like an address is no link."""
    line = _MARKUP.sub(r"\\\g<0>", clean_line(text))
    line = _LIST_MARK.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", line)
    if ":" not in line and "www." not in line.lower():  # as most lines
        return line
    return _LINK.sub(lambda m: f"{m[1]}&#58;" if m[1] else f"{m[2]}&#46;", line)


def render_markdown(report: Report | ReportView) -> str:
    """``report`` as Markdown; ends with a line break."""
    return "".join(write_markdown(report))


def write_markdown(report: Report | ReportView) -> Iterator[str]:
    """The text of ``render_markdown`` in pieces."""
    return part_blocks(_list_blocks(view_report(report)))


def _list_blocks(view: ReportView) -> Iterator[str]:
    yield from _head(view)
    for section in view.sections:
        if section.heading:
            yield from ("---", f"## {escape(section.heading)}")
        level = "###" if section.heading else "##"
        for item in section.items:
            yield view.ahead.write("md", item.number, partial(_item, view, item, level))
    if view.edition and view.edition.names:
        yield from ("---", "## Names", "\n".join(f"- {_name(line)}" for line in view.edition.names))
    yield from ("---", escape("Method: " + " ".join(view.method)), *_notices(view))


def _head(view: ReportView) -> Iterator[str]:
    yield f"# {escape(view.title)}"
    cutoff = f"{escape(view.edition.cutoff)}  \nMade on " if view.edition else ""
    yield f"{cutoff}{escape(view.created)}  \n{escape(format_counts(view))}"
    yield from _notices(view)
    if view.edition:
        yield "## At a glance"
        yield from _points(view.edition.glance, view.edition.glance_note)
    if view.flags:
        yield "## Flags"
        listed = list_flags(view.flags)
        yield "\n".join(
            [*(f"- {_flag(flag)}" for flag in listed.flags), *(f"- {_rest(rest)}" for rest in listed.rests)]
        )
    if view.troubles:
        yield "## Failed or held"
        yield "\n".join(f"- {_trouble(trouble)}" for trouble in view.troubles)
    if view.conflicts:
        yield f"## {HEADING}"
        yield "\n".join(_conflict(conflict) for conflict in view.conflicts)
    if view.edition:
        yield f"## {escape(view.edition.changes_heading)}"
        yield from _points(view.edition.changes, view.edition.changes_note)


def _conflict(conflict: ConflictView) -> str:
    about = conflict.about
    told = [f"   {escape(f'“{about.sentence}”')} {_links((about.item,))}"] if about else []
    for figure in conflict.figures:
        sources = (f"{_links((t.item,))} {escape(t.source)}" for t in figure.versions)
        told.append(f"   - {escape(figure.text)}: {'; '.join(sources)}")
    return "\n".join([f"- **≠ {escape(conflict.title)}**", *told])


def _points(pointers: Iterable[Pointer], note: str) -> Iterator[str]:
    lines = [f"- {escape(pointer.text)} {_links(pointer.items)}".rstrip() for pointer in pointers]
    if lines:
        yield "\n".join(lines)
    if note:
        yield f"*{escape(note)}*"


def _links(numbers: Iterable[int]) -> str:
    links = ", ".join(f"[item {number}](#item-{number})" for number in numbers)
    return f"({links})" if links else ""


def _name(line: NameLine) -> str:
    return f"{escape(line.name)}: {', '.join(f'[{number}](#item-{number})' for number in line.items)}"


def _notices(view: ReportView) -> list[str]:
    return [f"> **Note:** {escape(notice)}" for notice in view.notices]


def _flag(flag: Flag) -> str:
    where = "; ".join(f"[item {n}](#item-{n}){'' if flag.is_short else f', {places}'}" for n, places in flag.places)
    return f"{_finding(flag.finding)} ({where})"


def _rest(rest: Rest) -> str:
    links = ", ".join(f"[{n}](#item-{n})" for n in rest.items)
    return f"**{SIGNS[rest.verdict]}** {rest.about}: item{'s' * (len(rest.items) > 1)} {links}"


def _finding(finding: Finding) -> str:
    why = escape(finding.why)
    return f"**{SIGNS[finding.verdict]}** {escape(contrast(finding))}{': ' + why if why else ''}"


def _trouble(trouble: Trouble) -> str:
    advice = f"  \n  {escape(trouble.advice)}" if trouble.advice else ""
    return f"**{trouble.sign}** {_subject(trouble)}: {escape(trouble.message)}{advice}"


def _subject(trouble: Trouble) -> str:
    if len(trouble.items) != 1:
        return escape(trouble.title)
    return f"[{trouble.where}](#item-{trouble.items[0]}) {escape(trouble.subject)}"


# ------------------------------------------------------------------------------------------------------ one item


def _item(view: ReportView, item: ItemView, level: str) -> str:
    """``level``: the number signs of its heading; those of its parts have one more."""
    return BETWEEN.join(_list_parts(view, item, level))


def _list_parts(view: ReportView, item: ItemView, level: str) -> Iterator[str]:
    yield f'<a id="item-{item.number}"></a>'
    headline = next((s for s in item.statements if s.label == "headline"), None)
    yield f"{level} {item.number}. {_pieces(item, headline.pieces) if headline else escape(item.headline)}"
    original = [escape(item.source_headline)] if item.is_translated else []
    yield "  \n".join([*original, f"*{escape(item.source_line)}*"])
    printed = view.copies.get(item.number)
    company = () if printed else view.company.get(item.number, ())
    others = ", ".join(f"{escape(pointer.text)} {_links(pointer.items)}" for pointer in company)
    if others:
        yield f"Also told by: {others}"
    conflicts = view.conflicts_of.get(item.number, ())
    told = [f"- **≠ conflict** {escape(name_others(conflict, item.number))}" for conflict in conflicts]
    if told:
        yield "\n".join(told)
    if item.status in STATUS_SIGNS:
        failure = item.briefing.failure
        yield f"**{STATUS_SIGNS[item.status]}**{': ' + escape(failure.message) if failure else ''}"
    remarks = [item.briefing.findings[i] for i in item.remarks]
    notes = [f"- {escape(locate(finding))} {_finding(finding)}" for finding in remarks]
    notes += [f"- {escape(f'[{note}]')}" for note in item.notes]
    if notes:
        yield "\n".join(notes)
    if printed:
        yield f"{TOLD[item.status]} [item {printed}](#item-{printed})."
    else:
        yield from _remarks(item, headline.remarks if headline else ())
        yield from _body(item, f"{level}#")


def _body(item: ItemView, level: str) -> Iterator[str]:
    yield from _statements(item, level)
    yield f"{level} {'Translation' if item.is_translated else 'Source, not translated; figures in English'}"
    for row in item.rows:
        yield from _row(item, row)
    if item.names:
        yield f"**Names:** {escape(' · '.join(item.names))}"
    if item.noted:
        yield f"{level} Noted"
        yield "\n".join(f"- {escape(line)}" for line in noted_lines(item, most=LEFT_OUT_AT_MOST))
    if item.mended:
        yield f"{level} Mended"
        yield "\n".join(f"- {escape(mended)}" for mended in item.mended)


def _statements(item: ItemView, level: str) -> Iterator[str]:
    for statement in item.statements:
        if statement.label == "summary":
            yield _pieces(item, statement.pieces)
            yield from _remarks(item, statement.remarks)
    claims = [_claim(item, s, s.claim) for s in item.statements if s.claim]
    if claims:
        yield f"{level} Key claims"
        yield "\n".join(claims)


def _claim(item: ItemView, statement: Statement, claim: Claim) -> str:
    sign = f"**{SIGNS[statement.verdict]}** " if statement.verdict else ""
    cited = ", ".join(str(index + 1) for index in claim.segments) or "none"
    trace = f"{describe_attribution(item.briefing, claim)} · sentence {cited} · {claim.quote}"
    lines = [f"{statement.place.index + 1}. {sign}{_pieces(item, statement.pieces)}", f"   - *{escape(trace)}*"]
    lines += [f"   - {_finding(item.briefing.findings[i])}" for i in statement.remarks]
    return "\n".join(lines)


def _row(item: ItemView, row: Row) -> Iterator[str]:
    if item.is_translated:
        yield _pieces(item, row.english) or "**[not translated]**"
        yield from _remarks(item, row.remarks)
    yield f"> {escape(''.join(piece.text for piece in row.source))}"
    figures = [f"- {escape(read_figure(item.briefing.figures[i]))}" for i in row.figures]
    if figures:
        yield "\n".join(figures)


def _remarks(item: ItemView, indices: Iterable[int]) -> list[str]:
    remarks = [f"- {_finding(item.briefing.findings[i])}" for i in indices]
    return ["\n".join(remarks)] if remarks else []


def _pieces(item: ItemView, pieces: Iterable[Piece]) -> str:
    return "".join(_piece(item, piece) for piece in pieces).strip()


def _piece(item: ItemView, piece: Piece) -> str:
    text = _inline(piece.text)
    if piece.withheld:
        return f"**{WITHHELD.mark}{text}**"
    if not piece.findings:
        return text
    sign = SIGNS[item.briefing.findings[piece.findings[0]].verdict]
    return f"**{sign.mark} {text}**" if sign.is_spelled_out else text


def _inline(text: str) -> str:
    """``escape``, with the white space at both ends that separates a piece from its neighbours."""
    core = escape(text)
    lead, trail = (" " if text[:1].isspace() else ""), (" " if text[-1:].isspace() and core else "")
    return f"{lead}{core}{trail}"
