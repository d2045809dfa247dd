"""The rows of the list: what is read while only unread ones are listed stays, and none is skipped for it."""

from pathlib import Path

import pytest

from assistant.store import Filters, Store
from assistant.tui import stock as stocks
from assistant.tui.stock import Stock
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
            assert app.library.open
            read.append(app.library.open.briefing.id)
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
