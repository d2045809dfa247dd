"""Themes, keys, colour, place, crashes: the reader as a guest in somebody's terminal."""

import json
import re
from pathlib import Path

import pytest

from assistant import tui
from assistant.errors import SettingsError
from assistant.store import Store, open_store
from assistant.tui import Preferences, Reader, load_preferences
from assistant.tui.app import _describe
from assistant.tui.chrome import LAST_HINTS
from assistant.tui.keys import KEYS
from assistant.tui.paint import use_plain_signs
from assistant.tui.place import STATE_NAME, Place, load_place, save_place
from tests.tui.helpers import WIDE, press, reading


async def test_the_theme_is_kept_for_the_next_time(store: Store) -> None:
    async with reading(store) as (app, pilot):
        assert app.theme == "ink"
        await press(app, pilot, "T", "q")
    async with reading(store) as (app, _):
        assert app.theme == "paper"


async def test_the_theme_of_the_settings_counts_until_another_is_chosen_and_again_when_they_change(
    store: Store,
) -> None:
    paper, ink = Preferences(theme="paper"), Preferences(theme="ink")
    for settings, begins_with, keys in (
        (paper, "paper", "q"),
        (paper, "paper", "Tq"),
        (paper, "ink", "q"),
        (paper, "ink", "q"),
    ):
        async with reading(store, preferences=settings) as (app, pilot):
            assert app.theme == begins_with
            await press(app, pilot, *keys)
    async with reading(store, preferences=ink) as (app, pilot):
        await press(app, pilot, "T", "q")
    for settings, begins_with in ((ink, "paper"), (Preferences(), "ink"), (paper, "paper")):
        async with reading(store, preferences=settings) as (app, pilot):
            assert app.theme == begins_with
            await press(app, pilot, "q")


async def test_a_place_that_is_gone_is_forgotten(store: Store) -> None:
    save_place(store.path.parent, Place("no-such", "finding 3", "both", "no-theme", True))
    async with reading(store) as (app, _):
        assert app.library.shelf.cursor == 0
        assert not app.library.reading


@pytest.mark.parametrize("damaged", ["", "{", "[]", '{"briefing": 3}', '{"unknown": 1}', "\x00"])
def test_a_damaged_place_counts_as_none(tmp_path: Path, damaged: str) -> None:
    (tmp_path / STATE_NAME).write_text(damaged, encoding="utf-8")
    assert load_place(tmp_path) == Place()


