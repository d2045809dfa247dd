"""The short result that ``briefing run`` prints: counts, cost, each flag, then what failed or was held."""

from assistant.records import Report, Verdict
from assistant.reporting.paragraphs import COLUMNS, wrap
from assistant.reporting.troubles import Trouble
from assistant.reporting.view import ItemView, contradictions
from assistant.reporting.whole import format_counts, view_report
from assistant.reporting.wording import SIGNS, clean_line, contrast, format_cost, place_label

HANG = "   "


def render_short(report: Report, *, columns: int = COLUMNS) -> str:
    """The result of a run for a terminal that is ``columns`` cells wide; ends with a line break."""
    view = view_report(report)
    counts = wrap(f"{format_counts(view.counts)} · {format_cost(report.spending, report.model)}", columns)
    blocks = [
        [wrap(view.title, columns), counts],
        [wrap(notice, columns, first="! ", rest="  ") for notice in view.notices],
        [flag_lines(item, i, columns) for item, i in view.flags],
        [trouble_lines(trouble, columns) for trouble in view.troubles],
        [note_line(item, note, columns) for item in view.items for note in contradictions(item.briefing)],
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def flag_lines(item: ItemView, index: int, columns: int) -> str:
    """A flag: English against source, then where it stands and why."""
    finding = item.briefing.findings[index]
    where, why = f"item {item.number}, {place_label(finding.place)}", clean_line(finding.why)
    against = wrap(contrast(finding), columns, first=f"{SIGNS[finding.verdict]}  ", rest=HANG)
    return f"{against}\n{wrap(f'{where}: {why}' if why else where, columns, first=HANG, rest=HANG)}"


def note_line(item: ItemView, note: str, columns: int) -> str:
    """Where the source contradicts itself: no fault of the English, and worth knowing before anyone acts on it."""
    sign = SIGNS[Verdict.NOTED].mark
    return wrap(f"item {item.number}: {note}", columns, first=f"{sign}  ", rest=HANG)


def trouble_lines(trouble: Trouble, columns: int) -> str:
    """What failed or was held, and what to do about it."""
    lines = [wrap(f"{trouble.title}: {trouble.message}", columns, first=f"{trouble.sign}  ", rest=HANG)]
    if trouble.advice:
        lines.append(wrap(trouble.advice, columns, first=HANG, rest=HANG))
    return "\n".join(lines)
