"""What is stored is sorted into stories and topics, once, and again when something new comes."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assistant.records import Dump, Topic
from assistant.store import Filters, Store, open_store
from assistant.stories import sorting
from tests.pages.samples import make_briefing
from tests.tui.helpers import fill_store

DAY = date(2031, 5, 12)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Three dumps with the same item, on one day."""
    fill_store(tmp_path, [make_briefing()]).close()
    store = open_store(tmp_path / "briefings.db")
    for dump in "bcd":
        store.library.save_dump(Dump("d.txt", "x", f"0{dump}" * 32, "utf-8"))
    for dump in "bc":
        _add(store, dump)
    return store


def _add(store: Store, dump: str) -> None:
    store.library.save_briefing(replace(make_briefing(), dump_sha256=f"0{dump}" * 32), run="r1", day=DAY)


IN_STORIES = Filters(day=DAY.isoformat(), stories=True)


def test_what_tells_the_same_is_one_row_and_the_others_open_below_it(store: Store) -> None:
    assert store.stories.unsorted_days() == [DAY.isoformat()]
    assert len(store.library.rows(IN_STORIES)) == 2
    assert sorting.sort_stored(store) == 1
    (row,) = store.library.rows(IN_STORIES)
    assert (row.told, row.is_lead, row.story_flags) == (2, True, 2 * row.flags)
    assert [day.briefings for day in store.library.days(IN_STORIES)] == [1]
    assert [day.flags for day in store.library.days(IN_STORIES)] == [2 * row.flags]
    opened = replace(IN_STORIES, opened=(row.story,))
    assert [r.is_follower for r in store.library.rows(opened)] == [False, True]
    assert [r.id for r in store.stories.told_with(row.id)] == [store.library.rows(opened)[1].id]
    assert len(store.library.rows(replace(IN_STORIES, stories=False))) == 2


def test_nothing_is_sorted_twice_and_a_newcomer_joins_the_story(store: Store) -> None:
    sorting.sort_stored(store)
    assert sorting.sort_stored(store) == 0
    _add(store, "d")
    assert sorting.sort_stored(store) == 1
    (row,) = store.library.rows(IN_STORIES)
    assert row.told == 3


def test_topics_are_counted_and_filter_the_list(store: Store) -> None:
    sorting.sort_stored(store)
    held = store.stories.topics()
    assert sum(held.values()) == 3
    for topic in Topic:
        assert len(store.library.rows(Filters(topic=str(topic)))) == held.get(topic, 0)


def test_a_day_with_too_many_items_is_not_compared(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sorting, "MOST", 1)
    sorting.sort_stored(store)
    assert [row.told for row in store.library.rows(IN_STORIES)] == [1, 1]
    assert not store.stories.unsorted_days()
