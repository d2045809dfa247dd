"""Search, filters, marks, and what is taken along."""

import json
import os
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path

import pytest
from rich.style import Style

from assistant.judging import FALSE_ALARM, SEEN
from assistant.pages import Tone
from assistant.reporting import read_json
from assistant.store import Store, open_store
from assistant.tui import Reader, taking
from assistant.tui.inks import ink
from tests.pages.samples import CLAIMS, SENTENCES, make_briefing
from tests.tui.helpers import SMALL, WIDE, fill_store, press, reading, screen_text, settle


@pytest.fixture(autouse=True)
def own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


SEARCHES = (("nordstar", 4), ("港務", 4), ("no such word", 0), ("lin meng", 2), ("漁", 4), ("NORDSTAR 港務局", 4))


async def test_search_is_live_in_both_languages_and_says_when_nothing_is_found(store: Store) -> None:
    async with reading(store, WIDE) as (app, pilot):
        for typed, found in SEARCHES:
            await pilot.press("slash", *("space" if character == " " else character for character in typed))
            await settle(app, pilot)
            assert len(app.library.stock) == found, typed
            text = screen_text(app)
            assert typed in text
            assert (f'Nothing holds "{typed}"' in text) == (not found)
            await pilot.press("enter")
            assert app.focused is app.library.shelf
            await pilot.press("escape")
            assert len(app.library.stock) == 4


async def test_escape_ends_a_search_and_the_cursor_stays_on_its_briefing(store: Store) -> None:
    async with reading(store) as (app, pilot):
        await press(app, pilot, "j", "j", "slash", *"nord")
        assert app.library.shelf.current
        chosen = app.library.shelf.current.id
        await press(app, pilot, "escape")
        assert app.library.shelf.current.id == chosen
        assert len(app.library.stock) == 4


async def test_f_shows_flagged_then_unread_then_all(store: Store) -> None:
    async with reading(store) as (app, pilot):
        await press(app, pilot, "enter", "escape")
        counts = []
        for _ in range(3):
            await press(app, pilot, "f")
            counts.append(len(app.library.stock))
        assert counts == [2, 3, 4]


async def test_outlet_sort_and_unread(store: Store) -> None:
    async with reading(store) as (app, pilot):
        assert "海灣日報" in (await press(app, pilot, "O")).splitlines()[0]
        await press(app, pilot, "O", "s")
        assert app.library.stock.filters.flags_first
        await press(app, pilot, "escape", "u")
        assert store.library.rows()[0].read
        assert "3 unread" in screen_text(app)
        await press(app, pilot, "u")
        assert not store.library.rows()[0].read


async def test_y_copies_the_figure_or_the_whole_briefing(store: Store) -> None:
    async with reading(store) as (app, pilot):
        await press(app, pilot, "n", "y")
        assert app.clipboard.startswith("US$34 billion ≠ 34億美元")
        await press(app, pilot, "escape", "y")
        assert "KEY CLAIMS" in app.clipboard


async def test_marks_are_kept_with_their_note(store: Store) -> None:
    async with reading(store) as (app, pilot):
        assert "go to a figure first" in await press(app, pilot, "m")
        assert "marked as seen" in await press(app, pilot, "n", "m")
        text = await press(app, pilot, "M", *"right", "enter")
        assert "⚐ false alarm US$34 billion ≠ 34億美元" in " ".join(text.split())
        assert "marked: right" in " ".join(text.split())
        identity = store.library.rows()[0].id
        assert [(r.verdict, r.note) for r in store.reviews.of(identity).values()] == [(FALSE_ALARM, "right")]
        await press(app, pilot, "m")
        assert store.reviews.of(identity) == {}
        await press(app, pilot, "m")
        assert [r.verdict for r in store.reviews.of(identity).values()] == [SEEN]


async def test_a_false_alarm_leaves_the_counts_at_once_and_n_goes_on_to_the_next_flag(store: Store) -> None:
    async with reading(store, WIDE) as (app, pilot):
        await press(app, pilot, "n")
        assert app.library.pane.open
        flags = [stop.key for stop in app.library.pane.open.page.by_urgency if stop.is_flag]
        total, of_row = app.library.stock.flags, app.library.stock.days[0].flags
        text = await press(app, pilot, "n", "m", "m")
        assert "marked: false alarm" in text
        assert app.library.pane.open.stop
        assert app.library.pane.open.stop.key == flags[1]
        assert (app.library.stock.flags, app.library.stock.days[0].flags) == (total - 1, of_row - 1)
        assert store.library.days()[0].flags == of_row - 1
        assert f"⚑ {of_row - 1}" in text
        await press(app, pilot, "n")
        assert app.library.pane.open.stop.key == flags[2]
        assert f"flag 2 of {len(flags) - 1}" in screen_text(app)
        await press(app, pilot, "N", "m")
        assert app.library.stock.flags == total


