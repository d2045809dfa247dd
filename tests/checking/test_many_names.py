"""A draft with very many names is held against its item in time that grows with them, and not with their square."""

from dataclasses import replace
from itertools import islice, product

import pytest

from assistant.checking import check_draft
from assistant.records import Draft, Item, Name, Translation
from tests.builders import make_item
from tests.growth import grows_linearly

SURNAMES = {"林": "Lin", "陳": "Chen", "王": "Wang", "李": "Li", "張": "Chang", "黃": "Huang", "吳": "Wu", "劉": "Liu"}
SYLLABLES = {
    "明": "ming",
    "華": "hua",
    "建": "chien",
    "國": "kuo",
    "志": "chih",
    "偉": "wei",
    "文": "wen",
    "雄": "hsiung",
} | {
    "俊": "chun",
    "傑": "chieh",
}


def make_many(size: int, kind: str) -> tuple[Item, Draft]:
    """An item in which ``size`` persons or bodies speak, a sentence each, and its right draft."""
    behind, there = ("基金會", " Foundation") if kind == "organisation" else ("", "")
    names = [
        Name(f"{s}{a}{b}{behind}", f"{SURNAMES[s]} {SYLLABLES[a].title()}-{SYLLABLES[b]}{there}", kind)
        for s, a, b in islice(product(SURNAMES, SYLLABLES, SYLLABLES), size)
    ]
    english = [f"{name.english} was in favour, it was said." for name in names]
    item = make_item(*(f"{name.original}表示支持。" for name in names), headline="社會要聞")
    told = tuple(Translation(number, text) for number, text in enumerate(("News in brief", *english)))
    return replace(item, language="zh-Hant"), Draft("News in brief", english[0], told, (), tuple(names))


@pytest.mark.parametrize("kind", ["person", "organisation"])
def test_the_checks_grow_with_the_names(kind: str) -> None:
    assert grows_linearly(lambda size: check_draft(*make_many(size, kind)), 800)
