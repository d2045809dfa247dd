"""A court that acts where the source names prosecutors is flagged; an organ that a sentence may mean is not."""

import pytest

from assistant.checking.bearers import Bearers
from assistant.checking.organs import check_organs
from assistant.checking.tracing import Tracer
from assistant.checking.whole import BEARER_CHECKS
from assistant.glossary import load_shipped
from assistant.records import Claim, Draft, Translation
from tests.builders import make_item


def check(source: str, english: str) -> list[tuple[str, str]]:
    draft = Draft("", "", (Translation(1, english),), (Claim(english, (1,), source),), ())
    found = check_organs(Bearers(Tracer(make_item(source, headline="快訊"), draft, load_shipped())))
    return [(finding.english.strip(), finding.source) for finding in found]


@pytest.mark.parametrize(
    ("source", "english", "wrong", "right"),
    [
        ("檢方昨天起訴林男。", "The court indicted a man named Lin yesterday.", "court", "檢方"),
        ("檢方昨天起訴林男。", "A man named Lin was indicted by the court yesterday.", "court", "檢方"),
        ("行政院通過法案。", "The legislature has passed the bill.", "legislature", "行政院"),
        ("法院裁定羈押林男。", "Prosecutors ordered the detention of a man named Lin.", "Prosecutors", "法院"),
        ("立法院三讀通過法案。", "The Cabinet passed the bill.", "Cabinet", "立法院"),
        ("警方逮捕林男。", "Prosecutors arrested a man named Lin.", "Prosecutors", "警方"),
        ("检察机关提起公诉。", "The police filed charges.", "police", "检察"),
        ("閣議で予算案が決まった。", "Parliament approved the draft budget.", "Parliament", "閣議"),
    ],
)
def test_an_organ_in_the_place_of_another_is_flagged(source: str, english: str, wrong: str, right: str) -> None:
    assert check(source, english) == [(wrong, right)] * 2


@pytest.mark.parametrize(
    ("source", "english"),
    [
        ("檢方起訴，林男被判刑三年。", "Prosecutors brought charges and a court sentenced Lin to three years."),
        ("檢察官向法院聲請羈押。", "Prosecutors asked the court for a detention order, and the court heard them."),
        ("檢方昨天起訴林男。", "A man named Lin was charged in court yesterday."),
        ("警方移送林男，全案偵辦中。", "Police handed Lin over, and prosecutors opened an inquiry, police said."),
        ("行政院長赴立院報告。", "Lawmakers heard the premier."),
        ("他被依詐欺罪起訴。", "Prosecutors charged him with fraud."),
    ],
)
def test_an_organ_that_a_sentence_may_mean_or_beside_the_right_one_is_none(source: str, english: str) -> None:
    assert check(source, english) == []


def test_a_summary_is_held_against_the_sentence_that_it_tells() -> None:
    item = make_item("檢方昨天起訴林男詐欺。", "法院今天開庭。", headline="快訊")
    told = (
        Translation(1, "Prosecutors indicted Lin for fraud yesterday."),
        Translation(2, "The court held a hearing today."),
    )
    wrong, right = (
        "The court indicted Lin for fraud.",
        "Prosecutors indicted Lin for fraud. The court held a hearing.",
    )
    found = [
        [f.english for f in check_organs(Bearers(Tracer(item, Draft("", summary, told, (), ()), load_shipped())))]
        for summary in (wrong, right)
    ]
    assert found == [["court"], []]
    assert check_organs in BEARER_CHECKS
