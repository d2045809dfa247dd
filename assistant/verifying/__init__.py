"""A written result is checked again: by anyone, on any machine, with no model and no network.

Everything that the checks once said is worked out anew from the item and the draft, and must be what the file says. An
edited figure, quotation or verdict shows as a difference; with the source at hand, an edited item does as well.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields

from assistant.checking import check_draft, check_source, render_figures
from assistant.checking.lines import find_problem
from assistant.conflicts import find_conflicts
from assistant.errors import InternalError, TooManyFiguresError
from assistant.records import Briefing, Dump, Finding, Place, RenderedFigure, Report, Span
from assistant.reporting.result import Result, find_edit
from assistant.reporting.seals import make_seals
from assistant.verifying.keys import find_strange_keys
from assistant.verifying.shape import find_misfits

CHANGES_OF_AN_EDIT = 2
"""Fields; findings that differ in more are two, and not one that was edited."""
BROKEN = "its SHA-256 is not the one that the file gives"


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that is not as the checks find it."""

    briefing: str
    where: str
    """``claim 2``, ``sentence 5``, ``source``."""
    message: str


def verify_report(report: Report, *, dumps: Iterable[Dump] = ()) -> Iterator[Difference]:
    """Every difference, in the order of the report; none for a result as it was written.

    Args:
        report: the result as read back.
        dumps: sources, for comparing the items with them; a briefing whose dump is not among them is verified alone,
            but they must hold that of one.
    """
    sources = {dump.sha256: dump for dump in dumps}
    given = {dump.name for dump in sources.values()}
    is_held = any(briefing.dump_sha256 in sources for briefing in report.briefings)
    for briefing in report.briefings:
        misfits = [Difference(briefing.id, *misfit) for misfit in find_misfits(briefing)]
        yield from misfits
        dump = sources.get(briefing.dump_sha256)
        is_strange = bool(sources) and not dump and (not is_held or briefing.dump_name in given)
        yield from _verify_item(briefing, dump, is_strange=is_strange)
        if not misfits:
            yield from _verify_figures(briefing)
            yield from _verify_findings(briefing)
    yield from _verify_conflicts(report)
    yield from _verify_glance(report)


def verify_result(result: Result, *, dumps: Iterable[Dump] = ()) -> Iterator[Difference]:
    """Every difference of the report, then those of its envelope; an edit that no check finds breaks a seal."""
    named: set[str] = set()
    for difference in verify_report(result.report, dumps=dumps):
        named.add(difference.briefing)
        yield difference
    if edited := find_edit(result):
        yield Difference("report", "summary", edited)
    for seal, made in zip(result.seals, make_seals(result.report), strict=False):
        number, _, part = made.part.partition(" ")
        briefing = result.report.briefings[int(number) - 1].id if part else "report"
        if seal != made and briefing not in named:
            yield Difference(briefing, part or "the whole", f"changed since it was written: {BROKEN}")
    if result.seals and len(result.seals) != len(make_seals(result.report)):
        yield Difference("report", "seals", "there are not as many as parts")


def are_seals_whole(result: Result) -> bool:
    """Whether every seal is that of its part: then the file is as some version of the program wrote and sealed it."""
    return bool(result.seals) and result.seals == make_seals(result.report)


def verify_keys(text: str | bytes, result: Result) -> Iterator[Difference]:
    """Every key of a result's ``text`` that no check sees: one that no result has, or one of several by one name."""
    for strange in find_strange_keys(text, result):
        yield Difference("result", strange.path, strange.what)


def _verify_conflicts(report: Report) -> Iterator[Difference]:
    """Where the items of a story disagree is worked out anew from the stories that the report names."""
    known = range(len(report.briefings))
    anew = find_conflicts(report.briefings, [[n for n in story.items if n in known] for story in report.stories])
    for says, conflicts, others in (
        ("does not list", anew, report.conflicts),
        ("lists, and the check does not find,", report.conflicts, anew),
    ):
        for conflict in conflicts:
            if conflict not in others:
                told = " and ".join(version.english for version in conflict.versions)
                yield Difference("report", "conflicts", f"the file {says} a conflict of {told}")


