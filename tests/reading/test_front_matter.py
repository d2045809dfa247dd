"""What tools that clip pages write at the top of Markdown: the headline and the time of the text below."""

import pytest

from assistant.reading import read_bytes

BODY = "新河市昨天起供應再生水。\n"


def read(text: str) -> str:
    return read_bytes(text.encode(), "page.md").text


@pytest.mark.parametrize(
    ("fields", "head"),
    [
        (
            'title: "缺水城市學會喝自己的廢水"\npublished: 2026-11-15\ntags: clippings',
            "缺水城市學會喝自己的廢水\n2026-11-15\n\n",
        ),
        ("title: 缺水城市\nsite: 河報\ndate: 2026-11-15 08:30", "缺水城市\n河報 ・ 2026-11-15 08:30\n\n"),
        ("title: 缺水城市", "缺水城市\n\n"),
        ("tags: clippings\nlayout: post", ""),
        ("published: 2026-11-15", ""),
    ],
)
def test_the_headline_and_the_time_of_the_front_matter_are_read(fields: str, head: str) -> None:
    assert read(f"---\n{fields}\n---\n{BODY}") == head + BODY


def test_a_headline_that_stands_in_the_text_as_well_is_read_once() -> None:
    assert read(f"---\ntitle: 缺水城市\n---\n# 缺水城市\n{BODY}") == f"缺水城市\n{BODY}"


def test_rules_around_a_text_are_no_front_matter() -> None:
    assert read(f"---\n{BODY}") == f"---\n{BODY}"
