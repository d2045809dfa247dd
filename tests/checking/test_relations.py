"""Ministries, parties, deeds and speakers without a name must be those of the source; what is open is let pass."""

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.checking import relations
from assistant.checking.exchanges import check_exchanges
from assistant.checking.portfolios import check_portfolios
from assistant.checking.relations import check_relations
from assistant.checking.roles import check_roles
from assistant.checking.tracing import Tracer
from assistant.checking.turns import Turns
from assistant.checking.untraced import find_untraced
from assistant.glossary import load_shipped
from assistant.records import Draft, Field, Finding, Name, Translation, Verdict
from tests.builders import make_item
from tests.growth import grows_linearly

ITEM = make_item(
    "民眾黨候選人卜雨潔擊敗民進黨的古正鈞，國民黨籍的溫以哲第三。",
    "青鯨隊以6比5險勝山豹隊；虎山隊不敵雄鹿隊。",
    "業者指出，銅價上漲。",
    "財政部表示，關稅不變。並說，規費也不變。",
    "警方說，兩人送醫，居民已疏散。",
    headline="補選開票",
)
NAMES = (
    Name("卜雨潔", "Pu Yu-chieh", "person"),
    Name("古正鈞", "Ku Cheng-chun", "person"),
    Name("溫以哲", "Wen Yi-che", "person"),
    Name("青鯨隊", "Blue Whales", "organisation"),
    Name("山豹隊", "Leopards", "organisation"),
    Name("虎山隊", "Hushan", "organisation"),
    Name("雄鹿隊", "Stags", "organisation"),
)


def summarise(summary: str) -> Draft:
    return Draft("", summary, (), (), NAMES)


def translate(segment: int, english: str) -> Draft:
    return Draft("", "", (Translation(segment, english),), (), NAMES)


def tell(findings: Sequence[Finding]) -> list[str]:
    assert all(f.verdict is Verdict.UNSUPPORTED and f.span for f in findings)
    return [f.english for f in findings]


@pytest.mark.parametrize(
    ("english", "flagged"),
    [
        ("The Ministry of Finance said so, and Finance Minister Chen agreed.", []),
        ("The Ministry of the Interior said so.", ["Ministry of the Interior"]),
        ("The Transport Ministry said so.", ["Transport Ministry"]),
        ("Prime Minister Chen and the Ministry of Magic said so.", []),
        ("The ministry said so.", []),
        ("The Supreme Court and the Coast Guard said so.", ["Supreme Court", "Coast Guard"]),
        ("The cabİnet and the whıte house said so.", []),  # letters that are i in no language's small ones
        ("the supreme court said so, and the courts.", ["supreme court"]),
    ],
)
def test_a_ministry_has_its_field_in_the_source(english: str, flagged: list[str]) -> None:
    assert tell(check_portfolios(Tracer(ITEM, summarise(english), load_shipped()))) == flagged


@pytest.mark.parametrize(
    ("english", "flagged"),
    [
        ("Pu Yu-chieh of the TPP defeated Ku Cheng-chun of the DPP.", []),
        ("Pu Yu-chieh (卜雨潔) of the DPP won.", ["DPP"]),
        ("Wen Yi-che, of the New Harbour Party, came third.", ["New Harbour Party"]),
        ("Wen Yi-che of the Kuomintang came third.", []),
        ("Ku Cheng-chun defeated Pu Yu-chieh.", ["Ku Cheng-chun"]),
        ("TPP candidate Pu Yu-chieh and her DPP rival Ku Cheng-chun ran.", []),
        ("DPP candidate Pu Yu-chieh (卜雨潔) won.", ["DPP"]),
        ("Kuomintang Mayor Ku Cheng-chun lost.", ["Kuomintang"]),
        ("The TPP's rival Ku Cheng-chun and former KMT lawmaker Pu Yu-chieh ran.", []),
        ("Mountain Party and a lawmaker, Pu Yu-chieh, ran.", []),
        ("The Blue Whales edged the Leopards.", []),
        ("The Leopards beat the Blue Whales 6-5.", ["Leopards"]),
        ("The Stags beat Hushan.", []),
        ("Hushan beat the Stags.", ["Hushan"]),
        ("The Blue Whales beat the Stags.", []),
        ("Somebody beat somebody.", []),
    ],
)
def test_parties_and_deeds_stand_as_in_the_source(english: str, flagged: list[str]) -> None:
    assert tell(check_relations(Tracer(ITEM, summarise(english), load_shipped()))) == flagged


