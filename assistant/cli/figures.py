"""``briefing figures``: every figure of a source text with its English rendering. No model, no network."""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import click
from rich.cells import cell_len

from assistant.cli.terminal import echo, echo_json
from assistant.figures import Figure, read_source, write_value
from assistant.figures.rendering import render, render_figures
from assistant.figures.values import TAKEN_OFF
from assistant.reading import read_dump


@click.command(name="figures")
@click.argument("file", metavar="FILE")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list, one object for each figure.")
@click.option("--encoding", help="What the file is encoded in, where detection fails: big5, gb18030 ...")
@click.option("--date", "clock", type=click.DateTime(["%Y-%m-%d"]), help="When it was written; resolves 昨(20)日.")
@click.option("--all", "show_all", is_flag=True, help="Also those inside idioms and names, and 一個 and its like.")
def command(file: str, as_json: bool, encoding: str | None, clock: datetime | None, show_all: bool) -> int:
    """List every figure of FILE (Chinese or Japanese; "-" is standard input) with its English rendering.

    The JSON list has every figure, with "soft": true for those that English may leave out. Exits with 2 on wrong use.
    """
    dump = read_dump(file, encoding=encoding)
    figures = read_source(dump.text, clock=clock.date() if clock else None)
    if as_json:
        echo_json([describe(figure) for figure in figures])
        return 0
    rows = render_figures(figures)
    shown = [row for row in rows if show_all or not all(figure.is_soft for figure in row[0])]
    for line in write_table(dump.text, shown):
        echo(line)
    echo(summarise(len(shown), len(rows)))
    return 0


def describe(figure: Figure) -> dict[str, Any]:
    """A figure as JSON. ``start`` and ``end`` count characters of the cleaned text."""
    return {
        "text": figure.surface,
        "start": figure.span.start,
        "end": figure.span.end,
        "kind": figure.kind.value,
        "value": write_value(figure.value),
        "unit": figure.unit,
        "approximation": figure.approximation.value,
        "part": figure.part.value,
        "soft": figure.is_soft,
        "english": render(figure),
        "note": figure.note,
        "others": [{"kind": f.kind.value, "value": write_value(f.value), "unit": f.unit} for f in figure.others],
    }


def write_table(text: str, rendered: list[tuple[tuple[Figure, ...], str]]) -> Iterator[str]:
    """One line for each figure: line number, as written, English, kind and note."""
    starts = [0, *(index + 1 for index, character in enumerate(text) if character == "\n")]
    rows = [
        (str(bisect_right(starts, group[0].span.start)), text[group[0].span.start : group[-1].span.end], english)
        for group, english in rendered
    ]
    widths = [max((cell_len(row[column]) for row in rows), default=0) for column in range(3)]
    for (line, written, english), (group, _) in zip(rows, rendered, strict=True):
        cells = (line.rjust(widths[0]), _pad(written, widths[1]), _pad(english, widths[2]))
        note = f" ({group[0].note})" if group[0].note and group[0].head != TAKEN_OFF else ""
        yield "  ".join((*cells, group[0].kind.value + note))


def _pad(text: str, width: int) -> str:
    return text + " " * (width - cell_len(text))


def summarise(shown: int, found: int) -> str:
    """The last line: how many there are, and how many were left out."""
    if not found:
        return "no figures"
    hidden = f"; {found - shown} more in idioms, names and 一-words (--all)" if found > shown else ""
    return f"{shown} {'figure' if shown == 1 else 'figures'}{hidden}"
