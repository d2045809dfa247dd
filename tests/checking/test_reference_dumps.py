"""The dumps of the evals are clean but for the one that is meant not to be; their facts and names raise no alarm."""

import json
from pathlib import Path
from typing import Any

import pytest

from assistant.checking.injections import find_injections
from assistant.checking.names import check_names
from assistant.checking.persons import check_persons
from assistant.checking.quotations import check_quotations
from assistant.checking.tracing import Tracer
from assistant.cutting import cut_items
from assistant.glossary import load_shipped
from assistant.reading import read_bytes
from assistant.records import Draft, Finding, Name

DATASET = Path(__file__).parents[2] / "evals" / "datasets" / "briefings.jsonl"
CASES = [json.loads(line) for line in DATASET.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_nothing_is_suspect_and_no_reference_is_flagged(case: dict[str, Any]) -> None:
    dump = read_bytes(case["dump"].encode(), "dump.txt")
    flags: list[Finding] = []
    suspect = [found for item in cut_items(dump) for found in find_injections(item)]
    assert bool(suspect) is ("injection" in case["id"])
    for item in cut_items(dump):
        names = tuple(Name(n["original"], n["english"][0]) for n in case["names"] if n["original"] in item.text)
        facts = " ".join(fact["fact"] + "." for fact in case["must_have"])
        draft = Draft("", facts + " " + " ".join(f"{n.english} ({n.original})" for n in names), (), (), names)
        tracer = Tracer(item, draft, load_shipped())
        for check in (check_names, check_persons, check_quotations):
            flags += [f for f in check(tracer) if f.verdict.is_flag]
    assert [(f.check, f.english, f.why) for f in flags] == []
