"""Mutations: the same for the same seed, exactly one place of the text changed, names with digits left alone."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evals.cases import PairCase, load_pairs, load_slips
from evals.edits import KINDS
from evals.mutate import main, mutate_pair, mutate_pairs, to_row

PAIRS = load_pairs()


def pair(english: str, source: str = "源文", *labels: str, mode: str = "translation") -> PairCase:
    return PairCase("p", source, english, mode=mode, figures=tuple(("", label) for label in labels) or None)


def test_the_same_seed_gives_the_same_variants() -> None:
    assert list(mutate_pairs(PAIRS, seed=7)) == list(mutate_pairs(PAIRS, seed=7))


def test_another_seed_gives_others() -> None:
    assert list(mutate_pairs(PAIRS, seed=7)) != list(mutate_pairs(PAIRS, seed=8))


@given(seed=st.integers(0, 10_000), chosen=st.sampled_from(PAIRS))
@settings(max_examples=150, deadline=None)
def test_exactly_one_place_of_the_text_changes(seed: int, chosen: PairCase) -> None:
    for slip in mutate_pairs([chosen], seed=seed):
        assert slip.english != slip.right == chosen.english
        assert slip.source == chosen.source
        if slip.wrong:
            start, end = slip.wrong
            assert start < end <= len(slip.english)
            rest = len(slip.english) - end
            assert slip.english[:start] == chosen.english[:start]
            assert slip.english[end:] == chosen.english[len(chosen.english) - rest :]


def test_each_kind_occurs_among_the_variants_of_our_pairs() -> None:
    assert {slip.kind for slip in mutate_pairs(PAIRS)} == set(KINDS)


@pytest.mark.parametrize(
    ("kind", "right", "wrong"),
    [
        ("ten times", "It cost US$8.5 billion.", "It cost US$85 billion."),
        ("tenth", "It cost US$85 billion.", "It cost US$8.5 billion."),
        ("tenth", "About 3,200 people came.", "About 320 people came."),
        ("thousand times", "Some 12 million visits were made.", "Some 12 billion visits were made."),
        ("per cent lost", "It rose 6.2% in May.", "It rose 6.2 in May."),
        ("per cent lost", "Some 70 percent agree.", "Some 70 agree."),
        ("per cent ten times", "Some 70 percent agree.", "Some 7 percent agree."),
        ("points as percent", "It fell 3 percentage points.", "It fell 3 percent."),
        ("currency", "It cost US$8 million.", "It cost €8 million."),
        ("currency", "It cost 8 million yen.", "It cost 8 million yuan."),
        ("unit", "It is 780 kilometres long.", "It is 780 miles long."),
        ("fraction", "Two-thirds agreed.", "One-third agreed."),
        ("multiple", "Rents have doubled.", "Rents have tripled."),
        ("ordinal", "It was the third meeting.", "It was the second meeting."),
        ("approximation", "Nearly 500 passengers left.", "More than 500 passengers left."),
        ("approximation", "At least nine people died.", "At most nine people died."),
        ("dropped", "Prices rose in 23 cities.", "Prices rose in cities."),
        ("swapped", "Chen won 52 percent and Wang 39 percent.", "Chen won 39 percent and Wang 52 percent."),
        ("digits transposed", "There were 12 cases.", "There were 21 cases."),
    ],
)
def test_each_kind_makes_its_own_mistake(kind: str, right: str, wrong: str) -> None:
    slip = mutate_pair(pair(right), kind)
    assert slip is not None
    assert slip.english == wrong


@pytest.mark.parametrize(
    ("kind", "english"),
    [
        ("ten times", "An F-16 took off."),
        ("digit changed", "COVID-19 spread."),
        ("digit changed", "Drivers left Route 58 in anger."),
        ("ten times", "It opened in 1987."),
        ("ten times", "It opens on October 19."),
        ("ten times", "It runs from 19 to 28 October."),
        ("ten times", "It starts at 9 a.m."),
        ("fraction", "A third victim was found."),
        ("year", "A crowd of 2,019 came."),
        ("dropped", "It cost NT$23 millions."),
        ("month", "It may rain."),
        ("range end", "It went from October 19 to 28."),
        ("number word", "Twenty-three came."),
        ("approximation", "They were seen up to 6 a.m. today."),
        ("ordinal", "It flows at 9 metres per second."),
        ("ordinal", "They lost a third of the votes."),
    ],
)
def test_what_is_no_figure_of_the_kind_is_left_alone(kind: str, english: str) -> None:
    assert mutate_pair(pair(english), kind) is None


def test_only_labelled_figures_are_touched() -> None:
    english = "The 1992 Consensus was discussed by 17 members."
    for seed in range(20):
        slip = mutate_pair(pair(english, "源文", "17 members"), "digit changed", seed=seed)
        assert slip is not None
        assert slip.english.startswith("The 1992 Consensus")


def test_a_pair_labelled_as_free_of_figures_gets_no_wrong_one() -> None:
    free = PairCase("p", "二手車", "The second-hand market has 20 stalls.", figures=())
    assert {slip.kind for seed in range(20) for slip in mutate_pairs([free], seed=seed)} == {"added"}


def test_the_first_end_of_a_range_may_share_the_per_cent_of_the_second() -> None:
    slips = [mutate_pair(pair("It rose from 85 percent to 98 percent."), "per cent lost", seed=n) for n in range(20)]
    assert {slip.english for slip in slips if slip} == {"It rose from 85 percent to 98."}


def test_a_variant_names_the_source_figure_that_was_meant() -> None:
    labelled = PairCase(
        "p",
        "共23人，85億元",
        "23 people; NT$8.5 billion",
        figures=(("23人", "23 people"), ("85億元", "NT$8.5 billion")),
    )
    money, people = mutate_pair(labelled, "currency"), mutate_pair(labelled, "dropped")
    assert money is not None
    assert people is not None
    assert (money.meant, people.meant) == ("85億元", "23人")


def test_both_figures_that_change_places_are_labelled() -> None:
    english = "(3) Set up 12 shelters."
    assert mutate_pair(pair(english), "swapped") is not None
    assert mutate_pair(pair(english, "源文", "12 shelters"), "swapped") is None


def test_a_summary_may_leave_figures_out() -> None:
    assert mutate_pair(pair("Prices rose in 23 cities.", mode="summary"), "dropped") is None


def test_the_command_writes_rows_that_load_as_slips(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "own.jsonl"
    path.write_text('{"id": "a", "source": "共23人", "english": "There were 23 people."}\n', encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["mutate", str(path)])
    main()
    out = capsys.readouterr().out
    written = tmp_path / "slips.jsonl"
    written.write_text(out, encoding="utf-8")
    slips = load_slips(written)
    assert slips == tuple(mutate_pairs(load_pairs(path)))
    assert [json.loads(line) for line in out.splitlines()] == [to_row(slip) for slip in slips]
