"""Headline and short lines of an article are told by what its text says again, whatever the page calls its parts."""

import pytest

from assistant.records import Item, ItemKind, Role
from assistant.segmenting import split_items
from tests.builders import make_dump

HEADLINE = "渡輪公司汰換三艘舊船 首艘年底下水"
TEXT = "渡輪公司五日宣布汰換三艘舊船，首艘新船年底下水。\n公司說，舊船已航行三十年，新船可載四百二十人。\n"


def read_article(text: str) -> Item:
    dump = make_dump(text)
    items = split_items(dump)
    assert "".join(item.text for item in items) == text
    (article,) = [item for item in items if item.kind is ItemKind.ARTICLE]
    return article


def tell(item: Item) -> str:
    return "".join(segment.text for segment in item.segments if segment.role is Role.SENTENCE)


@pytest.mark.parametrize(
    "between", ["分享\n", "-----\n", "延伸閱讀\n", "\n\n本週專題\n\n", "▲新船模型（公司提供）\n圖輯\n"]
)
def test_the_line_that_the_text_says_again_is_the_headline(between: str) -> None:
    column = "山海之間的生活筆記專欄第一季\n"
    page = f"海山日報\n首頁 | 政治 | 財經\n{HEADLINE}\n{between}{column}2026-03-05 09:30\n{TEXT}© 2026 海山日報\n"
    article = read_article(page)
    assert article.read(article.headline) == HEADLINE
    assert article.read(article.age) == "2026-03-05 09:30"
    assert "生活筆記" not in tell(article)


def test_only_the_nearest_link_above_an_article_can_be_its_headline() -> None:
    links = "渡輪公司舊船汰換 首艘新船下水\n老街停車場動工 明年啟用\n"
    text = f"延伸閱讀\n{links}離島公車改走山線 八月上路\n2026-03-05 09:30\n{TEXT}"
    items = [item for item in split_items(make_dump(text)) if item.kind.is_news]
    assert [item.read(item.headline) for item in items] == [*links.splitlines(), "離島公車改走山線 八月上路"]


def test_short_lines_of_which_the_text_says_nothing_again_are_no_part_of_it() -> None:
    more = "兩艘舊船改為水上圖書館，公司負擔費用。\n"
    article = read_article(
        f"{HEADLINE}\n2026-03-05 09:30\n{TEXT}隨手一拍\n生活小物\n{more}好康情報站\n© 2026 海山日報\n"
    )
    assert tell(article) == TEXT + more


@pytest.mark.parametrize("row", ["甲隊 3勝", "一、船票", "新船航線", "・早班停駛"])
def test_figures_points_of_lists_and_what_the_text_speaks_of_stay(row: str) -> None:
    article = read_article(f"{HEADLINE}\n2026-03-05 09:30\n{TEXT}{row}\n{row}\n公司說，新船航線明年定案。\n")
    assert tell(article).split("\n").count(row) == 2
