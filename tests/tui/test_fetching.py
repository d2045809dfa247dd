"""The briefing that comes next is ready before the key; what is kept is never older than the store."""

from functools import partial
from pathlib import Path

import pytest

from assistant.store import Store, open_store
from assistant.tui.fetching import KEPT, Fetcher
from tests.tui.helpers import WIDE, fill_store, press, reading, screen_text, until


@pytest.fixture
def crowded(tmp_path: Path) -> Store:
    return fill_store(tmp_path, days=5)


def test_what_is_kept_is_good_until_anything_is_written(crowded: Store) -> None:
    fetcher, (first, *_) = Fetcher(crowded), crowded.library.rows()
    assert fetcher.kept(first.id, "") is None
    opened = fetcher.fetch(first.id, "")
    assert fetcher.kept(first.id, "") is opened
    assert fetcher.kept(first.id, "港務") is None
    crowded.library.mark_read(first.id)
    assert fetcher.kept(first.id, "") is None
    fetcher.fetch(first.id, "")
    with open_store(crowded.path) as other:
        other.library.mark_read(first.id, read=False)
    assert fetcher.kept(first.id, "") is None


def test_only_the_last_few_are_kept(crowded: Store) -> None:
    fetcher, rows = Fetcher(crowded), crowded.library.rows()
    assert len(rows) > KEPT
    for row in rows[: KEPT + 1]:
        fetcher.fetch(row.id, "")
    assert fetcher.kept(rows[0].id, "") is None
    assert fetcher.kept(rows[1].id, "") is not None


async def test_the_next_briefing_is_ready_whichever_way_one_goes(crowded: Store) -> None:
    async with reading(crowded, WIDE) as (app, pilot):
        desk, rows = app.library, crowded.library.rows()
        for key, at, ahead in (("j", 1, 2), ("j", 2, 3), ("k", 1, 0)):
            await press(app, pilot, key)
            await until(pilot, partial(desk.fetcher.kept, rows[ahead].id, ""))
            assert desk.pane.open
            assert desk.pane.open.briefing.id == rows[at].id


async def test_what_is_ready_is_laid_with_the_key_and_not_after_it(crowded: Store) -> None:
    async with reading(crowded, WIDE) as (app, pilot):
        await until(pilot, lambda: app.library.fetcher.kept(crowded.library.rows()[1].id, ""))
        app.library.shelf.move(1)  # and nothing is awaited: list and page are drawn in one frame
        assert app.library.is_loaded
        assert app.library.pane.open
        assert app.library.sheet.blocks is app.library.pane.open.blocks


async def test_what_another_process_wrote_is_shown_and_not_what_was_made_ready(crowded: Store) -> None:
    async with reading(crowded, WIDE) as (app, pilot):
        following = crowded.library.rows()[1]
        await until(pilot, lambda: app.library.fetcher.kept(following.id, ""))
        with open_store(crowded.path) as other:
            other._database.write("UPDATE runs SET notices = ?", ('["Written meanwhile."]',))
        assert app.library.fetcher.kept(following.id, "") is None
        await press(app, pilot, "j")
        assert "Written meanwhile" in screen_text(app)
