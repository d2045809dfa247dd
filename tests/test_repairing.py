"""Repair asks for just what failed, takes only what checks better, and fails closed."""

import json
import re
from dataclasses import replace
from functools import partial

import pytest

from assistant.checking import check_draft
from assistant.errors import TimedOutError, WrongKeyError
from assistant.prompts import load_prompt
from assistant.records import (
    Attribution,
    Authority,
    Claim,
    Draft,
    Field,
    Name,
    Request,
    Term,
    Translation,
    Verdict,
)
from assistant.repairing import CALLS_AT_MOST, Repaired, repair_draft, withhold
from tests.builders import make_item
from tests.fakes import ScriptedModel

PROMPT = load_prompt("repair")
ITEM = make_item("公司簽署85億美元協議。", "約2,300人受影響。")
WRONG = Draft(
    headline="Company signs US$8.5 billion deal",
    summary="The company signed a US$85 billion agreement; about 2,300 people are affected.",
    translations=(
        Translation(0, "Rare earth exports grow"),
        Translation(1, "The company signed an US$8.5 billion agreement."),
        Translation(2, "About 3,200 people are affected."),
    ),
    claims=(Claim("A deal of US$8.5 billion was signed.", (1,), "簽署86億美元"),),
    names=(),
)
GOOD = {
    "summary-0": ("The company signed a US$8.5 billion agreement; about 2,300 people are affected.", ""),
    "translation-2": ("About 2,300 people are affected.", ""),
    "claim-0": ("A deal of US$8.5 billion was signed.", "簽署85億美元"),
}


def reply(**texts: tuple[str, str]) -> str:
    corrections = [{"id": i.replace("_", "-"), "english": e, "quote": q} for i, (e, q) in texts.items()]
    return json.dumps({"texts": corrections}, ensure_ascii=False)


def start() -> Repaired:
    return Repaired(WRONG, check_draft(ITEM, WRONG))


def flags(repaired: Repaired) -> list[str]:
    return [f.english for f in repaired.findings if f.verdict.is_flag]


async def test_good_corrections_are_taken_and_nothing_else_changes() -> None:
    model = ScriptedModel([reply(**GOOD)])
    repaired = await repair_draft(ITEM, start(), model, PROMPT, check_draft)
    assert flags(repaired) == []
    assert repaired.draft.headline is WRONG.headline
    assert repaired.draft.translations[1] is WRONG.translations[1]
    assert [r.place.field for r in repaired.repairs] == [Field.SUMMARY, Field.TRANSLATION, Field.CLAIM]
    assert len(model.requests) == 1


async def test_only_what_failed_is_shown_with_its_source_and_the_reason() -> None:
    model = ScriptedModel([reply(**GOOD)])
    await repair_draft(ITEM, start(), model, PROMPT, check_draft)
    user = model.requests[0].user
    assert "85億美元" in user
    assert "ten times" in user
    assert WRONG.headline not in user.replace(ITEM.text, "")


@pytest.mark.parametrize(
    "correction",
    [
        {"summary-0": ("The company signed a US$86 billion agreement.", "")},
        {"summary-0": ("", "")},
        {"nothing-7": ("Something else.", "")},
        {"headline-0": ("A headline nobody asked for", "")},
    ],
)
async def test_a_correction_that_is_no_better_is_not_taken(correction: dict[str, tuple[str, str]]) -> None:
    model = ScriptedModel(lambda request: reply(**correction))
    repaired = await repair_draft(ITEM, start(), model, PROMPT, check_draft)
    assert repaired.draft == WRONG
    assert len(model.requests) == CALLS_AT_MOST


async def test_a_call_that_fails_ends_the_repair_and_keeps_the_draft() -> None:
    model = ScriptedModel([TimedOutError("slow")])
    assert (await repair_draft(ITEM, start(), model, PROMPT, check_draft)).draft == WRONG


async def test_a_wrong_key_is_passed_on() -> None:
    with pytest.raises(WrongKeyError):
        await repair_draft(ITEM, start(), ScriptedModel([WrongKeyError("key")]), PROMPT, check_draft)


async def test_a_reply_that_is_none_counts_as_a_call_and_the_next_one_says_what_was_wrong() -> None:
    model = ScriptedModel(['{"texts": 5}', reply(**GOOD)])
    assert flags(await repair_draft(ITEM, start(), model, PROMPT, check_draft)) == []
    assert "could not be used" in model.requests[1].user
    never = ScriptedModel(lambda request: "no JSON at all")
    assert (await repair_draft(ITEM, start(), never, PROMPT, check_draft)).draft == WRONG
    assert len(never.requests) == CALLS_AT_MOST


