"""A surname in the place of another, and an original in brackets behind a name that its characters do not spell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.checking.romanised import check_romanised
from assistant.checking.tracing import Tracer
from assistant.checking.whole import NAME_CHECKS
from assistant.glossary import load_shipped
from assistant.records import Draft, Name, Translation
from tests.builders import make_item
from tests.checking.samples import load_demo

NAMES = (Name("林明義", "Lin Ming-yi", "person"), Name("蘇威爾", "John Sewell", "person"))


def check(source: str, english: str) -> list[tuple[str, str]]:
    item = make_item(source, "市民黃先生在場。")
    draft = Draft("", "", (Translation(1, english),), (), NAMES)
    return [(f.english, f.why) for f in check_romanised(Tracer(item, draft, load_shipped()))]


@pytest.mark.parametrize(
    ("source", "english", "flagged"),
    [
        ("總統賴清德表示，利率不變。", "President Tsai said rates stay.", "President Tsai"),
        ("總統賴清德表示，利率不變。", "President Lai said rates stay.", ""),
        ("總統賴清德表示，利率不變。", "The president said rates stay.", ""),
        ("市長林明義表示，利率不變。", "Mayor Chen said rates stay.", "Mayor Chen"),
        ("市長林明義表示，利率不變。", "Mayor Lin said rates stay.", ""),
        ("市長林明義表示，利率不變。", "Chen said rates stay.", "Chen said"),
        ("市長林明義表示，利率不變。", "Rates stay, Chen said.", "Chen said"),
        ("市長林明義表示，利率不變。", "Rates stay, Lin said.", ""),
        ("市長林明義表示，利率不變。", "Lin said that Mr Huang stays.", ""),  # 黃 stands elsewhere in the item
        ("市長林明義表示，利率不變。", "Mr Huang said rates stay.", ""),
        ("市長林明義與陳副市長出席。", "Deputy Mayor Chen attended.", ""),
        ("陳姓男子認識林明義。", "Mr Chen said he knew the mayor.", ""),
        ("市長林明義表示，利率不變。", "Anne Young said rates stay.", ""),
        ("市長林明義表示，利率不變。", "Bank of Wang said rates stay.", ""),
        ("官員蘇威爾表示，利率不變。", "Mr Wang said rates stay, Sewell added.", ""),
        ("法院表示，利率不變。", "Judge Chen said rates stay.", ""),  # nobody is named: a note says so
        ("教授王志豪表示，利率不變。", "Wang Mei-ling (王志豪), a professor, said so.", "Wang Mei-ling"),
        ("教授王志豪表示，利率不變。", "Wang Chih-hao (王志豪), a professor, said so.", ""),
        ("教授王志豪表示，利率不變。", "Wang Zhihao (王志豪), a professor, said so.", ""),
        ("教授王志豪表示，利率不變。", "Mei-ling Wang (王志豪), a professor, said so.", "Mei-ling Wang"),
        ("教授王志豪表示，利率不變。", "Jack Wang (王志豪), a professor, said so.", ""),
    ],
)
def test_the_one_who_is_told_is_the_one_who_is_named(source: str, english: str, flagged: str) -> None:
    assert [name for name, _ in check(source, english)] == ([flagged] if flagged else [])


def test_the_reason_tells_whom_the_source_names() -> None:
    (found,) = check("市長林明義表示，利率不變。", "Mayor Chen said rates stay.")
    assert found == ("Mayor Chen", "the source does not name Chen; here it names 林明義")


def test_no_name_of_the_demo_is_flagged() -> None:
    for item, draft in load_demo():
        assert check_romanised(Tracer(item, draft, load_shipped())) == ()


def test_it_is_one_of_the_checks_of_every_draft() -> None:
    assert check_romanised in NAME_CHECKS


@given(st.text("林明義（）表示。", max_size=30), st.text("Mr Lin Chen-said(林明義).", max_size=40))
def test_no_texts_break_it(source: str, english: str) -> None:
    check(source, english)
