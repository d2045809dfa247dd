"""A notice of a withheld figure names the source's own words for it, or says that they are not certain."""

import pytest

from assistant.checking import check_draft
from assistant.notices import UNCERTAIN, WITHHELD
from assistant.records import Draft, Item, Translation, Verdict
from assistant.repairing import Repaired, withhold
from tests.builders import make_item
from tests.daily.builders import make_item as make_dated


def name(source: str, english: str, *others: str, in_summary: bool = False) -> list[str]:
    """The sources that the notices of a text name."""
    return name_in(make_item(source, *others), english, in_summary=in_summary)


def name_in(item: Item, english: str, *, in_summary: bool = True) -> list[str]:
    """The sources that the notices of a text of an item name."""
    translations = () if in_summary else (Translation(1, english),)
    draft = Draft("", english if in_summary else "", translations, (), ())
    after = withhold(item, Repaired(draft, check_draft(item, draft)), check_draft)
    text = after.draft.summary if in_summary else after.draft.translation(1)
    kept = [f for f in after.findings if f.check == "figure" and f.verdict.is_flag and f.verdict is not Verdict.OMITTED]
    assert {f.verdict for f in kept} == {Verdict.WITHHELD}
    return WITHHELD.findall(text)


@pytest.mark.parametrize(
    ("source", "english", "named"),
    [
        ("公司簽署85億美元協議。", "The company signed a deal of US$85 billion.", ["85億美元"]),
        ("約2,300人受影響。", "About 3,200 people are affected.", ["2,300人"]),
        ("三人死亡，五人受傷。", "Nine people died and five were injured.", ["三人死亡"]),
        ("營收由40億元增為50億元。", "Revenue rose by 25 percent to NT$5 trillion.", [UNCERTAIN, "50億元"]),
        ("席次由63席減為48席。", "It lost 15 seats and fell to 480.", [UNCERTAIN, "48席"]),
        ("會員數由8萬2千人減為7萬5千人。", "Membership fell by 7,000 to 750,000.", [UNCERTAIN, "7萬5千人"]),
        ("專案自2021年啟動，預計2026年結束。", "The project began in 2021 and ends in 2025.", ["2026年"]),
    ],
)
def test_a_translation(source: str, english: str, named: list[str]) -> None:
    assert name(source, english) == named


@pytest.mark.parametrize(
    ("english", "named"),
    [
        ("The team changed coaches within 17 months.", [UNCERTAIN]),
        ("The team spent US$85 billion.", ["85億美元"]),
        ("The team spent US$7 billion.", ["85億美元"]),  # the item has no other money
    ],
)
def test_a_summary_rests_on_the_whole_item_and_so_on_less_that_is_certain(english: str, named: list[str]) -> None:
    assert name("球隊半年內換了教練。", english, "球隊花費85億美元。", "船長漂流了兩天。", in_summary=True) == named


@pytest.mark.parametrize(
    ("headline", "body", "english", "named"),
    [
        (
            "北濤赴德州投資85億美元",
            "北濤將投資85億美元，創造3,200個工作。",
            "Pei-tao invests US$85 billion.",
            ["85億美元"],
        ),
        ("營收年增18.3%", "前三季營收6,540億元，年增18.3%。", "Revenue rose 27% to NT$654 billion.", ["18.3%"]),
        ("工廠爆炸3死11傷", "爆炸造成3人死亡、11人受傷。", "It killed 3 people and injured 17.", ["11"]),
        ("工廠爆炸3死11傷", "爆炸造成3人死亡、11人受傷。", "It killed 3; 9 people were moved.", [UNCERTAIN]),
        ("投資85億美元", "北濤將投資85億元。", "Pei-tao invests US$85 billion.", [UNCERTAIN]),  # another currency
    ],
)
def test_what_headline_and_body_print_alike_is_one_figure(
    headline: str, body: str, english: str, named: list[str]
) -> None:
    assert name_in(make_item(body, headline=headline), english) == named


@pytest.mark.parametrize(
    ("headline", "english", "named"),
    [
        ("今日要聞", "A parade will be held on 10 October 2031.", [UNCERTAIN]),
        ("今日要聞", "A parade will be held on 9 October 2025.", [UNCERTAIN]),
        ("今日閱兵", "A parade is held on 3 November 2025.", ["今日"]),
    ],
)
def test_a_day_of_a_summary_is_named_where_one_part_of_it_is_wrong(
    headline: str, english: str, named: list[str]
) -> None:
    assert name_in(make_dated(headline, "國慶日將舉行閱兵。"), english) == named


def test_a_notice_that_says_so_is_one_of_ours_and_not_asked_for_again() -> None:
    item = make_item("席次由63席減為48席。")
    text = f"It lost [figure withheld: source {UNCERTAIN}] seats."
    findings = check_draft(item, Draft("", text, (), (), ()))
    assert [f.verdict for f in findings if f.check == "figure" and f.verdict.is_flag] == [Verdict.WITHHELD]
