"""Outlets that tell one event with other figures are one story, or their conflict is lost; two events never are."""

from dataclasses import replace

import pytest

from assistant.conflicts import find_conflicts
from assistant.records import Briefing, Draft, Name
from assistant.stories.grouping import group_items
from tests.daily.builders import make_item, source_only
from tests.stories.apart import APART
from tests.stories.pairs import BARE, BY_PLACE, SAME, Told

OUTLETS = ("通島通訊社", "海峽午報")


def tell(pair: tuple[Told, Told]) -> list[Briefing]:
    return [read(told, number) for number, told in enumerate(pair)]


def read(told: Told, number: int) -> Briefing:
    headline, body, names = told
    parts = [name.partition(":") for name in names.split()]
    item = make_item(headline, body, outlet=OUTLETS[number])
    draft = Draft(headline, "", (), (), tuple(Name(original, "Name", kind) for kind, _, original in parts))
    return replace(source_only(item, "ab"[number]), draft=draft)


def strip(briefings: list[Briefing]) -> list[Briefing]:
    """The same without a model, which lists the names."""
    return [replace(briefing, draft=None) for briefing in briefings]


@pytest.mark.parametrize("pair", (SAME | BY_PLACE).values(), ids=SAME | BY_PLACE)
def test_one_event_with_other_figures_is_one_story(pair: tuple[Told, Told]) -> None:
    assert group_items(tell(pair)) == [(0, 1)]


@pytest.mark.parametrize("name", [*BARE, *(name for name in BY_PLACE if "earthquake" in name)])
def test_one_event_is_one_story_also_where_no_model_lists_the_names(name: str) -> None:
    assert group_items(strip(tell((BARE | BY_PLACE)[name]))) == [(0, 1)]


@pytest.mark.parametrize("pair", APART.values(), ids=APART)
def test_two_events_are_two_stories(pair: tuple[Told, Told]) -> None:
    for briefings in (tell(pair), strip(tell(pair))):
        assert group_items(briefings) == [(0,), (1,)]
        assert group_items(briefings[::-1]) == [(0,), (1,)]


def test_the_injured_beside_the_dead_are_all_the_injured() -> None:
    briefings = tell(SAME["a later toll"])
    (conflict,) = find_conflicts(briefings, [(0, 1)])
    assert (conflict.subject, [version.english for version in conflict.versions]) == ("injured", ["23", "21"])


def test_what_headline_and_body_tell_of_the_dead_is_one_conflict() -> None:
    conflicts = find_conflicts(tell(SAME["an earlier toll"]), [(0, 1)])
    assert [(c.subject, [v.english for v in c.versions]) for c in conflicts] == [
        ("killed", ["5", "4"]),
        ("injured", ["23", "21"]),
    ]
