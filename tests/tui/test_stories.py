"""Stories and topics in the list: one row, opened and closed, and never a row lost."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assistant.records import Dump
from assistant.store import Store
from assistant.stories.sorting import sort_stored
from assistant.tui import running
from tests.pages.samples import make_briefing
from tests.tui.helpers import SMALL, WIDE, fill_store, press, reading, settle, until

SHA = ("0a" * 32, "0b" * 32, "0c" * 32)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A story told three times, and one told once."""
    store = fill_store(tmp_path, [make_briefing(0)])
    for sha in SHA[1:]:
        store.library.save_dump(Dump("d.txt", "x", sha, "utf-8"))
        store.library.save_briefing(replace(make_briefing(0), dump_sha256=sha), run="r1", day=date(2031, 5, 13))
    sort_stored(store)
    return store


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_c_opens_a_story_and_closes_it_again(store: Store, size: tuple[int, int]) -> None:
    async with reading(store, size) as (app, pilot):
        shelf = app.library.shelf
        assert len(app.library.stock) == 1
        assert "▸3 " in await press(app, pilot)
        assert "▾3 " in await press(app, pilot, "c")
        assert len(app.library.stock) == 3
        await press(app, pilot, "j", "j", "c")
        assert len(app.library.stock) == 1
        assert shelf.cursor == 0


async def test_who_else_tells_it_stands_under_the_headline(store: Store) -> None:
    async with reading(store) as (app, pilot):
        assert "also told by" in await press(app, pilot, "enter")


async def test_a_filter_lists_each_item_for_itself(store: Store) -> None:
    async with reading(store) as (app, pilot):
        await press(app, pilot, "f")
        assert len(app.library.stock) == 3
        assert "one by one" in await press(app, pilot, "c")
        assert "▸" not in "".join(await press(app, pilot))


async def test_a_restart_on_a_hidden_item_opens_its_story(store: Store) -> None:
    lead = store.stories.story_of(store.library.rows()[0].id)
    hidden = store.stories.told_with(lead)[0].id
    async with reading(store, select=hidden) as (app, _):
        assert app.library.shelf.current
        assert app.library.shelf.current.id == hidden


async def test_capital_f_shows_one_topic_and_all_again(store: Store) -> None:
    async with reading(store) as (app, pilot):
        (topic,) = store.stories.topics()
        assert str(topic) in await press(app, pilot, "F")
        assert str(topic) in (await press(app, pilot, "a")).splitlines()[0]
        assert app.library.stock.filters.topic == topic
        await press(app, pilot, "F")
        assert not app.library.stock.filters.topic


async def test_what_is_new_is_sorted_beside_the_reader(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "SORT_AFTER", 0.01)
    sha = "0d" * 32
    store.library.save_dump(Dump("d.txt", "x", sha, "utf-8"))
    store.library.save_briefing(replace(make_briefing(0), dump_sha256=sha), run="r1", day=date(2031, 5, 13))
    async with reading(store) as (app, pilot):
        before = app.library.shelf.current
        await until(pilot, lambda: not store.stories.unsorted_days())
        await settle(app, pilot)
        assert app.library.shelf.current == before or (before and app.library.shelf.current)
        assert store.library.rows()[0].told == 4
