"""``briefing check``: hold the figures of an English text against its source. No model, no network."""

import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import click

from assistant.cli.check_lines import MODES, check_lines, parse_date
from assistant.cli.terminal import echo
from assistant.cycles import rare_cycle_search
from assistant.errors import NotFoundError, NotTextError, UsageError
from assistant.figures import Carriage, Checked, Comparison, Mode, compare
from assistant.records.finding import Verdict

_MARKS = {
    Verdict.SUPPORTED: "ok", Verdict.IDENTIFIER: "name", Verdict.DERIVED: "derived",
    Verdict.CONTRADICTED: "WRONG", Verdict.UNSUPPORTED: "NOT IN SOURCE", Carriage.OMITTED: "OMITTED",
}  # fmt: skip


@click.command(name="check")
@click.argument("source", required=False)
@click.argument("english", required=False)
@click.option(
    "--jsonl", is_flag=True, help="Read lines {id, source, english} on standard input, write one verdict a line."
)
@click.option("--date", "clock", help="When the source was written (YYYY-MM-DD); relative dates resolve against it.")
@click.option("--mode", type=click.Choice(MODES), default="translation", show_default=True)
def command(source: str | None, english: str | None, jsonl: bool, clock: str | None, mode: str) -> int:
    """Hold the figures of the text ENGLISH against the text SOURCE ("-" is standard input).

    Exits with 1 if a figure is contradicted or unsupported, with 2 on wrong use. With --jsonl it exits with 0 whatever
    the verdicts are; a line that cannot be read is answered with {"id", "error"}, and the exit status is 2.
    """
    if jsonl:
        if source or english:
            raise UsageError("--jsonl reads standard input and takes no files")
        return check_lines(sys.stdin.buffer, sys.stdout.buffer)
    if not source or not english:
        raise UsageError("two texts are needed", advice="briefing check SOURCE ENGLISH")
    if source == english == "-":
        raise UsageError("only one of the two texts can come from standard input")
    with rare_cycle_search():
        result = compare(_read(source), _read(english), mode=cast("Mode", mode), clock=parse_date(clock))
    for line in describe(result):
        echo(line)
    return 1 if result.flagged else 0


def _read(name: str) -> str:
    try:
        content = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        return content.decode("utf-8-sig")
    except (FileNotFoundError, IsADirectoryError):
        raise NotFoundError(name, "is not a file") from None
    except PermissionError:
        raise NotFoundError(name, "may not be read") from None
    except UnicodeDecodeError as error:
        raise NotTextError(name, f"is not UTF-8 text (byte {error.start})") from None


# -------------------------------------------------------------------------------------------- for a person


def describe(result: Comparison) -> Iterator[str]:
    """The verdict as lines: mark, English figure, source figure, reason; then one line of totals."""
    rows = [_row(checked, english_first=True) for checked in result.english_figures]
    rows += [_row(c, english_first=False) for c in result.source_figures if c.status is Carriage.OMITTED]
    widths = [max((_width(row[column]) for row in rows), default=0) for column in range(3)]
    for row in rows:
        cells = [cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=False)]
        yield "  ".join([*cells, row[3]]).rstrip()
    bad = sum(c.status in (Verdict.CONTRADICTED, Verdict.UNSUPPORTED) for c in result.english_figures)
    omitted = sum(c.status is Carriage.OMITTED for c in result.source_figures)
    yield f"{len(result.english_figures)} figures checked, {bad} flagged, {omitted} omitted"


def _row(checked: Checked, *, english_first: bool) -> tuple[str, str, str, str]:
    own, other = checked.figure.surface, " · ".join(figure.surface for figure in checked.evidence)
    pair = (own, other) if english_first else (other, own)
    return (_MARKS.get(checked.status, checked.status), *pair, checked.why)


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
