"""Fail closed: a figure that still fails its check is taken out, and the source's own words stand in its place."""

from collections.abc import Iterator

from assistant.notices import write_withheld
from assistant.records import Draft, Field, Finding, Place, Repair, Verdict
from assistant.repairing.faults import read_text, replace_text

WRONG = (Verdict.CONTRADICTED, Verdict.UNSUPPORTED)
ENGLISH = (Field.HEADLINE, Field.SUMMARY, Field.CLAIM, Field.TRANSLATION)


def withhold_figures(draft: Draft, findings: tuple[Finding, ...]) -> tuple[Draft, tuple[Repair, ...]]:
    """The draft without its wrong figures, and what was taken out.

    ``US$85 billion`` becomes ``[figure withheld: source 85億美元]``. Every other character stays as it is.
    """
    repairs: list[Repair] = []
    for place, wrong in _wrong_figures(findings):
        before = read_text(draft, place)
        after = _take_out(before, wrong)
        draft = replace_text(draft, place, after)
        repairs.append(Repair(place, before, after, "; ".join(f"{f.english}: {f.why or f.verdict}" for f in wrong)))
    return draft, tuple(repairs)


def _wrong_figures(findings: tuple[Finding, ...]) -> Iterator[tuple[Place, list[Finding]]]:
    by_place: dict[Place, list[Finding]] = {}
    for finding in findings:
        if finding.check == "figure" and finding.verdict in WRONG and finding.span and finding.place.field in ENGLISH:
            by_place.setdefault(finding.place, []).append(finding)
    yield from by_place.items()


def _take_out(text: str, wrong: list[Finding]) -> str:
    """From the end to the beginning, so that earlier spans still count."""
    end = len(text)
    for finding in sorted(wrong, key=lambda f: f.span or (0, 0), reverse=True):
        if finding.span and finding.span.end <= end:
            text = text[: finding.span.start] + write_withheld(finding.source) + text[finding.span.end :]
            end = finding.span.start
    return text
