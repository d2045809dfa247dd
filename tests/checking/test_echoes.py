"""What a translation says of one, a summary must not say of another; where it may be the same one, nothing is said."""

import pytest

from assistant.checking.bearers import Bearers
from assistant.checking.echoes import check_echoes
from assistant.checking.tracing import Tracer
from assistant.glossary import load_shipped
from assistant.records import Draft, Name, Translation
from tests.builders import make_item
from tests.checking.samples import load_demo

ITEM = make_item(
    "星海電機估計損失8.6億元，並聲請扣押遠海電機2億元資產。",
    "高盛認為下半年仍有降準空間，摩根士丹利則預期年內不再減息。",
    "該公司預計明年在檳城設廠。",
    "四川省雅安市突發山洪，9人遇難；杭州市同日停電。",
    "古正鈞以0.8個百分點領先卜雨潔。",
    headline="財經簡訊",
)
NAMES = (
    Name("星海電機", "Hsinghai Electric", "organisation"),
    Name("遠海電機", "Yuanhai Electric", "organisation"),
    Name("高盛", "Goldman Sachs", "organisation"),
    Name("摩根士丹利", "Morgan Stanley", "organisation"),
    Name("四川", "Sichuan", "place"),
    Name("雅安", "Ya'an", "place"),
    Name("杭州", "Hangzhou", "place"),
    Name("古正鈞", "Ku Cheng-chun", "person"),
    Name("卜雨潔", "Pu Yu-chieh", "person"),
)
TRANSLATIONS = (
    "Hsinghai Electric put its losses at NT$860 million and asked for a seizure of NT$200 million of Yuanhai Electric's"
    " assets.",
    "Goldman Sachs sees room for a cut in the reserve requirement ratio in the second half, while Morgan Stanley"
    " expects no further rate cut this year.",
    "The company plans to build a plant in Penang next year.",
    "A flash flood struck Ya'an in Sichuan and killed nine people; a power cut hit Hangzhou the same day.",
    "Ku Cheng-chun leads Pu Yu-chieh by 0.8 percentage points.",
)


def check(summary: str) -> list[tuple[str, str]]:
    told = tuple(Translation(number, text) for number, text in enumerate(TRANSLATIONS, start=1))
    bearers = Bearers(Tracer(ITEM, Draft("", summary, told, (), NAMES), load_shipped()))
    return [(f.english, f.source) for f in check_echoes(bearers)]


@pytest.mark.parametrize(
    ("summary", "found"),
    [
        ("Yuanhai Electric puts its losses at NT$860 million.", [("Yuanhai Electric", "星海電機")]),
        ("Morgan Stanley sees room for a cut in the reserve requirement ratio.", [("Morgan Stanley", "高盛")]),
        ("A power cut hit Ya'an the same day.", [("Ya'an", "杭州")]),
        ("Rates fell. Goldman Sachs expects no further rate cut this year.", [("Goldman Sachs", "摩根士丹利")]),
    ],
)
def test_words_of_another_are_flagged(summary: str, found: list[tuple[str, str]]) -> None:
    assert check(summary) == found


@pytest.mark.parametrize(
    "summary",
    [
        "Hsinghai Electric puts its losses at NT$860 million, wants NT$200 million of Yuanhai Electric's assets.",
        "Goldman Sachs sees room for a cut in the reserve requirement ratio, Morgan Stanley for none.",
        "Hsinghai Electric plans to build a plant in Penang next year.",  # "the company" may be it
        "A flash flood in Sichuan killed nine people.",  # Ya'an lies in it
        "The lead is 0.8 percentage points over Pu Yu-chieh.",  # of two, the other one
        "Morgan Stanley is cautious.",
        "",
    ],
)
def test_a_right_summary_raises_nothing(summary: str) -> None:
    assert check(summary) == []


def test_a_wrong_translation_accuses_no_summary() -> None:
    told = (Translation(2, TRANSLATIONS[1].replace("Goldman Sachs", "Yuanhai Electric")),)
    draft = Draft("", "Goldman Sachs sees room for a cut in the reserve requirement ratio.", told, (), NAMES)
    assert check_echoes(Bearers(Tracer(ITEM, draft, load_shipped()))) == ()


def test_a_clause_that_names_the_other_as_well_gives_nothing_to_another() -> None:
    item = make_item("海洋隊教練廖哲維說，第七戰會派林佑丞先發。", headline="職棒總冠軍賽")
    names = (Name("廖哲維", "Liao Che-wei", "person"), Name("林佑丞", "Lin You-cheng", "person"))
    english = "Coach Liao Che-wei (廖哲維) said that ace Lin You-cheng (林佑丞) would start game seven."
    summary = "Coach Liao Che-wei (廖哲維) will start Lin You-cheng (林佑丞) in game seven."
    draft = Draft("", summary, (Translation(1, english),), (), names)
    assert check_echoes(Bearers(Tracer(item, draft, load_shipped()))) == ()


def test_right_drafts_raise_nothing() -> None:
    assert [f for item, draft in load_demo() for f in check_echoes(Bearers(Tracer(item, draft, load_shipped())))] == []
