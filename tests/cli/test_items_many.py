"""``briefing items`` with many texts: cut in processes of their own, shown in order, nothing lost with a process."""

import json
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from assistant.cli import items, items_beside
from assistant.cli.parts import show_dumps
from assistant.errors import LostWorkError
from assistant.offloading import process
from assistant.reading import read_dumps
from assistant.records import Dump, Problem
from tests.cli.test_items import run

TOO_LONG = 1_000_001
"""Characters: more than one text may have."""
Found = Iterable[Dump | Problem]


@pytest.fixture
def many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Twelve texts of which the sixth is too large, and two told twice; two are cut at a time."""
    monkeypatch.setattr(items, "AT_ONCE", 2)
    texts = [f"第{n}號碼頭罷工\n工會拒絕復工，{n}百個貨櫃積壓，船東改走鄰港。" for n in range(12)]
    texts[5], texts[11] = "甲" * TOO_LONG, texts[0]
    path = tmp_path / "many.jsonl"
    path.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), encoding="utf-8")
    return path


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """The processes that were started."""
    found, start = list[subprocess.Popen[bytes]](), process._start

    def keep(channel: int) -> subprocess.Popen[bytes]:
        found.append(start(channel))
        return found[-1]

    monkeypatch.setattr(process, "_start", keep)
    return found


def read_with(do: Callable[[int], None], monkeypatch: pytest.MonkeyPatch) -> None:
    """Have something done before each text is read."""

    def read(path: str, **options: Any) -> Iterator[Dump | Problem]:
        for number, each in enumerate(read_dumps(path, **options)):
            do(number)
            yield each

    monkeypatch.setattr(items, "read_dumps", read)


@pytest.mark.parametrize("form", [(), ("--json",)])
def test_many_texts_are_shown_as_a_few_are(
    form: tuple[str, ...],
    many: Path,
    started: list[subprocess.Popen[bytes]],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown = run(capsys, *form, str(many))
    assert started
    begun = len(started)
    monkeypatch.setattr(items, "AT_ONCE", 1_000)
    assert shown == run(capsys, *form, str(many))
    assert len(started) == begun
    status, out, err = shown
    assert status == 1
    assert err.count("briefing: ") == 1
    assert "#6" in err
    if form:
        found = json.loads(out)
        assert [part["headline"] for part in found[:3]] == [f"第{n}號碼頭罷工" for n in range(3)]
        assert found[0]["story"] == found[-1]["story"]
    else:
        assert out.splitlines()[-1].startswith("story 1: ")


def test_a_table_is_printed_before_the_last_text_is_read(
    many: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[str] = []
    read_with(lambda _: printed.append(capsys.readouterr().out), monkeypatch)
    run(capsys, str(many))
    assert any("第0號碼頭罷工" in out for out in printed)


def test_what_a_killed_process_was_at_is_done_by_another(
    many: Path,
    started: list[subprocess.Popen[bytes]],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = run(capsys, str(many))
    killed: list[int] = []

    def kill(number: int) -> None:
        if number == 8:
            started[-1].kill()
            killed.append(started[-1].pid)

    read_with(kill, monkeypatch)
    assert run(capsys, str(many)) == whole
    assert killed


class Deadly:
    """Processes that end over one text."""

    async def __aenter__(self) -> "Deadly":
        return self

    async def __aexit__(self, *_: object) -> None:
        pass

    def begin(self, *modules: str) -> None:
        assert modules

    async def run(self, show: Callable[[list[Dump], int], object], dumps: list[Dump], columns: int) -> object:
        assert show is show_dumps
        if any("第7號" in dump.text for dump in dumps):
            raise LostWorkError.after(["its process was killed (SIGKILL)"] * 2)
        return show(dumps, columns)


def test_a_text_that_kills_every_process_is_told_and_stops_no_other(
    many: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(items_beside, "Workers", Deadly)
    status, out, err = run(capsys, "--json", str(many))
    assert status == 1
    shown = ["0", "1", "2", "3", "4", "6", "8", "9", "10", "0"]
    assert [part["headline"] for part in json.loads(out)] == [f"第{n}號碼頭罷工" for n in shown]
    assert any("#8" in line and "killed (SIGKILL), 2 times" in line for line in err.splitlines())


@pytest.fixture
def hundreds(tmp_path: Path) -> Path:
    path = tmp_path / "hundreds.jsonl"
    line = json.dumps({"text": "港口罷工落幕\n工會同意復工，三百個貨櫃積壓，船東改走鄰港。\n" * 100}) + "\n"
    path.write_text(line * 2_000, encoding="utf-8")
    return path


def start(path: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "assistant", "items", str(path)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_ctrl_c_ends_all_at_once(hundreds: Path) -> None:
    with start(hundreds) as command:
        assert command.stdout
        command.stdout.readline()
        command.send_signal(signal.SIGINT)
        _, err = command.communicate(timeout=30)
    assert command.returncode == 130
    assert err.splitlines()[-1] == "briefing: interrupted"
    assert "Traceback" not in err


def test_who_reads_no_further_ends_it_without_a_word(hundreds: Path) -> None:
    with start(hundreds) as command:
        assert command.stdout
        assert command.stderr
        command.stdout.readline()
        command.stdout.close()
        command.wait(timeout=30)
        assert command.stderr.read() == ""
        command.stdout = None
