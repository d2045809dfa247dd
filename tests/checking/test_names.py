"""Every name in the English traces to a source string, and is written as the glossary and the user write it."""

import pytest

from assistant.checking.names import check_names
from assistant.checking.tracing import Tracer
from assistant.glossary import layer
from assistant.records import Authority, Draft, Field, Finding, Name, Term, Translation, Verdict
from tests.builders import make_item
from tests.checking.samples import load_demo

ITEM = make_item(
    "俄羅斯總統普丁與習近平通話。", "立委柯亦涵批評蒲亭。", "澳洲總理表示歡迎。", headline="普丁與習近平通話"
)
ENGLISH = {
    0: "Putin and Xi speak by telephone",
    1: "The Russian president, Vladimir Putin (普丁), spoke with Xi Jinping (習近平).",
    2: "The legislator Ko Yi-han (柯亦涵) criticised Putin.",
    3: "Australia's prime minister welcomed it.",
}


def make_draft(*names: Name, **english: str) -> Draft:
    texts = ENGLISH | {int(index.removeprefix("s")): text for index, text in english.items()}
    return Draft("", "", tuple(Translation(i, t) for i, t in texts.items()), (), names)


def check(draft: Draft, *terms: Term) -> list[Finding]:
    return list(check_names(Tracer(ITEM, draft, layer(terms))))


@pytest.mark.parametrize(
    "name",
    [
        Name("普丁", "Vladimir Putin", "person"),
        Name("蒲亭", "Putin", "person"),
        Name("習近平", "Xi Jinping", "person"),
        Name("柯亦涵", "Ko Yi-han", "person"),
    ],
)
def test_a_name_that_stands_in_the_source_and_is_well_written_is_supported(name: Name) -> None:
    (finding,) = check(make_draft(name))
    assert (finding.verdict, finding.why) == (Verdict.SUPPORTED, "")
    assert ITEM.read(finding.source_span) == name.original


@pytest.mark.parametrize(
    ("name", "why"),
    [
        (Name("川普", "Donald Trump", "person"), "the source does not name 川普"),
        (Name("表示", "Harold Grimes", "person"), "表示 is nobody's name"),
        (Name("總理", "Harold Grimes", "person"), "總理 is nobody's name"),
        (Name("習近平", "Hsi Chin-ping", "person"), "the glossary has Xi Jinping"),
        (Name("習近平", "Xi Jin-ping", "person"), "the glossary has Xi Jinping"),
        (Name("蒲亭", "Vladimir Puting", "person"), "the glossary has Vladimir Putin"),
        (Name("澳洲總理", "Anthony Albanese", "person"), "Anthony Albanese is 艾班尼斯; the source has 澳洲總理"),
        (Name("柯亦涵", "Donald Trump", "person"), "Donald Trump is 川普; the source has 柯亦涵"),
    ],
)
def test_a_name_that_does_not_stand_there_or_is_written_otherwise_is_flagged(name: Name, why: str) -> None:
    (finding,) = check(make_draft(name))
    assert (finding.verdict, finding.why) == (Verdict.UNSUPPORTED, why)


def test_one_bearer_has_one_spelling_within_an_item_under_all_variants() -> None:
    names = (Name("柯亦涵", "Ko Yi-han", "person"), Name("柯亦涵", "Ke Yihan", "person"))
    flags = [f for f in check(make_draft(*names)) if f.verdict.is_flag]
    assert [(f.place.index, f.expected) for f in flags] == [(1, "Ko Yi-han")]
    assert "two spellings" in flags[0].why
    misspelt = (Name("普丁", "Vladimir Pootin", "person"), Name("蒲亭", "Vladimir Putin", "person"))
    assert [f.place.index for f in check(make_draft(*misspelt)) if f.verdict.is_flag] == [0]
    one_person = (Name("普丁", "Vladimir Putin", "person"), Name("蒲亭", "Putin", "person"))
    assert not [f for f in check(make_draft(*one_person)) if f.verdict.is_flag]


@pytest.mark.parametrize(
    ("authority", "kind", "verdict"),
    [
        (Authority.USER, "", Verdict.UNSUPPORTED),
        (Authority.LOCKED, "organisation", Verdict.UNSUPPORTED),
        (Authority.LEARNED, "person", Verdict.UNSUPPORTED),
        (Authority.LEARNED, "organisation", Verdict.NOTED),
    ],
)
def test_what_the_user_locked_or_an_earlier_run_wrote_is_held_against_the_draft(
    authority: Authority, kind: str, verdict: Verdict
) -> None:
    term = Term(("柯亦涵",), ("Ko I-han",), kind, authority=authority)
    found = [f for f in check(make_draft(Name("柯亦涵", "Ko Yi-han", "person")), term) if f.place.field is Field.NAME]
    assert [(f.verdict, f.expected) for f in found] == [(verdict, "Ko I-han")]


def test_an_unused_name_is_noted_and_no_more() -> None:
    name = Name("柯亦涵", "Ko Yi-han", "person")
    (finding,) = check(make_draft(name, s2="A legislator criticised Putin."))
    assert (finding.verdict, finding.why) == (Verdict.NOTED, "the English does not use this name")


def test_no_name_of_the_demo_is_flagged_or_remarked_upon() -> None:
    findings = [f for item, draft in load_demo() for f in check_names(Tracer(item, draft, layer(())))]
    assert {f.verdict for f in findings} == {Verdict.SUPPORTED}
    assert len(findings) > 70


@pytest.mark.parametrize(
    ("original", "english", "flagged"),
    [
        ("林明義", "Lin Ming-hsu", True),
        ("林明義", "Ming-hsu Lin", True),
        ("林明義", "Lin Ming-yi", False),
        ("陳志豪", "Chen Mei-ling", True),
        ("陳志豪", "Chen Zhihao", False),
        ("陳部長", "Chen Mei-ling", False),  # a title, and no given name
    ],
)
def test_a_given_name_that_its_characters_do_not_spell_is_flagged(
    original: str, english: str, *, flagged: bool
) -> None:
    item = make_item(f"{original}昨天表示，利率不變。")
    draft = Draft(
        "", "", (Translation(1, f"{english} ({original}) said rates stay."),), (), (Name(original, english, "person"),)
    )
    found = [f for f in check_names(Tracer(item, draft, layer(()))) if f.verdict.is_flag]
    assert [f.why for f in found] == ([f"{original[1:]} is not read as in {english}"] if flagged else [])
