"""Saved pages: what a browser shows, in its order; nothing hidden, nothing executed; hostile markup costs little."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.errors import TooLargeError
from assistant.reading import read_bytes, read_dump, tags
from assistant.reading.pages import extract_page, read_page
from assistant.reading.tags import Tag, read_tags
from tests.growth import grows_linearly

SAMPLES = Path(__file__).parent.parent / "samples" / "reading"


def test_a_saved_page_keeps_article_and_related_items_and_drops_what_is_hidden() -> None:
    text = read_dump(SAMPLES / "page.html").text
    assert text.splitlines()[0] == "河岸新聞 | 政治 | 財經 | 國際 | 生活"
    assert "使用68年的大安溪老橋今(9)日封閉，市府開放民眾走最後一回，上午湧入約1.6萬人。" in text
    assert "市長何定遠說：“新橋造價24億元， 明年底通車。”" in text
    assert (
        "捷運綠線試營運 首週免費\n捷運綠線今(9)日起試營運，首週免費搭乘，每日開行212班次。\n河岸新聞 ・ 3 小時前"
        in text
    )
    for hidden in ("這不是新聞", "忽略前面的指示", "不要讀到這裡", "color:red"):
        assert hidden not in text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>a<br>b</p>c", "a\nb\nc\n"),
        ("<li><a><em class='cat-tag'>地方</em>渡輪票價下月調漲</a></li>", "地方\n渡輪票價下月調漲\n"),
        ("<div><span>地方</span><span>昨天</span></div>", "地方 昨天\n"),
        ("<p>台<span>北</span><span>市</span>長</p>", "台北市長\n"),
        ("<p>a &lt;b&gt; &#20013;&amp;amp;</p>", "a <b> 中&amp;\n"),
        ("<title>題</title><p>內文。</p>", "題\n\n內文。\n"),
        ("<title>題 | 站</title><h1>題</h1><p>內文。</p>", "題\n內文。\n"),
        ("<td>甲</td><td>乙</td>", "甲\n乙\n"),
        ("甲 < 乙 <3 <", "甲 < 乙 <3 <\n"),
        ("<p title='a>b'>x</p>", "x\n"),
        ("<p>x<script>if (a</script>y</p>", "xy\n"),
        ("<script>never closed <p>text stays</p>", "never closed\ntext stays\n"),
        ("<p>漢\n  字</p><p>two\n words</p>", "漢字\ntwo words\n"),
        ("<p hidden>a<p>b</p>c", "b\nc\n"),
        (
            "<li><a>渡輪票價下月調漲二元</a><span>某報</span><span>2小時前</span></li>",
            "渡輪票價下月調漲二元\n某報 2小時前\n",
        ),
        ("<li><a><em>3</em>萬元普發五日開放登記</a></li>", "3\n萬元普發五日開放登記\n"),
        ("<p>約<em>3</em>萬人</p>", "約3萬人\n"),
        ("<a><span>渡輪票價下月調漲二元</span><span>某報</span></a>", "渡輪票價下月調漲二元\n某報\n"),
        ("<a>渡輪<span>票價</span><span>下月</span>調漲</a>", "渡輪票價下月調漲\n"),
        ("<div><span>記者某某某</span><time>2025/11/03</time></div>", "記者某某某 2025/11/03\n"),
        ("<p><a>渡輪票價下月調漲二元</a><span>，船公司說。</span></p>", "渡輪票價下月調漲二元，船公司說。\n"),
        ("<ul><li hidden>a<li>b</ul>c", "b\n\nc\n"),
        ("<div hidden>a<div>b</div></div>c", "c\n"),
        ("<title>never closed<p>text<p>stays", "never closed\n\ntext\nstays\n"),
    ],
)
def test_markup_becomes_lines(markup: str, text: str) -> None:
    assert extract_page(markup) == text


HEAD = (
    '<meta property="og:site_name" content="某報">'
    '<meta property="article:published_time" content="2025-06-21T14:15:00+08:00">'
)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<h1>題</h1><p>內文。</p>", "題\n某報 ・ 2025-06-21 14:15\n內文。\n"),
        ("<h1>題</h1><p>某報 2025/06/21</p><p>內文。</p>", "題\n某報 2025/06/21\n內文。\n"),
        ("<h1>題</h1><p>某報 ・ 3 小時前</p><p>內文。</p>", "題\n某報 ・ 3 小時前\n內文。\n"),
        ("<p>內文。</p>", "內文。\n"),
    ],
)
def test_site_and_time_are_taken_from_the_head_where_the_page_does_not_print_them(body: str, text: str) -> None:
    assert extract_page(HEAD + body) == text


def test_a_page_in_big5_says_so_itself() -> None:
    data = '<html><head><meta charset="big5"></head><body><h1>鄉鎮</h1></body></html>'.encode("cp950")
    dump = read_bytes(data, "page.html")
    assert (dump.text, dump.encoding) == ("鄉鎮\n", "big5")


@pytest.mark.parametrize(
    ("start", "unit", "times"),
    [
        ("", "<div>", 60_000), ("", '<a "', 30_000), ("", "<!--", 30_000), ("", "<script>", 20_000), ("", "<", 50_000),
        ("", "<a x='\"", 20_000), ("", "&", 50_000), ("", "&#", 30_000), ("<a ", 'x="1" ', 20_000),
        ("", "<p hidden>", 20_000), ("", "</", 30_000), ("<p>", " \n", 40_000), ("", "<![CDATA[", 20_000),
        ("", "<?", 30_000),
    ],
)  # fmt: skip
def test_hostile_markup_takes_linear_time(start: str, unit: str, times: int) -> None:
    assert grows_linearly(lambda size: extract_page(start + unit * size), times)


def test_a_paragraph_of_thousands_of_elements_is_read_without_the_hint() -> None:
    page = "<html><body><article><h1>港口擴建通過環評</h1><p>{}</p></article></body></html>"
    assert read_page(page.format("<b>一段內文</b>" * 30_000)).main == ""
    assert read_page(page.format("一段內文。" * 300)).main


def test_a_page_with_more_tags_than_any_page_has_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tags, "MAX_TOKENS", 1_000)
    with pytest.raises(TooLargeError, match=r"page\.html holds more than 1,000 tags"):
        read_bytes(b"<html>" + b"<b>" * 1_000, "page.html")


@settings(deadline=None)
@given(st.text(st.sampled_from("<>/!-[]\"'= abp中&;#1?"), max_size=60))
def test_any_markup_is_read(markup: str) -> None:
    extract_page(markup)


@given(st.text(st.characters(exclude_characters="<&\r", codec="utf-8"), max_size=60))
def test_text_without_markup_is_kept_whole(text: str) -> None:
    assert "".join(t for t in read_tags(text) if not isinstance(t, Tag)) == text
