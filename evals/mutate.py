"""Make wrong variants of clean pairs, one figure each: the same seed gives the same variants on every machine.

    python -m evals.mutate [PAIRS.jsonl] [--seed 1] > slips.jsonl

Works on any JSONL of pairs with ``id``, ``source`` and ``english``. Where a pair carries labels, only the figures that
they name are touched, so that no name with digits in it becomes a "wrong figure".
"""

import argparse
import json
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random

from assistant.records import Span
from evals.cases import DATASETS, PairCase, SlipCase, load_pairs
from evals.edit_parts import Edit
from evals.edits import KINDS

SEED = 20251122
NAME_BEFORE = re.compile(r"(?:[a-z,;] [A-Z][a-z]+|No\.) $")
"""What makes a number part of a name: a capitalised word inside a sentence."""
NEEDS_TRANSLATION = frozenset({"dropped"})
"""Kinds that are no mistake in a summary, which may leave things out."""
FREE = {"added": 0.2}
"""Kinds that touch no figure of the text and so fit every pair: the share of pairs that gets one."""


def mutate_pairs(pairs: Iterable[PairCase], *, seed: int = SEED) -> Iterator[SlipCase]:
    """At most one variant of each kind for each pair, in the order of the pairs."""
    for pair in pairs:
        for kind in KINDS:
            slip = mutate_pair(pair, kind, seed=seed)
            if slip:
                yield slip


def mutate_pair(pair: PairCase, kind: str, *, seed: int = SEED) -> SlipCase | None:
    """The pair with one mistake of this kind in its English, or None where it offers no place for one."""
    if kind in NEEDS_TRANSLATION and pair.mode != "translation":
        return None
    rng = Random(f"{seed} {kind} {pair.id}")
    if rng.random() > FREE.get(kind, 1):
        return None
    edits = [e for e in KINDS[kind](pair.english, rng) if _is_fit(e, kind, pair)]
    if not edits:
        return None
    edit = rng.choice(edits)
    english = pair.english[: edit.start] + edit.new + pair.english[edit.end :]
    return SlipCase(
        id=f"{pair.id}/{kind}",
        kind=kind,
        source=pair.source,
        english=english,
        right=pair.english,
        wrong=Span(edit.start, edit.start + len(edit.new)) if edit.new else None,
        language=pair.language,
        mode=pair.mode,
        day=pair.day,
        base=pair.id,
        meant=_meant(edit, kind, pair),
    )


def _is_fit(edit: Edit, kind: str, pair: PairCase) -> bool:
    """Whether an edit touches a figure, and gives one that neither text has already."""
    if pair.english[edit.start : edit.end] == edit.new:
        return False
    if kind in FREE:
        return True
    if edit.new and edit.new[0].isdigit() and kind != "per cent lost" and edit.new in pair.source:
        return False
    if pair.figures is None:
        return not (edit.new[:1].isdigit() and NAME_BEFORE.search(pair.english, 0, edit.start))
    labelled = _labelled(pair.english, pair.figures)
    return all(any(s.start <= place < s.end for s in labelled) for place in _touched(edit, kind))


def _meant(edit: Edit, kind: str, pair: PairCase) -> str:
    """The source figure that the label of the changed one names; empty where there is no label, or two figures."""
    if not pair.figures or kind in FREE or kind == "swapped":
        return ""
    [place] = _touched(edit, kind)
    return next(
        (
            source
            for source, text in pair.figures
            if any(s.start <= place < s.end for s in _labelled(pair.english, [("", text)]))
        ),
        "",
    )


def _touched(edit: Edit, kind: str) -> tuple[int, ...]:
    """A character of each figure that an edit changes: of both, where two change places."""
    last = max(edit.start, edit.end - 1)
    return (edit.start, last) if kind == "swapped" else (last,)


def _labelled(english: str, figures: Iterable[tuple[str, str]]) -> list[Span]:
    """Where the labelled figures stand, with room for a unit after them."""
    starts = ((english.find(text), len(text)) for _, text in figures if text)
    return [Span(at, at + length + 1) for at, length in starts if at >= 0]


def to_row(slip: SlipCase) -> dict[str, object]:
    """A slip as one line of a dataset."""
    row: dict[str, object] = {"id": slip.id, "kind": slip.kind, "base": slip.base}
    row |= {"language": slip.language, "source": slip.source, "english": slip.english}
    row |= {"wrong": list(slip.wrong) if slip.wrong else None, "right": slip.right, "mode": slip.mode}
    return row | ({"date": slip.day.isoformat()} if slip.day else {})


def main() -> None:
    """Write the variants of a file of pairs to standard output."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", nargs="?", type=Path, default=DATASETS / "pairs.jsonl")
    parser.add_argument("--seed", type=int, default=SEED)
    chosen = parser.parse_args()
    for slip in mutate_pairs(load_pairs(chosen.pairs), seed=chosen.seed):
        sys.stdout.write(json.dumps(to_row(slip), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
