"""What the comparison promises besides single verdicts: spans, context of claims, summaries, order, laws."""

from datetime import date
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.figures import Comparison, compare, read_english
from assistant.figures.comparing.agreement import agree
from assistant.figures.comparing.derivation import derive
from assistant.figures.comparing.grades import Grade
from assistant.figures.comparing.source import read_source
from assistant.figures.values import Figure, Kind, write_number
from assistant.records import Span


def statuses(result: Comparison) -> list[str]:
    return [checked.status.value for checked in result.english_figures]


def test_spans_are_half_open_and_count_characters_of_the_given_texts() -> None:
    source, english = "總計花費85億美元。", "It cost US$85 billion in all."
    checked = compare(source, english).english_figures[0]
    assert checked.figure.span.of(english) == "US$85 billion"
    assert checked.evidence[0].span.of(source) == "85億美元"


def test_only_a_translation_can_omit() -> None:
    source, english = "火災造成13人受傷，損失500萬元。", "The fire hurt 13."
    assert compare(source, english).omits
    assert not compare(source, english, mode="summary").omits


def test_a_year_that_the_source_does_not_print_is_checked_by_the_clock() -> None:
    source = "總統昨(20)日出訪。"
    assert not compare(source, "He left on October 20, 2025.", clock=date(2025, 10, 21)).flagged
    assert compare(source, "He left on October 20, 2024.", clock=date(2025, 10, 21)).flagged


def test_a_source_figure_may_support_several_english_ones() -> None:
    result = compare("捐款共500萬元。", "NT$5 million was given. The NT$5 million goes to schools.")
    assert statuses(result) == ["supported", "supported"]


@pytest.mark.parametrize("empty", ["", "   ", "。", "no figures"])
def test_texts_without_figures_compare_to_nothing(empty: str) -> None:
    result = compare(empty, empty)
    assert (result.english_figures, result.source_figures) == ((), ())
    assert not result.flagged
    assert not result.omits


# ------------------------------------------------------------------------------------------------- laws


def as_chinese(number: int) -> str:
    """Hundred millions and ten thousands apart, as news write them: 3億2560萬, 1萬0005."""
    parts: list[str] = []
    for name, size in (("億", 10**8), ("萬", 10**4), ("", 1)):
        count, number = divmod(number, size)
        if count:
            parts.append(f"{count:04d}{name}" if parts else f"{count}{name}")
    return "".join(parts)


@given(st.integers(min_value=3, max_value=10**11))
def test_a_number_agrees_with_itself_in_the_other_language(number: int) -> None:
    assert not compare(f"共有{as_chinese(number)}人參加。", f"In all {number:,} people took part.").flagged


@given(st.integers(min_value=3, max_value=10**9), st.sampled_from([10, 100, 1000]))
def test_a_number_that_is_off_by_a_power_of_ten_is_contradicted(number: int, factor: int) -> None:
    result = compare(f"共有{as_chinese(number)}人參加。", f"In all {number * factor:,} people took part.")
    assert statuses(result) == ["contradicted"]


@given(st.integers(min_value=1, max_value=999), st.sampled_from(["美元", "歐元", "日圓"]))
def test_another_currency_is_always_seen(number: int, currency: str) -> None:
    assert compare(f"總額為{number}億{currency}。", f"The total is £{number * 100} million.").flagged


@given(st.integers(min_value=1, max_value=99), st.integers(min_value=1, max_value=99))
def test_shares_agree_exactly_when_they_are_equal(source: int, english: int) -> None:
    result = compare(f"比例為{source}%。", f"The share is {english} percent.")
    assert result.flagged == (source != english)


@given(
    st.text(alphabet=" ,.\n", max_size=30),
    st.sampled_from(["NT$3.5 billion", "July 4, 2020", "7:30 p.m.", "two-thirds"]),
)
def test_shifting_a_text_shifts_its_spans(prefix: str, text: str) -> None:
    moved = read_english(f"{prefix} {text}")
    plain = read_english(f" {text}")
    assert [f.span for f in moved] == [f.span.shift(len(prefix)) for f in plain]


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_two_texts_can_be_compared(source: str, english: str) -> None:
    result = compare(source, english)
    assert all(c.figure.span.of(english) == c.figure.surface for c in result.english_figures)
    assert all(c.figure.span.of(source) == c.figure.surface for c in result.source_figures)


@given(st.text(alphabet="0123456789,.$% -–/:abmkNT€one two half third million percent to of", max_size=80))
def test_english_figures_stand_in_order_and_do_not_overlap(text: str) -> None:
    spans = [figure.span for figure in read_english(text)]
    assert all(one.end <= other.start for one, other in pairwise(spans))


# --------------------------------------------------------------------------- agreement and derivation alone


@pytest.mark.parametrize(
    ("source", "english", "grade"),
    [
        ("8萬6213人", "86,213 people", Grade.SAME),
        ("8萬6213人", "more than 86,000 people", Grade.ROUNDED),
        ("8萬6213人", "nearly 86,000 people", Grade.NONE),
        ("8萬6213人", "nearly 87,000 people", Grade.ROUNDED),
        ("8萬6213人", "about 86,000 people", Grade.ROUNDED),
        ("8萬6213人", "about 80,000 people", Grade.NONE),
        ("36小時", "a day and a half", Grade.CONVERTED),
        ("100公里", "62 miles", Grade.ROUNDED),
        ("100公里", "100,000 metres", Grade.CONVERTED),
        ("100公里", "100 miles", Grade.NONE),
        ("三成", "30 percent", Grade.SAME),
        ("三成", "30 people", Grade.NONE),
        ("數千人", "thousands", Grade.ROUNDED),
        ("25個基點", "0.25 percentage points", Grade.SAME),
    ],
)
def test_readings_agree_by_value_unit_and_wording(source: str, english: str, grade: Grade) -> None:
    here, there = read_english(english)[0], read_source(source)[0]
    assert max(agree(a, b) for a in here.readings for b in there.readings) is grade


def figure(value: int | Fraction, kind: Kind = Kind.COUNT, unit: str = "") -> Figure:
    text = write_number(value)
    return Figure(Span(0, len(text)), text, kind, value, unit)


@pytest.mark.parametrize(
    ("value", "terms", "working"),
    [
        (10, (4, 6), "4 + 6 = 10"),
        (15, (63, 48), "63 − 48 = 15"),
        (12, (3, 4, 5), "3 + 4 + 5 = 12"),
        (20, (10, 2), "2 × 10 = 20"),
    ],
)
def test_a_derived_figure_shows_its_working(value: int, terms: tuple[int, ...], working: str) -> None:
    derived = derive(figure(value), tuple(figure(term) for term in terms))
    assert derived is not None
    assert derived.working == working


def test_what_does_not_follow_is_not_derived() -> None:
    assert derive(figure(17), (figure(4), figure(6))) is None
    assert derive(figure(10, Kind.MONEY, "USD"), (figure(4, Kind.MONEY, "EUR"), figure(6, Kind.MONEY, "EUR"))) is None
