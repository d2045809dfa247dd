"""Known names that the source does not have, and originals behind another's name, are flagged; all else is let pass."""

import pytest

from assistant.checking.strangers import check_strangers
from assistant.checking.tracing import Tracer
from assistant.glossary import load_shipped
from assistant.records import Draft, Field, Finding, Item, Name, Verdict
from tests.builders import make_item
from tests.checking.samples import load_demo

ITEM = make_item(
    "《德國之聲》報導，土耳其總統艾爾多安會見議員吳守哲。",
    "民眾黨批評民進黨，海岸公司則在新華書店旁設點。",
    "美方代表Robert Zoellick說，川習會下月登場。",
    headline="會見議員",
)
NAMES = (Name("吳守哲", "Wu Shou-che", "person"),)


def check(english: str, item: Item = ITEM) -> list[Finding]:
    return list(check_strangers(Tracer(item, Draft("", english, (), (), NAMES), load_shipped())))


@pytest.mark.parametrize(
    "english",
    [
        "Deutsche Welle said Turkish President Recep Tayyip Erdogan (艾爾多安) met Wu Shou-che (吳守哲).",
        "President Erdoğan (艾爾多安) met councillor Wu (吳守哲), and Erdogan's aides met Mr Wu (吳守哲).",
        "The Turkish leader (艾爾多安) met Shou-che Wu (吳守哲).",
        "The TPP (民眾黨) criticised the Democratic Progressive Party (民進黨).",
        "The Taiwan People's Party criticised the DPP.",
        "Coast Company opened beside a Xinhua bookstore.",
        "Trump and Xi Jinping will meet next month, Robert Zoellick said.",
        "The Times of change: an Independent Guardian of the Cabinet.",
        "Wu Shou-che of Taipei (吳守哲) came.",
        "Somebody (某人) met Lin Hai-an (林海安).",
        "",
    ],
)
def test_names_that_the_source_has_or_may_mean_raise_nothing(english: str) -> None:
    assert check(english) == []


@pytest.mark.parametrize(
    ("english", "name"),
    [
        ("Reuters said that they met.", "Reuters"),
        ("They met, the BBC said.", "BBC"),
        ("They met, according to CNBC.", "CNBC"),
        ("They met, Axios reported.", "Axios"),
        ("The Kuomintang criticised the DPP.", "The Kuomintang"),
        ("KMT lawmakers met.", "KMT"),
        ("He met Emmanuel Macron's envoy.", "Emmanuel Macron"),
        ("He met Bashar al-Assad.", "Bashar al-Assad"),
        ("He met Merkel yesterday.", "Merkel"),
        ("He met Putin’s envoy.", "Putin"),
    ],
)
def test_a_known_name_that_nothing_in_the_source_stands_for_is_flagged(english: str, name: str) -> None:
    item = make_item(*(s.text.strip() for s in ITEM.sentences[1:2]), headline="會見議員")
    (finding,) = [f for f in check(english, item) if f.english == name]
    assert (finding.verdict, finding.place.field) == (Verdict.UNSUPPORTED, Field.SUMMARY)
    assert finding.span
    assert finding.span.of(english) == name


@pytest.mark.parametrize(
    ("english", "name", "expected"),
    [
        ("Councillor Wu Shou-chieh (吳守哲) came.", "Wu Shou-chieh", "Wu Shou-che"),
        ("Councillor Guo Shouzhe (吳守哲) came.", "Guo Shouzhe", "Wu Shou-che"),
        (
            "The Democratic Progressive Party (民眾黨) came.",
            "The Democratic Progressive Party",
            "Taiwan People's Party",
        ),
        ("President Tamer Karaca (艾爾多安) came.", "Tamer Karaca", "Recep Tayyip Erdoğan"),
    ],
)
def test_an_original_in_brackets_stands_behind_its_own_name(english: str, name: str, expected: str) -> None:
    (finding,) = check(english)
    assert (finding.english, finding.expected) == (name, expected)
    assert finding.span
    assert finding.span.of(english) == name


def test_nothing_of_the_demo_is_flagged() -> None:
    for item, draft in load_demo():
        assert check_strangers(Tracer(item, draft, load_shipped())) == ()


@pytest.mark.parametrize(
    ("source", "english", "flagged"),
    [
        ("市長出席會議。", "The mayor met the World Health Organization.", ["World Health Organization"]),
        ("市長出席會議。", "The mayor met officials of the World Bank.", ["World Bank"]),
        ("世銀調降預測。", "The World Bank cut its forecast.", []),
        ("環保團體出席會議。", "Greenpeace attended the meeting.", ["Greenpeace"]),
        ("慈善團體出席會議。", "Oxfam attended the meeting.", ["Oxfam"]),
        ("綠和出席會議。", "Greenpeace attended the meeting.", []),
        ("教科文將古城列為世界遺產。", "UNESCO listed the old town as world heritage.", []),
        ("市調機構集邦指出，價格看漲。", "Prices will rise, TrendForce said.", []),
        ("今年將接收兩架777-9新機。", "It takes delivery of two Boeing 777-9s.", []),
        ("財政部公布稅收。", "The Ministry of Finance published revenue.", []),
        ("俄羅斯總統新聞秘書說，為時過早。", "The Kremlin spokesman said it was too early.", []),
    ],
)
def test_a_known_body_is_flagged_where_nothing_may_mean_it_and_it_is_no_ministry(
    source: str, english: str, flagged: list[str]
) -> None:
    assert [finding.english for finding in check(english, make_item(source, headline="快訊"))] == flagged
