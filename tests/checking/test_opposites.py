"""A verb whose opposite alone stands in the source is flagged; one that the source may mean is let pass."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.checking.opposites import STEM, _read_rows, check_opposites
from assistant.checking.tracing import Tracer
from assistant.checking.whole import NAME_CHECKS
from assistant.glossary import load_shipped
from assistant.records import Claim, Draft, Finding, Item, Translation, Verdict
from tests.builders import make_item


def check(item: Item, draft: Draft) -> tuple[Finding, ...]:
    return check_opposites(Tracer(item, draft, load_shipped()))


@pytest.mark.parametrize(
    ("source", "english", "words"),
    [
        ("在野黨反對這項修正案。", "The opposition supports the amendment.", "反對"),
        ("在野黨反對這項修正案。", "The opposition opposes the amendment.", ""),
        ("工會支持這項修正案。", "The union opposed the amendment.", "支持"),
        ("工會支持這項修正案。", "The union supported the amendment.", ""),
        ("法院判處被告有期徒刑3年。", "The defendant was acquitted.", "判處"),
        ("法院宣判被告無罪。", "The defendant was acquitted.", ""),
        ("法院宣判被告無罪。", "The defendant was found guilty of fraud.", "無罪"),
        ("高院改諭知被告無罪。", "The defendant was found guilty of fraud.", "無罪"),
        ("高院改諭知被告無罪。", "The defendant was not found guilty of fraud.", ""),
        ("三名議員投下反對票。", "Three legislators voted for the bill.", "反對票"),
        ("三名議員投下反對票。", "Three legislators voted against the bill.", ""),
        ("三名议员投下赞成票。", "Three legislators voted against the bill.", "赞成票"),
        ("三名議員投下同意票。", "Three legislators voted in favour of the bill.", ""),
        ("議会は賛成票120、反対票80で可決した。", "Of the members, 120 voted for it and 80 voted against it.", ""),
        ("觀眾2萬3千人，創本季新高。", "The crowd of 23,000 was a new low this season.", "新高"),
        ("觀眾2萬3千人，創本季新高。", "The crowd of 23,000 was a new high this season.", ""),
        ("被告獲准保釋。", "The defendant was denied bail.", "獲准"),
        ("被告獲准保釋。", "The defendant was granted bail.", ""),
        ("首相は減税に否定的な考えを示した。", "The prime minister was in favour of a tax cut.", "否定的"),
        ("首相は減税に否定的な考えを示した。", "The prime minister was negative about a tax cut.", ""),
        ("公司否認將裁員。", "The company confirmed the layoffs.", "否認"),
        ("公司證實將裁員。", "The company confirmed the layoffs.", ""),
        ("公司證實將裁員。", "The company denied the layoffs.", "證實"),
        ("议会否决预算案。", "Parliament approved the budget.", "否决"),
        ("议会通过预算案。", "Parliament approved the budget.", ""),
        ("議会は予算案を否決した。", "Parliament approved the budget.", "否決"),
        ("野党は法案に反対した。", "The opposition supported the bill.", "反対"),
        ("兩黨一致反對這項法案。", "The two parties agreed to oppose the bill.", ""),
        ("親伊朗民兵譴責空襲。", "Iran-backed militias condemned the air strikes.", ""),
        ("陳男判刑1年10月，緩刑3年。", "Chen was sentenced to one year and ten months, suspended for three years.", ""),
        ("警方查獲陳男，訊後交保。", "Chen was arrested and released on bail.", ""),
        ("他坐牢三年後獲釋。", "He was detained for three years, then released.", ""),
        ("公司發布財報，上調全年財測。", "The company published its results and lifted its forecast.", ""),
        ("他連任議長，獲選後否認賄選。", "His election was confirmed; he denied buying votes.", ""),
        ("公司不接受也不支持這項方案，反對到底。", "The company supports the plan.", "反對"),
    ],
)
def test_the_opposite_is_flagged_with_the_words_of_the_source(source: str, english: str, words: str) -> None:
    draft = Draft("", "", (Translation(1, english),), (), ())
    found = [finding.source for finding in check(make_item(source), draft)]
    assert found == ([words] if words else [])


def read_pairs() -> list[list[str]]:
    lines = (Path(__file__).parent / "opposites.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


@pytest.mark.parametrize(("source", "english", "words"), read_pairs())
def test_of_two_verbs_each_has_its_own_meaning(source: str, english: str, words: str) -> None:
    language = "ja" if re.search("[ぁ-ん]", source) else "zh-Hant"
    draft = Draft("", "", (Translation(1, english),), (), ())
    found = [finding.source for finding in check(replace(make_item(source), language=language), draft)]
    assert found == ([words] if words else [])


def test_a_claim_may_not_say_the_opposite_of_what_it_quotes() -> None:
    item = make_item("賴宗翰承認敗選，但否認有人扯後腿。")
    quoted = ("否認有人扯後腿", "承認敗選")
    claims = tuple(Claim("Lai admitted that somebody had held him back.", (1,), quote) for quote in quoted)
    (finding,) = check(item, Draft("", "", (), claims, ()))
    assert (finding.place.index, finding.source) == (0, "否認")


def test_the_span_of_a_finding_is_that_of_the_source() -> None:
    item = make_item("第一句沒有什麼。", "工會支持這項修正案。")
    draft = Draft("", "", (), (Claim("The union opposed the amendment.", (2,), "工會支持這項修正案"),), ())
    (finding,) = check(item, draft)
    assert finding.verdict is Verdict.UNSUPPORTED
    assert finding.source_span
    assert item.read(finding.source_span) == "支持"


@pytest.mark.parametrize(
    "english",
    [
        "The union no longer supports the amendment.",
        "The union refused to say that it supported the amendment.",
        "Asked whether it supports the amendment, the union was against it.",
    ],
)
def test_a_verb_that_other_words_turn_is_let_pass(english: str) -> None:
    assert not check(make_item("工會反對這項修正案。"), Draft("", "", (Translation(1, english),), (), ()))


def test_only_sources_in_chinese_and_japanese_are_held_against_the_table() -> None:
    item = replace(make_item("工會反對這項修正案。"), language="ko")
    assert not check(item, Draft("", "", (Translation(1, "The union supports it."),), (), ()))


def test_it_is_one_of_the_checks_of_every_draft() -> None:
    assert check_opposites in NAME_CHECKS


@given(st.text("支持反對否認 supported denied.", max_size=40), st.text("支持反對否認 supported denied.", max_size=40))
def test_no_texts_break_it(source: str, english: str) -> None:
    check(make_item(source), Draft(english, english, (Translation(1, english),), (), ()))


@given(st.data())
def test_what_a_row_matches_begins_with_the_letters_by_which_it_is_found(data: st.DataObject) -> None:
    row = data.draw(st.sampled_from(_read_rows()))
    words = data.draw(st.from_regex(re.compile(row.english.pattern, re.ASCII), fullmatch=True))
    assert {word[:STEM] for word in re.findall("[a-z]+", words)} & row.begins
