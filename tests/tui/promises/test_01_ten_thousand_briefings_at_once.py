"""1. 10,000 briefings on the screen at once: only what is looked at is fetched. (How fast: ``evals.bench.reader``.)"""

from pathlib import Path

import pytest

from assistant.records import Briefing
from assistant.store import Filters, Store
from assistant.store.library import Library
from assistant.tui import Reader
from assistant.tui.stock import PAGE_ROWS
from evals.bench import reader as bench
from tests.tui.helpers import SMALL, WIDE, press, reading, screen_text

ITEMS = 10_000
AT_ONCE, HELD = 200, 5_000
"""The most rows that are fetched at one time, and that are held: whatever the reader's own numbers are."""


def rows_held(app: Reader) -> int:
    return sum(len(rows) for rows in app.library.stock._pages.values())


async def test_the_first_frame_fetches_one_page_of_rows_and_after_it_a_briefing_and_its_neighbour(
    crowd: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    read = type(crowd.library).briefing

    def note(library: Library, identity: str) -> Briefing:
        opened.append(identity)
        return read(library, identity)

    monkeypatch.setattr(type(crowd.library), "briefing", note)
    async with reading(crowd, SMALL) as (app, _):
        assert len(app.library.stock) == ITEMS
        assert "1 of 10,000" in screen_text(app)
        assert 0 < rows_held(app) <= AT_ONCE
        first, second = (row.id for row in crowd.library.rows(limit=2))
        assert opened[0] == first  # the one at the cursor
        assert set(opened) <= {first, second}  # and the one that the next key shows


async def test_the_whole_list_can_be_walked_without_holding_it(crowd: Store) -> None:
    async with reading(crowd, WIDE) as (app, pilot):
        assert "10,000 of 10,000" in await press(app, pilot, "G")
        assert "1 of 10,000" in await press(app, pilot, "g")
        for item in range(0, ITEMS, PAGE_ROWS):
            before = rows_held(app)
            assert app.library.stock.row(item)
            assert rows_held(app) <= before + AT_ONCE
        assert AT_ONCE < rows_held(app) <= HELD
        assert app.library.stock.row(ITEMS - 1) == crowd.library.rows(Filters(), offset=ITEMS - 1, limit=1)[0]


def test_the_bench_holds_the_first_frame_to_a_ratio_and_nothing_to_milliseconds(tmp_path: Path) -> None:
    assert bench.RATIO_CEILING <= 1.6
    assert bench.judge({"minimal": 100.0, "ours": 159.0}) == []
    assert bench.judge({"minimal": 100.0, "ours": 161.0})
    assert bench.judge({"minimal": 100.0, "ours": 159.0, "posting": 158.0})
