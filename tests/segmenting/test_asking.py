"""A model may be asked where the rules are unsure; whatever it answers, the items still tile the dump."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.errors import InvalidReplyError
from assistant.prompts import load_prompt
from assistant.records import ItemKind
from assistant.segmenting import apply_parts, ask_parts, split_items
from assistant.segmenting.asking import ReplyPart, ReplyParts
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


def test_only_unsure_lines_are_asked_about_with_their_numbers() -> None:
    request = ask_parts(DUMP, ITEMS, load_prompt("parts"))
    assert request
    asked = [2, 3, 4, 6, 7, 8, 10]
    assert request.user.splitlines() == [f"{number}: {TEXT.splitlines()[number - 1]}" for number in asked]
    assert request.subjects == ("一號標題", "二號標題", "可以點的標題")
    assert ask_parts(DUMP, [item for item in ITEMS if not item.unsure], load_prompt("parts")) is None


def test_the_schema_is_that_of_the_reply() -> None:
    request = ask_parts(DUMP, ITEMS, load_prompt("parts"))
    assert request
    schema = json.loads(request.schema)
    part = schema["$defs"]["ReplyPart"]
    assert list(part["properties"]) == part["required"] == list(ReplyPart.model_fields)
    assert list(schema["properties"]) == list(ReplyParts.model_fields)


def test_the_reply_cuts_the_unsure_lines_anew() -> None:
    reply = ReplyParts.read('{"parts":[{"first_line":2,"kind":"article","headline_line":2,"source_line":0}]}')
    items = apply_parts(DUMP, ITEMS, reply)
    assert [(item.kind, item.read(item.headline)) for item in items] == [
        (ItemKind.NAVIGATION, ""),
        (ItemKind.ARTICLE, "一號標題"),
        (ItemKind.NAVIGATION, ""),
        (ItemKind.RELATED, "可以點的標題"),
        (ItemKind.FOOTER, ""),
    ]
    assert [item.unsure for item in items] == ["", "", "", "no outlet and no age", ""]
    assert [item.index for item in items] == [0, 1, 2, 3, 4]


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
            kind=st.sampled_from([kind.value for kind in ItemKind]),
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
