"""The short result that ``briefing run`` prints: counts, cost, each flag, then what failed or was held."""

from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from dataclasses import replace

from assistant.inert import clean_line
from assistant.records import Problem, Report, Verdict
from assistant.reporting.conflicts import ConflictView
from assistant.reporting.flags import Flag, fold_flags, list_flags
from assistant.reporting.numbers import name_numbers
from assistant.reporting.paragraphs import COLUMNS, wrap
from assistant.reporting.troubles import Trouble, list_troubles
from assistant.reporting.view import ItemView, contradictions
from assistant.reporting.whole import ReportView, format_counts, view_report
from assistant.reporting.wording import SIGNS, STATUS_SIGNS, contrast, format_cost, name_outlet

HANG = "   "
NOTICE = "! "
UNBROKEN = 1_000_000
"""Columns of a result that is kept, to be broken where it is shown: how wide a terminal will be is not known."""
LEADS = ("", "!", "=", "≠", "·", *dict.fromkeys(sign.mark for sign in (*SIGNS.values(), *STATUS_SIGNS.values())))
"""What stands before an entry."""
DAMAGE = {
    "wrong": "wrong characters",
    "missing": "missing characters",
    "cut": "text that breaks off",
    "residue": "link text left in",
    "clock": "contradictory dates",
}
"""Kinds of damage, and what does not fit of an item's dates, in words."""
OF_A_DAY = 20
"""Entries of one kind that are told of a day, whose report stands in files: cron mails what is printed."""
STORIES_SHOWN = 6
"""The same page read twice has twenty such stories: the whole report names them all."""


def render_short(report: Report | ReportView, *, columns: int = COLUMNS) -> str:
    """The result of a run for a terminal that is ``columns`` cells wide; ends with a line break."""
    view = view_report(report)
    notices = [wrap(notice, columns, first=NOTICE, rest=" " * len(NOTICE)) for notice in view.notices]
    return _join([_head(view, columns), notices, *_list_blocks(view, view.items, view.troubles, columns)])


def fit_short(text: str, columns: int) -> str:
    """What ``render_short`` or ``render_news`` gave for ``UNBROKEN`` columns, in lines of ``columns`` cells."""
    return "".join(f"{_break(line, columns)}\n" for line in text.splitlines())


def _break(line: str, columns: int) -> str:
    """An entry is set in below its sign, as it would have been; a title is not."""
    lead = next((lead for lead in (line[: len(HANG)], line[:2]) if lead.rstrip() in LEADS and lead.endswith(" ")), "")
    rest = (HANG if lead != NOTICE else " " * len(NOTICE)) if lead else ""
    return wrap(line[len(lead) :], columns, first=lead, rest=rest)


def render_news(
    report: Report | ReportView, made: Container[str], told: Container[Problem], *, columns: int = COLUMNS
) -> str:
    """The same of a report that grew: its counts, and of all else what is about the briefings that are new.

    Args:
        report: the whole.
        made: the ids of the briefings that are new.
        told: problems that were told before.
        columns: the cells of a line.
    """
    view = view_report(report)
    items = [item for item in view.items if item.briefing.id in made]
    problems = tuple(problem for problem in view.report.problems if problem not in told)
    troubles = list_troubles(replace(view.report, problems=problems), items)
    return _join([_head(view, columns), *_list_blocks(view, items, troubles, columns)])


def _head(view: ReportView, columns: int) -> list[str]:
    cost = format_cost(view.report.spending, view.report.model)
    if view.report.edition and view.report.spending.calls:
        cost = f"it rests on {cost}"  # the run says itself what it asked: more, where answers failed or were replaced
    return [wrap(view.title, columns), wrap(f"{format_counts(view)} · {cost}", columns)]


