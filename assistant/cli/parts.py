"""How ``briefing items`` shows the parts of a dump: as rows of JSON, or as a table with what is unsure or damaged.

What it gives of a dump is plain data and small beside its items, so that it may be worked out in another process, and
that of 20,000 texts be held at one time.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rich.cells import cell_len, set_cell_size

from assistant.cutting import cut_all
from assistant.records import Certainty, Damage, Dump, Item, Span, Stamp
from assistant.segmenting import tile_items
from assistant.stories.duplicates import Letters, read_letters

OUTLET_WIDTH = 22
INFERRED = "~"
"""Before a time of publication that is not printed."""
CONTINUED = "continued"
"""The kind of a part in which the item goes on that another one, a link inside it, has interrupted."""
WORDS = 24
"""How many characters of a part without a headline are shown in its place."""
_encode = json.JSONEncoder(ensure_ascii=False).encode


@dataclass(frozen=True, slots=True)
class News:
    """What is needed of a news item to say which others tell its story."""

    index: int
    outlet: str
    letters: Letters


@dataclass(frozen=True, slots=True)
class Row:
    """A part as a row of JSON, up to the number of its story, which is known when all dumps are cut."""

    start: str
    news: int | None
    """Which of the dump's news it is of."""

    def finish(self, story: int | None) -> str:
        """The whole row."""
        return f"{self.start}{_encode(story)}}}"


@dataclass(frozen=True, slots=True)
class Shown:
    """A dump as it is shown, and its news items."""

    name: str
    news: tuple[News, ...]
    table: str = ""
    rows: tuple[Row, ...] = ()


def show_dumps(dumps: Sequence[Dump], columns: int) -> list[Shown]:
    """Cut them, and show each: as a table of so many columns, or as rows of JSON for 0 columns."""
    return [_show(dump, items, columns) for dump, items in zip(dumps, cut_all(dumps), strict=True)]


def _show(dump: Dump, items: tuple[Item, ...], columns: int) -> Shown:
    told = [item for item in items if item.kind.is_news]
    news = tuple(News(item.index, item.outlet_name, read_letters(item)) for item in told)
    if columns:
        return Shown(dump.name, news, table="\n".join(_write_dump(dump, items, columns)))
    places = {item.index: place for place, item in enumerate(told)}
    return Shown(dump.name, news, rows=tuple(_write_rows(dump, items, places)))


# ------------------------------------------------------------------------------------------------------ JSON


def _write_rows(dump: Dump, items: Sequence[Item], news: Mapping[int, int]) -> Iterator[Row]:
    """Each stretch of the text, with all that is known of its item where that begins."""
    for span, item, begins in _list_parts(items):
        if begins:
            row = describe(dump, item) | {"start": span.start, "end": span.end}
        else:
            rest = Item(item.index, item.kind, span, span.of(dump.text), (), item.language)
            row = describe(dump, rest) | {"kind": CONTINUED}
        yield Row(f'{_encode(row)[:-1]}, "story": ', news.get(item.index))


def _list_parts(items: Sequence[Item]) -> Iterator[tuple[Span, Item, bool]]:
    """Each stretch with its item, and whether that begins there."""
    begun: set[int] = set()
    for span, item in tile_items(items):
        yield span, item, item.index not in begun
        begun.add(item.index)


def describe(dump: Dump, item: Item) -> dict[str, Any]:
    """One part as plain data, but for its story. Offsets count characters of the cleaned text."""
    return {
        "kind": item.kind.value,
        "start": item.span.start,
        "end": item.span.end,
        "headline": item.read(item.headline),
        "outlet": item.read(item.outlet),
        "age": item.read(item.age),
        "published": write_stamp(item.clock.published),
        "truncated": item.truncated,
        "dump": dump.name,
        "language": item.language,
        "certainty": item.clock.published.certainty.value if item.clock.published else None,
        "why": item.clock.published.why if item.clock.published else "",
        "notes": list(item.clock.notes),
        "damage": [
            {"kind": d.kind, "start": d.span.start, "end": d.span.end, "printed": d.printed, "note": d.note}
            for d in item.damage
        ],
        "unsure": item.unsure,
        "site": item.site,
    }


