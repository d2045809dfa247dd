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
    "age after, outlet below it": lambda h, b, o, a: f"{h}\n{b}\n{a}\n{o}\n",
    "marks of a list": lambda h, b, o, a: f"- {h}\n{b}\n{o} ・ {a}\n",
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


@pytest.mark.parametrize("age", ["16h", "2d", "35m", "昨天", "昨日", "剛剛", "3 小時前", "yesterday"])
@pytest.mark.parametrize("line", ["{outlet} · {age}", "{outlet} | {age}", "{age}\n{outlet}", "{age}"])
def test_ages_are_known_in_their_short_forms(line: str, age: str) -> None:
    said = [line.format(outlet=outlet, age=age) + "\n" for _, _, outlet, _ in STORIES]
    text = (
        ARTICLE
        + HEADING
        + "".join(h + "\n" + b + "\n" + line for (h, b, _, _), line in zip(STORIES, said, strict=True))
    )
    found = [item for item in split_items(make_dump(text)) if item.kind is ItemKind.RELATED]
    assert [(item.read(item.headline), item.read(item.age)) for item in found] == [(h, age) for h, *_ in STORIES]
    outlets = [outlet if "{outlet}" in line else "" for _, _, outlet, _ in STORIES]
    assert [item.read(item.outlet) for item in found] == outlets


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
