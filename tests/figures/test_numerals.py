"""Written numbers: what each style means, and the laws that hold for all of them."""

from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from assistant.figures.numerals.reading import START, read_numeral
from assistant.figures.values import Number
from assistant.folding import fold, forms_of

_PLACES = ["", "十", "百", "千"]
_BIG = ["", "萬", "億", "兆"]
_FORMAL = str.maketrans("一二三四五六七八九十百千", "壹貳參肆伍陸柒捌玖拾佰仟")
_SIMPLIFIED = str.maketrans("萬億", "万亿")
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


def _write_section(number: int) -> str:
    """1 to 9,999 as one writes it by hand: 一千零五."""
    text, gap = "", False
    for place in range(3, -1, -1):
        digit = number // 10**place % 10
        if digit:
            text += ("零" if gap and text else "") + "零一二三四五六七八九"[digit] + _PLACES[place]
        gap = digit == 0
    return text


def write_hanzi(number: int) -> str:
    """Any number below 10**16 in full: 三億零五十."""
    if number == 0:
        return "零"
    text, gap = "", False
    for place in range(3, -1, -1):
        section = number // 10 ** (4 * place) % 10**4
        if section:
            text += ("零" if text and (gap or section < 1000) else "") + _write_section(section) + _BIG[place]
        gap = section == 0
    return text


def write_mixed(number: int, *, grouped: bool) -> str:
    """Digits with 兆 億 萬 between: 8萬6,213."""
    text = ""
    for place in range(3, -1, -1):
        section = number // 10 ** (4 * place) % 10**4
        if section or (place == 0 and not text):
            digits = f"{section:04d}" if text and place == 0 else f"{section:,}" if grouped else str(section)
            text += digits + _BIG[place]
    return text


def read(text: str) -> tuple[Number, Number]:
    """Lowest and highest value of a text that is one number from end to end."""
    numeral = read_numeral(fold(text), 0)
    assert numeral is not None
    assert (numeral.start, numeral.end) == (0, len(text))
    return numeral.low, numeral.high


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("86,213", 86213), ("8萬6,213", 86213), ("11 萬 7,488", 117488), ("3億2,560萬", 325_600_000),
        ("1兆2,300億", 1_230_000_000_000), ("13億4千萬", 1_340_000_000), ("1.87万亿", 1_870_000_000_000),
        ("2万4801", 24801), ("１２３", 123), ("１.５億", 150_000_000), ("壹貳參", 123), ("壹億貳仟萬", 120_000_000),
        ("伍拾萬", 500_000), ("3仟", 3000), ("廿", 20), ("廿三", 23), ("卅", 30), ("两", 2), ("兩百五", 250),
        ("二〇二五", 2025),
        ("二零二五", 2025), ("一千零五", 1005), ("三萬五", 35_000), ("8萬5", 85_000), ("百二十", 120), ("一百十", 110),
        ("三点五", Fraction(7, 2)), ("十二點五", Fraction(25, 2)), ("零点零五", Fraction(1, 20)),
        ("一億千万", 110_000_000),
        ("二万四八〇一", 24801), ("3百萬", 3_000_000), ("百萬", 1_000_000), ("5.8萬", 58_000), ("1 億", 100_000_000),
    ],
)  # fmt: skip
def test_every_style_of_writing_has_its_exact_value(text: str, value: Number) -> None:
    assert read(text) == (value, value)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("百餘", 100, 199), ("三百多", 300, 399), ("二十多萬", 200_000, 299_999), ("230多万", 2_300_000, 2_399_999),
        ("1200多", 1200, 1299), ("5.8萬多", 58_000, 58_999), ("十幾", 11, 19), ("二十幾", 21, 29),
        ("20幾萬", 210_000, 299_999),
        ("幾十", 20, 99), ("數千", 2000, 9999), ("數十億", 2 * 10**9, 10**10 - 1), ("十几万", 110_000, 199_999),
        ("五六百", 500, 600), ("七八十", 70, 80), ("十七八", 17, 18), ("兩三", 2, 3), ("二三十萬", 200_000, 300_000),
        ("40 多", 40, 49),
    ],
)  # fmt: skip
def test_a_vague_number_is_the_interval_that_it_may_mean(text: str, low: int, high: int) -> None:
    assert read(text) == (low, high)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("82万千瓦", "82万"), ("3千瓦", "3"), ("三百五百", "三百"), ("2020,500", "2020"), ("两千万一年", "两千万"),
        ("11 萬 2025年", "11 萬"),
        ("3 人", "3"), ("八點三十分", "八"), ("5,12", "5"), ("1000百帕", "1000"), ("3万5亿", "3万"),
    ],
)  # fmt: skip
def test_a_number_ends_where_another_word_begins(text: str, first: str) -> None:
    numeral = read_numeral(fold(text), 0)
    assert numeral is not None
    assert text[: numeral.end] == first


@pytest.mark.parametrize("text", ["百分之三", "千分之一", "千瓦", "几乎", "数字", "兆赫"])
def test_a_character_that_begins_a_word_is_no_number(text: str) -> None:
    assert read_numeral(text, 0) is None


def test_digits_without_end_are_an_identifier() -> None:
    numeral = read_numeral("6" * 5000, 0)
    assert numeral is not None
    assert numeral.is_identifier


@given(st.integers(0, 10**16 - 1))
@example(30003)  # 參萬零參
@example(6 * 10**12)  # 陸兆
def test_every_number_reads_back_from_every_style(number: int) -> None:
    hanzi = write_hanzi(number)
    styles = [
        hanzi, hanzi.translate(_SIMPLIFIED), hanzi.translate(_FORMAL) if number > 9 else hanzi, str(number),
        f"{number:,}",
        str(number).translate(_WIDE), write_mixed(number, grouped=True), write_mixed(number, grouped=False),
    ]  # fmt: skip
    assert [read(style) for style in styles] == [(number, number)] * len(styles)


@given(st.integers(1, 9999), st.integers(1, 999), st.sampled_from([("萬", 10**4), ("億", 10**8), ("兆", 10**12)]))
def test_decimals_before_a_scale_are_exact(whole: int, thousandths: int, scale: tuple[str, int]) -> None:
    value = (whole + Fraction(thousandths, 1000)) * scale[1]
    assert read(f"{whole}.{thousandths:03d}{scale[0]}") == (value, value)


@given(st.text(alphabet="0123456789０９,.，。 一二三五九十百千萬亿億兆〇零兩廿幾數多餘來點分年人壹拾仟陸"))
def test_reading_numbers_never_fails_and_always_moves_on(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    for match in START.finditer(folded):
        numeral = read_numeral(folded, match.start())
        if numeral is not None:
            assert match.start() == numeral.start < numeral.end <= len(text)
            assert numeral.low <= numeral.high


@given(st.text())
def test_folding_keeps_every_position(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert all(character in forms_of(folded) for character, folded in zip(text, fold(text), strict=True))
