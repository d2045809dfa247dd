"""What the reader asks of the store: days under filters, orders, reviews, the dump behind a briefing."""

import json
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assistant.errors import StoreError
from assistant.judging import FALSE_ALARM, SEEN, name_findings
from assistant.records import Story, Topic
from assistant.store import Filters, Store, export_marks
from tests.pages.samples import SENTENCES, make_briefing, make_source_only
from tests.tui.helpers import fill_store


def test_days_count_only_what_passes_the_filters(store: Store) -> None:
    assert [day.briefings for day in store.library.days()] == [4]
    assert [day.briefings for day in store.library.days(Filters(flagged=True))] == [2]
    assert store.library.days(Filters(words="nothing such")) == []


@pytest.mark.parametrize(
    "asked", [Filters(), Filters(topic="other"), Filters(words="港務"), Filters(outlet="海灣日報")]
)
@pytest.mark.parametrize("opened", [(), (0,), (0, 4)])
def test_days_count_as_many_rows_as_are_listed_whatever_hides_in_stories(
    tmp_path: Path, asked: Filters, opened: tuple[int, ...]
) -> None:
    with fill_store(tmp_path, days=3) as store:
        ids = [row.id for row in store.library.rows()]
        lead, other = (0, 3, 4, 8), (1, 5)
        store.stories.keep(ids, [Story(lead, Topic.OTHER), Story((2,), Topic.OTHER), Story(other, Topic.OTHER)])
        filters = replace(asked, stories=True, opened=tuple(ids[n] for n in opened))
        listed = Counter(row.day for row in store.library.rows(filters))
        assert {day.day: day.briefings for day in store.library.days(filters) if day.briefings} == listed


def test_items_stand_as_they_are_printed_whatever_the_order_in_which_they_were_done(tmp_path: Path) -> None:
    with fill_store(tmp_path, [make_briefing(2), make_briefing(0), make_source_only(1)]) as store:
        assert [row.id.rsplit("-", 1)[1] for row in store.library.rows()] == ["0", "1", "2"]


def test_flags_first_within_each_day(tmp_path: Path) -> None:
    calm = replace(make_briefing(0), findings=())
    with fill_store(tmp_path, [calm, make_briefing(1)], days=2) as store:
        assert [row.flags for row in store.library.rows()] == [0, 4, 0, 4]
        assert [row.flags for row in store.library.rows(Filters(flags_first=True))] == [4, 0, 4, 0]


def test_the_dump_behind_a_briefing(store: Store) -> None:
    briefing = store.library.briefing(store.library.rows()[0].id)
    assert store.library.dump_text(briefing.dump_sha256) == "".join(text for text, _ in SENTENCES)
    with pytest.raises(StoreError):
        store.library.dump_text("f" * 64)


def test_reviews_are_kept_renewed_taken_back_and_exported(store: Store) -> None:
    briefing = store.library.briefing(store.library.rows()[0].id)
    first, second = (briefing.findings.index(flag) for flag in briefing.flags[:2])
    name = name_findings(briefing.findings)[first]
    store.reviews.save(briefing, first, SEEN)
    store.reviews.save(briefing, first, FALSE_ALARM, note="the unit is right: 億")
    store.reviews.save(briefing, second, SEEN)
    store.reviews.save(briefing, second, "")
    kept = store.reviews.of(briefing.id)
    assert list(kept) == [name]
    assert kept[name].note == "the unit is right: 億"
    lines = [json.loads(line) for line in export_marks(store).splitlines()]
    assert [(line["verdict"], line["finding"]["english"]) for line in lines] == [
        (FALSE_ALARM, briefing.findings[first].english)
    ]


def test_a_briefing_that_is_saved_again_is_found_once_and_by_its_new_words(store: Store) -> None:
    again = replace(make_briefing(0), dump_sha256="0a" * 32)
    assert again.draft
    again = replace(again, draft=replace(again.draft, summary="Zeppelins over the harbour"))
    store.library.save_briefing(again, run="r1", day=date(2031, 5, 13))
    assert store.library.count(Filters(words="zeppelins")) == 1
    assert store.library.count(Filters(words="港務")) == 4
