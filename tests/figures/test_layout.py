"""Spaces between characters and digits, emphasis, wrapped lines and titles change no verdict and no span."""

import re
import textwrap
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from assistant.figures import Comparison, compare, read_english, read_source
from assistant.figures.layout import plain_english, plain_source
from tests.figures.test_wordings import CASES

_WIDE = "\u3041-\u30ff\u3400-\u9fff"
_RIGHT = [(case["source"], case["english"]) for case in CASES if case["right"] and "date" not in case]
_NUMBER = re.compile(r"(?<![\w.,$€£¥-])((?:(?:NT|US|HK)?[$€£¥])?\d[\d,.]*\d|\d)(?![\w,.-])")


def space_out(text: str) -> str:
    """As many pages of Taiwan do: 9 秒 87."""
    text = re.sub(rf"([{_WIDE}])([0-9])", r"\1 \2", text)
    return re.sub(rf"([0-9%％])([{_WIDE}])", r"\1 \2", text)


def statuses(comparison: Comparison) -> list[list[str]]:
    """The verdicts of both sides."""
    return [[checked.status.value for checked in side] for side in _sides(comparison)]


def _sides(comparison: Comparison) -> tuple[tuple, tuple]:  # type: ignore[type-arg]
    return comparison.english_figures, comparison.source_figures


@pytest.mark.parametrize(("source", "english"), _RIGHT[::3])
def test_a_source_that_spaces_out_its_digits_is_read_like_any_other(source: str, english: str) -> None:
    assert statuses(compare(space_out(source), english)) == statuses(compare(source, english))


@pytest.mark.parametrize(("source", "english"), _RIGHT[1::3])
def test_emphasis_is_no_part_of_a_figure(source: str, english: str) -> None:
    bold = re.sub(r"([0-9][0-9.,]*[0-9]|[0-9])", r"**\1**", source), _NUMBER.sub(r"**\1**", english)
    assert statuses(compare(*bold)) == statuses(compare(source, english))


@pytest.mark.parametrize(("source", "english"), _RIGHT[2::3])
def test_wrapped_lines_and_hard_spaces_change_nothing(source: str, english: str) -> None:
    wrapped = textwrap.fill(english, 44, break_on_hyphens=False)
    hard = re.sub(r"(?<=\d) (?=[a-z])", "\u00a0", english)
    assert not compare(source, wrapped).flagged
    assert statuses(compare(source, hard)) == statuses(compare(source, english))


@pytest.mark.parametrize(
    ("source", "english"), [pair for pair in _RIGHT if re.fullmatch(r"[^A-Za-z\n]{25,}。", pair[0])]
)
def test_a_margin_breaks_no_figure_of_a_source(source: str, english: str) -> None:
    wrapped = re.sub(r"(.{13})(?=.)", r"\1\n", source)
    assert statuses(compare(wrapped, english)) == statuses(compare(source, english))


def test_the_spans_of_a_wrapped_source_are_its_own() -> None:
    source = "公司今天公布合併營收約新台幣9,8\n99億元，較去年同期增加三成，稅後\n純益452億元。\n"
    told = compare(source, "Revenue came to about NT$989.9 billion, up 30 percent, and net profit to NT$45.2 billion.")
    assert not told.flagged
    assert [c.figure.span.of(source) for c in told.source_figures] == ["新台幣9,8\n99億元", "三成", "452億元"]


@pytest.mark.parametrize(
    "lines",
    [
        "油價連漲3\n2025年春節早鳥票今開賣\n颱風逼近",  # headlines: none is full, none ends a sentence
        "第一名得票數為1,200\n300票之差落敗的是另一名候選人。",  # the line below is the longer one
    ],
)
def test_lines_without_a_margin_stay_apart(lines: str) -> None:
    assert plain_source(lines) is None


@pytest.mark.parametrize(
    ("source", "english", "is_right"),
    [
        ("調查：5分之1的孩子擁有秘密帳號", "One In Five Children Have Secret Accounts, Survey Says", True),
        ("調查：5分之1的孩子擁有秘密帳號", "One In Four Children Have Secret Accounts, Survey Says", False),
        ("共機5月底三度越線", "Chinese Jets Cross Line Three Times at End of May", True),
        ("新法可望年底上路，罰款最高3萬元", "New Law May Take Effect by Year-End, With Fines Up to NT$30,000", True),
        ("1980年代老屋翻新，花費逾200萬元", "1980S HOUSE RENOVATED FOR MORE THAN NT$2 MILLION", True),
        ("她以5秒之差奪下200米冠軍", "SHE WINS WOMENS 200M BY FIVE SECONDS", True),
        ("日經225指數上漲3成", "Nikkei 225 Up Thirty Percent, Its Best Year Since the Bubble", True),
        ("“十四五”规划提出建设100个园区。", "The 14th five-year plan calls for 100 parks.", True),
    ],
)
def test_titles_are_read_like_running_text(source: str, english: str, is_right: bool) -> None:
    assert compare(source, english).flagged is not is_right


def test_a_space_between_two_clauses_of_a_headline_stays() -> None:
    assert read_source("普發1萬 11月登場")[0].value == 10_000
    assert read_source("普發 1 萬 11 月登場")[0].value == 10_000


def test_numbers_that_a_line_break_parts_from_their_words_are_no_fault() -> None:
    comparison = compare("40歲以上的2.3萬人受檢", "Some 23,000 people aged 40 or\nolder were tested.")
    assert not comparison.flagged


def test_multiplication_is_no_emphasis() -> None:
    assert plain_english("a relay of 4*100 metres, and 3 * 4 of them") is None


_SIGNS = ["**", "*", "__", "_", "`", " ", "\u00a0", "\n", "\n\n", "-\n", "-", "–", "(", ")"]
_WORDS = [
    "9",
    "87",
    "秒",
    "億",
    "元",
    "%",
    "1,200",
    "one",
    "In",
    "May",
    "HALF",
    "MILLION",
    "people",
    "第",
    "年",
    "US$",
    "ſ",
]
_PIECES = st.lists(st.sampled_from(_SIGNS + _WORDS), max_size=24).map("".join)


@given(_PIECES)
@example("**")
@example("9 秒 87")
@example("one-\nthird")
def test_spans_are_those_of_the_text_that_was_given(text: str) -> None:
    comparison = compare(text, text)
    for figures in (read_source(text), read_english(text), *([c.figure for c in side] for side in _sides(comparison))):
        assert all(figure.surface == figure.span.of(text) for figure in figures)
        assert all(a.span.end <= b.span.start for a, b in pairwise(figures))
    for side in _sides(comparison):
        assert all(figure.surface == figure.span.of(text) for checked in side for figure in checked.evidence)


@given(_PIECES)
def test_what_is_plain_stays_as_it_is(text: str) -> None:
    for make in (plain_source, plain_english):
        plain = make(text)
        if plain and plain.places:
            assert all(
                plain.original[place].lower() == c.lower() or c in " -"
                for place, c in zip(plain.places, plain.text, strict=True)
            )
