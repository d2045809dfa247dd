"""The original script stands behind each name where it is first read, and nowhere where it does not belong."""

from dataclasses import replace

import pytest

from assistant.checking import check_draft, find_missing_originals
from assistant.checking.mentions import MISSING
from assistant.records import Authority, Claim, Draft, Item, Name, Term, Translation
from assistant.repairing import add_originals
from tests.builders import make_item
from tests.checking.samples import load_demo

ITEM = make_item(
    "東海市市長林柏舟昨天說，宏川精密將設廠。",
    "林柏舟與普丁在倫敦會面。",
    "財政部與蒲亭都沒有回應。",
    headline="林柏舟談設廠",
)
NAMES = (
    Name("林柏舟", "Lin Po-chou", "person"),
    Name("宏川精密", "Hungchuan Precision", "organisation"),
    Name("東海市", "Tunghai", "place"),
    Name("倫敦", "London", "place"),
    Name("財政部", "Ministry of Finance", "organisation"),
    Name("普丁", "Vladimir Putin", "person"),
    Name("蒲亭", "Vladimir Putin", "person"),
)
DRAFT = Draft(
    headline="Lin Po-chou on a new factory",
    summary="Lin Po-chou says that Hungchuan Precision will build a factory. The Ministry of Finance did not comment.",
    translations=(
        Translation(0, "Lin Po-chou speaks of a factory"),
        Translation(1, "Lin Po-chou, mayor of Tunghai, said yesterday that Hungchuan Precision would build a factory."),
        Translation(2, "Lin Po-chou met Vladimir Putin in London."),
        Translation(3, "Neither the Ministry of Finance nor Putin answered."),
    ),
    claims=(Claim("Lin Po-chou met Vladimir Putin in London.", (2,), "林柏舟與普丁在倫敦會面"),),
    names=NAMES,
)


def put_in(draft: Draft, item: Item = ITEM, *terms: Term) -> Draft:
    return add_originals(draft, find_missing_originals(item, draft, terms))[0]


def say(english: str, *names: Name) -> str:
    """The translation of a sentence as it is published."""
    draft = Draft("", "", (Translation(1, english),), (), names or NAMES)
    return put_in(draft).translation(1)


def test_summary_and_claims_have_it_once_and_the_translation_by_itself_but_for_its_headline() -> None:
    after = put_in(DRAFT)
    assert after.headline == DRAFT.headline
    assert after.summary == (
        "Lin Po-chou (林柏舟) says that Hungchuan Precision (宏川精密) will build a factory."
        " The Ministry of Finance (財政部) did not comment."
    )
    assert after.claims[0].english == "Lin Po-chou met Vladimir Putin (普丁) in London."
    assert [t.english for t in after.translations] == [
        "Lin Po-chou speaks of a factory",
        "Lin Po-chou (林柏舟), mayor of Tunghai (東海市), said yesterday that Hungchuan Precision (宏川精密) would"
        " build a factory.",
        "Lin Po-chou met Vladimir Putin (普丁) in London.",
        "Neither the Ministry of Finance (財政部) nor Putin answered.",
    ]


def test_what_was_put_in_is_told_text_by_text_and_nothing_is_left_to_put_in() -> None:
    after, repairs = add_originals(DRAFT, find_missing_originals(ITEM, DRAFT))
    texts = (DRAFT.summary, DRAFT.claims[0].english, *(t.english for t in DRAFT.translations[1:]))
    assert {repair.before for repair in repairs} == set(texts)
    assert all(MISSING in repair.why for repair in repairs)
    assert find_missing_originals(ITEM, after) == ()
    assert not [f for f in check_draft(ITEM, after) if f.verdict.is_flag]


@pytest.mark.parametrize(
    ("english", "published"),
    [
        ("Lin Po-chou's plan is new.", "Lin Po-chou's (林柏舟) plan is new."),
        ("President Lin Po-chou spoke.", "President Lin Po-chou (林柏舟) spoke."),
        ("At Hungchuan Precision nothing is known.", "At Hungchuan Precision (宏川精密) nothing is known."),
        ("The Hungchuan Precision works", "The Hungchuan Precision (宏川精密) works"),
        ("Chairman of Hungchuan Precision", "Chairman of Hungchuan Precision (宏川精密)"),
        ("Lin Po-chou [林柏舟] spoke.", None),
        ("Mayor Lin (林柏舟) spoke; Lin Po-chou smiled.", None),
        ("The Lin Po-chou Foundation spoke.", None),
        ("The University of Tunghai spoke.", None),
        ("A Tunghai-based firm spoke.", None),
        ("It is called “Lin Po-chou” now.", None),
        ("The mayor (Lin Po-chou) spoke.", None),
    ],
)
def test_it_stands_behind_the_whole_name_and_its_possessive(english: str, published: str | None) -> None:
    assert say(english) == (published or english)


@pytest.mark.parametrize(
    "name",
    [
        Name("林伯舟", "Lin Po-chou", "person"),  # not printed
        Name("普丁", "Lin Po-chou", "person"),  # another's
        Name("林", "Lin Po-chou", "person"),  # stands in many names
        Name("市長", "mayor", "person"),  # no name
        Name("林柏舟", "Lin Po-chou", "other"),
    ],
)
def test_a_pair_that_does_not_hold_is_put_nowhere(name: Name) -> None:
    assert say("Lin Po-chou, the mayor, spoke.", name) == "Lin Po-chou, the mayor, spoke."


def test_one_english_name_of_two_people_is_left_alone() -> None:
    item = make_item("吳銘與吳明都說好。")
    names = (Name("吳銘", "Wu Ming", "person"), Name("吳明", "Wu Ming", "person"))
    draft = Draft("", "Wu Ming agreed.", (), (), names)
    assert put_in(draft, item) == draft


def test_latin_names_that_the_source_prints_need_none() -> None:
    item = make_item("陸克文(Kevin Rudd)說好。")
    draft = Draft("", "Kevin Rudd agreed.", (), (), (Name("陸克文", "Kevin Rudd", "person"),))
    assert put_in(draft, item) == draft


def test_a_spelling_that_the_user_did_not_choose_gets_none() -> None:
    locked = Term(("林柏舟",), ("Lin Bozhou",), "person", authority=Authority.LOCKED)
    draft = replace(DRAFT, translations=(), claims=(), names=NAMES[:1])
    assert put_in(draft, ITEM, locked) == draft


def test_the_demos_drafts_stay_free_of_flags() -> None:
    put = [(item, draft, put_in(draft, item)) for item, draft in load_demo()]
    assert sum(after != draft for _, draft, after in put) > 3
    for item, draft, after in put:
        before = {(f.check, f.english) for f in check_draft(item, draft) if f.verdict.is_flag}
        assert {(f.check, f.english) for f in check_draft(item, after) if f.verdict.is_flag} == before


@pytest.mark.parametrize(
    ("authority", "published"),
    [(Authority.LOCKED, ""), (Authority.USER, ""), (Authority.LEARNED, " (宏川精密)")],
)
def test_a_body_that_an_earlier_run_met_is_no_better_known_to_the_reader(authority: Authority, published: str) -> None:
    """Else a report would say less on the second day, and after a retry other than in one go."""
    term = Term(("宏川精密",), ("Hungchuan Precision",), "organisation", authority=authority)
    draft = replace(DRAFT, translations=(), claims=(), names=NAMES[1:2])
    assert f"Hungchuan Precision{published} will" in put_in(draft, ITEM, term).summary
