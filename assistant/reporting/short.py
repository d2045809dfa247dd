"""The short result that ``briefing run`` prints: counts, cost, each flag, then what failed or was held."""

from collections.abc import Iterable, Iterator, Sequence

from assistant.records import Report
from assistant.reporting.paragraphs import COLUMNS, wrap
from assistant.reporting.view import ItemView
from assistant.reporting.whole import Trouble, format_counts, view_report
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
        [trouble_lines(group, columns) for group in group_troubles(view.troubles)],
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def flag_lines(item: ItemView, index: int, columns: int) -> str:
    """A flag: English against source, then where it stands and why."""
    finding = item.briefing.findings[index]
    where, why = f"item {item.number}, {place_label(finding.place)}", clean_line(finding.why)
    against = wrap(contrast(finding), columns, first=f"{SIGNS[finding.verdict]}  ", rest=HANG)
    return f"{against}\n{wrap(f'{where}: {why}' if why else where, columns, first=HANG, rest=HANG)}"


def group_troubles(troubles: Iterable[Trouble]) -> list[tuple[Trouble, ...]]:
    """Items that failed for the same reason together: a server that is down is said once, not for each item."""
    groups: dict[tuple[object, ...], list[Trouble]] = {}
    for number, trouble in enumerate(troubles):
        same = (trouble.sign, trouble.message, trouble.advice) if trouble.item else (number,)
        groups.setdefault(same, []).append(trouble)
    return [tuple(group) for group in groups.values()]


def trouble_lines(group: Sequence[Trouble], columns: int) -> str:
    """What failed or was held, and what to do about it."""
    first = group[0]
    lines = [wrap(f"{_subject(group)}: {first.message}", columns, first=f"{first.sign}  ", rest=HANG)]
    if first.advice:
        lines.append(wrap(first.advice, columns, first=HANG, rest=HANG))
    return "\n".join(lines)


def _subject(group: Sequence[Trouble]) -> str:
    first = group[0]
    if len(group) > 1:
        return "items " + ", ".join(_ranges([trouble.item or 0 for trouble in group]))
    return f"item {first.item}, {first.subject}" if first.item else first.subject


def _ranges(numbers: Sequence[int]) -> Iterator[str]:
    """``1-4, 7`` for rising numbers."""
    start = last = numbers[0]
    for number in (*numbers[1:], 0):
        if number != last + 1:
            yield f"{start}-{last}" if last > start else str(start)
            start = number
        last = number
