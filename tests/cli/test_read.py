"""``briefing read`` without a terminal and ``briefing show``: the reader's text, without the reader."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from assistant import settings
from assistant.cli.reader import VARIABLES, describe_model
from assistant.pages import compose_notices, compose_page, find_aside, print_blocks
from assistant.store import Store
from evals.bench.terminal import running
from tests.pages.samples import NOTICE
from tests.tui.helpers import fill_store


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setenv("BRIEFING_HOME", str(tmp_path))
    monkeypatch.delenv("BRIEFING_DATA_DIR", raising=False)
    return fill_store(tmp_path)


def briefing(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "assistant", *arguments],
        check=False, capture_output=True, text=True, encoding="utf-8", stdin=subprocess.DEVNULL, timeout=60,
        env=os.environ | {"PYTHONUTF8": "1"} | environment,
    )  # fmt: skip


def test_without_a_terminal_read_prints_what_is_stored_and_ends(store: Store) -> None:
    done = briefing("read")
    assert done.returncode == 0
    assert "Port signs" in done.stdout
    assert "contradicted" in done.stdout


def test_nothing_stored_says_what_to_do_and_ends_well(tmp_path: Path) -> None:
    done = briefing("read", BRIEFING_HOME=str(tmp_path))
    assert done.returncode == 0
    assert "No briefings yet" in done.stdout
    assert str(tmp_path) in done.stdout


def test_show_prints_exactly_what_the_reader_shows(store: Store) -> None:
    identity = store.library.rows()[0].id
    expected = store.library.briefing(identity)
    done = briefing("show", identity, "--columns", "80")
    blocks = (
        *compose_page(expected, aside=find_aside(store, expected), folded=True).blocks,
        *compose_notices((NOTICE,)),
    )
    assert done.stdout == print_blocks(blocks, columns=80)
    assert "KEY CLAIMS" in done.stdout


def test_show_without_an_id_lists_what_is_stored(store: Store) -> None:
    lines = briefing("show").stdout.splitlines()
    assert [line.split()[0] for line in lines] == [row.id for row in store.library.rows()]
    assert "⚑4" in lines[0]


def test_an_unknown_id_gets_one_clear_line(store: Store) -> None:
    done = briefing("show", "nothing-0")
    assert done.returncode == 1
    assert "nothing-0" in done.stderr
    assert "Traceback" not in done.stderr


def test_show_needs_neither_textual_nor_openai(store: Store) -> None:
    identity = store.library.rows()[0].id
    code = (
        "import sys; from assistant.cli.group import group\n"
        f"group.main(['show', '{identity}'], standalone_mode=False)\n"
        "assert not {'textual', 'openai', 'jinja2'} & set(sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr


def test_the_first_frame_needs_neither_pydantic_nor_openai() -> None:
    code = (
        "import sys, assistant.cli.read, assistant.tui; assert not {'pydantic', 'openai', 'jinja2'} & set(sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr


def test_a_dumb_terminal_gets_text(store: Store) -> None:
    with running([sys.executable, "-m", "assistant", "read"], {"TERM": "dumb"}) as terminal:
        terminal.wait_for(b"METHOD")


def test_on_a_terminal_it_opens_answers_keys_and_gives_the_terminal_back(store: Store) -> None:
    store.close()
    with running([sys.executable, "-m", "assistant", "read"], {}) as terminal:
        terminal.wait_for(b"Port signs")
        terminal.settle()
        terminal.send(b"n")
        terminal.wait_for(b"contradicted")
        terminal.settle()
        seen = terminal.record = bytearray()
        terminal.send(b"q")
        terminal.settle()
        terminal.send(b"q")
        terminal.wait_for(b"\x1b[?1049l")
        assert b"Traceback" not in seen


def test_a_terminal_of_the_demo_shows_the_two_flags_made_on_purpose(tmp_path: Path) -> None:
    with running([sys.executable, "-m", "assistant", "demo"], {"BRIEFING_HOME": str(tmp_path)}) as terminal:
        terminal.wait_for("⚑".encode())
        terminal.settle(0.5)
        terminal.send(b"n")
        terminal.wait_for("46億歐元".encode())


@pytest.mark.parametrize(
    ("environment", "written", "said"),
    [
        ({}, "", "briefing models"),
        ({}, "this is no TOML", "briefing models"),
        ({"OPENAI_API_KEY": "sk-secret"}, "", "OpenAI"),
        ({}, 'api_key = "sk-secret"', "OpenAI"),
        ({}, 'base_url = "http://sk-secret@llm.example:9931/v1"', "the server at llm.example"),
        ({"OPENAI_BASE_URL": "http://127.0.0.1:1/v1"}, 'base_url = "http://llm.example/v1"', "the server at 127.0.0.1"),
        ({"OPENAI_BASE_URL": "http://[sk-secret"}, "", "an address that cannot be read"),
        ({"BRIEFING_MODEL": f"{settings.LOCAL}small"}, "", "local:small, on this machine"),
    ],
)
def test_the_first_screen_says_which_model_would_be_asked_and_no_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], written: str, said: str
) -> None:
    monkeypatch.setenv("BRIEFING_HOME", str(tmp_path))
    for name in VARIABLES.values():
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    (tmp_path / "config.toml").write_text(written, encoding="utf-8")
    assert said in describe_model()
    assert "secret" not in describe_model()
