"""What a run of the reader's own brings, by a real process and a real server: a withheld figure, a failure."""

import json
import re
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from assistant.records import Status, Verdict
from assistant.store import Store, open_store
from assistant.tui import Reader
from tests.llm.acts import Body
from tests.llm.server import FakeServer
from tests.tui.helpers import SMALL, WIDE, press, reading, screen_text, settle, until

DUMP = "港務局斥資34億美元建新碼頭\n海灣港務局宣布,協議價值34億美元,將在2031年6月30日以前完成。\n"
ENGLISH = "The deal is worth US$34 billion and runs until 30 June 2031."
REPAIR = re.compile(r"^\[(\d+\.\d+)\]", re.MULTILINE)


def wrong(body: Body) -> str:
    """Ten times too much, however often it is asked."""
    ids = list(dict.fromkeys(REPAIR.findall(body["messages"][-1]["content"])))
    item = {
        "item": "1", "translation": [{"id": i, "english": ENGLISH} for i in ids], "names": [], "claims": [],
        "summary": ENGLISH, "headline": "Port deal",
    }  # fmt: skip
    return json.dumps({"items": [item]})


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """Nothing stored; a dump in the folder one stands in; no call is tried twice."""
    (tmp_path / "new.txt").write_text(DUMP, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
    monkeypatch.setenv("BRIEFING_RETRY_BUDGET_S", "0")
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    with open_store(tmp_path / "briefings.db") as store:
        yield store


@asynccontextmanager
async def run_of_the_dump(store: Store) -> AsyncIterator[tuple[Reader, Pilot[None]]]:
    async with reading(store, SMALL) as (app, pilot):
        assert "No briefings yet" in screen_text(app)
        await pilot.press("o", *"new", "full_stop", *"txt", "enter")
        await settle(app, pilot)
        await until(pilot, lambda: app.library.job and app.library.job.ended)
        await until(pilot, lambda: "esc shows what it brought" in screen_text(app))
        yield app, pilot


async def test_a_figure_that_fails_again_and_again_is_withheld_and_the_source_stands_in_its_place(
    empty: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with FakeServer(reply_to=wrong) as server:
        monkeypatch.setenv("OPENAI_BASE_URL", server.url)
        async with run_of_the_dump(empty) as (app, pilot):
            assert len(server.bodies) > 1  # it was asked for again
            await press(app, pilot, "escape", "enter")
            assert app.library.pane.open
            findings = app.library.pane.open.briefing.findings
            assert Verdict.WITHHELD in {finding.verdict for finding in findings}
            shown = " ".join((await press(app, pilot, "n")).split())
            assert "[figure withheld: source 34億美元]" in shown
            assert "▌ withheld" in shown
            assert "US$34 billion and" not in shown
            assert "flag 1 of" in shown


async def test_a_server_that_is_down_is_told_with_what_to_do_and_the_source_can_be_read(
    empty: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with FakeServer() as server:
        monkeypatch.setenv("OPENAI_BASE_URL", server.url)  # it is closed when the run asks it
    async with run_of_the_dump(empty) as (app, pilot):
        told = " ".join(screen_text(app).split())
        assert "cannot be reached" in told
        assert "asks anew about what failed" in told
        assert "r ask anew" in told
        shown = " ".join((await press(app, pilot, "escape", "enter")).split())
        assert app.library.shelf.current
        assert app.library.shelf.current.status is Status.FAILED
        assert "✗ failed" in shown
        assert "港務局宣布" in shown


async def test_an_empty_search_says_nothing_of_the_figure_that_was_lit(store: Store) -> None:
    async with reading(store, WIDE) as (app, pilot):
        assert "flag 1 of" in await press(app, pilot, "enter", "n")
        assert "flag 1 of" not in await press(app, pilot, "slash", "z", "q", "x")
