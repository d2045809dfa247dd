"""The ledger of what a summary leaves out: complete, without repeats, and never a flag."""

from assistant.checking import check_draft
from assistant.checking.figures import check_figures
from assistant.checking.omissions import find_omissions
from assistant.records import Attribution, Claim, Draft, Finding, Name
from tests.builders import make_item

ITEM = make_item(
    "雙方簽署85億美元協議，為期3年。",
    "《路透》報導，全球70%的開採集中在中國。",
    "《衛報》警告，價格恐上漲12%；協議金額為85億美元。",
    start=20,
)


def omissions(summary: str, *, medium: str = "") -> list[Finding]:
    claims = (Claim("Prices may rise by 12%.", (3,), "價格恐上漲12%", Attribution(medium)),)
    names = (Name("衛報", "The Guardian", "organisation"), Name("路透", "Reuters", "organisation"))
    draft = Draft("", summary, (), claims, names)
    return list(find_omissions(ITEM, draft, check_figures(ITEM, draft)))


def test_what_is_left_out_is_listed_with_its_place_and_its_english() -> None:
    head, *rest = omissions("The two sides signed a US$8.5 billion agreement.", medium="The Guardian")
    assert head.why == "headline, summary and claims carry 2 of 4 figures of the source"
    assert [(f.source, f.expected) for f in rest] == [("3年", "3 years"), ("70%", "70%"), ("路透", "")]
    assert all(ITEM.read(f.source_span) == f.source for f in rest)


def test_a_figure_that_is_told_once_counts_wherever_the_source_repeats_it() -> None:
    assert "85億美元" not in [f.source for f in omissions("A US$8.5 billion agreement was signed.")]


def test_nothing_left_out_is_nothing_said() -> None:
    summary = "Reuters: a 3-year US$8.5 billion agreement; 70% of mining is in China."
    assert omissions(summary, medium="The Guardian") == []


def test_an_omission_is_never_a_flag() -> None:
    draft = Draft("", "Nothing.", (), (), ())
    assert not [f for f in check_draft(ITEM, draft) if f.check == "omission" and f.verdict.is_flag]
