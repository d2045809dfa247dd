"""A written result can be checked again by anyone; the first digit that was edited is named."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from assistant.pipeline import Pipeline
from assistant.prompts import load_prompt
from assistant.reading import read_bytes
from assistant.records import Briefing, Report, Translation
from assistant.reporting import read_json, render_json
from assistant.verifying import verify_report
from tests.cli.test_run import run
from tests.fakes import ScriptedModel
from tests.test_drafting import obey
from tests.test_pipeline import PAGE

DUMP = read_bytes(PAGE.encode(), "page.txt")
ENGLISH = "They signed an agreement worth US$8.5 billion."


@pytest.fixture(scope="module")
def report() -> Report:
    pipeline = Pipeline(
        model=ScriptedModel(lambda request: obey(request, summary=ENGLISH)),
        prompt=load_prompt("draft"), chunk_tokens=500, count_tokens=len,
    )  # fmt: skip
    return Report("Test", datetime(2025, 11, 2, tzinfo=UTC), asyncio.run(pipeline.run([DUMP])), model="scripted")


def edit(report: Report, change: Callable[[Briefing], Briefing]) -> Report:
    first, *rest = report.briefings
    return replace(report, briefings=(change(first), *rest))


def test_a_result_as_it_was_written_has_no_difference(report: Report) -> None:
    again = read_json(render_json(report))
    assert list(verify_report(again)) == []
    assert list(verify_report(again, dumps=[DUMP])) == []


def edit_summary(briefing: Briefing) -> Briefing:
    assert briefing.draft
    return replace(briefing, draft=replace(briefing.draft, summary=ENGLISH.replace("8.5", "8.6")))


def edit_translation(briefing: Briefing) -> Briefing:
    assert briefing.draft
    first, *rest = briefing.draft.translations
    new = Translation(first.segment, first.english + " In 1999 it rained.")
    return replace(briefing, draft=replace(briefing.draft, translations=(new, *rest)))


def hide_a_flag(briefing: Briefing) -> Briefing:
    return replace(briefing, findings=tuple(f for f in briefing.findings if not f.verdict.is_flag))


def edit_rendering(briefing: Briefing) -> Briefing:
    first, *rest = briefing.figures
    return replace(briefing, figures=(replace(first, english="US$85 billion"), *rest))


@pytest.mark.parametrize("change", [edit_summary, edit_translation, hide_a_flag, edit_rendering])
def test_an_edit_is_named(report: Report, change: Callable[[Briefing], Briefing]) -> None:
    differences = list(verify_report(edit(report, change)))
    assert differences
    assert all(d.briefing == report.briefings[0].id for d in differences)


def test_an_edited_source_is_named_when_the_source_is_at_hand(report: Report) -> None:
    def change(briefing: Briefing) -> Briefing:
        item = briefing.item
        segments = tuple(replace(s, text=s.text.replace("85億", "86億")) for s in item.segments)
        return replace(briefing, item=replace(item, text=item.text.replace("85億", "86億"), segments=segments))

    differences = list(verify_report(edit(report, change), dumps=[DUMP]))
    assert any(d.where == "source" and "86億" in d.message and "85億" in d.message for d in differences)


def test_another_source_is_refused(report: Report) -> None:
    other = read_bytes((PAGE + "再多一句。\n").encode(), "other.txt")
    assert any("hash" in d.message for d in verify_report(report, dumps=[other]))


def test_on_the_command_line(report: Report, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    result, source = tmp_path / "out.json", tmp_path / "page.txt"
    result.write_text(render_json(report), encoding="utf-8")
    source.write_text(PAGE, encoding="utf-8")
    assert run("verify", str(result), str(source)) == 0
    result.write_text(render_json(report).replace("8.5 billion.", "8.6 billion."), encoding="utf-8")
    assert run("verify", str(result)) == 1
    assert "8.6 billion" in capsys.readouterr().out


def break_json(text: str) -> str:
    return text[: len(text) // 2]


def other_version(text: str) -> str:
    content: dict[str, Any] = json.loads(text)
    return json.dumps({**content, "schema": "briefing/99"})


@pytest.mark.parametrize("spoil", [break_json, other_version, lambda _: "", lambda _: "[]", lambda _: "\x00"])
def test_what_is_no_result_is_refused_with_one_line(
    report: Report, spoil: Callable[[str], str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    result = tmp_path / "out.json"
    result.write_text(spoil(render_json(report)), encoding="utf-8")
    assert run("verify", str(result)) in (1, 2)
    assert "Traceback" not in capsys.readouterr().err
