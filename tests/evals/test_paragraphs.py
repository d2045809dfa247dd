"""Paragraphs are clean pairs side by side, and a checker that is right on all of them scores no error."""

from assistant.records import Span
from evals.answers import Answer, Mark, Pair
from evals.cases import load_pairs
from evals.measures import measure_paragraphs
from evals.paragraphs import SIZE, hold_against_item, join_pairs
from evals.scorers import Rate

PAIRS = load_pairs()


def test_the_same_seed_joins_the_same_pairs() -> None:
    assert list(join_pairs(PAIRS, seed=3)) == list(join_pairs(PAIRS, seed=3))
    assert list(join_pairs(PAIRS, seed=3)) != list(join_pairs(PAIRS, seed=4))


def test_a_paragraph_holds_its_members_in_order_and_one_language() -> None:
    for paragraph, members in join_pairs(PAIRS):
        assert len(members) == SIZE
        assert {m.language for m in members} == {paragraph.language}
        assert paragraph.source == "".join(m.source for m in members)
        assert paragraph.english.split() == [word for m in members for word in m.english.split()]


def test_no_pair_is_used_twice_and_none_that_has_its_own_clock_or_leaves_things_out() -> None:
    used = [m.id for _, members in join_pairs(PAIRS) for m in members]
    assert len(used) == len(set(used))
    left_out = {p.id for p in PAIRS if p.day or p.mode == "summary"}
    assert not left_out & set(used)


def test_a_sentence_is_held_against_the_whole_paragraph_as_a_summary_is() -> None:
    paragraph, members = next(join_pairs(PAIRS))
    held = list(hold_against_item(paragraph, members))
    assert [h.english for h in held] == [m.english for m in members]
    assert {(h.source, h.mode) for h in held} == {(paragraph.source, "summary")}


def test_a_checker_that_knows_the_right_texts_scores_everything() -> None:
    right = {english for p, members in join_pairs(PAIRS) for english in (p.english, *(m.english for m in members))}

    def ask(pair: Pair) -> Answer:
        is_wrong = pair.english not in right
        return Answer(is_wrong, omits=is_wrong, english=(Mark(Span(0, 1), "unsupported" if is_wrong else "supported"),))

    measures = {m.name: m.rate for m in measure_paragraphs(ask)}
    for name, rate in measures.items():
        assert rate == Rate(0 if "false alarms" in name else rate.total, rate.total), name
    assert measures["paragraphs: false alarms"].total >= 90
