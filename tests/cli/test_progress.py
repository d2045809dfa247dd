"""Progress: drawn on a terminal, plain lines elsewhere; a run that nobody watches does not import what draws."""

import io
import subprocess
import sys

import pytest
from rich.console import Console

from assistant.cli import bar
from assistant.cli.progress import describe, show_progress
from assistant.records import Progress


def test_a_run_that_nobody_watches_imports_nothing_that_draws() -> None:
    code = "import sys, assistant.cli.daily; sys.exit('rich' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_line_tells_how_many_items_are_done_and_what_is_awaited(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = io.StringIO()
    monkeypatch.setattr(
        bar, "Console", lambda **_: Console(file=shown, force_terminal=True, color_system=None, width=120)
    )
    with bar.draw_bar(describe) as watch:
        watch(Progress("briefed", items_done=3, items_total=8, in_flight=2))
        watch(Progress("waiting", items_done=3, items_total=8, message="[bold]slow\x1b[2Jdown"))
    assert "3/8 items" in shown.getvalue()
    assert "[bold]slow" in shown.getvalue()
    assert "\x1b[2Jdown" not in shown.getvalue()


def test_a_terminal_that_cannot_draw_is_told_in_plain_lines(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The shell of an editor: rich draws nothing there, and a run of hours would say nothing."""
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    with show_progress() as watch:
        watch(Progress("waiting", message="the server wants a pause"))
    assert "briefing: the server wants a pause" in capsys.readouterr().err