def _verify_glance(report: Report) -> Iterator[Difference]:
    """Each sentence of the day at a glance must be carried by the items that it cites."""
    for number, line in enumerate(report.edition.glance if report.edition else (), start=1):
        cited = [report.briefings[index] for index in line.items if 0 <= index < len(report.briefings)]
        missing = "" if cited and len(cited) == len(line.items) else "it cites no item of the report"
        if problem := missing or find_problem(line.english, cited):
            yield Difference("report", f"at a glance {number}", f"«{line.english}»: {problem}")


def _verify_item(briefing: Briefing, dump: Dump | None, *, is_strange: bool) -> Iterator[Difference]:
    item = briefing.item
    whole = "".join(segment.text for segment in item.segments)
    if whole != item.text:
        at = _first_difference(whole, item.text)
        message = f"the sentences have «{_around(whole, at)}» where the item's text has «{_around(item.text, at)}»"
        yield Difference(briefing.id, "source", message)
    if dump and dump.text[item.span.start : item.span.end] != item.text:
        at = _first_difference(item.text, item.span.of(dump.text))
        yield Difference(
            briefing.id,
            "source",
            f"the file has «{_around(item.text, at)}» where the source has «{_around(item.span.of(dump.text), at)}»",
        )
    if is_strange:
        yield Difference(briefing.id, "source", f"{briefing.dump_name} is not the source given: its hash differs")


def _broke_off(briefing: Briefing) -> bool:
    """Whether the program failed on the item before it was checked: only the seal tells that nothing was taken out."""
    return briefing.failure is not None and briefing.failure.kind in (InternalError.kind, TooManyFiguresError.kind)


def _verify_figures(briefing: Briefing) -> Iterator[Difference]:
    if _broke_off(briefing) and not briefing.figures:
        return
    anew = render_figures(briefing.item)
    for written, found in zip(briefing.figures, anew, strict=False):
        if written != found:
            message = f"the file reads {_tell_figure(written)}, the check {_tell_figure(found)}"
            yield Difference(briefing.id, "figures of the source", message)
            return
    if len(briefing.figures) != len(anew):
        message = f"the file lists {len(briefing.figures)} figures, the source has {len(anew)}"
        yield Difference(briefing.id, "figures of the source", message)


def _tell_figure(figure: RenderedFigure) -> str:
    return f"{figure.surface} (at {figure.span.start}-{figure.span.end}) as {figure.english}"


def _verify_findings(briefing: Briefing) -> Iterator[Difference]:
    draft, item = briefing.draft, briefing.item
    if _broke_off(briefing) and not draft and not briefing.findings:
        return
    anew = check_draft(item, draft, briefing.terms) if draft else check_source(item)
    written, found = set(briefing.findings), set(anew)
    lost = [finding for finding in anew if finding not in written]
    new = [finding for finding in briefing.findings if finding not in found]
    for finding in lost:
        edited = min(new, key=lambda other: len(_list_changes(other, finding)), default=None)
        changes = _list_changes(edited, finding) if edited else []
        if edited and len(changes) <= CHANGES_OF_AN_EDIT:
            new.remove(edited)
            yield Difference(briefing.id, _where(finding), f"{_describe(finding)}; the file has {', '.join(changes)}")
        else:
            yield Difference(briefing.id, _where(finding), _describe(finding))
    for finding in new:
        message = f"the file says {finding.verdict} of «{finding.english}», which the check does not find"
        yield Difference(briefing.id, _where(finding), message)


def _list_changes(written: Finding, found: Finding) -> list[str]:
    """How a finding of the file differs from that of the check: "source_span 4-10 instead of 4-9"."""
    pairs = ((each.name, getattr(written, each.name), getattr(found, each.name)) for each in fields(Finding))
    return [f"{name} {_say(one)} instead of {_say(other)}" for name, one, other in pairs if one != other]


def _say(value: object) -> str:
    if isinstance(value, Span):
        return f"{value.start}-{value.end}"
    return f"{value.field} {value.index}" if isinstance(value, Place) else f"«{value}»" if value else "none"


def _where(finding: Finding) -> str:
    field, index = finding.place.field, finding.place.index
    return f"{field} {index + 1}" if index or field in ("claim", "translation", "name") else str(field)


def _describe(finding: Finding) -> str:
    reason = f": {finding.why}" if finding.why else ""
    return f"{finding.check} «{finding.english or finding.source.strip()}» is {finding.verdict}{reason}"


def _first_difference(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def _around(text: str, place: int) -> str:
    return " ".join(text[max(0, place - 8) : place + 8].split())
