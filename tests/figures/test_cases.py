"""Whole sentences, from a table that a translator can edit: each says what the comparison must make of it."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assistant.figures import compare

CASES = [json.loads(line) for line in (Path(__file__).parent / "cases.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["says"])
def test_a_sentence_gets_the_verdicts_of_the_table(case: dict[str, Any]) -> None:
    clock = date.fromisoformat(case["date"]) if "date" in case else None
    result = compare(
        case["source"],
        case["english"],
        mode=case.get("mode", "translation"),
        clock=clock,
        language=case.get("language", "zh-Hant"),
    )
    expected = case["english_figures"]
    assert [[c.figure.surface, c.status.value] for c in result.english_figures] == [row[:2] for row in expected]
    for checked, row in zip(result.english_figures, expected, strict=True):
        assert len(row) < 3 or row[2] in checked.why
    if "omitted" in case:
        assert [c.figure.surface for c in result.source_figures if c.status == "omitted"] == case["omitted"]
