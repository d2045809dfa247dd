"""A person whom nothing in the source stands for is flagged; what is no person's name is left alone."""

import pytest

from assistant.checking.persons import check_persons
from assistant.checking.tracing import Tracer
from assistant.glossary import load_shipped
from assistant.records import Claim, Draft, Field, Finding, Name, Verdict
from tests.builders import make_item
from tests.checking.samples import load_demo
from tests.growth import grows_linearly

ITEM = make_item("賴清德與澳洲總理艾班尼斯通話。", "工程師魏以安與Kevin Rudd的顧問見面，身穿LV。", headline="電話會談")
NAMES = (Name("魏以安", "Wei Yi-an", "person"),)


def check(english: str) -> list[Finding]:
    return list(check_persons(Tracer(ITEM, Draft("", english, (), (), NAMES), load_shipped())))


@pytest.mark.parametrize(
    "english",
    [
        "President Lai Ching-te spoke with Anthony Albanese.",
        "William Lai and Prime Minister Albanese spoke.",
        "Engineer Wei Yi-an met an adviser of Kevin Rudd.",
        "An engineer named Wei An-yi (魏以安) came.",
        "The Ministry of Economic Affairs and the Central Weather Administration warned of Typhoon Egret.",
        "On Monday Morning the White House and the European Commission said nothing.",
        "The Legislative Yuan passed the Banking Act; Prime Minister and President agreed.",
        "Strait Business Weekly reported from South-East Asia on the Mid-Autumn Festival.",
        "New Taipei City and Hong Kong played in the Asian Cup.",
        "He met an adviser in a Louis Vuitton coat.",
        "Nordbris Energi and Tunghui Marine signed.",
        "",
    ],
)
def test_names_that_trace_and_words_that_are_no_person_raise_nothing(english: str) -> None:
    assert check(english) == []


@pytest.mark.parametrize(
    ("english", "name"),
    [
        ("Donald Trump spoke with Lai Ching-te.", "Donald Trump"),
        ("He met John Whitmore's adviser.", "John Whitmore"),
        ("Engineer Huang Shih-kai met an adviser.", "Huang Shih-kai"),
        ("Professor Zora Quint was there.", "Zora Quint"),
        ("It is safe, Zora Quint said yesterday.", "Zora Quint"),
        ("Xi Jinping's envoy, Senator Bolt Karsten, came.", "Bolt Karsten"),
        ("Ursula von der Leyen came.", "Ursula von der Leyen"),
    ],
)
def test_a_person_whom_the_source_does_not_name_is_flagged_where_he_stands(english: str, name: str) -> None:
    (finding,) = check(english)
    assert (finding.verdict, finding.english, finding.place.field) == (Verdict.UNSUPPORTED, name, Field.SUMMARY)
    assert finding.span
    assert finding.span.of(english) == name


def test_a_prefecture_that_stands_before_a_verb_of_speech_is_no_person() -> None:
    draft = Draft("", "The governor of Kumamoto Prefecture said that it was regrettable.", (), (), ())
    tracer = Tracer(make_item("熊本県の知事は「残念だ」と語った。", headline="延期"), draft, load_shipped())
    assert check_persons(tracer) == ()


@pytest.mark.parametrize("name", ["Kao Wei-ting", "Gao Weiting"])
def test_a_name_that_no_pair_gives_may_be_read_from_characters_behind_a_surname(name: str) -> None:
    text = f"Reporter {name} said so."
    for source, found in (("記者高維廷報導", []), ("記者提高維持廷議", [name])):
        draft = Draft("", text, (), (), ())
        tracer = Tracer(make_item(source, headline="快訊"), draft, load_shipped())
        assert [f.english for f in check_persons(tracer)] == found


def test_headline_claims_and_translations_are_read_as_well() -> None:
    claim = Claim("Jane Whitmore resigned.", (1,), "")
    findings = check_persons(Tracer(ITEM, Draft("Jane Whitmore resigns", "", (), (claim,), ()), load_shipped()))
    assert {f.place.field for f in findings} == {Field.HEADLINE, Field.CLAIM}


def test_a_headline_that_capitalises_every_word_tells_nothing() -> None:
    headline = "President Signs Deal With Acme Widgets Today After Jane Smith Visit"
    assert not check_persons(Tracer(ITEM, Draft(headline, "", (), (), ()), load_shipped()))


def test_nobody_in_the_demo_is_flagged() -> None:
    assert [f for item, draft in load_demo() for f in check_persons(Tracer(item, draft, load_shipped()))] == []


def test_every_person_of_the_demo_would_be_missed_in_another_item() -> None:
    """The demo's own drafts, each held against the source of the next item: its people are not named there."""
    pairs = load_demo()
    flagged = [
        f.english
        for (_, draft), (item, _) in zip(pairs, (*pairs[1:], pairs[0]), strict=True)
        for f in check_persons(Tracer(item, Draft(draft.headline, draft.summary, (), draft.claims, ()), load_shipped()))
    ]
    assert len(set(flagged)) >= 7


@pytest.mark.parametrize("part", ["A", "A-"])
def test_an_endless_word_is_searched_in_linear_time(part: str) -> None:
    assert check(part * 10_000) == []
    assert grows_linearly(lambda size: check(part * size), 40_000)


@pytest.mark.parametrize(
    ("headline", "found"),
    [
        ("Wang Ta-ming Attends Opening Ceremony", ["Wang Ta-ming"]),
        ("President Lai Welcomes Wang Ta-ming's Friends", ["Wang Ta-ming"]),
        ("Wei Yi-an Meets Adviser of Kevin Rudd", []),
        ("Chen Long-awaited Trial Opens Monday", []),
        ("Markets Await Long-Term Rates Decision Monday", []),
        ("South-East Asia Braces for Typhoon Season", []),
    ],
)
def test_a_headline_in_capitals_names_persons_of_two_syllables(headline: str, found: list[str]) -> None:
    draft = Draft(headline, "", (), (), NAMES)
    assert [f.english for f in check_persons(Tracer(ITEM, draft, load_shipped()))] == found
