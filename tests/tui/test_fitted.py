"""Windows too small for any screen; and the screens beside the library, which follow the settings as it does."""

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.errors import SettingsError
from assistant.store import Store
from assistant.tui import Preferences, load_preferences
from assistant.tui.chrome import Keys
from assistant.tui.fitted import Fitted
from assistant.tui.sheet import WIDEST
from tests.pages.samples import make_briefing
from tests.tui.helpers import SMALL, fill_store, press, reading, screen_lines, screen_text, settle

TINY = (30, 8)
SCREENS: dict[str, tuple[str, ...]] = {
    "list": (),
    "days": ("h",),
    "page": ("enter",),
    "figure": ("n",),
    "report": ("d",),
    "export": ("e",),
    "names": ("w",),
    "help": ("question_mark",),
    "palette": ("ctrl+p",),
    "search": ("slash", "s"),
    "dump": ("o", "x"),
}
CHANGED = {
    "back": "f9", "quit": "Q", "help": "f2", "search": "ctrl+f", "down": "ctrl+j", "day": "D", "export": "X",
    "leave-page": "ctrl+b", "resume": "f5",
}  # fmt: skip


@pytest.mark.parametrize("where", SCREENS)
async def test_too_small_a_window_says_so_on_every_screen_and_comes_back(store: Store, where: str) -> None:
    async with reading(store) as (app, pilot):
        before, screen = await press(app, pilot, *SCREENS[where]), app.screen
        focused, row = app.focused, app.library.shelf.cursor
        await pilot.resize_terminal(*TINY)
        await settle(app, pilot)
        text = await press(app, pilot, "j", "x", "m", "o", "u", "v", "enter", "right", "f1")  # nobody sees what they do
        assert " ".join(text.split()) == "The window is too small (30 x 8). The reader needs 40 x 10. q leaves."
        await pilot.resize_terminal(*SMALL)
        await settle(app, pilot)
        assert screen_text(app) == before
        assert (app.screen, app.focused, app.library.shelf.cursor) == (screen, focused, row)


@pytest.mark.parametrize("where", ["list", "names", "figure"])
async def test_q_leads_out_of_too_small_a_window(store: Store, where: str) -> None:
    async with reading(store) as (app, pilot):
        await press(app, pilot, *SCREENS[where])
        await pilot.resize_terminal(*TINY)
        for _ in range(2):
            await press(app, pilot, "q")
        assert app._exit


async def test_a_screen_that_is_opened_in_too_small_a_window_says_so(store: Store) -> None:
    async with reading(store, TINY) as (app, pilot):
        await app.library.run_action("app.help")
        await settle(app, pilot)
        assert isinstance(app.screen, Fitted)
        assert "too small" in screen_text(app)


@pytest.mark.parametrize("opens", ["w", "D", "question_mark", "R"])
@pytest.mark.parametrize("leaves", ["f9", "Q", "ctrl+b"])
async def test_keys_that_are_changed_are_changed_on_every_screen(store: Store, opens: str, leaves: str) -> None:
    opens = {"question_mark": "f2"}.get(opens, opens)
    async with reading(store, preferences=Preferences(keys=CHANGED)) as (app, pilot):
        if opens == "R":
            app.library.start(("no-such-file",))
        text = await press(app, pilot, *([opens] if opens != "R" else []))
        await settle(app, pilot)
        assert app.screen is not app.library
        assert "f9 back" in text.splitlines()[-1]
        beside = app.screen
        await press(app, pilot, "escape", "q", "h", "question_mark")
        assert app.screen is beside
        await press(app, pilot, leaves)
        assert app.screen is app.library


async def test_the_other_keys_of_those_screens_follow_too(store: Store) -> None:
    async with reading(store, preferences=Preferences(keys=CHANGED)) as (app, pilot):
        assert "2 of " in (await press(app, pilot, "w", "ctrl+j")).splitlines()[0]
        assert "2 of " in (await press(app, pilot, "j")).splitlines()[0]
        assert "keys and signs" in await press(app, pilot, "f2")
        assert "keys and signs" not in await press(app, pilot, "f2")
        assert "names with" in await press(app, pilot, "ctrl+f")
        await press(app, pilot, "escape", "f9", "D")
        assert "export the report" in await press(app, pilot, "X")
        assert screen_lines(app)[-1].strip() == "esc back"  # its letters choose, and its way back is fixed
        await press(app, pilot, "escape", "D", "D")
        assert app.screen is app.library


@pytest.mark.parametrize(
    "keys", ["quit = 'x'", "help = 'v'", "search = 'enter'", "day = 'j'", "cancel = 'q'", "lock = 'k'", "back = 'r'"]
)
def test_a_key_may_mean_one_thing_only_on_those_screens(tmp_path: Path, keys: str) -> None:
    path = tmp_path / "config.toml"
    path.write_text(f"[reader.keys]\n{keys}\n", encoding="utf-8")
    with pytest.raises(SettingsError, match="would be the key of"):
        load_preferences(path)


async def test_ctrl_c_says_which_key_leaves_and_draws_over_nothing(store: Store) -> None:
    async with reading(store) as (app, pilot):
        for keys in ((), ("enter",), ("d",), ("slash",)):
            await press(app, pilot, *keys, "ctrl+c")
            assert not app._notifications
            assert app.is_running
            said = app.screen.query_one(Keys)
            assert said.message == "q leaves"
            assert said.held or "q leaves" in screen_lines(app)[-1]
            await press(app, pilot, "escape")


async def test_an_item_without_an_outlet_has_none_to_list(tmp_path: Path) -> None:
    sample = make_briefing()
    nameless = replace(sample, item=replace(sample.item, outlet=None))
    with fill_store(tmp_path, [nameless]) as store:
        async with reading(store) as (app, pilot):
            assert "no outlet" in await press(app, pilot, "O")
            assert not app.library.stock.filters.outlet


async def test_lines_of_a_very_wide_window_are_no_longer_than_one_can_read(store: Store) -> None:
    async with reading(store, (320, 60)) as (app, pilot):
        await press(app, pilot, "n")
        for sheet in (app.library.sheet, app.library.evidence):
            assert sheet.columns > sheet.layout_now.columns == WIDEST
        await pilot.resize_terminal(120, 60)
        await settle(app, pilot)
        assert app.library.sheet.layout_now.columns == app.library.sheet.columns < WIDEST
