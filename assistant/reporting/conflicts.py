"""What every format shows where the items of a story disagree: each figure with its outlets, times and source words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.inert import clean_line
from assistant.records import Briefing, Conflict, Report, Version
from assistant.reporting.view import ItemView
from assistant.reporting.wording import NOT_GIVEN, format_when, name_outlet

HEADING = "Conflicts between sources"


@dataclass(frozen=True, slots=True)
class VersionView:
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
class ConflictView:
    """Items of one story with different figures for the same thing."""

    subject: str
    """What was counted; empty where the source's words must tell."""
    versions: tuple[VersionView, ...]

    @property
    def title(self) -> str:
        """The figures against one another: "killed: 12 ≠ 15"."""
        figures = " ≠ ".join(dict.fromkeys(version.english for version in self.versions))
        return f"{self.subject}: {figures}" if self.subject else figures


def view_conflicts(report: Report, items: Sequence[ItemView]) -> tuple[ConflictView, ...]:
    """The conflicts of a report as they are shown; what names an item that there is not is left out."""
    conflicts = (
        ConflictView(clean_line(conflict.subject), tuple(_tell(conflict, items))) for conflict in report.conflicts
    )
    return tuple(conflict for conflict in conflicts if len(conflict.versions) > 1)


def _tell(conflict: Conflict, items: Sequence[ItemView]) -> Iterator[VersionView]:
    for version in conflict.versions:
        if 0 <= version.item < len(items):
            yield _read(version, items[version.item])


def _read(version: Version, item: ItemView) -> VersionView:
    return VersionView(
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


def group_by_item(conflicts: Sequence[ConflictView]) -> dict[int, tuple[ConflictView, ...]]:
    """Number of an item -> the conflicts that it is in."""
    conflicts_of: dict[int, tuple[ConflictView, ...]] = {}
    for conflict in conflicts:
        for number in dict.fromkeys(version.item for version in conflict.versions):
            conflicts_of[number] = (*conflicts_of.get(number, ()), conflict)
    return conflicts_of


def name_others(conflict: ConflictView, number: int) -> str:
    """What the others say, for the item itself: "killed: 12 here: 15 in item 4 (自由時報)"."""
    told = "; ".join(f"{t.english} in item {t.item} ({t.outlet})" for t in conflict.versions if t.item != number)
    return f"{_name_own(conflict, number)}: {told}"


def tell_others(conflict: ConflictView, number: int) -> str:
    """The same where items have no numbers: "killed: 12 here; 15 (15人罹難): 自由時報, published 2 November 2025"."""
    return "; ".join([_name_own(conflict, number), *(t.text for t in conflict.versions if t.item != number)])


def _name_own(conflict: ConflictView, number: int) -> str:
    own = " and ".join(dict.fromkeys(version.english for version in conflict.versions if version.item == number))
    return f"{conflict.subject}: {own} here" if conflict.subject else f"{own} here"