@pytest.mark.parametrize(
    ("source", "english", "flagged"),
    [
        ("卜雨潔要求古正鈞道歉。", "Ku Cheng-chun demanded that Pu Yu-chieh apologise.", ["Ku Cheng-chun"]),
        ("卜雨潔要求古正鈞道歉。", "Pu Yu-chieh demanded that Ku Cheng-chun apologise.", []),
        ("卜雨潔批評古正鈞失職。", "Ku Cheng-chun accused Pu Yu-chieh of neglect.", ["Ku Cheng-chun"]),
        ("卜雨潔遭古正鈞批評。", "Ku Cheng-chun criticised Pu Yu-chieh.", []),
        ("卜雨潔感謝古正鈞支持。", "Pu Yu-chieh thanked Ku Cheng-chun for his support.", []),
        ("卜雨潔邀請古正鈞座談。", "Ku Cheng-chun invited Pu Yu-chieh to a talk.", ["Ku Cheng-chun"]),
        ("卜雨潔與古正鈞互相批評。", "Ku Cheng-chun criticised Pu Yu-chieh.", []),
    ],
)
def test_who_asked_accused_or_invited_whom_is_not_turned_round(source: str, english: str, flagged: list[str]) -> None:
    item = make_item(source, headline="補選")
    assert tell(check_relations(Tracer(item, summarise(english), load_shipped()))) == flagged


@pytest.mark.parametrize(
    ("segment", "english", "flagged"),
    [
        (3, "The company pointed out that copper rose.", []),
        (3, "Officials pointed out that copper rose.", ["Officials"]),
        (3, "Analysts believe that copper rose.", ["Analysts"]),
        (4, "Officials said that nothing changes.", []),
        (5, "Police said that two were taken to hospital; residents said nothing.", []),
        (5, "Prosecutors said that two were taken to hospital.", ["Prosecutors"]),
    ],
)
def test_a_speaker_without_a_name_is_one_of_the_source(segment: int, english: str, flagged: list[str]) -> None:
    found = check_roles(ITEM, translate(segment, english))
    assert tell(found) == flagged
    assert all(f.place.field is Field.TRANSLATION and f.source for f in found)


@pytest.mark.parametrize(
    ("source", "english", "language", "flagged"),
    [
        ("刑事局指出，主嫌在逃。", "Police said the main suspect is on the run.", "zh-Hant", []),
        ("內湖分局說，主嫌在逃。", "Police said the main suspect is on the run.", "zh-Hant", []),
        ("業者說，主嫌在逃。", "Police said the main suspect is on the run.", "zh-Hant", ["Police"]),
        ("同市は18日、避難所を開いたと発表した。", "City officials said a shelter had been opened.", "ja", []),
        ("気象台は警戒を呼びかけた。", "Officials said people should be on guard.", "ja", []),
        ("漁業者は反対だと話した。", "Officials said they were against it.", "ja", ["Officials"]),
    ],
)
def test_any_public_body_that_speaks_is_officials_or_the_police(
    source: str, english: str, language: str, flagged: list[str]
) -> None:
    item = replace(make_item(source, headline="快訊"), language=language)
    assert tell(check_roles(item, translate(1, english))) == flagged


