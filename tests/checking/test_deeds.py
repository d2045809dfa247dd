"""A deed between two without a name is not turned round; where a sentence may say so, nothing is flagged."""

from dataclasses import replace

import pytest

from assistant.checking.deeds import check_doers
from assistant.checking.tracing import Tracer
from assistant.checking.whole import NAME_CHECKS
from assistant.glossary import layer
from assistant.records import Draft, Finding, Translation
from tests.builders import make_item
from tests.growth import grows_linearly


def check(source: str, english: str, *, language: str = "zh-Hant") -> tuple[Finding, ...]:
    item = replace(make_item(source, headline="快訊"), language=language)
    return check_doers(Tracer(item, Draft("", "", (Translation(1, english),), (), ()), layer(())))


@pytest.mark.parametrize(
    ("source", "english", "language"),
    [
        ("公司要求工會停止罷工。", "The union demanded that the company stop.", "zh-Hant"),
        ("工會昨天控告公司。", "The company sued the union.", "zh-Hant"),
        ("工會遭公司控告。", "The union sued the company.", "zh-Hant"),
        ("警方感謝居民協助。", "The residents thanked the police for their help.", "zh-Hant"),
        ("在野黨批評政府失職。", "The government criticised the opposition.", "zh-Hant"),
        ("会社は労組を批判した。", "The union criticised the company.", "ja"),
        ("警方落案起訴業主。", "The owner yesterday charged the police.", "zh-HK"),
        ("家屬要求業主道歉。", "The owner demanded that the families apologise.", "zh-Hant"),
    ],
)
def test_a_deed_between_two_without_a_name_is_not_turned_round(source: str, english: str, language: str) -> None:
    (finding,) = check(source, english, language=language)
    assert finding.verdict.is_flag
    assert finding.source == source
    assert finding.span
    assert english.startswith(f"The {finding.english} ")


@pytest.mark.parametrize(
    ("source", "english"),
    [
        ("公司要求工會停止罷工。", "The company demanded that the union end its strike."),
        ("工會遭公司控告。", "The company sued the union."),
        ("居民感謝警方協助，警方也感謝居民。", "The residents thanked the police for their help."),
        ("政府回應在野黨批評，強調依法行政。", "The opposition criticised the government."),
        ("公司面對工會要求加薪，並未回應。", "The union demanded that the company raise pay."),
        ("公司支持政府的政策，工會則批評政府。", "The union criticised the government."),
        ("家長要求學校道歉，學校要求家長冷靜。", "The school asked the parents to stay calm."),
        ("法院要求被告賠償被害人。", "The court urged the defendant to pay the victim."),
        ("學生指控老師不當管教，校方要求老師說明。", "The students accused the teacher of abuse."),
        ("公司的支持讓政府鬆一口氣，政府感謝公司。", "The government backed the company."),
        ("公司對批評不以為意，政府仍批評公司。", "The government criticised the company."),
        ("政府控告公司，公司反控政府違約。", "The company sued the government in turn."),
        ("工會與公司對簿公堂。", "The union sued the company."),
        ("公司批評工會的律師。", "The union criticised the company’s lawyers."),
        ("市長支持者要求議會道歉，議會替市長說話支持。", "The parliament backed the mayor."),
    ],
)
def test_what_is_right_or_may_be_raises_nothing(source: str, english: str) -> None:
    assert check(source, english) == ()


def test_it_is_one_of_the_checks_of_names_and_takes_linear_time() -> None:
    assert check_doers in NAME_CHECKS
    assert grows_linearly(lambda size: check("公司要求" * size, "The union sued the company " * size), 400)
