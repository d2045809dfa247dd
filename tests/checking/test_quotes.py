"""A quotation that is none is shown beside what the source has, difference by difference."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.checking.quotes import check_quotes, show_diff
from assistant.records import Claim, Draft, Verdict
from tests.builders import make_item
from tests.growth import grows_linearly


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


@pytest.mark.parametrize(
    ("source", "quotation", "why"),
    [
        ("公司簽署185億美元協議。", "85億美元協議", "cuts through the figure 185億"),
        ("公司簽署185億美元協議。", "公司簽署185", "cuts through the figure 185億"),
        ("公司簽署185億美元協議。", "公司簽署185億美元", ""),
        ("公司簽署\uff11\uff18\uff15億美元協議。", "\uff18\uff15億美元協議", "cuts through the figure"),
        ("罰款1,300萬元,佔比12.5%。", "300萬元", "cuts through the figure 1,300萬"),
        ("罰款1,300萬元,佔比12.5%。", "佔比12", "cuts through the figure 12.5"),
        ("罰款1,300萬元,佔比12.5%。", "罰款1,300萬元", ""),
        ("風災造成死亡二十人。", "風災造成死亡二十", "cuts through the figure 二十人"),
        ("風災造成死亡二十人。", "風災造成死亡二十人", ""),
        ("風災造成死亡二十人送醫。", "風災造成死亡二十人", ""),
        ("公司簽署185億美元協議。", "公司簽署185億", "cuts through the figure 185億美元"),
        ("公司簽署185億美元協議。", "公司簽署185億美", "cuts through the figure 185億美元"),
        ("支持度上升5.2個百分點。", "支持度上升5.2個百分", "cuts through the figure 5.2個百分點"),
        ("佔整體比重達12%之多。", "佔整體比重達12", "cuts through the figure 12%"),
        ("青鯨隊以6比5獲勝。", "青鯨隊以6比5", ""),
        ("全案自2028年起調查。", "全案自2028年", ""),
        ("三百二十五人受傷。", "二十五人受傷", "cuts through the figure 三百二十五"),
        ("政府不接受任何條件。", "接受任何條件", "leaves out the 不"),
        ("政府並未接受任何條件。", "接受任何條件", "leaves out the 未"),
        ("目前沒有人員傷亡消息。", "人員傷亡消息", "leaves out the 沒有"),
        ("津波の心配はないと発表した。", "津波の心配", "leaves out the はない"),
        ("津波の心配はないと発表した。", "津波の心配はない", ""),
        ("不接受。外界盼政府接受任何條件。", "接受任何條件", ""),
        ("政府不接受任何條件,社會接受任何條件。", "接受任何條件", ""),
    ],
)
def test_a_quotation_that_cuts_a_figure_or_leaves_out_the_not_beside_it_says_something_else(
    source: str, quotation: str, why: str
) -> None:
    (finding,) = check_quotes(make_item(source), Draft("", "", (), (Claim("A claim.", (1,), quotation),), ()))
    assert (why in finding.why) if why else finding.verdict is Verdict.SUPPORTED
    assert finding.verdict.is_flag is bool(why)


@given(st.text(max_size=40), st.text(max_size=40))
def test_no_texts_break_it(source: str, quotation: str) -> None:
    show_diff(source, quotation)


def test_a_figure_that_holds_the_quotation_everywhere_takes_time_with_its_length_only() -> None:
    def work(size: int) -> None:
        item = make_item(f"公司表示{'12' * size}元。")
        (finding,) = check_quotes(item, Draft("", "", (), (Claim("A.", (1,), "1212"),), ()))
        assert finding.verdict is Verdict.UNSUPPORTED

    assert grows_linearly(work, 8_000)
