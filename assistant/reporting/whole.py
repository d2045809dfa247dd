"""What every format shows of a report as a whole: title, counts, flags first, what is missing, method."""

from collections import Counter
from dataclasses import dataclass, field, replace

from assistant.inert import clean_line
from assistant.records import Check, Report, Status, Verdict
from assistant.reporting.ahead import Ahead
from assistant.reporting.conflicts import ConflictView, group_by_item, view_conflicts
from assistant.reporting.copies import find_copies
from assistant.reporting.edition import (
    EditionView,
    Pointer,
    Section,
    find_company,
    view_edition,
    view_sections,
)
from assistant.reporting.troubles import Trouble, list_troubles
from assistant.reporting.view import ItemView, view_item
from assistant.reporting.wording import FLAGGED, SIGNS, format_cost, format_instant, plural


@dataclass(frozen=True, slots=True)
class Counts:
    """The report in numbers. Figures are English figures held against the source."""

    items: int = 0
    briefed: int = 0
    source_only: int = 0
    failed: int = 0
    held: int = 0
    figures: int = 0
    verified: int = 0
    derived: int = 0
    flags: int = 0
    source_figures: int = 0
    """Figures of the source rendered in English in items without a translation."""
    withheld: int = 0
    """Of the flags: figures taken out of the English."""
    mended: int = 0
    """Texts that failed a check and were asked for again, or had figures taken out."""
    dumps: int = 0


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report as it is shown."""

    report: Report
    title: str
    created: str
    counts: Counts
    items: tuple[ItemView, ...]
    flags: tuple[tuple[ItemView, int], ...]
    """All flags of the report, the gravest first: item, and index into ``Briefing.findings``."""
    troubles: tuple[Trouble, ...]
    notices: tuple[str, ...]
    method: tuple[str, ...]
    """The method line, sentence by sentence."""
    sections: tuple[Section, ...]
    """All items, under headings where it is the report of a day."""
    edition: EditionView | None
    company: dict[int, tuple[Pointer, ...]]
    """Number of an item -> the other sources of its story."""
    conflicts: tuple[ConflictView, ...] = ()
    """Where the items of one story give different figures."""
    conflicts_of: dict[int, tuple[ConflictView, ...]] = field(default_factory=dict)
    """Number of an item -> the conflicts that it is in."""
    copies: dict[int, int] = field(default_factory=dict)
    """Number of an item -> the earlier one that reads the same, and is printed in its place."""
    ahead: Ahead = field(default_factory=Ahead, compare=False)
    """What is written of its items already; a view that is renewed has it still."""


def view_report(report: Report | ReportView) -> ReportView:
    """Everything a format needs to know of ``report``; what was made for one format serves the others as well."""
    if isinstance(report, ReportView):
        return report
    items = tuple(view_item(briefing, number=n) for n, briefing in enumerate(report.briefings, start=1))
    flags = [(item, i) for item in items for i in item.flags]
    counts = count_report(report)
    title = clean_line(report.title) or "Briefing"
    conflicts = view_conflicts(report, items)
    conflicts_of = group_by_item(conflicts)
    return ReportView(
        report=report,
        title=title if report.is_whole else f"INCOMPLETE: {title}",
        created=format_instant(report.created),
        counts=counts,
        items=items,
        flags=tuple(sorted(flags, key=lambda flag: SIGNS[flag[0].briefing.findings[flag[1]].verdict].rank)),
        troubles=list_troubles(report, items),
        notices=tuple(clean_line(notice) for notice in report.notices),
        method=describe_method(report, counts),
        sections=view_sections(report, items),
        edition=view_edition(report, items, conflicts_of),
        company=find_company(report, items),
        conflicts=conflicts,
        conflicts_of=conflicts_of,
        copies=find_copies(items),
    )


def renew_view(view: ReportView, report: Report) -> ReportView:
    """The view of ``report``, which differs from the one of ``view`` by its lines at a glance and its cost alone."""
    edition = view_edition(report, view.items, view.conflicts_of)
    return replace(view, report=report, method=describe_method(report, view.counts), edition=edition)


def format_counts(report: Report | ReportView) -> str:
    """The result in one line: "5 items · 14 figures checked · 12 verified · 3 flags: 2 figures, 1 name"."""
    return " · ".join(list_counts(report))


def list_counts(report: Report | ReportView) -> list[str]:
    """What is worth counting, in words."""
    counts, report = (
        (report.counts, report.report) if isinstance(report, ReportView) else (count_report(report), report)
    )
    parts = [*([plural(counts.dumps, "dump")] if counts.dumps > 1 else []), plural(counts.items, "item")]
    if counts.figures or counts.briefed:
        parts += [f"{plural(counts.figures, 'figure')} checked", f"{counts.verified:,} verified"]
    if counts.derived:
        parts.append(f"{counts.derived:,} derived")
    if counts.flags or counts.briefed:
        parts.append(_count_flags(report, counts) if counts.flags else "no flags")
    dismissed = sum(f.verdict is Verdict.DISMISSED for b in report.briefings for f in b.findings)
    parts += [f"{plural(dismissed, 'false alarm')} (marked by the reader)"] if dismissed else []
    if counts.source_figures:
        parts.append(f"{plural(counts.source_figures, 'figure')} of the source in English")
    rest = ((counts.source_only, "not translated"), (counts.failed, "failed"), (counts.held, "held"))
    return parts + [f"{count:,} {word}" for count, word in rest if count]


def _count_flags(report: Report, counts: Counts) -> str:
    """The flags and what they are about: figures may all be verified, and names flagged."""
    found = Counter(finding.check for b in report.briefings for finding in b.flags)
    about = [f"{found[check]:,} {words[found[check] > 1]}" for check, words in FLAGGED.items() if found[check]]
    others = sum(count for check, count in found.items() if check not in FLAGGED)
    about += [f"{others:,} other"] if others else []
    withheld = f" ({counts.withheld:,} withheld)" if counts.withheld else ""
    return f"{plural(counts.flags, 'flag')}: {', '.join(about)}{withheld}"


def count_report(report: Report) -> Counts:
    """The report in numbers."""
    statuses = [briefing.status for briefing in report.briefings]
    figures = [
        f for b in report.briefings for f in b.findings if f.check is Check.FIGURE and f.verdict is not Verdict.OMITTED
    ]
    untranslated = [b for b in report.briefings if b.status is not Status.BRIEFED]
    return Counts(
        items=len(statuses),
        briefed=statuses.count(Status.BRIEFED),
        source_only=statuses.count(Status.SOURCE_ONLY),
        failed=statuses.count(Status.FAILED),
        held=statuses.count(Status.HELD),
        figures=len(figures),
        verified=sum(f.verdict in (Verdict.SUPPORTED, Verdict.IDENTIFIER) for f in figures),
        derived=sum(f.verdict is Verdict.DERIVED for f in figures),
        flags=sum(len(b.flags) for b in report.briefings),
        source_figures=sum(len(b.figures) for b in untranslated),
        withheld=sum(f.verdict is Verdict.WITHHELD for b in report.briefings for f in b.findings),
        mended=sum(len(b.repairs) for b in report.briefings),
        dumps=len({b.dump_sha256 for b in report.briefings}),
    )


def describe_method(report: Report, counts: Counts) -> tuple[str, ...]:
    """How the report came about: model, prompts, dumps, checks; that an AI wrote the English is said."""
    dumps = dict.fromkeys((clean_line(b.dump_name), b.dump_sha256[:12]) for b in report.briefings)
    lines = []
    if counts.briefed or counts.held:
        lines.append(f"Translations, summaries and claims were written by an AI model: {clean_line(report.model)}.")
        lines.append(
            f"Every figure was held against the source by a program, without a model: {format_counts(report)}."
        )
    else:
        lines.append("No AI model wrote any of this; the figures were read from the source by a program.")
    if counts.mended:
        lines.append(
            "Mended after a check (asked for again, a figure taken out, an original or a mark put in):"
            f" {plural(counts.mended, 'text')}."
        )
    if report.prompts:
        prompts = (f"{clean_line(p.name)} v{p.version} (sha256 {p.sha256[:12]})" for p in report.prompts)
        lines.append(f"Prompts: {', '.join(prompts)}.")
    lines.append(f"Sources: {', '.join(f'{name} (sha256 {sha})' for name, sha in dumps) or 'none'}.")
    rests_on = " that this report rests on" if report.edition else ""  # its runs may have made more of them
    lines.append(f"Model calls{rests_on}: {format_cost(report.spending)}.")
    if report.run:
        lines.append(f"Run {clean_line(report.run)}.")
    return tuple(lines)
