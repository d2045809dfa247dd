"""The rules say of which parts they are unsure, and why: by what the part shows, not by which rule made it."""

import pytest

from assistant.records import ItemKind
from assistant.segmenting import split_items
from evals.pages import load_pages
from tests.builders import make_dump

HEAD = "渡輪公司汰換三艘舊船 首艘年底下水\n海山日報　2026-03-05 09:30\n"
TEXT = "渡輪公司五日宣布汰換三艘舊船，首艘新船年底下水。\n公司說，舊船已航行三十年，新船可載四百二十人。\n"
BELOW = "© 2026 海山日報\n"


def read_doubts(text: str) -> list[str]:
    """Of each article of a dump, why it is unsure."""
    return [item.unsure for item in split_items(make_dump(text)) if item.kind is ItemKind.ARTICLE]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(HEAD + TEXT + BELOW, id="headline, time, paragraphs"),
        pytest.param(
            HEAD + TEXT + "舊船去處\n兩艘舊船將改為水上圖書館。\n" + BELOW, id="a subheading that its text says again"
        ),
        pytest.param(HEAD.splitlines()[0] + "\n" + TEXT, id="an article and nothing else"),
        pytest.param(TEXT, id="a text and nothing else"),
    ],
)
def test_an_article_that_hangs_together_is_sure(text: str) -> None:
    assert read_doubts(text) == [""]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("首頁 | 政治 | 財經\n\n" + TEXT + "相關新聞\n離島公車改走山線 八月上路\n" + BELOW, "no headline"),
        (
            HEAD + TEXT + "第3欄\n第4欄\n兩艘舊船將改為水上圖書館。\n" + BELOW,
            "short lines that are no subheadings",
        ),
        (
            "本館開放時間與參觀辦法公告\n" + HEAD.splitlines()[1] + "\n" + TEXT + BELOW,
            "a headline its text says nothing of again",
        ),
    ],
)
def test_what_speaks_against_an_article_is_told(text: str, why: str) -> None:
    (doubt,) = read_doubts(text)
    assert why in doubt


def test_an_entry_of_a_list_as_short_as_a_button_is_unsure_and_a_headline_is_not() -> None:
    items = split_items(
        make_dump(
            HEAD
            + TEXT
            + "延伸閱讀\n港口三月起夜間停靠改由電子排隊\n新碼頭啟用 旅客增三成\n渡輪票價十年來首度調整 學生不變\n"
        )
    )
    assert {item.read(item.headline): bool(item.unsure) for item in items if item.kind is ItemKind.RELATED} == {
        "港口三月起夜間停靠改由電子排隊": False,
        "新碼頭啟用 旅客增三成": True,
        "渡輪票價十年來首度調整 學生不變": False,
    }


def test_of_pages_that_are_read_rightly_few_parts_are_unsure() -> None:
    parts = [item for case in load_pages() if case.group == "habits" for item in split_items(make_dump(case.text))]
    for kind, most in ((True, 0.3), (False, 0.05)):
        own = [item for item in parts if item.kind.is_news is kind]
        assert sum(bool(item.unsure) for item in own) <= most * len(own)
