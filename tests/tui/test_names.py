"""The glossary as a screen: list, filter, settle; what is flagged follows at once."""

import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual import events

from assistant.checking import check_draft
from assistant.glossary.userfile import with_user_terms
from assistant.records import Authority, Check, Term
from assistant.store import Filters, Store
from assistant.tui.names import Names
from assistant.verifying.names import Rechecked, recheck, recheck_stored
from tests.pages.samples import make_briefing
from tests.tui.helpers import PATIENCE_S, SMALL, fill_store, press, reading, screen_text, settle, until


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """One briefing, whose first name a run has learnt as it is written there."""
    sample = make_briefing()
    assert sample.draft
    briefing = replace(sample, findings=check_draft(sample.item, sample.draft))
    store = fill_store(tmp_path, [briefing])
    name = sample.draft.names[0]
    store.glossary.learn([Term((name.original,), (name.english,), "person", authority=Authority.LEARNED)])
    return store


def name_flags(store: Store) -> int:
    briefing = store.library.briefing(store.library.rows()[0].id)
    return sum(f.check == "name" and f.verdict.is_flag for f in briefing.findings)


async def open_names(app: object, pilot: object) -> Names:
    await press(app, pilot, "w")  # type: ignore[arg-type]
    screen = app.screen  # type: ignore[attr-defined]
    assert isinstance(screen, Names)
    return screen


async def test_a_spelling_that_is_settled_changes_what_is_flagged(store: Store) -> None:
    before = store.library.rows()[0].flags
    async with reading(store) as (app, pilot):
        names = await open_names(app, pilot)
        assert names.current
        assert names.current.authority is Authority.LEARNED
        await press(app, pilot, "enter", *["backspace"] * 40, *"Zed", "space", *"Qux", "enter")
        await settle(app, pilot)
        shown = await press(app, pilot)
        assert "locked · 1 briefing checked again" in shown
        assert "more" in shown
        assert name_flags(store) > 0
        assert (now := store.library.rows()[0].flags) > before
        await press(app, pilot, "escape")
        await settle(app, pilot)
        assert f"⚑{now}" in await press(app, pilot)
        await open_names(app, pilot)
        await press(app, pilot, "x")
        await settle(app, pilot)
        assert "forgotten" in await press(app, pilot)
    assert store.library.rows()[0].flags <= before


async def test_a_filter_takes_letters_of_both_languages(store: Store) -> None:
    async with reading(store, SMALL) as (app, pilot):
        names = await open_names(app, pilot)
        everything = len(names.terms)
        await press(app, pilot, "slash", *"putin")
        assert 0 < len(names.terms) < 10
        assert "putin" in (await press(app, pilot)).splitlines()[0]
        await press(app, pilot, "enter", "j", "k", "G", "g")
        await press(app, pilot, "slash", "escape")
        assert len(names.terms) == everything
        await press(app, pilot, "slash", *"zzzz")
        assert "No name holds" in await press(app, pilot, "enter", "enter", "v", "x")


async def test_another_way_of_printing_a_name_is_the_same_bearer(store: Store) -> None:
    async with reading(store) as (app, pilot):
        names = await open_names(app, pilot)
        assert names.current
        original, english = names.current.originals[0], names.current.english[0]
        await press(app, pilot, "v", *"甲乙丙", "enter")
        await settle(app, pilot)
    bearer = next(t for t in store.glossary.terms() if "甲乙丙" in t.originals)
    assert bearer.english[0] == english
    assert original in bearer.originals


async def test_what_ships_cannot_be_forgotten_but_overruled(store: Store) -> None:
    async with reading(store) as (app, pilot):
        names = await open_names(app, pilot)
        await press(app, pilot, "G")
        assert names.current
        assert names.current.authority is Authority.SHIPPED
        assert "lock another spelling" in await press(app, pilot, "x")
        await press(app, pilot, "question_mark", "escape", "q")
        assert app.screen is app.library


async def test_a_name_that_cannot_be_one_is_refused(store: Store) -> None:
    async with reading(store) as (app, pilot):
        await open_names(app, pilot)
        await press(app, pilot, "v")
        assert app.focused
        app.focused.post_message(events.Paste("x" * 201))
        await press(app, pilot, "enter")
        assert "not done" in await press(app, pilot)


async def test_a_damaged_file_of_the_user_is_named(store: Store, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir(exist_ok=True)
    (home / "names.toml").write_text("[names\n", encoding="utf-8")
    async with reading(store) as (app, pilot):
        await open_names(app, pilot)
        assert "your file is not used" in await press(app, pilot)


def test_what_other_stages_found_outlives_a_recheck() -> None:
    sample = make_briefing()
    assert sample.draft
    other = replace(sample.findings[0], check=Check.ARITHMETIC, why="another outlet has 12")
    briefing = replace(sample, findings=(*check_draft(sample.item, sample.draft), other))
    assert recheck(briefing, ()).findings == briefing.findings


def test_reading_everything_again_changes_nothing_where_no_name_changed(store: Store) -> None:
    before = store.library.briefing(store.library.rows()[0].id)
    name = before.draft.names[0].original if before.draft else ""
    done = recheck_stored(store, [name], with_user_terms(store.glossary.terms()))
    assert done.briefings == store.library.count(Filters(words=name)) == 1
    assert store.library.briefing(before.id).flags == before.flags


async def test_who_leaves_while_it_is_checked_again_sees_what_came_of_it(
    demo: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_go = threading.Event()

    def check_late(*arguments: Any) -> Rechecked:
        assert let_go.wait(PATIENCE_S)
        return recheck_stored(*arguments)

    monkeypatch.setattr("assistant.tui.names.recheck_stored", check_late)
    async with reading(demo, SMALL) as (app, pilot):
        flags = app.library.stock.flags
        await pilot.press("w")
        await until(pilot, lambda: "names" in screen_text(app))
        await pilot.press("slash", *"北濤", "enter", "enter", "ctrl+u", *"Norvik", "enter")
        await until(pilot, lambda: "checking again" in screen_text(app))
        await pilot.press("escape")
        await until(pilot, lambda: "of 18" in screen_text(app))
        let_go.set()
        await until(pilot, lambda: app.library.stock.flags > flags)
        assert f"⚑ {app.library.stock.flags}" in await press(app, pilot, "g")
