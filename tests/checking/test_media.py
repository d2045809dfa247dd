"""What one medium reports is not told as another's; where the source does not tell them apart, nothing is said."""

import pytest

from assistant.checking import check_draft
from assistant.records import Attribution, Check, Claim, Draft, Finding, Item
from tests.builders import make_item

ITEM = make_item(
    "據《路透》報導，輝達將投資50億美元。",
    "《彭博》稱交易已告吹，賠償達7億美元。",
    "分析師認為影響有限，股價跌3%。",
    "《北岸週報》指出，工廠將關閉。",
    headline="輝達投資",
)
TOO = make_item("據《路透》報導，輝達將投資50億美元。", "《彭博》也報導了這項消息。", headline="輝達投資")
LAW = make_item("依《投資法》規定，輝達將投資50億美元。", "《彭博》稱交易已告吹。", headline="輝達投資")
QUOTE = "輝達將投資50億美元"


def credit(medium: str, quote: str = QUOTE, cited: tuple[int, ...] = (1, 2), item: Item = ITEM) -> list[Finding]:
    claim = Claim("Nvidia will invest US$5 billion.", cited, quote, Attribution(medium, "", "reported"))
    return find_flags(item, Draft("", "", (), (claim,), ()))


def find_flags(item: Item, draft: Draft) -> list[Finding]:
    return [f for f in check_draft(item, draft) if f.check is Check.ATTRIBUTION and f.verdict.is_flag]


@pytest.mark.parametrize("medium", ["Bloomberg", "彭博", "《彭博》", "Bloomberg News"])
def test_the_medium_of_another_cited_sentence_did_not_report_it(medium: str) -> None:
    (finding,) = credit(medium)
    assert (finding.english, finding.source) == (medium, "路透")


def test_the_medium_of_its_own_sentence_did() -> None:
    assert credit("Reuters") == credit("路透") == credit("Reuters (路透)") == []
    assert credit("Bloomberg", "交易已告吹") == []
    assert [f.source for f in credit("Bloomberg", "工廠將關閉", (2, 4))] == ["北岸週報"]
    assert credit("北岸週報", "工廠將關閉", (2, 4)) == []


def test_where_it_cannot_be_told_nothing_is_said() -> None:
    assert credit("Bloomberg", "影響有限", (2, 3)) == []
    assert credit("Bloomberg", item=TOO) == []
    assert credit("Bloomberg", item=LAW) == []


@pytest.mark.parametrize(
    ("summary", "flagged"),
    [
        ("Nvidia (輝達) will invest US$5 billion, Bloomberg (彭博) reported.", True),
        ("Nvidia will invest US$5 billion, according to Bloomberg.", True),
        ("Bloomberg: Nvidia to invest US$5 billion", True),
        ("Nvidia will invest US$5 billion, Reuters reported.", False),
        ("According to Reuters, Nvidia will invest US$5 billion.", False),
        ("Nvidia will invest US$5 billion. Bloomberg said the deal was off.", False),
        ("Nvidia will invest US$5 billion, Reuters reported, and Bloomberg said it was off.", False),
        ("Bloomberg said that US$700 million would be paid.", False),
        ("Bloomberg shares fell 3%.", False),
    ],
)
def test_the_source_of_an_english_sentence_is_cited_where_its_figures_stand(summary: str, flagged: bool) -> None:
    assert bool(find_flags(ITEM, Draft("", summary, (), (), ()))) is flagged
