"""Of which day a dump is, and from which day's report something is missing."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from assistant.records import Briefing, Certainty, Clock, Dump, Problem, Stamp
from assistant.running.filing import Filing
from assistant.store import Store, open_store
from tests.daily.builders import make_item, source_only

OLD, COPIED, TODAY = date(2025, 11, 2), date(2026, 11, 28), date(2026, 11, 28)
STATED = "after 2025-11-02, the newest time it prints"
BY_FILE = "nothing on the page says when it was captured; this is the file's own time, UTC"
YEAR_BY_FILE = "from 2 items; the year is not printed, 2026 is inferred from the file's own time (2026-11-28)"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "briefings.db") as opened:
        opened.library.start_run("run", title="", model="", notices=())
        yield opened


def keep(store: Store, name: str, day: date, why: str) -> str:
    """A dump with one item, filed under ``day`` for this reason; its SHA-256."""
    sha = name * 64
    moment = datetime(day.year, day.month, day.day, 8)  # noqa: DTZ001 - the page's own clock
    item = replace(make_item("標題", f"第{name}則。"), clock=Clock(Stamp(moment, moment, Certainty.INFERRED, why)))
    briefing: Briefing = replace(source_only(item), dump_name=name, dump_sha256=sha)
    store.library.save_dump(Dump(name, item.text, sha, "utf-8", modified=datetime.now(UTC)))
    store.library.save_briefing(briefing, run="run", day=day)
    return sha


def test_the_time_of_a_copy_is_not_the_day_of_the_report(store: Store) -> None:
    copies = [keep(store, name, OLD, STATED) for name in "ab"]
    lost = keep(store, "c", COPIED, BY_FILE)
    filing = Filing(store, dict.fromkeys([*copies, lost], COPIED))
    assert list(filing.days) == [COPIED, OLD]
    assert filing.find_newest() == OLD


def test_a_year_that_the_time_of_a_copy_tells_is_not_the_day_of_the_report(store: Store) -> None:
    copies = [keep(store, name, OLD, STATED) for name in "ab"]
    lost = keep(store, "c", date(2026, 11, 2), YEAR_BY_FILE)
    assert Filing(store, dict.fromkeys([*copies, lost], COPIED)).find_newest() == OLD


@pytest.mark.parametrize(
    ("others", "why"),
    [
        ("a", BY_FILE),  # one old page and one of today were saved today
        ("ab", "今(28)日 is printed"),  # the page says so itself
        ("ab", YEAR_BY_FILE),  # and so do its day and month
    ],
)
def test_what_may_be_of_today_decides_the_day(store: Store, others: str, why: str) -> None:
    old = [keep(store, name, OLD, STATED) for name in others]
    new = keep(store, "c", TODAY, why)
    assert Filing(store, dict.fromkeys([*old, new], TODAY)).find_newest() == TODAY


def test_pages_saved_the_morning_after_are_no_copies(store: Store) -> None:
    before = [keep(store, name, TODAY - timedelta(days=1), STATED) for name in "ab"]
    new = keep(store, "c", TODAY, BY_FILE)
    assert Filing(store, dict.fromkeys([*before, new], TODAY)).find_newest() == TODAY


def test_without_news_there_is_no_day(store: Store) -> None:
    assert Filing(store, {"a" * 64: TODAY}).find_newest() is None


@pytest.mark.parametrize(
    ("saved", "missing"),
    [
        (TODAY, True),
        (TODAY - timedelta(days=1), True),  # this machine's clock is behind that of the page
        (TODAY + timedelta(days=1), True),  # a page is saved after midnight
        (TODAY - timedelta(days=2), False),
        (TODAY + timedelta(days=2), False),
        (None, True),
    ],
)
def test_what_cannot_be_read_is_missing_from_the_days_around_its_own(
    store: Store, saved: date | None, missing: bool
) -> None:
    problem = Problem("sheet.xlsx", "sheet.xlsx is not text", saved=saved)
    filing = Filing(store, {keep(store, "a", TODAY, STATED): TODAY})
    assert filing.find_missing([problem], TODAY) == ((problem,) if missing else ())


def test_what_was_copied_with_the_dumps_of_a_day_is_missing_from_it(store: Store) -> None:
    problem = Problem("sheet.xlsx", "sheet.xlsx is not text", saved=COPIED)
    filing = Filing(store, {keep(store, "a", OLD, STATED): COPIED})
    assert filing.find_missing([problem], OLD) == (problem,)
