"""``briefing show ID`` goes a way of its own that waits for no library of commands; what it prints is the same."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.cli.plain import Wanted, parse, window_columns
from tests.tui.helpers import fill_store


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (["a-0"], Wanted(("a-0",))),
        (["a-0", "--plain"], Wanted(("a-0",))),
        (["--plain", "--unfolded", "a-0", "b-1"], Wanted(("a-0", "b-1"), None, unfolded=True)),
        (["a-0", "--columns", "60"], Wanted(("a-0",), 60)),
        (["--columns", "060", "a-0"], Wanted(("a-0",), 60)),
        *[(words, None) for words in ([], ["--plain"], ["--help"], ["a-0", "--columns"], ["a-0", "-x"], ["--", "a-0"])],
        *[(["a-0", "--columns", columns], None) for columns in ("", "19", "401", "x", "６０", "1" * 5_000, "-60")],
        (["a-0", "--columns=60"], None),
    ],
)
def test_what_is_not_plain_is_left_to_the_usual_way(words: list[str], wanted: Wanted | None) -> None:
    assert parse(words) == wanted


@pytest.mark.parametrize(("asked", "columns"), [("90", 90), ("300", 100), ("7", 40), ("x", None), ("-3", None)])
def test_a_page_is_as_wide_as_the_window(asked: str, columns: int | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "get_terminal_size", lambda _descriptor: os.terminal_size((70, 24)))
    monkeypatch.setenv("COLUMNS", asked)
    assert window_columns() == (columns or 70)


def run(code: str, home: Path) -> subprocess.CompletedProcess[bytes]:
    environment = os.environ | {"BRIEFING_HOME": str(home), "PYTHONUTF8": "1", "COLUMNS": "72"}
    environment.pop("BRIEFING_DATA_DIR", None)
    command = [sys.executable, "-c", code]
    return subprocess.run(command, capture_output=True, timeout=60, check=False, env=environment)


def test_both_ways_print_the_same_and_the_short_one_loads_no_click(tmp_path: Path) -> None:
    identity = fill_store(tmp_path).library.rows()[0].id
    words = ["show", identity, "--plain"]
    short = run(f"from assistant.cli import main; main({words!r})", tmp_path)
    usual = run(f"import sys; from assistant.cli.group import run; sys.exit(run({words!r}))", tmp_path)
    assert short.returncode == usual.returncode == 0, (short.stderr, usual.stderr)
    assert short.stdout == usual.stdout
    assert b"KEY CLAIMS" in short.stdout
    loaded = f"import sys; from assistant.cli import _run; _run({words!r}); assert 'assistant.cli.plain' in sys.modules"
    heavy = "{'click', 'textual', 'pydantic', 'openai', 'jinja2', 'platformdirs', 'pathlib', 'threading'}"
    done = run(f"{loaded}; assert not {heavy} & set(sys.modules)", tmp_path)
    assert done.returncode == 0, done.stderr


def test_as_a_program_it_ends_with_everything_printed(tmp_path: Path) -> None:
    identity = fill_store(tmp_path).library.rows()[0].id
    call = "import sys; sys.argv[1:] = {}; from assistant.cli import main; main()"
    once = run(call.format(["show", identity]), tmp_path)
    often = run(call.format(["show", *[identity] * 40]), tmp_path)
    assert often.returncode == 0, often.stderr
    assert often.stdout == once.stdout * 40
    unknown = run(call.format(["show", "nothing-0"]), tmp_path)
    assert unknown.returncode == 1
    assert b"nothing-0" in unknown.stderr
