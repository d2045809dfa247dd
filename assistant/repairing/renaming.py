"""A pair of names follows the texts: once these are mended, the draft's list and its attributions say the same."""

from dataclasses import replace

from assistant.glossary import squeeze
from assistant.records import Attribution, Draft, Field, Finding, Repair

WHY = "the texts were mended, and write it so"


def follow_texts(draft: Draft, findings: tuple[Finding, ...]) -> tuple[Draft, tuple[Repair, ...]]:
    """The draft with the expected spelling in each misspelt pair that no text uses any more, and what was changed."""
    texts = " ".join(draft.texts)
    repairs: list[Repair] = []
    for finding in findings:
        wrong, right = finding.english, finding.expected
        is_misspelt = finding.place.field is Field.NAME and finding.verdict.is_flag and right and wrong
        if is_misspelt and not _holds(texts, wrong) and _holds(texts, right):
            draft = _rename(draft, finding.place.index, wrong, right)
            repairs.append(Repair(finding.place, wrong, right, WHY))
    return draft, tuple(repairs)


def _holds(texts: str, name: str) -> bool:
    return squeeze(name) in squeeze(texts)


def _rename(draft: Draft, index: int, wrong: str, right: str) -> Draft:
    names = (*draft.names[:index], replace(draft.names[index], english=right), *draft.names[index + 1 :])
    claims = tuple(replace(c, attribution=_credit(c.attribution, wrong, right)) for c in draft.claims)
    return replace(draft, names=names, claims=claims)


def _credit(attribution: Attribution, wrong: str, right: str) -> Attribution:
    medium, speaker = (right if who == wrong else who for who in (attribution.medium, attribution.speaker))
    return replace(attribution, medium=medium, speaker=speaker)
