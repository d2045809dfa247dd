"""No terminal obeys what names of files or words of others hold, whichever command shows them."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.cli import main
from assistant.cli.terminal import echo, echo_json
from assistant.inert import clean, clean_line, hostile
from assistant.reporting import read_json
from tests.test_pipeline import PAGE

HOSTILE_NAME = os.fsdecode("b\x1b]0;OWNED\x07\x9b31m\u202e\r\n[red]".encode() + b"\xff")
"""A window's title, a colour, a change of direction, a line of its own, and a byte that is no UTF-8."""


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / f"{HOSTILE_NAME}.txt").write_text(PAGE, encoding="utf-8")
    (folder / f"{HOSTILE_NAME}.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    return folder


def show(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    with pytest.raises(SystemExit) as stopped:
        main(list(arguments))
    assert isinstance(stopped.value.code, int)
    return stopped.value.code, "".join(capsys.readouterr())


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("items", "{inbox}"), 1),
        (("items", "--json", "{inbox}"), 1),
        (("items", "{png}"), 2),
        (("figures", "{png}"), 2),
        (("check", "{png}", "{png}"), 2),
        (("run", "--no-model", "{inbox}"), 1),
        (("run", "--no-model", "{txt}"), 0),
        (("run", "--no-model", "{png}"), 2),
        (("run", "--dry-run", "--model", "m", "--base-url", "http://127.0.0.1:1/v1", "{inbox}"), 0),
        (("run", "--dry-run", "--model", "m", "--base-url", "http://127.0.0.1:1/v1", "{png}"), 0),
        (("daily", "--no-model", "{inbox}", "--out", "{out}"), 1),
        (("daily", "--no-model", "{png}", "--out", "{out}"), 2),
        (("verify", "{png}"), 1),
        (("search", "{png}"), 1),
        (("{png}",), 2),
    ],
)
def test_a_hostile_name_is_shown_and_not_obeyed(
    arguments: tuple[str, ...], status: int, inbox: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    places = {"inbox": inbox, "out": tmp_path / "out"}
    places |= {ending: inbox / f"{HOSTILE_NAME}.{ending}" for ending in ("txt", "png")}
    code, shown = show(capsys, *(each.format(**places) for each in arguments))
    assert code == status
    assert clean(shown) == shown
    assert "Traceback" not in shown


def test_what_is_stored_and_written_of_a_hostile_name_is_inert(
    inbox: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    result = tmp_path / "out.json"
    show(capsys, "run", "--no-model", "--json", str(result), str(inbox))
    report = read_json(result.read_bytes())
    names = {briefing.dump_name for briefing in report.briefings} | {problem.name for problem in report.problems}
    assert names == {clean_line(f"{inbox / HOSTILE_NAME}.{ending}") for ending in ("txt", "png")}
    code, shown = show(capsys, "read", "--plain")
    assert (code, clean(shown)) == (0, shown)


def test_one_hostile_name_keeps_no_other_file_from_being_briefed(
    inbox: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (inbox / "z.txt").write_text("又一則新聞的標題\n今天有3人受傷。\n", encoding="utf-8")
    code, shown = show(capsys, "run", "--no-model", str(inbox))
    assert code == 1  # the picture is no text
    assert "4 items" in shown


def capture(act: Callable[[], None]) -> str:
    with redirect_stdout(io.StringIO()) as out:
        act()
    return out.getvalue()


@given(st.text(st.characters(), max_size=50))
def test_json_for_programs_is_inert_and_the_same_value(text: str) -> None:
    shown = capture(lambda: echo_json([text]))
    assert not hostile().search(shown)
    assert json.loads(shown) == [text]


@given(st.text(max_size=50))
def test_text_for_people_is_inert_and_as_long_as_before(text: str) -> None:
    shown = capture(lambda: echo(text, nl=False))
    assert not hostile().search(shown)
    assert len(shown) == len(text)


@pytest.mark.parametrize(
    ("command", "streams", "status", "told"),
    [
        ("check --jsonl", "<&-", 1, "Bad file descriptor"),
        ("items -", "<&-", 1, "Bad file descriptor"),
        ("--version", ">&- </dev/null", 1, "Bad file descriptor"),
        ("--version", "2>&-", 0, ""),
        ("--version", "<&-", 0, ""),
    ],
)
def test_a_closed_standard_stream_is_an_error_only_where_it_is_used(
    command: str, streams: str, status: int, told: str, tmp_path: Path
) -> None:
    line = f'"$0" -m assistant {command} {streams}'
    done = subprocess.run(
        ["/bin/sh", "-c", line, sys.executable],
        capture_output=True, text=True, timeout=60, check=False, env={**os.environ, "HOME": str(tmp_path)},
    )  # fmt: skip
    assert (done.returncode, "Traceback" in done.stderr, "Exception" in done.stderr) == (status, False, False)
    assert done.stderr == (f"briefing: {told}\n" if told else "")


def test_an_answer_that_nobody_can_read_is_an_error(tmp_path: Path) -> None:
    """What is written to a closed standard output is lost; the exit status must say so."""
    row = json.dumps({"id": 1, "source": "三人", "english": "three people"})
    done = subprocess.run(
        ["/bin/sh", "-c", '"$0" -m assistant check --jsonl >&-', sys.executable],
        input=row, capture_output=True, text=True, timeout=60, check=False, env={**os.environ, "HOME": str(tmp_path)},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (1, "briefing: Bad file descriptor\n")
