"""``renderings.jsonl``: phrases and sentences, each with English that renders it rightly or that does not."""

import json
from pathlib import Path
from typing import Any

import pytest

from assistant.figures import compare

CASES = [json.loads(line) for line in (Path(__file__).parent / "renderings.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["source"])
def test_what_renders_a_figure_rightly_is_never_flagged_and_what_does_not_always_is(case: dict[str, Any]) -> None:
    flagged = [english for english in case.get("right", []) if compare(case["source"], english).flagged]
    missed = [english for english in case.get("wrong", []) if not compare(case["source"], english).flagged]
    assert (flagged, missed) == ([], [])


def test_a_fall_that_is_called_a_rise_is_said_to_be_one() -> None:
    checked = compare("出口下跌3%。", "Exports rose 3 percent.").english_figures[0]
    assert checked.why == "direction: the source has a fall (下跌3%)"
    assert checked.expected == "3%"
