"""A not, an if or a may of the source that no word of the English tells is flagged; other words for it are none."""

from dataclasses import replace

import pytest

from assistant.checking.bearers import Bearers
from assistant.checking.certainty import ADDED, DROPPED, MADE_SURE, check_certainty, check_turned
from assistant.checking.tracing import Tracer
from assistant.checking.whole import BEARER_CHECKS, NAME_CHECKS
from assistant.glossary import layer
from assistant.records import Claim, Draft, Translation
from tests.builders import make_item

ITEM = make_item(
    "總統並未考慮訪美。",
    "若協商破局，工會最快下週罷工。",
    "分析師說，韓元可能跌破1,450。",
    "公司否認惡意停工，並說願意協商。",
    "三星電子正考慮擴建晶片廠。",
    "當時工會並未取得加薪。",
    headline="勞資談判",
)
TOLD = (
    "The president is not considering a visit to the US.",
    "If talks fail, the union will strike next week at the earliest.",
    "An analyst said that the won could fall below 1,450.",
    "The company denied that it had stopped work maliciously and said that it was willing to negotiate.",
    "Samsung Electronics is considering an expansion of its chip plant.",
    "The union did not obtain a pay rise then.",
)


def translate(segment: int, english: str) -> list[str]:
    draft = Draft("", "", (Translation(segment, english),), (), ())
    return [f.why.split("(")[1].split(")")[0] for f in check_certainty(Tracer(ITEM, draft, layer(())))]


def claim(segment: int, english: str, quote: str) -> int:
    draft = Draft("", "", (), (Claim(english, (segment,), quote),), ())
    return len(check_certainty(Tracer(ITEM, draft, layer(()))))


def summarise(english: str) -> list[str]:
    translations = tuple(Translation(n + 1, text) for n, text in enumerate(TOLD))
    draft = Draft("", english, translations, (), ())
    return [f.why for f in check_turned(Bearers(Tracer(ITEM, draft, layer(()))))]


@pytest.mark.parametrize(
    ("segment", "english", "dropped"),
    [
        (1, "The president is considering a visit to the US.", "並未"),
        (2, "The union will strike next week at the earliest.", "若"),
        (3, "An analyst said that the won will fall below 1,450.", "可能"),
        (4, "The company said that it had stopped work maliciously and was willing to negotiate.", "否認"),
        (5, "Samsung Electronics has expanded its chip plant.", "考慮"),
        (6, "The union obtained a pay rise then.", "並未"),
    ],
)
def test_what_a_translation_drops_is_flagged(segment: int, english: str, dropped: str) -> None:
    assert translate(segment, english) == [dropped]


@pytest.mark.parametrize(
    ("segment", "english"),
    [
        *enumerate(TOLD, 1),
        (1, "A visit to the US is out of the question for the president."),
        (2, "Failing an agreement the union will strike next week."),
        (3, "An analyst fears that the won will fall below 1,450."),
        (4, "The company rejected accusations of having stopped work maliciously; it was willing to negotiate."),
        (5, "Samsung Electronics is mulling a larger chip plant."),
        (3, "A won below 1,450 is in the pipeline, an analyst said."),
        (4, "The company shot down talk of a malicious stop and said that it was willing to negotiate."),
        (5, "A larger chip plant is on the table at Samsung Electronics."),
        (3, "A won below 1,450 is on the cards, an analyst said."),
        (6, "The union failed to win a pay rise then."),
    ],
)
def test_other_words_for_it_are_not(segment: int, english: str) -> None:
    assert translate(segment, english) == []


def test_a_claim_is_held_against_the_passage_that_it_quotes_alone() -> None:
    assert claim(4, "The company admits that it stopped work maliciously.", "公司否認惡意停工") == 1
    assert claim(4, "The company is willing to negotiate.", "並說願意協商") == 0
    assert claim(4, "The company is willing to negotiate.", "公司同意協商") == 0  # no quotation: told by another check


@pytest.mark.parametrize(
    ("english", "why"),
    [
        ("The president is considering a visit to the US.", [DROPPED]),
        ("Talks go on; the union obtained a pay rise.", [DROPPED]),
        ("Samsung Electronics is not considering an expansion of its chip plant.", [ADDED]),
        ("The company admitted that it had stopped work maliciously.", [DROPPED]),
        ("The president is not considering a visit to the US, and the union did not obtain a pay rise.", []),
        ("The union failed to obtain a pay rise, and Samsung is considering an expansion.", []),
        ("A visit to the US is not on the president's mind.", []),
        ("The company is willing to negotiate.", []),
        ("The won will fall below 1,450, an analyst said.", [MADE_SURE]),
        ("The won is likely to fall below 1,450, an analyst said.", []),
    ],
)
def test_a_summary_that_turns_a_translation_round_is_flagged(english: str, why: list[str]) -> None:
    assert summarise(english) == why


