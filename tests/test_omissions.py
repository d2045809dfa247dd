"""The ledger of what a summary leaves out: complete, without repeats, and never a flag."""

from dataclasses import replace

import pytest

from assistant.checking import check_draft
from assistant.checking.figures import check_figures
from assistant.checking.omissions import find_omissions
from assistant.records import Attribution, Claim, Draft, Finding, Name, Translation
from tests.builders import make_item

ITEM = make_item(
    "雙方簽署85億美元協議，為期3年。",
    "《路透》報導，全球70%的開採集中在中國。",
    "《衛報》警告，價格恐上漲12%；協議金額為85億美元。",
    start=20,
)


def omissions(summary: str, *, medium: str = "") -> list[Finding]:
    claims = (Claim("Prices may rise by 12%.", (3,), "價格恐上漲12%", Attribution(medium)),)
    names = (Name("衛報", "The Guardian", "organisation"), Name("路透", "Reuters", "organisation"))
    draft = Draft("", summary, (), claims, names)
    return list(find_omissions(ITEM, draft, check_figures(ITEM, draft)))


def test_what_is_left_out_is_listed_with_its_place_and_its_english() -> None:
    head, *rest = omissions("The two sides signed a US$8.5 billion agreement.", medium="The Guardian")
    counted = "2 of 4 figures, 1 of 2 named sources, 2 of 3 sentences with figures"
    assert head.why == f"headline, summary and claims carry {counted}"
    assert [(f.source, f.expected or f.english) for f in rest] == [
        ("3年", "3 years"),
        ("70%", "70%"),
        ("路透", "Reuters"),
        ("《路透》報導，全球70%的開採集中在中國。", ""),
    ]
    assert all(ITEM.read(f.source_span) == f.source for f in rest)


def test_a_figure_that_is_told_once_counts_wherever_the_source_repeats_it() -> None:
    assert "85億美元" not in [f.source for f in omissions("A US$8.5 billion agreement was signed.")]


def test_where_nothing_is_left_out_the_coverage_says_so() -> None:
    summary = "Reuters: a 3-year US$8.5 billion agreement; 70% of mining is in China."
    (head,) = omissions(summary, medium="The Guardian")
    counted = "4 of 4 figures, 2 of 2 named sources, 3 of 3 sentences with figures"
    assert head.why == f"headline, summary and claims carry {counted}"


def test_a_medium_that_the_draft_lists_with_its_marks_is_counted_once() -> None:
    names = (Name("《衛報》", "The Guardian", "organisation"),)
    head, *rest = find_omissions(ITEM, Draft("", "Prices may rise by 12%.", (), (), names), ())
    assert "0 of 2 named sources" in head.why
    assert [f.source for f in rest if "speaks" in f.why] == ["路透", "衛報"]


def test_an_item_with_nothing_to_carry_has_no_coverage() -> None:
    item = make_item("雙方表示歡迎。")
    assert find_omissions(item, Draft("", "Both welcomed it.", (), (), ()), ()) == ()


@pytest.mark.parametrize(
    ("sentence", "summary", "missing"),
    [
        ("市長賀敏之表示歡迎。", "The mayor welcomed it.", ["賀敏之"]),
        ("市長賀敏之表示歡迎。", "Mayor Ho Min-chih welcomed it.", []),
        ("市長賀敏之(Ho Min-chih)則說會改善。", "It will improve.", ["賀敏之"]),
        ("市長賀敏之到場。", "It began.", []),
        ("記者訪問賀敏之，學者說會改善。", "It will improve.", []),
        ("賀敏之到場。賀敏之稱會改善。", "It will improve.", ["賀敏之"]),
    ],
)
def test_who_speaks_in_the_source_and_is_not_named_is_listed(sentence: str, summary: str, missing: list[str]) -> None:
    item = make_item(sentence)
    draft = Draft("", summary, (), (), (Name("賀敏之", "Ho Min-chih", "person"),))
    found = [f for f in find_omissions(item, draft, ()) if f.source]
    assert [f.source for f in found] == missing
    assert all(item.read(f.source_span) == f.source and f.english == "Ho Min-chih" for f in found)


def test_an_omission_is_never_a_flag() -> None:
    draft = Draft("", "Nothing.", (), (), ())
    assert not [f for f in check_draft(ITEM, draft) if f.check == "omission" and f.verdict.is_flag]


@pytest.mark.parametrize(
    ("summary", "names", "missing"),
    [
        ("It will improve.", (), ["衛福部", "普丁"]),
        ("The health ministry (MOHW) and Putin agree.", (), []),
        ("It will improve.", (Name("衛福部", "The health ministry", "organisation"),), ["衛福部", "普丁"]),
    ],
)
def test_known_names_that_speak_count_whatever_the_draft_lists(
    summary: str, names: tuple[Name, ...], missing: list[str]
) -> None:
    item = make_item("衛福部說會改善。", "普丁表示歡迎。", "衛福部表示，外交部在場。")
    found = [f.source for f in find_omissions(item, Draft("", summary, (), (), names), ()) if "speaks" in f.why]
    assert found == missing


@pytest.mark.parametrize(
    ("sentence", "english", "missing"),
    [
        ("高盛預計明年金價將達5000美元。", "Goldman Sachs expects gold to reach $5,000.", ["高盛"]),
        ("瑞銀預期聯準會12月降息。", "UBS expects the Fed to cut rates in December.", ["瑞銀"]),
        ("林海安評估，損失約三億元。", "Lin Hai-an puts the loss at about NT$300 million.", ["林海安"]),
        (
            "台灣經濟研究院預料，出口轉強。",
            "The Taiwan Institute of Economic Research expects more.",
            ["台灣經濟研究院"],
        ),
        ("中央气象台推估台风明天登陆。", "The National Meteorological Centre estimates a landfall.", ["中央气象台"]),
        ("野村證券は円高が進むと予測している。", "Nomura Securities forecasts a stronger yen.", ["野村證券"]),
        ("災情損失預估約三億元。", "Losses are estimated at about NT$300 million.", []),
        ("工程預計明年完工。", "The works are expected to be finished next year.", []),
        ("台積電預計明年量產兩奈米。", "TSMC plans to mass-produce 2 nm chips next year.", []),
        ("總經費預估達五億元。", "The total cost is estimated at NT$500 million.", []),
        ("警方推測，起因是電線走火。", "Police surmise an electrical fault.", []),
    ],
)
def test_who_foresees_something_is_a_source_and_what_is_foreseen_is_none(
    sentence: str, english: str, missing: list[str]
) -> None:
    item = make_item(sentence, headline="快訊")
    item = replace(item, language="ja" if "は" in sentence else "zh-Hant")
    draft = Draft("", "Nothing.", (Translation(1, english),), (), ())
    found = [f.source for f in find_omissions(item, draft, ()) if "speaks" in f.why]
    assert found == missing
