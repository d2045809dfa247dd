"""The original that stands in brackets behind a name is one that the source prints."""

from dataclasses import replace

import pytest

from assistant.checking.originals import check_originals
from assistant.checking.tracing import Tracer
from assistant.checking.whole import NAME_CHECKS
from assistant.glossary import load_shipped
from assistant.records import Draft, Item, Verdict
from tests.builders import make_item

ITEM = make_item("中選會副主委邱明德說，立院昨(14)日三讀。", "台灣電力與蒲亭的說法一致。")


def find(english: str, item: Item = ITEM) -> list[str]:
    draft = Draft("", english, (), (), ())
    findings = check_originals(Tracer(item, draft, load_shipped()))
    assert all(f.verdict is Verdict.UNSUPPORTED and f.span and f.span.of(english) == f.english for f in findings)
    return [f.english for f in findings]


@pytest.mark.parametrize(
    ("english", "flagged"),
    [
        ("Chiu Ming-te (邱明德) said so.", []),
        ("Chiu Ming-te (邱明義) said so.", ["邱明義"]),
        ("Chiu Ming-te（邱明義）said so.", ["邱明義"]),
        ("Chiu Ming-te (邱明德) and Wang (王志豪) said so.", ["王志豪"]),
        ("the vice chairman (副主委) said so.", []),
        ("the chairman (主任委員) said so.", ["主任委員"]),
        ("Putin (普丁) said so.", []),  # a variant of the glossary: the source prints 蒲亭
        ("The Legislative Yuan (立法院) passed it.", []),  # printed short: 立院
        ("Taipower (台灣電力公司) said so.", []),  # printed without the last word
        ("It is made of neodymium [sic; (釹鐵) probably meant].", []),
        ("yesterday [昨(14)日]", []),
        ("Rudd (Kevin Rudd) said so (twice).", []),
    ],
)
def test_an_original_that_the_source_does_not_print_is_flagged(english: str, flagged: list[str]) -> None:
    assert find(english) == flagged


def test_simplified_and_traditional_characters_are_one() -> None:
    assert find("The Legislative Yuan (三读) passed it.") == []


def test_a_long_original_takes_no_longer_than_its_length() -> None:
    item = make_item("甲" + "哈" * 400 + "。")
    assert find("A (甲乙" + "哈" * 27 + "呵) said so.", item) == ["甲乙" + "哈" * 27 + "呵"]


def test_a_source_in_another_language_has_no_originals() -> None:
    assert find("Kim (金正男) said so.", replace(ITEM, language="ko")) == []


def test_it_is_one_of_the_checks_of_every_draft() -> None:
    assert check_originals in NAME_CHECKS
