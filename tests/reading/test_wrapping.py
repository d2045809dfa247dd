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


RANKED = "".join(f"{n}. 第{n}座港口的工會拒絕復工了\n" for n in range(1, 10))


@pytest.mark.parametrize(
    "text",
    [LISTED, RANKED, RANKED.replace(". ", "、"), "一句話。\n兩句話。\n", "", "a\n" * 50, "第一段到此為止。\n" * 20],
)
def test_lines_that_end_by_themselves_stay(text: str) -> None:
    assert unwrap_text(text) == (text, 0)


@given(st.text(st.sampled_from("港口今日，。\n 12a"), max_size=400))
def test_nothing_but_white_space_changes(text: str) -> None:
    assert "".join(unwrap_text(text)[0].split()) == "".join(text.split())


PHONE = """海山日報
選單
渡輪公司汰換三艘舊船 「新月
號」年底下水
海山日報／記者林某某
2026-03-05 09:30
渡輪公司五日宣布汰換三艘舊船，首艘
新船「新月號」年底下水，總經費12億
元。

公司說，新船可載四百二十人，航速二
十四節，旅客不必再為風浪改搭早班船
回家。

兩艘舊船改為水上圖書館，另一艘拆解
，費用由公司負擔，明年三月完成。

相關新聞
離島公車改走山線 八月上路
老街停車場動工 明年二月啟用
"""
"""As it is copied from a phone: paragraphs and the headline are broken, menus and lists are not."""


def test_paragraphs_and_headline_of_a_page_from_a_narrow_screen_are_joined() -> None:
    text, joined = unwrap_text(PHONE)
    assert joined == 6
    assert text.split("\n")[:8] == [
        *("海山日報", "選單", "渡輪公司汰換三艘舊船 「新月號」年底下水", "海山日報／記者林某某", "2026-03-05 09:30"),
        "渡輪公司五日宣布汰換三艘舊船，首艘新船「新月號」年底下水，總經費12億元。",
        "",
        "公司說，新船可載四百二十人，航速二十四節，旅客不必再為風浪改搭早班船回家。",
    ]
    assert text.endswith("相關新聞\n離島公車改走山線 八月上路\n老街停車場動工 明年二月啟用\n")


def test_a_headline_is_joined_at_a_word_that_its_text_says() -> None:
    text, _ = unwrap_text(PHONE.replace("「新月\n號」年底下水", "首艘新\n船年底下水"))
    assert "渡輪公司汰換三艘舊船 首艘新船年底下水\n" in text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "".join(f"第{n}班渡輪今日停駛旅客改搭火車回家\n" for n in "一二三四五六七八"), id="headlines of one length"
        ),
        pytest.param(
            "".join(f"甲{n}說他看過這條新聞了。\n乙{n}說他也看過這條了。\n\n" for n in "一二三四五"), id="short answers"
        ),
        pytest.param(
            PHONE.replace("首艘\n新船", "首艘新船").replace("航速二\n", "航速二").replace("拆解\n", "拆解"),
            id="unbroken",
        ),
    ],
)
def test_lines_that_no_margin_broke_stay(text: str) -> None:
    assert unwrap_text(text) == (text, 0)


def test_a_figure_is_joined_with_its_unit_in_a_text_too_short_to_show_a_margin() -> None:
    text = "鎮公所五日表示，今年的預算增加4.6\n億元，其中1.2\n億元用於碼頭。\n"
    assert unwrap_text(text) == ("鎮公所五日表示，今年的預算增加4.6億元，其中1.2億元用於碼頭。\n", 2)


@pytest.mark.parametrize("text", ["各分局破案數 3\n萬華分局五件\n", "4.6\n億元\n", "公司去年賺了4.6\n億光今年擴廠。\n"])
def test_a_line_that_begins_with_a_name_or_stands_in_a_column_stays(text: str) -> None:
    assert unwrap_text(text) == (text, 0)


@given(st.text("字說「」。，a1 \n　", max_size=300), st.integers(8, 20))
def test_unwrapping_takes_out_line_ends_and_blanks_beside_them_only(text: str, width: int) -> None:
    wrapped = "\n".join(
        line[n : n + width] for line in (PHONE + text).split("\n") for n in range(0, len(line) or 1, width)
    )
    joined, _ = unwrap_text(wrapped)
    assert "".join(joined.split()) == "".join(wrapped.split())
    assert len(joined.split("\n")) <= len(wrapped.split("\n"))