async def test_keys_can_be_changed(store: Store) -> None:
    async with reading(store, preferences=Preferences(keys={"next-flag": "ctrl+n"})) as (app, pilot):
        await press(app, pilot, "n")
        assert app.library.pane.open is None or app.library.pane.open.stop is None
        await press(app, pilot, "ctrl+n")
        assert app.library.pane.open
        assert app.library.pane.open.stop


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[reader]\ntheme = 'pink'\n", "reader.theme"),
        ("[reader]\nfont = 'x'\n", "reader.font"),
        ("[reader]\ntheme = 3\n", "reader.theme"),
        ("[reader.keys]\nfly = 'f'\n", "reader.keys.fly"),
        ("[reader.keys]\nclaim = 'f'\n", "reader.keys.claim"),
        ("[reader.keys]\nquit = 'super star'\n", "'super star' is no key"),
        ("[reader.keys]\nquit = ''\n", "'' is no key"),
        ("[reader.keys]\nquit = 'Q,'\n", "'' is no key"),
        ("[reader.keys]\nsearch = 's'\n", "s would be the key of search and of sort"),
        ("[reader.keys]\nsearch = 'j'\n", "j would be the key of down and of search"),
        ("[reader.keys]\nsearch = '?'\n", "\\? would be the key of search and of help"),
        ("reader = 3\n", "must be a table"),
        ("[reader\n", "cannot be read"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "config.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=words):
        load_preferences(path)


def test_settings_that_can_be_used(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    assert load_preferences(path) == Preferences()
    path.write_text("[reader]\ntheme = 'paper'\nplain_signs = true\n[reader.keys]\nnext-flag = 'x'\n", encoding="utf-8")
    assert load_preferences(path) == Preferences("paper", plain_signs=True, keys={"next-flag": "x"})
    keys = "search = 's, ctrl+?'\nsort = '/'\ncancel = 'r'\nresume = 'x'\nback = 'esc,f9'\nhelp = '+'\n"
    path.write_text(f"[reader.keys]\n{keys}", encoding="utf-8")
    assert load_preferences(path).keys == {
        "search": "s,ctrl+question_mark", "sort": "slash", "cancel": "r", "resume": "x", "back": "escape,f9",
        "help": "plus",
    }  # fmt: skip


async def test_what_the_reader_says_of_keys_is_what_the_settings_say(store: Store, tmp_path: Path) -> None:
    keys = {"search": "s", "sort": "slash", "quit": "Q", "help": "f2", "open-dump": "ctrl+o", "next-flag": "ctrl+n,n"}
    async with reading(store, preferences=Preferences(keys=keys)) as (app, pilot):
        footer = (await press(app, pilot)).splitlines()[-1]
        assert "s find" in footer
        assert "ctrl+n flag" in footer
        assert footer.rstrip().endswith("f2 help   Q quit")
        assert (await press(app, pilot, "enter")).splitlines()[-1].rstrip().endswith("f2 help   Q list")
        assert "go to a figure first (ctrl+n)" in await press(app, pilot, "m")
        text = " ".join((await press(app, pilot, "f2")).split())
        assert "ctrl+n n next figure that needs a look" in text
        assert "s search everything stored" in text
        text = await press(app, pilot, "escape", "Q", "ctrl+p", *"printed")
        assert text.splitlines()[1].split()[:3] == ["▌/", "order", "as"]
    with open_store(tmp_path / "empty.db") as empty:
        async with reading(empty, preferences=Preferences(keys=keys)) as (app, pilot):
            assert "ctrl+o" in (await press(app, pilot)).split()
        async with reading(empty) as (app, pilot):
            assert "ctrl+o" not in await press(app, pilot)


async def test_the_palette_finds_a_command_by_its_words_and_runs_it(store: Store) -> None:
    async with reading(store) as (app, pilot):
        text = await press(app, pilot, "ctrl+p", *"flagged")
        assert "all, flagged only, unread only" in text
        await press(app, pilot, "enter")
        assert app.library.stock.filters.flagged
        await press(app, pilot, "colon", "escape")
        assert app.screen is app.library


async def test_plain_signs_leave_nothing_that_some_terminals_draw_wide(store: Store) -> None:
    try:
        async with reading(store, WIDE, preferences=Preferences(plain_signs=True)) as (app, pilot):
            assert not set(await press(app, pilot, "n")) & set("“”‘’…—·•≠≈")
    finally:
        use_plain_signs(False)


async def test_an_error_of_its_own_ends_in_one_line_without_what_the_variables_held(store: Store) -> None:
    class Broken(Reader):
        def on_mount(self) -> None:
            secret = "sk-secret-in-a-variable"
            raise KeyError(len(secret))

    app = Broken(store)
    with pytest.raises(KeyError):
        async with app.run_test():
            pass
    assert app.error
    assert not app._exit_renderables
    told = _describe(app.error, store.path.parent)
    assert "KeyError" in told.message
    log = (store.path.parent / "reader-error.log").read_text(encoding="utf-8")
    assert "on_mount" in log


def test_an_error_that_quotes_the_key_is_written_down_without_it(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-quoted-in-a-message")
    _describe(ValueError("refused: Bearer sk-quoted-in-a-message"), store.path.parent)
    log = (store.path.parent / "reader-error.log").read_text(encoding="utf-8")
    assert "refused: Bearer ***" in log
    assert "sk-quoted" not in log


def test_every_key_is_named_once_and_works_in_one_place_only() -> None:
    names = [key.name for key in KEYS]
    assert len(names) == len(set(names))
    for scope in ("library", "shelf", "days", "sheet"):
        keys = [k for key in KEYS if key.scope in ("library", scope) for k in key.keys.split(",")]
        assert len(keys) == len(set(keys)), scope


def test_the_state_file_is_plain_json(tmp_path: Path) -> None:
    save_place(tmp_path, Place("a-1", "claim 2", "EN", "paper", True))
    assert json.loads((tmp_path / STATE_NAME).read_text(encoding="utf-8"))["stop"] == "claim 2"
    assert load_place(tmp_path) == Place("a-1", "claim 2", "EN", "paper", True)


def test_the_guide_names_every_key_that_can_be_changed() -> None:
    guide = Path(__file__).parents[2].joinpath("docs", "reader.md").read_text(encoding="utf-8")
    named = set(guide.split("Names:")[1].split(".")[0].replace("\n", " ").replace(" ", "").split(","))
    assert named == {key.name for key in KEYS if key.name != "claim"}


def test_what_the_reader_says_at_the_bottom_has_room_at_80_columns() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in Path(tui.__file__).parent.glob("*.py"))
    said = re.findall(r'self\.say\("([^"]+)"\)|return f?"([^"{]*)"', source)
    messages = ["".join(pair) for pair in said]
    assert len(messages) > 10
    assert [message for message in messages if len(message) > 80 - 2 - LAST_HINTS] == []
