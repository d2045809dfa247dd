"""How source figures read in English."""

from datetime import date

import pytest

from assistant.figures.chinese.reading import read_chinese
from assistant.figures.rendering import render, render_figures


def english(text: str, *, clock: date | None = None) -> str:
    """The English of all figures of a text, joined as they are listed."""
    return "; ".join(line for _, line in render_figures(read_chinese(text, clock=clock)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # money: local first, nothing converted
        ("85億美元", "US$8.5 billion"), ("新台幣3兆5000億元", "NT$3.5 trillion"), ("人民幣1,250元", "RMB 1,250"),
        ("6,000港元", "HK$6,000"), ("30萬日圓", "¥300,000"), ("3億韓元", "300 million won"),
        ("12.5億歐元", "€1.25 billion"),
        ("500元", "500 yuan/dollars[元]"), ("5億盧布", "500 million roubles"),
        ("逾3,000萬英鎊", "more than £30 million"),
        # shares and multiples
        ("七成", "70%"), ("近七成五", "nearly 75%"), ("百分之十二", "12%"), ("三分之一", "one-third"),
        ("五分之二", "two-fifths"),
        ("四分之三", "three-quarters"), ("27個百分點", "27 percentage points"), ("1個百分點", "1 percentage point"),
        ("25個基點", "25 basis points"), ("八折", "20% off"), ("千分之三", "0.3%"), ("過半", "more than half"),
        ("翻一番", "double"), ("翻兩番", "4 times"), ("減半", "half"), ("成本是3倍", "3 times"),
        ("增長1.5倍", "up 1.5 times (+150%)"),
        # counts and their size
        ("5.8萬人", "58,000 people"), ("8萬6,213人", "86,213 people"), ("3億2,560萬", "325.6 million"),
        ("1人", "1 person"), ("數千人", "several thousand people"), ("數十億", "several billion"),
        ("數萬人", "tens of thousands of people"),
        ("數十噸", "dozens of tonnes"), ("上百人", "hundreds of people"), ("上千人", "thousands of people"),
        ("上億", "hundreds of millions"), ("數十億美元", "several billion (US$)"), ("七八十人", "70 to 80 people"),
        ("百餘人", "more than 100 people"), ("十幾人", "11 to 19 people"),
        ("不到100人", "less than 100 people"),
        ("不到兩成", "less than 20%"), ("不到3年", "less than 3 years"),
        ("不宜少於7小時", "at least 7 hours"), ("近百人", "nearly 100 people"), ("20人以上", "at least 20 people"),
        # time
        ("半年", "six months"), ("半小時", "half an hour"), ("三年半", "3.5 years"), ("1小時40分", "1 hour 40 minutes"),
        ("16 小時", "16 hours"), ("一個半月", "1.5 months"), ("10月19日至28日", "19 October to 28 October"),
        ("昨(20)日", "the 20th [昨(20)日]"), ("民國114年", "2025 [民國114年]"), ("80年代", "the '80s"),
        ("1980年代", "1980s"),
        ("21世紀", "21st century"), ("2025年第三季", "third quarter of 2025"), ("下半年", "second half"),
        ("週三", "Wednesday"),
        ("晚間7點半", "7:30 p.m."), ("凌晨零時17分", "12:17 a.m."), ("14:05", "2:05 p.m."), ("8點30分", "8:30"),
        # measures
        ("215公頃", "215 hectares"), ("36坪", "36 ping"), ("1公里", "1 kilometre"), ("攝氏36度", "36°C"),
        ("時速60公里", "60 km/h"), ("規模6.1", "magnitude 6.1"), ("震度5級", "intensity 5"), ("零下5度", "-5°C"),
        # the rest
        ("第22屆", "22nd"), ("十四五規劃", "14th Five-Year Plan"), ("台風19號", "No. 19"),
        ("前三季度", "first 3 quarters"),
        ("二十大", "20th Party Congress"), ("第3屆", "third"), ("第11屆", "11th"), ("118比116", "118-116"),
        ("12投9中", "9 of 12"),
        ("M1A2T", "M1A2T"), ("400万至600万人", "4 million people to 6 million people"),
    ],
)  # fmt: skip
def test_a_figure_reads_in_english_without_conversion(text: str, expected: str) -> None:
    assert english(text) == expected


@pytest.mark.parametrize(
    ("text", "clock", "expected"),
    [
        ("昨(20)日", date(2025, 10, 21), "20 October 2025 [昨(20)日]"),
        ("昨(31)日", date(2025, 11, 1), "31 October 2025 [昨(31)日]"),
        ("今(1)日", date(2025, 11, 2), "1 November 2025 [今(1)日]"),
        ("明(1)日", date(2025, 12, 31), "1 January 2026 [明(1)日]"),
    ],
)
def test_with_a_clock_a_relative_date_stands_resolved_beside_its_wording(text: str, clock: date, expected: str) -> None:
    assert english(text, clock=clock) == expected


def test_every_kind_of_figure_has_a_rendering() -> None:
    text = "3人 3元 3% 3個百分點 3個基點 三分之一 3倍 第3屆 3月 3:15 3小時 3公里 3比2 F-16 幾十人"
    figures = read_chinese(text)
    assert len({figure.kind for figure in figures}) == 15
    assert all(render(figure) for figure in figures)