@pytest.mark.parametrize(
    ("source", "flagged"),
    [
        ("前民眾黨立委卜雨潔代表民進黨參選。", []),
        ("脫離民眾黨的卜雨潔加入民進黨。", []),
        ("原為民眾黨籍的卜雨潔，今年由民進黨提名。", []),
        ("民眾黨質疑卜雨潔。民進黨也質疑卜雨潔。", []),
        ("日前民眾黨立委卜雨潔說，民進黨會輸。", ["DPP"]),
        ("民眾黨立委卜雨潔說，民進黨會輸。", ["DPP"]),
    ],
)
def test_a_party_that_somebody_has_left_tells_nothing(source: str, flagged: list[str]) -> None:
    item = make_item(source, headline="補選")
    assert (
        tell(check_relations(Tracer(item, summarise("Pu Yu-chieh of the DPP is running."), load_shipped()))) == flagged
    )


@pytest.mark.parametrize(
    ("source", "english", "flagged"),
    [
        ("山豹隊遭青鯨隊以6比5逆轉。", "The Leopards beat the Blue Whales 6-5.", ["Leopards"]),
        ("山豹隊被青鯨隊擊敗。", "The Leopards defeated the Blue Whales.", ["Leopards"]),
        ("山豹隊被青鯨隊擊敗。", "The Blue Whales defeated the Leopards.", []),
        ("山豹隊被青鯨隊擊敗。", "The Leopards were defeated by the Blue Whales.", []),
        ("山豹隊雖遭看衰，仍擊敗青鯨隊。", "The Leopards beat the Blue Whales.", []),
        ("山豹隊被罰，青鯨隊先前擊敗過雄鹿隊。", "The Leopards beat the Blue Whales.", []),
    ],
)
def test_a_deed_told_in_the_passive_is_not_turned_round(source: str, english: str, flagged: list[str]) -> None:
    item = make_item(source, headline="快訊")
    assert tell(check_relations(Tracer(item, summarise(english), load_shipped()))) == flagged


@pytest.mark.parametrize(
    ("source", "deed", "flagged"),
    [
        ("卜雨潔力挺古正鈞。", "backed", True),
        ("卜雨潔今天再次公開支持參選人古正鈞。", "backed", True),
        ("卜雨潔不滿預算遭刪，批評古正鈞失職。", "criticised", True),
        ("卜雨潔感謝支持，古正鈞則祝賀對手。", "backed", False),
        ("卜雨潔感謝選民支持，古正鈞也到場。", "backed", False),
        ("卜雨潔支持者高喊口號，古正鈞離場。", "backed", False),
        ("卜雨潔的支持讓古正鈞感動落淚。古正鈞也替卜雨潔站台支持。", "backed", False),
        ("卜雨潔對批評不以為意，古正鈞仍說她無能。", "criticised", False),
        ("卜雨潔回應外界批評，古正鈞稱她無能。", "criticised", False),
        ("卜雨潔面對指控，古正鈞堅稱她受賄。", "accused", False),
        ("卜雨潔獲得邀請，古正鈞將與她同台。", "invited", False),
    ],
)
def test_a_deed_that_is_a_noun_or_stands_in_another_clause_is_nobodys(source: str, deed: str, flagged: bool) -> None:
    item, draft = make_item(source, headline="補選"), summarise(f"Ku Cheng-chun {deed} Pu Yu-chieh.")
    tracer = Tracer(item, draft, load_shipped())
    assert bool((*check_relations(tracer), *check_exchanges(tracer, ()))) is flagged


@pytest.mark.parametrize("at", ["在", "於", "到", "赴"])
def test_a_body_at_which_somebody_speaks_does_not_speak(at: str) -> None:
    item = make_item(f"民眾黨候選人卜雨潔{at}立法院受訪時說，經費不夠。", headline="補選")
    draft = replace(summarise(""), names=(*NAMES, Name("立法院", "Legislative Yuan", "organisation")))
    turns = Turns(Tracer(item, draft, load_shipped()))
    assert [turn.lead.original for turn in turns.of(item.sentences[-1])] == ["卜雨潔"]


