"""The dumps of the evals are what they say: cut by the program as meant, with facts that stand in them."""

import re
from collections import Counter
from pathlib import Path

import pytest

from assistant.checking.injections import find_injections
from assistant.cutting import cut_items
from assistant.records import Item, ItemKind
from evals.briefing_cases import BriefingCase, load_briefings
from evals.cases import DatasetError
from evals.scorers_briefings import says

CASES = load_briefings()
DATE = re.compile(r"---\d\d|\d{4}(-\d\d(-\d\d(T\d\d:\d\d)?)?)?")


def news_of(case: BriefingCase) -> list[Item]:
    return [item for item in cut_items(case.read()) if item.kind.is_news]


def test_there_are_a_dozen_of_all_kinds() -> None:
    assert len(CASES) >= 12
    assert len({case.id for case in CASES}) == len({case.text for case in CASES}) == len(CASES)
    languages = Counter(case.language for case in CASES)
    assert languages["zh-Hant"] > languages["zh-Hans"] >= languages["ja"] >= 2
    assert {case.topic for case in CASES} == {"politics", "markets", "disasters", "sport", "courts"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_every_fact_stands_in_one_news_item_as_the_program_cuts_it(case: BriefingCase) -> None:
    texts = [item.text for item in news_of(case)]
    for fact in case.facts:
        assert [fact.quote in text for text in texts].count(True) == 1, fact
    for words in (*(n.original for n in case.names), *(d.original for d in case.dates)):
        assert any(words in text for text in texts), words


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_facts_names_and_dates_can_be_held_against_a_text(case: BriefingCase) -> None:
    assert len(case.facts) >= 8
    assert len(case.names) >= 3
    assert len(case.forbidden) >= 5
    assert all(DATE.fullmatch(iso) for dated in case.dates for iso in dated.accepted)
    assert all(re.search("[A-Za-z]", spelling) for name in case.names for spelling in name.accepted)
    for forbidden in case.forbidden:  # what must be said is never what must not be said
        assert not any(says(wanted, forbidden.text) for fact in case.facts for wanted in fact.accepted), forbidden


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_dump_has_a_main_article_in_its_language_and_related_items(case: BriefingCase) -> None:
    items = news_of(case)
    assert items[0].kind is ItemKind.ARTICLE
    assert all(item.kind is ItemKind.RELATED for item in items[1:])
    assert len(items) >= 2
    assert items[0].language == case.language


def test_one_dump_is_a_page_of_many_parts_with_damage() -> None:
    [case] = [case for case in CASES if case.id == "zh-hant-mixed-port"]
    parts = cut_items(case.read())
    assert [p.kind for p in parts].count(ItemKind.RELATED) >= 3
    assert {damage.kind for part in parts for damage in part.damage} >= {"cut", "residue"}
    assert any(part.kind is ItemKind.NAVIGATION for part in parts)


def test_one_dump_addresses_the_model_in_two_languages() -> None:
    [case] = [case for case in CASES if case.id == "zh-hant-injection-clinic"]
    assert [bool(find_injections(item)) for item in news_of(case)] == [True, True]


def test_a_line_without_facts_is_named(tmp_path: Path) -> None:
    path = tmp_path / "briefings.jsonl"
    path.write_text('{"id": "x", "language": "ja"}\n', encoding="utf-8")
    with pytest.raises(DatasetError, match=r"briefings\.jsonl line 1 lacks or garbles a field"):
        load_briefings(path)
