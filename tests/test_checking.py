"""The checks hold what a model wrote against the source, and say why where it does not hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.checking import check_draft, render_figures
from assistant.checking.folding import fold
from assistant.checking.translations import is_english
from assistant.records import (
    Attribution,
    Authority,
    Claim,
    Draft,
    Field,
    Finding,
    Item,
    Name,
    Term,
    Translation,
    Verdict,
)
from tests.builders import make_item

ITEM = make_item(
    "雙方簽署85億美元協議。",
    "全球70%的稀土開採、90%的加工都集中在中國。",
    "他說:「位置極佳」,17種稀土中的12種受限。",
    start=50,
)


def make_draft(
    *,
    headline: str = "Rare earth exports grow",
    summary: str = "The two sides signed an agreement.",
    translations: dict[int, str] | None = None,
    claims: tuple[Claim, ...] = (),
    names: tuple[Name, ...] = (),
) -> Draft:
    given = {
        0: "Rare earth exports grow",
        1: "The two sides signed an agreement worth US$8.5 billion.",
        2: "70% of the world's rare earth mining and 90% of its processing are concentrated in China.",
        3: "He said the location was excellent; 12 of the 17 rare earths are restricted.",
        **(translations or {}),
    }
    return Draft(headline, summary, tuple(Translation(i, t) for i, t in given.items() if t), claims, names)


def flags(draft: Draft, item: Item = ITEM) -> list[Finding]:
    return [finding for finding in check_draft(item, draft) if finding.verdict.is_flag]


def make_claim(english: str, quote: str, *segments: int) -> Claim:
    return Claim(english, segments, quote, Attribution())


def test_a_faithful_draft_has_no_flag() -> None:
    claims = (make_claim("The agreement is worth $8.5bn.", "85億美元協議", 1),)
    names = (Name("中國", "China", "place"),)
    draft = make_draft(summary="Twelve of the 17 rare earths are restricted.", claims=claims, names=names)
    assert flags(draft) == []


@pytest.mark.parametrize(
    ("draft", "field", "english"),
    [
        (make_draft(summary="They signed a US$85 billion agreement."), Field.SUMMARY, "US$85 billion"),
        (make_draft(headline="A US$85 billion deal"), Field.HEADLINE, "US$85 billion"),
        (make_draft(translations={1: "They signed a US$850 million deal."}), Field.TRANSLATION, "US$850 million"),
        (make_draft(claims=(make_claim("It is worth US$85 billion.", "85億美元", 1),)), Field.CLAIM, "US$85 billion"),
    ],
)
def test_a_wrong_figure_is_flagged_where_it_stands_with_the_source_beside_it(
    draft: Draft, field: Field, english: str
) -> None:
    (flag,) = [f for f in flags(draft) if f.check == "figure" and f.verdict is Verdict.CONTRADICTED]
    assert (flag.place.field, flag.english) == (field, english)
    assert flag.source_span
    assert ITEM.read(flag.source_span) == flag.source == "85億美元"
    assert flag.why


def test_a_figure_from_another_sentence_is_not_supported_by_the_citation() -> None:
    draft = make_draft(claims=(make_claim("China does 90% of the processing.", "85億美元", 1),))
    (flag,) = [f for f in flags(draft) if f.check == "figure"]
    assert flag.verdict is Verdict.UNSUPPORTED
    assert "not in the sentences" in flag.why
    assert flag.source == "90%"


def test_a_figure_that_a_translation_leaves_out_is_flagged() -> None:
    draft = make_draft(translations={1: "The two sides signed an agreement."})
    (flag,) = flags(draft)
    assert (flag.verdict, flag.source) == (Verdict.OMITTED, "85億美元")


def test_a_sentence_that_is_not_translated_is_flagged() -> None:
    (flag,) = flags(make_draft(translations={2: ""}))
    assert (flag.check, flag.verdict, flag.place.index) == ("translation", Verdict.OMITTED, 2)


@pytest.mark.parametrize(
    ("english", "accepted"),
    [
        ("Hung Hsiu-chu (洪秀柱) spoke.", True),
        ("They met in Tainan [台南].", True),
        ("雙方簽署協議。", False),
        ("They 簽署85億美元 deal 協議", False),
        ("雙方簽署85億美元協議。", False),
        ("(雙方簽署)", False),
    ],
)
def test_what_is_left_in_chinese_is_no_translation(english: str, accepted: bool) -> None:
    assert is_english("雙方簽署85億美元協議。", english) is accepted


@pytest.mark.parametrize(
    ("quote", "segments", "accepted"),
    [
        ("雙方簽署85億美元協議", (1,), True),
        ("雙方簽署８５億美元協議", (1,), True),
        ("雙方 簽署 85億美元 協議", (1,), True),
        ("他說:『位置極佳』", (3,), True),
        ("協議。全球70%", (1, 2), True),
        ("雙方簽署86億美元協議", (1,), False),
        ("雙方簽署85億歐元協議", (1,), False),
        ("雙方簽署85億美元協議", (2,), False),
        ("雙方簽署85億美元協議", (), False),
        ("完全捏造的話", (1,), False),
        ("", (1,), False),
        ("雙方…協議", (1,), False),
    ],
)
def test_a_quotation_counts_only_when_it_stands_in_the_cited_sentences(
    quote: str, segments: tuple[int, ...], accepted: bool
) -> None:
    draft = make_draft(claims=(make_claim("A deal was signed.", quote, *segments),))
    (finding,) = [f for f in check_draft(ITEM, draft) if f.check == "quote"]
    assert (finding.verdict is Verdict.SUPPORTED) is accepted
    if accepted:
        assert finding.source_span
        assert fold(ITEM.read(finding.source_span)).text == fold(quote).text


def test_the_nearest_sentence_is_shown_for_an_altered_quotation() -> None:
    draft = make_draft(claims=(make_claim("A deal.", "雙方簽署86億美元協議", 1),))
    (finding,) = [f for f in check_draft(ITEM, draft) if f.check == "quote"]
    assert finding.source.strip() == "雙方簽署85億美元協議。"


def test_a_name_that_the_source_does_not_print_is_flagged() -> None:
    (flag,) = flags(make_draft(names=(Name("川普", "Donald Trump", "person"),)))
    assert (flag.check, flag.english) == ("name", "Donald Trump")


@pytest.mark.parametrize("original", ["", "\u3000", "《》", "-"])
@pytest.mark.parametrize("english", ["", " ", "-", "Lin Po-chou"])
def test_a_name_of_blanks_or_signs_stands_nowhere_and_ends_no_check(original: str, english: str) -> None:
    """Of a result that somebody edited: a reply's names are stripped, the user's are refused."""
    term = Term((original,), (english,), "person", authority=Authority.USER)
    draft = make_draft(names=(Name(original, english, "person"),))
    found = [f for f in check_draft(ITEM, draft, (term,)) if f.place.field is Field.NAME]
    assert [f.verdict for f in found] == [Verdict.UNSUPPORTED]


@given(st.text(max_size=40), st.text(max_size=10))
def test_folding_keeps_places(text: str, wanted: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.origin)
    span = folded.find(fold(wanted))
    if span:
        assert fold(wanted).text in fold(text[span.start : span.end]).text


def test_every_source_figure_is_rendered_with_its_place() -> None:
    rendered = {f.surface: f for f in render_figures(ITEM)}
    assert rendered["85億美元"].english == "US$8.5 billion"
    for figure in rendered.values():
        assert ITEM.read(figure.span) == figure.surface


@pytest.mark.parametrize(
    ("summary", "is_flagged"),
    [
        ("The deal (US$85 billion, 美元) was signed.", True),
        ("The deal, US$8.5 billion (850億美元), was signed.", True),
        ("The deal, US$8.5 billion (85億美元), was signed.", False),
        ("雙方簽署八百五十億美元協議。", True),
    ],
)
def test_no_figure_hides_in_brackets_or_in_chinese(summary: str, is_flagged: bool) -> None:
    assert bool(flags(make_draft(summary=summary))) is is_flagged


def test_one_character_carries_no_claim() -> None:
    found = flags(make_draft(claims=(make_claim("The chairman was arrested.", "億", 1),)))
    assert [f.why for f in found if f.check == "quote"] == ["the quotation is too short to carry a claim"]
    assert [f.english for f in found if f.check != "quote"] == ["arrested"]  # of which the source has no word


def test_attributions_and_names_are_no_place_for_figures() -> None:
    claim = Claim("A deal was signed.", (1,), "85億美元協議", Attribution(speaker="chairman", act="lost US$77 billion"))
    names = (Name("中國", "China (worth US$99 billion)", "place"),)
    found = [f.english for f in flags(make_draft(claims=(claim,), names=names)) if f.check == "figure"]
    assert found == ["US$77 billion", "US$99 billion"]


@pytest.mark.parametrize(
    ("english", "flagged"),
    [
        ("Revenue rose to US$999 billion in Q3, CEO Ann Lee said.", False),
        ("Revenue rose to US$998 billion in Q3, CEO Ann Lee said.", True),
    ],
)
def test_a_line_that_the_page_prints_in_english_may_stand_as_it_is(english: str, flagged: bool) -> None:
    item = make_item("Revenue rose to US$999 billion in Q3, CEO Ann Lee said.")
    draft = Draft("Rare earth exports grow", "", (Translation(0, "Exports grow"), Translation(1, english)), (), ())
    assert bool([f for f in check_draft(item, draft) if f.check == "figure" and f.verdict.is_flag]) is flagged


@pytest.mark.parametrize(
    ("headline", "english"),
    [
        ("軍售再添40億", "Another US$4 billion in arms sales"),
        ("軍售再添40億", "Another 4 billion in arms sales"),
    ],
)
def test_a_headline_may_spell_out_the_currency_of_its_story(headline: str, english: str) -> None:
    item = make_item("雙方再簽40億美元的合約。", headline=headline)
    translations = (Translation(0, english), Translation(1, "The two sides signed another contract of US$4 billion."))
    assert not flags(Draft(english, "Arms were sold.", translations, (), ()), item)


@pytest.mark.parametrize("english", ["Another €4 billion in arms sales", "Another US$40 billion in arms sales"])
def test_a_headline_may_not_spell_out_another_one(english: str) -> None:
    item = make_item("雙方再簽40億美元的合約。", headline="軍售再添40億")
    translations = (Translation(0, english), Translation(1, "The two sides signed another contract of US$4 billion."))
    assert {f.place.index for f in flags(Draft("Another deal", "Arms were sold.", translations, (), ()), item)} == {0}


def test_a_sentence_that_is_left_as_it_is_has_one_flag_and_no_wrong_figure() -> None:
    item = make_item("投票率為66.8%，比四年前下降3.1個百分點，無效票共5,127張。")
    draft = Draft("Votes are counted", "Votes are counted.", (Translation(1, item.segments[1].text),), (), ())
    found = [f for f in check_draft(item, draft) if f.verdict.is_flag and f.place.index == 1]
    assert [f.why for f in found] == ["left in the source's language"]
