"""``briefing check``: hold the figures of an English text against its source. No model, no network."""

import sys
from collections.abc import Iterator
from shutil import get_terminal_size
from typing import cast

import click

from assistant.cli.check_lines import MODES, check_lines, parse_date
from assistant.cli.terminal import echo
from assistant.cycles import rare_cycle_search
from assistant.errors import UsageError
from assistant.figures import Carriage, Checked, Comparison, Figure, Mode, compare
from assistant.reading import read_dump
from assistant.records.finding import Verdict
from assistant.typesetting import break_lines, count_cells

_MARKS = {
    Verdict.SUPPORTED: "ok", Verdict.IDENTIFIER: "name", Verdict.DERIVED: "derived",
    Verdict.CONTRADICTED: "WRONG", Verdict.UNSUPPORTED: "NOT IN SOURCE", Carriage.OMITTED: "OMITTED",
}  # fmt: skip
GAP, NARROWEST, NARROW_INDENT = "  ", 24, 4
"""Between columns; cells that a reason wants beside the figures, and its indent where it has fewer."""


@click.command(name="check")
@click.argument("source", required=False)
@click.argument("english", required=False)
@click.option(
    "--jsonl", is_flag=True, help="Read lines {id, source, english} on standard input, write one verdict a line."
)
@click.option("--date", "clock", help="When the source was written (YYYY-MM-DD); relative dates resolve against it.")
@click.option("--encoding", metavar="NAME", help="The encoding of both texts, where it cannot be told.")
@click.option("--mode", type=click.Choice(MODES), default="translation", show_default=True)
def command(
    source: str | None, english: str | None, jsonl: bool, clock: str | None, encoding: str | None, mode: str
) -> int:
    """Hold the figures of the text ENGLISH against the text SOURCE (files as `briefing run` reads them, or "-").

    Exits with 1 if a figure is contradicted or unsupported, with 2 on wrong use. With --jsonl it exits with 0 whatever
    the verdicts are; a line that cannot be read is answered with {"id", "error"}, and the exit status is 2. --date and
    --mode then are for the lines that say none themselves.
    """
    if jsonl:
        if source or english:
            raise UsageError("--jsonl reads standard input and takes no files")
        if encoding:
            raise UsageError("--jsonl reads UTF-8 and takes no --encoding")
        parse_date(clock)
        return check_lines(sys.stdin.buffer, sys.stdout.buffer, mode=mode, day=clock)
    if not source or not english:
        raise UsageError("two texts are needed", advice="briefing check SOURCE ENGLISH")
    if source == english == "-":
        raise UsageError("only one of the two texts can come from standard input")
    with rare_cycle_search():
        texts = [read_dump(name, encoding=encoding).text for name in (source, english)]
        result = compare(*texts, mode=cast("Mode", mode), clock=parse_date(clock))
    for line in describe(result, columns=_window_columns()):
        echo(line)
    return 1 if result.flagged else 0


# -------------------------------------------------------------------------------------------- for a person


def describe(result: Comparison, *, columns: int | None = None) -> Iterator[str]:
    """The verdict as lines: mark, English figure, source figure, reason; then one line of totals.

    A reason that does not fit in ``columns`` goes on below itself; None: lines are as long as they come.
    """
    rows = [_row(checked, english_first=True) for checked in result.english_figures]
    rows += [_row(c, english_first=False) for c in result.source_figures if c.status is Carriage.OMITTED]
    widths = [max((count_cells(row[column]) for row in rows), default=0) for column in range(3)]
    indent = sum(widths) + len(widths) * len(GAP)
    for row in rows:
        cells = [cell + " " * (width - count_cells(cell)) for cell, width in zip(row, widths, strict=False)]
        first, *others = _fold(row[3], indent, columns)
        yield GAP.join([*cells, first]).rstrip()
        yield from others
    bad = sum(c.status in (Verdict.CONTRADICTED, Verdict.UNSUPPORTED) for c in result.english_figures)
    omitted = sum(c.status is Carriage.OMITTED for c in result.source_figures)
    count = len(result.english_figures)
    yield f"{count} {'figure' if count == 1 else 'figures'} checked, {bad} flagged, {omitted} omitted"


def _fold(why: str, indent: int, columns: int | None) -> list[str]:
    """A reason in lines: what does not fit beside the figures stands below, in full width where they leave no room."""
    if columns is None or indent + count_cells(why) <= columns:
        return [why]
    if columns - indent < NARROWEST:
        return ["", *_break(why, NARROW_INDENT, columns)]
    first, *others = _break(why, indent, columns)
    return [first.lstrip(), *others]


def _break(why: str, indent: int, columns: int) -> list[str]:
    return [" " * indent + why[line.start : line.end].strip() for line in break_lines(why, columns - indent)]


def _window_columns() -> int | None:
    """The width of the terminal; None where there is none, as in a pipe."""
    return get_terminal_size().columns if sys.stdout.isatty() else None


def _row(checked: Checked, *, english_first: bool) -> tuple[str, str, str, str]:
    own, other = _in_one_line(checked.figure), " · ".join(map(_in_one_line, checked.evidence))
    pair = (own, other) if english_first else (other, own)
    return (_MARKS.get(checked.status, checked.status), *pair, checked.why)


def _in_one_line(figure: Figure) -> str:
    """The figure as printed, also where the text breaks its line in the middle of it."""
    return figure.surface.replace("\n", " " if figure.surface.isascii() else "")
