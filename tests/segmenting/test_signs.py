"""What is asked before a costly pattern is a condition of it: nothing that the pattern finds is passed over."""

import pytest

from assistant.segmenting.rules import outlets


@pytest.mark.parametrize(
    "credit",
    [
        "圖/某某社", "某某社/攝影", "港口一景。王小明攝", "港口一景。資料圖片", "港口一景 示意图", "記者王小明攝",
        "记者王小明摄影", "(某某社提供)", "(資料照片)", "(Photo: AP)", "(取自某某官網)", "(示意圖)", "(Reuters)",
        "(編輯:王小明)", "港口(某某テレビ)",
    ],
)  # fmt: skip
def test_a_credit_is_found_wherever_its_pattern_finds_one(credit: str) -> None:
    assert outlets.CREDIT.search(credit)
    assert outlets.finds_credit(credit)
    assert not outlets.finds_credit(credit, len(credit))
