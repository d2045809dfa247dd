"""The bundled sample and its hand-written replies belong together, sentence by sentence."""

import json
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from assistant import reading, segmenting
from assistant.records import Item

SAMPLES = Path(str(resources.files("assistant") / "samples"))
REPLIES: dict[str, Any] = json.loads((SAMPLES / "replies.json").read_text(encoding="utf-8"))
ENTRIES: dict[str, Any] = {entry["source"]: entry for entry in REPLIES["items"]}
DUMP = reading.read_dump(str(SAMPLES / "dump.txt"))
NEWS: list[Item] = [item for item in segmenting.split_items(DUMP) if item.kind.is_news]


def headline_of(item: Item) -> str:
    return item.read(item.headline).strip()


each_item = pytest.mark.parametrize("item", NEWS, ids=headline_of)


def test_the_page_is_an_article_and_seventeen_related_items() -> None:
    assert [item.kind.value for item in NEWS] == ["article"] + ["related"] * 17


def test_every_news_item_has_exactly_one_reply() -> None:
    assert [headline_of(item) for item in NEWS] == [entry["source"] for entry in REPLIES["items"]]


@each_item
def test_every_sentence_is_translated_once_and_nothing_else_is(item: Item) -> None:
    translated = [sentence["source"] for sentence in ENTRIES[headline_of(item)]["sentences"]]
    assert translated == [segment.text.strip() for segment in item.sentences]


@each_item
def test_every_quote_stands_word_for_word_in_a_sentence(item: Item) -> None:
    for claim in ENTRIES[headline_of(item)]["claims"]:
        assert any(claim["quote"] in segment.text for segment in item.sentences), claim["quote"]


@each_item
def test_every_name_stands_in_the_source_and_in_the_english(item: Item) -> None:
    entry = ENTRIES[headline_of(item)]
    english = "\n".join(
        [entry["headline"], entry["summary"]]
        + [claim["english"] for claim in entry["claims"]]
        + [sentence["english"] for sentence in entry["sentences"]]
    )
    for name in entry["names"]:
        assert name["original"] in item.text, name
        assert name["english"] in english, name


def test_the_replies_say_that_no_model_made_them_and_which_figures_are_wrong() -> None:
    for words in ("by hand", "no model made them", "€46 billion", "13.8 percentage points", "invented"):
        assert words in REPLIES["about"]
