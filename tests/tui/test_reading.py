"""List, briefing and figure: every key and every state, at 80 x 24 and wide."""

import asyncio
import contextvars
from pathlib import Path

import pytest

from assistant.pages import Mode
from assistant.store import Store
from tests.pages.samples import NOTICE, make_briefing
from tests.tui.helpers import SMALL, WIDE, assert_tidy, fill_store, press, reading, screen_lines, screen_text, settle


async def test_it_opens_on_what_is_stored_with_badges_and_the_notice_of_the_run(store: Store) -> None:
    async with reading(store) as (app, _):
        text = screen_text(app)
        for word in ("Tue 13 May 2031", "⚑4", "✗", "▌", "Port signs", "港務局", NOTICE.rstrip(".")):
            assert word in text


async def test_nothing_stored_says_what_to_do(tmp_path: Path) -> None:
    with fill_store(tmp_path, days=0) as empty:
        async with reading(empty, model="a model of my own") as (app, pilot):
            text = screen_text(app)
            for word in (
                "No briefings yet",
                "briefing demo",
                "o open dump",
                str(tmp_path)[:20],
                "q quit",
                "a model of my own",
            ):
                assert word in text
            await press(app, pilot, "j", "n", "enter", "t", "tab", "space")
            assert app.is_running


async def test_enter_reads_and_escape_goes_back_one_pane_at_a_time(store: Store) -> None:
    async with reading(store) as (app, pilot):
        assert "KEY CLAIMS" not in screen_text(app)
        text = await press(app, pilot, "enter")
        assert "KEY CLAIMS" in text
        assert "Haiwan's port authority" in text
        text = await press(app, pilot, "escape")
        assert "KEY CLAIMS" not in text
        assert "Tue 13 May 2031" in screen_lines(app)[2]


async def test_wide_shows_list_and_briefing_side_by_side_and_both_languages(store: Store) -> None:
    async with reading(store, WIDE) as (app, pilot):
        text = await press(app, pilot, "n", "n", "n")
        assert "TRANSLATION" in text
        row = next(line for line in screen_lines(app) if "The Haiwan Port Authority" in line)
        assert "海灣港務局昨(12)日" in row
        assert "Port signs" in screen_lines(app)[3]


WAYS: tuple[tuple[tuple[str, ...], int], ...] = (
    (("j",), 1),
    (("j", "j"), 2),
    (("j", "k"), 0),
    (("G",), 3),
    (("G", "g"), 0),
    (("k",), 0),
    (("j",) * 6, 3),
    (("down",), 1),
    (("down", "up"), 0),
    (("end",), 3),
    (("end", "home"), 0),
    (("pagedown",), 3),
    (("pagedown", "pageup"), 0),
)


async def test_moving_in_the_list_by_letters_arrows_and_page_keys(store: Store) -> None:
    async with reading(store) as (app, pilot):
        for keys, row in WAYS:
            app.library.shelf.move(0)
            await pilot.press(*keys)
            assert app.library.shelf.cursor == row, keys


@pytest.mark.parametrize(
    ("row", "words"), [(1, "not translated"), (2, "no whole reply within 60 s"), (3, "not fit to be")]
)
async def test_what_is_not_translated_has_a_form_of_its_own(store: Store, row: int, words: str) -> None:
    async with reading(store) as (app, pilot):
        text = await press(app, pilot, *"j" * row, "enter")
        assert words in text
        assert "34億美元 = US$3.4 billion" in await press(app, pilot, "space")


@pytest.mark.parametrize("size", [SMALL, (100, 30), WIDE])
async def test_n_walks_the_flags_first_and_lights_both_sides(store: Store, size: tuple[int, int]) -> None:
    async with reading(store, size) as (app, pilot):
        text = await press(app, pilot, "n")
        assert "⚑ contradicted" in text
        assert "ten times too large" in text
        assert "flag 1 of 4" in text
        assert app.library.pane.open
        assert app.library.pane.open.stop
        assert app.library.pane.open.stop.is_flag
        assert "flag 4 of 4" in await press(app, pilot, "n", "n", "n")
        assert "figure 1 of 11" in await press(app, pilot, "n")
        assert "flag 4 of 4" in await press(app, pilot, "N")


async def test_escape_puts_the_figure_away_before_it_leaves_the_briefing(store: Store) -> None:
    async with reading(store) as (app, pilot):
        await press(app, pilot, "n")
        assert app.library.evidence.display
        await press(app, pilot, "escape")
        assert not app.library.evidence.display
        assert app.library.reading
        await press(app, pilot, "escape")
        assert not app.library.reading


async def test_t_changes_the_languages_and_keeps_the_place(store: Store) -> None:
    async with reading(store) as (app, pilot):
        await press(app, pilot, "enter", "space", "space")
        seen = [app.library.sheet.mode]
        for _ in Mode:
            await press(app, pilot, "t")
            seen.append(app.library.sheet.mode)
        assert seen == [Mode.BOTH, Mode.ENGLISH, Mode.SOURCE, Mode.BOTH]


async def test_reading_is_remembered(store: Store) -> None:
    async with reading(store) as (app, pilot):
        assert "4 unread" in screen_text(app)
        await press(app, pilot, "enter")
        assert store.library.rows()[0].read
        assert not store.library.rows()[1].read


