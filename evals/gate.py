"""Hold the product to its floors: a measure may rise, and never falls in silence.

``python -m evals.gate`` measures, compares with ``baseline.json`` and exits 1 where a measure is worse than its floor,
or where a dataset is not the one that the floors were measured on. ``--raise`` moves the floors up to what is reached.
``--accept "why"`` records what is reached, worse measures and changed datasets included, with the reason.
"""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from evals.briefing_cases import BRIEFINGS
from evals.cases import DATASETS, NAMES, hash_dataset
from evals.credits import measure_credits
from evals.measures import Measure, measure_figures
from evals.pages import hash_pages, measure_pages
from evals.scorers_briefings import measure_briefings
from evals.written import GOOD, brief_written

BASELINE = Path(__file__).parent / "baseline.json"
TOLERANCE = 0.005
"""Per cent; half of the last digit that the baseline keeps."""


@dataclass(frozen=True, slots=True)
class Floor:
    """The worst that a measure may be, in per cent. For a measure of errors it is a ceiling."""

    limit: float
    is_error: bool = False

    def holds(self, share: float) -> bool:
        """Whether a share is no worse than the floor."""
        return share <= self.limit + TOLERANCE if self.is_error else share >= self.limit - TOLERANCE

    def better(self, share: float) -> "Floor":
        """The floor moved to a share if that is better, else the same floor."""
        best = min(self.limit, share) if self.is_error else max(self.limit, share)
        return Floor(round(best, 2), self.is_error)


@dataclass(frozen=True, slots=True)
class Baseline:
    """What the gate holds the program to."""

    datasets: Mapping[str, str]
    """Name -> SHA-256."""
    floors: Mapping[str, Floor]
    history: Sequence[Mapping[str, Any]] = ()
    """Each time something worse or something changed was accepted: when, why, what."""


def find_faults(baseline: Baseline, measures: Sequence[Measure], datasets: Mapping[str, str]) -> list[str]:
    """What is worse than the baseline or not comparable with it, one line each; empty: the gate is open."""
    faults = [
        f"the dataset {name} has changed since the floors were set"
        for name in sorted(baseline.datasets.keys() | datasets.keys())
        if baseline.datasets.get(name) != datasets.get(name)
    ]
    shares = {m.name: m.rate.share for m in measures}
    faults += [f"no floor for {name}" for name in shares if name not in baseline.floors]
    for name, floor in baseline.floors.items():
        if name not in shares:
            faults.append(f"{name} is no longer measured")
        elif not floor.holds(shares[name]):
            side = "above its ceiling" if floor.is_error else "below its floor"
            faults.append(f"{name} is {shares[name]:.2f} %, {side} of {floor.limit:.2f} %")
    return faults


def raise_floors(baseline: Baseline, measures: Sequence[Measure]) -> Baseline:
    """The baseline with each floor moved up to what is reached; none moves down."""
    shares = {m.name: m.rate.share for m in measures}
    floors = {name: floor.better(shares[name]) if name in shares else floor for name, floor in baseline.floors.items()}
    return Baseline(baseline.datasets, floors, baseline.history)


def accept(
    baseline: Baseline, measures: Sequence[Measure], datasets: Mapping[str, str], *, why: str, when: datetime
) -> Baseline:
    """A baseline of what is reached now. What became worse, and which datasets changed, goes into the history."""
    is_first = not baseline.floors
    faults = [] if is_first else find_faults(baseline, measures, datasets)
    entry = {"when": f"{when:%Y-%m-%d}", "why": why, "accepted": faults}
    history = [*baseline.history, entry] if faults or is_first else baseline.history
    floors = {m.name: Floor(round(m.rate.share, 2), m.is_error) for m in measures}
    return Baseline(datasets, floors, history)


# ------------------------------------------------------------------------------------------------------- files


def read_baseline(path: Path = BASELINE) -> Baseline:
    """The baseline of a file; an empty one where there is no file yet."""
    if not path.exists():
        return Baseline({}, {})
    row = json.loads(path.read_text(encoding="utf-8"))
    floors = {n: Floor(f.get("at least", f.get("at most")), "at most" in f) for n, f in row["floors"].items()}
    return Baseline(row["datasets"], floors, row["history"])


def write_baseline(baseline: Baseline, path: Path = BASELINE) -> None:
    """Write a baseline so that a change of one floor is a change of one line."""
    floors = {n: {"at most" if f.is_error else "at least": f.limit} for n, f in baseline.floors.items()}
    lines = ",\n".join(f"    {json.dumps(n)}: {json.dumps(f)}" for n, f in floors.items())
    rest = {"datasets": dict(baseline.datasets), "history": list(baseline.history)}
    head = json.dumps(rest, indent=2, ensure_ascii=False)
    path.write_text(f'{head[:-2]},\n  "floors": {{\n{lines}\n  }}\n}}\n', encoding="utf-8")


def hash_datasets() -> dict[str, str]:
    """Name -> SHA-256 of each dataset, the replies written by hand included."""
    paths = {**{name: DATASETS / f"{name}.jsonl" for name in NAMES}, "briefings": BRIEFINGS, "written": GOOD}
    return {name: hash_dataset(path) for name, path in paths.items()} | {"pages": hash_pages()}


def measure_all() -> list[Measure]:
    """Everything that is deterministic: the figure check, the items of dumps, whole briefings by hand, credits."""
    written = brief_written()
    whole = [m._replace(name=f"briefings: {m.name}") for m in measure_briefings(written)]
    return [*measure_figures()[0], *measure_pages(), *whole, *measure_credits(written)]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, compare, say what is wrong; 1 if anything is."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument("--raise", dest="is_raising", action="store_true", help="move the floors up to what is reached")
    choice.add_argument("--accept", metavar="WHY", help="record what is reached, also where it is worse")
    chosen = parser.parse_args(arguments)
    baseline, measures, datasets = read_baseline(), measure_all(), hash_datasets()
    if chosen.accept:
        write_baseline(accept(baseline, measures, datasets, why=chosen.accept, when=datetime.now(UTC)))
        print(f"gate: recorded {len(measures)} measures in {BASELINE.name}")
        return 0
    faults = find_faults(baseline, measures, datasets)
    for fault in faults:
        print(f"gate: {fault}", file=sys.stderr)
    if faults:
        print("gate: closed. See evals/README.md for what to do.", file=sys.stderr)
        return 1
    if chosen.is_raising:
        write_baseline(raise_floors(baseline, measures))
    print(f"gate: open, {len(measures)} measures hold their floors")
    return 0


if __name__ == "__main__":
    sys.exit(main())
