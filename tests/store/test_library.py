"""The store keeps what was briefed, finds it again in both languages, and says clearly when it cannot."""

import multiprocessing
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import StoreError
from assistant.records import (
    Briefing,
    Check,
    Draft,
    Dump,
    Finding,
    Item,
    ItemKind,
    Place,
    Role,
    Segment,
    Span,
    Status,
    Translation,
    Verdict,
)
from assistant.records import Field as DraftField
from assistant.store import Filters, Store, open_store
from assistant.store.words import index_words, match_expression

DAY = date(2025, 11, 2)
TEXT = "稀土出口增加\n今年稀土出口達85億美元。\n"


def make_dump(text: str = TEXT, sha256: str = "ab" * 32) -> Dump:
    return Dump(name="page.txt", text=text, sha256=sha256, encoding="utf-8")


def make_briefing(*, draft: bool = True, flagged: bool = False, index: int = 0, sha256: str = "ab" * 32) -> Briefing:
    segments = (
        Segment(0, Span(0, 7), TEXT[:7], Role.HEADLINE),
        Segment(1, Span(7, len(TEXT)), TEXT[7:]),
    )
    item = Item(index, ItemKind.ARTICLE, Span(0, len(TEXT)), TEXT, segments, headline=Span(0, 6))
    finding = Finding(Check.FIGURE, Verdict.CONTRADICTED, Place(DraftField.SUMMARY), "US$85 billion", Span(0, 13))
    return Briefing(
        dump_name="page.txt",
        dump_sha256=sha256,
        item=item,
        draft=Draft("Rare earth exports grow", "Exports grew.", (Translation(1, "Rare earth exports."),), (), ())
        if draft
        else None,
        findings=(finding,) if flagged else (),
    )


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "briefing.db") as opened:
        opened.library.start_run("run-1", title="Test", model="scripted", notices=("written by hand",))
        opened.library.save_dump(make_dump())
        yield opened


def test_a_saved_briefing_is_read_back_equal(store: Store) -> None:
    briefing = make_briefing(flagged=True)
    store.library.save_briefing(briefing, run="run-1", day=DAY)
    assert store.library.briefing(briefing.id) == briefing


def test_rows_and_days_show_it_without_its_body(store: Store) -> None:
    store.library.save_briefing(make_briefing(flagged=True), run="run-1", day=DAY)
    (row,) = store.library.rows()
    assert (row.status, row.headline, row.original, row.flags) == (
        Status.BRIEFED,
        "Rare earth exports grow",
        "稀土出口增加",
        1,
    )
    (day,) = store.library.days()
    assert (day.day, day.briefings, day.flags, day.unread) == ("2025-11-02", 1, 1, 1)


@pytest.mark.parametrize("change", [{}, {"headline": ""}, {"held": True}])
def test_a_failed_attempt_never_buries_a_good_briefing(store: Store, change: dict[str, Any]) -> None:
    good = make_briefing()
    assert good.draft
    good = replace(good, held="held" in change, draft=replace(good.draft, headline=change.get("headline", "Held")))
    store.library.save_briefing(good, run="run-1", day=DAY)
    store.library.save_briefing(make_briefing(draft=False), run="run-1", day=DAY)
    assert store.library.briefing(good.id) == good


def test_a_new_briefing_takes_the_place_of_the_old_one_and_read_marks_stay(store: Store) -> None:
    briefing = make_briefing(draft=False)
    store.library.save_briefing(briefing, run="run-1", day=DAY)
    store.library.mark_read(briefing.id)
    store.library.save_briefing(make_briefing(), run="run-1", day=DAY)
    (row,) = store.library.rows()
    assert row.status is Status.BRIEFED
    assert row.read
    assert store.library.count(Filters(unread=True)) == 0


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("稀土", 1),
        ("稀", 1),
        ("土出口", 1),
        ("出口增加达", 0),
        ("年稀土出口达", 1),
        ("达", 1),
        ("rare EARTH", 1),
        ("exp", 1),
        ("85億", 1),
        ("８５億", 1),
        ("稀口", 0),
        ("gold", 0),
        ('" OR *', 0),
        ("", 1),
    ],
)
def test_search_finds_both_languages(store: Store, words: str, found: int) -> None:
    store.library.save_briefing(make_briefing(), run="run-1", day=DAY)
    assert store.library.count(Filters(words=words)) == found


def test_a_search_sees_what_this_and_other_processes_wrote_since_it_was_last_asked(store: Store) -> None:
    words = Filters(words="稀土")
    assert store.library.count(words) == 0
    store.library.save_briefing(make_briefing(), run="run-1", day=DAY)
    assert store.library.count(words) == len(store.library.rows(words)) == 1
    with open_store(store.path) as other:
        other.library.save_briefing(make_briefing(index=1), run="run-1", day=DAY)
    assert len(store.library.rows(words)) == store.library.count(words) == 2
    assert store.library.count(Filters(words="gold")) == 0
    assert store.library.count(words) == 2


