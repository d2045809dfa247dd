"""Fail closed: what still fails its check is taken out.

In the place of a figure stand the source's own words.
"""

from collections.abc import Iterator
from dataclasses import replace

from assistant.notices import write_withheld
from assistant.records import Check, Draft, Field, Finding, Item, Place, Repair, Verdict
from assistant.repairing.faults import read_text, replace_text
from assistant.repairing.naming import name_sources

WRONG = (Verdict.CONTRADICTED, Verdict.UNSUPPORTED)
ENGLISH = (Field.HEADLINE, Field.SUMMARY, Field.CLAIM, Field.TRANSLATION)


def withhold_figures(item: Item, draft: Draft, findings: tuple[Finding, ...]) -> tuple[Draft, tuple[Repair, ...]]:
    """The draft without its wrong figures, and what was taken out.

    ``US$85 billion`` becomes ``[figure withheld: source 85億美元]``. Every other character stays as it is.
    """
    repairs: list[Repair] = []
    for place, wrong in _wrong_figures(findings):
        before = read_text(draft, place)
        beside = [f for f in findings if f.place == place]
        after = _take_out(before, name_sources(item, draft, _name_left_out(wrong, beside), beside))
        draft = replace_text(draft, place, after)
        repairs.append(Repair(place, before, after, "; ".join(f"{f.english}: {f.why or f.verdict}" for f in wrong)))
    return draft, tuple(repairs)


def _wrong_figures(findings: tuple[Finding, ...]) -> Iterator[tuple[Place, list[Finding]]]:
    by_place: dict[Place, list[Finding]] = {}
    for finding in findings:
        if (
            finding.check is Check.FIGURE
            and finding.verdict in WRONG
            and finding.span
            and finding.place.field in ENGLISH
        ):
            by_place.setdefault(finding.place, []).append(finding)
    yield from by_place.items()


def _name_left_out(wrong: list[Finding], beside: list[Finding]) -> list[Finding]:
    """The wrong figures of a place, where one alone has no words of the source that are its own, with those left out.

    Words on which another figure of the text rests are not its own; told in its place they would be another's.
    """
    told = {f.source_span for f in beside if f.check is Check.FIGURE and f.verdict is Verdict.SUPPORTED}
    lost = [f for f in wrong if not f.source or f.source_span in told]
    left = [f for f in beside if f.check is Check.FIGURE and f.verdict is Verdict.OMITTED]
    if len(lost) != 1 or len(left) != 1:
        return wrong
    return [replace(f, source=left[0].source, source_span=left[0].source_span) if f is lost[0] else f for f in wrong]


def _take_out(text: str, wrong: list[Finding]) -> str:
    """From the end to the beginning, so that earlier spans still count."""
    end = len(text)
    for finding in sorted(wrong, key=lambda f: f.span or (0, 0), reverse=True):
        if finding.span and finding.span.end <= end:
            text = text[: finding.span.start] + write_withheld(finding.source) + text[finding.span.end :]
            end = finding.span.start
    return text
