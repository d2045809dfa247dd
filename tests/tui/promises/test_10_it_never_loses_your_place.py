"""10. It never loses your place: by resizing, a restart, a terminal that is gone, or items that arrive."""

import json
import os
import signal
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assistant.records import Dump
from assistant.store import Filters, Store
from assistant.tui.place import STATE_NAME
from evals.bench.terminal import running
from tests.pages.samples import make_briefing
from tests.tui.helpers import SMALL, WIDE, fill_store, press, reading, screen_text, settle


def top_line(app) -> object:  # type: ignore[no-untyped-def]
    """The first character of the top line, wherever that is in this width."""
    sheet = app.library.sheet
    line = sheet.layout_now.lines[sheet.scroll_offset.y]
    return line.block, next((piece.origin for piece in line.pieces if piece.origin), None)


@pytest.mark.parametrize("downs", [9, 40])
async def test_140x40_to_80x24_and_back_keeps_item_claim_and_top_line(demo: Store, downs: int) -> None:
    async with reading(demo, WIDE) as (app, pilot):
        await press(app, pilot, "J", "J", "n", "n", *"j" * downs)
        before = app.library.pane.open
        assert before
        item, top = app.library.shelf.cursor, top_line(app)
        for size in (SMALL, WIDE):
            await pilot.resize_terminal(*size)
            await settle(app, pilot)
            assert app.library.shelf.cursor == item
            assert app.library.pane.open
            assert app.library.pane.open.briefing.id == before.briefing.id
            assert app.library.pane.open.stop == before.stop
        assert top_line(app) == top


async def test_a_restart_restores_item_claim_and_languages(demo: Store) -> None:
    async with reading(demo, WIDE) as (app, pilot):
        await press(app, pilot, "J", "J", "2", "t")
        assert app.library.pane.open
        stop, mode, item = app.library.pane.open.stop, app.library.sheet.mode, app.library.shelf.cursor
        await app.action_quit()
    assert stop
    async with reading(demo, SMALL) as (app, pilot):
        await settle(app, pilot)
        assert app.library.pane.open
        assert app.library.reading
        assert (app.library.pane.open.stop, app.library.sheet.mode, app.library.shelf.cursor) == (stop, mode, item)


@pytest.mark.parametrize("size", [SMALL, WIDE])
@pytest.mark.parametrize(
    "keys", [("enter", "space"), ("enter", "n", "n", "space"), ("enter", "G"), ("enter",), ("enter", *"nnnng")]
)
async def test_a_restart_restores_the_top_line(demo: Store, size: tuple[int, int], keys: tuple[str, ...]) -> None:
    async with reading(demo, size) as (app, pilot):
        await press(app, pilot, *keys)
        top, shown = app.library.sheet.scroll_offset.y, screen_text(app)
        assert app.library.place(
            theme=""
        ).top  # the first line is told as well, else the stop would be brought in sight
        await app.action_quit()
    async with reading(demo, size) as (app, pilot):
        await settle(app, pilot)
        await pilot.pause()
        assert app.library.sheet.scroll_offset.y == top
        assert screen_text(app) == shown


@pytest.mark.parametrize("top", ['["x"]', '[0, "x", "y", 3]', '[99, "source", 7, 5]', "[-1, null, 0, 0]", "7"])
async def test_a_top_line_that_cannot_have_been_is_none(store: Store, top: str) -> None:
    briefing = store.library.rows()[0].id
    state = store.path.with_name(STATE_NAME)
    state.write_text(f'{{"briefing": "{briefing}", "reading": true, "top": {top}}}', encoding="utf-8")
    async with reading(store, SMALL) as (app, pilot):
        await settle(app, pilot)
        assert app.library.is_loaded


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("name", ["SIGHUP", "SIGTERM"])
def test_a_terminal_that_is_gone_loses_nothing(tmp_path: Path, name: str) -> None:
    fill_store(tmp_path).close()
    with running([sys.executable, "-m", "assistant", "read"], {"BRIEFING_HOME": str(tmp_path)}) as terminal:
        terminal.wait_for(b"Port signs")
        terminal.settle(0.3)
        terminal.send(b"n")
        terminal.wait_for(b"contradicted")
        terminal.settle(0.3)
        os.kill(terminal.pid, getattr(signal, name))
        end = time.monotonic() + 60
        while not (tmp_path / STATE_NAME).exists() and time.monotonic() < end:
            terminal.settle(0.1)
    place = json.loads((tmp_path / STATE_NAME).read_text(encoding="utf-8"))
    assert place["stop"] == "finding 3"
    assert place["reading"]


async def test_arriving_items_do_not_move_the_cursor(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither those that are listed before it nor those after it; what is read stays on its line."""
    monkeypatch.setattr("assistant.tui.running.SORT_AFTER", 1_000)  # on a slow machine it would make one story of two
    async with reading(store, WIDE) as (app, pilot):
        await press(app, pilot, "j", "j", "enter", "j")
        row, number, top = app.library.shelf.current, app.library.shelf.cursor, top_line(app)
        assert row
        later = Dump("later.txt", "x", "0c" * 32, "utf-8")
        store.library.save_dump(later)
        for index, (sha256, day) in enumerate(
            (("0a" * 32, 13), ("0a" * 32, 13), (later.sha256, 14), (later.sha256, 14))
        ):
            arrived = replace(make_briefing(5 + index), dump_sha256=sha256)
            store.library.save_briefing(arrived, run="r1", day=date(2031, 5, day))
        app.library.renew()
        await settle(app, pilot)
        assert app.library.shelf.current
        assert app.library.shelf.current.id == row.id
        assert app.library.shelf.cursor == number + 2
        assert len(app.library.stock) == 8
        assert top_line(app) == top


@pytest.mark.parametrize("watches", [True, False])
async def test_who_watches_the_first_run_begins_at_the_top_and_who_looks_at_the_list_keeps_what_he_sees(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, watches: bool
) -> None:
    monkeypatch.setattr("assistant.tui.running.SORT_AFTER", 1_000)  # it would make one story of them
    with fill_store(tmp_path, []) as store:
        async with reading(store, SMALL) as (app, pilot):
            if watches:
                await press(app, pilot, "question_mark")  # any screen over the list, as that of the run is
            for index in (2, 0, 1):
                store.library.save_briefing(
                    replace(make_briefing(index), dump_sha256="0a" * 32), run="r1", day=date(2031, 5, 13)
                )
                app.library.renew()
                await settle(app, pilot)
            assert app.library.shelf.cursor == (0 if watches else 2)


@pytest.mark.parametrize("size", [SMALL, WIDE])
@pytest.mark.parametrize("ways_out", [("escape",), ("enter", "escape"), ("backspace", "backspace", "escape")])
async def test_a_search_that_finds_nothing_ends_where_it_began(
    tmp_path: Path, size: tuple[int, int], ways_out: tuple[str, ...]
) -> None:
    with fill_store(tmp_path, days=3) as store:
        day = store.library.days()[1].day
        async with reading(store, size) as (app, pilot):
            app.library.filter_by(Filters(day=day))
            await press(app, pilot, "j", "j")
            at = app.library.shelf.current
            assert at
            assert "Nothing holds" in await press(app, pilot, "slash", "z", "q")
            await press(app, pilot, *ways_out)
            assert app.library.stock.filters == Filters(day=day)
            assert app.library.shelf.current == at
