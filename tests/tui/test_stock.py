"""The rows of the list: what is read while only unread ones are listed stays, and none is skipped for it."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from assistant.records import Clock, Status
from assistant.store import Filters, Row, Store
from assistant.tui import stock as stocks
from assistant.tui.stock import Stock
from assistant.tui.words import say_about, say_when
from tests.tui.helpers import SMALL, fill_store, press, reading, screen_text


@pytest.mark.parametrize("page_rows", [2, 3, 100])
def test_what_is_read_stays_in_a_list_of_unread_ones_and_none_is_skipped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page_rows: int
) -> None:
    monkeypatch.setattr(stocks, "PAGE_ROWS", page_rows)
    with fill_store(tmp_path, days=3) as store:
        wanted = [row.id for row in store.library.rows()]
        stock = Stock(store, Filters(unread=True))
        seen = []
        for item in range(len(stock)):
            row = stock.row(item)
            assert row
            seen.append(row.id)
            store.library.mark_read(row.id, read=True)
            stock.count_read(item, read=True)
            assert stock.row(item) == store.library.rows(offset=item, limit=1)[0]
        assert seen == wanted
        assert stock.unread == 0
        stock.show(Filters(unread=True))
        assert len(stock) == 0


async def test_one_reads_on_through_the_unread_ones(store: Store) -> None:
    async with reading(store, SMALL) as (app, pilot):
        await press(app, pilot, "f", "f", "enter")
        read = []
        for _ in range(4):
            assert app.library.pane.open
            read.append(app.library.pane.open.briefing.id)
            await press(app, pilot, "J")
        assert len(set(read)) == 4
        await press(app, pilot, "q")
        assert "0 unread" in screen_text(app)
        assert len(app.library.stock) == 4  # they go when the list is asked for again
        await press(app, pilot, "escape", "f", "f")
        assert "Nothing passes the filter: unread" in screen_text(app)


async def test_an_empty_store_says_so_whatever_one_presses(tmp_path: Path) -> None:
    with fill_store(tmp_path, days=0) as empty:
        async with reading(empty, SMALL) as (app, pilot):
            for key in ("f", "f", "h", "s", "n", "enter"):
                assert "No briefings yet" in await press(app, pilot, key), key
            await press(app, pilot, "q")
            assert not app.is_running


@pytest.mark.parametrize(
    ("published", "when", "about"),
    [
        ("2031-05-13T14:05", "14:05", "海灣日報 · 13 May 14:05 · 9 figures"),
        ("2031-05-12T14:05", "12 May", "海灣日報 · 12 May 14:05 · 9 figures"),
        ("2031-05-13", "13 May", "海灣日報 · 13 May · 9 figures"),
        ("", "", "海灣日報 · 9 figures"),
        ("?", "?", "海灣日報 · ? · 9 figures"),
    ],
)
def test_a_row_tells_the_time_of_its_own_day_and_the_day_of_others(published: str, when: str, about: str) -> None:
    row = Row("a-0", "2031-05-13", Status.BRIEFED, "Head", "頭", "海灣日報", published, 0, 9, read=False)
    assert say_when(row) == when
    assert say_about(row, 40) == about
    parts = about.split(" · ")
    shown = [say_about(row, columns) for columns in range(8, 40)]
    assert all(line in (" · ".join(parts[:n]) for n in range(1, len(parts) + 1)) for line in shown)  # never half a part


@pytest.mark.parametrize(("width", "kept"), [(0, "T06:00"), (59, "T06:00"), (60, ""), (700, "")])
def test_the_time_of_day_is_kept_where_it_is_known_within_the_hour(tmp_path: Path, width: int, kept: str) -> None:
    with fill_store(tmp_path) as store:
        briefing = store.library.briefing(store.library.rows()[0].id)
        stamp, run = briefing.item.clock.published, store.library.run_of(briefing.id)
        assert stamp
        assert run
        clock = Clock(published=replace(stamp, latest=stamp.earliest + timedelta(minutes=width)))
        changed = replace(briefing, item=replace(briefing.item, clock=clock))
        store.library.save_briefing(changed, run=run.id, day=date(2031, 5, 13))
        (row,) = [row for row in store.library.rows() if row.id == briefing.id]
        assert row.published == f"2031-05-13{kept}"
