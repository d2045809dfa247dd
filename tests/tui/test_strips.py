"""Strips of a page are painted once, and always look as if they were painted anew."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.screen import Screen
from textual.scrollbar import ScrollBarRender
from textual.strip import Strip

from assistant.store import Row, Store
from assistant.tui.drawn import bar_position
from tests.tui.helpers import SMALL, WIDE, press, reading, screen_lines, settle, text_rows


def painted(app) -> list[list[tuple[str, str]]]:  # type: ignore[no-untyped-def]
    """Text and style of all segments on the screen."""
    return [
        [(segment.text, str(segment.style)) for segment in strip.simplify()]
        for strip in app.screen._compositor.render_strips()
    ]


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_what_is_kept_looks_as_if_it_were_painted_anew(demo: Store, size: tuple[int, int]) -> None:
    async with reading(demo, size) as (app, pilot):
        in_page = (("enter", "n"), ("n",), ("tab", "tab"), ("space",), ("J",), ("K",), ("t",), ("T",), ("escape",))
        in_list = (("escape",), ("j",), ("u",), ("G",), ("k", "u"), ("f",), ("escape",), ("s",), ("T",))
        for keys in (*in_page, *in_list):
            await press(app, pilot, *keys)
            before = painted(app)
            for sheet in (app.library.sheet, app.library.evidence):
                sheet._strips.forget()
                sheet._layouts.clear()
                sheet._lay_out(keep_place=True)
            app.library.shelf._painted.clear()
            app.library.shelf.refresh()
            app.screen.refresh()
            await pilot.pause()
            assert painted(app) == before, keys


async def test_a_line_that_is_shown_again_is_the_same_strip(demo: Store) -> None:
    async with reading(demo, WIDE) as (app, pilot):
        sheet = app.library.sheet
        first = [sheet.render_line(y) for y in range(10)]
        await press(app, pilot, "j")
        assert [sheet.render_line(y) for y in range(10)] != first
        await press(app, pilot, "k")
        assert all(a is b for a, b in zip(first, [sheet.render_line(y) for y in range(10)], strict=True))


async def test_from_figure_to_figure_the_screen_is_not_arranged_anew(
    demo: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(demo, SMALL) as (app, pilot):
        await press(app, pilot, "n")
        arranged: list[str] = []
        arrange = type(app.screen)._refresh_layout

        def note(screen: Screen[object], *args: Any, **options: Any) -> None:
            arranged.append(str(screen))
            arrange(screen, *args, **options)

        monkeypatch.setattr(type(app.screen), "_refresh_layout", note)
        seen = {tuple(screen_lines(app))}
        for _ in range(6):
            await press(app, pilot, "tab")
            seen.add(tuple(screen_lines(app)))
        assert len(seen) == 7
        assert not arranged


async def test_the_scroll_bar_follows_pages_of_other_lengths(demo: Store) -> None:
    async with reading(demo, WIDE) as (app, pilot):
        sheet = app.library.sheet
        lengths = set()
        for _ in range(6):
            await press(app, pilot, "j")
            lines = len(sheet.layout_now.lines)
            lengths.add(lines)
            assert sheet.virtual_size.height == lines
            assert sheet.show_vertical_scrollbar is (lines > sheet.size.height)
            if sheet.show_vertical_scrollbar:
                assert sheet.vertical_scrollbar.window_virtual_size == lines
        assert len(lengths) > 2
        await press(app, pilot, "g", "enter", "G")
        assert sheet.scroll_offset.y == len(sheet.layout_now.lines) - sheet.size.height
        await press(app, pilot, "J")
        assert sheet.scroll_offset.y == 0


async def test_what_is_lit_before_there_is_a_window_is_in_sight_and_explained_in_it(demo: Store) -> None:
    async with reading(demo, SMALL) as (app, pilot):
        desk = app.library
        assert desk.pane.open
        assert not desk.sheet.size
        stop = desk.pane.open.page.stops[-2]
        desk.read()
        desk.pane.light(stop)
        desk.pane.point()  # as it happens where the first frame of the page comes late
        await settle(app, pilot)
        shown = screen_lines(app)
        lit = desk.sheet.layout_now.find_key(stop.key)
        top = desk.sheet.scroll_offset.y
        assert any(top <= line < top + desk.sheet.size.height for line in lit)
        desk.pane.explain()
        await pilot.pause()
        assert screen_lines(app) == shown


@given(st.integers(3, 60), st.integers(1, 400_000), st.floats(0, 1))
def test_the_scroll_bar_stands_where_it_would_and_moves_only_where_it_looks_otherwise(
    window: int, hidden: int, share: float
) -> None:
    lines = window + hidden
    for y in (int(share * hidden), hidden):
        position = bar_position(y, window=window, lines=lines)
        assert bar_segments(int(position * 8) / 8, window, lines) == bar_segments(int(y * 8) / 8, window, lines)
    places = range(0, hidden, max(1, hidden // 500))
    assert len({bar_position(y, window=window, lines=lines) for y in places}) <= 8 * window + 1 or hidden < 8 * window


def bar_segments(position: float, window: int, lines: int) -> list[tuple[str, str]]:
    bar = ScrollBarRender.render_bar(size=window, virtual_size=lines, window_size=window, position=position)
    return [(segment.text, str(segment.style)) for segment in bar.segments]


async def test_a_list_that_scrolls_draws_only_what_looks_otherwise(
    demo: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(demo, WIDE) as (app, pilot):
        shelf = app.library.shelf
        await press(app, pilot, *["j"] * 13)
        drawn: list[int] = []
        draw = shelf.render_line

        def note(y: int) -> Strip:
            drawn.append(y)
            return draw(y)

        monkeypatch.setattr(shelf, "render_line", note)
        top = shelf.scroll_offset.y
        await press(app, pilot, "j")
        assert shelf.scroll_offset.y > top
        assert len(drawn) <= 2 * shelf.item_lines  # the row that had the cursor, and the new one
        assert text_rows(app, shelf, app.screen._compositor.render_strips())[-shelf.item_lines].startswith("▌")


async def test_a_letter_that_marks_nothing_in_the_list_draws_no_row_of_it_again(
    demo: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(demo, SMALL) as (app, pilot):
        await press(app, pilot, "slash", "歐")
        drawn: list[object] = []
        draw = app.library.shelf._draw_row

        def note(row: Row, *arguments: Any, **options: Any) -> Strip:
            drawn.append(row)
            return draw(row, *arguments, **options)

        monkeypatch.setattr(app.library.shelf, "_draw_row", note)
        assert '"歐元"' in await press(app, pilot, "元")
        assert not drawn
