"""Lines for a terminal: the kinsoku rules as a table and as laws."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import get_character_cell_size

from assistant.typesetting import CLOSERS, NUMERALS, OPENERS, break_lines, character_cells, count_cells, pad, shorten
from tests.growth import grows_linearly

TEXT = (
    "港務局昨(12)日宣布,與挪威「北極星航運(Nordstar Lines)」簽署價值34億5,000萬美元的協議,期限至2031年6月30日;"
    "局長說:「這是本港87年來最大的一筆投資!」根據《航運週報》報導,第22屆董事會中約有52.6%的成員、17席中的12席投下贊成票,"
    "百分之三十的貨櫃將改由電動拖車運送……\n　　不過,環保團體「藍色海岸」警告:每年1萬2千噸的柴油消耗,只會減少1/7;"
    "詳見 https://example.org/ports/electric-tractors?year=2025&lang=zh-Hant 以及 US$85.5 million 的附件(共3,400頁)。"
)
WIDTHS = range(40, 161, 8)


def drawn_lines(text: str, columns: int) -> list[str]:
    return [text[line.start : line.end].rstrip() for line in break_lines(text, columns)]


@pytest.mark.parametrize("columns", WIDTHS)
def test_no_line_starts_with_a_closing_or_ends_with_an_opening_mark(columns: int) -> None:
    for line in drawn_lines(TEXT, columns):
        assert not line.startswith(tuple(",.;:!?)%，。、；：！？」』》）…")), line
        assert not line.endswith(tuple("(「『《（")), line


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize(
    "whole",
    [
        "34億5,000萬美元",
        "2031年6月30日",
        "Nordstar",
        "52.6%",
        "百分之三十",
        "1萬2千噸",
        "1/7",
        "US$85.5",
        "第22屆",
        "3,400",
        "12席",
    ],
)
def test_figures_and_latin_words_stay_whole(columns: int, whole: str) -> None:
    assert any(whole in line for line in drawn_lines(TEXT, columns))


@pytest.mark.parametrize(
    ("text", "columns", "expected"),
    [
        ("甲乙丙丁", 4, ["甲乙", "丙丁"]),
        ("甲乙丙,丁", 6, ["甲乙", "丙,丁"]),
        ("甲乙「丙丁」", 6, ["甲乙", "「丙", "丁」"]),
        ("one two  three", 7, ["one two", "three"]),
        ("one (two) three", 9, ["one (two)", "three"]),
        ("甲\n\n乙\n", 10, ["甲", "", "乙"]),
        ("  甲", 10, ["  甲"]),
        ("", 10, [""]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("x abcdefgh y", 4, ["x", "abcd", "efgh", "y"]),
        ("甲乙昨(20)日丙", 8, ["甲乙", "昨(20)日", "丙"]),
        ("甲乙丙（20）日丁", 10, ["甲乙丙", "（20）日丁"]),
        ("the [今(1)日], a", 10, ["the", "[今(1)日],", "a"]),
        ("甲乙(丙)日", 5, ["甲乙", "(丙)", "日"]),
    ],
)
def test_examples(text: str, columns: int, expected: list[str]) -> None:
    assert drawn_lines(text, columns) == expected


def test_a_kept_range_is_not_split() -> None:
    text = "甲乙丙丁戊己庚"
    assert drawn_lines(text, 8) == ["甲乙丙丁", "戊己庚"]
    start = text.index("丁")
    lines = break_lines(text, 8, keep=[(start, start + 2)])
    assert [text[a:b] for a, b, _ in lines] == ["甲乙丙", "丁戊己庚"]


def test_a_kept_range_may_hold_spaces() -> None:
    text = "deals worth US$34 billion"
    lines = break_lines(text, 20, keep=[(12, 25)])
    assert [text[a:b] for a, b, _ in lines] == ["deals worth ", "US$34 billion"]


marks = st.sampled_from(list("甲乙丙丁，。「」（）、,.()%1234億萬年ab- \n\t　é\u0301“”…"))
texts = st.lists(marks, max_size=200).map("".join)


@given(texts, st.integers(2, 60))
def test_lines_tile_the_text_and_fit(text: str, columns: int) -> None:
    lines = break_lines(text, columns)
    assert "".join(text[line.start : line.end] for line in lines) == text
    for line in lines:
        assert count_cells(text[line.start : line.end].rstrip()) <= line.cells <= columns


PLAIN = "the|85|4.6|(a|b),|NT$4.6|12,000|e.g.|it's|[sic]|12-x|50%|1:2|a;b|12,x|1;2|x12,y|3.|..|-|)|(||周|85億|\n"
WORDS = st.sampled_from(PLAIN.split("|"))


@given(st.lists(WORDS, max_size=14).map(" ".join), st.integers(2, 30))
def test_plain_words_break_where_any_text_does(text: str, columns: int) -> None:
    kept = [(0, 1)]  # keeps nothing together, but a text with kept ranges is looked at box by box
    assert break_lines(text, columns) == break_lines(text, columns, keep=kept)


@given(st.text(max_size=40), st.integers(0, 30))
def test_pad_fills_exactly(text: str, columns: int) -> None:
    assert count_cells(pad(text, columns)) == columns
    assert count_cells(shorten(text, columns)) <= columns


@pytest.mark.parametrize("unit", ["(", ",", "1,", "a-", " ,", "( ", "年", "1年", "第", "一", "a b", "\u0301", "\n"])
def test_no_text_makes_it_slow(unit: str) -> None:
    assert grows_linearly(lambda size: break_lines(unit * (size // len(unit)), 60), 100_000)


def test_a_page_of_chinese_wastes_little_room() -> None:
    lines = list(break_lines(re.sub(r"\s|https\S*", "", TEXT) * 20, 60))[:-1]
    assert sum(60 - line.cells for line in lines) / len(lines) < 2


def test_the_cells_of_every_character_are_those_that_textual_draws() -> None:
    for code in (*range(0xD800), *range(0xE000, 0x20000)):
        assert character_cells.__wrapped__(chr(code)) == get_character_cell_size(chr(code)), hex(code)


ALIKE = {
    "digits": NUMERALS[10:].replace("百", ""),
    "openers": OPENERS,
    "closers": "】》〉〕〗！？；：",
    "units": "歲名種件票席艘架輛座",
}


@pytest.mark.parametrize("alike", ALIKE.values(), ids=ALIKE)
@pytest.mark.parametrize("around", ["{}", "共{}美元", "1{}2件", "a{}b", "({}字)", "字{}字,", "第{}屆 {}"])
def test_characters_that_the_rules_treat_alike_break_alike(alike: str, around: str) -> None:
    """Wide and narrow ones take other cells: lines are compared by what stands on them, at the narrowest width."""
    cells = {character_cells(character) for character in alike}
    for wide in cells:
        same = [character for character in alike if character_cells(character) == wide]
        lines = [[(a, b) for a, b, _ in break_lines(around.replace("{}", character), 2)] for character in same]
        assert all(line == lines[0] for line in lines), (same, lines)


def test_every_mark_that_the_rules_name_is_kept_where_it_belongs() -> None:
    for closer in CLOSERS:
        assert not any(line.startswith(closer) for line in drawn_lines(f"港務局{closer}" * 9, 8)), closer
    for opener in OPENERS:
        assert not any(line.endswith(opener) for line in drawn_lines(f"港務{opener}局" * 9, 8)), opener