def test_a_search_inside_what_is_taken_back_leaves_nothing_behind(store: Store) -> None:
    database, words = store.library._db, Filters(words="稀土")
    store.library.save_briefing(make_briefing(), run="run-1", day=DAY)
    with suppress(ZeroDivisionError), database.transaction():
        database.write("DELETE FROM search")
        assert store.library.count(words) == 0
        raise ZeroDivisionError
    assert store.library.count(words) == 1


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("6.3", True), ("6.", True), ("3.6", False), ("6.1", False), ("24,318", True), ("24,31", True), ("24,3", True),
        ("318,24", False), ("ah-64e", True), ("64e-ah", False), ("6.3 ah", True), ("規模6.3", True), ("模6", True),
        ("規模3人", False), ("規模處", False), ("6處1", True), ("3人6", True), ("3人9", False), ("指数24", True),
        ("指數,地震", True), ("o'b", False),
    ],
)  # fmt: skip
def test_what_signs_hold_together_is_looked_for_as_one(words: str, found: bool) -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE VIRTUAL TABLE s USING fts5 (w)")
        connection.execute(
            "INSERT INTO s VALUES (?)", (index_words("規模6.3地震，指數24,318點，AH-64E；3人、6處、1,000 o"),)
        )
        matches = connection.execute("SELECT count(*) FROM s WHERE w MATCH ?", (match_expression(words),)).fetchone()
    assert matches == (int(found),)


@given(st.text(), st.integers(0, 30), st.integers(1, 8))
def test_every_piece_of_han_text_is_found_in_what_contains_it(text: str, start: int, length: int) -> None:
    han = "稀土出口增加達八十五億美元" + text
    words = han[start : start + length]
    expression = match_expression(words)
    if not expression:
        return
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("CREATE VIRTUAL TABLE s USING fts5 (w)")
        connection.execute("INSERT INTO s VALUES (?)", (index_words(han),))
        connection.execute("SELECT count(*) FROM s WHERE w MATCH ?", (expression,)).fetchone()
    finally:
        connection.close()


def test_the_run_of_a_briefing_carries_its_notices(store: Store) -> None:
    briefing = make_briefing()
    store.library.save_briefing(briefing, run="run-1", day=DAY)
    run = store.library.run_of(briefing.id)
    assert run is not None
    assert run.notices == ("written by hand",)
    assert run.finished is None


def test_a_damaged_row_is_named_and_not_shown(store: Store) -> None:
    briefing = make_briefing()
    store.library.save_briefing(briefing, run="run-1", day=DAY)
    with sqlite3.connect(store.path) as other:
        other.execute("UPDATE briefings SET body = x'00'")
    other.close()
    with pytest.raises(StoreError, match="damaged"):
        store.library.briefing(briefing.id)


def test_a_store_of_a_newer_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "briefing.db"
    open_store(path).close()
    with sqlite3.connect(path) as other:
        other.execute("PRAGMA user_version = 999")
    other.close()
    with pytest.raises(StoreError, match="newer"):
        open_store(path)


def test_a_file_that_is_no_store_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "briefing.db"
    path.write_bytes(b"this is no database at all" * 100)
    with pytest.raises(StoreError, match="cannot be used"):
        open_store(path)


def _save_many(path: Path, start: int) -> None:
    with open_store(path) as store:
        for index in range(start, start + 25):
            store.library.save_briefing(make_briefing(index=index), run="run-1", day=DAY)


def test_two_processes_write_to_one_store(store: Store) -> None:
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=_save_many, args=(store.path, start)) for start in (0, 100)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(60)
    assert [process.exitcode for process in processes] == [0, 0]


def test_report_end_is_written_down(store: Store) -> None:
    briefing = make_briefing()
    store.library.save_briefing(briefing, run="run-1", day=DAY)
    store.library.end_run("run-1", items=1, problems=(), whole=True)
    run = store.library.run_of(briefing.id)
    assert run is not None
    assert run.finished
    assert run.whole


def test_what_can_be_made_again_waits_for_no_disk_and_all_else_does(store: Store) -> None:
    said: list[str] = []
    store.library.save_dump(make_dump())
    store.library._db.connection.set_trace_callback(said.append)
    store.library.save_briefing(make_briefing(), run="run-1", day=DAY)
    synced = [line.rpartition(" ")[2] for line in said if "synchronous" in line]
    assert said[0].endswith("NORMAL")
    assert synced == ["NORMAL", "FULL"]
    assert said[-2:] == ["COMMIT", "PRAGMA synchronous = FULL"]
    with pytest.raises(StoreError):
        store.library.save_briefing(make_briefing(), run="there is no such run", day=DAY)
    assert store.library._db.query("PRAGMA synchronous")[0][0] == 2


def test_all_briefings_come_as_their_rows_stand(store: Store) -> None:
    for index in range(5):
        briefing = make_briefing(index=index, flagged=index == 3)
        store.library.save_briefing(briefing, run="run-1", day=date(2025, 11, 2 + index % 2))
    for filters in (Filters(), Filters(flags_first=True), Filters(stories=True), Filters(day="2025-11-02")):
        rows = [row.id for row in store.library.rows(filters)]
        assert [briefing.id for briefing in store.library.briefings(filters)] == rows
        assert rows
