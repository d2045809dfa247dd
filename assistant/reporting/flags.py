"""The flags of a report as they are listed: one that says the same of many places is told once, with all its places."""

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.records import Field, Finding
from assistant.reporting.troubles import list_ranges
from assistant.reporting.view import ItemView
from assistant.reporting.wording import contrast, place_label

SPELLED_OUT = 3
"""Of more items than these only the numbers are told."""
NUMBERED = {Field.CLAIM: "claim", Field.TRANSLATION: "sentence", Field.NAME: "name"}


@dataclass(frozen=True, slots=True)
class Flag:
    """What is flagged, and everywhere that it is."""

    item: ItemView
    """Where it stands first."""
    index: int
    """Of the finding there."""
    places: tuple[tuple[int, str], ...]
    """The items that have it, by number, the first first, and where in each: "summary", "sentences 1, 4-6"."""

    @property
    def finding(self) -> Finding:
        """The finding where it stands first."""
        return self.item.briefing.findings[self.index]

    @property
    def where(self) -> str:
        """All places in words: "item 1, summary; item 4, claim 2"; of many items "items 3, 5-9"."""
        if len(self.places) > SPELLED_OUT:
            return f"items {', '.join(list_ranges(sorted(number for number, _ in self.places)))}"
        return "; ".join(f"item {number}, {places}" for number, places in self.places)


def fold_flags(flags: Iterable[tuple[ItemView, int]]) -> tuple[Flag, ...]:
    """``flags`` (item, index of the finding) in their order; equal ones are joined at the place of the first."""
    found: dict[tuple[str, str, str], list[tuple[ItemView, int]]] = {}
    for item, index in flags:
        finding = item.briefing.findings[index]
        found.setdefault((str(finding.verdict), contrast(finding), finding.why), []).append((item, index))
    return tuple(_fold(places) for places in found.values())


def _fold(places: list[tuple[ItemView, int]]) -> Flag:
    told: dict[int, list[Finding]] = {}
    for item, index in places:
        told.setdefault(item.number, []).append(item.briefing.findings[index])
    return Flag(*places[0], tuple((number, ", ".join(_list_places(findings))) for number, findings in told.items()))


def _list_places(findings: Iterable[Finding]) -> Iterable[str]:
    """The places of one item: "summary", "claim 2", "sentences 1, 4-6"."""
    found: dict[Field, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.place.field, []).append(finding)
    for field, told in found.items():
        numbers = sorted({finding.place.index + 1 for finding in told})
        if field in NUMBERED and len(numbers) > 1:
            yield f"{NUMBERED[field]}s {', '.join(list_ranges(numbers))}"
        else:
            yield place_label(told[0].place)