MANY = make_item(*(f"第{n}廠雇用{n}31人。" for n in range(1, 21)))
MANY_WRONG = Draft(
    "The company reports",
    "The company reported.",
    tuple(
        Translation(s.index, f"Plant {s.index} employs {s.index}91 people." if s.index else "The company reports")
        for s in MANY.sentences
    ),
    (),
    (),
)


def correct(request: Request, *, rightly: bool) -> str:
    ids = re.findall(r'<text id="translation-(\d+)"', request.user)
    digits = "31" if rightly else "92"
    return reply(**{f"translation-{n}": (f"Plant {n} employs {n}{digits} people.", "") for n in ids})


async def test_the_thirteenth_text_is_asked_for_in_the_second_call() -> None:
    model = ScriptedModel(lambda request: correct(request, rightly=True))
    wrong = Repaired(MANY_WRONG, check_draft(MANY, MANY_WRONG))
    assert len({f.place for f in wrong.findings if f.verdict.is_flag}) == 20
    assert flags(await repair_draft(MANY, wrong, model, PROMPT, check_draft)) == []
    assert [request.user.count("<text id=") for request in model.requests] == [12, 8]


async def test_what_was_not_asked_for_goes_before_what_fails_again_and_all_that_fails_is_withheld() -> None:
    model = ScriptedModel(lambda request: correct(request, rightly=False))
    wrong = Repaired(MANY_WRONG, check_draft(MANY, MANY_WRONG))
    repaired = withhold(MANY, await repair_draft(MANY, wrong, model, PROMPT, check_draft), check_draft)
    asked = [set(re.findall(r'<text id="(\S+)"', request.user)) for request in model.requests]
    assert len(asked[0] | asked[1]) == 20
    for n in range(1, 21):
        assert repaired.draft.translation(n).startswith(f"Plant {n} employs [figure withheld: source ")


async def test_a_faultless_draft_costs_no_call() -> None:
    model = ScriptedModel([reply(**GOOD)])
    good = await repair_draft(ITEM, start(), model, PROMPT, check_draft)
    await repair_draft(ITEM, good, model, PROMPT, check_draft)
    assert len(model.requests) == 1


def test_what_still_fails_is_withheld_and_the_source_stands_in_its_place() -> None:
    settled = withhold(ITEM, start(), check_draft)
    assert settled.draft.summary == (
        "The company signed a [figure withheld: source 85億美元] agreement; about 2,300 people are affected."
    )
    assert "3,200" not in settled.draft.translation(2)
    assert not any(f.verdict is Verdict.CONTRADICTED for f in settled.findings)
    withheld = [f for f in settled.findings if f.verdict is Verdict.WITHHELD]
    assert len(withheld) == 2
    assert all(f.source_span and ITEM.read(f.source_span) == f.source for f in withheld)


@pytest.mark.parametrize(
    ("source", "english", "withheld"),
    [
        # what is left out is what was told wrongly
        ("公司毛利年增1.5倍。", "The company's gross profit grew 170 percent from a year earlier.", "1.5倍"),
        # nothing says whose words these would be
        ("全部人口外流。", "People have left, only 600 remain.", "has none"),
    ],
)
def test_a_figure_without_words_of_its_own_is_withheld_with_those_that_are_left_out(
    source: str, english: str, withheld: str
) -> None:
    item = make_item(source)
    draft = Draft("", "", (Translation(0, "Rare earth exports rise"), Translation(1, english)), (), ())
    settled = withhold(item, Repaired(draft, check_draft(item, draft)), check_draft)
    assert f"[figure withheld: source {withheld}]" in settled.draft.translation(1)


def test_withholding_twice_changes_nothing() -> None:
    once = withhold(ITEM, start(), check_draft)
    assert withhold(ITEM, once, check_draft) == once


def test_a_notice_that_the_model_wrote_itself_is_not_believed() -> None:
    draft = Draft("H", "It costs [figure withheld: source 999億歐元].", (), (), ())
    (finding,) = [f for f in check_draft(ITEM, draft) if f.check == "figure" and f.place.field is Field.SUMMARY]
    assert finding.verdict is Verdict.UNSUPPORTED


@pytest.mark.parametrize("evasion", ["OK.", "The company signed an agreement (85億美元)."])
async def test_a_text_that_says_less_is_no_correction(evasion: str) -> None:
    model = ScriptedModel(lambda request: reply(**{"summary-0": (evasion, "")}))
    assert (await repair_draft(ITEM, start(), model, PROMPT, check_draft)).draft.summary == WRONG.summary


@pytest.mark.parametrize(
    "added", ["and Mayor Chen resigned in disgrace", "said Harold Grimes", "as Wexford Holdings collapsed"]
)
async def test_a_correction_that_adds_a_name_of_its_own_is_not_taken(added: str) -> None:
    model = ScriptedModel(lambda _: reply(translation_2=(f"About 2,300 people are affected, {added}.", "")))
    repaired = await repair_draft(ITEM, start(), model, PROMPT, check_draft)
    assert repaired.draft.translations[2] is WRONG.translations[2]
    assert repaired.repairs == ()


