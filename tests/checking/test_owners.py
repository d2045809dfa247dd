"""A figure belongs to the one beside whom the source prints it; where that cannot be told, nothing is said."""

import pytest

from assistant.checking.bearers import Bearers
from assistant.checking.figures import check_figures
from assistant.checking.owners import check_owners
from assistant.checking.tracing import Tracer
from assistant.glossary import load_shipped
from assistant.records import Check, Draft, Field, Finding, Name, Place, Span, Translation, Verdict
from tests.builders import make_item
from tests.checking.samples import load_demo
from tests.growth import grows_with_pairs

ITEM = make_item(
    "星海電機跌0.9%，遠海電機升3.1%。",
    "停課以新北市41班最多，桃園市29班居次；台中、彰化共52班。",
    "古正鈞得票率44.6%，領先卜雨潔的43.8%。",
    headline="財經簡訊",
)
NAMES = (
    Name("星海電機", "Hsinghai Electric", "organisation"),
    Name("遠海電機", "Yuanhai Electric", "organisation"),
    Name("新北市", "New Taipei", "place"),
    Name("桃園市", "Taoyuan", "place"),
    Name("台中", "Taichung", "place"),
    Name("彰化", "Changhua", "place"),
    Name("古正鈞", "Ku Cheng-chun", "person"),
    Name("卜雨潔", "Pu Yu-chieh", "person"),
)


def check(segment: int, english: str) -> list[tuple[str, str]]:
    draft = Draft("", "", (Translation(segment, english),), (), NAMES)
    bearers = Bearers(Tracer(ITEM, draft, load_shipped()))
    return [(f.english, f.source) for f in check_owners(bearers, check_figures(ITEM, draft))]


def test_a_figure_of_another_is_flagged() -> None:
    assert check(2, "Taoyuan has the most suspended classes, 41.") == [("Taoyuan", "新北市")]


@pytest.mark.parametrize(
    ("segment", "english"),
    [
        (1, "Yuanhai Electric fell 0.9% and Hsinghai Electric rose 3.1%."),
        (3, "Pu Yu-chieh has 44.6%, while Ku Cheng-chun has 43.8%."),
    ],
)
def test_two_that_are_exchanged_are_flagged_once_at_the_figures(segment: int, english: str) -> None:
    figures = check_figures(ITEM, Draft("", "", (Translation(segment, english),), (), NAMES))
    assert [f.verdict for f in figures if f.span] == [Verdict.CONTRADICTED] * 2
    assert check(segment, english) == []


@pytest.mark.parametrize(
    ("segment", "english"),
    [
        (1, "Hsinghai Electric fell 0.9% and Yuanhai Electric rose 3.1%."),
        (1, "Hsinghai Electric and Yuanhai Electric moved by 0.9% and 3.1% respectively."),
        (2, "New Taipei has 41 suspended classes and Taoyuan 29; there are 52 in Taichung and Changhua."),
        (3, "Ku Cheng-chun leads with 44.6%, ahead of Pu Yu-chieh with 43.8%."),
        (3, "With 44.6% against Pu Yu-chieh he leads."),
        (1, "It fell 0.9%."),
    ],
)
def test_a_figure_beside_its_own_name_raises_nothing(segment: int, english: str) -> None:
    assert check(segment, english) == []


def test_a_number_of_one_digit_that_stands_beside_others_too_is_of_none_of_them() -> None:
    item = make_item("總冠軍賽第6戰海洋隊獲勝。", "火山隊投手前6局僅失1分。", headline="海洋隊贏得第六戰")
    names = (Name("海洋隊", "Marines", "organisation"), Name("火山隊", "Volcanoes", "organisation"))
    draft = Draft("Marines win game six", "", (), (), names)
    assert check_owners(Bearers(Tracer(item, draft, load_shipped())), check_figures(item, draft)) == ()


def test_a_share_of_one_digit_is_its_owners_whatever_else_has_the_digit() -> None:
    item = make_item("立憲民主黨擬將稅率降至5%。", "維新會認為減收5兆元。", headline="減稅")
    names = (Name("立憲民主黨", "Rikken", "party"), Name("維新會", "Ishin", "party"))
    draft = Draft("", "Ishin will submit a bill to lower the rate to 5%.", (), (), names)
    assert [
        f.english for f in check_owners(Bearers(Tracer(item, draft, load_shipped())), check_figures(item, draft))
    ] == ["Ishin"]


def test_right_drafts_raise_nothing() -> None:
    for item, draft in load_demo():
        assert check_owners(Bearers(Tracer(item, draft, load_shipped())), check_figures(item, draft)) == ()


def test_many_names_and_figures_in_one_clause_are_held_against_each_other_and_no_more() -> None:
    def check_many(count: int) -> None:
        names = [Name(f"王{chr(0x5000 + k)}電", f"Abe{k} Electric", "organisation") for k in range(count)]
        item = make_item(*(f"{name.original}獲利{k + 101}億元。" for k, name in enumerate(names)), headline="簡訊")
        told = "".join(f"{name.english} earned {k + 101} hundred million yuan." for k, name in enumerate(names))
        bearers = Bearers(Tracer(item, Draft("", told, (), (), tuple(names)), load_shipped()))
        place = Place(Field.SUMMARY)
        figures = [
            Finding(Check.FIGURE, Verdict.SUPPORTED, place, "", Span(at, at + 3), f"{k + 101}億元", s.span)
            for k, s in enumerate(item.sentences[1:])
            if (at := told.index(f"{k + 101} hundred")) >= 0
        ]
        check_owners(bearers, figures)

    assert grows_with_pairs(check_many, 160)
