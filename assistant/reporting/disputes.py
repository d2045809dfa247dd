"""What every format shows where the items of a story disagree: each figure with its outlets, times and source words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.inert import clean_line
from assistant.records import Briefing, Conflict, Report, Version
from assistant.reporting.view import ItemView
from assistant.reporting.wording import NOT_GIVEN, format_when, name_outlet

HEADING = "Conflicts between sources"


@dataclass(frozen=True, slots=True)
class Telling:
    """How one item tells the figure."""

    item: int
    """Its number in the report."""
    english: str
    words: str
    outlet: str
    published: str

    @property
    def text(self) -> str:
        """All of it: "12 (12人死亡): 中央社, published 1 November 2025"."""
        return f"{self.english} ({self.words}): {self.outlet}, published {self.published}"


@dataclass(frozen=True, slots=True)
class Dispute:
    """Items of one story with different figures for the same thing."""

    subject: str
    """What was counted; empty where the source's words must tell."""
    tellings: tuple[Telling, ...]

    @property
    def title(self) -> str:
        """The figures against one another: "killed: 12 ≠ 15"."""
        figures = " ≠ ".join(dict.fromkeys(telling.english for telling in self.tellings))
        return f"{self.subject}: {figures}" if self.subject else figures


def view_disputes(report: Report, items: Sequence[ItemView]) -> tuple[Dispute, ...]:
    """The conflicts of a report as they are shown; what names an item that there is not is left out."""
    disputes = (Dispute(clean_line(conflict.subject), tuple(_tell(conflict, items))) for conflict in report.conflicts)
    return tuple(dispute for dispute in disputes if len(dispute.tellings) > 1)


def _tell(conflict: Conflict, items: Sequence[ItemView]) -> Iterator[Telling]:
    for version in conflict.versions:
        if 0 <= version.item < len(items):
            yield _read(version, items[version.item])


def _read(version: Version, item: ItemView) -> Telling:
    return Telling(
        item.number,
        clean_line(version.english),
        clean_line(version.words),
        name_outlet(item.briefing),
        _say_when(item.briefing),
    )


def _say_when(briefing: Briefing) -> str:
    """When an item was published, without how that is known: "2 November 2025 [3 小時前]"."""
    stamp, printed = briefing.item.clock.published, clean_line(briefing.item.read(briefing.item.age))
    when = format_when(stamp) if stamp else NOT_GIVEN
    return f"{when} [{printed}]" if printed else when


def find_rivals(disputes: Sequence[Dispute]) -> dict[int, tuple[Dispute, ...]]:
    """Number of an item -> the disputes that it is in."""
    rivals: dict[int, tuple[Dispute, ...]] = {}
    for dispute in disputes:
        for number in dict.fromkeys(telling.item for telling in dispute.tellings):
            rivals[number] = (*rivals.get(number, ()), dispute)
    return rivals


def name_others(dispute: Dispute, number: int) -> str:
    """What the others say, for the item itself: "killed: 12 here: 15 in item 4 (自由時報)"."""
    told = "; ".join(f"{t.english} in item {t.item} ({t.outlet})" for t in dispute.tellings if t.item != number)
    return f"{_name_own(dispute, number)}: {told}"


def tell_others(dispute: Dispute, number: int) -> str:
    """The same where items have no numbers: "killed: 12 here; 15 (15人罹難): 自由時報, published 2 November 2025"."""
    return "; ".join([_name_own(dispute, number), *(t.text for t in dispute.tellings if t.item != number)])


def _name_own(dispute: Dispute, number: int) -> str:
    own = " and ".join(dict.fromkeys(telling.english for telling in dispute.tellings if telling.item == number))
    return f"{dispute.subject}: {own} here" if dispute.subject else f"{own} here"