@pytest.mark.parametrize(
    "piece", ["A", "Aa ", "Aa of the ", "Officials said ", "卜雨潔說", "民眾黨", "Pu Yu-chieh said "]
)
def test_long_texts_are_read_in_linear_time(piece: str) -> None:
    def work(times: int) -> object:
        item, draft = make_item(piece * (times // 8), headline="補選"), summarise(piece * times)
        glossary = load_shipped()
        return (
            check_portfolios(Tracer(item, draft, glossary)),
            check_relations(Tracer(item, draft, glossary)),
            check_roles(item, draft),
            check_exchanges(Tracer(item, draft, glossary), ()),
            find_untraced(Tracer(item, draft, glossary), ()),
        )

    assert grows_linearly(work, 1_600)


@settings(max_examples=60)
@given(
    data=st.data(),
    told=st.sampled_from(
        [
            ((relations._PARTY_HINT,), relations._OF),
            ((relations._PARTY_HINT,), relations._MEMBER),
            *(((relations._DEED_HINT, hint), pattern) for _, hint, pattern in relations._deeds()),
        ]
    ),
)
def test_every_text_with_a_match_holds_what_is_looked_for_first(
    data: st.DataObject, told: tuple[tuple[re.Pattern[str], ...], re.Pattern[str]]
) -> None:
    hints, pattern = told
    text = data.draw(st.from_regex(re.compile(pattern.pattern, pattern.flags)))
    if pattern.search(text):
        assert all(hint.search(text) for hint in hints)


def test_a_deed_told_by_an_infinitive_is_not_turned_round() -> None:
    for winner, loser, found in (("Blue Whales", "Leopards", []), ("Leopards", "Blue Whales", ["Leopards"])):
        english = f"The {winner} came from behind to beat the {loser}."
        tracer = Tracer(ITEM, Draft("", english, (), (), NAMES), load_shipped())
        assert [f.english for f in check_relations(tracer)] == found


SOLD = make_item(
    "警方起訴業主永利置業，議員簡國樑促請政府巡查。",
    "火山隊總教練蔡明勳坦言失誤，海洋隊總教練廖哲維感謝球迷。",
    "周柏瑜以21比18、15比21、21比19擊敗地主好手安德森。",
    headline="快訊",
)
SIDES = (
    Name("永利置業", "Wing Lee Properties", "organisation"),
    Name("簡國樑", "Kan Kwok-leung", "person"),
    Name("火山隊", "Volcanoes", "organisation"),
    Name("海洋隊", "Marines", "organisation"),
    Name("蔡明勳", "Tsai Ming-hsun", "person"),
    Name("廖哲維", "Liao Che-wei", "person"),
    Name("周柏瑜", "Chou Po-yu", "person"),
    Name("安德森", "Line Andersen", "person"),
)


@pytest.mark.parametrize(
    ("english", "found"),
    [
        ("Police charged Wing Lee Properties.", []),
        ("Wing Lee Properties charged the police.", ["Wing Lee Properties"]),
        ("Kan Kwok-leung urged the government to inspect.", []),
        ("The government urged Kan Kwok-leung to inspect.", ["government"]),
        ("Police charged Wing Lee Properties’ owner.", []),
        ("Chou Po-yu beat Line Andersen.", []),
        ("Line Andersen beat Chou Po-yu.", ["Line Andersen"]),
        ("Volcanoes coach Tsai Ming-hsun took the blame.", []),
        ("Marines coach Tsai Ming-hsun took the blame.", ["Marines"]),
        ("Volcanoes coach Liao Che-wei thanked fans.", ["Volcanoes"]),
    ],
)
def test_one_of_two_may_have_no_name_and_a_coach_is_of_his_own_team(english: str, found: list[str]) -> None:
    tracer = Tracer(SOLD, Draft("", english, (), (), SIDES), load_shipped())
    assert [f.english for f in check_relations(tracer)] == found
