"""The demo is the first thing a newcomer sees: the check at work, and said to be a demo."""

import asyncio
import re
from pathlib import Path

import pytest

from assistant.cli.demo import run_demo
from assistant.records import Finding, Report, Status, Verdict
from assistant.reporting import render_short, render_text
from assistant.store import open_store
from tests.cli.test_run import run


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    folder = tmp_path_factory.mktemp("demo")
    with open_store(folder / "demo.db") as store:
        return asyncio.run(run_demo(folder, store))


def test_every_item_is_briefed(report: Report) -> None:
    assert [b.status for b in report.briefings] == [Status.BRIEFED] * 18


def test_exactly_the_two_wrong_figures_are_flagged(report: Report) -> None:
    flags = [flag for briefing in report.briefings for flag in briefing.flags]
    assert [(f.check, f.verdict, f.english) for f in flags] == [
        ("figure", Verdict.CONTRADICTED, "€46 billion"),
        ("figure", Verdict.CONTRADICTED, "13.8 percentage points"),
    ]
    assert all(has_evidence(f) for f in flags)


def has_evidence(flag: Finding) -> bool:
    return bool(flag.source and flag.source_span and flag.why)


def test_without_a_terminal_it_prints_the_briefing_and_exits_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("demo") == 0
    printed = capsys.readouterr().out
    assert "written by hand" in printed
    assert "46億歐元" in printed


def test_the_readme_shows_what_the_demo_prints(report: Report) -> None:
    text = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"^```\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    lines = [line for line in shown.splitlines() if line]
    assert len(lines) == 5
    for printed in (render_short(report, columns=100), render_text(report, columns=100)):
        printed_lines = [line.removesuffix(" · 2 calls, no cost") for line in printed.splitlines()]
        assert [line for line in lines if line not in printed_lines] == []


def test_it_keeps_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("demo")
    assert not (tmp_path / "briefing-home").exists()
