"""7. Two-character Chinese search, live and exact: what is found in 10,000 items is what reading all of them finds."""

from typing import Any

import pytest

from assistant.store import Filters, Store
from assistant.tui.prompt import Line
from tests.tui.helpers import SMALL, press, reading, screen_text
from tests.tui.promises.conftest import CROWD, PARTS, crowd_text

WORDS = (*PARTS, "土管", "稀土出", "土 耳其", "稀土 出口", "nord", "aukus 鋼鐵", "203", "口。", "稀稀", "無此")


def read_everything(words: str) -> int:
    return sum(all(word in crowd_text(number).lower() for word in words.lower().split()) for number in range(CROWD))


def test_every_search_finds_exactly_what_brute_force_finds(crowd: Store) -> None:
    pairs = {text[at : at + 2] for text in map(crowd_text, range(200)) for at in range(len(text) - 1)}
    chinese = sorted(pair for pair in pairs if all("一" <= character <= "龥" for character in pair))
    for words in (*WORDS, *chinese):
        assert crowd.library.count(Filters(words=words)) == read_everything(words), words


def test_the_rows_are_the_right_ones_too(crowd: Store) -> None:
    found = crowd.library.rows(Filters(words="稀土 鋼鐵"), limit=CROWD)
    wanted = [text for number in range(CROWD) if {"稀土", "鋼鐵"} <= set((text := crowd_text(number)).split("。"))]
    assert len(found) == read_everything("稀土 鋼鐵") >= len(wanted) > 1000
    assert all("稀土" in row.original and "鋼鐵" in row.original for row in found)


async def test_the_list_follows_each_keystroke(crowd: Store) -> None:
    async with reading(crowd, SMALL) as (app, pilot):
        await press(app, pilot, "slash")
        for typed in ("稀", "稀土", "稀土 ", "稀土 鋼", "稀土 鋼鐵"):
            await press(app, pilot, "space" if typed[-1] == " " else typed[-1])
            assert len(app.library.stock) == read_everything(typed), typed
            assert f"of {read_everything(typed):,}" in screen_text(app)


async def test_a_letter_and_what_it_finds_come_in_one_frame(crowd: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    async with reading(crowd, SMALL) as (app, pilot):
        await press(app, pilot, "slash", "稀")
        frames: list[tuple[str, int]] = []
        display = app._display

        def note(*shown: Any) -> None:
            frames.append((app.screen.query_one(Line).value, len(app.library.stock)))
            display(*shown)

        monkeypatch.setattr(app, "_display", note)
        await press(app, pilot, "土")
        assert set(frames) == {("稀土", read_everything("稀土"))}
