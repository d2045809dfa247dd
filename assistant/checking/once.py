"""One line a fault: several checks may see the same wrong name, and an editor wants to read of it once."""

from collections.abc import Iterable

from assistant.glossary import squeeze
from assistant.records import Check, Field, Finding, Place, Verdict

TEXTS = (Field.HEADLINE, Field.SUMMARY, Field.CLAIM, Field.TRANSLATION)


def say_once(findings: Iterable[Finding]) -> list[Finding]:
    """The findings, but of several flags about one name in one text the one that shows most, and no praise of it."""
    kept: list[Finding] = []
    for finding in findings:
        same = next((at for at, other in enumerate(kept) if _is_same(finding, other)), None)
        if same is None:
            kept.append(finding)
        elif finding.source_span and not kept[same].source_span:
            kept[same] = finding
    flagged = {_name_of(finding) for finding in kept if finding.verdict.is_flag}
    return [f for f in kept if f.verdict is not Verdict.SUPPORTED or _name_of(f) not in flagged]


def _name_of(finding: Finding) -> tuple[Check, Place, str]:
    """What a flag and a confirmation have in common that are of one name: 鮑爾 stands there, and does not say it."""
    return finding.check, finding.place, finding.english


def _is_same(one: Finding, other: Finding) -> bool:
    """Whether two flags are about one name: in places that overlap, or of a claim and of the one it is credited to."""
    if one.place != other.place or not (_is_of_name(one) and _is_of_name(other)):
        return False
    if one.span and other.span:
        return one.span.overlaps(other.span)
    first, second = f" {squeeze(one.english)} ", f" {squeeze(other.english)} "
    return first in second or second in first


def _is_of_name(finding: Finding) -> bool:
    is_name = finding.check in (Check.NAME, Check.ATTRIBUTION) and bool(finding.english)
    return is_name and finding.verdict.is_flag and finding.place.field in TEXTS
