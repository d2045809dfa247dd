"""The figures of a draft that its source bears out, by their place: what other checks go by."""

from collections.abc import Iterable

from assistant.records import Check, Finding, Place, Verdict


def group_borne(findings: Iterable[Finding]) -> dict[Place, list[Finding]]:
    """Place -> the supported figures that stand in its text, in the order of ``findings``."""
    found: dict[Place, list[Finding]] = {}
    for finding in findings:
        if finding.check is Check.FIGURE and finding.verdict is Verdict.SUPPORTED and finding.span:
            found.setdefault(finding.place, []).append(finding)
    return found
