"""Reading is held against labels: good readers score all, each bad reader loses in its one known way."""

from datetime import date
from fractions import Fraction

import pytest

from assistant.figures import Figure, Kind, read_english
from assistant.figures.values import Approximation, ClockTime, Interval, Part, PartialDate, Value
from assistant.records import Span
from evals.cases import Label, ReadingCase
from evals.readings import approximation_accuracy, judge_case, judge_cases, precision, recall, unit_accuracy
from evals.scorers import Rate

PLACE = Span(2, 6)


def case(*labels: Label) -> ReadingCase:
    return ReadingCase("r", "zh-Hant", "造價85億元。", labels, "x", date(2025, 11, 22))


def label(kind: str, value: str, unit: str = "", approximation: str = "", span: Span = PLACE) -> Label:
    return Label(span, "85億元", kind, value, unit, approximation)


def figure(kind: Kind, value: Value, unit: str = "", *, span: Span = PLACE, is_soft: bool = False) -> Figure:
    return Figure(span, "85億元", kind, value, unit, is_soft=is_soft)


@pytest.mark.parametrize(
    ("wanted", "read"),
    [
        (label("money", "8500000000"), figure(Kind.MONEY, 8_500_000_000, "元")),
        (label("percent", "3.4"), figure(Kind.PERCENT, Fraction(17, 5), "%")),
        (label("percent", "80"), figure(Kind.PERCENT, 20, "%")),  # 八折 as 20 % off
        (label("fraction", "1/2"), figure(Kind.PERCENT, 50, "%")),
        (label("fraction", "3/1000"), figure(Kind.PERCENT, Fraction(3, 10), "%")),
        (label("percentage points", "3.5"), figure(Kind.POINTS, Fraction(7, 2))),
        (label("multiple", "1.5"), figure(Kind.MULTIPLE, Fraction(5, 2), "x")),
        (label("duration", "3.5", "a"), figure(Kind.DURATION, 42, "mo")),
        (label("duration", "14", "d"), figure(Kind.DURATION, 2, "wk")),
        (label("measure", "6", "km"), figure(Kind.MEASURE, 12, "里")),
        (label("vague", "2000..9999"), figure(Kind.VAGUE, Interval(2000, 9000))),
        (label("count", "100", "", "over"), figure(Kind.VAGUE, Interval(101, 199))),
        (label("count", "70..80"), figure(Kind.COUNT, Interval(70, 80))),
        (label("date", "---20"), figure(Kind.DATE, PartialDate(day=20))),
        (label("date", "2025-10-19"), figure(Kind.DATE, PartialDate(2025, 10, 19))),
        (label("date", "Q3"), figure(Kind.DATE, PartialDate(quarter=3))),
        (label("date", "1980..1989"), figure(Kind.DATE, PartialDate(decade=1980))),
        (label("time", "00:17"), figure(Kind.TIME, ClockTime(0, 17))),
        (label("score", "118:116"), figure(Kind.SCORE, (118, 116))),
        (label("score", "9/12"), figure(Kind.SCORE, (12, 9))),
        (label("identifier", "F-16"), figure(Kind.IDENTIFIER, "F16V")),
    ],
)
def test_a_value_may_be_read_in_any_right_notation(wanted: Label, read: Figure) -> None:
    result = judge_case(case(wanted), [read])
    assert (result.found, result.right) == ((True,), (True,))


@pytest.mark.parametrize(
    ("wanted", "read"),
    [
        (label("money", "8500000000"), figure(Kind.MONEY, 85_000_000_000, "元")),
        (label("count", "8500000000"), figure(Kind.COUNT, 85)),
        (label("percent", "70"), figure(Kind.PERCENT, 7, "%")),
        (label("duration", "3.5", "a"), figure(Kind.DURATION, 3, "a")),
        (label("duration", "3", "a"), figure(Kind.DURATION, 3, "mo")),
        (label("vague", "2000..9999"), figure(Kind.VAGUE, Interval(20, 99))),
        (label("vague", "20..99"), figure(Kind.VAGUE, Interval(0, 10**9))),
        (label("date", "---20"), figure(Kind.DATE, PartialDate(month=11, day=21))),
        (label("date", "2025"), figure(Kind.DATE, PartialDate(2014))),
        (label("date", "Q3"), figure(Kind.DATE, PartialDate(quarter=2))),
        (label("date", "1980..1989"), figure(Kind.DATE, PartialDate(decade=1990))),
        (label("time", "00:17"), figure(Kind.TIME, ClockTime(12, 17))),
        (label("score", "118:116"), figure(Kind.SCORE, (116, 118))),
        (label("count", "20"), figure(Kind.DATE, PartialDate(day=20))),
        (label("identifier", "F-16"), figure(Kind.COUNT, 16)),
    ],
)
def test_a_wrong_value_is_neither_found_nor_right(wanted: Label, read: Figure) -> None:
    result = judge_case(case(wanted), [read])
    assert (result.found, result.right) == ((False,), (False,))


def test_a_reader_that_sees_nothing_has_no_recall() -> None:
    results = judge_cases([case(label("count", "3"))], lambda _: [])
    assert recall(results) == Rate(0, 1)
    assert precision(results) == Rate(0, 0)


def test_a_figure_that_nobody_labelled_costs_precision() -> None:
    results = judge_cases([case()], lambda _: [figure(Kind.COUNT, 3)])
    assert precision(results) == Rate(0, 1)


def test_names_and_soft_figures_that_nobody_labelled_cost_nothing() -> None:
    results = judge_cases([case()], lambda _: [figure(Kind.IDENTIFIER, "921"), figure(Kind.COUNT, 1, is_soft=True)])
    assert precision(results) == Rate(0, 0)


def test_the_right_value_at_the_wrong_place_is_not_found() -> None:
    result = judge_case(case(label("count", "3")), [figure(Kind.COUNT, 3, span=Span(6, 7))])
    assert (result.found, result.right) == ((False,), (False,))


def test_a_range_may_be_read_as_its_two_ends_but_not_as_one_of_them() -> None:
    wanted = label("money", "3000000000..4000000000")
    low = Figure(Span(2, 4), "30", Kind.MONEY, 3_000_000_000, "元", part=Part.FROM)
    high = Figure(Span(4, 6), "40億元", Kind.MONEY, 4_000_000_000, "元", part=Part.TO)
    assert judge_case(case(wanted), [low, high]).found == (True,)
    assert judge_case(case(wanted), [low]).found == (False,)


def test_units_and_approximations_are_scored_on_what_was_found() -> None:
    wanted = label("money", "8500000000", "USD", "about")
    good = Figure(PLACE, "85億元", Kind.MONEY, 8_500_000_000, "USD", Approximation.ABOUT)
    bad = Figure(PLACE, "85億元", Kind.MONEY, 8_500_000_000, "TWD", Approximation.OVER)
    results = [judge_case(case(wanted), [good]), judge_case(case(wanted), [bad]), judge_case(case(wanted), [])]
    assert unit_accuracy(results) == Rate(1, 2)
    assert approximation_accuracy(results) == Rate(1, 2)


def test_another_reading_of_the_same_characters_counts() -> None:
    other = figure(Kind.DURATION, 19, "a")
    first = Figure(PLACE, "19年", Kind.DATE, PartialDate(2019), others=(other,))
    assert judge_case(case(label("duration", "19", "a")), [first]).found == (True,)


def test_the_product_s_own_reader_is_asked_in_the_language_of_the_case() -> None:
    english = ReadingCase("e", "en", "It cost US$8.5 billion.", (), "x")
    assert judge_cases([english])[0].figures == tuple(read_english(english.text))
