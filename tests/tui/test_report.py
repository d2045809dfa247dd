"""The report of a day on its own screen, in windows of any width."""

from assistant.collecting import stored_report
from assistant.reporting import render_text
from assistant.store import Filters, Store
from assistant.tui import Reader
from assistant.tui.day import Day
from assistant.tui.words import say_day
from tests.tui.helpers import SMALL, WIDE, press, reading, screen_lines, settle


def render(store: Store, day: str, columns: int) -> list[str]:
    report = stored_report(store, Filters(day=day), title=f"Briefings of {say_day(day)}", judged=True)
    return render_text(report, columns=columns).splitlines()


def shown(app: Reader) -> list[str]:
    """The lines of the report that are on the screen."""
    return [line.rstrip(" ▁▂▃▄▅▆▇█")[1:] for line in screen_lines(app)[1:-1]]


async def test_an_open_report_is_set_anew_for_another_width_and_stays_where_it_was(store: Store) -> None:
    async with reading(store, WIDE) as (app, pilot):
        await press(app, pilot, "d", *["j"] * 24)
        before = shown(app)
        for size, columns in ((SMALL, 77), (WIDE, 100)):
            await pilot.resize_terminal(*size)
            await settle(app, pilot)
            assert isinstance(app.screen, Day)
            wanted = render(store, app.screen.day, columns)
            top = app.screen.query_one("Sheet").scroll_offset.y
            assert 0 < top < len(wanted)
            assert [line.strip() for line in shown(app)[:3]] == [line.strip() for line in wanted[top : top + 3]]
        assert shown(app)[:10] == before[:10]


async def test_a_report_at_its_top_stays_at_its_top(store: Store) -> None:
    async with reading(store, SMALL) as (app, pilot):
        await press(app, pilot, "d")
        await pilot.resize_terminal(*WIDE)
        await settle(app, pilot)
        assert isinstance(app.screen, Day)
        assert [line.strip() for line in shown(app)[:3]] == [
            line.strip() for line in render(store, app.screen.day, 100)[:3]
        ]
