"""What somebody is said to have done in words (praised, threatened, demanded) needs a word for it in the source."""

import pytest

from assistant.checking import check_draft
from assistant.records import Attribution, Check, Claim, Draft, Finding, Name, Translation
from tests.builders import make_item

SOURCE = (
    "臨海市長林以誠表示,捷運工程明年完工。",
    "他說,經費共30億元。",
    "工會理事長方念慈批評,市府拖延三年。",
    "市府發言人否認延誤。",
    "議員高維廷警告,橋梁可能斷裂。",
)
QUOTES = ("捷運工程明年完工", "經費共30億元", "市府拖延三年", "否認延誤", "橋梁可能斷裂")
ENGLISH = (
    "Lin Yi-cheng, mayor of Linhai, said the metro would be finished next year.",
    "He said it would cost NT$3 billion.",
    "Fang Nien-tzu of the union criticised the city for three years of delay.",
    "The city spokesman denied delays.",
    "Councillor Kao Wei-ting warned that the bridge could break.",
)
NAMES = (
    Name("林以誠", "Lin Yi-cheng", "person"),
    Name("方念慈", "Fang Nien-tzu", "person"),
    Name("高維廷", "Kao Wei-ting", "person"),
)
SPEAKERS = ("Lin Yi-cheng", "Lin Yi-cheng", "Fang Nien-tzu", "", "Kao Wei-ting")


def check(sentence: int, act: str, told: str = "") -> list[Finding]:
    item = make_item(*SOURCE, headline="快訊")
    english = tuple(told if told and n == sentence - 1 else each for n, each in enumerate(ENGLISH))
    place = sentence - 1
    attribution = Attribution("", SPEAKERS[place], act)
    claim = Claim(ENGLISH[place], (sentence,), QUOTES[place], attribution)
    translations = tuple(Translation(n, text) for n, text in enumerate(("News in brief", *english)))
    findings = check_draft(item, Draft("News in brief", "News in brief.", translations, (claim,), NAMES))
    return [finding for finding in findings if finding.verdict.is_flag]


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        *((1, act) for act in ("praised", "threatened", "criticised", "welcomed", "demanded", "condemned", "thanked")),
        *((3, act) for act in ("praised", "promised", "welcomed", "apologised")),
        *((4, act) for act in ("praised", "promised", "demanded")),
        *((5, act) for act in ("praised", "promised", "thanked")),
    ],
)
def test_an_act_of_which_the_cited_sentences_have_no_word_is_flagged(sentence: int, act: str) -> None:
    assert [finding.english for finding in check(sentence, act)] == [act]


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        *((1, act) for act in ("said", "announced", "stated", "promised", "pledged")),
        *((3, act) for act in ("criticised", "accused", "condemned", "slammed")),
        *((4, act) for act in ("denied", "rejected")),
        (5, "warned"),
    ],
)
def test_an_act_that_the_sentences_may_tell_is_not(sentence: int, act: str) -> None:
    assert check(sentence, act) == []


@pytest.mark.parametrize(
    "told",
    [
        "Lin Yi-cheng praised the metro workers.",
        "Lin Yi-cheng welcomed the metro.",
        "Lin Yi-cheng condemned the builders.",
        "Lin Yi-cheng mocked the builders.",
    ],
)
def test_a_translation_that_tells_an_act_of_which_its_sentence_has_no_word_is_flagged(told: str) -> None:
    assert any("no word" in finding.why for finding in check(1, "said", told))


COUNCIL = (
    "漢原市長林海安說,捷運是新起點。",
    "反對黨議員周立文批評預算浮編,並否認曾與廠商私下會面。",
    "工會理事長方念慈承認溝通不足,並承諾下週提出新方案。",
    "他還警告,若不改善將罷工。",
)
COUNCIL_NAMES = (
    Name("林海安", "Lin Hai-an", "person"),
    Name("周立文", "Chou Li-wen", "person"),
    Name("方念慈", "Fang Nien-tzu", "person"),
)


def check_summary(summary: str) -> list[str]:
    item = make_item(*COUNCIL, headline="快訊")
    found = check_draft(item, Draft("", summary, (), (), COUNCIL_NAMES))
    return [f.why for f in found if f.verdict.is_flag and f.check is Check.ATTRIBUTION]


@pytest.mark.parametrize(
    ("summary", "why"),
    [
        ("The budget is disputed. Chou Li-wen admitted having met contractors.", "方念慈 admitted"),
        ("The budget is disputed. Chou admitted having met contractors.", "方念慈 admitted"),
        ("Chou Li-wen promised to meet contractors.", "方念慈 promised"),
        ("Lin Hai-an condemned the opposition.", "name 林海安"),
        ("Lin Hai-an apologised to the union.", "name 林海安"),
        ("Fang Nien-tzu said it was unclear. Lin Hai-an promised a new plan.", "方念慈 promised"),
    ],
)
def test_a_summary_gives_a_person_no_act_that_only_the_sentences_of_others_have(summary: str, why: str) -> None:
    (found,) = check_summary(summary)
    assert why in found


@pytest.mark.parametrize(
    "summary",
    [
        "Chou Li-wen criticised the budget and denied having met contractors.",
        "Chou denied having met contractors.",
        "Fang Nien-tzu admitted poor communication.",
        "Fang promised a new plan next week.",
        "Fang warned of a strike.",
        "Lin Hai-an said the metro was a new beginning.",
        "Chou Li-wen has not admitted anything.",
        "Somebody admitted poor communication.",
        "The union promised a new plan.",
    ],
)
def test_the_acts_of_a_person_s_own_sentences_are_right(summary: str) -> None:
    assert check_summary(summary) == []
