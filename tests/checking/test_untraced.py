"""Organisations and places in running text must rest on words of the source; good replies raise nothing.

A country that the item does not name is flagged, and a city in the place of another; all else is only noted, for words
that were not found may stand there: until a reviewer's replies showed how often they do, each such name was a flag.
"""

from dataclasses import replace

import pytest

from assistant.checking import check_draft
from assistant.checking.tracing import Tracer
from assistant.checking.untraced import NOBODY_TOLD, find_untraced
from assistant.glossary import Glossary, load_shipped
from assistant.glossary.places import read_places
from assistant.records import Draft, Field, Finding, Item, Name, Translation, Verdict
from assistant.romanising import spells_characters
from evals.written import brief_written
from tests.builders import make_item
from tests.checking.samples import load_demo

ITEM = make_item(
    "新澤地方法院審理海岸基金會一案，檢方指美方與日本公司付款，董事長林海安否認。",
    "他從智利聖地牙哥搭乘Lynas專機，前往墨西哥城，旅費8,000元由TriHealth支付。",
    "賴某與南韓、紐約的律師出席；營業秘密法的修正在青灣半程馬拉松期間公布。",
    headline="地方法院開庭",
)
NAMES = (Name("林海安", "Lin Hai-an", "person"), Name("海岸基金會", "Coast Foundation", "organisation"))


def check(english: str, language: str = "zh-Hant") -> list[Finding]:
    item = replace(ITEM, language=language)
    return list(find_untraced(Tracer(item, Draft("", english, (), (), NAMES), load_shipped()), ()))


@pytest.mark.parametrize(
    "english",
    [
        "The Hsintse District Court heard the case of the Coast Foundation; Lin Hai-an denied it.",
        "A court in Xinze heard that American and Japanese firms paid the foundation.",
        "Washington and Japan paid; the US and the U.S. agreed.",
        "He flew from Santiago in Chile to Mexico City; TriHealth and Lynas paid for it.",
        "Lawyers from South Korea and New York came, and a man surnamed Lai.",
        "It cites the Act Governing the Conduct of Trade Fairs.",
        "The Trade Secrets Act was amended on Monday, 3 November, during the Chingwan Half Marathon.",
        "Taiwan's Ministry of Justice and the Legislative Yuan in Taipei said nothing.",
        "The Harbour Association (海岸基金會) said nothing.",
        'The report "Bright Harbour over Wexford" appeared. [Wexford Daily]',
        "Tickets cost NOK 300; Taiwanese, Buddhist and Christmas songs; COVID-19; the CEO of AI.",
        "Nominal GDP rose. According to Lin Hai-an, it fell. Between January and March it fell.",
        "",
    ],
)
def test_names_with_words_of_the_source_raise_nothing(english: str) -> None:
    assert check(english) == []


@pytest.mark.parametrize(
    ("english", "name"),
    [
        ("The court heard the Wexford Foundation.", "Wexford"),
        ("It was paid by Brightwater Holdings last year.", "Brightwater"),
        ("Wexford District Court heard the case.", "Wexford"),
        ("The foundation moved to Wexford in May.", "Wexford"),
        ("The Xinzhu District Court heard the case.", "Xinzhu"),
        ("The Wexford Foundation (威克斯福基金會) came.", "Wexford"),
        ("NDC officials and ABRC staff came.", "NDC"),
    ],
)
def test_a_name_without_words_of_the_source_is_noted_where_it_stands(english: str, name: str) -> None:
    finding = check(english)[0]
    assert (finding.english, finding.verdict, finding.place.field) == (name, Verdict.NOTED, Field.SUMMARY)
    assert finding.span
    assert finding.span.of(english) == name
    assert finding.why == "no words of the source were found for it: check it against the source"


@pytest.mark.parametrize(
    ("english", "name"),
    [
        ("Lawyers came from Peru and New York.", "Peru"),
        ("Peru sent lawyers.", "Peru"),
        ("Vietnam's government paid.", "Vietnam"),
    ],
)
def test_a_country_that_the_item_does_not_name_is_flagged(english: str, name: str) -> None:
    finding = check(english)[0]
    assert (finding.english, finding.verdict) == (name, Verdict.UNSUPPORTED)
    assert finding.span
    assert finding.span.of(english) == name
    assert finding.why == f"the source does not name {name}"


