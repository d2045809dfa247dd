"""``briefing check``: what it prints, what it answers line by line, and how it exits."""

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from assistant.cli import check_lines as lines_of_check
from assistant.cli.check import command, describe
from assistant.errors import UsageError
from assistant.figures import Comparison, compare
from assistant.typesetting import count_cells

SOURCE, RIGHT, WRONG = "總計花費85億美元。", "It cost US$8.5 billion.", "It cost US$85 billion."


def check(tmp_path: Path, english: str, *options: str) -> Result:
    (tmp_path / "source.txt").write_text(SOURCE, encoding="utf-8")
    (tmp_path / "english.txt").write_text(english, encoding="utf-8")
    paths = [str(tmp_path / "source.txt"), str(tmp_path / "english.txt")]
    return CliRunner().invoke(command, [*paths, *options], standalone_mode=False)


def check_lines(*lines: object) -> tuple[list[dict[str, Any]], Result]:
    text = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    result = CliRunner().invoke(command, ["--jsonl"], input=text, standalone_mode=False)
    return [json.loads(line) for line in result.stdout.splitlines()], result


def test_a_right_translation_exits_with_0(tmp_path: Path) -> None:
    result = check(tmp_path, RIGHT)
    assert result.return_value == 0
    assert "1 figure checked, 0 flagged, 0 omitted" in result.output


def test_a_wrong_figure_exits_with_1_and_says_why_beside_both_sides(tmp_path: Path) -> None:
    result = check(tmp_path, WRONG)
    assert result.return_value == 1
    line = result.output.splitlines()[0]
    assert line.startswith("WRONG")
    assert "US$85 billion" in line
    assert "85億美元" in line
    assert "ten times too large" in line


def test_an_omission_is_shown_and_is_no_error(tmp_path: Path) -> None:
    result = check(tmp_path, "It was costly.")
    assert result.return_value == 0
    assert result.output.startswith("OMITTED")


def test_a_figure_that_a_line_end_cuts_stands_in_one_line_of_the_answer() -> None:
    source = "公司今天公布今年的合併營收約8\n5億美元，較去年同期增加不少。"
    told = list(describe(compare(source, "Revenue came to about US$8.5\nbillion, far more than a year before.")))
    assert told[0].split("  ") == ["ok", "US$8.5 billion", "85億美元"]
    assert len(told) == 2


def test_one_text_may_come_from_standard_input(tmp_path: Path) -> None:
    (tmp_path / "english.txt").write_text(WRONG, encoding="utf-8")
    result = CliRunner().invoke(command, ["-", str(tmp_path / "english.txt")], input=SOURCE, standalone_mode=False)
    assert result.return_value == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "two texts are needed"),
        (["-", "-"], "only one"),
        (["missing.txt", "missing.txt"], "missing.txt does not exist"),
        (["--jsonl", "a", "b"], "takes no files"),
    ],
)
def test_wrong_use_is_one_clear_sentence(arguments: list[str], words: str) -> None:
    result = CliRunner().invoke(command, arguments, standalone_mode=False)
    assert isinstance(result.exception, UsageError)
    assert words in result.exception.message
    assert result.exception.exit_status == 2


def test_lines_are_answered_in_order() -> None:
    answers, result = check_lines(
        {"id": "a", "source": SOURCE, "english": RIGHT}, {"id": 2, "source": SOURCE, "english": WRONG}
    )
    assert [(a["id"], a["flagged"], a["omits"]) for a in answers] == [("a", False, False), (2, True, False)]
    assert result.return_value == 0


def test_an_answer_has_all_that_was_promised() -> None:
    answer = check_lines({"id": "a", "source": SOURCE, "english": WRONG})[0][0]
    figure = answer["english_figures"][0]
    assert figure == {
        "text": "US$85 billion", "start": 8, "end": 21, "kind": "money", "value": "85000000000", "unit": "USD",
        "status": "contradicted", "evidence": [{"text": "85億美元", "start": 4, "end": 9}],
        "why": "ten times too large: 85億美元 is US$8.5 billion",
    }  # fmt: skip
    assert answer["source_figures"][0]["status"] == "carried"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{", "Expecting property name"),
        ("[1]", "not a JSON object"),
        ('{"id": "x", "english": ""}', '"source" is missing'),
        ('{"id": "x", "source": 1, "english": ""}', "must be text"),
        ('{"id": "x", "source": "", "english": "", "mode": "poem"}', '"mode" must be one of'),
        ('{"id": "x", "source": "", "english": "", "date": "soon"}', "is not a date"),
        ("[" * 100_000, "nested too deeply"),
    ],
)
def test_a_line_that_cannot_be_read_is_answered_and_stops_nothing(line: str, words: str) -> None:
    answers, result = check_lines(line, {"id": "next", "source": SOURCE, "english": RIGHT})
    assert words in answers[0]["error"]
    assert answers[1]["id"] == "next"
    assert result.return_value == 2
    assert "1 line could not be read" in result.stderr


