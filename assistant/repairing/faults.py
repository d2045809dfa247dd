"""What can be repaired in a draft: its texts with the flags that lie on them, and the source they must keep to."""

from collections import defaultdict
from dataclasses import dataclass, replace

from assistant.records import Check, Claim, Draft, Field, Finding, Item, Place, Translation

REPAIRABLE = (Check.FIGURE, Check.QUOTE, Check.TRANSLATION, Check.NAME, Check.QUOTATION)
"""Checks whose flags a better text can answer."""
TEXTS = (Field.HEADLINE, Field.SUMMARY, Field.CLAIM, Field.TRANSLATION)
"""A pair of names is no text: what is wrong with it stays flagged."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One text of a draft with what is wrong with it."""

    place: Place
    english: str
    sentences: tuple[str, ...]
    """Of the source, that the text must keep to."""
    problems: tuple[str, ...]
    wants_quote: bool = False

    @property
    def id(self) -> str:
        """How a request calls it: ``claim-2``."""
        return f"{self.place.field}-{self.place.index}"


def find_faults(item: Item, draft: Draft, findings: tuple[Finding, ...]) -> tuple[Fault, ...]:
    """The faults of a draft, in the order of their findings."""
    flags: dict[Place, list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.verdict.is_flag and finding.check in REPAIRABLE and finding.place.field in TEXTS:
            flags[finding.place].append(finding)
    return tuple(
        Fault(
            place,
            read_text(draft, place),
            _sentences(item, draft, place),
            tuple(_describe(finding) for finding in found),
            wants_quote=any(finding.check is Check.QUOTE for finding in found),
        )
        for place, found in flags.items()
    )


def read_text(draft: Draft, place: Place) -> str:
    """The English that stands at a place of the draft."""
    match place.field:
        case Field.HEADLINE:
            return draft.headline
        case Field.SUMMARY:
            return draft.summary
        case Field.CLAIM:
            return draft.claims[place.index].english
        case Field.TRANSLATION:
            return draft.translation(place.index)
    return ""


def replace_text(draft: Draft, place: Place, english: str, *, quote: str = "") -> Draft:
    """The draft with another text at one place; every other text is the same object."""
    match place.field:
        case Field.HEADLINE:
            return replace(draft, headline=english)
        case Field.SUMMARY:
            return replace(draft, summary=english)
        case Field.CLAIM:
            return replace(draft, claims=_replace_claim(draft.claims, place.index, english, quote))
        case Field.TRANSLATION:
            others = {t.segment: t for t in draft.translations} | {place.index: Translation(place.index, english)}
            return replace(draft, translations=tuple(others[segment] for segment in sorted(others)))
    return draft


def _replace_claim(claims: tuple[Claim, ...], index: int, english: str, quote: str) -> tuple[Claim, ...]:
    new = replace(claims[index], english=english, quote=quote or claims[index].quote)
    return (*claims[:index], new, *claims[index + 1 :])


def _sentences(item: Item, draft: Draft, place: Place) -> tuple[str, ...]:
    if place.field is Field.TRANSLATION:
        wanted = {place.index}
    elif place.field is Field.CLAIM:
        wanted = set(draft.claims[place.index].segments)
    else:
        wanted = set()
    chosen = [segment for segment in item.sentences if segment.index in wanted] or item.sentences
    return tuple(" ".join(segment.text.split()) for segment in chosen)


def _describe(finding: Finding) -> str:
    expected = f"; the source has {finding.source.strip()}" if finding.source.strip() else ""
    meaning = f", which is {finding.expected}" if finding.expected and expected else ""
    meaning = "" if finding.expected == finding.source else meaning
    return f"{finding.check} «{finding.english}»: {finding.why or finding.verdict}{expected}{meaning}"
