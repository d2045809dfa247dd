"""The day and hour at the head of a page are those of the visit: ages and lone hours below count from them."""

from datetime import UTC, datetime

import pytest

from assistant.dating import date_items
from assistant.records import Certainty, Dump, Item
from assistant.segmenting import split_items

at = datetime.fromisoformat
"""Local time of the page, which has no zone."""
FILE_TIME = datetime(2026, 12, 15, 9, 0, tzinfo=UTC)
MENU = "首頁\n政治\n財經\n國際\n生活\n"
ARTICLE = (
    "海寮鐘樓修復完工 週六起開放登頂\n2026-11-25 11:32\n"
    "海寮鐘樓修復工程完工，市府文化局說，每梯次開放15人登頂，須事先在網上預約。\n工程費共386萬元，由中央與地方各負擔一半。\n"
)
HOURS = (
    "其他新聞\n11:46 渡輪加開夜班 週末試行三個月\n09:33 新米價格三週連跌 農民憂成本\n23:10 冬颱遠離 外島交通恢復正常\n"
)


def read(text: str) -> list[Item]:
    dump = Dump("page.txt", text, "00", "utf-8", modified=FILE_TIME)
    return [item for item in date_items(dump, split_items(dump)) if item.kind.is_news]


@pytest.mark.parametrize(
    "clock",
    [
        "2026-11-25 星期三 HKT 12:05",
        "2026/11/25(三) 12:05現在",
        "11月25日(水) 12:05現在",
        "11月25日 週三 下午12:05",
        "行情更新：11-25 12:05:08",
    ],
)
def test_lone_hours_are_of_the_day_at_the_head_of_the_page_or_of_the_day_before(clock: str) -> None:
    article, *others = read(f"海寮新聞網\n{clock}\n{MENU}{ARTICLE}{HOURS}")
    assert article.clock.published
    assert article.clock.published.earliest == at("2026-11-25T11:32")
    found = {item.read(item.headline)[:4]: item.clock.published for item in others}
    assert {name: stamp and stamp.earliest for name, stamp in found.items()} == {
        "渡輪加開": at("2026-11-25T11:46"),
        "新米價格": at("2026-11-25T09:33"),
        "冬颱遠離": at("2026-11-24T23:10"),
    }
    assert {stamp and stamp.certainty for stamp in found.values()} == {Certainty.INFERRED}


def test_lone_hours_are_not_dated_where_no_clock_stands_at_the_head() -> None:
    _, *others = read(f"海寮新聞網\n{MENU}{ARTICLE}{HOURS}")
    assert [item.clock.published for item in others] == [None, None, None]


def test_a_clock_before_the_newest_item_is_none() -> None:
    _, *others = read(f"海寮新聞網\n2026-11-20 12:05\n{MENU}{ARTICLE}{HOURS}")
    assert [item.clock.published for item in others] == [None, None, None]


def test_the_time_of_an_update_is_no_clock() -> None:
    _, *others = read(f"海寮新聞網\n更新時間：2026-11-25 12:05\n{MENU}{ARTICLE}{HOURS}")
    assert [item.clock.published for item in others] == [None, None, None]
