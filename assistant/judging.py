"""What the user thinks of a finding, and what that makes of a briefing: one rule for pages, lists and reports.

A false alarm is no flag any more: it is not counted, and `n` does not lead there first. It stays where it stands, with
its own sign, both sides and what the user said of it. What is seen stays a flag, and says so. What the checks found is
kept as it is: a mark can be taken back, and a result as JSON holds what the checks say.
"""

import json
from collections.abc import Mapping

from assistant.records.briefing import Briefing
from assistant.records.finding import Finding, Verdict
from assistant.records.record import change, record

SEEN, FALSE_ALARM = "seen", "false alarm"


@record
class Review:
    """One finding as the user judged it."""

    briefing: str
    finding: str
    """JSON of what names the finding: check, verdict, place, English, source."""
    verdict: str
    note: str
    at: str


def name_finding(finding: Finding) -> str:
    """What names a finding over runs, as canonical JSON."""
    parts = {
        "check": finding.check,
        "verdict": str(finding.verdict),
        "field": str(finding.place.field),
        "index": finding.place.index,
        "english": finding.english,
        "source": finding.source,
    }
    return json.dumps(parts, ensure_ascii=False, sort_keys=True)


def judge(briefing: Briefing, reviews: Mapping[str, Review]) -> Briefing:
    """The briefing as the user judged it; ``reviews`` by ``name_finding``. Its findings stay in their places."""
    if not reviews:
        return briefing
    findings = tuple(_judge(each, reviews.get(name_finding(each))) for each in briefing.findings)
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