def test_a_name_is_noted_once_an_item_and_a_country_flagged_once_a_text() -> None:
    told = "Wexford and the Wexfords paid Peru and Wexford."
    draft = Draft("", f"It said {told}", (Translation(1, f"It said {told}"), Translation(2, f"He said {told}")), (), ())
    found = find_untraced(Tracer(ITEM, draft, load_shipped()), ())
    assert [(f.english, f.verdict) for f in found if not f.verdict.is_flag] == [("Wexford", Verdict.NOTED)]
    assert [f.english for f in found if f.verdict.is_flag] == ["Peru"] * 3


@pytest.mark.parametrize(
    ("source", "english", "told"),
    [
        ("旅客從札幌飛往釜山。", "The travellers flew from Sapporo to Busan.", ""),
        ("旅客從札幌飛往釜山。", "The travellers flew from Sapporo to Incheon.", "Incheon flag"),
        ("旅客從札幌飛往釜山。", "The travellers flew from Sapporo to Busan, south of Incheon.", "Incheon flag"),
        ("旅客前往該市。", "The travellers went to Incheon.", "Incheon flag"),
        ("羅馬尼亞旅客前往該市。", "The Romanian travellers went to Incheon.", "Incheon flag"),
        ("球隊前往里約熱內盧比賽。", "The team went to Rio de Janeiro in Brazil.", ""),
        ("法航與印航停飛，泰銖走貶。", "Air France and Air India cancelled flights; Thailand's currency fell.", ""),
        ("俄烏停火，以哈談判。", "Russia and Ukraine cease fire; Israel talks.", ""),
        ("柬泰邊境衝突，韓總統關切。", "Cambodia and Thailand clash; South Korea is concerned.", ""),
        ("英仏独と印パの首脳が会談した。", "Britain, France, Germany, India and Pakistan met.", ""),
        ("俄烏停火。", "Russia and Poland cease fire.", "Poland flag"),
        ("富士通漲3%。", "Shares of Kawasaki-based Fujitsu rose 3%.", "Kawasaki-based Fujitsu note"),
        ("華盛頓與舊金山都下雪。", "It snowed in Washington and San Francisco.", ""),
    ],
)
def test_a_city_is_flagged_where_it_takes_the_place_of_another(source: str, english: str, told: str) -> None:
    draft = Draft("", "", (Translation(1, english),), (), ())
    found = find_untraced(Tracer(make_item(source, headline="快訊"), draft, load_shipped()), ())
    assert [f"{f.english} {'flag' if f.verdict.is_flag else 'note'}" for f in found] == [told] * bool(told)


def test_a_japanese_source_is_held_against_its_own_names_of_countries() -> None:
    item = replace(make_item("フランスの首相はソウルを訪れた。", headline="首相"), language="ja")
    draft = Draft("", "The premier of France went to Seoul, and then to Peru.", (), (), ())
    assert [f.english for f in find_untraced(Tracer(item, draft, load_shipped()), ())] == ["Peru"]


def test_what_another_check_has_flagged_is_flagged_once() -> None:
    draft = Draft("", "", (Translation(1, "Spokesman Harold Grimes of Wexford said so."),), (), NAMES)
    found = [f for f in check_draft(ITEM, draft) if f.check == "name" and f.place.field is Field.TRANSLATION]
    assert [f.english for f in found] == ["Harold Grimes", "Wexford"]


def good_drafts() -> list[tuple[Item, Draft]]:
    written = (briefing for briefed in brief_written() for briefing in briefed.briefings)
    return [*load_demo(), *((briefing.item, briefing.draft) for briefing in written if briefing.draft)]


def test_good_replies_raise_nothing_and_an_invented_body_or_country_is_seen_in_each() -> None:
    glossary: Glossary = load_shipped()
    for item, draft in good_drafts():
        assert find_untraced(Tracer(item, draft, glossary), ()) == ()
        for invented in ("the Wexford Foundation", "a court in Ruritania", "the government of Paraguay"):
            spoiled = replace(draft, summary=f"{draft.summary} This was confirmed by {invented}.")
            found = find_untraced(Tracer(item, spoiled, glossary), ())
            assert found, (invented, draft.headline)
            assert any(f.verdict.is_flag for f in found) == ("Paraguay" in invented)


@pytest.mark.parametrize("word", ["Hsintse", "Xinze", "Hsin-tse", "Chingwan", "Ch'ing-wan", "Hai-an"])
def test_a_name_is_traced_by_how_its_characters_are_read(word: str) -> None:
    assert spells_characters(word, ITEM.text)


