"""What the program puts into the English itself, because rules can: a quotation's mark, a name's original script.

Both stand behind the words they belong to, and every other character stays as it is.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assistant.patterns import compile_late
from assistant.records import Check, Draft, Finding, Place, Repair, Verdict
from assistant.repairing.faults import read_text, replace_text

RETRANSLATED, TRANSLATED = "[retranslated]", "[translated]"
_OTHER_MARK = compile_late(r"\A ?\[[^\[\]]{0,40}\btranslated\b[^\[\]]{0,60}\]")


@dataclass(frozen=True, slots=True)
class _Insertion:
    """What is put into a text at a place of it, and why."""

    at: int
    words: str
    why: str


def mark_quotations(draft: Draft, findings: Iterable[Finding]) -> tuple[Draft, tuple[Repair, ...]]:
    """The draft with a mark after each quotation of words that were said in another language than English.

    ``[retranslated]`` where they reached us in a language that is not the speaker's own either, else ``[translated]``.
    A mark that says less is replaced. A quotation for which the source has no words at all, or other words in Latin
    letters, is not marked: it stays flagged.
    """
    marks = {Verdict.UNSUPPORTED: RETRANSLATED, Verdict.NOTED: TRANSLATED}
    by_place: dict[Place, list[_Insertion]] = {}
    for finding in findings:
        mark = marks.get(finding.verdict) if finding.check is Check.QUOTATION else None
        if mark and finding.span and finding.source:
            by_place.setdefault(finding.place, []).append(_Insertion(finding.span.end, mark, finding.why))
    return _insert(draft, by_place)


def add_originals(draft: Draft, findings: Iterable[Finding]) -> tuple[Draft, tuple[Repair, ...]]:
    """The draft with the original behind each first mention of a name that lacks it: ``Lin Po-chou (林柏舟)``."""
    by_place: dict[Place, list[_Insertion]] = {}
    for finding in findings:
        if finding.check is Check.NAME and finding.verdict is Verdict.NOTED and finding.span and finding.source:
            insertion = _Insertion(finding.span.end, f"({finding.source})", f"{finding.english}: {finding.why}")
            by_place.setdefault(finding.place, []).append(insertion)
    return _insert(draft, by_place)


def _insert(draft: Draft, by_place: Mapping[Place, list[_Insertion]]) -> tuple[Draft, tuple[Repair, ...]]:
    """From the end of each text to its beginning, so that earlier places still count; one insertion at a place."""
    repairs: list[Repair] = []
    for place, insertions in by_place.items():
        before = after = read_text(draft, place)
        for at, insertion in sorted({each.at: each for each in insertions}.items(), reverse=True):
            rest = _OTHER_MARK.sub("", after[at:], count=1) if insertion.words.startswith("[") else after[at:]
            after = f"{after[:at]} {insertion.words}{rest}"
        draft = replace_text(draft, place, after)
        repairs.append(Repair(place, before, after, "; ".join(dict.fromkeys(each.why for each in insertions))))
    return draft, tuple(repairs)
