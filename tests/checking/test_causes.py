"""Cause and effect are held against each other by their names and figures; what cannot be told raises nothing."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.checking import check_draft
from assistant.checking.bearers import Bearers
from assistant.checking.causes import WHY, check_causes, cut_source
from assistant.checking.figures import check_figures
from assistant.checking.tracing import Tracer, plain
from assistant.glossary import load_shipped
from assistant.records import Claim, Draft, Finding, Item, Name, Translation
from tests.builders import make_item

NAMES = (Name("王明德", "Wang Ming-te", "person"), Name("林志遠", "Lin Chih-yuan", "person"))
TURNED = [
    ("因油價上漲5%，航空公司將票價調高8%。", "Oil prices rose 5% because airlines raised fares by 8%."),
    ("因美國缺貨，德國停產。", "Because Germany stopped production, goods are short in the US."),
    ("王明德缺席，迫使林志遠延後會議。", "Lin Chih-yuan put off the meeting, which forced Wang Ming-te to stay away."),
    ("美國加徵關稅，導致德國出口下滑。", "Falling German exports led to tariffs by the United States."),
    ("出口下滑4%，主因是美國關稅升至25%。", "US tariffs rose to 25% because exports fell 4%."),
    ("米国の関税が原因で、ドイツの輸出が5%減った。", "US tariffs were caused by a 5% fall in exports from Germany."),
]
RIGHT = [
    ("因油價上漲5%，航空公司將票價調高8%。", "Airlines raised fares by 8% because oil prices rose 5%."),
    ("因油價上漲5%，航空公司將票價調高8%。", "Because oil prices rose 5%, airlines raised fares by 8%."),
    ("油價上漲5%，導致票價調高8%。", "A rise of 5% in oil prices led to fares 8% higher."),
    ("王明德缺席，迫使林志遠延後會議。", "Wang Ming-te's absence forced Lin Chih-yuan to put off the meeting."),
    ("美國加徵關稅，導致德國出口下滑。", "German exports fell because of US tariffs."),
    ("出口下滑4%，主因是美國關稅升至25%。", "Exports fell 4% because US tariffs rose to 25%."),
    ("米国の関税が原因で、ドイツの輸出が5%減った。", "A 5% fall in exports from Germany was caused by US tariffs."),
    ("王明德表示，關稅導致德國出口減少。", "Wang Ming-te said exports had fallen because of tariffs on Germany."),
    ("王明德表示關稅導致德國出口減少。", "Wang Ming-te said exports had fallen because of tariffs on Germany."),
    (
        "德國調漲油價，罷工導致3座機場關閉。",
        "Germany, which raised oil prices, closed airports because of a strike at three.",
    ),
    (
        "事故造成3死5傷，原因是煞車失靈。",
        "The accident, which was caused by brake failure, killed three and injured five.",
    ),
    ("因颱風來襲，市府宣布停班。", "The typhoon was caused by a day off."),
    ("油價上漲5%，導致票價調高8%。", "Oil rose 5%, which caused a rise in fares of 8%, which caused anger."),
    ("油價上漲5%，票價調高8%。", "Oil rose 5% because fares rose 8%."),
]


def make(source: str) -> Item:
    language = "ja" if "の" in source else "zh-Hant"
    return replace(make_item(source, headline="快訊"), language=language)


def check(source: str, english: str) -> tuple[Finding, ...]:
    item, draft = make(source), Draft("", "", (Translation(1, english),), (), NAMES)
    return check_causes(Bearers(Tracer(item, draft, load_shipped())), check_figures(item, draft))


@pytest.mark.parametrize(("source", "english"), TURNED)
def test_a_cause_told_as_the_effect_is_flagged_where_both_have_a_name_or_a_figure(source: str, english: str) -> None:
    (finding,) = check(source, english)
    assert finding.verdict.is_flag
    assert finding.span
    assert finding.span.of(english) == finding.english
    assert finding.source in source


@pytest.mark.parametrize(("source", "english"), RIGHT)
def test_what_is_told_right_or_cannot_be_told_is_not(source: str, english: str) -> None:
    assert check(source, english) == ()


def test_it_is_one_of_the_checks_of_every_draft_and_reads_claims_too() -> None:
    source, english = TURNED[0]
    claims = (Claim(english, (1,), "航空公司將票價調高8%"),)
    assert WHY in [f.why for f in check_draft(make(source), Draft("", "", (), claims, ()))]


@given(st.text("因油價上漲5%，導致票價說。原因是のため、", max_size=40))
def test_no_text_breaks_the_cut(text: str) -> None:
    told = cut_source(plain(text))
    assert told is None or (told.cause.start <= told.cause.end and told.effect.start <= told.effect.end)


@pytest.mark.parametrize(
    ("language", "source", "right", "wrong"),
    [
        ("zh-Hant", "停電導致工廠大火。", "A power cut caused a fire.", "A fire at the factory caused a power cut."),
        ("zh-Hant", "罷工造成航班延誤。", "The strike caused flight delays.", "Flight delays triggered a strike."),
        ("zh-Hans", "需求疲软导致裁员。", "Weak demand led to layoffs.", "Layoffs led to weak demand."),
        ("ja", "大雨の影響で、停電が起きた。", "Rain caused power cuts.", "Heavy rain was caused by the power cut."),
        (
            "zh-Hant",
            "因大火，大樓停電。",
            "Power was cut because of a fire.",
            "A fire broke out because of a power cut.",
        ),
    ],
)
def test_things_without_a_name_are_causes_too(language: str, source: str, right: str, wrong: str) -> None:
    item = replace(make_item(source, headline="快訊"), language=language)
    for english, is_flagged in ((right, False), (wrong, True)):
        draft = Draft("", "", (Translation(1, english),), (), ())
        assert bool(check_causes(Bearers(Tracer(item, draft, load_shipped())), ())) == is_flagged, english
