"""Dumps in the manner of many sites, each with the items that it holds (form: `evals/datasets/pages/README.md`)."""

import re

import pytest

from assistant.reading import read_bytes
from assistant.records import Role
from assistant.segmenting import split_items
from evals.pages import PAGES

FILES = sorted(PAGES.glob("habits-*.txt"))
DUMPS = [dump for file in FILES for dump in re.split("^=== ", file.read_text("utf-8"), flags=re.MULTILINE)[1:]]


def squeeze(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("written", DUMPS, ids=[dump.split("\n")[0] for dump in DUMPS])
def test_the_items_of_a_dump_are_those_that_a_reader_sees(written: str) -> None:
    name, _, rest = written.partition("\n")
    text, _, expected = rest.partition("--- expect\n")
    dump = read_bytes(text.encode(), name if "." in name else f"{name}.txt")
    items = split_items(dump)
    assert "".join(item.text for item in items) == dump.text
    news = [item for item in items if item.kind.is_news]
    said = [s.text for item in news for s in item.segments if s.role in (Role.SENTENCE, Role.HEADLINE)]
    sentences = squeeze("\n".join(said))
    lines = [line for line in expected.split("\n") if line]
    rows = [[*map(squeeze, line.split("¦")), "", ""][:3] for line in lines if line[:2] not in ("+ ", "! ")]
    found = [[squeeze(item.read(span)) for span in (item.headline, item.outlet, item.age)] for item in news]
    assert sorted(found) == sorted(rows)
    assert [line for line in lines if line.startswith("+ ") and squeeze(line[2:]) not in sentences] == []
    assert [line for line in lines if line.startswith("! ") and squeeze(line[2:]) in sentences] == []
