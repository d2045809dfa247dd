"""The scorers against replies written by hand: the good ones are at the top, each bad set moves just what it should."""

import json

import pytest

from evals.briefing_cases import load_briefings
from evals.measures import Measure
from evals.scorers_briefings import MEASURES, measure_briefings
from evals.written import BadSet, GoodReply, brief_spoiled, brief_written, load_bad, load_good, spoil

GOOD = brief_written()
BEST = {name: 0.0 if is_error else 100.0 for name, _, is_error in MEASURES}


def shares_of(measures: list[Measure]) -> dict[str, float]:
    return {m.name: m.rate.share for m in measures}


def test_the_good_replies_are_at_the_top_of_every_measure() -> None:
    measures = measure_briefings(GOOD)
    assert shares_of(measures) == BEST
    assert all(m.rate.total >= 14 for m in measures)  # each has something to measure


@pytest.mark.parametrize("bad", load_bad(), ids=lambda bad: bad.name)
def test_a_bad_set_moves_just_the_measures_that_it_should(bad: BadSet) -> None:
    shares = shares_of(measure_briefings(brief_spoiled(bad, GOOD)))
    assert {name for name, share in shares.items() if share != BEST[name]} == bad.moves


def test_every_measure_is_moved_by_some_bad_set_and_most_by_one_that_moves_nothing_else() -> None:
    assert {name for bad in load_bad() for name in bad.moves} == BEST.keys()
    alone = {name for bad in load_bad() for name in bad.moves if len(bad.moves) == 1}
    assert len(alone) >= 9


def test_the_files_say_who_wrote_the_replies() -> None:
    assert all("by hand" in reply.about for reply in load_good().values())
    assert {load_case.id for load_case in load_briefings()} >= load_good().keys()


def test_an_edit_that_changes_nothing_is_refused() -> None:
    reply = GoodReply("x", "by hand", ({"source": "一", "summary": "One.", "sentences": []},))
    bad = BadSet("stale", "x", (("summary", "Two.", "Three."),), frozenset())
    with pytest.raises(ValueError, match=r"stale: 'Two\.' does not stand in the reply to x"):
        spoil(reply, bad)


def test_an_edit_leaves_the_source_and_the_other_parts_alone() -> None:
    item = {"source": "A", "summary": "A", "sentences": [{"source": "A", "english": "A"}], "claims": [{"quote": "A"}]}
    everywhere = spoil(GoodReply("x", "", (item,)), BadSet("b", "x", (("", "A", "B"),), frozenset())).items[0]
    assert json.dumps(everywhere).count('"A"') == 1 + 1
    in_claims = spoil(GoodReply("x", "", (item,)), BadSet("b", "x", (("claims", "A", "B"),), frozenset())).items[0]
    assert in_claims == {**item, "claims": [{"quote": "B"}]}
