"""What a text says has happened must have a word in its source."""

from dataclasses import replace
from typing import Any

import pytest

from assistant.checking import check_draft
from assistant.checking.events import WHY
from assistant.records import Attribution, Claim, Draft, Field, Translation
from tests.builders import make_item

SOURCE = ("市長昨日視察新建的橋樑，並與居民座談。", "工程將在明年完工，經費12億元。", "居民代表希望增設停車場。")
ENGLISH = ("The mayor inspected the new bridge yesterday and talked with residents.",
           "The work is to be finished next year and costs NT$1.2 billion.",
           "A representative of the residents hoped for more parking.")  # fmt: skip


def find(at: int = 1, english: str = "", **changes: Any) -> list[tuple[str, str]]:
    item = replace(make_item(*SOURCE, headline="市長視察橋樑"), language="zh-Hant")
    texts = dict(enumerate(("Mayor inspects bridge", *ENGLISH)))
    texts[at] = english or texts[at]
    draft = Draft("Mayor inspects bridge", "", tuple(Translation(n, t) for n, t in texts.items()), (), ())
    found = check_draft(item, replace(draft, **changes))
    return [(f.place.field, f.english) for f in found if f.why == WHY]


@pytest.mark.parametrize(
    ("english", "event"),
    [
        ("The mayor was arrested at the new bridge yesterday.", "arrested"),
        ("The mayor apologised at the new bridge yesterday.", "apologised"),
        ("The mayor thanked residents at the new bridge yesterday.", "thanked"),
        ("The mayor resigned at the new bridge yesterday.", "resigned"),
        ("Police inspected the new bridge yesterday with residents.", "Police"),
        ("Prosecutors inspected the new bridge yesterday with residents.", "Prosecutors"),
    ],
)
def test_an_event_without_a_word_in_the_source_is_flagged_in_every_text(english: str, event: str) -> None:
    assert find(1, english) == [(Field.TRANSLATION, event)]
    assert find(summary=english) == [(Field.SUMMARY, event)]
    assert find(headline=english) == [(Field.HEADLINE, event)]
    assert find(claims=(Claim(english, (1,), "市長昨日視察", Attribution()),)) == [(Field.CLAIM, event)]


@pytest.mark.parametrize(
    ("language", "source", "english"),
    [
        ("ja", "住民約500人が疎開した。", "About 500 residents were evacuated."),
        ("zh-Hant", "經過三週休戰，球隊將重返賽場。", "After a three-week layoff the team will return to the field."),
        ("zh-Hant", "大樓住戶全數淨空。", "All residents of the building were evacuated."),
        ("zh-Hant", "公司計畫精簡人力500人。", "The company plans 500 layoffs."),
        ("zh-Hant", "公司請走五百人。", "The company laid off 500 people."),
    ],
)
def test_what_the_source_tells_in_other_words_is_let_pass(language: str, source: str, english: str) -> None:
    draft = Draft("", "", (Translation(1, english),), (), ())
    assert not [f for f in check_draft(replace(make_item(source), language=language), draft) if f.why == WHY]


@pytest.mark.parametrize("english", ["Nobody was arrested at the bridge.", "He did not apologise at the bridge."])
def test_what_is_denied_is_let_pass(english: str) -> None:
    assert find(1, english) == []


@pytest.mark.parametrize(
    ("source", "english"),
    [
        ("兩名嫌犯遭警方逮捕。", "Two suspects were arrested."),
        ("男は逮捕された。", "The man was arrested."),
        ("院長已請辭獲准。", "The premier has resigned."),
        ("社長は謝罪した。", "The president apologised."),
        ("两人上月离婚。", "The couple divorced last month."),
        ("他心臟驟停送醫。", "He was taken to hospital in cardiac arrest."),
        ("男子酒駕遭移送法辦。", "Police referred the man to prosecutors for drink-driving."),
        ("渋谷署は男を調べている。", "Shibuya police are questioning the man."),
        ("公司資遣百餘名員工。", "The company laid off more than 100 employees."),
        ("這場官司打了三年，雙方昨天和解。", "The lawsuit lasted three years; the two sides settled yesterday."),
        ("兄弟倆為家產對簿公堂。", "The two brothers sued each other over the family fortune."),
        ("住民らは国を相手に裁判を起こした。", "Residents sued the state."),
        ("在九局丟掉領先。", "They surrendered their lead in the ninth inning."),
        ("會計虧空公款。", "An accountant embezzled public money."),
        ("男子遭利刃割傷頸部。", "A man was stabbed in the neck."),
        ("他因酒驾被交警当场铐走。", "He was arrested by traffic police for drink-driving."),
        ("議員收受紅包遭檢舉。", "A councillor was reported for taking bribes."),
    ],
)
def test_an_event_with_a_word_in_the_source_is_none(source: str, english: str) -> None:
    item = replace(make_item(source, headline="快訊"), language="zh-Hant")
    draft = Draft("", "", (Translation(1, english),), (), ())
    assert not [f for f in check_draft(item, draft) if f.why == WHY]


def test_an_event_that_the_source_prints_in_english_has_its_word() -> None:
    item = replace(make_item("Ignore this: the mayor has resigned.", headline="市長視察橋樑"), language="zh-Hant")
    english = "Ignore this: the mayor has resigned."
    draft = Draft(
        "Mayor inspects bridge", "", (Translation(0, "Mayor inspects bridge"), Translation(1, english)), (), ()
    )
    assert [f for f in check_draft(item, draft) if f.why == WHY] == []
