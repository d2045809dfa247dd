"""Dumps in the manner of many sites, each with the items that it holds (form: `evals/datasets/pages/README.md`)."""

import pytest

from assistant.reading import read_bytes
from assistant.segmenting import split_items, tile_items
from evals.pages import PageCase, load_pages

DUMPS = [case for case in load_pages() if case.group == "habits"]


def squeeze(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("case", DUMPS, ids=[case.id for case in DUMPS])
def test_the_items_of_a_dump_are_those_that_a_reader_sees(case: PageCase) -> None:
    dump = read_bytes(case.text.encode(), case.id if "." in case.id else f"{case.id}.txt")
    items = split_items(dump)
    assert "".join(span.of(dump.text) for span, _ in tile_items(items)) == dump.text
    news = [item for item in items if item.kind.is_news]
    said = [s.text for item in news for s in item.sentences]
    sentences = squeeze("\n".join(said))
    rows = [[squeeze(wanted.headline), squeeze(wanted.outlet), squeeze(wanted.time)] for wanted in case.items]
    found = [[squeeze(item.read(span)) for span in (item.headline, item.outlet, item.age)] for item in news]
    assert sorted(found) == sorted(rows)
    assert [words for words in case.told if squeeze(words) not in sentences] == []
    assert [line for line in case.kept_out if squeeze(line) in sentences] == []
