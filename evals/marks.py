"""Marks of the reader as cases: a false alarm of the figure check is a clean pair that the check got wrong.

``python -m evals.marks MARKS.jsonl RESULT.json ...`` prints lines for ``datasets/pairs.jsonl``. The marks (``e``, ``f``
in the reader) name findings; the results (``briefing run --json``, or ``e``, ``j`` in the reader) hold their texts.
What cannot be taken is said on stderr, one line each.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.errors import BriefingError
from assistant.judging import FALSE_ALARM
from assistant.notices import WITHHELD
from assistant.records import Briefing, Check, Draft, Field, Place
from assistant.reporting import read_json
from evals.cases import DatasetError, build, read_rows

MARK_ID = "mark-{:03}"


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


def load_marks(path: Path) -> tuple[Marked, ...]:
    """The marks of a file that the reader wrote.

    Raises:
        DatasetError: a line is none; names it.
    """
    return tuple(build(_mark, place, row) for place, row in read_rows(path))


def _mark(row: dict[str, Any]) -> Marked:
    finding = row["finding"]
    place = Place(Field(finding["field"]), int(finding["index"]))
    return Marked(row["briefing"], finding["check"], place, finding["english"], row["verdict"], row["note"])


def make_pairs(marks: Iterable[Marked], briefings: Iterable[Briefing]) -> Iterator[dict[str, str] | str]:
    """A row for each false alarm whose texts are known, once for each pair of texts; else why there is none."""
    by_id = {briefing.id: briefing for briefing in briefings}
    seen: set[tuple[str, ...]] = set()
    for mark in marks:
        if mark.verdict != FALSE_ALARM:
            continue
        row = _make_pair(mark, by_id.get(mark.briefing))
        if isinstance(row, str):
            yield f"{mark.briefing} {mark.place.field} {mark.place.index}, {mark.english!r}: {row}"
        elif (texts := (row["mode"], row["source"], row["english"])) not in seen:
            seen.add(texts)
            yield {"id": MARK_ID.format(len(seen)), **row}


def _make_pair(mark: Marked, briefing: Briefing | None) -> dict[str, str] | str:
    if mark.check != Check.FIGURE:
        return f"a finding of the check of the {mark.check}, not of figures"
    if briefing is None or briefing.draft is None:
        return "no result holds this briefing"
    source, english = (
        _read_source(briefing, briefing.draft, mark.place),
        _read_english(briefing, briefing.draft, mark.place),
    )
    if not source or not english:
        return "its text is not there"
    pair = {
        "language": briefing.item.language,
        "source": " ".join(source.split()),
        "english": english,
        "mode": "translation" if mark.place.field is Field.TRANSLATION else "summary",
        "phenomenon": mark.note or FALSE_ALARM,
    }
    return pair | ({"date": briefing.item.day.isoformat()} if briefing.item.day else {})


def _read_source(briefing: Briefing, draft: Draft, place: Place) -> str:
    """What the check held the text against: its sentence, the sentences a claim cites, or the item."""
    segments = briefing.item.segments
    chosen: Sequence[int] = range(len(segments))
    if place.field is Field.TRANSLATION:
        chosen = [place.index]
    elif place.field is Field.CLAIM:
        chosen = draft.claims[place.index].segments if place.index < len(draft.claims) else ()
    return "".join(segments[i].text for i in chosen if 0 <= i < len(segments))


def _read_english(briefing: Briefing, draft: Draft, place: Place) -> str:
    """What the model wrote there last, before anything was taken out of it."""
    texts = {
        Field.HEADLINE: draft.headline,
        Field.SUMMARY: draft.summary,
        Field.TRANSLATION: draft.translation(place.index),
        Field.CLAIM: draft.claims[place.index].english if place.index < len(draft.claims) else "",
    }
    english = texts.get(place.field, "")
    for repair in reversed(briefing.repairs):
        if repair.place == place and repair.after == english and WITHHELD.search(english):
            english = repair.before
    return english


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the pairs; 1 where a mark could not be taken."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("marks", type=Path)
    parser.add_argument("results", type=Path, nargs="+", metavar="RESULT.json")
    chosen = parser.parse_args(arguments)
    try:
        marks = load_marks(chosen.marks)
        briefings = [b for path in chosen.results for b in read_json(path.read_bytes()).briefings]
    except (BriefingError, DatasetError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    rows = list(make_pairs(marks, briefings))
    for row in rows:
        if isinstance(row, str):
            print(f"not taken: {row}", file=sys.stderr)
        else:
            print(json.dumps(row, ensure_ascii=False))
    return int(any(isinstance(row, str) for row in rows))


if __name__ == "__main__":
    sys.exit(main())