async def test_a_list_of_flagged_ones_keeps_the_briefing_that_one_has_just_cleared(store: Store) -> None:
    async with reading(store, WIDE) as (app, pilot):
        await press(app, pilot, "f", "n")
        assert app.library.pane.open
        cleared, listed = app.library.pane.open.briefing.id, len(app.library.stock)
        while app.library.pane.open.page.by_urgency[0].is_flag or any(
            s.is_flag for s in app.library.pane.open.page.stops
        ):
            if app.library.pane.open.stop and app.library.pane.open.stop.is_flag:
                await press(app, pilot, "m", "m")
            await press(app, pilot, "n")
        assert app.library.shelf.current
        assert (app.library.shelf.current.id, app.library.shelf.current.flags) == (cleared, 0)
        assert len(app.library.stock) == listed
        await press(app, pilot, "escape", "escape", "escape", "f")
        assert len(app.library.stock) == listed - 1


async def test_hits_are_marked_in_the_list_as_well(store: Store) -> None:
    async with reading(store) as (app, pilot):
        await press(app, pilot, "slash", *"signs")
        hits = [s.text for strip in app.screen._compositor.render_strips() for s in strip if is_hit(app, s.style)]
        assert hits
        assert set(hits) == {"signs"}


def is_hit(app: Reader, style: Style | None) -> bool:
    ground = ink(Tone.HIT, app.theme).bgcolor
    return bool(style and style.bgcolor and ground and style.bgcolor.triplet == ground.triplet)


@pytest.mark.parametrize("key", ["n", "m", "y", "d", "e", "b", "E", "r"])
async def test_a_command_without_a_briefing_says_so(tmp_path: Path, key: str) -> None:
    with open_store(tmp_path / "briefings.db") as empty:
        async with reading(empty) as (app, pilot):
            assert "no briefing is listed here" in await press(app, pilot, key)


@pytest.mark.parametrize(("key", "ending"), [("m", "md"), ("h", "html"), ("j", "json"), ("t", "txt")])
async def test_e_writes_the_report_of_the_day_and_never_over_a_file(
    store: Store, own_folder: Path, key: str, ending: str
) -> None:
    async with reading(store) as (app, pilot):
        assert "into" in await press(app, pilot, "e")
        assert "written:" in await press(app, pilot, key)
        await press(app, pilot, "e", key)
    first, second = own_folder / f"briefing-2031-05-13.{ending}", own_folder / f"briefing-2031-05-13-2.{ending}"
    assert first.read_text(encoding="utf-8") == second.read_text(encoding="utf-8")
    assert "34億美元" in first.read_text(encoding="utf-8")
    if ending == "json":
        claims = [b.draft.claims for b in read_json(first.read_text(encoding="utf-8")).briefings if b.draft]
        assert [c.english for c in claims[0]] == [english for english, *_ in CLAIMS]


