"""Input made to hurt: the work must grow with the length of the texts, not with its square."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.figures import compare, read_english
from assistant.figures.chinese.reading import read_chinese
from tests.growth import grows_linearly

LONG = 8_000
"""Characters."""

ENGLISH = {
    "digits": "9",
    "grouped digits": "111,",
    "decimals": "1.",
    "dates": "2020-01-01-",
    "clock times": "1:1",
    "brackets": "((((",
    "number words": "one ",
    "hundreds": "one hundred million ",
    "of": "hundreds of ",
    "months": "July 1 and ",
    "dashes": "1-",
    "spaces": "1    \t  ",
    "letters and digits": "a1-",
    "dollars": "$1 ",
    "percent": "1% ",
    "halves": "half a ",
}
SOURCE = {
    "yi": "億",
    "wan and yi": "萬億",
    "all scales": "千萬億兆",
    "each and more": "每又",
    "from and to": "由3%升至4%",
    "digits": "9",
    "characters": "一二三",
    "brackets": "（（",
    "dates": "1月1日",
    "ranges": "1至",
    "ten": "十",
    "half": "半",
    "spaces": "1 億 ",
    "shares": "分之",
    "times": "1時1分",
    "ranks": "3段",
    "round money": "5圓",
}


@pytest.mark.parametrize("name", ENGLISH)
def test_reading_english_takes_time_in_proportion(name: str) -> None:
    unit = ENGLISH[name]
    assert grows_linearly(lambda size: read_english(unit * (size // len(unit))), LONG)


@pytest.mark.parametrize("name", SOURCE)
def test_reading_a_source_takes_time_in_proportion(name: str) -> None:
    unit = SOURCE[name]
    assert grows_linearly(lambda size: read_chinese(unit * (size // len(unit))), LONG)


def calls(source: str, english: str) -> int:
    """How many calls a comparison makes: a measure of work that no other process can disturb."""
    count = 0

    def note(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        compare(source, english)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    ("source", "english"),
    [
        ("有12人、", "12 people, "),
        ("有12人、", "13 people, "),
        ("7月1日、", "on July 2 "),
        ("數千人、", "about 3,000 people "),
        ("花85億美元，", "cost US$85 billion, "),
        ("三人、五人、", "five men and three men, "),
        ("第二大城。", "the largest city "),
        ("3月底。6月初，", "early March and late June. "),
        ("今年底。", "early this year. "),
    ],
)
def test_comparing_takes_work_in_proportion(source: str, english: str) -> None:
    short, long = calls(source * 100, english * 100), calls(source * 400, english * 400)
    assert long <= 5 * short


def test_scores_told_from_the_other_side_take_work_in_proportion() -> None:
    def work(size: int) -> int:
        numbers = range(3000, 3000 + size)
        # what stands before them shifts them against the English, so that neighbours are linked first
        source = "有5人。" * (size // 4) + "".join(f"甲隊{n}比{n + 3}輸。" for n in numbers)
        return calls(source, " ".join(f"Team A lost {n + 3}-{n}." for n in numbers))

    assert work(1200) <= 5 * work(300)


@pytest.mark.parametrize(
    ("source", "english"),
    [
        ("明天開會。", "They meet today. "),
        ("失蹤5人，", "killed 5, "),
        ("5元，", "$5, "),
        ("2019年，", "in 1950, "),
        ("八成，", "80 percent, "),
        ("產量3,700萬噸，前10個月，", "37 million tonnes in the first 10 months and more, "),
    ],
)
def test_comparing_reads_and_copies_no_whole_text_for_each_figure(source: str, english: str) -> None:
    assert grows_linearly(
        lambda size: compare(source * (size // len(source)), english * (size // len(english))), 4 * LONG
    )


def test_a_number_too_long_to_be_a_quantity_is_a_name() -> None:
    assert [figure.kind.value for figure in read_english("9" * 5000)] == ["identifier"]
    compare("9" * 5000 + "億", "9" * 5000 + " billion")


WORDS = (
    "5 million", "two fifths", "twenty-first", "on 5 April", "hundreds of thousands", "or so", "one-third",
    "six point six", "US$5 billion", "per cent", "basis points", "kilometres", "this year", "last month", "rose",
    "fell from", "fewer than", "first six months", "a dozen", "tens of millions", "3 times", "Friday", "In 2019",
)  # fmt: skip
TWINS = {"i": "iı", "I": "Iİ", "s": "sſ", "S": "Sſ", "k": "k\u212a", "K": "K\u212a"}
"""What a pattern takes for one letter where case is ignored, and a table of words does not."""


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6), st.data())
def test_letters_that_pass_for_others_raise_nothing_and_are_kept(words: list[str], data: st.DataObject) -> None:
    text = "".join(data.draw(st.sampled_from(TWINS.get(letter, letter))) for letter in " and ".join(words))
    plain = read_english("".join(next((p for p, twins in TWINS.items() if c in twins), c) for c in text))
    found = compare("第6次，由5百萬元減至三成，6月5日今年。", text).english_figures
    assert all(checked.figure.surface == checked.figure.span.of(text) for checked in found)
    assert [figure.span for figure in read_english(text)] == [figure.span for figure in plain]


@pytest.mark.parametrize(("source", "english"), [("出口5%。", "Imports 5 percent "), ("出口5%，", "imports 5%. ")])
def test_counterparts_are_looked_for_in_proportion(source: str, english: str) -> None:
    assert grows_linearly(lambda size: compare(source * (size // 5), english * (size // 5)), LONG)
