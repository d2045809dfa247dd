"""A model may be asked where the rules are unsure; whatever it answers, the items still tile the dump."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.errors import InvalidReplyError
from assistant.prompts import load_prompt
from assistant.records import Item, ItemKind, Role, Span
from assistant.segmenting import apply_parts, ask_parts, split_items
from assistant.segmenting.asking import CONTINUED, ReplyPart, ReplyParts
from assistant.segmenting.building import make_item
from assistant.segmenting.hints import read_marked_lines
from assistant.segmenting.menus import as_menu
from assistant.segmenting.part import Part
from assistant.segmenting.recutting import add_part
from assistant.segmenting.stretches import CONTEXT_ABOVE
from tests.builders import make_dump

TEXT = """首頁 | 政治 | 財經
一號標題
[甲報]市府今(3)日說，工程完成。
又一段。

二號標題
[乙報]縣府昨(2)日說，預算通過。
又一段。
延伸閱讀
可以點的標題
© 某報
"""
DUMP = make_dump(TEXT)
ITEMS = split_items(DUMP)


def read_reply(*parts: tuple[int, str, int, int]) -> ReplyParts:
    names = ("first_line", "kind", "headline_line", "source_line")
    return ReplyParts.read(json.dumps({"parts": [dict(zip(names, part, strict=True)) for part in parts]}))


def read_asked(text: str) -> list[int]:
    """The numbers of the lines that are asked about."""
    dump = make_dump(text)
    request = ask_parts(dump, split_items(dump), load_prompt("parts"))
    return [int(line.split(":")[0]) for line in request.user.splitlines()] if request else []


def test_unsure_lines_are_asked_about_with_their_numbers_and_with_what_is_no_news_around_them() -> None:
    request = ask_parts(DUMP, ITEMS, load_prompt("parts"))
    assert request
    asked = [1, 2, 3, 4, 6, 7, 8, 9, 10, 11]
    assert request.user.splitlines() == [f"{number}: {TEXT.splitlines()[number - 1]}" for number in asked]
    assert request.subjects == ("一號標題", "二號標題", "可以點的標題")
    assert ask_parts(DUMP, [item for item in ITEMS if not item.unsure], load_prompt("parts")) is None


def test_no_more_than_some_lines_around_are_asked_about() -> None:
    menu = "".join(f"首頁 | 政治 | 第{n}版 | 財經\n" for n in range(30))
    assert (
        read_asked(menu + TEXT)[0] == 33 - CONTEXT_ABOVE
    )  # 一號標題 stands below a menu, and could be one of its words


def test_a_line_that_stands_in_several_is_asked_about_as_one() -> None:
    text = "山線公車八月改號\n一段沒有句點的話\n民眾日報\n3小時前\n" + TEXT
    request = ask_parts(make_dump(text), split_items(make_dump(text)), load_prompt("parts"))
    assert request
    assert all(line.split(":")[0].isdigit() for line in request.user.splitlines())


def test_the_schema_is_that_of_the_reply() -> None:
    request = ask_parts(DUMP, ITEMS, load_prompt("parts"))
    assert request
    schema = json.loads(request.schema)
    part = schema["$defs"]["ReplyPart"]
    assert list(part["properties"]) == part["required"] == list(ReplyPart.model_fields)
    assert list(schema["properties"]) == list(ReplyParts.model_fields)


def test_the_reply_cuts_the_unsure_lines_anew() -> None:
    reply = read_reply((2, "article", 2, 0), (9, "navigation", 0, 0), (10, "related", 10, 0), (11, "footer", 0, 0))
    items = apply_parts(DUMP, ITEMS, reply)
    assert [(item.kind, item.read(item.headline)) for item in items] == [
        (ItemKind.NAVIGATION, ""),
        (ItemKind.ARTICLE, "一號標題"),
        (ItemKind.NAVIGATION, ""),
        (ItemKind.RELATED, "可以點的標題"),
        (ItemKind.FOOTER, ""),
    ]
    assert not any(item.unsure for item in items)
    assert [item.index for item in items] == [0, 1, 2, 3, 4]


def test_a_reply_without_a_beginning_leaves_the_items_as_they_are() -> None:
    assert apply_parts(DUMP, ITEMS, read_reply()) == ITEMS
    assert apply_parts(DUMP, ITEMS, read_reply((5, "article", 0, 0), (99, "footer", 0, 0))) == ITEMS


PAGE = """海山新聞
本館活動
渡輪公司汰換三艘舊船 首艘年底下水
首頁 | 政治 | 財經
2026-03-05 09:30
渡輪公司宣布汰換三艘舊船，首艘新船年底下水。
公司說，新船可載四百二十人。
小編隨手拍
本館小物
兩艘舊船將改為水上圖書館，明年開放。
"""
"""An article whose text a box of the page interrupts."""


def recut(*told: tuple[int, str, int, int]) -> tuple[Item, ...]:
    dump = make_dump(PAGE)
    items = tuple(replace(item, unsure="told so") for item in split_items(dump))
    items = apply_parts(dump, items, read_reply(*told))
    assert "".join(item.text for item in items) == PAGE
    return items


def test_an_article_goes_on_behind_what_stands_between_its_paragraphs() -> None:
    items = recut((1, "navigation", 0, 0), (3, "article", 3, 5), (8, "navigation", 0, 0), (10, "continued", 0, 0))
    assert [item.kind for item in items] == [ItemKind.NAVIGATION, ItemKind.ARTICLE]
    article = items[1]
    assert [s.text.strip() for s in article.segments if s.role is Role.SENTENCE] == [
        "渡輪公司宣布汰換三艘舊船，首艘新船年底下水。",
        "公司說，新船可載四百二十人。",
        "兩艘舊船將改為水上圖書館，明年開放。",
    ]
    assert article.read(article.headline) == "渡輪公司汰換三艘舊船 首艘年底下水"
    assert article.read(article.age) == "2026-03-05 09:30"


@pytest.mark.parametrize(
    "told",
    [
        pytest.param([(3, "article", 3, 0)], id="none is named"),
        pytest.param([(3, "article", 3, 99)], id="another line is named"),
        pytest.param([(3, "article", 3, 0), (4, "navigation", 0, 0), (6, "continued", 0, 0)], id="it stands in a box"),
        pytest.param([(1, "navigation", 0, 0), (6, "article", 3, 5)], id="it stands above the part"),
    ],
)
def test_a_time_belongs_to_its_article_wherever_the_reply_puts_it(told: list[tuple[int, str, int, int]]) -> None:
    (article,) = [item for item in recut(*told) if item.kind.is_news]
    assert article.read(article.age) == "2026-03-05 09:30"


def test_a_headline_and_a_sentence_that_the_rules_took_for_no_news_are_news_if_the_reply_says_so() -> None:
    lines = read_marked_lines(make_dump(PAGE))
    taken = [as_menu(line) if number in (2, 6) else line for number, line in enumerate(lines)]
    parts = list[Part]()
    add_part(taken, parts, ReplyPart(first_line=3, kind="article", headline_line=3, source_line=5), Span(2, 10))
    item = make_item(PAGE, taken, parts[0], 0)
    assert item.read(item.headline) == "渡輪公司汰換三艘舊船 首艘年底下水"
    assert "新船可載四百二十人" in "".join(s.text for s in item.sentences)


@pytest.mark.parametrize("text", ["", "{}", '{"parts":[{"first_line":"x"}]}', '{"parts":[], "more": 1}', "nonsense"])
def test_a_reply_of_another_shape_is_refused(text: str) -> None:
    with pytest.raises(InvalidReplyError):
        ReplyParts.read(text)


@settings(deadline=None)
@given(
    st.lists(
        st.builds(
            ReplyPart,
            first_line=st.integers(-3, 15),
            kind=st.sampled_from([*ItemKind, CONTINUED]),
            headline_line=st.integers(-3, 15),
            source_line=st.integers(-3, 15),
        ),
        max_size=8,
    )
)
def test_whatever_the_reply_says_the_items_tile_the_dump(reply: list[ReplyPart]) -> None:
    items = apply_parts(DUMP, ITEMS, ReplyParts(parts=reply))
    assert "".join(item.text for item in items) == TEXT
    assert "".join(segment.text for item in items for segment in item.segments) == TEXT
    assert [item.index for item in items] == list(range(len(items)))


@pytest.mark.parametrize("kind", ["navigation", "advertisement", "footer"])
def test_no_reply_makes_a_story_vanish_and_what_it_said_is_shown(kind: str) -> None:
    asked = read_asked(TEXT)
    items = apply_parts(DUMP, ITEMS, read_reply(*((number, kind, 0, 0) for number in asked)))
    assert [item.span for item in items if item.kind.is_news and "。" in item.text] == [
        item.span for item in ITEMS if item.kind.is_news and "。" in item.text
    ]
    assert all("the model took it for no news" in item.unsure for item in items if "工程完成" in item.text)
