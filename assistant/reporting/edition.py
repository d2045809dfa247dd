"""What every format shows of the report of a day beside its items: sections, the day at a glance, changes, names.

A report that is no edition is one section without a heading, so that the formats need not know the difference.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from assistant.inert import clean_line
from assistant.patterns import compile_late
from assistant.records import Change, Edition, GlanceLine, Report, Story, Topic
from assistant.reporting.conflicts import ConflictView
from assistant.reporting.view import ItemView
from assistant.reporting.wording import describe_name, format_day, format_since, name_outlet

_NUMERAL = compile_late(r"\d[\d,.]*(?<![,.])")
IN_BRIEF = "In brief"
REST = "Other items"


@dataclass(frozen=True, slots=True)
class Section:
    """Items under one heading; an empty heading is not shown."""

    heading: str
    items: tuple[ItemView, ...]
    number: int = 0


@dataclass(frozen=True, slots=True)
class Pointer:
    """A line about items of the report: the text, and the numbers of the items."""

    text: str
    items: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class NameLine:
    """A name as it is written in the report, and the items in which it stands."""

    name: str
    items: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class EditionView:
    """An edition as it is shown."""

    cutoff: str
    glance: tuple[Pointer, ...]
    glance_note: str
    changes: tuple[Pointer, ...]
    changes_heading: str
    changes_note: str
    names: tuple[NameLine, ...]


def view_sections(report: Report, items: Sequence[ItemView]) -> tuple[Section, ...]:
    """The items under their headings; each stands in exactly one section, whatever the edition says."""
    if report.edition is None:
        return (Section("", tuple(items)),)
    found: dict[str, list[ItemView]] = {}
    seen: set[int] = set()
    for heading, index in _told(report.stories):
        if 0 <= index < len(items) and index not in seen:
            seen.add(index)
            found.setdefault(heading, []).append(items[index])
    rest = [item for n, item in enumerate(items) if n not in seen]
    if rest:
        found.setdefault(REST, []).extend(rest)
    return tuple(Section(heading, tuple(told), n) for n, (heading, told) in enumerate(found.items(), start=1))


def _told(stories: Iterable[Story]) -> Iterator[tuple[str, int]]:
    for story in stories:
        heading = IN_BRIEF if story.in_brief else name_topic(story.topic)
        yield from ((heading, index) for index in story.items)


def name_topic(topic: Topic) -> str:
    """A topic as a heading."""
    return str(topic).capitalize()


def find_company(report: Report, items: Sequence[ItemView]) -> dict[int, tuple[Pointer, ...]]:
    """Number of an item -> the other sources of its story: the first of them names all others, those name the first."""
    company: dict[int, tuple[Pointer, ...]] = {}
    for story in report.stories:
        told = [items[n] for n in story.items if 0 <= n < len(items)]
        if len(told) > 1:
            first, *others = told
            company |= {item.number: _name_sources([first]) for item in others}
            company[first.number] = _name_sources(others)
    return company


def _name_sources(items: Iterable[ItemView]) -> tuple[Pointer, ...]:
    """Each outlet once, with its items: what stands beside an article stands there on every page."""
    found: dict[str, list[int]] = {}
    for item in items:
        found.setdefault(name_outlet(item.briefing), []).append(item.number)
    return tuple(Pointer(outlet, tuple(numbers)) for outlet, numbers in found.items())


def list_items(pointer: Pointer) -> str:
    """Where a line leads, in words: "item 3", "items 3, 7"."""
    return f"item{'' if len(pointer.items) == 1 else 's'} {', '.join(map(str, pointer.items))}"


def view_edition(
    report: Report, items: Sequence[ItemView], conflicts_of: Mapping[int, Sequence[ConflictView]]
) -> EditionView | None:
    """What an edition says beside its items (``conflicts_of``: the conflicts by item number); None where it is none."""
    edition = report.edition
    if edition is None:
        return None
    compared = edition.compared_with
    return EditionView(
        cutoff=_describe_cutoff(edition),
        glance=tuple(_point(line, len(items), conflicts_of) for line in edition.glance),
        glance_note=clean_line(edition.glance_note),
        changes=tuple(_describe_changes(edition.changes, items)),
        changes_heading=f"Since {format_day(compared)}" if compared else "Since yesterday",
        changes_note=_explain_changes(edition),
        names=tuple(_list_names(items)),
    )


def _describe_cutoff(edition: Edition) -> str:
    if edition.cutoff is None:
        return "Data cut-off: not known"
    zone, why = clean_line(edition.zone), clean_line(edition.cutoff.why)
    return f"Data cut-off: {format_since(edition.cutoff)}{f', {zone}' if zone else ''} ({why})"


def _point(line: GlanceLine, count: int, conflicts_of: Mapping[int, Sequence[ConflictView]]) -> Pointer:
    """A line at a glance; where another outlet gives other figures than the items it rests on, it says so."""
    numbers = tuple(n + 1 for n in line.items if 0 <= n < count)
    text = clean_line(line.english)
    differing = list(dict.fromkeys(conflict for number in numbers for conflict in conflicts_of.get(number, ())))
    told = [conflict.title for conflict in differing if _tells(text, conflict)]
    notes = [f"[sources differ: {title}]" for title in dict.fromkeys(told)]
    notes += ["[sources differ on figures not told here]"] if len(told) < len(differing) else []
    return Pointer(" ".join([text, *notes]), numbers)


def _tells(text: str, conflict: ConflictView) -> bool:
    """Whether a line may tell one of the figures: casualties, often in words, are taken for told."""
    numerals = {numeral for figure in conflict.figures for numeral in _NUMERAL.findall(figure.english)}
    return bool(conflict.subject) or not numerals.isdisjoint(_NUMERAL.findall(text))


def _describe_changes(changes: Iterable[Change], items: Sequence[ItemView]) -> Iterator[Pointer]:
    """A line for each story that goes on; the counts that one item revises stand in one."""
    for (index, revises), told in groupby(changes, key=lambda change: (change.item, bool(change.subject))):
        first, *others = told
        known = 0 <= index < len(items)
        headline = items[index].headline if known else clean_line(first.earlier_headline)
        counts = "; ".join(map(_describe_count, (first, *others)))
        text = f"revised: {headline}: {counts}" if revises else f"continued: {headline}"
        yield Pointer(text, (index + 1,) if known else ())


def _describe_count(change: Change) -> str:
    before = f"{change.before_count:,}" + (f" to {change.before_most:,}" if change.before_most else "")
    words = f"({clean_line(change.before)} → {clean_line(change.after)})"
    return f"{clean_line(change.subject)}: {before} → {change.after_count:,} {words}"


def _explain_changes(edition: Edition) -> str:
    if edition.compared_with is None:
        return "The store holds no earlier day to compare with."
    return "" if edition.changes else "No story of that day goes on."


def _list_names(items: Iterable[ItemView]) -> Iterator[NameLine]:
    """Every name of the translated items once, with its items, in the order of the alphabet."""
    found: dict[str, list[int]] = {}
    for item in items:
        draft = item.briefing.draft
        for name in draft.names if draft and item.is_translated else ():
            numbers = found.setdefault(describe_name(name), [])
            if item.number not in numbers:
                numbers.append(item.number)
    for written in sorted(found, key=lambda written: (written.casefold(), written)):
        yield NameLine(written, tuple(found[written]))
