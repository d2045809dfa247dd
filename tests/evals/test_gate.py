"""The gate: floors hold, rise, and fall only when someone says so and why."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from evals import gate
from evals.gate import Baseline, Floor, accept, find_faults, raise_floors, read_baseline, write_baseline
from evals.measures import Measure
from evals.scorers import Rate

DATASETS = {"pairs": "abc"}
BASELINE = Baseline(DATASETS, {"seen": Floor(90.0), "alarms": Floor(2.0, is_error=True)})
NOW = datetime(2025, 11, 22, tzinfo=UTC)


def measures(seen: int = 90, alarms: int = 2) -> list[Measure]:
    return [Measure("seen", Rate(seen, 100)), Measure("alarms", Rate(alarms, 100), is_error=True)]


def test_the_gate_is_open_at_the_floors() -> None:
    assert find_faults(BASELINE, measures(), DATASETS) == []


@pytest.mark.parametrize(
    ("found", "fault"),
    [
        (measures(seen=89), "seen is 89.00 %, below its floor of 90.00 %"),
        (measures(alarms=3), "alarms is 3.00 %, above its ceiling of 2.00 %"),
        (measures()[:1], "alarms is no longer measured"),
        ([*measures(), Measure("new", Rate(1, 1))], "no floor for new"),
    ],
)
def test_the_gate_says_what_is_worse(found: list[Measure], fault: str) -> None:
    assert find_faults(BASELINE, found, DATASETS) == [fault]


@pytest.mark.parametrize("datasets", [{"pairs": "abd"}, {}, {"pairs": "abc", "more": "x"}])
def test_a_changed_dataset_closes_the_gate(datasets: dict[str, str]) -> None:
    assert [f for f in find_faults(BASELINE, measures(), datasets) if "has changed" in f]


def test_floors_rise_and_never_fall() -> None:
    raised = raise_floors(BASELINE, measures(seen=95, alarms=5))
    assert raised.floors == {"seen": Floor(95.0), "alarms": Floor(2.0, is_error=True)}


def test_accepting_records_what_is_worse_and_why() -> None:
    accepted = accept(BASELINE, measures(seen=80), {"pairs": "new"}, why="harder cases", when=NOW)
    assert accepted.floors["seen"] == Floor(80.0)
    assert accepted.datasets == {"pairs": "new"}
    assert [entry["why"] for entry in accepted.history] == ["harder cases"]
    assert len(accepted.history[0]["accepted"]) == 2
    assert find_faults(accepted, measures(seen=80), {"pairs": "new"}) == []


def test_the_first_floors_have_nothing_to_excuse() -> None:
    first = accept(Baseline({}, {}), measures(), DATASETS, why="the first floors", when=NOW)
    assert first.history == [{"when": "2025-11-22", "why": "the first floors", "accepted": []}]


def test_accepting_what_is_no_worse_leaves_no_trace() -> None:
    assert accept(BASELINE, measures(seen=95), DATASETS, why="nothing", when=NOW).history == ()


def test_a_baseline_is_the_same_after_writing_and_reading(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    baseline = accept(BASELINE, measures(seen=80), DATASETS, why="測試", when=NOW)
    write_baseline(baseline, path)
    assert read_baseline(path) == baseline


def test_without_a_baseline_the_gate_is_closed(tmp_path: Path) -> None:
    empty = read_baseline(tmp_path / "none.json")
    assert len(find_faults(empty, measures(), DATASETS)) == 3


def test_the_command_closes_accepts_opens_and_raises(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path, found = tmp_path / "baseline.json", measures()
    monkeypatch.setattr(gate, "read_baseline", lambda: read_baseline(path))
    monkeypatch.setattr(gate, "write_baseline", lambda baseline: write_baseline(baseline, path))
    monkeypatch.setattr(gate, "hash_datasets", lambda: DATASETS)
    monkeypatch.setattr(gate, "measure_all", lambda: found)
    assert gate.main([]) == 1
    assert "gate: closed" in capsys.readouterr().err
    assert gate.main(["--accept", "first run"]) == 0
    assert gate.main([]) == 0
    found[0] = Measure("seen", Rate(97, 100))
    assert gate.main(["--raise"]) == 0
    assert read_baseline(path).floors["seen"] == Floor(97.0)
    found[0] = Measure("seen", Rate(96, 100))
    assert gate.main(["--raise"]) == 1
    assert "seen is 96.00 %, below its floor of 97.00 %" in capsys.readouterr().err
    assert read_baseline(path).floors["seen"] == Floor(97.0)
