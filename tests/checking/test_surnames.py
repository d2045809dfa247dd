"""A surname that no character of a name may be is flagged and never learnt; all that may be his raises nothing."""

import pytest

from assistant.checking import check_draft
from assistant.checking.surnames import find_other_surname
from assistant.glossary import load_shipped
from assistant.glossary.memory import Memory
from assistant.records import Authority, Briefing, Check, Draft, Field, Finding, Name, Term, Translation
from tests.builders import make_item


@pytest.mark.parametrize(
    ("original", "english", "surname"),
    [
        ("林大為", "Chen Dawei", "chen"),
        ("林大為", "Chen Ta-wei", "chen"),
        ("林大為", "Dawei Chen", "chen"),
        ("林大為", "David Chen", "chen"),
        ("林大為", "Chen Mingde", "chen"),
        ("李大同", "Liu Datong", "liu"),
        ("陳志豪", "Zhang Zhihao", "zhang"),
        ("歐陽娜娜", "Chen Nana", "chen"),
    ],
)
def test_a_surname_that_no_character_may_be_is_found(original: str, english: str, surname: str) -> None:
    assert find_other_surname(english, original) == surname


@pytest.mark.parametrize(
    ("original", "english"),
    [
        ("林大為", "Lin Dawei"),
        ("林大為", "Lam Tai-wai"),
        ("林大為", "David Lim"),
        ("歐陽娜娜", "Nana Ou-yang"),
        ("楊紫瓊", "Michelle Yeoh"),
        ("許銘春", "Sheu Ming-chun"),
        ("吳敦義", "Wu Den-yih"),
        ("葉劉淑儀", "Regina Ip"),
        ("湯姆楊", "Tom Yang"),
        ("史丹李", "Stan Lee"),
        ("林肯", "Abraham Lincoln"),
        ("林芳正", "Yoshimasa Hayashi"),
        ("孫正義", "Masayoshi Son"),
        ("王貞治", "Sadaharu Oh"),
        ("全智賢", "Jun Ji-hyun"),
        ("文在寅", "Moon Jae-in"),
        ("胡德福", "Ho Duc Phoc"),
        ("蘇林", "To Lam"),
        ("阮富仲", "Nguyen Phu Trong"),
    ],
)
def test_what_may_be_his_name_raises_nothing(original: str, english: str) -> None:
    assert find_other_surname(english, original) == ""


def test_no_person_of_the_shipped_table_has_the_surname_of_another() -> None:
    persons = [term for term in load_shipped().terms if term.kind == "person"]
    pairs = [(english, original) for term in persons for original in term.originals for english in term.english]
    assert [pair for pair in pairs if find_other_surname(*pair)] == []
    assert len(pairs) > 400


ITEM = make_item("市議員林大為表示支持。", headline="林大為支持新案")


def brief(english: str) -> Draft:
    name = Name("林大為", english, "person")
    return Draft(
        "", f"{english} (林大為) voiced support.", (Translation(1, f"{english} (林大為) spoke."),), (), (name,)
    )


def find_flags(draft: Draft, *terms: Term) -> list[Finding]:
    return [f for f in check_draft(ITEM, draft, terms) if f.check is Check.NAME and f.verdict.is_flag]


def test_it_is_flagged_where_it_is_given_and_where_it_is_written() -> None:
    flags = find_flags(brief("Chen Dawei"))
    assert {f.place.field for f in flags} == {Field.NAME, Field.SUMMARY, Field.TRANSLATION}
    assert {f.why for f in flags} == {"林 is not written Chen"}
    assert find_flags(brief("Lin Dawei")) == []


def test_a_locked_spelling_is_the_one_that_is_named() -> None:
    locked = Term(("林大為",), ("David Lin",), authority=Authority.USER)
    draft = Draft("", "", (Translation(1, "Lin Ta-wei (林大為) spoke."),), (), (Name("林大為", "Lin Dawei", "person"),))
    found = find_flags(draft, locked)
    assert {f.expected for f in found} == {"David Lin"}
    assert Field.TRANSLATION in {f.place.field for f in found}


@pytest.mark.parametrize(("english", "learnt"), [("Chen Dawei", 0), ("Lin Dawei", 1)])
def test_only_a_right_one_is_learnt(english: str, learnt: int) -> None:
    assert len(learn(english)) == learnt


def learn(english: str) -> tuple[Term, ...]:
    memory = Memory()
    draft = brief(english)
    memory.hear(Briefing("page.txt", "ab" * 32, ITEM, draft=draft, findings=check_draft(ITEM, draft)))
    memory.settle(["ab" * 32])
    return memory.take_learned()
