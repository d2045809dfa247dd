"""What every format shows where the items of a story disagree: each figure with its outlets, times and source words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.inert import clean_line
from assistant.records import Briefing, Conflict, Report, Version
from assistant.reporting.view import ItemView
from assistant.reporting.wording import NO_OUTLET, NOT_GIVEN, format_when, name_outlet

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
    sentence: str
    """The English sentence in which it stands; empty where there is none, or it wears a flag."""

    @property
    def source(self) -> str:
        """Who tells it, and when that was published: "中央社, published 1 November 2025"."""
        if (self.outlet, self.published) == (NO_OUTLET, NOT_GIVEN):
            return "outlet and time not given"
        return f"{self.outlet}, published {self.published}"

    @property
    def text(self) -> str:
        """All of it: "12 (12人死亡): 中央社, published 1 November 2025"."""
        return f"{self.english} ({self.words}): {self.source}"


@dataclass(frozen=True, slots=True)
class FigureView:
    """One of the figures of a conflict, with all that give it."""

    english: str
    words: tuple[str, ...]
    """Of the source, each once."""
    versions: tuple[VersionView, ...]

    @property
    def text(self) -> str:
        """The figure and the source's words: "12 (12人死亡; 釀12死)"."""
        return f"{self.english} ({'; '.join(self.words)})"


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

    @property
    def about(self) -> VersionView | None:
        """Whose English sentence tells what it is about: the first that has one."""
        return next((version for version in self.versions if version.sentence), None)

    @property
    def figures(self) -> tuple[FigureView, ...]:
        """The figures, each once, in the order of the items that give them first."""
        return tuple(
            FigureView(english, tuple(dict.fromkeys(version.words for version in told)), told)
            for english, told in _group_by_figure(self.versions)
        )


def _group_by_figure(versions: Iterable[VersionView]) -> Iterator[tuple[str, tuple[VersionView, ...]]]:
    told: dict[str, list[VersionView]] = {}
    for version in versions:
        told.setdefault(version.english, []).append(version)
    return ((english, tuple(found)) for english, found in told.items())


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
        _find_sentence(version, item),
    )


def _find_sentence(version: Version, item: ItemView) -> str:
    """Its translation, where that wears no flag: far from its marks it would be read as sound."""
    row = next((row for row in item.rows if row.segment.span.holds(version.span)), None)
    if row is None or any(item.briefing.findings[i].verdict.is_flag for i in row.remarks):
        return ""
    return clean_line("".join(piece.text for piece in row.english))


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
    others = [figure for figure in conflict.figures if any(version.item != number for version in figure.versions)]
    return f"{_name_own(conflict, number)}: {'; '.join(_name_sources(figure, number) for figure in others)}"


def _name_sources(figure: FigureView, number: int) -> str:
    named = (
        f"item {version.item}" + (f" ({version.outlet})" if version.outlet != NO_OUTLET else "")
        for version in figure.versions
        if version.item != number
    )
    return f"{figure.english} in {', '.join(dict.fromkeys(named))}"


def tell_others(conflict: ConflictView, number: int) -> str:
    """The same where items have no numbers: "killed: 12 here; 15 (15人罹難): 自由時報, published 2 November 2025"."""
    return "; ".join([_name_own(conflict, number), *(t.text for t in conflict.versions if t.item != number)])


def _name_own(conflict: ConflictView, number: int) -> str:
    own = " and ".join(dict.fromkeys(version.english for version in conflict.versions if version.item == number))
    return f"{conflict.subject}: {own} here" if conflict.subject else f"{own} here"