async def test_q_goes_back_from_a_briefing_and_leaves_from_the_list(store: Store) -> None:
    async with reading(store) as (app, pilot):
        await press(app, pilot, "enter", "q")
        assert app.is_running
        assert not app.library.reading
        await pilot.press("q")
        await pilot.pause()
        assert app._exit


async def test_help_lists_every_key_and_goes_away(store: Store) -> None:
    async with reading(store) as (app, pilot):
        text = await press(app, pilot, "question_mark")
        assert "EVERYWHERE" in text
        assert "next figure that needs a look" in text
        text = await press(app, pilot, "G")
        assert "contradicted, unsupported or omitted" in text
        assert "Port signs" in await press(app, pilot, "escape")


async def test_next_item_without_going_back_to_the_list(store: Store) -> None:
    async with reading(store) as (app, pilot):
        assert "KEY CLAIMS" in await press(app, pilot, "enter")
        assert "not translated" in await press(app, pilot, "J")
        assert "KEY CLAIMS" in await press(app, pilot, "K")


SIZES = ((40, 10), (60, 15), (79, 24), (99, 24), (100, 24), (130, 36), (220, 60))


async def test_every_size_is_tidy_and_the_keys_are_never_cut(store: Store) -> None:
    async with reading(store) as (app, pilot):
        for key in ("g", "enter", "n"):
            await press(app, pilot, key)
            for size in SIZES:
                await pilot.resize_terminal(*size)
                await settle(app, pilot)
                assert "? help" in screen_lines(app)[-1], (size, key)
                assert "q quit" in screen_lines(app)[-1], (size, key)
                assert_tidy(app)


async def test_too_small_a_window_says_so_and_comes_back(store: Store) -> None:
    async with reading(store) as (app, pilot):
        await pilot.resize_terminal(30, 8)
        await settle(app, pilot)
        assert "too small" in screen_text(app)
        await pilot.resize_terminal(80, 24)
        await settle(app, pilot)
        assert "Port signs" in screen_text(app)


async def test_it_begins_with_the_briefing_that_was_asked_for(store: Store) -> None:
    wanted = store.library.rows()[2].id
    async with reading(store, WIDE, select=wanted) as (app, _):
        assert app.library.shelf.cursor == 2
        assert "no whole reply" in screen_text(app)


async def test_several_days_have_a_heading_each(tmp_path: Path) -> None:
    with fill_store(tmp_path, [make_briefing(i) for i in range(3)], days=3) as filled:
        async with reading(filled, (80, 30)) as (app, pilot):
            lines = screen_lines(app)
            heads = [i for i, line in enumerate(lines) if "May 2031" in line and i > 0]
            assert len(heads) == 3
            assert heads[1] - heads[0] == 4
            await press(app, pilot, *"jjjjj")
            assert app.library.shelf.cursor == 5


async def test_a_click_chooses_and_a_second_one_opens(store: Store) -> None:
    async with reading(store) as (app, pilot):
        await pilot.click("Shelf", offset=(20, 2))
        await settle(app, pilot)
        assert app.library.shelf.cursor == 1
        await pilot.click("Shelf", offset=(20, 2))
        await settle(app, pilot)
        assert app.library.reading


async def test_a_click_on_a_figure_lights_it_on_both_sides(store: Store) -> None:
    async with reading(store) as (app, pilot):
        await press(app, pilot, "enter")
        line = next(y for y, text in enumerate(screen_lines(app)) if "⚑US$34 billion" in text)
        column = screen_lines(app)[line].index("34 billion")
        await pilot.click(offset=(column, line))
        await settle(app, pilot)
        assert "flag 1 of 4" in screen_text(app)
        assert "34億美元" in screen_text(app)


async def test_a_damaged_row_says_so_and_the_others_can_be_read(store: Store) -> None:
    damaged = store.library.rows()[0].id
    store.library._db.write("UPDATE briefings SET body = x'00' WHERE id = ?", (damaged,))
    async with reading(store) as (app, pilot):
        assert "damaged" in await press(app, pilot, "enter")
        await press(app, pilot, "n", "tab", "1", "m", "y", "e", "escape")
        assert app.is_running
        assert "not translated" in await press(app, pilot, "J")


async def test_another_theme_repaints_everything_at_once(store: Store) -> None:
    async with reading(store, WIDE) as (app, pilot):
        await press(app, pilot, "n")

        def colours() -> set[str]:
            strips = app.screen._compositor.render_strips()
            return {str(s.style.bgcolor.name) for strip in strips for s in strip if s.style and s.style.bgcolor}

        dark = colours()
        await press(app, pilot, "T")
        assert not dark & colours()


async def test_a_second_load_of_the_same_briefing_does_not_put_the_figure_out(store: Store) -> None:
    async with reading(store) as (app, pilot):
        await press(app, pilot, "n")
        app.library.load(again=True)
        await settle(app, pilot)
        assert "flag 1 of 4" in screen_text(app)


async def test_a_page_that_is_made_ready_while_the_reader_closes_is_no_error(store: Store) -> None:
    async with reading(store) as (app, _):
        library, row = app.library, app.library.shelf.current
    assert row
    await asyncio.to_thread(contextvars.Context().run, library._prepare, row.id, "")
