"""Links to other articles between the paragraphs of one: items of their own, and the article goes on below them."""

import pytest

from assistant.reading import read_bytes
from assistant.records import Item, ItemKind, Role
from assistant.segmenting import ReplyParts, apply_parts, split_items, tile_items
from assistant.segmenting.asking import ReplyPart
from tests.builders import make_dump

HEAD = "渡輪改用電池　清晨班次少了三成噪音\n海口日報 2025-03-01 10:00\n"
PARAGRAPHS = (
    "港務處1日表示，三艘渡輪已經換上電池，清晨第一班的噪音比去年少了三成，沿岸居民不再投訴。\n",
    "船長陳明德說，電池要在碼頭充電四十分鐘，班距因此拉長，週末每天少開兩班。\n",
    "港務處預計年底前再改裝五艘，充電樁也會從兩座增加到六座，屆時班次可望恢復。\n",
)
LINK = "燈塔改作旅館　首批房間三分鐘訂完"
INSETS = {
    "a word and a colon": f"延伸閱讀：{LINK}\n",
    "in brackets": f"[同場加映] {LINK}\n",
    "an arrow": f"►{LINK}\n",
    "arrows and a word": f"►►►你可能也想看：{LINK}\n",
    "an arrow behind it": f"看更多：{LINK}↓↓↓\n",
    "in quotes": f"【延伸閱讀】〈{LINK}〉\n",
    "below a label": f"相關新聞\n{LINK}\n",
    "below a label, with a mark": f"看更多\n▶{LINK}\n",
    "by itself": f"{LINK}\n",
}


def page(inset: str) -> str:
    return HEAD + PARAGRAPHS[0] + inset + PARAGRAPHS[1] + PARAGRAPHS[2]


def say(item: Item) -> str:
    return "".join(s.text for s in item.segments if s.role is Role.SENTENCE)


@pytest.mark.parametrize("inset", INSETS.values(), ids=INSETS)
def test_a_link_inside_an_article_is_an_item_and_the_article_goes_on(inset: str) -> None:
    article, link = (item for item in split_items(make_dump(page(inset))) if item.kind.is_news)
    assert (article.kind, say(article)) == (ItemKind.ARTICLE, "".join(PARAGRAPHS))
    assert (link.kind, link.read(link.headline), say(link)) == (ItemKind.RELATED, LINK, "")


@pytest.mark.parametrize("inset", INSETS.values(), ids=INSETS)
def test_every_character_is_in_one_stretch(inset: str) -> None:
    text = page(inset)
    stretches = [(span.of(text), item.kind) for span, item in tile_items(split_items(make_dump(text)))]
    assert "".join(words for words, _ in stretches) == text
    assert [words for words, kind in stretches if kind is ItemKind.RELATED] == [inset.splitlines(keepends=True)[-1]]


@pytest.mark.parametrize(
    "line",
    ["👉渡輪套票限時下殺，手刀搶購", "更多：", "訂閱電子報，每周收到好新聞", "▲渡輪靠岸充電。（圖／海口日報）"],
)
def test_offers_buttons_and_captions_are_no_links(line: str) -> None:
    (article,) = (item for item in split_items(make_dump(page(f"{line}\n"))) if item.kind.is_news)
    assert say(article) == "".join(PARAGRAPHS)


@pytest.mark.parametrize("line", ["電池從哪裡來", "■充電四十分鐘"])
def test_subheadings_stay_in_the_text(line: str) -> None:
    (article,) = (item for item in split_items(make_dump(page(f"{line}\n"))) if item.kind.is_news)
    assert say(article) == f"{PARAGRAPHS[0]}{line}\n{PARAGRAPHS[1]}{PARAGRAPHS[2]}"


def test_a_section_below_a_link_belongs_to_the_article() -> None:
    text = HEAD + "".join(PARAGRAPHS[:2]) + f"延伸閱讀：{LINK}\n充電樁不夠\n" + PARAGRAPHS[2]
    article, link = (item for item in split_items(make_dump(text)) if item.kind.is_news)
    assert "充電樁不夠" in article.text
    assert say(article).endswith(PARAGRAPHS[2])
    assert link.read(link.headline) == LINK


MARKUP = (
    "<html><head><title>渡輪改用電池　清晨班次少了三成噪音</title></head><body><article>"
    "<h1>渡輪改用電池　清晨班次少了三成噪音</h1><p>2025-03-01 10:00</p>"
    "<p>{}</p>{}<p>{}</p><p>{}</p></article></body></html>"
)
LINKED = {
    "a paragraph": f'<p><a href="/a">{LINK}</a></p>',
    "a list below a label": f'<div><h4>延伸閱讀</h4><ul><li><a href="/a">{LINK}</a></li></ul></div>',
    "a label beside it": f'<div><span>延伸閱讀</span><a href="/a">{LINK}</a></div>',
    "arrows before it": f'<p>&gt;&gt;&gt;<a href="/a">{LINK}</a></p>',
    "with its day below": f'<ul><li><a href="/a">{LINK}</a><p>2025-02-27</p></li></ul>',
    "with its day": f'<ul><li><a href="/a">{LINK}</a> <time>2025-02-27</time></li></ul>',
}  # fmt: skip


@pytest.mark.parametrize("inset", LINKED.values(), ids=LINKED)
def test_a_saved_page_marks_its_links(inset: str) -> None:
    dump = read_bytes(MARKUP.format(PARAGRAPHS[0], inset, *PARAGRAPHS[1:]).encode(), "a.html")
    article, link = (item for item in split_items(dump) if item.kind.is_news)
    assert say(article).split() == "".join(PARAGRAPHS).split()
    assert link.read(link.headline).split() == LINK.split()


def test_a_subheading_below_a_link_heads_a_section_of_the_article() -> None:
    inset = LINKED["a list below a label"] + "<h2>充電樁不夠用　碼頭再等半年</h2>"
    dump = read_bytes(MARKUP.format(PARAGRAPHS[0], inset, *PARAGRAPHS[1:]).encode(), "a.html")
    article, link = (item for item in split_items(dump) if item.kind.is_news)
    assert "充電樁不夠用 碼頭再等半年" in say(article)
    assert link.read(link.headline).split() == LINK.split()


@pytest.mark.parametrize(
    "heading", ["<h3>電池從哪裡來</h3>", '<h3><a href="#s1">充電要等四十分鐘，船班怎麼辦</a></h3>']
)
def test_a_heading_that_leads_to_its_own_page_is_no_link(heading: str) -> None:
    dump = read_bytes(MARKUP.format(PARAGRAPHS[0], heading, *PARAGRAPHS[1:]).encode(), "a.html")
    assert [item.kind for item in split_items(dump) if item.kind.is_news] == [ItemKind.ARTICLE]


def test_links_stay_where_a_model_says_where_the_article_begins() -> None:
    first, second, third = PARAGRAPHS
    text = f"渡輪改用電池\n{first}延伸閱讀：{LINK}\n{second}\n\n燈塔下的市集\n{third}{first}"
    dump = make_dump(text)
    items = split_items(dump)
    assert any(item.unsure for item in items)
    whole = ReplyPart(first_line=1, kind="article", headline_line=1, source_line=0)
    made = apply_parts(dump, items, ReplyParts(parts=[whole]))
    assert [(item.index, item.kind, item.read(item.headline)) for item in made] == [
        (0, ItemKind.ARTICLE, "渡輪改用電池"), (1, ItemKind.RELATED, LINK),
    ]  # fmt: skip
    assert "".join(span.of(text) for span, _ in tile_items(made)) == text
