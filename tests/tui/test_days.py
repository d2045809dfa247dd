"""The days on the left: what they count, how one is chosen by key and mouse, and what a small window does instead."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.geometry import Region

from assistant.store import Day, Filters, Store
from assistant.store.library import Library
from assistant.tui import Reader
from assistant.tui.inks import ink
from assistant.tui.words import say_count, say_list_day
from assistant.typesetting import count_cells
from tests.pages.samples import all_kinds, make_briefing
from tests.tui.helpers import SMALL, WIDE, fill_store, press, reading, screen_lines, screen_text, settle

NARROW = (119, 36)
THREE = (120, 36)
VAST = (160, 40)


@pytest.fixture
def days(tmp_path: Path) -> Iterator[Store]:
    with fill_store(tmp_path, days=3) as store:
        yield store


def region(app: Reader) -> Region:
    """Of the days; empty where they are not shown."""
    return app.library.days.region if app.library.days else Region()


def left(app: Reader) -> list[str]:
    """What stands on the lines of the days."""
    area = region(app)
    return [line[area.x : area.right - 1].rstrip() for line in screen_lines(app)[area.y : area.bottom]]


async def test_days_stand_on_the_left_with_counts_and_flags_all_of_them_first(days: Store) -> None:
    async with reading(days, WIDE) as (app, _):
        assert [line.split() for line in left(app)[:5]] == [
            ["▌∙", "All", "days", "⚑24", "12"],
            ["▸∙", "Tue", "13", "May", "⚑8", "4"],
            ["∙", "Mon", "12", "May", "⚑8", "4"],
            ["∙", "Sun", "11", "May", "⚑8", "4"],
            [],
        ]
        widths = [app.library.query_one(name).region for name in ("DayList", "Shelf", "#desk")]
        assert [area.x for area in widths] == sorted(area.x for area in widths)
        assert sum(area.width for area in widths) == WIDE[0]


async def test_a_day_is_chosen_by_key_and_list_and_page_follow(days: Store) -> None:
    async with reading(days, WIDE) as (app, pilot):
        await press(app, pilot, "h")
        assert app.library.choosing
        assert "enter list" in screen_lines(app)[-1]
        text = await press(app, pilot, "j", "j")
        assert app.library.stock.filters.day == "2031-05-12"
        assert "only Mon 12 May 2031" in text
        assert "1 of 4" in text
        assert app.library.pane.open
        assert days.library.day_of(app.library.pane.open.briefing.id) == "2031-05-12"
        await press(app, pilot, "G")
        assert app.library.stock.filters.day == "2031-05-11"
        await press(app, pilot, "enter", "j")
        assert not app.library.choosing
        assert app.library.shelf.cursor == 1
        assert "2 of 4" in screen_text(app)
        assert "1 of 12" not in await press(app, pilot, "escape")  # all days again, and the cursor on its briefing
        assert app.library.stock.filters == Filters()
        assert "10 of 12" in screen_text(app)


async def test_a_day_is_chosen_by_a_click_also_while_one_reads(days: Store) -> None:
    async with reading(days, VAST) as (app, pilot):
        await press(app, pilot, "enter")
        assert app.library.reading
        await pilot.click(offset=(6, region(app).y + 3))
        await settle(app, pilot)
        assert app.library.stock.filters.day == "2031-05-11"
        assert not app.library.reading
        assert app.library.choosing
        await pilot.click(offset=(app.library.shelf.region.x + 4, app.library.shelf.region.y + 4))
        await settle(app, pilot)
        assert not app.library.choosing
        assert app.library.shelf.cursor == 1


async def test_what_is_read_is_counted_off_at_once(days: Store) -> None:
    async with reading(days, VAST) as (app, pilot):
        await press(app, pilot, "enter", "J", "J", "J", "escape")
        assert left(app)[1].split() == ["▸", "Tue", "13", "May", "⚑8", "4"]
        assert left(app)[2].split()[0] == "∙"
        await press(app, pilot, "u")
        assert left(app)[1].split()[0] == "▸∙"


async def test_a_search_looks_through_all_days_and_the_days_count_what_it_finds(days: Store) -> None:
    async with reading(days, WIDE) as (app, pilot):
        await press(app, pilot, "h", "j")
        assert "1 of 4" in await press(app, pilot, "l")
        await press(app, pilot, "slash", *"Lease", "enter")
        assert app.library.stock.filters == Filters(words="Lease")
        counted = [line.split()[-1] for line in left(app)[:4]]
        assert counted == [str(len(app.library.stock)), *[str(len(app.library.stock) // 3)] * 3]
        await press(app, pilot, "h", "j", "j", "f")
        assert app.library.stock.filters == Filters(words="Lease", day="2031-05-12", flagged=True)
        await press(app, pilot, "escape", "escape")  # to the list; and the filters, not the day
        assert app.library.stock.filters == Filters(day="2031-05-12")


@pytest.mark.parametrize("size", [SMALL, NARROW])
async def test_without_room_the_days_come_when_asked_for(days: Store, size: tuple[int, int]) -> None:
    async with reading(days, size) as (app, pilot):
        assert app.library.days is None
        text = await press(app, pilot, "left")
        assert "All days" in text
        assert (app.library.shelf.region.width > 0) == (size == NARROW)
        await press(app, pilot, "j", "j", "enter")
        assert app.library.shelf.region.width > 0
        assert region(app).width == 0
        assert "only Mon 12 May 2031" in screen_text(app)
        await press(app, pilot, "h", "g")
        assert "1 of 12" not in (text := await press(app, pilot, "q"))  # to the list, and the cursor where it was
        assert "5 of 12" in text


async def test_a_window_that_grows_has_the_days_and_keeps_the_place(days: Store) -> None:
    async with reading(days, SMALL) as (app, pilot):
        await press(app, pilot, "j", "j", "j", "j", "j")
        row = app.library.shelf.current
        for size, shown in ((THREE, True), (NARROW, False), (VAST, True), (SMALL, False)):
            await pilot.resize_terminal(*size)
            await settle(app, pilot)
            assert bool(region(app).width) is shown
            assert app.library.shelf.current == row
            assert app.library.focused is app.library.shelf
            if shown:
                assert left(app)[2].startswith("▸∙ Mon 12 May")


async def test_below_160_columns_the_days_make_room_for_the_page_that_is_read(days: Store) -> None:
    async with reading(days, WIDE) as (app, pilot):
        narrow = app.library.sheet.columns
        assert "│ SOURCE" in await press(app, pilot, "enter")
        assert region(app).width == 0
        assert app.library.sheet.columns > narrow
        await press(app, pilot, "escape")
        assert region(app).width
        assert app.library.sheet.columns == narrow


async def test_only_the_day_that_is_new_is_asked_for(days: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Filters] = []
    count = type(days.library).days

    def note(library: Library, filters: Filters) -> list[Day]:
        asked.append(filters)
        return count(library, filters)

    monkeypatch.setattr(type(days.library), "days", note)
    async with reading(days, WIDE) as (app, pilot):
        before = len(asked)
        await press(app, pilot, "h", "j", "j", "j", "g")
        assert app.library.stock.filters == Filters()
    assert len(asked) == before


async def test_many_days_are_walked_and_the_one_that_is_listed_stays_in_sight(tmp_path: Path) -> None:
    with fill_store(tmp_path, all_kinds()[:1], days=60) as store:
        async with reading(store, WIDE) as (app, pilot):
            await press(app, pilot, "h", "G")
            area = region(app)
            shown = [y for y, line in enumerate(left(app)) if line.startswith("▌")]
            assert len(shown) == 1
            assert shown[0] < area.height
            await press(app, pilot, "pageup", "g")
            assert left(app)[0].startswith("▌∙ All days")
            assert left(app)[0].endswith("60")
            await press(app, pilot, "l", "G")  # the day of the cursor of the list comes into sight
            assert any(line.startswith("▸") for line in left(app))


@pytest.mark.parametrize(
    ("count", "said"), [(0, "0"), (999, "999"), (1_000, "1.0k"), (9_999, "9.9k"), (10_000, "10k"), (2_000_000, ">1M")]
)
def test_counts_take_four_cells(count: int, said: str) -> None:
    assert say_count(count) == said
    assert len(said) <= 4


def test_days_of_another_year_say_so() -> None:
    assert say_list_day("2031-05-12", "2031-05-13") == "Mon 12 May"
    assert say_list_day("2030-12-31", "2031-05-13") == "31 Dec 2030"
    assert say_list_day("someday", "2031-05-13") == "someday"
    assert count_cells(say_list_day("2030-12-31", "2031-05-13")) <= 11


def strong_cursors(app: Reader) -> set[str]:
    """The rooms in which a line stands on the strong ground of a cursor."""
    wanted = ink("cursor", app.theme).bgcolor
    assert wanted
    assert app.library.days
    strips, rooms = app.screen._compositor.render_strips(), {"days": app.library.days, "list": app.library.shelf}
    return {
        name
        for name, room in rooms.items()
        for strip in strips[room.region.y : room.region.bottom]
        for segment in strip.crop(room.region.x, room.region.right)
        if segment.style and segment.style.bgcolor and segment.style.bgcolor.triplet == wanted.triplet
    }


async def test_the_cursor_is_strong_only_in_the_room_that_has_the_keys(days: Store) -> None:
    async with reading(days, VAST) as (app, pilot):
        seen = [strong_cursors(app)]
        for key in ("h", "enter", "enter", "escape"):
            await press(app, pilot, key)
            seen.append(strong_cursors(app))
        assert seen == [{"list"}, {"days"}, {"list"}, set(), {"list"}]


async def test_no_day_is_cut_where_all_hold_hundreds_of_flags(tmp_path: Path) -> None:
    with fill_store(tmp_path, [make_briefing(n) for n in range(40)], days=40) as store:
        for size in (THREE, (100, 36)):
            async with reading(store, size) as (app, pilot):
                await press(app, pilot, "h")
                assert "⋯" not in "".join(left(app))
