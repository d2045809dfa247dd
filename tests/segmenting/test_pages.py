"""Saved pages: trafilatura tells the article from what surrounds it; related items and other articles are kept."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.reading import clean_text, read_bytes, read_dump
from assistant.reading.main_text import find_main, locate_main
from assistant.reading.pages import read_page
from assistant.records import Dump, Item, ItemKind, Role, Span
from assistant.segmenting import split_items, tile_items

SAMPLES = Path(__file__).parent.parent / "samples" / "reading"
# file -> (headlines of the articles, headlines of the related items)
PAGES: dict[str, tuple[list[str], list[str]]] = {
    "page.html": (
        ["老橋拆除前最後巡禮 市民排隊走一回"],
        ["捷運綠線試營運 首週免費", "梅雨鋒面南移 山區慎防豪雨", "夜市攤商聯手減塑 一年少用90萬個塑膠袋"],
    ),
    "portal.html": (
        ["離岸風場首批風機併網 年底前再裝38座"],
        [
            "風機葉片回收廠 明年落腳雲林",
            "港區自動化碼頭試營運 吞吐量估增兩成", "碳費費率拍板 三大產業先上路", "台電擬推時間電價新方案",
            "颱風假怎麼放？一張圖看懂各縣市標準", "超商咖啡買一送一 六月優惠懶人包", "退休金提領新制上路 三種人最有感",
        ],
    ),
    "market.html": (
        ["夜市停電3小時 攤商求償"], ["花園夜市攤位費調漲 每月多1200元", "夏季用電創新高 備轉容量率剩7.2%"],
    ),
    "pair.html": (["新橋通車首日車流倍增", "山區小學併校 家長連署反對"], []),
    "portal.gbk.html": (
        ["沿海高铁提速 两地车程缩至48分钟"], ["暑运首日发送旅客1380万人次", "多地试行异地就医直接结算"],
    ),
    "portal.ja.html": (["離島航路に電動船 来春就航へ"], ["港の再開発、住民説明会に200人", "灯台150年、記念切手を発売"]),
    "headlines.html": (
        [],
        [
            "立院今審預算 藍綠攻防延到深夜", "央行理監事會議 利率連三季不變",
            "東部豪雨 蘇花公路預警性封閉", "新藥三期解盲成功 股價開盤即鎖漲停",
        ],
    ),
}  # fmt: skip
AROUND = (
    "Cookie", "我知道了", "分享", "字體放大", "複製連結", "看更多：", "#離岸風電", "下載港灣新聞網APP",
    "登入後即可留言", "訂閱電子報", "廣告", "facebook", "不用抽", "快訊／", "浏览器版本", "小字号",
    "微信", "シェア", "会員限定",
)  # fmt: skip
"""What surrounds the articles of the samples."""


def _headlines(items: tuple[Item, ...], kind: ItemKind) -> list[str]:
    return [item.read(item.headline) for item in items if item.kind is kind]


@pytest.mark.parametrize("name", PAGES)
def test_articles_and_related_items_are_told_from_what_surrounds_them(name: str) -> None:
    dump = read_dump(SAMPLES / name)
    items = split_items(dump)
    articles, related = PAGES[name]
    assert _headlines(items, ItemKind.ARTICLE) == articles
    assert _headlines(items, ItemKind.RELATED) == related
    assert "".join(span.of(dump.text) for span, _ in tile_items(items)) == dump.text
    translated = [s.text for item in items if item.kind.is_news for s in item.sentences]
    assert not [text for text in translated for word in AROUND if word in text]


@pytest.mark.parametrize("name", ["page", "portal", "portal.gbk", "portal.ja"])
def test_a_page_that_was_copied_from_a_browser_has_the_items_of_the_page(name: str) -> None:
    """Select all, copy, save: no extractor helps here."""
    saved, copied = (
        [(i.kind, i.read(i.headline), i.read(i.outlet), i.read(i.age)) for i in split_items(dump) if i.kind.is_news]
        for dump in (read_dump(SAMPLES / f"{name}.html"), read_dump(SAMPLES / f"{name}.copied.txt"))
    )
    assert copied == saved


def test_no_sentence_of_the_article_is_lost() -> None:
    dump = read_dump(SAMPLES / "portal.html")
    article = next(item for item in split_items(dump) if item.kind is ItemKind.ARTICLE)
    told = "".join(segment.text for segment in article.segments if segment.role is Role.SENTENCE)
    for words in (
        "192百萬瓦",
        "640億元",
        "47天",
        "漁會盼補償一次談定",
        "12平方公里",
        "5月28日",
        "36萬公噸",
        "首批24座",
    ):
        assert words in told


@pytest.mark.parametrize(
    "markup",
    ["", "<p>", "<div>" * 100_000, "<b><i>" * 50_000 + "字", "<table>" * 5_000, "\0<p>甲", "<p>" + "字" * 100_000],
    ids=["empty", "p", "divs", "inline", "tables", "nul", "long"],
)  # fmt: skip
def test_whatever_the_extractor_makes_of_a_page_it_is_read(markup: str) -> None:
    text, main, *_ = read_page(markup)
    assert locate_main(text, main) is not None


def test_a_page_made_to_break_parsers_is_not_shown_to_the_extractor(monkeypatch: pytest.MonkeyPatch) -> None:
    import trafilatura  # noqa: PLC0415 (only here)

    def fail(*_: object, **__: object) -> str:
        raise RecursionError

    monkeypatch.setattr(trafilatura, "extract", fail)
    assert find_main("<p>甲</p>" * 3_000_000, 1) == ""
    assert find_main("<p>甲</p>", 1_000) == ""
    assert find_main("<p>甲</p>", 1) == ""  # asked, and failed


@given(
    st.lists(
        st.sampled_from(
            ["標題一二三四五六七八九十甲乙", "內文一句。", "", "廣告", "甲報 ・ 3 小時前", "延伸閱讀", "©"]
        ),
        max_size=25,
    ),
    st.data(),
)
def test_whatever_is_taken_for_main_text_the_items_tile_the_dump(lines: list[str], data: st.DataObject) -> None:
    text, _ = clean_text("\n".join(lines))
    starts = [0, *(n + 1 for n, c in enumerate(text) if c == "\n")]
    main = data.draw(st.lists(st.sampled_from(starts), unique=True).map(sorted))
    dump = Dump("x", text, "0", "utf-8", main=tuple(Span(n, n + 1) for n in main))
    items = split_items(dump)
    assert "".join(item.text for item in items) == text
    assert "".join(segment.text for item in items for segment in item.segments) == text


CAPTIONED = (
    "<h1>渡輪碼頭換新燈 漁民自己動手</h1><time>2026-03-04 09:10</time>"
    "<figure><img><figcaption>漁民在碼頭上安裝新燈，後方是渡輪。</figcaption></figure>"
    "<p>海港鎮的渡輪碼頭昨天換上三十盞新燈，由十二名漁民利用休漁期自己動手安裝，鎮公所只出材料費。</p>"
    "<figure><img><figcaption>碼頭的台階入夜後清楚可見</figcaption></figure>"
    "<p>船長林阿水說，以前夜裡靠岸只能看對面雜貨店的招牌，現在三百公尺外就看得見碼頭的台階。</p>"
)


def test_what_a_page_marks_as_standing_below_its_pictures_is_no_running_text() -> None:
    (article,) = split_items(read_bytes(CAPTIONED.encode(), "page.html"))
    told = [segment.text.strip() for segment in article.segments if segment.role is Role.CAPTION]
    assert told == ["漁民在碼頭上安裝新燈，後方是渡輪。", "碼頭的台階入夜後清楚可見"]
    assert len(article.sentences) == len([Role.HEADLINE, *told, "first paragraph", "second paragraph"])


def test_the_link_below_a_picture_is_a_headline() -> None:
    cards = "".join(
        f"<figure><img><figcaption><a>{headline}</a></figcaption></figure><p>2026-03-0{n} 09:10</p>"
        for n, headline in enumerate(("漁會大樓改成圖書館 週末開放", "燈塔管理員退休 小學生寫卡片"), start=1)
    )
    items = split_items(read_bytes(cards.encode(), "page.html"))
    assert [item.read(item.headline) for item in items] == [
        "漁會大樓改成圖書館 週末開放",
        "燈塔管理員退休 小學生寫卡片",
    ]