@pytest.mark.parametrize(
    "added",
    ["and residents are afraid to return home", "which surprised investors", "after a bitter quarrel in parliament"],
)
async def test_a_correction_that_adds_a_clause_of_its_own_is_not_taken(added: str) -> None:
    longer = {text: (f"{GOOD[text][0][:-1]}, {added}.", "") for text in ("summary-0", "translation-2")}
    repaired = await repair_draft(ITEM, start(), ScriptedModel(lambda _: reply(**longer)), PROMPT, check_draft)
    assert repaired.draft.texts == WRONG.texts


async def test_a_clause_that_was_left_out_may_be_added_with_its_figure() -> None:
    item = make_item("火警造成4人死亡、17人受傷。")
    draft = Draft("Fire", "", (Translation(0, "Rare earths"), Translation(1, "The fire killed four people.")), (), ())
    whole = "The fire killed four people, while 17 others suffered injuries."
    model = ScriptedModel(lambda _: reply(**{"translation-1": (whole, "")}))
    repaired = await repair_draft(item, Repaired(draft, check_draft(item, draft)), model, PROMPT, check_draft)
    assert repaired.draft.translation(1) == whole


async def test_what_was_left_in_chinese_may_be_told_in_new_words() -> None:
    item = make_item("業主否認控罪，並已離開香港。")
    draft = Draft("", "", (Translation(1, "The owner denied the charge, 並已離開香港."),), (), ())
    whole = "The owner denied the charge, and has since left the territory."
    model = ScriptedModel(lambda _: reply(**{"translation-1": (whole, "")}))
    repaired = await repair_draft(item, Repaired(draft, check_draft(item, draft)), model, PROMPT, check_draft)
    assert repaired.draft.translation(1) == whole


async def test_what_has_no_english_of_its_own_is_asked_for_without_one() -> None:
    state = Repaired(WRONG, check_draft(ITEM, replace(WRONG, translations=WRONG.translations[:2])))
    model = ScriptedModel([reply(**GOOD)] * 2)
    await repair_draft(ITEM, state, model, PROMPT, check_draft)
    (line,) = [line for line in model.requests[0].user.splitlines() if "not translated" in line]
    assert line == "wrong: translation «»: not translated; the source has 約2,300人受影響。"


async def test_a_misspelt_name_is_mended_where_it_stands_and_its_pair_and_attribution_follow() -> None:
    item = make_item("市長葛若楓說會盡快改善。")
    terms = (Term(("葛若楓",), ("Ko Jo-feng",), "person", authority=Authority.LEARNED),)
    claim = Claim("The mayor promised improvement.", (1,), "會盡快改善", Attribution(speaker="Ke Ruofeng", act="said"))
    texts = (Translation(0, "Exports grow"), Translation(1, "Mayor Ke Ruofeng (葛若楓) said it would improve."))
    draft = Draft("Exports grow", "Ke Ruofeng said so.", texts, (claim,), (Name("葛若楓", "Ke Ruofeng", "person"),))
    check = partial(check_draft, terms=terms)
    good = {
        "summary-0": ("Ko Jo-feng said so.", ""),
        "translation-1": (texts[1].english.replace("Ke Ruofeng", "Ko Jo-feng"), ""),
    }
    half = await repair_draft(
        item,
        Repaired(draft, check(item, draft)),
        ScriptedModel([reply(summary_0=good["summary-0"])] * 2),
        PROMPT,
        check,
    )
    assert half.draft.names == draft.names
    whole = await repair_draft(item, Repaired(draft, check(item, draft)), ScriptedModel([reply(**good)]), PROMPT, check)
    assert flags(whole) == []
    assert whole.draft.names[0].english == whole.draft.claims[0].attribution.speaker == "Ko Jo-feng"
    assert whole.draft.claims[0].english is claim.english


async def test_a_sentence_told_in_a_word_may_gain_all_that_it_left_out() -> None:
    item = make_item("陳柏豪晚間宣布敗選，說將尊重結果，不會提出訴訟。")
    full = "Chen Po-hao conceded in the evening, said he would respect the result and would not go to court."
    names = (Name("陳柏豪", "Chen Po-hao", "person"),)
    draft = Draft("Election", "The votes are counted.", (Translation(1, "Told."),), (), names)
    model = ScriptedModel(lambda _: reply(**{"translation-1": (full, "")}))
    repaired = await repair_draft(item, Repaired(draft, check_draft(item, draft)), model, PROMPT, check_draft)
    assert repaired.draft.translation(1) == full
