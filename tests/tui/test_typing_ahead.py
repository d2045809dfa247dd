"""Keys that come faster than they are acted on: what is typed ahead goes to where the key before it leads."""

from pathlib import Path

import pytest
from textual import events

from assistant.store import Filters, Store
from assistant.tui import Reader
from assistant.tui.prompt import Line
from assistant.tui.stock import Stock
from tests.tui.helpers import SMALL, press, reading, screen_text, settle, until


def type_ahead(app: Reader, *keys: str) -> None:
    """Send keys as a fast typist, or a slow connection, does: all before the first of them is acted on."""
    for key in keys:
        named = {"slash": "/", "enter": "\r", "escape": "\x1b", "ctrl+p": "\x10"}.get(key, key)
        app.post_message(events.Key(key, named))


async def test_what_is_typed_before_there_is_a_screen_waits_for_it(store: Store) -> None:
    keys = ("enter", "n", "t", "w", "G", "escape", "slash", *"sea", "escape", "j", "enter")
    async with reading(store, SMALL) as (app, pilot):
        await press(app, pilot, *keys)
        wanted = app.library.place(theme="ink")
        assert app.library.reading
    app = Reader(store)
    type_ahead(app, *keys)
    async with app.run_test(size=SMALL) as pilot:
        await until(pilot, lambda: not app._typed and app.library.reading)
        await settle(app, pilot)
        assert app.error is None
        assert app.library.stock.filters == Filters()
        assert app.library.place(theme="ink") == wanted


async def test_what_is_typed_ahead_goes_where_the_key_before_it_leads(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with reading(store, SMALL) as (app, pilot):
        type_ahead(app, "slash", *"sea")
        await settle(app, pilot)
        assert app.library.stock.filters == Filters(words="sea")
        await press(app, pilot, "escape")
        type_ahead(app, "j", "slash", *"稀土", "enter")
        await settle(app, pilot)
        assert app.library.stock.filters == Filters(words="稀土")
        await press(app, pilot, "escape")
        type_ahead(app, "ctrl+p", *"light", "enter")
        await settle(app, pilot)
        assert app.theme == "paper"
        type_ahead(app, "e", "j")
        await settle(app, pilot)
        assert "written:" in screen_text(app)


async def test_a_word_that_comes_at_once_is_looked_for_as_a_whole(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    show = Stock.show

    def note(stock: Stock, filters: Filters) -> None:
        asked.append(filters.words)
        show(stock, filters)

    monkeypatch.setattr(Stock, "show", note)
    async with reading(store, SMALL) as (app, pilot):
        await press(app, pilot, "slash")
        type_ahead(app, *"港務局斥資")
        await until(pilot, lambda: app.library.stock.filters.words == "港務局斥資")
        assert asked.count("港務局斥資") == 1
        assert len(asked) <= 2
        type_ahead(app, *"34億", "enter")
        await until(pilot, lambda: app.focused is app.library.shelf)
        assert app.library.stock.filters.words == "港務局斥資34億"


async def test_no_key_waits_in_a_field_once_all_have_been_acted_on(store: Store) -> None:
    async with reading(store, SMALL) as (app, pilot):
        await press(app, pilot, "slash")
        line = app.library.query_one(Line)
        type_ahead(app, "港", "tab")  # which is a command that works everywhere
        await until(pilot, lambda: line.value == "港" and not app._typed)
        await settle(app, pilot)
        assert line.waiting == 0
