"""A line is the page's own by its stems, by what they leave over, and by where it stands."""

import pytest

from assistant.reading import read_bytes
from assistant.records import Role
from assistant.segmenting import split_items
from assistant.segmenting.interface import ENOUGH, heads_list, notes_page, weigh


@pytest.mark.parametrize(
    "line",
    [
        "分享到微信好友",
        "點我加入LINE好友",
        "登入後才能留言",
        "请点击下载客户端",
        "無料会員登録でこの記事を読む",
        "複製連結",
        "Share this page",
    ],
)
def test_words_of_the_interface_and_little_else_are_the_pages_own(line: str) -> None:
    assert weigh(line) >= ENOUGH


@pytest.mark.parametrize(
    "line",
    [
        "臉書推新會員制 分享功能明年收費",
        "記者會取消 他怒了",
        "網站共吸引86,213人次瀏覽。",
        "投票率為71.86%。",
        "她在社群平台發文,短短兩小時就累積3萬個讚、5千則留言。",
        "会員数は昨年の8万2千人から7万5千人に減った。",
    ],
)
def test_news_that_holds_such_words_is_news(line: str) -> None:
    assert weigh(line) < ENOUGH
    assert not notes_page(line)


@pytest.mark.parametrize(
    ("line", "heads"), [("更多相關報導", True), ("こちらもおすすめ", True), ("更多人搭捷運", False)]
)
def test_the_heading_of_a_list_speaks_of_other_texts(line: str, *, heads: bool) -> None:
    assert heads_list(line) is heads


def test_what_stands_around_an_article_is_told_by_its_place() -> None:
    text = (
        "咕嚕網\n嗚哇\n港區水管爆裂 3000戶停水六小時\n柯某某\n2026-02-12 08:30\n哇啦\n"
        "港區一處水管今晨爆裂，造成3,000戶停水約6小時，搶修人員於上午10時修復。\n"
        "嘰咕\n水管汰換編列2.3億元 議員批太慢\n"
        "水公司說，管線已使用41年，今年將汰換17公里舊管。\n水公司表示，受影響用戶可於三月底前線上申請減免兩個月水費。\n"
        "嘩啦\n老屋漏水誰負責 律師列出三種情形\n"
    ).replace("嘰咕", "延伸閱讀")
    items = [item for item in split_items(read_bytes(text.encode(), "page.txt")) if item.kind.is_news]
    assert [item.read(item.headline) for item in items] == [
        "港區水管爆裂 3000戶停水六小時",
        "水管汰換編列2.3億元 議員批太慢",
        "老屋漏水誰負責 律師列出三種情形",
    ]
    body = "".join(segment.text for segment in items[0].segments if segment.role is Role.SENTENCE)
    assert body.startswith("港區一處水管")
    assert body.rstrip().endswith("減免兩個月水費。")
    assert "議員批太慢" not in body


def test_telegrams_stand_below_their_hours() -> None:
    text = "".join(
        f"14:2{n}:08\n【某某股份漲逾{n}%】快訊2月12日電，某某股份日內漲逾{n}%，成交額{n}億元。\n阅读 {n}万\n分享({n})\n"
        for n in range(1, 4)
    )
    items = [item for item in split_items(read_bytes(text.encode(), "page.txt")) if item.kind.is_news]
    assert [(item.read(item.headline), item.read(item.age)) for item in items] == [
        (f"某某股份漲逾{n}%", f"14:2{n}:08") for n in range(1, 4)
    ]