def write_stamp(stamp: Stamp | None) -> str | None:
    """ISO 8601: a moment, a day, or an interval of days."""
    if stamp is None:
        return None
    if stamp.earliest == stamp.latest:
        return stamp.earliest.isoformat(timespec="minutes")
    days = stamp.earliest.date().isoformat(), stamp.latest.date().isoformat()
    return days[0] if days[0] == days[1] else "/".join(days)


# ----------------------------------------------------------------------------------------------------- table


def _write_dump(dump: Dump, items: tuple[Item, ...], columns: int) -> Iterator[str]:
    yield from _introduce(dump, items)
    yield from _write_table(items, columns)
    if any(_is_inferred(item) for item in items):
        yield f"{INFERRED} inferred, the year included where the page does not print it; --json says from what"
    yield from _list_notes(items)


def _introduce(dump: Dump, items: tuple[Item, ...]) -> Iterator[str]:
    cleaned = "".join(f", cleaned of {what} ({count:,})" for what, count in dump.cleaned)
    garbled = f", mojibake left as it is in lines ({len(dump.garbled):,})" if dump.garbled else ""
    yield f"{dump.name}: {len(dump.text):,} characters, {dump.encoding}{cleaned}{garbled}"
    captured = next((item.clock.captured for item in items if item.clock.captured), None)
    if captured:
        yield f"captured {write_stamp(captured)} ({captured.certainty.value}: {captured.why})"


def _write_table(items: tuple[Item, ...], columns: int) -> Iterator[str]:
    """A line for each part, the headline cut to what the terminal has room for."""
    head = ("#", "from", "to", "kind", "published", "outlet", "headline")
    rows = [head, *(_make_row(*part) for part in _list_parts(items))]
    widths = [min(max(cell_len(row[place]) for row in rows), OUTLET_WIDTH) for place in range(6)]
    for row in rows:
        cells = [cell.rjust(width) for cell, width in zip(row[:3], widths[:3], strict=True)]
        cells += [set_cell_size(cell, width) for cell, width in zip(row[3:6], widths[3:], strict=True)]
        start = "  ".join(cells)
        yield f"{start}  {set_cell_size(row[6], max(20, columns - cell_len(start) - 2))}".rstrip()


def _is_inferred(item: Item) -> bool:
    return item.clock.published is not None and item.clock.published.certainty is Certainty.INFERRED


def _make_row(span: Span, item: Item, begins: bool) -> tuple[str, ...]:
    place = str(item.index), str(span.start), str(span.end)
    if not begins:
        rest = span.shift(-item.span.start).of(item.text)
        return *place, CONTINUED, "", "", " ".join(rest[: WORDS * 4].split())[:WORDS]
    headline = item.read(item.headline) or " ".join(item.text[: WORDS * 4].split())[:WORDS]
    signs = ("cut: " if item.truncated else "") + ("unsure: " if item.unsure else "")
    published = INFERRED * _is_inferred(item) + (write_stamp(item.clock.published) or "").replace("/20", "/")
    return *place, item.kind.value, published, _name_outlet(item), signs + headline


def _name_outlet(item: Item) -> str:
    """The outlet that is printed with an item, else in brackets that of its page."""
    return item.read(item.outlet) or (f"[{item.site}]" if item.site else "")


def _list_notes(items: tuple[Item, ...]) -> Iterator[str]:
    """What is unsure, contradictory or damaged; the same damage once, with its count."""
    for item in items:
        if item.unsure:
            yield f"  {item.index} unsure: {item.unsure}"
        for note in item.clock.notes:
            yield f"  {item.index} clock: {note}"
        for (kind, note), count in Counter((d.kind, d.note + _quote(d)) for d in item.damage).items():
            yield f"  {item.index} {kind}: {note}" + (f", {count} times" if count > 1 else "")


def _quote(damage: Damage) -> str:
    return "" if damage.printed in damage.note else f" ({damage.printed})"
