"""What is read in Chinese and Japanese text: one table for each kind of figure, and the laws that hold for all text."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.figures.chinese.reading import read_chinese
from assistant.figures.values import Figure, Part, write_value
from tests.growth import grows_linearly


def describe(figure: Figure) -> str:
    """A figure in one line: ``more than money 8500000000 USD``; a soft one in brackets."""
    words = [figure.approximation.value, figure.part.value if figure.part is not Part.WHOLE else ""]
    line = " ".join(word for word in (*words, figure.kind.value, write_value(figure.value), figure.unit) if word)
    return f"({line})" if figure.is_soft else line


def read(text: str, *, clock: date | None = None) -> str:
    """All figures of a text, joined with semicolons."""
    return "; ".join(describe(figure) for figure in read_chinese(text, clock=clock))


MONEY = [
    ("簽署85億美元協議", "money 8500000000 USD"),
    ("签署85亿美元协议", "money 8500000000 USD"),
    ("新台幣3兆5000億元", "money 3500000000000 TWD"),
    ("NT$3,000", "money 3000 TWD"),
    ("美金 200 萬", "money 2000000 USD"),
    ("罰款500元", "money 500 元"),
    ("罚款500元", "money 500 CNY"),
    ("人民币100元，另付50元", "money 100 CNY; money 50 CNY"),
    ("約1億5000万円", "about money 150000000 JPY"),
    ("30億ドル", "money 3000000000 USD"),
    ("3塊錢", "money 3 元"),
    ("3塊5", "money 3.5 元"),
    ("三块二毛五", "money 3.25 CNY"),
    ("152円30銭", "money 152.3 JPY"),
    ("上億元", "money 100000000..999999999 元"),
    ("人民币伍万元整", "money 50000 CNY"),
    ("每張１，２００元", "money 1200 元"),
    ("3 億 2,560 萬美元", "money 325600000 USD"),
    ("一兩百塊", "money 100..200 元"),
    ("三塊石頭", "count 3 块"),
    ("HK$6,000", "money 6000 HKD"),
    ("5角錢", "money 0.5 元"),
    ("逾一百二十萬韓元", "more than money 1200000 KRW"),
]
SHARES = [
    ("七成", "percent 70 %"),
    ("一成半", "percent 15 %"),
    ("七成五", "percent 75 %"),
    ("七八成", "percent 70..80 %"),
    ("3割5分", "percent 35 %"),
    ("八折", "percent 20 %"),
    ("85折", "percent 15 %"),
    ("百分之十二", "percent 12 %"),
    ("百分之三點五", "percent 3.5 %"),
    ("百分百", "(percent 100)"),
    ("千分之三", "percent 0.3 %"),
    ("3‰", "percent 0.3 %"),
    ("三分之一", "fraction 1/3"),
    ("1/3", "fraction 1/3"),
    ("4分之1", "fraction 0.25"),
    ("過半", "(more than fraction 0.5)"),
    ("一半", "fraction 0.5"),
    ("逾半數", "(more than fraction 0.5)"),
    ("27個百分點", "points 27 %"),
    ("2ポイント", "points 2 %"),
    ("25個基點", "basis points 25 bp"),
    ("再降1碼", "basis points 25 bp"),
    ("升值2.7分", "money 0.027 元"),
    ("升息半碼", "basis points 12.5 bp"),
    ("半價", "fraction 0.5"),
    ("三到四成", "from percent 30 %; to percent 40 %"),
    ("70％", "percent 70 %"),
    ("百分之二十至三十", "from percent 20 %; to percent 30 %"),
    ("三成是女性", "percent 30 %"),
    ("三折疊手機", "(count 3)"),
    ("每4人中有3人", "(count 4 人); (count 3 人)"),
]
MULTIPLES = [
    ("是去年的3倍", "multiple 3 x"),
    ("增長1.5倍", "multiple 1.5 +x"),
    ("增至3倍", "multiple 3 x"),
    ("兩倍半", "multiple 2.5 x"),
    ("翻一番", "multiple 2 x"),
    ("翻两番", "multiple 4 x"),
    ("翻倍", "multiple 2 x"),
    ("減半", "multiple 0.5 x"),
    ("數倍", "(multiple 2..9 x)"),
    ("幾年來", "(duration 2..9 a)"),
    ("人數名列前茅", ""),
    ("第幾次", ""),
]
COUNTS = [
    ("8萬6,213人", "count 86213 人"),
    ("11 萬 7,488 人", "count 117488 人"),
    ("上百萬人", "vague 1000000..9999999 人"),
    ("晚上百人", "count 100 人"),
    ("數千人", "vague 2000..9999 人"),
    ("近百人", "nearly count 100 人"),
    ("百餘名", "more than count 100 名"),
    ("十幾個", "vague 11..19 个"),
    ("成千上萬", "(vague 1000..99999)"),
    ("1.4万+人", "more than count 14000"),
    ("不到100人", "less than count 100 人"),
    ("20人以上", "at least count 20 人"),
    ("最多30名", "up to count 30 名"),
    ("100人左右", "about count 100 人"),
    ("兩人", "(count 2 人)"),
    ("兩名", "count 2 名"),
    ("一名", "(count 1 名)"),
    ("高達5億", "count 500000000"),
    ("最近3項", "count 3 项"),
    ("節約400萬元", "money 4000000 元"),
    ("3人多次受傷", "count 3 人"),
    ("3人起訴", "count 3 人"),
    ("三年多", "more than duration 3 a"),
    ("100元起", "at least money 100 元"),
    ("三分之二以上", "at least fraction 2/3"),
    ("最高新台幣300萬元", "up to money 3000000 TWD"),
    ("週期表上17種", "count 17 种"),
    ("賺千萬", "(count 10000000)"),
    ("千人大會", "count 1000 人"),
    ("一二三年級", "count 1 年级; count 2 年级; count 3 年级"),
    ("四人賽", "(count 4 人)"),
    ("零確診", "(count 0)"),
    ("零容忍", "(count 0)"),
    ("零售", ""),
    ("584旅", "count 584 旅"),
]
DURATIONS = [
    ("三年半", "duration 3.5 a"),
    ("半年", "duration 0.5 a"),
    ("一個半月", "duration 1.5 mo"),
    ("半小時", "duration 0.5 h"),
    ("1小時40分", "(duration 1 h); duration 40 min"),
    ("16 小時前", "duration 16 h"),
    ("3時間", "duration 3 h"),
    ("19年來", "duration 19 a"),
    ("百年老店", ""),
    ("1000年前", "duration 1000 a"),
    ("两个半小时", "duration 2.5 h"),
    ("9秒98", "duration 9.98 s"),
    ("延後半小時", "duration 0.5 h"),
    ("近30年", "nearly duration 30 a"),
    ("近3年", "duration 3 a"),
    ("十多天", "more than duration 10 d"),
    ("半個世紀", "duration 50 a"),
    ("半個多月", "more than duration 0.5 mo"),
    ("這兩年", "(duration 2 a)"),
    ("20日間", "duration 20 d"),
    ("每週五天", "duration 5 d"),
    ("三個月", "duration 3 mo"),
]
DATES = [
    ("2025年10月19日", "date 2025-10-19"), ("２０２５年", "date 2025"), ("二〇二五年十月", "date 2025-10"),
    ("10月19日至28日", "from date --10-19; to date --10-28"), ("10月19至28日", "from date --10-19; to date --10-28"),
    ("昨(20)日", "date ---20"), ("今（31）日", "date ---31"), ("本(10)月", "(date --10)"), ("民國114年", "date 2025"),
    ("民國70年代", "date decade 1980"), ("令和8年", "date 2026"), ("平成30年", "date 2018"),
    ("80年代", "date decade 80"),
    ("上世紀80年代", "date decade 1980"), ("20世紀90年代", "date decade 1990"), ("本世紀", "(date century 21)"),
    ("六七十年代", "date decade 60; date decade 70"), ("90後", "date decade 90"), ("21世紀", "date century 21"),
    ("週三", "date weekday 3"), ("星期日", "date weekday 7"), ("水曜日", "date weekday 3"), ("周五天", "duration 5 d"),
    ("第三季", "date quarter 3"), ("2025年第三季度", "date 2025 quarter 3"), ("上半年", "date half 1"),
    ("前三季", "count 3 季度"), ("前三季度", "count 3 季度"), ("台風19号", "ordinal 19"), ("颱風19號", "ordinal 19"),
    ("唯一三星", ""), ("七美", ""), ("七美元", "money 7 USD"), ("百萬分之三", "fraction 0.000003"),
    ("半厘", "points 0.5 %"), ("Q3", "date quarter 3"), ("7、8月", "date --07; date --08"),
    ("七八月", "date --07; date --08"),
    ("2008-2010年", "from date 2008; to date 2010"), ("2021年1—6月", "from date 2021-01; to date 2021-06"),
    ("2020/21賽季", "date 2020; (date 2021)"), ("星期三、四", "date weekday 3; date weekday 4"), ("去年", ""),
    ("上半場", "(date half 1)"), ("四九年", "date 0049"), ("七、八十年代", "date decade 70; date decade 80"),
    ("21/22賽季", "count 21; count 22"), ("營收破9,800億 年增", "more than count 980000000000"),
    ("2025/10/20", "date 2025-10-20"), ("9/27", "date --09-27"),
    ("20號", "date ---20"), ("空軍一號", "(ordinal 1)"), ("5號機組", "ordinal 5"), ("45日", "duration 45 d"),
    ("114年預算", "date 2025"), ("2026縣市長選舉", "date 2026"), ("民國 97 年（2008）", "date 2008; (date 2008)"),
    ("元旦", "date --01-01"), ("98年", "date 0098"),
]  # fmt: skip
TIMES = [
    ("凌晨零時17分", "time 00:17"),
    ("晚間7點半", "time 19:30"),
    ("下午3:00", "time 15:00"),
    ("午後3時", "time 15h"),
    ("中午12點", "time 12h"),
    ("半夜12點", "time 0h"),
    ("8點30分", "time 08:30"),
    ("20時", "time 20h"),
    ("8點一刻", "time 08:15"),
    ("7點45", "time 07:45"),
    ("七點四十五", "time 07:45"),
    ("清晨5點多", "time 5h"),
    ("上漲200點", "count 200 点"),
    ("3點建議", "count 3 点"),
    ("6時05分20秒", "time 06:05:20"),
]
MEASURES = [
    ("215公頃", "measure 215 har"),
    ("36坪", "measure 36 坪"),
    ("82万千瓦", "measure 820000 kW"),
    ("36.5度", "measure 36.5 deg"),
    ("氣溫36度", "measure 36 Cel"),
    ("發電150億度", "measure 15000000000 kW.h"),
    ("時速60公里", "measure 60 km/h"),
    ("每小時 85 英里", "measure 85 [mi_i]/h"),
    ("10km", "measure 10 km"),
    ("三碼頭", "(count 3)"),
    ("3米飯", "count 3"),
    ("5 平方公里", "measure 5 km2"),
    ("500毫升", "measure 500 mL"),
    ("2台斤", "measure 2 台斤"),
    ("100G", "identifier 100G"),
    ("芮氏規模6.1地震", "measure 6.1 magnitude"),
    ("7級以上地震", "at least measure 7 magnitude"),
    ("最大震度4級", "measure 4 intensity"),
    ("8級陣風", "measure 8 beaufort"),
    ("三級", "count 3 级"),
]
SCORES_AND_ORDINALS = [
    ("118比116", "score 118:116"),
    ("3比2", "score 3:2"),
    ("12投9中", "score 9:12"),
    ("4-1", "score 4:1"),
    ("3:2", "score 3:2"),
    ("\n6、價格", "(count 6)"),
    ("\n(2) 說明", "(count 2)"),
    ("第22屆", "ordinal 22"),
    ("第1次", "(ordinal 1)"),
    ("首次", "(ordinal 1)"),
    ("首都", ""),
    ("第一百零二", "ordinal 102"),
]
RANGES = [
    ("400万至600万人", "from count 4000000 人; to count 6000000 人"),
    ("30-31 億元", "from money 3000000000 元; to money 3100000000 元"),
    ("5到10萬人", "from count 50000 人; to count 100000 人"),
    ("300至1萬人", "from count 300 人; to count 10000 人"),
    ("五六百人", "vague 500..600 人"),
    ("七八十個", "vague 70..80 个"),
    ("三、四百人", "count 300 人; count 400 人"),
    ("10%-15%", "from percent 10 %; to percent 15 %"),
    ("3~5年", "from duration 3 a; to duration 5 a"),
]
NAMES = [
    ("M1A2T戰車", "identifier M1A2T"), ("F-16V戰機", "identifier F16V"), ("COVID-19", "identifier COVID19"),
    ("見https://example.org/2025/10/85.html。", ""), ("三甲醫院", ""), ("三甲地", "measure 3 甲"),
    ("隊伍萬人", "(count 10000 人)"),
    ("5G手機", "identifier 5G"),
    ("GB 18030", "identifier GB18030"), ("電話02-2345-6789", "identifier 0223456789"), ("三星在四川", ""),
    ("十堰市", ""),
    ("五角大廈", ""), ("一直", ""), ("一般", ""), ("進一步", ""), ("唯一", ""), ("萬一", ""), ("統一", ""),
    ("十分重要", ""), ("十分鐘", "duration 10 min"),
    ("三十分鐘", "duration 30 min"), ("統一十個", "count 10 个"), ("一帶一路", "(count 1); (count 1)"),
    ("千方百計", ""),
    ("二十大", "ordinal 20"), ("十五五規劃", "ordinal 15"), ("九二共識", "(date 1992)"), ("921大地震", "(count 921)"),
    ("三中全會", "ordinal 3"),
    ("一國兩制", "(count 1); (count 2)"), ("一舉兩得", "(count 1); (count 2)"), ("大陸3月", "date --03"), ("人數", ""),
    ("幾乎", ""),
]  # fmt: skip
JAPANESE = [
    ("3分の1", "fraction 1/3"),
    ("7割5分", "percent 75 %"),
    ("十数人", "vague 11..19 人"),
    ("約1億2千万円", "about money 120000000 JPY"),
    ("平成元年", "date 1989"),
    ("第3四半期", "date quarter 3"),
    ("上半期", "date half 1"),
    ("時速100キロ", "measure 100 km/h"),
    ("体重60キロ", "measure 60 kg"),
    ("震度6強", "measure 6 intensity"),
    ("3対1", "score 3:1"),
    ("2つ", "count 2 つ"),
    ("3度目", "count 3 度目"),
    ("40代男性", "count 40 代"),
    ("6か月", "duration 6 mo"),
    ("午前9時半", "time 09:30"),
    ("20歳未満", "less than count 20 岁"),
    ("4〜6月期", "from date --04; to date --06"),
]
TABLE = [
    *MONEY, *SHARES, *MULTIPLES, *COUNTS, *DURATIONS, *DATES, *TIMES, *MEASURES, *SCORES_AND_ORDINALS, *RANGES, *NAMES,
    *JAPANESE,
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_a_figure_is_read_with_its_kind_value_and_unit(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_what_is_read_does_not_depend_on_what_stands_before(text: str, expected: str) -> None:
    before = "據報導，"
    figures = read_chinese(before + text)
    assert "; ".join(describe(figure) for figure in figures) == expected
    assert all(figure.surface == (before + text)[figure.span.start : figure.span.end] for figure in figures)


@pytest.mark.parametrize(
    ("text", "clock", "expected"),
    [
        ("昨(20)日", date(2025, 10, 21), "date 2025-10-20"),
        ("昨(31)日", date(2025, 11, 1), "date 2025-10-31"),
        ("明（1）日", date(2025, 12, 31), "date 2026-01-01"),
        ("今1日", date(2025, 11, 1), "date 2025-11-01"),
        ("昨(20)日", date(2025, 11, 5), "date 2025-10-20"),
        ("去年", date(2025, 11, 5), "(date 2024)"),
        ("今年7月1日", date(2025, 11, 5), "date 2025-07-01"),
        ("明年上半年", date(2025, 11, 5), "date 2026 half 1"),
        ("昨天", date(2025, 11, 1), "(date 2025-10-31)"),
    ],
)
def test_the_clock_resolves_a_relative_date_to_the_nearest_day_of_that_number(
    text: str, clock: date, expected: str
) -> None:
    assert read(text, clock=clock) == expected


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("19年5月", "duration 19 a"), ("98年", "duration 98 a"), ("20日", "duration 20 d"), ("20號", "ordinal 20"),
        ("第三季", "ordinal 3"),
        ("22屆", "ordinal 22"), ("花100塊買", "count 100 块"),
        ("2018學年度", "count 107"), ("3度", "measure 3 kW.h"), ("85折", "percent 85 %"),
        ("8點", "count 8 点"),
        ("二二八事件", "date --02-28"), ("114年預算", "duration 114 a"), ("2026縣市", "count 2026 县市"),
        ("每4人中有3人", "fraction 0.75"),
    ],
)  # fmt: skip
def test_a_reading_that_is_as_good_is_kept(text: str, reading: str) -> None:
    others = [describe(other).strip("()") for figure in read_chinese(text) for other in figure.others]
    assert reading in others


CHARACTERS = (
    "0123456789０９一二三十百千萬亿兆幾數多餘零〇年月日時分點元塊個成折倍半第週上下昨今(20)（）-~至、.,:/%％比"
    "人名公里度號歲約近逾首翻每有第三一aF$ \n"
)


@given(st.text(alphabet=CHARACTERS, max_size=60) | st.text(max_size=40))
def test_reading_never_fails_and_its_spans_are_in_order(text: str) -> None:
    done = 0
    for figure in read_chinese(text, clock=date(2025, 11, 2)):
        assert done <= figure.span.start < figure.span.end <= len(text)
        assert figure.surface == figure.span.of(text)
        done = figure.span.end


@given(st.sampled_from([text for text, _ in TABLE]), st.text(alphabet="甲乙丙。！", min_size=1, max_size=9))
def test_a_longer_text_before_only_shifts_the_spans(text: str, before: str) -> None:
    alone, behind = read_chinese("。" + text), read_chinese(before + "。" + text)
    assert behind == tuple(figure.shift(len(before)) for figure in alone)


@pytest.mark.parametrize(
    "part",
    ["億", "1", "一", "昨(", "1,", "三點", "1至", "百分之", "1、", "9:", "每1有", "A-1", "1億 ", "零", "一二", "a@"],
)  # fmt: skip
def test_four_times_the_hostile_text_takes_about_four_times_as_long(part: str) -> None:
    assert grows_linearly(lambda size: read_chinese(part * (size // len(part))), 32_000)
