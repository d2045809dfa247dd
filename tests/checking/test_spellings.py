"""Wherever a text writes a name otherwise than it is settled, that very place is marked; a locked name must be used."""

from dataclasses import replace

import pytest

from assistant.checking.spellings import check_spellings
from assistant.checking.tracing import Tracer
from assistant.glossary import layer
from assistant.records import Authority, Claim, Draft, Field, Finding, Name, Term
from tests.builders import make_item
from tests.checking.samples import load_demo
from tests.checking.test_names import ITEM, make_draft

POUTINE = Term(("普丁",), ("Vladimir Poutine",), "person", authority=Authority.USER)


def check(draft: Draft, *terms: Term) -> list[Finding]:
    return list(check_spellings(Tracer(ITEM, draft, layer(terms))))


def places(found: list[Finding]) -> list[tuple[str, int, str]]:
    return [(f.place.field, f.place.index, f.english if f.span else "") for f in found]


def test_a_locked_name_must_be_used_in_each_translation_of_it_even_when_no_pair_is_given() -> None:
    found = check(make_draft(s0="Poutine and Xi speak"), POUTINE)
    assert places(found) == [(Field.TRANSLATION, 1, "Vladimir Putin"), (Field.TRANSLATION, 2, "Putin")]
    assert [f.source for f in found] == ["普丁", "蒲亭"]
    assert all(f.expected == "Vladimir Poutine" for f in found)


def test_the_spelling_that_the_user_replaced_is_marked_in_summary_headline_and_claims() -> None:
    draft = replace(
        make_draft(s0="Poutine and Xi speak", s1="Poutine spoke with Xi.", s2="Ko criticised Poutine."),
        headline="Vladimir Putin and Xi speak",
        summary="Poutine spoke with Xi. “It was good,” said VLADIMIR\u00a0PUTIN.",
        claims=(Claim("Vladimir Poutine spoke.", (1,), ""), Claim("Vladimir Putin’s call was short.", (1,), "")),
    )
    found = check(draft, POUTINE)
    assert [(f.place.field, f.place.index, f.english) for f in found] == [
        (Field.HEADLINE, 0, "Vladimir Putin"),
        (Field.SUMMARY, 0, "VLADIMIR\u00a0PUTIN"),
        (Field.CLAIM, 1, "Vladimir Putin"),
    ]
    assert draft.summary[slice(*(found[1].span or ()))] == "VLADIMIR\u00a0PUTIN"
    assert {f.why for f in found} == {"your own list of names has Vladimir Poutine"}


@pytest.mark.parametrize("authority", [Authority.SHIPPED, Authority.LEARNED, Authority.LOCKED])
def test_a_person_whom_the_draft_misspells_is_marked_wherever_he_stands(authority: Authority) -> None:
    term = Term(("柯亦涵",), ("Ko Yi-han",), "person", authority=authority)
    pair = Name("柯亦涵", "Ke Yihan", "person")
    draft = make_draft(pair, s0="Putin speaks", s2="Ke Yihan (柯亦涵) criticised Putin.")
    found = check(replace(draft, summary="Ke Yihan criticised Putin; Ke\nYihan left."), term)
    assert places(found) == [
        (Field.SUMMARY, 0, "Ke Yihan"), (Field.SUMMARY, 0, "Ke\nYihan"), (Field.TRANSLATION, 2, "Ke Yihan"),
    ]  # fmt: skip
    assert all(f.expected == "Ko Yi-han" for f in found)


def test_a_spelling_that_is_right_for_another_bearer_is_not_marked() -> None:
    names = (Name("柯亦涵", "Ke Yihan", "person"), Name("習近平", "Ke Yihan", "person"))
    right = Term(("柯亦涵",), ("Ke Yihan",), "person", authority=Authority.LOCKED)
    draft = replace(make_draft(*names, s2="Ke Yihan criticised Putin."), summary="Ke Yihan spoke.")
    assert [f for f in check(draft, right) if f.place.field is Field.SUMMARY] == []


def test_nothing_of_the_demo_is_marked() -> None:
    assert [f for item, draft in load_demo() for f in check_spellings(Tracer(item, draft, layer(())))] == []


KO = Term(("柯亦涵",), ("Ko Yih-harn",), "person", authority=Authority.USER)
RYABKOV = Term(("里亞布科夫",), ("Sergej Rjabkow",), authority=Authority.LOCKED)


@pytest.mark.parametrize(
    ("english", "wrong"),
    [
        ("Ko Yi-han criticised Putin.", "Ko Yi-han"),
        ("The legislator Ko Yihan criticised Putin.", "Ko Yihan"),
        ("Yi-han Ko criticised Putin.", "Yi-han Ko"),
        ("Ke Yi Han criticised Putin.", "Ke Yi Han"),
        ("Ko Yih-han criticised Putin.", "Ko Yih-han"),
        ("Ko Yih-harn's party criticised Putin.", ""),
        ("Legislator Ko criticised Putin.", ""),
        ("Legislator Ko Criticises Putin", ""),
        ("Ko Jing-teng criticised Putin.", ""),
    ],
)
@pytest.mark.parametrize("pairs", [(), (Name("柯亦涵", "Ko Yih-harn", "person"),)])
def test_a_locked_name_is_held_against_the_texts_whatever_the_list_of_names_has(
    pairs: tuple[Name, ...], english: str, wrong: str
) -> None:
    found = check(replace(make_draft(*pairs, s2="Ko Yih-harn criticised Putin."), summary=english), KO)
    assert [(f.place.field, f.english, f.expected) for f in found] == (
        [(Field.SUMMARY, wrong, "Ko Yih-harn")] if wrong else []
    )


def test_a_name_that_ships_is_held_against_the_texts_too() -> None:
    found = check(
        replace(make_draft(s1="Putin spoke with Hsi Chin-ping."), summary="Xi Jinping spoke; Xi JinPing left.")
    )
    assert [(f.place.field, f.english, f.expected) for f in found] == [
        (Field.TRANSLATION, "Hsi Chin-ping", "Xi Jinping")
    ]


def test_a_given_name_that_is_nearly_the_locked_one_is_marked() -> None:
    item = make_item("副外長里亞布科夫表示歡迎。")
    draft = Draft("Sergei Rjabkow welcomes it", "Rjabkow and Maria Rjabkow.", (), (), ())
    found = check_spellings(Tracer(item, draft, layer((RYABKOV,))))
    assert [(f.place.field, f.english) for f in found] == [(Field.HEADLINE, "Sergei Rjabkow")]


def test_the_surname_that_the_user_replaced_is_marked_where_nobody_else_has_it() -> None:
    draft = replace(make_draft(s0="Poutine and Xi speak", s1="Poutine spoke.", s2="Poutine."), headline="Putin speaks")
    assert [(f.place.field, f.english) for f in check(draft, POUTINE)] == [(Field.HEADLINE, "Putin")]
    other = Name("俄羅斯", "Anna Putin", "person")
    assert check(replace(draft, names=(other,)), POUTINE) == []
