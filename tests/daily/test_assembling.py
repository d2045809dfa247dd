"""The report of a day hangs on what was briefed, and not on when which dump came in."""

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from assistant.daily import assembling
from assistant.daily.assembling import assemble_report
from assistant.daily.glance import Glance
from assistant.records import Briefing, Dump, Report
from assistant.store import library, open_store
from tests.daily.builders import make_item, source_only

DAY = date(2025, 11, 2)
BRIEFINGS = [
    source_only(make_item(f"第{sign}則新聞的標題", f"{sign}地今天有{n + 21}人參加活動。", outlet="甲報"), sign)
    for n, sign in enumerate("abcd")
]


async def told(path: Path, briefings: list[Briefing], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the report tells, in order, where one dump came in each second."""
    with open_store(path) as store:
        store.library.start_run("r1", title="Test", model="")
        for second, briefing in enumerate(briefings):
            monkeypatch.setattr(
                library, "write_now", lambda s=second: datetime(2025, 11, 2, 6, 0, s, tzinfo=UTC).isoformat()
            )
            store.library.save_dump(Dump(briefing.dump_name, briefing.item.text, briefing.dump_sha256, "utf-8"))
            store.library.save_briefing(briefing, run="r1", day=DAY)
        report = await assemble_report(store, DAY, title="Test")
    return [briefing.dump_name for briefing in report.briefings]


async def test_the_order_of_items_of_the_same_weight_is_that_of_the_dumps_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    forth = await told(tmp_path / "forth.db", BRIEFINGS, monkeypatch)
    back = await told(tmp_path / "back.db", BRIEFINGS[::-1], monkeypatch)
    assert forth == back == ["a.txt", "b.txt", "c.txt", "d.txt"]


@pytest.mark.parametrize("seconds", [0.0, 0.2])
async def test_the_report_is_given_out_before_its_lines_at_a_glance_are_known_if_these_keep_waiting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seconds: float
) -> None:
    given: list[Report] = []

    async def take(report: Report) -> None:
        given.append(report)

    async def write_glance(*_: object) -> Glance:
        await asyncio.sleep(seconds)
        return Glance(note="nothing stands out")

    monkeypatch.setattr(assembling, "write_glance", write_glance)
    with open_store(tmp_path / "store.db") as store:
        store.library.start_run("r1", title="Test", model="")
        for briefing in BRIEFINGS:
            store.library.save_dump(Dump(briefing.dump_name, briefing.item.text, briefing.dump_sha256, "utf-8"))
            store.library.save_briefing(briefing, run="r1", day=DAY)
        report = await assemble_report(store, DAY, title="Test", meanwhile=take)
    assert report.edition
    assert report.edition.glance_note == "nothing stands out"
    assert given == ([replace(report, edition=replace(report.edition, glance_note=""))] if seconds else [])
