"""Lines that a margin broke are joined, and lines that end by themselves stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.reading import read_bytes
from assistant.reading.wrapping import unwrap_text

WRAPPED = """離島醫療直升機明年增至4架
南風報 3 小時前

衛福單位今（3）日宣布，
明年起離島駐地備勤直升機
由3架增至4架，年度預算
由6億8,000萬元提高到9億
2,000萬元。

官員表示，去年共執行緊急
醫療後送287趟，平均出勤時
間42分鐘。
"""
LISTED = """渡輪票價下月調漲2元
北方社 ・ 2 小時前
新線捷運全長14公里 明年6月通車
東岸新聞網 ・ 4 小時前
港都隊2連霸 主投手拿下最有價值球員
山城體育 ・ 1 天前
"""


def test_a_figure_that_a_narrow_screen_cut_is_whole_again() -> None:
    text, joined = unwrap_text(WRAPPED)
    assert "由6億8,000萬元提高到9億2,000萬元。" in text
    assert text.startswith("離島醫療直升機明年增至4架\n南風報 3 小時前\n\n衛福單位")
    assert joined == WRAPPED.count("\n") - text.count("\n")


def test_the_joined_lines_are_counted_as_what_reading_changed() -> None:
    assert ("line ends inside sentences", 6) in read_bytes(WRAPPED.encode(), "a.txt").cleaned


@pytest.mark.parametrize("text", [LISTED, "一句話。\n兩句話。\n", "", "a\n" * 50, "第一段到此為止。\n" * 20])
def test_lines_that_end_by_themselves_stay(text: str) -> None:
    assert unwrap_text(text) == (text, 0)


@given(st.text(st.sampled_from("港口今日，。\n 12a"), max_size=400))
def test_nothing_but_white_space_changes(text: str) -> None:
    assert "".join(unwrap_text(text)[0].split()) == "".join(text.split())
