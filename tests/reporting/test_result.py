import json
from pathlib import Path

import pytest

from assistant.errors import BriefingError
from assistant.records import Report
from assistant.reporting import json_schema, read_json, render_json
from tests.reporting import samples
from tests.reporting.golden_files import compare

SCHEMAS = Path(__file__).parents[2] / "docs" / "schemas"
REPORTS = {
    "full": samples.full_report(),
    "hostile": samples.hostile_report(),
    "empty": samples.report(),
}


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
def test_what_is_written_is_read_back(report: Report) -> None:
    assert read_json(render_json(report)) == report
    assert render_json(report) == render_json(read_json(render_json(report)))


def test_json_is_inert_in_a_page_and_in_a_terminal() -> None:
    text = render_json(samples.hostile_report())
    assert not set(text) & set("<>&\x1b\x9b\x07\u202e\u202c")


def test_what_verification_needs_is_embedded() -> None:
    result = json.loads(render_json(samples.full_report()))
    briefing = result["report"]["briefings"][0]
    assert result["schema"] == "briefing/2"
    assert briefing["dump_sha256"] == samples.SHA256
    assert briefing["item"]["text"] == samples.MINERALS.text
    assert briefing["findings"][1]["source_span"] == [4, 9]
    assert result["report"]["prompts"][0]["sha256"] == samples.PROMPT.sha256


def test_the_published_schema() -> None:
    """It may grow (new fields with defaults); whoever changes a record sees here what readers of results will see."""
    compare("briefing-2.schema.json", json.dumps(json_schema(), indent=1) + "\n", folder=SCHEMAS)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "no result of briefing"),
        ("[]", "no result of briefing"),
        ('{"schema": "briefing/2"}', "whole: Field required"),
        ('{"schema": "briefing/3", "news": 1}', "'briefing/3'"),
        ("[" * 100_000, "no result of briefing"),
        (b"\xff\xfe", "no result of briefing"),
        (render_json(samples.report()).replace("briefing/2", "briefing/7"), "'briefing/7'"),
        (render_json(samples.full_report())[:-9], "no result of briefing"),
        (
            render_json(samples.full_report()).replace('"flags": 9', '"flags": 0'),
            "its summary says flags = 0, and its report holds 9",
        ),
    ],
    ids=["empty", "list", "nothing in it", "later version", "deep", "binary", "other version", "cut", "edited"],
)
def test_a_broken_result_gets_one_clear_line(text: str | bytes, says: str) -> None:
    with pytest.raises(BriefingError, match=says) as caught:
        read_json(text)
    assert "\n" not in caught.value.message