def test_one_of_two_negations_that_is_dropped_is_flagged_and_what_only_looks_like_one_is_not() -> None:
    item = make_item("總統並未考慮訪美，外傳的高峰會並非事實。", "市府將終止契約並沒收保證金。")
    texts = ("The president is considering a visit; reports of a summit are not true.", "The city will keep the bond.")
    draft = Draft("", "", tuple(Translation(n + 1, text) for n, text in enumerate(texts)), (), ())
    assert [f.place.index for f in check_certainty(Tracer(item, draft, layer(())))] == [1]


def test_characters_of_names_make_no_condition() -> None:
    item = make_item("檢察官郎若梅說，診所已償還1,950萬元。")
    draft = Draft(
        "", "", (Translation(1, "Prosecutor Lang Jo-mei said that the clinic paid back NT$19.5 million."),), (), ()
    )
    assert check_certainty(Tracer(item, draft, layer(()))) == ()


def test_both_are_checks_of_every_draft() -> None:
    assert check_certainty in NAME_CHECKS
    assert check_turned in BEARER_CHECKS


@pytest.mark.parametrize(
    ("source", "told", "summary", "why"),
    [
        (
            "颱風可能在週末登陸。",
            "The typhoon may make landfall on Sunday.",
            "{0} will make landfall on Sunday.",
            MADE_SURE,
        ),
        ("颱風可能在週末登陸。", "The typhoon may make landfall on Sunday.", "{0} is tipped to make landfall.", ""),
        ("颱風可能在週末登陸。", "The typhoon may make landfall on Sunday.", "{0} would make landfall on Sunday.", ""),
        ("颱風能在週末登陸。", "The typhoon could make landfall on Sunday.", "{0} makes landfall on Sunday.", ""),
        ("外國旅客可停留30天。", "Foreign visitors may stay 30 days.", "Foreign visitors stay 30 days.", ""),
        ("持證者得以免費入場。", "Card holders may enter the park.", "Card holders enter the park free.", ""),
    ],
)
def test_a_may_that_permits_or_is_able_leaves_nothing_open(source: str, told: str, summary: str, why: str) -> None:
    draft = Draft("", summary.format("The typhoon"), (Translation(1, told),), (), ())
    found = check_turned(Bearers(Tracer(make_item(source, headline="快訊"), draft, layer(()))))
    assert [finding.why for finding in found] == [why] * bool(why)


@pytest.mark.parametrize(
    ("language", "source", "right", "wrong"),
    [
        ("zh-Hans", "曹卫民表示不上诉。", "Cao said he would not appeal.", "Cao said he would appeal."),
        (
            "zh-Hant",
            "政府現階段無意加稅。",
            "The government does not intend a tax rise.",
            "The government intends a tax rise.",
        ),
        ("zh-Hans", "其当事人不构成行贿罪。", "Her client was not guilty.", "Her client was guilty."),
        (
            "zh-Hant",
            "若預算未過，通車時間將變。",
            "The opening will slip unless the budget is passed.",
            "If the budget is passed, the opening will slip.",
        ),
        (
            "ja",
            "志賀原発に異常はないと説明した。",
            "It found no abnormalities at the plant.",
            "It disclosed abnormalities at the plant.",
        ),
        ("ja", "余震が続く恐れがあり、注意が必要だ。", "Aftershocks may continue.", "Aftershocks continue for a week."),
        (
            "ja",
            "首相は解散を見送る方向だ。",
            "The prime minister will put off an election.",
            "The prime minister leans towards an election.",
        ),
    ],
)
def test_a_not_of_a_verb_is_told(language: str, source: str, right: str, wrong: str) -> None:
    item = replace(make_item(source, headline="快訊"), language=language)
    for english, is_flagged in ((right, False), (wrong, True)):
        draft = Draft("", "", (Translation(1, english),), (), ())
        assert bool(check_certainty(Tracer(item, draft, layer(())))) == is_flagged, english


@pytest.mark.parametrize(
    ("language", "source", "english"),
    [
        ("zh-Hant", "他不得不辭職。", "He had to resign."),
        ("zh-Hant", "他未來將參選。", "He is to stand for election."),
        ("ja", "間もなく発表する。", "It will be announced soon."),
        ("ja", "「申し訳ありませんでした」と頭を下げた。", "He bowed and apologised."),
        ("ja", "急がなければならない。", "It must be done quickly."),
    ],
)
def test_what_only_looks_like_a_not_is_none(language: str, source: str, english: str) -> None:
    item = replace(make_item(source, headline="快訊"), language=language)
    assert check_certainty(Tracer(item, Draft("", "", (Translation(1, english),), (), ()), layer(()))) == ()


@pytest.mark.parametrize(
    ("english", "flags"), [("Prosecutors will let the ruling stand.", 0), ("They will appeal.", 1)]
)
def test_who_lets_a_ruling_stand_does_not_appeal(english: str, flags: int) -> None:
    item = make_item("檢方決定不上訴。")
    draft = Draft("", "", (Translation(1, english),), (), ())
    assert len(check_certainty(Tracer(item, draft, layer(())))) == flags