def test_a_fault_of_ours_in_one_line_leaves_the_others_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail_once(source: str, english: str, **_options: object) -> Comparison:
        if "boom" in english:
            raise KeyError("a word that no table has")
        return compare(source, english)

    monkeypatch.setattr(lines_of_check, "compare", fail_once)
    lines = [
        json.dumps({"id": n, "source": "共5人。", "english": text}) for n, text in enumerate(("boom", "Five people."))
    ]
    out = io.BytesIO()
    assert lines_of_check.check_lines(io.BytesIO("\n".join(lines).encode()), out) == 2
    first, second = map(json.loads, out.getvalue().splitlines())
    assert first["id"] == 0
    assert "a word that no table has" in first["error"]
    assert second["flagged"] is False


def test_blank_lines_and_lone_surrogates_do_no_harm() -> None:
    answers, result = check_lines("", '{"id": "\\ud800", "source": "", "english": "5 \\udfff"}', " ")
    assert [a["id"] for a in answers] == ["\ud800"]
    assert result.return_value == 0


def test_both_ways_to_the_lines_answer_alike_and_the_short_one_loads_no_click() -> None:
    lines = [json.dumps({"id": n, "source": SOURCE, "english": text}) for n, text in enumerate((RIGHT, WRONG))]
    told = "\n".join([*lines, "{"]).encode()
    outcomes = [
        subprocess.run([sys.executable, "-c", code], input=told, capture_output=True, timeout=60, check=False)
        for code in (
            "import sys; sys.argv[1:] = ['check', '--jsonl']; from assistant.cli import main; main()",
            "import sys; from assistant.cli.group import run; sys.exit(run(['check', '--jsonl']))",
        )
    ]
    assert [(done.returncode, done.stderr) for done in outcomes] == [(2, outcomes[0].stderr)] * 2
    assert outcomes[0].stdout == outcomes[1].stdout
    assert outcomes[0].stdout.count(b"\n") == 3
    code = "import sys; from assistant.cli import _run; _run(['check', '--jsonl']); assert 'click' not in sys.modules"
    done = subprocess.run(
        [sys.executable, "-c", code], input=lines[0].encode(), capture_output=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    assert b'"id":0' in done.stdout


def test_texts_are_read_as_dumps_are_whatever_their_encoding_and_form(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(f"<html><body><p>{SOURCE}</p></body></html>".encode())
    (tmp_path / "big5.txt").write_bytes((SOURCE + "今年的支出比去年多。").encode("big5"))
    (tmp_path / "utf16.txt").write_text(RIGHT, encoding="utf-16")
    (tmp_path / "empty.txt").touch()
    for source in ("page.html", "big5.txt"):
        words = [str(tmp_path / source), str(tmp_path / "utf16.txt")]
        result = CliRunner().invoke(command, words, standalone_mode=False)
        assert result.return_value == 0, result.output
    empty = CliRunner().invoke(command, [str(tmp_path / "empty.txt"), words[1]], standalone_mode=False)
    assert isinstance(empty.exception, UsageError)
    assert "is empty" in empty.exception.message


@pytest.mark.parametrize("columns", [30, 46, 60, 80])
def test_a_long_reason_goes_on_below_itself(columns: int) -> None:
    result = compare(SOURCE, WRONG, mode="translation", clock=None)
    whole, *_ = describe(result)
    *lines, _totals = describe(result, columns=columns)
    assert " ".join(" ".join(lines).split()) == " ".join(whole.split())
    if columns > 40:  # the figures themselves take 32 cells
        assert max(map(count_cells, lines)) <= columns


def test_the_date_and_mode_of_the_command_are_for_lines_that_say_none() -> None:
    rows = [
        {"id": 1, "source": "會議6月8日舉行。", "english": "The meeting is on Tuesday."},
        {"id": 2, "source": "會議6月8日舉行。", "english": "The meeting is on Tuesday.", "date": "2027-06-07"},
    ]
    text = "".join(f"{json.dumps(row)}\n" for row in rows)
    asked = ["--jsonl", "--date", "2026-06-07"]
    result = CliRunner().invoke(command, asked, input=text, standalone_mode=False)
    assert [json.loads(line)["flagged"] for line in result.output.splitlines()] == [True, False]


@pytest.mark.parametrize("words", [["--date", "soon"], ["--encoding", "big5"]])
def test_wrong_options_beside_lines_are_refused(words: list[str]) -> None:
    result = CliRunner().invoke(command, ["--jsonl", *words], input="", standalone_mode=False)
    assert isinstance(result.exception, UsageError)
