"""One line a fault: several checks may see the same wrong name, and an editor wants to read of it once."""

from collections.abc import Iterable

from assistant.glossary import squeeze
from assistant.records import Check, Field, Finding, Place, Verdict

TEXTS = (Field.HEADLINE, Field.SUMMARY, Field.CLAIM, Field.TRANSLATION)

BLOCK = 64
"""Characters of a text whose flags are held against one another."""


def say_once(findings: Iterable[Finding]) -> list[Finding]:
    """The findings, but of several flags about one name in one text the one that shows most, and no praise of it."""
    kept: list[Finding] = []
    named = _Named()
    for finding in findings:
        same = next((at for at in named.near(finding) if _is_same(finding, kept[at])), None)
        if same is None or (finding.source_span and not kept[same].source_span):
            named.add(finding, len(kept) if same is None else same)
        if same is None:
            kept.append(finding)
        elif finding.source_span and not kept[same].source_span:
            kept[same] = finding
    flagged = {_name_of(finding) for finding in kept if finding.verdict.is_flag}
    return [f for f in kept if f.verdict is not Verdict.SUPPORTED or _name_of(f) not in flagged]


class _Named:
    """Which of the kept flags may be of one name with another, so that each is not held against all of a long text."""

    def __init__(self) -> None:
        self._in_text: dict[Place, list[int]] = {}
        self._bare: dict[Place, list[int]] = {}
        """Those that mark no words: they may be of any name there."""
        self._at: dict[tuple[Place, int], list[int]] = {}

    def add(self, finding: Finding, number: int) -> None:
        """Remember the flag of a name that is kept under ``number``."""
        if not _is_of_name(finding):
            return
        self._in_text.setdefault(finding.place, []).append(number)
        if finding.span is None:
            self._bare.setdefault(finding.place, []).append(number)
        for block in _list_blocks(finding):
            self._at.setdefault((finding.place, block), []).append(number)

    def near(self, finding: Finding) -> list[int]:
        """The numbers of those that may be of the same name, the first first."""
        if not _is_of_name(finding):
            return []
        if finding.span is None:
            return sorted(set(self._in_text.get(finding.place, ())))
        found = set(self._bare.get(finding.place, ()))
        return sorted(found.union(*(self._at.get((finding.place, block), ()) for block in _list_blocks(finding))))


def _list_blocks(finding: Finding) -> range:
    """The stretches of a text in which the marked words lie."""
    span = finding.span
    return range(span.start // BLOCK, span.end // BLOCK + 1) if span else range(0)


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
