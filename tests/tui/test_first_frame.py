"""The first frame waits for nothing that it does not show; what is asked at once is kept until the rest is there."""

import sys
from pathlib import Path

import pytest
from textual.color import Color
from textual.widget import Widget

from assistant.store import Store
from assistant.tui import Reader
from assistant.tui.fitted import Small
from assistant.tui.library import Library
from assistant.tui.pane import ReadingPane
from assistant.tui.place import Place, save_place
from assistant.tui.prompt import Prompt
from evals.bench.terminal import running
from tests.tui.helpers import SMALL, WIDE, fill_store, reading, screen_text, until

LATER = (
    "click", "tomllib", "webbrowser", "assistant.collecting", "assistant.pages.composing", "assistant.pages.evidence",
    "assistant.reporting.view", "assistant.tui.choose", "assistant.tui.help", "assistant.tui.jobs",
    "assistant.tui.palette", "assistant.tui.taking", "msgspec", "pydantic",
)  # fmt: skip
"""What other commands, pages or later keys need."""


def widgets(library: Library) -> set[type[Widget]]:
    return {type(widget) for widget in library.walk_children(Widget)}


@pytest.mark.parametrize("words", [(), ("read",)])
def test_nothing_is_imported_before_the_list_is_there_that_the_list_does_not_need(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    fill_store(tmp_path).close()
    command = [sys.executable, "-X", "importtime", "-m", "assistant", *words]
    with running(command, {"BRIEFING_HOME": str(tmp_path)}) as terminal:
        terminal.record = bytearray()
        terminal.wait_for(b"Port signs")
        before = bytes(terminal.record).partition(b"Port signs")[0].decode("utf-8", "replace")
    told = {line.rpartition("|")[2].strip() for line in before.splitlines() if line.startswith("import time:")}
    assert {"textual.app", "assistant.tui.shelf"} <= told
    assert not told & set(LATER)


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_the_rest_comes_once_the_list_has_been_drawn(
    store: Store, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[set[type[Widget]], str]] = []
    complete = Library.complete

    async def note(library: Library) -> None:
        seen.append((widgets(library), screen_text(app)))
        await complete(library)

    monkeypatch.setattr(Library, "complete", note)
    app = Reader(store)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: app.library.is_complete)
        ((first, text),) = seen
        assert "Port signs" in text
        assert Prompt not in first
        assert (ReadingPane in first) == (size == WIDE)  # it has a place there
        assert {Prompt, ReadingPane, Small} <= widgets(app.library)


async def test_a_click_that_opens_a_briefing_at_once_is_kept(store: Store) -> None:
    app = Reader(store)
    async with app.run_test(size=SMALL) as pilot:
        app.library.on_shelf_opened()
        await until(pilot, lambda: app.library.reading and app.library.is_loaded)
        assert "KEY CLAIMS" in screen_text(app)


async def test_who_left_a_page_comes_back_to_it(store: Store) -> None:
    second = store.library.rows()[1].id
    save_place(store.path.parent, Place(briefing=second, reading=True))
    async with reading(store, SMALL) as (app, pilot):
        await until(pilot, lambda: app.library.reading and app.library.is_loaded)
        assert app.library.pane.open
        assert app.library.pane.open.briefing.id == second


@pytest.mark.parametrize("theme", ["ink", "paper"])
async def test_it_begins_in_the_colours_of_its_theme(store: Store, theme: str) -> None:
    async with reading(store, SMALL, theme=theme) as (app, _):
        assert app.theme == theme
        assert app.screen.styles.background == Color.parse(app.current_theme.background or "")
        assert app.has_class("-light-mode") == (theme == "paper")


async def test_a_window_that_is_too_small_from_the_beginning_says_so(store: Store) -> None:
    async with reading(store, (30, 8)) as (app, pilot):
        assert "too small" in screen_text(app)
        await pilot.resize_terminal(*SMALL)
        await until(pilot, lambda: "Port signs" in screen_text(app))
