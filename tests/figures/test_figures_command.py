"""``briefing figures``: the list that a person reads, the list that a program reads, and what goes wrong."""

import io
import json
import sys
from pathlib import Path

import pytest

from assistant.cli import main

TEXT = "市府投入新台幣3億2,560萬元，\n其中七成用於道路。會議歷時1小時40分，昨(20)日結束，一直順利。\n"


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Exit status, standard output and standard error of a call."""
    with pytest.raises(SystemExit) as exit_info:
        main(["figures", *arguments])
    captured = capsys.readouterr()
    return int(exit_info.value.code or 0), captured.out, captured.err


def test_each_figure_stands_on_a_line_with_its_place_and_its_english(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "notes.txt"
    file.write_text(TEXT, encoding="utf-8")
    status, out, _ = run(capsys, str(file))
    rows = [[cell for cell in line.split("  ") if cell.strip()] for line in out.splitlines()]
    assert status == 0
    assert [[cell.strip() for cell in row[:3]] for row in rows[:4]] == [
        ["1", "新台幣3億2,560萬元", "NT$325.6 million"],
        ["2", "七成", "70%"],
        ["2", "1小時40分", "1 hour 40 minutes"],
        ["2", "昨(20)日", "the 20th [昨(20)日]"],
    ]
    assert out.splitlines()[-1] == "4 figures"


def test_with_a_date_relative_days_are_resolved(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "notes.txt"
    file.write_text(TEXT, encoding="utf-8")
    _, out, _ = run(capsys, str(file), "--date", "2025-10-21")
    assert "20 October 2025 [昨(20)日]" in out


def test_soft_figures_are_counted_and_shown_on_request(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("一個問題，3人討論。", encoding="utf-8")
    _, short, _ = run(capsys, str(file))
    _, whole, _ = run(capsys, str(file), "--all")
    assert "一個" not in short
    assert "1 figure; 1 more" in short
    assert "一個" in whole


def test_json_lists_every_figure_with_its_span(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "notes.txt"
    file.write_text(TEXT, encoding="utf-8")
    status, out, _ = run(capsys, str(file), "--json")
    figures = json.loads(out)
    assert status == 0
    assert all(TEXT[figure["start"] : figure["end"]] == figure["text"] for figure in figures)
    assert figures[0] | {"others": []} == {
        "text": "新台幣3億2,560萬元", "start": 4, "end": 16, "kind": "money", "value": "325600000", "unit": "TWD",
        "approximation": "", "part": "", "soft": False, "english": "NT$325.6 million", "note": "", "others": [],
    }  # fmt: skip


def test_standard_input_is_read_too(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("增加27個百分點。".encode())))
    status, out, _ = run(capsys, "-")
    assert status == 0
    assert "27 percentage points" in out


def test_a_text_without_figures_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("沒有數字。", encoding="utf-8")
    assert run(capsys, str(file)) == (0, "no figures\n", "")


@pytest.mark.parametrize("content", [None, b"", b"\x00\x01\x02\xff" * 50])
def test_a_missing_empty_or_binary_file_is_one_clear_line(
    content: bytes | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "notes.txt"
    if content is not None:
        file.write_bytes(content)
    status, out, err = run(capsys, str(file))
    assert (status, out) == (2, "")
    assert err.startswith("briefing: ")
    assert "notes.txt" in err
    assert "Traceback" not in err
