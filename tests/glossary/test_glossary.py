"""The glossary knows how names are written, under all variants and in both scripts, and the user has the last word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.glossary import Glossary, fold_original, layer, load_shipped, same_spelling, spell
from assistant.records import Authority, Term
from tests.growth import grows_linearly


@pytest.mark.parametrize(
    ("original", "english"),
    [
        ("普丁", "Vladimir Putin"),
        ("蒲亭", "Vladimir Putin"),
        ("普京", "Vladimir Putin"),
        ("習近平", "Xi Jinping"),
        ("习近平", "Xi Jinping"),
        ("賴清德", "Lai Ching-te"),
        ("《路透》", "Reuters"),
        ("路透社", "Reuters"),
        ("金正恩", "Kim Jong Un"),
        ("高市早苗", "Sanae Takaichi"),
        ("莎拉‧杜特蒂", "Sara Duterte"),
    ],
)
def test_a_name_is_known_under_all_its_variants_and_in_both_scripts(original: str, english: str) -> None:
    term = load_shipped().resolve(original)
    assert term
    assert term.english[0] == english


def test_one_name_is_spelled_as_the_whole_glossary_has_it() -> None:
    shipped = load_shipped()
    for term in shipped.terms:
        for original in term.originals:
            found = shipped.resolve(original)
            assert found
            assert spell(original) == spell(f"《{original}》") == found.english[0]
            assert spell(fold_original(original)) == found.english[0]
    assert spell("自由时报") == "Liberty Times"
    assert spell("施敬棠") == spell("") == spell("|") == ""
    own = (Term(("自由時報",), ("Freedom Daily",), "outlet", "zh", Authority.USER),)
    assert spell("自由时报", own) == "Freedom Daily"
    assert spell("路透", own) == "Reuters"


def test_a_name_that_is_in_no_table_is_not_known() -> None:
    assert load_shipped().resolve("施敬棠") is None
    assert load_shipped().resolve("") is None


def test_the_table_holds_hundreds_of_names_each_written_once() -> None:
    terms = load_shipped().terms
    originals = [fold_original(original) for term in terms for original in term.originals]
    assert len(terms) >= 600
    in_each = [{fold_original(original) for original in term.originals} for term in terms]
    assert sum(map(len, in_each)) == len(set().union(*in_each))  # `spell` takes the first row that it finds
    assert all(load_shipped().resolve(original) in terms for original in originals)
    assert {term.kind for term in terms} <= {"person", "party", "organisation", "media", "place"}
    assert all(spelling == " ".join(spelling.split()) for term in terms for spelling in term.english)


def test_the_longest_name_counts_and_spans_are_those_of_the_text() -> None:
    text = "《德國之聲》專訪稱，中國國民黨與臺灣民眾黨…"
    found = [(o.span.of(text), o.term.english[0]) for o in load_shipped().find(text)]
    assert found == [
        ("德國之聲", "Deutsche Welle"),
        ("中國國民黨", "Kuomintang"),
        ("臺灣民眾黨", "Taiwan People's Party"),
    ]


def test_the_user_overrules_what_was_learnt_and_that_the_table_under_every_variant() -> None:
    learnt = Term(("蒲亭",), ("Vladimir Poutine",), "person", authority=Authority.LEARNED)
    user = Term(("柯文哲",), ("Ko Wen-che",), authority=Authority.USER)
    older = Term(("柯文哲",), ("Ke Wenzhe",), authority=Authority.LOCKED)
    glossary = layer((learnt, older, user))
    spellings = {o: term.english[0] for o in ("普丁", "蒲亭", "柯文哲", "賴清德") if (term := glossary.resolve(o))}
    assert spellings == {
        "普丁": "Vladimir Poutine",
        "蒲亭": "Vladimir Poutine",
        "柯文哲": "Ko Wen-che",
        "賴清德": "Lai Ching-te",
    }


def test_what_overrules_a_name_keeps_what_is_known_of_its_bearer() -> None:
    term = layer((Term(("普京",), ("V. Putin",), authority=Authority.USER),)).resolve("蒲亭")
    assert term
    assert (term.english, term.kind, term.origin, term.is_locked) == (("V. Putin",), "person", "ru", True)


@pytest.mark.parametrize(
    ("english", "same"),
    [
        ("Xi Jinping", True),
        ("President Xi Jinping", True),
        ("Xi", True),
        ("xi jinping", True),
        ("Xi Jin-ping", False),
        ("Hsi Chin-ping", False),
        ("Shi Jinping", False),
    ],
)
def test_a_spelling_is_the_same_with_a_title_or_as_a_surname_and_not_with_another_letter(
    english: str, same: bool
) -> None:
    term = load_shipped().resolve("習近平")
    assert term
    assert same_spelling(term, english) is same


@given(st.text(alphabet="普丁蒲亭路透社川abc‧·《》 ", max_size=60))
def test_what_is_found_stands_there_and_nothing_overlaps(text: str) -> None:
    end = 0
    for span, term in load_shipped().find(text):
        assert span.start >= end
        assert fold_original(span.of(text)) in {fold_original(o) for o in term.originals}
        end = span.end


def test_a_long_text_is_searched_in_linear_time() -> None:
    assert grows_linearly(lambda times: list(load_shipped().find("中國國民黨中國國民中國國川普特朗普" * times)), 8_000)


def test_an_empty_glossary_finds_nothing() -> None:
    assert Glossary(()).terms_in("普丁") == ()


def test_what_is_written_so_are_the_terms_in_force_from_below_and_from_above() -> None:
    shipped = load_shipped()
    assert [term.originals[0] for term in shipped.spelled("VLADIMIR Putin")] == [shipped.resolve("普丁").originals[0]]  # type: ignore[union-attr]
    overruled = layer((Term(("普丁",), ("Wladimir Putin",), "person"), Term(("丁一",), ("Xi Jinping",), "person")))
    assert not overruled.spelled("Vladimir Putin")
    assert overruled.spelled("Wladimir Putin") == (overruled.resolve("蒲亭"),)
    assert [term.originals[0] for term in overruled.spelled("Xi Jinping")] == ["習近平", "丁一"]
