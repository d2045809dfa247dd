"""What the reader's tests share: a filled store, the app on it, and the screen as text."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from rich.style import Style
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widget import Widget
from textual.worker import WorkerCancelled

from assistant.records import Briefing, Dump, Story, Topic
from assistant.store import Store, open_store
from assistant.tui import Reader
from assistant.typesetting import count_cells
from tests.pages.samples import NOTICE, SENTENCES, all_kinds

SMALL, WIDE = (80, 24), (140, 40)
PATIENCE_S = 60


def fill_store(path: Path, briefings: Iterable[Briefing] | None = None, *, days: int = 1) -> Store:
    """A store with these briefings (one of each status) on each of ``days`` days."""
    store = open_store(path / "briefings.db")
    library = store.library
    library.start_run("r1", title="test", model="", notices=(NOTICE,))
    for number in range(days):
        sha256 = (f"{number:x}a" if number < 10 else f"{number:04x}b") * 32
        library.save_dump(Dump("harbour.txt", "".join(text for text, _ in SENTENCES), sha256, "utf-8"))
        for briefing in all_kinds() if briefings is None else briefings:
            library.save_briefing(
                replace(briefing, dump_sha256=sha256), run="r1", day=date(2031, 5, 13) - timedelta(number)
            )
    library.end_run("r1", items=1, problems=(), whole=True)
    ids = [row.id for row in library.rows(limit=1000)]
    store.stories.keep(ids, [Story((n,), Topic.OTHER) for n in range(len(ids))])  # they differ in nothing but place
    return store


def screen_lines(app: Reader) -> list[str]:
    """The screen as the terminal would show it."""
    return ["".join(segment.text for segment in strip) for strip in app.screen._compositor.render_strips()]


def text_rows(app: Reader, widget: Widget, strips: list[Strip], *, lit: bool = False) -> list[str]:
    """What stands on the rows of ``widget`` in what the compositor drew; only what is lit, if asked."""
    area, rows = widget.region, []
    for strip in strips[area.y : area.bottom]:
        cells = strip.crop(area.x, area.right)
        rows.append("".join(s.text for s in cells if not lit or (s.style and is_lit(app, s.style))))
    return rows


def is_lit(app: Reader, style: Style) -> bool:
    """Whether a style is the one of the words at the cursor."""
    wanted = app.get_css_variables()["lit"]
    return bool(style.bgcolor and style.bgcolor.triplet and style.bgcolor.triplet.hex == wanted.lower())


def tight(text: str) -> str:
    """``text`` without the white space that a line break may take."""
    return "".join(text.split())


def screen_text(app: Reader) -> str:
    """The screen in one string."""
    return "\n".join(screen_lines(app))


@asynccontextmanager
async def reading(
    store: Store, size: tuple[int, int] = SMALL, **options: Any
) -> AsyncIterator[tuple[Reader, Pilot[None]]]:
    """The reader on ``store``, its first briefing loaded."""
    app = Reader(store, **options)
    async with app.run_test(size=size) as pilot:
        await settle(app, pilot)
        yield app, pilot
        assert_tidy(app)


async def settle(app: Reader, pilot: Pilot[None]) -> None:
    """Wait until all is there, and nothing is being loaded."""
    await until(pilot, lambda: app.library.is_complete)
    await pilot.pause()
    while any(not worker.is_finished for worker in app.workers):
        with suppress(WorkerCancelled):  # a load that a later one has overtaken
            await app.workers.wait_for_complete()
    await pilot.pause()


async def until(pilot: Pilot[None], is_so: Callable[[], object]) -> None:
    """Wait for a state, however long a busy machine takes to reach it."""
    async with asyncio.timeout(PATIENCE_S):
        while not is_so():
            await pilot.pause(0.02)


async def press(app: Reader, pilot: Pilot[None], *keys: str) -> str:
    """Press keys one after the other; the screen after them."""
    for key in keys:
        await pilot.press(key)
        if any(not worker.is_finished for worker in app.workers):
            await settle(app, pilot)
    await pilot.pause()
    return screen_text(app)


def assert_tidy(app: Reader) -> None:
    """Each line of the screen takes exactly its columns."""
    columns, lines = app.size
    shown = screen_lines(app)
    assert len(shown) == lines
    for line in shown:
        assert count_cells(line) == columns, line
