"""Each measure is held against answers that are good, and answers that are bad in one known way."""

import pytest

from assistant.records import Span
from evals import scorers
from evals.answers import Answer, Mark, parse_answer
from evals.cases import SlipCase
from evals.scorers import Rate

GOOD = Answer(False, False, (Mark(Span(4, 9), "supported"), Mark(Span(20, 24), "derived")), ("carried", "carried"))
ALARM = Answer(True, False, (Mark(Span(4, 9), "contradicted"), Mark(Span(20, 24), "supported")), ("carried", "carried"))
OMITS = Answer(False, True, (Mark(Span(4, 9), "supported"),), ("carried", "omitted"))


PLACE = Span(4, 9)


def slip(kind: str = "tenth", wrong: Span | None = PLACE) -> SlipCase:
    return SlipCase("s", kind, "源", "The 3,200 people, and 2019.", "The 32,000 people, and 2019.", wrong)


def test_good_answers_to_clean_pairs_score_no_error() -> None:
    answers = [GOOD] * 3
    assert scorers.false_alarms(answers) == Rate(0, 3)
    assert scorers.false_alarms_per_figure(answers) == Rate(0, 6)
    assert scorers.omitted_figures(answers) == Rate(0, 6)
    assert scorers.omitting_pairs(answers) == Rate(0, 3)


def test_a_false_alarm_counts_once_for_its_pair_and_once_for_its_figure() -> None:
    assert scorers.false_alarms([GOOD, ALARM]) == Rate(1, 2)
    assert scorers.false_alarms_per_figure([GOOD, ALARM]) == Rate(1, 4)
    assert scorers.omitting_pairs([GOOD, ALARM]) == Rate(0, 2)


def test_a_false_omission_counts_apart_from_false_alarms() -> None:
    assert scorers.omitted_figures([GOOD, OMITS]) == Rate(1, 4)
    assert scorers.omitting_pairs([GOOD, OMITS]) == Rate(1, 2)
    assert scorers.false_alarms([GOOD, OMITS]) == Rate(0, 2)


def test_flagging_everything_has_full_recall_and_no_pair_accuracy() -> None:
    slips, everything = [slip(), slip()], [ALARM, ALARM]
    assert scorers.recall_by_kind(slips, everything) == {"tenth": Rate(2, 2)}
    assert scorers.pair_accuracy_by_kind(slips, everything, everything) == {"tenth": Rate(0, 2)}


def test_flagging_nothing_scores_nothing() -> None:
    assert scorers.recall_by_kind([slip()], [GOOD]) == {"tenth": Rate(0, 1)}
    assert scorers.pair_accuracy_by_kind([slip()], [GOOD], [GOOD]) == {"tenth": Rate(0, 1)}


def test_telling_wrong_from_right_scores_by_kind() -> None:
    slips = [slip("year"), slip("year"), slip("unit")]
    rates = scorers.pair_accuracy_by_kind(slips, [ALARM, GOOD, ALARM], [GOOD, GOOD, GOOD])
    assert rates == {"year": Rate(1, 2), "unit": Rate(1, 1)}


@pytest.mark.parametrize(("answer", "is_seen"), [(OMITS, True), (ALARM, False), (GOOD, False)])
def test_a_dropped_figure_is_seen_by_its_omission_alone(answer: Answer, is_seen: bool) -> None:
    assert scorers.is_seen("dropped", answer) is is_seen


def test_another_mistake_is_not_seen_by_an_omission() -> None:
    assert not scorers.is_seen("year", OMITS)


def test_swaps_stay_out_of_the_sum() -> None:
    rates = {"year": Rate(3, 4), "swapped": Rate(0, 9)}
    assert scorers.add_up(rates, but=scorers.SWAPS) == Rate(3, 4)
    assert scorers.add_up(rates) == Rate(3, 13)


@pytest.mark.parametrize(
    ("kind", "place", "is_located"),
    [
        ("tenth", Span(4, 9), True),
        ("tenth", Span(9, 12), True),  # two characters of room
        ("tenth", Span(20, 24), False),
        ("currency", Span(20, 24), True),  # the sign is wrong, the numeral a few characters on is flagged
        ("currency", Span(40, 44), False),
    ],
)
def test_a_mistake_is_located_where_a_flagged_figure_overlaps_it(kind: str, place: Span, is_located: bool) -> None:
    answer = Answer(True, False, (Mark(place, "unsupported"),))
    assert scorers.is_located(slip(kind), answer) is is_located


def test_a_supported_figure_at_the_right_place_locates_nothing() -> None:
    answer = Answer(True, False, (Mark(Span(4, 9), "supported"), Mark(Span(30, 34), "unsupported")))
    assert scorers.localisation([slip()], [answer]) == Rate(0, 1)


def test_only_mistakes_that_were_seen_and_have_a_place_are_located() -> None:
    slips = [slip(), slip(), slip("dropped", None)]
    assert scorers.localisation(slips, [ALARM, GOOD, OMITS]) == Rate(1, 1)


def test_evidence_counts_where_it_shows_the_figure_that_was_meant() -> None:
    meant = SlipCase("s", "ten times", "共85億元", "NT$85 billion", "NT$8.5 billion", Span(3, 5), meant="85億元")
    right = Answer(
        True, english=(Mark(Span(0, 13), "contradicted", ("85億",), "ten times too large: 85億元 is 8.5 billion"),)
    )
    other = Answer(True, english=(Mark(Span(0, 13), "contradicted", ("3人",), "source has 3人"),))
    none = Answer(True, english=(Mark(Span(0, 13), "unsupported", (), "the source has no such figure"),))
    slips = [meant, meant, meant, meant]
    assert scorers.evidence_accuracy(slips, [right, other, none, GOOD]) == Rate(1, 3)
    assert scorers.diagnosis_accuracy(slips, [right, other, none, GOOD]) == Rate(1, 3)


def test_a_mistake_without_a_name_needs_no_diagnosis() -> None:
    answer = Answer(True, english=(Mark(PLACE, "contradicted", (), "source has 七人"),))
    assert scorers.diagnosis_accuracy([slip("number word")], [answer]) == Rate(0, 0)


@pytest.mark.parametrize(
    ("rate", "low", "high"),
    [
        (Rate(0, 40), 0.0, 8.76),
        (Rate(40, 40), 91.24, 100.0),
        (Rate(5, 10), 23.66, 76.34),
        (Rate(0, 0), 0.0, 100.0),
    ],
)
def test_the_interval_is_wilson_s(rate: Rate, low: float, high: float) -> None:
    assert rate.interval == pytest.approx((low, high), abs=0.01)


def test_a_share_of_nothing_is_zero() -> None:
    assert Rate(0, 0).share == 0
    assert Rate(1, 4).share == 25


def test_the_lines_of_briefing_check_are_read_as_answers() -> None:
    row = {
        "flagged": True,
        "omits": False,
        "english_figures": [{"text": "3,200", "start": 4, "end": 9, "status": "contradicted", "why": "w"}],
        "source_figures": [{"status": "carried"}],
    }
    assert parse_answer(row) == Answer(True, False, (Mark(Span(4, 9), "contradicted", (), "w"),), ("carried",))
