"""Two who speak in one source may not change places in the English; where it cannot be told, nothing is said."""

import pytest

from assistant.checking import check_draft
from assistant.checking.exchanges import check_exchanges
from assistant.checking.figures import check_figures
from assistant.checking.tracing import Tracer
from assistant.glossary import load_shipped
from assistant.records import Attribution, Claim, Draft, Field, Finding, Name, Translation, Verdict
from tests.builders import make_item
from tests.checking.samples import load_demo

ITEM = make_item(
    "檢察官林書文指控，公司行賄8,000萬元；董事長陳如玉否認，說只付了300萬元顧問費。",
    "「工人不會接受，」工會理事長王志明說，陳如玉則批評工會拖延三週。",
    "林書文向陳如玉表示歉意，並承諾在5日內回覆。",
    "北岸電力表示，虧損將減少四成，海岸公司則警告，電價會漲12%。",
    "法院下週再審。",
    headline="公司行賄案開庭",
)
NAMES = (
    Name("林書文", "Lin Shu-wen", "person"),
    Name("陳如玉", "Chen Ju-yu", "person"),
    Name("王志明", "Wang Chih-ming", "person"),
    Name("北岸電力", "Nordkyst Power", "organisation"),
    Name("海岸公司", "Coast Company", "organisation"),
)


def check(draft: Draft) -> list[Finding]:
    return list(check_exchanges(Tracer(ITEM, draft, load_shipped()), check_figures(ITEM, draft)))


def check_summary(summary: str) -> list[Finding]:
    return check(Draft("", summary, (), (), NAMES))


@pytest.mark.parametrize(
    ("segment", "quote", "speaker"),
    [
        (1, "公司行賄8,000萬元", "Chen Ju-yu"),
        (1, "只付了300萬元顧問費", "Lin Shu-wen"),
        (2, "工人不會接受", "Chen Ju-yu"),
        (2, "工會拖延三週", "Wang Chih-ming"),
        (4, "虧損將減少四成", "Coast Company"),
        (4, "電價會漲12%", "Nordkyst Power"),
    ],
)
def test_a_claim_is_credited_to_the_one_in_whose_turn_its_quotation_stands(
    segment: int, quote: str, speaker: str
) -> None:
    claim = Claim("It is so.", (segment,), quote, Attribution("", speaker, "said"))
    (finding,) = check(Draft("", "", (), (claim,), NAMES))
    assert (finding.verdict, finding.place.field, finding.english) == (Verdict.UNSUPPORTED, Field.CLAIM, speaker)
    assert "said by" in finding.why


@pytest.mark.parametrize(
    ("segment", "quote", "speaker"),
    [
        (1, "公司行賄8,000萬元", "Lin Shu-wen"),
        (1, "只付了300萬元顧問費", "Chen Ju-yu"),
        (2, "工人不會接受", "Wang Chih-ming"),
        (2, "工會拖延三週", "Chen Ju-yu"),
        (3, "在5日內回覆", "Lin Shu-wen"),
        (3, "在5日內回覆", "Chen Ju-yu"),
        (4, "電價會漲12%", "Coast Company"),
        (4, "電價會漲12%", ""),
        (5, "法院下週再審", "Lin Shu-wen"),
        (1, "這不在裡面", "Lin Shu-wen"),
    ],
)
def test_the_right_speaker_and_one_that_cannot_be_told_raise_nothing(segment: int, quote: str, speaker: str) -> None:
    claim = Claim("It is so.", (segment,), quote, Attribution("", speaker, "said"))
    assert check(Draft("", "", (), (claim,), NAMES)) == []


@pytest.mark.parametrize(
    ("summary", "name"),
    [
        ("Prosecutor Lin Shu-wen denied it.", "Prosecutor Lin Shu-wen"),
        ("Chen Ju-yu accused the company.", "Chen Ju-yu"),
        ("Chen Ju-yu said that NT$80 million was paid.", "Chen Ju-yu"),
        ("Lin Shu-wen said that only NT$3 million was paid, and Chen Ju-yu spoke of fees.", "Lin Shu-wen"),
        ("Nordkyst Power warned that prices would rise.", "Nordkyst Power"),
        ("Nordkyst Power said that prices would rise by 12 per cent.", "Nordkyst Power"),
        ("Coast Company said that losses would fall by 40 per cent.", "Coast Company"),
        ("Wang Chih-ming criticised the delay of three weeks.", "Wang Chih-ming"),
        ("Wang (王志明) criticised the delay.", "Wang"),
        ("Lin Shu-wen, for his part, denied it.", "Lin Shu-wen"),
        ("Chen Ju-yu, chair of Coast Company, accused the firm.", "Chen Ju-yu"),
    ],
)
def test_a_speaker_in_running_text_has_his_own_act_and_his_own_figures(summary: str, name: str) -> None:
    found = check_summary(summary)
    assert {f.english for f in found} == {name}
    assert all(f.span and f.span.of(summary) == name and f.source for f in found)


@pytest.mark.parametrize(
    "summary",
    [
        "Lin Shu-wen accused the company of paying NT$80 million; Chen Ju-yu denied it and spoke of NT$3 million.",
        "Wang Chih-ming said that workers would not accept it. Chen Ju-yu criticised a delay of three weeks.",
        "Lin Shu-wen promised to answer within five days.",
        "After talks with Chen Ju-yu, the chair, accused of nothing, Lin Shu-wen promised an answer.",
        "Lin Shu-wen, the prosecutor, accused the company; Chen Ju-yu, its head, denied it.",
        "Coast Company warned of prices 12 per cent higher, while Nordkyst Power said losses would fall 40 per cent.",
        "The company denied it. A spokesman said that NT$80 million was paid. The court meets next week.",
        "",
    ],
)
def test_who_said_what_he_said_raises_nothing(summary: str) -> None:
    assert check_summary(summary) == []


def test_a_translation_is_held_against_its_own_sentence() -> None:
    english = "Chen Ju-yu accused the firm of paying NT$80 million; Lin Shu-wen denied it and spoke of NT$3 million."
    found = check_draft(ITEM, Draft("", "", (Translation(1, english),), (), NAMES))
    assert {f.english for f in found if f.check == "attribution" and f.verdict.is_flag} == {"Chen Ju-yu", "Lin Shu-wen"}


def test_two_of_one_surname_are_told_by_their_whole_names_only() -> None:
    item = make_item("議員林書文批評預算，議員林海安反對停辦。", headline="議會")
    names = (Name("林書文", "Lin Shu-wen", "person"), Name("林海安", "Lin Hai-an", "person"))

    def find(summary: str) -> list[str]:
        draft = Draft("", summary, (), (), names)
        return [f.english for f in check_exchanges(Tracer(item, draft, load_shipped()), ())]

    assert find("Lin criticised the budget.") == []
    assert find("Lin Hai-an criticised the budget.") == ["Lin Hai-an"]


def test_nothing_of_the_demo_is_exchanged() -> None:
    for item, draft in load_demo():
        figures = check_figures(item, draft)
        assert check_exchanges(Tracer(item, draft, load_shipped()), figures) == ()
