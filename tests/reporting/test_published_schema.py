"""A result is what the published schema says, by a validator that is not ours."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from assistant.cli import main
from assistant.reporting import render_json
from tests.reporting import samples
from tests.test_pipeline import PAGE

PUBLISHED = Path(__file__).parents[2] / "docs" / "schemas" / "briefing-2.schema.json"


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    content: dict[str, Any] = json.loads(PUBLISHED.read_text(encoding="utf-8"))
    return content


def find_errors(schema: dict[str, Any], result: Any) -> list[str]:
    return [f"{error.json_path}: {error.message[:80]}" for error in Draft202012Validator(schema).iter_errors(result)]


def test_it_is_a_schema_and_every_record_and_field_that_needs_words_has_them(schema: dict[str, Any]) -> None:
    Draft202012Validator.check_schema(schema)
    assert [name for name, defined in schema["$defs"].items() if not defined.get("description")] == []
    for record, field in (("Finding", "span"), ("Claim", "quote"), ("Segment", "index"), ("Briefing", "repairs")):
        assert schema["$defs"][record]["properties"][field]["description"], (record, field)


@pytest.mark.parametrize("report", [samples.full_report(), samples.hostile_report(), samples.report()])
def test_what_is_written_is_valid(schema: dict[str, Any], report: Any) -> None:
    assert find_errors(schema, json.loads(render_json(report))) == []


def test_what_a_run_writes_is_valid(schema: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFING_HOME", str(tmp_path / "home"))
    page, result = tmp_path / "page.txt", tmp_path / "out.json"
    page.write_text(PAGE, encoding="utf-8")
    with pytest.raises(SystemExit):
        main(["run", "--no-model", str(page), "--json", str(result)])
    assert find_errors(schema, json.loads(result.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("schema",), "briefing/3"),
        (("report", "briefings", 0, "item", "span"), [1]),
        (("report", "briefings", 0, "findings", 0, "verdict"), "right"),
        (("report", "briefings", 0, "draft", "claims", 0, "quote"), 85),
    ],
)
def test_what_is_no_result_is_not(schema: dict[str, Any], path: tuple[Any, ...], value: Any) -> None:
    result = json.loads(render_json(samples.full_report()))
    at = result
    for key in path[:-1]:
        at = at[key]
    at[path[-1]] = value
    assert find_errors(schema, result) != []


def test_what_no_result_has_is_forbidden_in_every_record(schema: dict[str, Any]) -> None:
    result = json.loads(render_json(samples.full_report()))
    briefing = result["report"]["briefings"][0]
    for record in (result, result["report"], briefing, briefing["item"], briefing["draft"]["claims"][0]):
        record["note"] = "72 dead"
        assert len(find_errors(schema, result)) == 1
        del record["note"]