async def test_marked_findings_are_exported_for_the_evals(store: Store, own_folder: Path) -> None:
    async with reading(store) as (app, pilot):
        await press(app, pilot, "n", "m", "e", "f")
    lines = (own_folder / "marked-findings.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["finding"]["english"] for line in lines] == ["US$34 billion"]


async def test_choosing_nothing_writes_nothing(store: Store, own_folder: Path) -> None:
    async with reading(store) as (app, pilot):
        await press(app, pilot, "e", "escape")
        assert app.screen is app.library
    assert not os.listdir(own_folder)  # noqa: PTH208 - pathlib would be taken for blocking work in here


async def test_d_shows_the_report_of_the_day(store: Store) -> None:
    async with reading(store) as (app, pilot):
        text = await press(app, pilot, "d")
        assert "report of Tue 13 May 2031" in text
        assert "FLAGS" in text
        assert "Port signs" in await press(app, pilot, "escape")


class Window(webbrowser.GenericBrowser):
    """A browser with a window of its own; textual ones such as lynx are generic ones."""


@pytest.mark.parametrize(("kind", "leaves"), [(Window, False), (webbrowser.GenericBrowser, True)])
async def test_b_opens_the_page_in_the_browser_which_has_the_terminal_if_it_draws_there(
    store: Store, monkeypatch: pytest.MonkeyPatch, kind: type[webbrowser.BaseBrowser], leaves: bool
) -> None:
    opened: list[tuple[str, bool]] = []
    away: list[bool] = []

    @contextmanager
    def suspend(_: object) -> Iterator[None]:
        away.append(True)
        yield
        away.clear()

    monkeypatch.setattr(kind, "open", lambda _, url: opened.append((url, bool(away))))
    monkeypatch.setattr(webbrowser, "get", lambda: kind("browser"))
    async with reading(store) as (app, pilot):
        monkeypatch.setattr(type(app), "suspend", suspend)
        assert "opened: " in await press(app, pilot, "b")
    page = store.path.parent / "report.html"
    assert opened == [(page.as_uri(), leaves)]
    assert "<html" in page.read_text(encoding="utf-8")


async def test_where_there_is_no_browser_b_says_where_the_page_is(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def get() -> None:
        raise webbrowser.Error("no browser")

    monkeypatch.setattr(webbrowser, "get", get)
    async with reading(store, WIDE) as (app, pilot):
        assert "no browser: see" in await press(app, pilot, "b")


async def test_what_the_disk_refuses_is_said_in_one_line(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> Path:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(taking, "write_new", refuse)
    async with reading(store) as (app, pilot):
        assert "not done: Permission denied" in await press(app, pilot, "e", "t")


async def test_hits_are_marked_in_the_text(tmp_path: Path) -> None:
    plain = replace(make_briefing(), findings=())
    with fill_store(tmp_path, [plain]) as filled:
        async with reading(filled, SMALL) as (app, pilot):
            await press(app, pilot, "slash", *"Blue", "enter", "enter")
            assert app.library.pane.open
            runs = [run for runs in app.library.pane.open.page.english.values() for run in runs]
            assert "Blue" in [run.text for run in runs if run.tone == "hit"]


async def test_commands_in_the_list_are_about_the_row_at_the_cursor_even_before_it_is_loaded(store: Store) -> None:
    async with reading(store) as (app, pilot):
        await pilot.press("j", "j", "y")
        await settle(app, pilot)
        assert "no whole reply within 60 s" in app.clipboard


async def test_the_editor_gets_the_dump_at_the_line_of_the_item(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[list[str]] = []
    texts: list[str] = []

    def run(command: list[str], **_: object) -> None:
        seen.append(command)
        texts.append(Path(command[-1]).read_text(encoding="utf-8"))

    monkeypatch.setenv("VISUAL", "my-editor --wait")
    monkeypatch.setattr(taking.subprocess, "run", run)  # type: ignore[attr-defined]  # the module as it is used there
    async with reading(store) as (app, pilot):
        monkeypatch.setattr(type(app), "suspend", lambda _: nullcontext())
        assert "unchanged" in await press(app, pilot, "E")
    assert seen[0][:3] == ["my-editor", "--wait", "+1"]
    assert texts == ["".join(text for text, _ in SENTENCES)]


async def test_a_text_field_shows_its_own_keys_for_the_others_are_letters_there(store: Store) -> None:
    async with reading(store, SMALL) as (app, pilot):
        for opening in ("slash", "o"):
            last = (await press(app, pilot, opening)).splitlines()[-1]
            assert last.strip() == "enter done   esc never mind"
            assert "q quit" in (await press(app, pilot, "escape")).splitlines()[-1]
        last = (await press(app, pilot, "ctrl+p")).splitlines()[-1]
        assert last.strip() == "enter do it   esc never mind"


async def test_the_report_of_the_day_is_exported_from_where_one_reads_it(store: Store) -> None:
    async with reading(store, SMALL) as (app, pilot):
        shown = await press(app, pilot, "d")
        assert "e export   b browser   ? help   esc back" in shown
        assert "keys and signs" in await press(app, pilot, "question_mark")
        await press(app, pilot, "escape", "e", "m")
        assert "written:" in screen_text(app)
        assert list(Path.cwd().glob("*.md"))


def test_a_long_path_is_told_by_its_end_and_the_home_folder_by_its_sign(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: Path("/home/reader"))
    assert taking.tell_path("opened:", Path("/home/reader/report.html")) == f"opened: {Path('~/report.html')}"
    told = taking.tell_path("opened:", Path("/srv") / ("x" * 80) / "report.html")
    assert told.startswith("opened: ")
    assert told.endswith("x" + os.sep + "report.html")
    assert len(told) == taking.MESSAGE_CELLS
    assert "briefing-demo-jmekdyya" in taking.tell_path(
        "no browser: see", Path("/tmp/briefing-demo-jmekdyya/report.html")
    )
