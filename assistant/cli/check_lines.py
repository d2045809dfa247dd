"""``briefing check --jsonl``: pairs of texts in, one verdict a line out, and no library of commands to wait for."""

import codecs
import json
from datetime import date
from typing import Any, BinaryIO, cast, get_args

from assistant import codec
from assistant.cycles import rare_cycle_search
from assistant.errors import UsageError
from assistant.figures import Checked, Figure, Kind, Mode, compare, write_value
from assistant.patterns import keep_patterns

MODES = get_args(Mode)
_KINDS = {kind: kind.value for kind in Kind}
_CYCLE_SEARCH = 200_000
"""New objects after which the search for reference cycles begins, while texts are checked."""


def check_lines(lines: BinaryIO, out: BinaryIO, *, mode: str = "translation", day: str | None = None) -> int:
    """Answer each line in order, at once. A line that cannot be read is answered too, and counted.

    ``mode`` and ``day`` (YYYY-MM-DD) are for the lines that say none themselves.
    """
    defaults = {"mode": mode, "date": day}
    failed = 0
    with rare_cycle_search(_CYCLE_SEARCH):
        for raw in lines:
            if not raw.strip():
                continue
            answer = _answer(raw, defaults)
            failed += "error" in answer
            out.write(_encode(answer))
            out.flush()
    keep_patterns()
    if failed:
        from assistant.cli.terminal import echo  # it comes with that library

        echo(f"briefing: {failed} {'line' if failed == 1 else 'lines'} could not be read", err=True)
    return 2 if failed else 0


def parse_date(text: object) -> date | None:
    """The day that ``text`` (YYYY-MM-DD, what follows is not looked at) names; None for None."""
    if text is None:
        return None
    try:
        return date.fromisoformat(str(text)[:10])
    except ValueError:
        raise UsageError(f"{text!r} is not a date", advice="A date is written 2025-11-02.") from None


def _answer(raw: bytes, defaults: dict[str, str | None]) -> dict[str, Any]:
    row: Any = None
    try:
        row = _read_json(raw.removeprefix(codecs.BOM_UTF8).decode())
        return _check_row(row, defaults)
    except RecursionError:
        return {"id": None, "error": "nested too deeply"}
    except (ValueError, UsageError) as error:
        return {"id": _id_of(row), "error": str(error)}
    except Exception as fault:  # noqa: BLE001 - what goes wrong in one line must not leave the others unanswered
        return {"id": _id_of(row), "error": f"a fault of briefing's own: {fault!r}"}


def _id_of(row: Any) -> Any:
    return row.get("id") if isinstance(row, dict) else None


def _check_row(row: Any, defaults: dict[str, str | None]) -> dict[str, Any]:
    if not isinstance(row, dict):
        raise UsageError("the line is not a JSON object")
    row = defaults | row
    for name in ("id", "source", "english"):
        if name not in row:
            raise UsageError(f'"{name}" is missing')
    source, english, mode = row["source"], row["english"], row["mode"]
    if not isinstance(source, str) or not isinstance(english, str):
        raise UsageError('"source" and "english" must be text')
    if mode not in MODES:
        raise UsageError(f'"mode" must be one of {", ".join(MODES)}')
    language = row.get("language", "zh-Hant")
    if not isinstance(language, str):
        raise UsageError('"language" must be text')
    result = compare(source, english, mode=cast("Mode", mode), clock=parse_date(row["date"]), language=language)
    return {
        "id": row["id"],
        "flagged": result.flagged,
        "omits": result.omits,
        "english_figures": list(map(_plain, result.english_figures)),
        "source_figures": list(map(_plain, result.source_figures)),
    }


def _refuse_constant(name: str) -> object:
    """NaN and Infinity are no JSON, and would spoil the answer for strict readers."""
    raise ValueError(f"{name} is no JSON")


_read_json = json.JSONDecoder(parse_constant=_refuse_constant).decode


def _plain(checked: Checked) -> dict[str, Any]:
    figure = checked.figure
    start, end = figure.span
    return {
        "text": figure.surface,
        "start": start,
        "end": end,
        "kind": _KINDS[figure.kind],
        "value": write_value(figure.value),
        "unit": figure.unit,
        "status": checked.status,
        "evidence": list(map(_place, checked.evidence)) if checked.evidence else [],
        "why": checked.why,
    }


def _place(figure: Figure) -> dict[str, Any]:
    start, end = figure.span
    return {"text": figure.surface, "start": start, "end": end}


def _encode(answer: dict[str, Any]) -> bytes:
    try:
        return codec.encode_bytes(answer) + b"\n"
    except UnicodeEncodeError:
        # a lone surrogate from the input cannot be written as UTF-8; as an escape it can
        return json.dumps(answer).encode() + b"\n"