def _list_blocks(
    view: ReportView, items: Sequence[ItemView], troubles: Iterable[Trouble], columns: int
) -> Iterator[list[str]]:
    """What there is to tell of these items, block by block, the gravest first."""
    numbers = {item.number for item in items}
    flags = [(item, i) for item, i in view.flags if item.number in numbers]
    if view.edition is None:
        yield list(list_flag_lines(flags, columns))
    else:
        yield _shorten((flag_lines(flag, columns) for flag in fold_flags(flags)), "flags", view, columns)
    yield [trouble_lines(trouble, columns) for trouble in troubles]
    notes = (note_line(item, note, columns) for item in items for note in contradictions(item.briefing))
    yield _shorten(notes, "notes", view, columns)
    yield list(_damage_line(items, columns))
    conflicts = (d for d in view.conflicts if any(version.item in numbers for version in d.versions))
    yield _shorten((conflict_lines(conflict, columns) for conflict in conflicts), "conflicts", view, columns)
    yield list(_story_lines(view, numbers, columns))


def _shorten(entries: Iterable[str], what: str, view: ReportView, columns: int) -> list[str]:
    told = list(entries)
    more = len(told) - OF_A_DAY
    if view.edition is None or more <= 0:
        return told
    return [*told[:OF_A_DAY], wrap(f"and {more:,} more {what}: the report has all", columns, first=HANG, rest=HANG)]


def _join(blocks: Iterable[Sequence[str]]) -> str:
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _damage_line(items: Iterable[ItemView], columns: int) -> Iterator[str]:
    """What the sources lost or garbled, by kind, and in which items; the notes themselves stand with the items."""
    where: dict[str, list[int]] = {kind: [] for kind in DAMAGE}
    for item in items:
        source = item.briefing.item
        for kind in {*(damage.kind for damage in source.damage), *(["clock"] if source.clock.notes else [])}:
            where.setdefault(kind, []).append(item.number)
    told = [f"{DAMAGE.get(kind, kind)} ({name_numbers('item', found)})" for kind, found in where.items() if found]
    if told:
        yield wrap(
            f"noted of the source: {', '.join(told)}", columns, first=f"{SIGNS[Verdict.NOTED].mark}  ", rest=HANG
        )


def _story_lines(view: ReportView, numbers: Collection[int], columns: int) -> Iterator[str]:
    """The stories that several items tell, one of these among them: read one, know of the others."""
    stories = [
        (n, company)
        for n, company in view.company.items()
        if company[0].items[0] > n and not {n, *(each for p in company for each in p.items)}.isdisjoint(numbers)
    ]
    for number, company in stories[:STORIES_SHOWN]:
        told: dict[str, list[int]] = {name_outlet(view.items[number - 1].briefing): [number]}
        for pointer in company:
            told.setdefault(pointer.text, []).extend(pointer.items)
        sources = ", ".join(f"{name} ({name_numbers('item', items)})" for name, items in told.items())
        yield wrap(f"one story: {sources}", columns, first="=  ", rest=HANG)
    if stories[STORIES_SHOWN:]:
        yield wrap(f"and {len(stories) - STORIES_SHOWN:,} more told more than once", columns, first="=  ", rest=HANG)


def flag_lines(flag: Flag, columns: int) -> str:
    """A flag: English against source, then where it stands and why."""
    finding, why = flag.finding, clean_line(flag.finding.why)
    against = wrap(contrast(finding), columns, first=f"{SIGNS[finding.verdict]}  ", rest=HANG)
    told = wrap(f"{flag.where}: {why}" if why else flag.where, columns, first=HANG, rest=HANG)
    return f"{against}\n{told}"


def list_flag_lines(flags: Iterable[tuple[ItemView, int]], columns: int) -> Iterator[str]:
    """All flags that are listed one by one, and where the rest of each kind stands."""
    listed = list_flags(flags)
    yield from (flag_lines(flag, columns) for flag in listed.flags)
    for rest in listed.rests:
        yield wrap(f"{rest.about}: {rest.where}", columns, first=f"{SIGNS[rest.verdict]}  ", rest=HANG)


def conflict_lines(conflict: ConflictView, columns: int) -> str:
    """Figures on which the sources of one story do not agree, each with its outlet, time and words."""
    lines = [wrap(f"conflict  {conflict.title}", columns, first="≠  ", rest=HANG)]
    about = conflict.about
    told = [f"“{about.sentence}” [item {about.item}]"] if about else []
    told += [
        f"{figure.text}: {'; '.join(f'item {t.item}, {t.source}' for t in figure.versions)}"
        for figure in conflict.figures
    ]
    lines += [wrap(line, columns, first=HANG, rest=HANG) for line in told]
    return "\n".join(lines)


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
