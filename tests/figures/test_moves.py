"""A rise told as a fall and "by" told as "to": by the words before a number in Chinese, behind it in Japanese."""

import pytest

from assistant.figures import compare


def _whys(source: str, english: str) -> list[str]:
    return [checked.why for checked in compare(source, english).english_figures if checked.status == "contradicted"]


@pytest.mark.parametrize(
    ("source", "english", "why"),
    [
        ("株価は1085円高で終えた。", "Shares closed down 1,085 yen.", "direction: the source has a rise (1085円高)"),
        ("株価は320円安で終えた。", "Shares ended 320 yen higher.", "direction: the source has a fall (320円安)"),
        ("生産は1.8%減となった。", "Output rose 1.8 percent.", "direction: the source has a fall (1.8%減)"),
        ("物価は2.5%上がった。", "Prices fell 2.5 percent.", "direction: the source has a rise (2.5%上がった)"),
        ("人口が0.5%減った。", "The population grew by 0.5%.", "direction: the source has a fall (0.5%減った)"),
        ("平年より5度高い。", "It was 5 degrees below normal.", "direction: the source has a rise (5度高い)"),
        ("金利を0.25%に引き上げた。", "It cut rates to 0.25%.", "direction: the source has a rise (0.25%に引き上げた)"),
        ("產量年減三成。", "Output rose 30 percent.", "direction: the source has a fall (年減三成)"),
        ("關稅減至三分之二。", "Tariffs were cut by two-thirds.", "to, not by: the source has 減至三分之二"),
        ("人員縮減三分之二。", "Staff were cut to two-thirds.", "by, not to: the source has 縮減三分之二"),
        ("産出は3分の2に減った。", "Output fell by two-thirds.", "to, not by: the source has 3分の2に減った"),
        ("产量降至500万吨。", "Output fell by 5 million tons.", "to, not by: the source has 降至500万吨"),
        ("产量下降500万吨。", "Output fell to 5 million tons.", "by, not to: the source has 下降500万吨"),
        ("失業率升至5.2%。", "The jobless rate rose by 5.2 percent.", "to, not by: the source has 升至5.2%"),
    ],
)
def test_what_moves_otherwise_is_told_with_the_words_of_the_source(source: str, english: str, why: str) -> None:
    assert _whys(source, english) == [why]


@pytest.mark.parametrize(
    ("source", "english"),
    [
        ("株価は1085円高で終えた。", "Shares closed up 1,085 yen."),
        ("關稅減至三分之二。", "Tariffs were cut to two-thirds."),
        ("產量下降一半。", "Output was cut to half."),  # by half is to half
        ("出口增長5%。", "Export growth rose to 5 percent."),  # what moved by it is a rate
        ("加給最高增加1萬元。", "Allowances increase by up to NT$10,000."),
        ("他被敲5支安打、失1分。", "He allowed one run, giving up five hits."),  # 安打 is no fall
        ("生産能力を1.5倍に引き上げる。", "It will raise capacity by 50%."),
        ("酒精度每公升5毫克。", "It came to 5 milligrams a liter, up to the limit."),  # 升 of a litre
    ],
)
def test_what_is_told_as_in_the_source_passes(source: str, english: str) -> None:
    assert _whys(source, english) == []


_DOWN = "down slowing easing cooling slipping narrowing declining falling dropping decreasing"
_UP = "up accelerating quickening rising widening increasing growing climbing"


@pytest.mark.parametrize("word", _DOWN.split())
def test_a_rate_down_from_a_lower_one_is_flagged(word: str) -> None:
    source = "增速为4.3%，去年为5.1%。"
    assert not compare(source, f"Growth was 4.3 percent, {word} from 5.1 percent last year.").flagged
    assert compare(source, f"Growth was 5.1 percent, {word} from 4.3 percent last year.").flagged


@pytest.mark.parametrize("word", _UP.split())
def test_a_rate_up_from_a_higher_one_is_flagged(word: str) -> None:
    source = "增速为5.1%，去年为4.3%。"
    assert not compare(source, f"Growth was 5.1 percent, {word} from 4.3 percent last year.").flagged
    assert compare(source, f"Growth was 4.3 percent, {word} from 5.1 percent last year.").flagged
