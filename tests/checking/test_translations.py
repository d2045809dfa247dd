"""A translation says something, and says it in English."""

import pytest

from assistant.checking.translations import check_translations
from assistant.records import Draft, Field, Finding, Place, Translation, Verdict
from assistant.reporting.wording import contrast
from tests.builders import make_item

SOURCE = "學者說監督機制形同虛設，至今沒有改善。"
ITEM = make_item(SOURCE)
RIGHT = (Translation(0, "Rare earth exports rise"),)
FULL = "A scholar said oversight existed in name only, and nothing had improved."


def check(english: str) -> list[Finding]:
    translations = (*RIGHT, Translation(1, english))
    return list(check_translations(ITEM, Draft("Exports rise", "They rise.", translations, (), ())))


@pytest.mark.parametrize(
    "english",
    [
        "A scholar said oversight existed in name only, and nothing had improved.",
        "A scholar said oversight (監督機制形同虛設) had not improved.",
        "[figure withheld: source 學者說監督機制形同虛設] had not improved.",
        "A scholar said so on 20 October [昨(20)日] of 《三國，演義》 and the N95 and F16戰機 of the force.",
    ],
)
def test_english_with_original_words_in_brackets_is_a_translation(english: str) -> None:
    assert check(english) == []


@pytest.mark.parametrize("english", ["", " ", "...", "—", "「」"])
def test_a_translation_without_a_word_is_none(english: str) -> None:
    (finding,) = check(english)
    assert (finding.verdict, finding.why) == (Verdict.OMITTED, "not translated")


@pytest.mark.parametrize(
    "english",
    [
        SOURCE,
        "A scholar of the oversight body 說，全縣共設 412 polling stations, of which 3 had to begin late.",
        "A scholar of the oversight body said that 全縣共設412個投開票所 were there, of which 3 had to begin late.",
        "学者说监督机制形同虚设，至今没有改善。",
        "A scholar said 監督機制形同虛設, and nothing had improved since.",
        "The scholar who had been asked about it all said in his long answer that 監督機制形同虛設 to this very day.",
    ],
)
def test_a_clause_that_is_left_in_chinese_is_flagged(english: str) -> None:
    (finding,) = check(english)
    assert (finding.verdict, finding.why) == (Verdict.UNSUPPORTED, "left in the source's language")


@pytest.mark.parametrize(
    ("english", "left"),
    [
        ("The scholar of 監督機制 had not seen any improvement since then.", "監督機制"),
        ("The city announced 停班停課 and opened 收容所.", "停班停課"),
        ("Three hundred 人受傷.", "人受傷"),
        ("三百人 were injured in the storm that hit the coast.", "三百人"),
        ("In all 27 人 were injured in the storm.", "人"),
        ("The 停課 order was given by Mayor Chen before noon.", "停課"),
        ("It was Mayor 陳其邁 who gave the order before noon.", "陳其邁"),
        ("The wave reached the オフィス of the company at night.", "オフィス"),
    ],
)
def test_words_that_are_left_in_the_middle_of_english_are_named(english: str, left: str) -> None:
    (finding,) = check(english)
    assert (finding.verdict, finding.why) == (Verdict.UNSUPPORTED, f"«{left}» is left in the source's language")
    (finding,) = check_translations(ITEM, Draft("Exports rise", english, (*RIGHT, Translation(1, FULL)), (), ()))
    assert finding.place == Place(Field.SUMMARY)


@pytest.mark.parametrize(
    "english",
    [
        "President Xi Jinping (習近平) met the scholar.",
        "President Xi Jinping 習近平 met the scholar of the Kuomintang 國民黨 in Taipei.",
        "The city suspended work and classes [停班停課] and opened shelters (收容所).",
        "The city announced 停班停課 (the suspension of work and classes).",
        "The city announced 停班停課, or a suspension of work and classes, and 收容所 – shelters – were opened.",
        "The city announced “停班停課” and opened 「收容所」 for 'のぞみ' passengers.",
        "The character 黨 is missing, and the words 台灣 and 中華民國 are printed.",
        "The machines are known as 夾娃娃機 and the pun on 蔡 was seen.",
        "The shares of SMBC日興 and the F16戰機 rose [figure withheld: source 85億美元].",
        "On 20 October [昨(20)日] the scholar wrote about 《三國》.",
    ],
)
def test_original_script_that_is_glossed_beside_its_name_or_spoken_of_is_right(english: str) -> None:
    assert check(english) == []


@pytest.mark.parametrize(
    ("source", "english"),
    [
        ("市府宣布停班停課，並開放收容所。", "[text breaks off]"),
        ("市府宣布停班停課，並開放收容所。", "([The source is unclear.])"),
        ("三百人受傷。", "[text breaks off]"),
        ("民眾驚慌逃離家園，市府呼籲冷靜，市長徐大同並指出損失", "[Chinese text]"),
    ],
)
def test_a_note_alone_is_no_translation(source: str, english: str) -> None:
    item = make_item(source)
    (finding,) = check_translations(item, Draft("Rain", "It rained.", (*RIGHT, Translation(1, english)), (), ()))
    assert (finding.verdict, finding.why) == (Verdict.OMITTED, "not translated: there is nothing but a note")


@pytest.mark.parametrize(
    ("source", "english"),
    [
        ("（下略）", "[rest omitted]"),
        ("未完待續", "[to be continued]"),
        ("【記者王小明／台北報導】", "[Reporter Wang Hsiao-ming, Taipei]"),
        ("【本段內容從缺】", "[missing]"),
        ("圖為颱風過後的現場畫面。", "[The photograph shows the scene after the typhoon.]"),
        ("委員會將於...", "The committee will ... [text breaks off]"),
    ],
)
def test_a_note_for_a_note_and_a_caption_in_brackets_are_translations(source: str, english: str) -> None:
    item = make_item(source)
    draft = Draft("Rain", "It rained.", (*RIGHT, Translation(1, english)), (), ())
    assert list(check_translations(item, draft)) == []


@pytest.mark.parametrize("english", ["Untold.", "A scholar spoke.", "S. [more of it]"])
def test_a_translation_far_too_short_for_its_sentence_leaves_most_of_it_out(english: str) -> None:
    (finding,) = check(english)
    assert (finding.verdict, finding.place, finding.source) == (Verdict.OMITTED, Place(Field.TRANSLATION, 1), SOURCE)
    assert finding.why == "not translated in full: this is far too short for its sentence"


def test_a_long_name_may_be_abbreviated() -> None:
    item = make_item("對外貿易發展協會（中華民國）")
    draft = Draft("Rain", "It rained.", (*RIGHT, Translation(1, "TAITRA")), (), ())
    assert list(check_translations(item, draft)) == []


@pytest.mark.parametrize("summary", ["", " ", "...", "—"])
def test_a_summary_without_a_word_is_flagged(summary: str) -> None:
    translations = (*RIGHT, Translation(1, "A scholar said oversight existed in name only."))
    (finding,) = check_translations(ITEM, Draft("Exports rise", summary, translations, (), ()))
    assert (finding.verdict, finding.place) == (Verdict.OMITTED, Place(Field.SUMMARY))
    assert contrast(finding) == "a summary is left out of the English"
