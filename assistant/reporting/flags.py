"""The flags of a report as they are listed.

One that says the same of many places is told once, with all its places. Of very many each kind shows its first, and the
items of the rest: the flags themselves stand with the items.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.notices import UNCERTAIN
from assistant.records import Check, Field, Finding, Verdict
from assistant.reporting.numbers import name_numbers
from assistant.reporting.view import ItemView
from assistant.reporting.wording import FLAGGED, contrast, place_label

SPELLED_OUT = 3
"""Of more items than these only the numbers are told."""
LINES_AT_MOST = 40
"""Flags that are listed one by one, whatever their kinds: about two pages of paper."""
OF_A_KIND = 5
"""Of more flags than those, so many of each kind."""
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
    def is_short(self) -> bool:
        """Whether only the numbers of its items are told."""
        return len(self.places) > SPELLED_OUT

    @property
    def where(self) -> str:
        """All places in words: "item 1, summary; item 4, claim 2"; of many items "items 3, 5-9"."""
        if self.is_short:
            return name_numbers("item", (number for number, _ in self.places))
        return "; ".join(f"item {number}, {places}" for number, places in self.places)


@dataclass(frozen=True, slots=True)
class Rest:
    """The flags of one kind that are not listed one by one."""

    verdict: Verdict
    about: str
    """How many, of what: "795 more figures"."""
    items: tuple[int, ...]
    """Where they stand, by number."""

    @property
    def where(self) -> str:
        """All items in words: "items 3, 5-9"."""
        return name_numbers("item", self.items)


@dataclass(frozen=True, slots=True)
class FlagList:
    """What is listed: flags, the gravest first, and what is left of each kind."""

    flags: tuple[Flag, ...]
    rests: tuple[Rest, ...] = ()


def list_flags(flags: Iterable[tuple[ItemView, int]]) -> FlagList:
    """``flags`` (item, index of the finding) as a format lists them."""
    folded = fold_flags(flags)
    if len(folded) <= LINES_AT_MOST:
        return FlagList(folded)
    kinds: dict[tuple[Verdict, Check], list[Flag]] = defaultdict(list)
    for flag in folded:
        kinds[flag.finding.verdict, flag.finding.check].append(flag)
    shown = tuple(flag for kind in kinds.values() for flag in kind[:OF_A_KIND])
    return FlagList(shown, tuple(_leave(kind[OF_A_KIND:]) for kind in kinds.values() if len(kind) > OF_A_KIND))


def _leave(flags: Sequence[Flag]) -> Rest:
    finding, count = flags[0].finding, len(flags)
    one, many = FLAGGED.get(finding.check, ("flag", "flags"))
    numbers = sorted({number for flag in flags for number, _ in flag.places})
    return Rest(finding.verdict, f"{count:,} more {many if count > 1 else one}", tuple(numbers))


def fold_flags(flags: Iterable[tuple[ItemView, int]]) -> tuple[Flag, ...]:
    """``flags`` (item, index of the finding) in their order; equal ones are joined at the place of the first.

    Figures that are withheld and not named may be different ones, and are joined in one item only.
    """
    found: dict[tuple[object, ...], list[tuple[ItemView, int]]] = {}
    for item, index in flags:
        finding = item.briefing.findings[index]
        unnamed = finding.verdict is Verdict.WITHHELD and finding.source in ("", UNCERTAIN)
        key = (finding.verdict, contrast(finding), finding.why, item.number if unnamed else 0)
        found.setdefault(key, []).append((item, index))
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
        numbers = (finding.place.index + 1 for finding in told)
        yield name_numbers(NUMBERED[field], numbers) if field in NUMBERED else place_label(told[0].place)
