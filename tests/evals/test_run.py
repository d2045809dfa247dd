"""The table, the list of misses, the long texts of the bench, and the rival that needs no package."""

import json

from assistant.figures import Figure, Kind
from assistant.records import Span
from evals.answers import Answer, Mark, ask_product
from evals.bench.figures import make_long_pair
from evals.cases import Label, PairCase, ReadingCase, SlipCase
from evals.compare import OURS, SHOWN, format_comparison
from evals.measures import Answered, Measure, measure_checks
from evals.readings import judge_case
from evals.rivals import answer, digits_only
from evals.run import format_table, list_misses, to_json
from evals.scorers import Rate

PAIR = PairCase("p", "共85億元", "It cost NT$8.5 billion.", "zh-Hant", phenomenon="magnitude")
SLIP = SlipCase("s", "ten times", PAIR.source, "It cost NT$85 billion.", PAIR.english, Span(11, 13), "zh-Hant")
QUIET = Answer(False, False, (Mark(Span(8, 22), "supported"),), ("carried",))
ALARM = Answer(True, False, (Mark(Span(8, 22), "contradicted"),), ("carried",))


def answered(*, pair: Answer = QUIET, slip: Answer = ALARM, right: Answer = QUIET) -> Answered:
    return Answered((PAIR,), (pair,), (SLIP,), (slip,), (right,), (), (), ())


def test_the_table_names_share_interval_and_counts() -> None:
    table = format_table([Measure("seen", Rate(9, 10)), Measure("alarms", Rate(0, 40), is_error=True)])
    assert table.splitlines() == [
        "seen    >  90.00 %  [ 59.6 ..  98.2]  9/10",
        "alarms  <   0.00 %  [  0.0 ..   8.8]  0/40",
    ]


def test_the_table_is_also_json() -> None:
    assert json.loads(to_json([Measure("seen", Rate(9, 10))])) == {"seen": {"percent": 90.0, "hits": 9, "total": 10}}


def test_a_checker_that_is_right_has_no_misses() -> None:
    assert list(list_misses(answered(), [])) == []


def test_each_kind_of_miss_is_listed_with_both_texts() -> None:
    misses = list(list_misses(answered(pair=ALARM, slip=QUIET, right=ALARM), []))
    assert [m.split("\n")[0] for m in misses] == [
        "p [magnitude] flagged ['NT$8.5 billion']",
        "s right text flagged ['NT$8.5 billion']",
        "s not seen: 85",
    ]
    assert all(PAIR.source in miss for miss in misses)


def test_a_reading_that_misses_is_listed_with_what_was_wanted_and_read() -> None:
    case = ReadingCase("r", "zh-Hant", "共85億元", (Label(Span(1, 5), "85億元", "money", "8500000000"),), "magnitude")
    wrong = Figure(Span(1, 3), "85", Kind.COUNT, 85)
    [miss] = list_misses(answered(), [judge_case(case, [wrong])])
    assert "wants ['85億元=money,8500000000'] read ['85=count,85,']" in miss


def test_the_right_text_of_a_slip_counts_among_the_clean_pairs() -> None:
    shares = {m.name: m.rate for m in measure_checks(answered(right=ALARM))}
    assert shares["false alarms, clean pairs"] == Rate(1, 2)
    assert shares["slips: pair accuracy, ten times"] == Rate(0, 1)


def test_the_product_is_asked_as_the_program_asks_it() -> None:
    said = ask_product(SLIP)
    assert said.flagged
    assert [mark.span.of(SLIP.english) for mark in said.english] == ["NT$85 billion"]


def test_the_long_texts_have_the_length_that_was_asked_for() -> None:
    source, english = make_long_pair(4096)
    assert 4090 <= len(source.encode()) <= 4096
    assert len(english) == 4096


def test_the_simplest_rival_compares_printed_digits() -> None:
    lines = [
        '{"id": "1", "source": "共23人", "english": "There were 23."}',
        '{"id": "2", "source": "共23人", "english": "24"}',
    ]
    said = [json.loads(line) for line in answer(iter(lines), digits_only())]
    assert [(row["id"], row["flagged"], row["omits"]) for row in said] == [("1", False, False), ("2", True, True)]
    assert said[1]["english_figures"] == [{"start": 0, "end": 2, "status": "unsupported"}]


def test_a_rival_that_breaks_says_so_and_flags_nothing() -> None:
    def broken(row: dict[str, object]) -> dict[str, object]:
        raise ZeroDivisionError

    [line] = answer(iter(['{"id": "1"}']), broken)
    assert json.loads(line)["error"] == "ZeroDivisionError()"
    assert not json.loads(line)["flagged"]


def test_the_comparison_has_a_column_for_each_checker_and_a_dash_for_what_one_does_not_say() -> None:
    table = [Measure(name, Rate(1, 2)) for name in SHOWN]
    silent = [Measure(name, Rate(0, 0)) for name in SHOWN]
    lines = format_comparison({OURS: table, "other": silent}, {OURS: 2000.0, "other": 10.0}).splitlines()
    assert lines[0] == "| measure, per cent | briefing | other |"
    assert lines[2].endswith("| 50.0 | - |")
    assert lines[-1].endswith("| 2,000 | 10 |")
