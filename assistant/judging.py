"""What the user thinks of a finding, and what that makes of a briefing: one rule for pages, lists and reports.

A false alarm is no flag any more: it is not counted, and `n` does not lead there first. It stays where it stands, with
its own sign, both sides and what the user said of it. What is seen stays a flag, and says so. What the checks found is
kept as it is: a mark can be taken back, and a result as JSON holds what the checks say.
"""

import json
from collections.abc import Mapping, Sequence

from assistant.records.briefing import Briefing
from assistant.records.finding import Finding, Verdict
from assistant.records.record import change, record

SEEN, FALSE_ALARM = "seen", "false alarm"


@record
class Review:
    """One finding as the user judged it."""

    briefing: str
    finding: str
    """JSON of what names the finding: check, verdict, place, English, source, and which of several equal ones it is."""
    verdict: str
    note: str
    at: str


def name_findings(findings: Sequence[Finding]) -> tuple[str, ...]:
    """What names each of the findings of one briefing over runs; of those that are alike only one bears a name."""
    alike: dict[str, int] = {}
    names = []
    for finding in findings:
        name = _name(finding, 0)
        before = alike.get(name, 0)
        alike[name] = before + 1
        names.append(_name(finding, before) if before else name)
    return tuple(names)


def _name(finding: Finding, before: int) -> str:
    """Canonical JSON. ``before``: so many findings of the briefing that say the same stand before it.

    Where they stand in the text is no part of it: that moves with every word that a new run writes otherwise.
    """
    parts: dict[str, str | int] = {
        "check": finding.check,
        "verdict": str(finding.verdict),
        "field": str(finding.place.field),
        "index": finding.place.index,
        "english": finding.english,
        "source": finding.source,
    }
    if before:
        parts["nth"] = before + 1
    return json.dumps(parts, ensure_ascii=False, sort_keys=True)


def judge(briefing: Briefing, reviews: Mapping[str, Review]) -> Briefing:
    """The briefing as the user judged it; ``reviews`` by ``name_findings``. Its findings stay in their places."""
    if not reviews:
        return briefing
    named = zip(briefing.findings, name_findings(briefing.findings), strict=True)
    findings = tuple(_judge(each, reviews.get(name)) for each, name in named)
    return change(briefing, findings=findings)


def _judge(finding: Finding, review: Review | None) -> Finding:
    if review is None:
        return finding
    is_dismissed = review.verdict == FALSE_ALARM and finding.verdict.is_flag
    said = f"marked: {review.note}" if is_dismissed and review.note else "" if is_dismissed else _tell(review)
    return change(
        finding,
        verdict=Verdict.DISMISSED if is_dismissed else finding.verdict,
        why="; ".join(filter(None, (finding.why, said))),
    )


def _tell(review: Review) -> str:
    return f"marked as {review.verdict}" + (f": {review.note}" if review.note else "")
