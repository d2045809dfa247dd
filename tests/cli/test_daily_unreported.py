"""What ends ``briefing daily`` before its report is written: a timer that takes 1 for a report hears of it."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.cli import daily, main

PAGE = "港口罷工\n約3,200人昨(1)日上街遊行,要求加薪12%。\n丙報 ・ 6 小時前\n"


@pytest.fixture
def run_daily(tmp_path: Path) -> Callable[..., object]:
    """Its exit status."""
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "page.txt").write_text(PAGE, encoding="utf-8")

    def run(*more: str) -> object:
        with pytest.raises(SystemExit) as stopped:
            main(["daily", str(inbox), "--out", str(tmp_path / "out"), "--no-model", *more])
        assert not (tmp_path / "out").exists()
        return stopped.value.code

    return run


def test_a_store_that_cannot_be_used_is_no_report_that_lacks_something(
    run_daily: Callable[..., object], capsys: pytest.CaptureFixture[str]
) -> None:
    store = Path(os.environ["BRIEFING_HOME"]) / "briefings.db"
    store.parent.mkdir(exist_ok=True)
    store.write_text("no database" * 200)
    assert run_daily("--json-lines") == 2
    out, err = capsys.readouterr()
    ended = json.loads(out.splitlines()[-1])
    assert ended["event"] == "ended"
    assert "briefings.db" in ended["message"]
    assert "briefings.db" in err


def test_nor_is_a_fault_of_ours(
    run_daily: Callable[..., object], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    async def fail(*_: object) -> None:
        raise ZeroDivisionError("a fault \x1b[2J of ours")

    monkeypatch.setattr(daily, "brief_day", fail)
    assert run_daily() == 2
    said = capsys.readouterr().err
    assert "ZeroDivisionError" in said
    assert "\x1b[2J" not in said
