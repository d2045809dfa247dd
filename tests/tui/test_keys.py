"""Each command of the one table does something where it works, and all its keys are keys of it."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from assistant.store import Filters
from assistant.tui import Reader, taking
from assistant.tui.jobs import Job, State
from assistant.tui.keys import BORROWED, KEYS
from assistant.tui.prompt import Prompt
from tests.pages.samples import CLAIMS, make_briefing
from tests.tui.helpers import SMALL, fill_store, press, reading, screen_text, settle

STARTS: dict[str, tuple[str, ...]] = {
    "shelf": (),
    "days": ("h", "j"),
    "sheet": ("enter", "g", "j", "j"),
    "library": (),
    "names": ("w", "j"),
    "help": ("question_mark",),
    "day": ("d",),
}
"""Where it works -> the keys that lead there, to somewhere in the middle."""
FIRST: dict[str, tuple[str, ...]] = {
    "back": ("n",), "mark": ("n",), "note": ("n",), "previous-figure": ("n",), "previous-flag": ("n",), "filter": ("n",)
}  # fmt: skip
"""What some commands need before they do anything; ``filter``: something was read."""
LEAVES = {"library": ["browse", "edit", "exit"], "day": ["browse"]}
"""What its keys do outside the reader."""
DAYS = 3
OF_A_DAY = 9


def claim_keys(keys: str) -> list[str]:
    return keys.split(",")[: len(CLAIMS)]


class Outside:
    """What leaves the reader, written down instead."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.done: list[str] = []
        monkeypatch.setattr(Reader, "exit", lambda *_: self.done.append("exit"))
        monkeypatch.setattr(taking, "browse", lambda *_: self._note("browse"))
        monkeypatch.setattr(taking, "edit", lambda *_: self._note("edit"))
        monkeypatch.setattr(Job, "command", lambda _: [sys.executable, "-c", ""])

    def _note(self, what: str) -> str:
        self.done.append(what)
        return what

    def seen(self, app: Reader) -> tuple[Any, ...]:
        """All that a key can change."""
        return screen_text(app), app.theme, app.clipboard, tuple(self.done)


@pytest.fixture
def outside(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Outside:
    monkeypatch.chdir(tmp_path)
    return Outside(monkeypatch)


@pytest.fixture
def store(tmp_path: Path) -> Any:
    made = [replace(make_briefing(n), item=replace(make_briefing(n).item, index=n)) for n in range(OF_A_DAY)]
    with fill_store(tmp_path, made, days=DAYS) as filled:
        for row in filled.library.rows(limit=DAYS * OF_A_DAY):
            filled.library.mark_read(row.id, read=True)
        yield filled


async def begin(app: Reader, pilot: Pilot[None], *keys: str) -> None:
    """The list, on a row in the middle; then ``keys``."""
    library = app.library
    while app.screen is not library or library.reading or library.choosing or library.query_one(Prompt).purpose:
        await pilot.press("escape")
    library.filter_by(Filters())
    library.shelf.move(13)
    await pilot.press(*keys)
    await settle(app, pilot)


def commands(place: str) -> list[tuple[str, list[str]]]:
    """The commands that work in a place, with all their keys."""
    mine = [key for key in KEYS if (key.name in BORROWED[place] if place in BORROWED else key.scope == place)]
    if place in BORROWED:
        mine += [key for key in KEYS if key.name in BORROWED["side"] or key.scope == place]
    return [(k.name, claim_keys(k.keys) if k.name == "claim" else k.keys.split(",")) for k in mine]


@pytest.mark.parametrize("place", STARTS)
async def test_every_key_does_something_and_its_others_are_of_the_same_command(
    place: str, store: Any, outside: Outside
) -> None:
    async with reading(store, SMALL) as (app, pilot):
        for name, keys in commands(place):
            await begin(app, pilot, *STARTS[place], *FIRST.get(name, ()))
            bound = app.screen.active_bindings
            assert {bound[key].binding.id for key in keys} == ({None} if name == "claim" else {name}), name
            for key in keys if name == "claim" else keys[:1]:
                before = outside.seen(app)
                await press(app, pilot, key)
                assert outside.seen(app) != before, (name, key)
        assert outside.done == LEAVES.get(place, [])


async def test_the_keys_of_a_run(store: Any, outside: Outside, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Job, "cancel", lambda _: outside.done.append("cancel"))
    assert [name for name, _ in commands("run") if name not in BORROWED["side"]] == ["cancel", "resume"]
    async with reading(store, SMALL) as (app, pilot):
        for key in KEYS:
            if key.name in BORROWED["side"]:
                app.library.start(("page.txt",))
                beside = await press(app, pilot)
                assert "run of page.txt" in beside
                assert {app.screen.active_bindings[each].binding.id for each in key.keys.split(",")} == {key.name}
                assert await press(app, pilot, key.keys.split(",")[0]) != beside, key.name
                await begin(app, pilot)
        app.library.start(("page.txt",))
        await press(app, pilot, "x")
        assert outside.done == ["cancel"]
        job = app.library.job
        assert job
        job.state = State.FAILED
        await press(app, pilot, "r")
        assert app.library.job is not job


def test_every_command_is_one_of_a_place_that_is_tried() -> None:
    assert {key.scope for key in KEYS} <= {*STARTS, "run"}
    assert set(BORROWED) <= {*STARTS, "side"}
