"""What is stored can be listed, searched, shown and taken along from the command line."""

import json
from pathlib import Path

import pytest

from tests.cli.test_run import run
from tests.test_pipeline import PAGE


@pytest.fixture(autouse=True)
def stored(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.txt"
    page.write_text(PAGE, encoding="utf-8")
    assert run("run", "--no-model", "--as-of", "2025-11-02T12:00", str(page)) == 0
    capsys.readouterr()


@pytest.mark.parametrize(
    ("words", "found"), [(["民調"], 1), (["民調", "挑戰者"], 1), (["島"], 1), (["黃金"], 0), (['"'], 0)]
)
def test_search_says_what_it_found(words: list[str], found: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("search", *words) == (0 if found else 1)
    assert len(capsys.readouterr().out.splitlines()) == found


@pytest.mark.parametrize("words", ["", " ", "\u3000"])
def test_a_search_for_nothing_says_what_is_wanted(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("search", words) == 2
    told = capsys.readouterr()
    assert not told.out
    assert "no words" in told.err
    assert run("search", words, "--day", "2025-11-02") == 0


def test_a_found_briefing_can_be_shown(capsys: pytest.CaptureFixture[str]) -> None:
    run("search", "民調")
    found = capsys.readouterr().out.split()[0]
    assert run("show", found) == 0
    assert "52.6%" in capsys.readouterr().out


def test_days_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("days") == 0
    assert capsys.readouterr().out == "2025-11-02  3 briefings, no flags, 3 unread\n"


@pytest.mark.parametrize("form", ["text", "txt", "markdown", "md", "html", "json"])
def test_a_day_is_exported_whole(form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "day"
    assert run("export", "2025-11-02", "--format", form, "-o", str(out)) == 0
    text = out.read_text(encoding="utf-8")
    assert "52.6%" in text
    if form == "json":
        assert len(json.loads(text)["report"]["briefings"]) == 3


@pytest.mark.parametrize("arguments", [["export", "1999-01-01"], ["show", "nothing-0"], ["export", "x"]])
def test_what_is_not_there_is_named(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*arguments) in (1, 2)
    assert arguments[1] in capsys.readouterr().err


@pytest.mark.parametrize(
    ("filters", "status"),
    [
        (["--day", "2025-11-02"], 0),
        (["--day", "2025-11-2"], 0),
        (["--day", "2025-11-01"], 1),
        (["--day", "yesterday"], 2),
        (["--outlet", "沒有這家"], 1),
        (["--flagged"], 1),
    ],
)
def test_search_is_narrowed_by_day_outlet_and_flags(filters: list[str], status: int) -> None:
    assert run("search", "民", *filters) == status
