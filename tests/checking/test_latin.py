"""Latin names that the source prints survive in the English, letter for letter."""

import pytest

from assistant.checking.latin import check_latin
from assistant.checking.tracing import Tracer
from assistant.glossary import load_shipped
from assistant.records import Draft, Finding, Translation, Verdict
from tests.builders import make_item
from tests.checking.samples import load_demo


def check(source: str, english: str) -> list[Finding]:
    item = make_item(source)
    return list(check_latin(Tracer(item, Draft("", "", (Translation(1, english),), (), ()), load_shipped())))


@pytest.mark.parametrize(
    ("source", "english"),
    [
        ("前總理陸克文(Kevin Rudd)表示歡迎。", "Former prime minister Kevin Rudd (陸克文) welcomed it."),
        ("稀土公司 Lynas Rare Earths 已達成協議。", "Lynas Rare Earths' agreement is settled."),
        ("他支持「AUKUS協議」。", "He supports the AUKUS agreement."),
        ("輝達(NVIDIA)股價上漲。", "Nvidia's shares rose."),
        ("主席馮德萊恩（Ursula von der Leyen）說。", "Ursula von der Leyen, the president, said."),
        ("O’Brien先生說。", "Mr O'Brien said."),
        ("他在PO文中說GDP成長。", "In a post he said that gross domestic product grew."),
        ("網址 www.Example.com 與 Some@Example.org 。", "The address is given."),
        ("速度達50 km，採用M1A2T戰車。", "The speed is 50 km with the tank."),
        ("Only Latin letters, no Chinese: Kevin Rudd.", "Something else."),
    ],
)
def test_what_survives_or_is_no_name_raises_nothing(source: str, english: str) -> None:
    assert check(source, english) == []


@pytest.mark.parametrize(
    ("source", "english", "verdict", "piece"),
    [
        ("陸克文(Kevin Rudd)表示歡迎。", "Kevin Rud welcomed it.", Verdict.CONTRADICTED, "Kevin Rud"),
        ("陸克文(Kevin Rudd)表示歡迎。", "Calvin Rudd welcomed it.", Verdict.CONTRADICTED, "Calvin Rudd"),
        ("Lynas Rare Earths 宣布。", "Linas Rare Earths announced it.", Verdict.CONTRADICTED, "Linas Rare Earths"),
        ("陸克文(Kevin Rudd)表示歡迎。", "Lu Kewen welcomed it.", Verdict.OMITTED, ""),
        ("Lynas Rare Earths 宣布。", "An Australian company announced it.", Verdict.OMITTED, ""),
        ("陸克文(Kevin Rudd)表示歡迎。", "Rudd welcomed it.", Verdict.NOTED, ""),
        ("支持AUKUS協議。", "He supports the security pact.", Verdict.NOTED, ""),
    ],
)
def test_what_is_altered_or_left_out_is_flagged_with_what_the_source_prints(
    source: str, english: str, verdict: Verdict, piece: str
) -> None:
    (finding,) = check(source, english)
    assert (finding.verdict, finding.english) == (verdict, piece)
    assert finding.source
    assert finding.source in source
    if finding.span:
        assert finding.span.of(english) == piece


def test_of_every_latin_name_of_the_demo_one_changed_letter_is_seen() -> None:
    tried = 0
    for item, draft in load_demo():
        assert not [f for f in check_latin(Tracer(item, draft, load_shipped())) if f.verdict is not Verdict.SUPPORTED]
        for name in ("Nordbris Energi", "Nordvik Eksportbank", "Aksel Torvund", "Joram Koruto"):
            for place in range(1, len(name)):
                altered = name[:place] + ("x" if name[place] != " " else "") + name[place + 1 :]
                english = tuple(Translation(t.segment, t.english.replace(name, altered)) for t in draft.translations)
                if english == draft.translations or altered == name:
                    continue
                tried += 1
                changed = Draft(draft.headline, draft.summary, english, draft.claims, draft.names)
                assert [f for f in check_latin(Tracer(item, changed, load_shipped())) if f.verdict.is_flag], altered
    assert tried > 50


SIGNED = make_item("前總理陸克文(Kevin Rudd)與稀土公司 Lynas Rare Earths 簽約。", "珍·陸德(Jane Rudd)在場。")
TRANSLATED = ("Kevin Rudd signed with the miner Lynas Rare Earths.", "Jane Rudd was present.")


def check_summary(summary: str) -> list[str]:
    translations = tuple(Translation(n, english) for n, english in enumerate(TRANSLATED, start=1))
    draft = Draft("", summary, translations, (), ())
    return [finding.english for finding in check_latin(Tracer(SIGNED, draft, load_shipped()))]


@pytest.mark.parametrize("wrong", ["Kelvin Rudd", "Linas Rare Earths", "Lynas Rare Earth"])
def test_a_summary_spells_latin_names_as_the_source_does(wrong: str) -> None:
    assert check_summary(f"A deal was signed by {wrong}.") == [wrong]


@pytest.mark.parametrize(
    "summary",
    [
        "Mr Rudd signed.",
        "Rudd's deal with Lynas holds.",
        "KEVIN RUDD SIGNS WITH LYNAS RARE EARTHS",
        "Jane Rudd was there.",
        "Former premier Rudd and US Rare Earths agreed.",
    ],
)
def test_a_summary_may_leave_a_name_out_or_name_another(summary: str) -> None:
    assert check_summary(summary) == []


CASED = ("蘋果iPhone銷量成長,台積電(TSMC)受惠。", "OpenAI推出新模型,NATO關切SONY。")
CASED_ENGLISH = (
    "Sales of the iPhone rose, from which TSMC gains.",
    "OpenAI has a new model; Nato and Sony are concerned.",
)


def find_recased(place: int, english: str) -> list[str]:
    told = [english if n == place else each for n, each in enumerate(CASED_ENGLISH)]
    item = make_item(*CASED)
    draft = Draft("", "", tuple(Translation(n + 1, text) for n, text in enumerate(told)), (), ())
    found = check_latin(Tracer(item, draft, load_shipped()))
    return [f.english for f in found if f.verdict is Verdict.CONTRADICTED]


@pytest.mark.parametrize(
    ("place", "english", "wrong"),
    [
        (0, "Sales of the Iphone rose, from which TSMC gains.", ["Iphone"]),
        (0, "Sales of the iPhone rose, from which Tsmc gains.", ["Tsmc"]),
        (1, "Openai has a new model; NATO and SONY are concerned.", ["Openai"]),
        (0, "IPhone sales rose, from which TSMC gains.", []),
        (1, "OpenAI has a new model; Nato and Sony are concerned.", []),
    ],
)
def test_capitals_by_which_a_latin_name_is_known_are_kept(place: int, english: str, wrong: list[str]) -> None:
    assert find_recased(place, english) == wrong
