"""Whose page it is: by its head, its title, its masthead or its rights; and nothing where it names nobody."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.cutting import cut_items
from assistant.reading import read_bytes
from assistant.records import Item, ItemKind

HEADLINE = "渡輪公司汰換三艘舊船 首艘年底下水"
TEXT = "渡輪公司五日宣布汰換三艘舊船，首艘新船年底下水。\n公司說，新船可載四百二十人。\n"
STORY = f"{HEADLINE}\n2026-03-05 09:30\n{TEXT}"
LIST = "相關新聞\n離島公車改走山線 八月上路\n老街停車場動工 明年啟用\n"


def read_articles(text: str, name: str = "page.txt") -> list[Item]:
    return [item for item in cut_items(read_bytes(text.encode(), name)) if item.kind is ItemKind.ARTICLE]


@pytest.mark.parametrize(
    ("text", "site"),
    [
        pytest.param(f"{HEADLINE} | 生活 | 海山日報\n{STORY}", "海山日報", id="title"),
        pytest.param(f"海山日報\n首頁 | 政治 | 財經\n{STORY}", "海山日報", id="masthead, called as outlets are"),
        pytest.param(
            f"海山快訊台 HSN\n首頁 | 政治 | 財經\n{STORY}{LIST}© 2026 海山快訊台\n",
            "海山快訊台 HSN",
            id="masthead, said again",
        ),
        pytest.param(
            f"首頁 | 政治 | 財經\n{STORY}{LIST}Copyright © 2020-2026 海山傳播股份有限公司\n",
            "海山傳播股份有限公司",
            id="rights",
        ),
        pytest.param(f"您的位置：海山網 > 地方 > 正文\n{STORY}", "海山網", id="path"),
        pytest.param(f"首頁 | 政治 | 財經\n{STORY}(C) 2026 遊戲工坊\n{LIST}", "", id="rights of a picture"),
        pytest.param(f"下載客戶端\n首頁 | 政治 | 財經\n{STORY}© 2026 All rights reserved.\n", "", id="none"),
        pytest.param(STORY, "", id="an article and nothing else"),
    ],
)
def test_a_page_names_its_outlet(text: str, site: str) -> None:
    (article,) = read_articles(text)
    assert (article.site, article.outlet_name) == (site, site)


def test_the_outlet_that_is_printed_beside_the_time_goes_first() -> None:
    (article,) = read_articles(f"大海入口網\n首頁 | 政治 | 財經\n{HEADLINE}\n島岸通訊社 ・ 2026-03-05 09:30\n{TEXT}")
    assert (article.outlet_name, article.site) == ("島岸通訊社", "大海入口網")


def test_items_beside_an_article_are_not_said_to_be_of_the_page() -> None:
    items = cut_items(read_bytes(f"海山日報\n首頁 | 政治 | 財經\n{STORY}{LIST}".encode(), "page.txt"))
    assert {item.site for item in items if item.kind is not ItemKind.ARTICLE} == {""}


@pytest.mark.parametrize("name", ["海山 日報", "海山\u202e日報", "海山\n日報\x00", "<b>海山日報</b>" * 9])
def test_the_head_of_a_saved_page_names_its_site_in_one_clean_line(name: str) -> None:
    head = f'<head><meta property="og:site_name" content="{name.replace("<", "&lt;")}"><title>{HEADLINE}</title></head>'
    paragraphs = "".join(f"<p>{line}</p>" for line in TEXT.splitlines())
    page = f"<!doctype html><html>{head}<body><h1>{HEADLINE}</h1>{paragraphs}</body></html>"
    (article,) = read_articles(page, "page.html")
    assert article.site
    assert article.site.isprintable()
    assert len(article.site) <= 60


@given(st.text("海山日報©|2026 \n。a", max_size=80))
def test_a_site_is_named_in_words_of_the_page(text: str) -> None:
    for item in read_articles(f"x{text}"):
        assert item.site in text.replace("\n", "") or not item.site
