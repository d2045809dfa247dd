"""Whole sentences as news words them, right and wrong: figures that follow from others, and those that only seem to."""

from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from assistant.figures import compare

CASES: list[dict[str, Any]] = [
    msgspec.json.decode(line) for line in Path(__file__).with_name("wordings.jsonl").read_bytes().splitlines()
]


def _is_faulted(case: dict[str, Any]) -> bool:
    clock = date.fromisoformat(case["date"]) if "date" in case else None
    comparison = compare(case["source"], case["english"], clock=clock)
    return comparison.flagged or comparison.omits


@pytest.mark.parametrize("case", [c for c in CASES if c["right"]], ids=lambda c: c["phenomenon"])
def test_a_right_sentence_is_let_pass(case: dict[str, Any]) -> None:
    assert not _is_faulted(case)


@pytest.mark.parametrize("case", [c for c in CASES if not c["right"]], ids=lambda c: c["phenomenon"])
def test_a_wrong_sentence_is_seen(case: dict[str, Any]) -> None:
    assert _is_faulted(case)
