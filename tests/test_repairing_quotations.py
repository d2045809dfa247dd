"""A quotation of words that came through another language is marked where the model did not mend it."""

from assistant.checking import check_draft
from assistant.records import Claim, Draft, Item, Translation
from assistant.repairing import Repaired, mark, withhold
from tests.builders import make_item

ITEM = make_item("川普說：「我們會得到85億美元，也會得到想要的。」", "會議沒有結論。", headline="川普談協議")
ENGLISH = 'Trump said: "We will get US$85 billion and what we want", and "we will get it".'
INVENTED = 'The meeting ended with "nothing is agreed yet".'


def settle(item: Item, state: Repaired) -> Repaired:
    return withhold(item, mark(item, state, check_draft), check_draft)


def mended() -> Repaired:
    claims = (Claim('Trump: "We will get what we want."', (1,), "我們會得到85億美元"),)
    draft = Draft("Trump on the deal", "", (Translation(1, ENGLISH), Translation(2, INVENTED)), claims, ())
    return settle(ITEM, Repaired(draft, check_draft(ITEM, draft)))


def test_each_is_marked_and_no_flag_of_it_is_left_and_the_figure_in_it_is_withheld_as_well() -> None:
    after = mended()
    assert after.draft.translation(1) == (
        'Trump said: "We will get [figure withheld: source 85億美元] and what we want" [retranslated], '
        'and "we will get it" [retranslated].'
    )
    assert after.draft.claims[0].english == 'Trump: "We will get what we want." [retranslated]'
    assert {f.place.index for f in after.findings if f.check == "quotation" and f.verdict.is_flag} == {2}


def test_what_the_source_quotes_from_nobody_stays_as_it_is_and_flagged() -> None:
    assert mended().draft.translation(2) == INVENTED


def test_what_was_marked_is_in_the_list_of_repairs_and_withholding_twice_changes_nothing() -> None:
    once = mended()
    assert any("retranslated quotation" in repair.why for repair in once.repairs)
    assert settle(ITEM, once) == once


def test_a_mark_that_says_less_is_replaced_and_an_altered_slogan_is_not_passed_off_as_retranslated() -> None:
    item = make_item("川普說：「我們會得到想要的。」", "他高喊「America First」。", headline="川普談協議")
    texts = ('Trump: "We will get what we want." [translated from Chinese]', 'He shouted "America Always First".')
    draft = Draft("Trump on the deal", "", (Translation(1, texts[0]), Translation(2, texts[1])), (), ())
    after = settle(item, Repaired(draft, check_draft(item, draft)))
    assert after.draft.translation(1) == 'Trump: "We will get what we want." [retranslated]'
    assert after.draft.translation(2) == texts[1]
    assert [f.expected for f in after.findings if f.check == "quotation" and f.verdict.is_flag] == ["America First"]


def test_words_of_a_speaker_of_the_sources_language_are_marked_as_translated_wherever_they_stand() -> None:
    item = make_item("部長林柏舟說：「明年不會再加稅，也不會減稅。」", "會議沒有結論。", headline="部長談稅")
    quoted = "“There will be no more tax rises next year, nor tax cuts.”"
    claims = (Claim(f"Minister Lin Po-chou said: {quoted}", (1,), "明年不會再加稅，也不會減稅"),)
    texts = (Translation(1, f"Minister Lin Po-chou (林柏舟) said: {quoted}"), Translation(2, "There was no result."))
    draft = Draft(f"Lin: {quoted}", f"Lin Po-chou said: {quoted}", texts, claims, ())
    after = settle(item, Repaired(draft, check_draft(item, draft)))
    assert [text.count("[translated]") for text in after.draft.texts] == [1, 1, 1, 1, 0]
    assert not [f for f in after.findings if f.check == "quotation"]


def test_a_mark_that_stands_there_is_not_doubled_and_a_term_in_quotation_marks_gets_none() -> None:
    item = make_item("部長林柏舟說：「明年不會再加稅，也不會減稅。」", "他稱之為「三不政策」。", headline="部長談稅")
    marked = "Minister Lin Po-chou said: “There will be no more tax rises next year, nor tax cuts” [translated]."
    draft = Draft("", "", (Translation(1, marked), Translation(2, "He called it the “three noes policy”.")), (), ())
    assert settle(item, Repaired(draft, check_draft(item, draft))).draft == draft
