"""The English reader: what a piece of text says, as kind, value and unit."""

import pytest

from assistant.figures import read_english, write_value
from assistant.figures.values import Approximation, Kind, Part

AMOUNTS = [
    ("86,213", "count", "86213", ""),
    ("8.5 billion", "count", "8500000000", ""),
    ("US$8.5bn", "money", "8500000000", "USD"),
    ("8,500 million US dollars", "money", "8500000000", "USD"),
    ("€3.1billion", "money", "3100000000", "EUR"),
    ("RMB 474 million", "money", "474000000", "CNY"),
    ("NT$3.4104 trillion", "money", "3410400000000", "TWD"),
    ("twenty-three", "count", "23", ""),
    ("one hundred and five", "count", "105", ""),
    ("two million three hundred thousand", "count", "2300000", ""),
    ("two and a half million", "count", "2500000", ""),
    ("half a million", "count", "500000", ""),
    ("a dozen", "count", "12", ""),
    ("dozens", "vague", "20..99", ""),
    ("tens of thousands", "vague", "10000..99000", ""),
    ("several hundred", "vague", "200..900", ""),
    ("12.5%", "percent", "12.5", "%"),
    ("12 per cent", "percent", "12", "%"),
    ("3.4 percentage points", "points", "3.4", "%"),
    ("25 basis points", "basis points", "25", "bp"),
    ("two-thirds", "fraction", "2/3", ""),
    ("3/4", "fraction", "0.75", ""),
    ("one in five", "fraction", "0.2", ""),
    ("a third of", "fraction", "1/3", ""),
    ("threefold", "multiple", "3", "x"),
    ("1.5 times", "multiple", "1.5", "x"),
    ("22nd", "ordinal", "22", ""),
    ("twenty-first", "ordinal", "21", ""),
    ("36-year-old", "duration", "36", "a"),
    ("three and a half years", "duration", "3.5", "a"),
    ("a year and a half", "duration", "1.5", "a"),
    ("half an hour", "duration", "0.5", "h"),
    ("two decades", "duration", "20", "a"),
    ("20km", "measure", "20", "km"),
    ("100 square kilometres", "measure", "100", "km2"),
    ("85 miles per hour", "measure", "85", "[mi_i]/h"),
    ("29℉", "measure", "29", "[degF]"),
    ("F-16", "identifier", "F16", ""),
    ("A380", "identifier", "A380", ""),
    ("5G", "identifier", "5G", ""),
]
DATES = [
    ("July 25th, 2020", "2020-07-25"),
    ("25 July 2020", "2020-07-25"),
    ("the 25th of July", "--07-25"),
    ("2025-12-23", "2025-12-23"),
    ("October 2024", "2024-10"),
    ("in the 1980s", "decade 1980"),
    ("third quarter of 2025", "2025 quarter 3"),
    ("the second half", "half 2"),
    ("Q3 2025", "2025 quarter 3"),
    ("21st century", "century 21"),
    ("Wednesday", "weekday 3"),
    ("in May", "--05"),
    ("221 BC", "-0221"),
]
TIMES = [
    ("12:17 a.m.", "00:17"),
    ("7:30 in the evening", "19:30"),
    ("7 p.m.", "19h"),
    ("half past eight in the morning", "08:30"),
    ("eight o'clock", "8h"),
    ("24:00", "24:00"),
]


@pytest.mark.parametrize(("text", "kind", "value", "unit"), AMOUNTS)
def test_an_amount_is_read_with_its_kind_value_and_unit(text: str, kind: str, value: str, unit: str) -> None:
    figure = read_english(f"They said {text} was right.")[0]
    assert (figure.kind.value, write_value(figure.value), figure.unit) == (kind, value, unit)


@pytest.mark.parametrize(("text", "value"), DATES)
def test_a_date_is_read_as_far_as_it_is_given(text: str, value: str) -> None:
    figure = read_english(f"It was on {text}, they said.")[0]
    assert (figure.kind, write_value(figure.value)) == (Kind.DATE, value)


@pytest.mark.parametrize(("text", "value"), TIMES)
def test_a_time_of_day_is_read(text: str, value: str) -> None:
    figure = read_english(f"It began at {text}.")[0]
    assert (figure.kind, write_value(figure.value)) == (Kind.TIME, value)


@pytest.mark.parametrize("text", ["may come", "they march on", "nothing at all", "the oneness of things"])
def test_words_that_only_look_like_figures_are_none(text: str) -> None:
    assert read_english(text) == ()


@pytest.mark.parametrize(
    ("text", "approximation"),
    [
        ("more than 50", Approximation.OVER),
        ("50-odd", Approximation.OVER),
        ("nearly 50", Approximation.UNDER),
        ("about 50", Approximation.ABOUT),
        ("at least 50", Approximation.AT_LEAST),
        ("up to 50", Approximation.AT_MOST),
        ("50 or more", Approximation.AT_LEAST),
        ("exactly 50", Approximation.EXACT),
    ],
)
def test_the_wording_qualifies_the_value(text: str, approximation: Approximation) -> None:
    assert read_english(text)[0].approximation is approximation


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("4 to 6 million people", "4000000", "6000000"),
        ("$8-10 billion", "8000000000", "10000000000"),
        ("between 40 and 50 degrees", "40", "50"),
        ("five or six hundred", "500", "600"),
        ("three to four years", "3", "4"),
        ("October 19-28", "--10-19", "--10-28"),
        ("19-28 October", "--10-19", "--10-28"),
    ],
)
def test_a_range_is_two_figures_that_share_what_is_written_once(text: str, low: str, high: str) -> None:
    first, second = read_english(text)
    assert (write_value(first.value), write_value(second.value)) == (low, high)
    assert first.unit == second.unit
    assert first.kind is second.kind
    assert first.kind is Kind.DATE or (first.part, second.part) == (Part.FROM, Part.TO)


@pytest.mark.parametrize("text", ["one of them", "both sides", "once", "the first", "an hour", "doubled"])
def test_words_that_english_adds_by_itself_are_soft(text: str) -> None:
    assert all(figure.is_soft for figure in read_english(text))


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("1984", {"date", "count"}),
        ("the 26th", {"ordinal", "date"}),
        ("5 million pounds", {"measure", "money"}),
        ("in her 40s", {"date", "vague"}),
        ("Atlas-2030", {"identifier", "count", "date"}),
    ],
)
def test_what_can_be_read_in_two_ways_keeps_both(text: str, kinds: set[str]) -> None:
    assert {reading.kind.value for reading in read_english(text)[0].readings} == kinds


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("18 November [昨(18)日]", ["18 November"]),
        ("US$8.5 billion (85億美元) of 7 (8)", ["US$8.5 billion", "7", "8"]),
        ("4 [sic] cars", ["4"]),
    ],
)
def test_original_wording_in_brackets_holds_no_english_figure(text: str, surfaces: list[str]) -> None:
    assert [figure.surface for figure in read_english(text)] == surfaces


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("naïve two, cafés—six; the 22nd “three”", ["two", "six", "22nd", "three"]),
        ("three two…four five £6", ["three", "two", "four", "five", "£6"]),
        ("fünf ones, éone, twoé", []),
    ],
)
def test_words_end_at_any_sign_and_at_no_letter_with_an_accent(text: str, surfaces: list[str]) -> None:
    assert [figure.surface for figure in read_english(text)] == surfaces
