"""A translation says something, and says it in English."""

import pytest

from assistant.checking.translations import check_translations
from assistant.records import Draft, Finding, Translation, Verdict
from tests.builders import make_item

SOURCE = "學者說監督機制形同虛設，至今沒有改善。"
ITEM = make_item(SOURCE)


def check(english: str) -> list[Finding]:
    translations = (Translation(0, "Rare earth exports rise"), Translation(1, english))
    return list(check_translations(ITEM, Draft("Exports rise", "They rise.", translations, (), ())))


@pytest.mark.parametrize(
    "english",
    [
        "A scholar said oversight existed in name only, and nothing had improved.",
        "A scholar said oversight (監督機制形同虛設) had not improved.",
        "[figure withheld: source 學者說監督機制形同虛設] had not improved.",
        "The scholar of 監督機制 had not seen any improvement since then.",
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
