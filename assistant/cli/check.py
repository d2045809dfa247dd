"""``briefing check``: hold the figures of an English text against its source. No model, no network."""

import codecs
import gc
import json
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any, BinaryIO, cast, get_args

import click

from assistant import codec
from assistant.cli.terminal import echo
from assistant.errors import NotFoundError, NotTextError, UsageError
from assistant.figures import Carriage, Checked, Comparison, Mode, compare, write_value
from assistant.records.finding import Verdict

_MARKS = {
    Verdict.SUPPORTED: "ok", Verdict.IDENTIFIER: "name", Verdict.DERIVED: "derived",
    Verdict.CONTRADICTED: "WRONG", Verdict.UNSUPPORTED: "NOT IN SOURCE", Carriage.OMITTED: "OMITTED",
}  # fmt: skip
_MODES = get_args(Mode)
_CYCLE_SEARCH = 200_000
"""New objects after which the search for reference cycles begins, while texts are checked."""


@click.command(name="check")
@click.argument("source", required=False)
@click.argument("english", required=False)
@click.option(
    "--jsonl", is_flag=True, help="Read lines {id, source, english} on standard input, write one verdict a line."
)
@click.option("--date", "clock", help="When the source was written (YYYY-MM-DD); relative dates resolve against it.")
@click.option("--mode", type=click.Choice(_MODES), default="translation", show_default=True)
def command(source: str | None, english: str | None, jsonl: bool, clock: str | None, mode: str) -> int:
    """Hold the figures of the text ENGLISH against the text SOURCE ("-" is standard input).

    Exits with 1 if a figure is contradicted or unsupported, with 2 on wrong use. With --jsonl it exits with 0 whatever
    the verdicts are; a line that cannot be read is answered with {"id", "error"}, and the exit status is 2.
    """
    if jsonl:
        if source or english:
            raise UsageError("--jsonl reads standard input and takes no files")
        return _check_lines(sys.stdin.buffer, sys.stdout.buffer)
    if not source or not english:
        raise UsageError("two texts are needed", advice="briefing check SOURCE ENGLISH")
    if source == english == "-":
        raise UsageError("only one of the two texts can come from standard input")
    with _rare_collection():
        result = compare(_read(source), _read(english), mode=cast("Mode", mode), clock=_parse_date(clock))
    for line in describe(result):
        echo(line)
    return 1 if result.flagged else 0


def _read(name: str) -> str:
    from pathlib import Path  # with --jsonl no file is read, and this takes a tenth of the start

    try:
        content = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        return content.decode("utf-8-sig")
    except (FileNotFoundError, IsADirectoryError):
        raise NotFoundError(name, "is not a file") from None
    except PermissionError:
        raise NotFoundError(name, "may not be read") from None
    except UnicodeDecodeError as error:
        raise NotTextError(name, f"is not UTF-8 text (byte {error.start})") from None


def _parse_date(text: object) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(str(text)[:10])
    except ValueError:
        raise UsageError(f"{text!r} is not a date", advice="A date is written 2025-11-02.") from None


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


# ------------------------------------------------------------------------------------------- for a program


def _check_lines(lines: BinaryIO, out: BinaryIO) -> int:
    """Answer each line in order, at once. A line that cannot be read is answered too, and counted."""
    failed = 0
    with _rare_collection():
        for raw in lines:
            if not raw.strip():
                continue
            answer = _answer(raw)
            failed += "error" in answer
            out.write(_encode(answer))
            out.flush()
    if failed:
        echo(f"briefing: {failed} {'line' if failed == 1 else 'lines'} could not be read", err=True)
    return 2 if failed else 0


@contextmanager
def _rare_collection() -> Iterator[None]:
    """Look for reference cycles rarely: figures form none, and looking for them takes a seventh of the time.

    What was imported, and what is left when the command ends, is not looked through at all.
    """
    usual = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_CYCLE_SEARCH)
    try:
        yield
    finally:
        gc.freeze()
        gc.set_threshold(*usual)


def _answer(raw: bytes) -> dict[str, Any]:
    row: Any = None
    try:
        row = _read_json(raw.removeprefix(codecs.BOM_UTF8).decode())
        return _check_row(row)
    except RecursionError:
        return {"id": None, "error": "nested too deeply"}
    except (ValueError, UsageError) as error:
        return {"id": row.get("id") if isinstance(row, dict) else None, "error": str(error)}


def _check_row(row: Any) -> dict[str, Any]:
    if not isinstance(row, dict):
        raise UsageError("the line is not a JSON object")
    for name in ("id", "source", "english"):
        if name not in row:
            raise UsageError(f'"{name}" is missing')
    source, english, mode = row["source"], row["english"], row.get("mode", "translation")
    if not isinstance(source, str) or not isinstance(english, str):
        raise UsageError('"source" and "english" must be text')
    if mode not in _MODES:
        raise UsageError(f'"mode" must be one of {", ".join(_MODES)}')
    language = row.get("language", "zh-Hant")
    if not isinstance(language, str):
        raise UsageError('"language" must be text')
    result = compare(source, english, mode=cast("Mode", mode), clock=_parse_date(row.get("date")), language=language)
    return {
        "id": row["id"],
        "flagged": result.flagged,
        "omits": result.omits,
        "english_figures": [_plain(checked) for checked in result.english_figures],
        "source_figures": [_plain(checked) for checked in result.source_figures],
    }


def _refuse_constant(name: str) -> object:
    """NaN and Infinity are no JSON, and would spoil the answer for strict readers."""
    raise ValueError(f"{name} is no JSON")


_read_json = json.JSONDecoder(parse_constant=_refuse_constant).decode


def _plain(checked: Checked) -> dict[str, Any]:
    figure = checked.figure
    return {
        "text": figure.surface,
        "start": figure.span.start,
        "end": figure.span.end,
        "kind": figure.kind.value,
        "value": write_value(figure.value),
        "unit": figure.unit,
        "status": checked.status,
        "evidence": [{"text": f.surface, "start": f.span.start, "end": f.span.end} for f in checked.evidence],
        "why": checked.why,
    }


def _encode(answer: dict[str, Any]) -> bytes:
    try:
        return codec.encode_bytes(answer) + b"\n"
    except UnicodeEncodeError:
        # a lone surrogate from the input cannot be written as UTF-8; as an escape it can
        return json.dumps(answer).encode() + b"\n"
