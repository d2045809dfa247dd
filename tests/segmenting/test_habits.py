"""One page printed in the habits of many sites: its article and all its items are found in each of them."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.reading import read_dump
from assistant.records import Item, ItemKind, Role
from assistant.segmenting import split_items
from tests.builders import make_dump

Story = tuple[str, str, str, str]
"""headline, body, outlet, age"""
PAGE = split_items(read_dump(Path(__file__).parent.parent / "samples" / "reading" / "cable.txt"))
HEADING = "其他人也在看\n"


def take_apart(item: Item) -> Story:
    body = "".join(s.text for s in item.segments if s.role in (Role.SENTENCE, Role.MATTER)).strip()
    return item.read(item.headline), body, item.read(item.outlet), item.read(item.age)


ARTICLE = next(item.text for item in PAGE if item.kind is ItemKind.ARTICLE)
STORIES = [take_apart(item) for item in PAGE if item.kind is ItemKind.RELATED]

HABITS: dict[str, Callable[[str, str, str, str], str]] = {
    "after": lambda h, b, o, a: f"{h}\n{b}\n{o} ・ {a}\n",
    "after, no separator": lambda h, b, o, a: f"{h}\n{b}\n{o} {a.replace(' ', '')}\n",
    "after, two lines": lambda h, b, o, a: f"{h}\n{b}\n{o}\n{a}\n",
    "blank lines within": lambda h, b, o, a: f"{h}\n\n{b}\n\n{o} ・ {a}\n",
    "below": lambda h, b, o, a: f"{h}\n{o} | {a}\n{b}\n",
    "below, two lines": lambda h, b, o, a: f"{h}\n{o}\n{a}\n{b}\n",
    "below, printed time": lambda h, b, o, a: f"{h}\n{o} 2025-03-01 1{len(b) % 10}:30\n{b}\n",
    "above": lambda h, b, o, a: f"{a.replace(' ', '')} · {o}\n{h}\n{b}\n",
    "outlet above, age after": lambda h, b, o, a: f"{o}\n{h}\n{b}\n{a}\n",
    "headlines alone": lambda h, b, o, a: f"{h}\n{o} ・ {a}\n",
}
ARRANGEMENTS: dict[str, Callable[[list[str]], str]] = {
    "heading": lambda items: ARTICLE + HEADING + "".join(items),
    "no heading": lambda items: ARTICLE + "".join(items),
    "article last": lambda items: "".join(items) + ARTICLE,
    "article in the middle": lambda items: "".join([*items[:8], ARTICLE, *items[8:]]),
    "no article": "".join,
    "shuffled": lambda items: "".join(random.Random(7).sample([*items, ARTICLE], len(items) + 1)),
}


@pytest.mark.parametrize("gap", ["", "\n"], ids=["dense", "blank lines"])
@pytest.mark.parametrize("arrangement", ARRANGEMENTS)
@pytest.mark.parametrize("habit", HABITS)
def test_article_and_items_are_found_in_every_habit(habit: str, arrangement: str, gap: str) -> None:
    text = ARRANGEMENTS[arrangement]([HABITS[habit](*story) + gap for story in STORIES])
    items = [item for item in split_items(make_dump(text)) if item.kind.is_news]
    found = [(item.read(item.headline), item.read(item.outlet)) for item in items]
    assert sorted(story[::2] for story in STORIES) == sorted(pair for pair in found if pair[1])
    if arrangement != "no article":
        assert [item.text.strip() for item in items if not item.outlet] == [ARTICLE.strip()]
    if "printed" not in habit:
        ages = {item.read(item.headline): item.read(item.age).replace(" ", "") for item in items if item.outlet}
        assert ages == {story[0]: story[3].replace(" ", "") for story in STORIES}
