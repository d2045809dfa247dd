"""``briefing items``: show the parts a dump is cut into, with their clocks and their damage. No model, no network."""

import json
import shutil
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import chain
from typing import Any

import click
from rich.cells import cell_len, set_cell_size

from assistant.cli.options import read_time
from assistant.cli.progress import LOG_EVERY_S
from assistant.cli.terminal import echo
from assistant.cli.waiting import wait_for
from assistant.cutting import Cut, cut_many
from assistant.cycles import rare_cycle_search
from assistant.offloading import Workers
from assistant.reading import read_dumps, read_url
from assistant.records import Certainty, Damage, Dump, Item, Problem, Span, Stamp
from assistant.segmenting import tile_items
from assistant.stories.duplicates import find_duplicates

WIDTH = 120
"""Columns where there is no terminal."""
OUTLET_WIDTH = 22
INFERRED = "~"
"""Before a time of publication that is not printed."""
CONTINUED = "continued"
"""The kind of a part in which the item goes on that another one, a link inside it, has interrupted."""
WORDS = 24
"""How many characters of a part without a headline are shown in its place."""


@click.command(name="items")
@click.argument("files", nargs=-1, metavar="FILE...")
@click.option("--url", help="Fetch this page (https) instead of reading a file.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list, one object for each part.")
@click.option("--encoding", help="What the file is encoded in, where detection fails: big5, gb18030 ...")
@click.option("--as-of", metavar="TIME", help="When the page was captured: 2025-11-02 or 2025-11-02T08:30.")
def command(files: tuple[str, ...], url: str | None, as_json: bool, encoding: str | None, as_of: str | None) -> int:
    """Show the parts of FILE: articles, related items, navigation; their outlets, times and damage.

    Rules alone do it. What a model says of parts that are unsure, and the misprints it offers, stand with the briefings
    of a run (briefing show).

    The parts tile the text: the first starts at 0, each starts where the one before it ends. An article with a link to
    another one inside goes on below that, in a part of the kind "continued". Exits with 1 if a file of a folder could
    not be read, with 2 on wrong use.
    """
    if bool(files) == bool(url):
        raise click.UsageError("name a file, a folder, - for standard input, or --url")
    captured = read_time(as_of)
    found = [read_url(url, as_of=captured)] if url else _read_all(files, encoding, captured)
    shows_progress = not as_json and sys.stdout.isatty()  # the dumps themselves
    with rare_cycle_search():
        return wait_for(_show(found if shows_progress else _tell_progress(found), as_json=as_json))


def _read_all(files: Sequence[str], encoding: str | None, captured: datetime | None) -> Iterator[Dump | Problem]:
    return chain.from_iterable(read_dumps(name, encoding=encoding, as_of=captured) for name in files)


async def _show(found: Iterable[Dump | Problem], *, as_json: bool) -> int:
    """Each dump as soon as it is cut, unless it is for programs; then the stories, which hang on all of them."""
    columns = shutil.get_terminal_size((WIDTH, 0)).columns
    dumps: list[Cut] = []
    problems: list[Problem] = []
    async with Workers() as workers:
        async for each in cut_many(found, workers):
            if isinstance(each, Problem):
                problems.append(each)
                continue
            dumps.append(each)
            if not as_json:
                echo("\n".join(_write_dump(*each, columns)))  # line by line it takes longer than to write them
    stories = find_duplicates([item for _, items in dumps for item in items if item.kind.is_news])
    if as_json:
        echo(write_json(dumps, stories))
    else:
        for line in _list_stories(dumps, stories):
            echo(line)
    for problem in problems:
        echo(f"briefing: {problem.message}", err=True)
    return 1 if problems else 0


def _tell_progress(found: Iterable[Dump | Problem]) -> Iterator[Dump | Problem]:
    """Each of them, and now and then a line that says how many there were: 20,000 texts take most of a minute."""
    due = time.monotonic() + LOG_EVERY_S
    for number, each in enumerate(found):
        if time.monotonic() >= due:
            echo(f"briefing: {number:,} texts so far", err=True)
            due = time.monotonic() + LOG_EVERY_S
        yield each


# ------------------------------------------------------------------------------------------------------ JSON


def write_json(dumps: Iterable[Cut], stories: Iterable[tuple[Item, ...]]) -> str:
    """A JSON list with one object for each part, a line for each."""
    names = {id(item): number for number, story in enumerate(stories, start=1) for item in story}
    rows = [row for dump, items in dumps for row in _describe_parts(dump, items, names)]
    return "[\n" + ",\n".join(map(json.JSONEncoder(ensure_ascii=False).encode, rows)) + "\n]"


def _describe_parts(dump: Dump, items: Sequence[Item], stories: Mapping[int, int]) -> Iterator[dict[str, Any]]:
    """Each stretch of the text as plain data, with all that is known of its item where that begins."""
    for span, item, begins in _list_parts(items):
        if begins:
            yield describe(dump, item, stories.get(id(item))) | {"start": span.start, "end": span.end}
        else:
            rest = Item(item.index, item.kind, span, span.of(dump.text), (), item.language)
            yield describe(dump, rest, stories.get(id(item))) | {"kind": CONTINUED}


def _list_parts(items: Sequence[Item]) -> Iterator[tuple[Span, Item, bool]]:
    """Each stretch with its item, and whether that begins there."""
    begun: set[int] = set()
    for span, item in tile_items(items):
        yield span, item, item.index not in begun
        begun.add(item.index)


def describe(dump: Dump, item: Item, story: int | None) -> dict[str, Any]:
    """One part as plain data. Offsets count characters of the cleaned text."""
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
        "story": story,
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


def _list_stories(dumps: Sequence[Cut], stories: Iterable[tuple[Item, ...]]) -> Iterator[str]:
    """Those that several items tell."""
    names = {id(item): dump.name for dump, items in dumps for item in items} if len(dumps) > 1 else {}
    for number, story in enumerate(stories, start=1):
        if len(story) > 1:
            sources = "; ".join(_name_source(item, names.get(id(item), "")) for item in story)
            yield f"story {number}: {len(story)} items tell it ({sources})"


def _write_dump(dump: Dump, items: tuple[Item, ...], columns: int) -> Iterator[str]:
    yield from _introduce(dump, items)
    yield from _write_table(items, columns)
    if any(_is_inferred(item) for item in items):
        yield f"{INFERRED} inferred, the year included where the page does not print it; --json says from what"
    yield from _list_notes(items)


def _name_source(item: Item, dump: str) -> str:
    """Its outlet, its number, and its dump where there are several."""
    where = f"{dump} #{item.index}" if dump else f"#{item.index}"
    return f"{item.outlet_name or 'no outlet'}, {where}"


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
