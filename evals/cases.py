"""The cases of the datasets as records, and how they are loaded.

Three files in ``evals/datasets``, one JSON object a line, so that a translator can edit them: readings
(``figures.jsonl``), clean pairs (``pairs.jsonl``) and pairs with one wrong figure (``slips.jsonl``).
``evals/README.md``
describes the fields.
"""

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from assistant.records import Span

DATASETS = Path(__file__).parent / "datasets"
NAMES = ("figures", "pairs", "slips")

Case = TypeVar("Case")


class DatasetError(Exception):
    """A line of a dataset cannot be used; the message names the file and the line."""


@dataclass(frozen=True, slots=True)
class Label:
    """One figure that a text holds, as a person reads it. ``value`` as described in ``evals/README.md``."""

    span: Span
    text: str
    kind: str
    value: str
    unit: str = ""
    """Empty: not said, or nothing to hold a reader to."""
    approximation: str = ""


@dataclass(frozen=True, slots=True)
class ReadingCase:
    """A text and all figures in it."""

    id: str
    language: str
    text: str
    figures: tuple[Label, ...]
    phenomenon: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class PairCase:
    """A source and its correct English."""

    id: str
    source: str
    english: str
    language: str = ""
    mode: str = "translation"
    day: date | None = None
    phenomenon: str = ""
    figures: tuple[tuple[str, str], ...] | None = None
    """Each figure as the source and as the English prints it; None where nobody labelled the pair."""


@dataclass(frozen=True, slots=True)
class SlipCase:
    """A pair in which exactly one thing about one figure is wrong, with the correct English beside it."""

    id: str
    kind: str
    source: str
    english: str
    right: str
    wrong: Span | None = None
    """Where the wrong figure stands in ``english``; None where a figure is missing."""
    language: str = ""
    mode: str = "translation"
    day: date | None = None
    base: str = ""
    """The id of the clean pair that it was made from, if any."""
    meant: str = ""
    """The source figure that the wrong one should render, as printed, where it is known."""


def read_rows(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each line of a JSONL file as ``(place, row)``; the place is for messages: ``pairs.jsonl line 3``.

    Raises:
        DatasetError: a line is not a JSON object.
    """
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        place = f"{path.name} line {number}"
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise DatasetError(f"{place} is not JSON: {error}") from error
        if not isinstance(row, dict):
            raise DatasetError(f"{place} is not a JSON object")
        yield place, row


def load_readings(path: Path = DATASETS / "figures.jsonl") -> tuple[ReadingCase, ...]:
    """The reading cases of a file."""
    return tuple(build(_reading, place, row) for place, row in read_rows(path))


def load_pairs(path: Path = DATASETS / "pairs.jsonl") -> tuple[PairCase, ...]:
    """The pairs of a file. Only ``id``, ``source`` and ``english`` are needed, so that any JSONL of pairs will do."""
    return tuple(build(_pair, place, row) for place, row in read_rows(path))


def load_slips(path: Path = DATASETS / "slips.jsonl") -> tuple[SlipCase, ...]:
    """The slips of a file."""
    return tuple(build(_slip, place, row) for place, row in read_rows(path))


def hash_dataset(path: Path) -> str:
    """SHA-256 of a dataset's bytes, line ends normalised so that a checkout on Windows is the same dataset."""
    return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def build(make: Callable[[dict[str, Any]], Case], place: str, row: dict[str, Any]) -> Case:
    """The case that ``make`` makes of a row.

    Raises:
        DatasetError: a field is missing or of the wrong kind; names the place.
    """
    try:
        return make(row)
    except (KeyError, TypeError, ValueError) as error:
        raise DatasetError(f"{place} lacks or garbles a field: {error!r}") from error


def _reading(row: dict[str, Any]) -> ReadingCase:
    labels = tuple(_labels(row["figures"], row["text"]))
    return ReadingCase(row["id"], row["language"], row["text"], labels, row["phenomenon"], _date(row))


def _labels(rows: list[dict[str, Any]], text: str) -> Iterator[Label]:
    """Find each figure after the one before it, so that nobody has to count characters in the file."""
    at = 0
    for row in rows:
        start = text.find(row["text"], at)
        if start < 0:
            raise ValueError(f"{row['text']} does not stand in the text after character {at}")
        at = start + len(row["text"])
        yield Label(
            Span(start, at), row["text"], row["kind"], row["value"], row.get("unit", ""), row.get("approximation", "")
        )


def _pair(row: dict[str, Any]) -> PairCase:
    return PairCase(
        row["id"],
        row["source"],
        row["english"],
        row.get("language", ""),
        row.get("mode", "translation"),
        _date(row),
        row.get("phenomenon", ""),
        tuple((f["source"], f["english"]) for f in row["labels"]["figures"]) if "labels" in row else None,
    )


def _slip(row: dict[str, Any]) -> SlipCase:
    return SlipCase(
        row["id"],
        row["kind"],
        row["source"],
        row["english"],
        row["right"],
        Span(*row["wrong"]) if row["wrong"] else None,
        row.get("language", ""),
        row.get("mode", "translation"),
        _date(row),
        row.get("base", ""),
    )


def _date(row: dict[str, Any]) -> date | None:
    return date.fromisoformat(row["date"]) if row.get("date") else None
