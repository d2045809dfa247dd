"""Marks of the reader as cases: a false alarm of the figure check is a clean pair that the check got wrong.

``python -m evals.marks MARKS.jsonl ...`` prints lines for ``datasets/pairs.jsonl``. The marks (``e``, ``f`` in the
reader) hold the texts of their findings. What cannot be taken is said on stderr, one line each.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.judging import FALSE_ALARM
from assistant.records import Check, Field, Place
from evals.cases import DatasetError, build, read_rows

MARK_ID = "mark-{:03}"
TEXTS = ("source", "english", "language", "mode")


@dataclass(frozen=True, slots=True)
class Marked:
    """One finding as a user judged it."""

    briefing: str
    """The id of the briefing."""
    check: str
    place: Place
    english: str
    verdict: str
    """Of the user: ``seen`` or ``false alarm``."""
    note: str
    text: Mapping[str, str]
    """``source``, ``english``, ``language``, ``mode`` and perhaps ``date``; empty where they are not known any more."""


def load_marks(path: Path) -> tuple[Marked, ...]:
    """The marks of a file that the reader wrote.

    Raises:
        DatasetError: a line is none; names it.
    """
    return tuple(build(_mark, place, row) for place, row in read_rows(path))


def _mark(row: dict[str, Any]) -> Marked:
    finding = row["finding"]
    place = Place(Field(finding["field"]), int(finding["index"]))
    text = {str(name): str(value) for name, value in dict(row["text"] or {}).items()}
    if text:
        text |= {name: text[name] for name in TEXTS}  # all of them, or the line is garbled
    return Marked(row["briefing"], finding["check"], place, finding["english"], row["verdict"], row["note"], text)


def make_pairs(marks: Iterable[Marked]) -> Iterator[dict[str, str] | str]:
    """A row for each false alarm whose texts are known, once for each pair of texts; else why there is none."""
    seen: set[tuple[str, ...]] = set()
    for mark in marks:
        if mark.verdict != FALSE_ALARM:
            continue
        row = _make_pair(mark)
        if isinstance(row, str):
            yield f"{mark.briefing} {mark.place.field} {mark.place.index}, {mark.english!r}: {row}"
        elif (texts := (row["mode"], row["source"], row["english"])) not in seen:
            seen.add(texts)
            yield {"id": MARK_ID.format(len(seen)), **row}


def _make_pair(mark: Marked) -> dict[str, str] | str:
    if mark.check != Check.FIGURE:
        return f"a finding of the check of the {mark.check}, not of figures"
    if not mark.text:
        return "its briefing is gone, or was written anew without it"
    return {**mark.text, "source": " ".join(mark.text["source"].split()), "phenomenon": mark.note or FALSE_ALARM}


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the pairs; 1 where a mark could not be taken."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("marks", type=Path, nargs="+", metavar="MARKS.jsonl")
    chosen = parser.parse_args(arguments)
    try:
        marks = [mark for path in chosen.marks for mark in load_marks(path)]
    except (DatasetError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    rows = list(make_pairs(marks))
    for row in rows:
        if isinstance(row, str):
            print(f"not taken: {row}", file=sys.stderr)
        else:
            print(json.dumps(row, ensure_ascii=False))
    return int(any(isinstance(row, str) for row in rows))


if __name__ == "__main__":
    sys.exit(main())
