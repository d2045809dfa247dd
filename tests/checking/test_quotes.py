"""A quotation that is none is shown beside what the source has, difference by difference."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.checking.quotes import check_quotes, show_diff
from assistant.records import Claim, Draft, Verdict
from tests.builders import make_item


@pytest.mark.parametrize(
    ("source", "quotation", "diff"),
    [
        ("公司簽署85億美元協議。", "簽署86億美元", "簽署8[5 in the source, 6 here]億美元"),
        ("公司簽署85億美元協議。", "簽署億美元協議", "簽署[85 in the source, nothing here]億美元協議"),
        ("公司簽署85億美元協議。", "簽署了85億美元", "簽署[nothing in the source, 了 here]85億美元"),
        ("公司簽署協議。", "龘龘", ""),
        ("公" * 500, "公司", ""),
    ],
)
def test_the_difference_is_spelled_out(source: str, quotation: str, diff: str) -> None:
    assert show_diff(source, quotation) == diff


def test_an_altered_quotation_is_shown_as_a_difference_and_not_accepted() -> None:
    item = make_item("公司昨天簽署85億美元協議。")
    (finding,) = check_quotes(item, Draft("", "", (), (Claim("A deal.", (1,), "昨天簽署86億美元協議"),), ()))
    assert finding.verdict is Verdict.UNSUPPORTED
    assert finding.why.endswith("the nearest sentence is shown: 昨天簽署8[5 in the source, 6 here]億美元協議")


def test_a_quotation_that_stands_twice_is_found_in_the_sentence_cited() -> None:
    item = make_item("甲公司簽署協議。", "乙公司簽署協議。")
    (finding,) = check_quotes(item, Draft("", "", (), (Claim("B signed.", (2,), "公司簽署協議"),), ()))
    assert finding.source_span
    assert item.segments[2].span.start < finding.source_span.start < item.segments[2].span.end


@given(st.text(max_size=40), st.text(max_size=40))
def test_no_texts_break_it(source: str, quotation: str) -> None:
    show_diff(source, quotation)
