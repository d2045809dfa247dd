"""A summary that tells a plan as done, or what is done as a plan, is flagged; what the sentence may mean is not."""

from dataclasses import replace

import pytest

from assistant.checking.bearers import Bearers
from assistant.checking.foretold import check_foretold
from assistant.checking.tracing import Tracer
from assistant.checking.whole import BEARER_CHECKS
from assistant.glossary import load_shipped
from assistant.records import Claim, Draft, Field, Finding, Translation
from tests.builders import make_item

HUB = ("市府擬在明年三月啟用轉運站。", "The city plans to open the transit hub next March.")
APPEAL = ("检方对两人的无罪判决提出上诉。", "Prosecutors appealed the acquittal of both men.")
SPEECH = ("總統將於週五發表演說。", "The president will give a speech on Friday.")
UNITS = ("公司昨天關閉兩座機組。", "The company closed two generating units yesterday.")


def check(source: str, english: str, summary: str, *claims: Claim) -> tuple[Finding, ...]:
    item = replace(make_item(source, headline="快訊"), language="zh-Hant")
    draft = Draft(summary, summary, (Translation(1, english),), claims, ())
    return check_foretold(Bearers(Tracer(item, draft, load_shipped())))


@pytest.mark.parametrize(
    ("pair", "summary", "words"),
    [
        (HUB, "The city opened the transit hub.", "擬"),
        (HUB, "The city has opened the transit hub.", "擬"),
        (SPEECH, "The president gave a speech on Friday.", "將於"),
        (APPEAL, "Prosecutors will appeal the acquittal of both men.", "as done"),
        (APPEAL, "Prosecutors plan to appeal the acquittal of both men.", "as done"),
        (UNITS, "The company is going to close two generating units.", "as done"),
    ],
)
def test_what_is_planned_and_what_is_done_are_told_apart(pair: tuple[str, str], summary: str, words: str) -> None:
    found = check(*pair, summary)
    assert [finding.place.field for finding in found] == [Field.HEADLINE, Field.SUMMARY]
    assert all(words in finding.why for finding in found)


@pytest.mark.parametrize(
    ("pair", "summary"),
    [
        (HUB, "The city will open the transit hub."),
        (HUB, "The transit hub opens next March."),
        (HUB, "The city opened the bidding for a school."),
        (("检方会对两人的无罪判决提出上诉。", APPEAL[1]), "Prosecutors will appeal the acquittal of both men."),
        (APPEAL, "Prosecutors appealed; both men will stay at home."),
        (
            ("公司宣布關閉機組。", "The company announced the closure of two units."),
            "The company will close two units.",
        ),
        (("公司昨天關閉兩座機組，明年將再關一座。", UNITS[1]), "The company will close two generating units."),
    ],
)
def test_what_the_sentence_may_mean_raises_nothing(pair: tuple[str, str], summary: str) -> None:
    assert check(*pair, summary) == ()


def test_a_plan_that_is_told_as_done_elsewhere_in_the_item_says_nothing() -> None:
    item = make_item(HUB[0], "南站去年已啟用轉運站。", headline="快訊")
    told = (Translation(1, HUB[1]), Translation(2, "South station opened the transit hub last year."))
    draft = Draft("", "The city opened the transit hub.", told, (), ())
    assert check_foretold(Bearers(Tracer(item, draft, load_shipped()))) == ()


def test_a_claim_that_quotes_the_plan_is_told_of_once() -> None:
    claims = (
        Claim("The city opened the transit hub.", (1,), HUB[0]),
        Claim("The city opened the transit hub.", (1,), "啟用轉運站"),
    )
    assert [f.place.index for f in check(*HUB, "", *claims)] == [1]
    assert check_foretold in BEARER_CHECKS