@pytest.mark.parametrize("word", ["Hsinchu", "Grimes", "Lai", "", "X" * 100])
def test_other_letters_spell_nothing_and_one_syllable_only_a_surname(word: str) -> None:
    assert not spells_characters(word, ITEM.text)
    assert spells_characters("Lai", ITEM.text, frozenset("賴"))


@pytest.mark.parametrize(
    ("english", "form"),
    [
        ("france", "法国"),
        ("new york", "纽约"),
        ("new zealand", "新西兰"),
        ("united states", "美"),
        ("south korea", "韩国"),
        ("washington", "华盛顿"),
        ("washington", "美"),
        ("geneva", "日内瓦"),
        ("sapporo", "札幌"),
        ("california", "加州"),
        ("yokohama", "横浜"),
    ],
)
def test_countries_and_cities_are_known_in_the_languages_of_the_sources(english: str, form: str) -> None:
    assert form in read_places()[english]


def test_ordinary_words_are_no_places() -> None:
    assert not {"male", "center", "easter", "oral", "world"} & set(read_places())


def test_capitals_of_a_headline_in_title_case_tell_nothing() -> None:
    draft = Draft("Wexford Foundation Wins Again in the Big Old Valley", "", (), (), ())
    assert find_untraced(Tracer(ITEM, draft, load_shipped()), ()) == ()


def test_a_note_names_a_place_with_its_short_words() -> None:
    assert [f.english for f in check("The foundation met in Wu Tou Po.")] == ["Wu Tou Po"]


def check_sentence(source: str, english: str) -> list[Finding]:
    item = make_item(source, headline="董事長說明")
    sentence = next(segment.index for segment in item.sentences if segment.text.strip() == source)
    draft = Draft("", "", (Translation(sentence, english),), (), NAMES)
    return [f for f in find_untraced(Tracer(item, draft, load_shipped()), ()) if f.place.field is Field.TRANSLATION]


@pytest.mark.parametrize(
    "source",
    ["林海安對此表示，明年將擴廠。", "林海安對於景氣表示樂觀，明年將擴廠。", "林海安向來低調，表示明年將擴廠。"],
)
def test_what_a_source_is_about_is_no_listener(source: str) -> None:
    found = check_sentence(source, "Lin Hai-an told Bizwire that it would expand next year.")
    assert [f.why for f in found if f.verdict.is_flag] == [NOBODY_TOLD]


@pytest.mark.parametrize("told", ["told Bizwire", "told the Kalmarian Post", "said in an interview with Bizwire"])
def test_a_listener_of_whom_the_source_knows_nothing_is_flagged(told: str) -> None:
    found = check_sentence("林海安表示，明年將擴廠。", f"Lin Hai-an {told} that it would expand next year.")
    assert [f.verdict for f in found] == [Verdict.UNSUPPORTED]


@pytest.mark.parametrize(
    "source",
    [
        "林海安對商報表示，明年將擴廠。",
        "林海安接受專訪時表示，明年將擴廠。",
        "林海安告訴媒體，明年將擴廠。",
        "《商線》引述林海安說，明年將擴廠。",
    ],
)
def test_a_listener_whose_words_were_not_found_is_only_noted(source: str) -> None:
    found = check_sentence(source, "Lin Hai-an told Bizwire that it would expand next year.")
    assert {f.verdict for f in found} <= {Verdict.NOTED}


@pytest.mark.parametrize(
    ("source", "english", "flagged"),
    [
        ("市長出席會議。", "The mayor attended a meeting in Boston.", ["Boston"]),
        ("市長出席會議。", "The mayor flew to Osaka and back.", ["Osaka"]),
        ("市長前往波士頓。", "The mayor flew to Boston.", []),
        ("行經中彰雲嘉4縣市。", "It passed Taichung, Changhua, Yunlin and Chiayi.", []),
        ("黨大會在伯明罕登場。", "The party met in Birmingham.", []),
        ("湖人今晚擊敗洋基。", "The Los Angeles Lakers beat the others.", []),
        ("市長出席該公司董事會。", "The mayor met the Boston Dynamics board.", []),
        ("俄方反對。", "Moscow is against it.", []),
    ],
)
def test_a_city_that_stands_alone_is_flagged_where_nothing_near_may_mean_it(
    source: str, english: str, flagged: list[str]
) -> None:
    draft = Draft("", "", (Translation(1, english),), (), ())
    found = find_untraced(Tracer(make_item(source, headline="快訊"), draft, load_shipped()), ())
    assert [f.english for f in found if f.verdict.is_flag] == flagged
