"""What a number with its unit may be read as besides: 度 is a degree or a kilowatt-hour, 斤 another one in Taiwan."""

from fractions import Fraction

from assistant.characters import is_han
from assistant.figures.chinese.occasions import Reading, read_occasion
from assistant.figures.chinese.page import Page
from assistant.figures.chinese.traditional import read_interest, read_interest_in_tenths, read_old_measure
from assistant.figures.chinese.units import QUARTERS, Unit, read_unit
from assistant.figures.dimensions import AGES
from assistant.figures.numerals.reading import Numeral
from assistant.figures.tables import find_word
from assistant.figures.values import PER_MILLE, Figure, Interval, Kind, Number, PartialDate, tidy
from assistant.patterns import compile_late

_LOOK_BACK = 16
_LIQUOR = compile_late("[酒酿]|高粱|威士忌")
_FAR = 60
_INDEX = compile_late(
    r"(?:指数|PMI)(?:值|分别)?(?:为|是|录得|报|达到?|仅为|约为|[回]?[升降跌涨滑落][至到]|持平于)?$", needs="指数 pmi"
)
_BETWEEN_RATES = frozenset("，。；、,;0123456789")
"""What does not stand between the currency and its rate: 兌日圓升至151.2."""
_THOUSANDS = compile_late("万[1-9一二三四五六七八九]千米$")
_LATEST_SHORT_YEAR = 35
_GENERATIONS, _FIRST_GENERATION, _LAST_YEAR = range(4, 10), 1910, 2100
_LOT = 1000
_FIRST_DIGIT, _MOST_NOUGHTS = "字头", 7
"""Shares of one 張, as Taiwan trades them."""
_YEN_TIMES = compile_late(r"日[治据本]|明治|大正|昭和|东京|19[0-3][0-9]年|194[0-5]年")
"""What tells that 圓 may be yen: Japan, or Taiwan before 1946."""
# word and unit -> what the word may stand for as well
_OTHER_UNITS = {
    ("度", "deg"): ("Cel", "kW.h", "%"),
    ("°", "deg"): ("Cel",),
    ("キロ", "kg"): ("km",),
    ("斤", "斤"): ("台斤",),
    ("两", "兩"): ("台兩",),
    ("寸", "寸"): ("[in_i]", "台寸"),
    ("尺", "尺"): ("[ft_i]", "台尺"),
    ("呎", "[ft_i]"): ("[sft_i]",),
}
_WATER = compile_late("[蓄用供需进出放排污废淡河海雨]水|水[库资源量]|降雨|自来水|水力")
_FIRST_OF = ("前", "首", "头", "后", "近")
_YEAR_NOUNS = frozenset({"县市", "国", "台", "城", "县", "省", "区"})
# counters whose number is as often said as an ordinal: 22屆 is the 22nd
_ORDINAL_COUNTERS = frozenset("届任代期号楼层集季旅师军团营连路线版级床局轮站区街弄巷室番班") | {
    "年级", "周年", "度空间", "人目", "回目", "度目", "番目", "年目", "日目", "つ目", "件目", "例目",
}  # fmt: skip


def is_year(page: Page, kind: Kind, numeral: Numeral, unit: Unit | None) -> bool:
    """Whether four digits without 年 are rather a year: 2026縣市長選舉, 2024大選."""
    if kind is not Kind.COUNT or len(numeral.digits) != 4 or not 1900 <= numeral.low <= 2100:
        return False
    return page.folded[numeral.start].isascii() and (unit is None or unit.word in _YEAR_NOUNS)


def other_readings(page: Page, figure: Figure, numeral: Numeral, unit: Unit | None) -> tuple[Reading, ...]:
    """What else the same characters may mean."""
    word = unit.word if unit else ""
    if named := read_occasion(page, figure, numeral, word):
        return named
    if word == "张" and isinstance(figure.value, int) and _is_of_shares(page, numeral.start, figure.span.end):
        return ((Kind.COUNT, figure.value * _LOT, "股"),)
    if figure.kind is Kind.COUNT and isinstance(figure.value, int | Fraction):
        readings = _of_count_in_context(page, figure, word) or _of_lunar_day(page, figure)
        readings = readings or _of_count(figure.value, word)
        if page.before(numeral.start, 1) in _FIRST_OF:  # 前三季 is the first three quarters, and not the third
            readings = tuple(reading for reading in readings if reading[0] is not Kind.ORDINAL)
        return readings
    if figure.kind is Kind.DURATION:
        return _of_duration(page, figure, numeral, word)
    return _of_share_or_money(page, figure, numeral) or _of_measure(page, figure, word)


def _of_count_in_context(page: Page, figure: Figure, word: str) -> tuple[Reading, ...]:
    """What a count may be as well, by its counter and by the words before it: 年息3厘, 兌美元報1.0845, 2合."""
    if not isinstance(figure.value, int | Fraction):
        return ()
    if word == "厘":
        is_split = page.folded[figure.span.end - 1].isdigit()
        return read_interest(page, figure.span.start, figure.value, is_split=is_split)
    if word == "分" and (readings := _of_points(page, figure.span.start, figure.value)):
        return readings
    if word == "度":  # 三度奪冠: the third time
        return ((Kind.ORDINAL, figure.value, ""),)
    if not word and page.folded.startswith("新", figure.span.end) and figure.value in _AS_NEW:
        return ((Kind.PERCENT, figure.value, "%"),)
    return read_old_measure(figure.value, word) if word else _of_exchange(page, figure)


def _of_share_or_money(page: Page, figure: Figure, numeral: Numeral) -> tuple[Reading, ...]:
    """The level of an index, three pieces for 三塊, yen for 圓."""
    if (
        figure.kind is Kind.POINTS
        and figure.surface.endswith("ポイント")
        and "%" not in page.folded[max(0, figure.span.start - _FAR) : figure.span.start]
    ):
        return ((Kind.COUNT, figure.value, ""),)
    if figure.kind is Kind.PERCENT and is_index(page, numeral.start):
        return ((Kind.COUNT, figure.value, ""),)
    if figure.surface[-1] == PER_MILLE and isinstance(figure.value, int | Fraction):
        return ((Kind.MEASURE, figure.value * 10, PER_MILLE),)  # 5.63‰: 5.63 for every 1,000
    if figure.surface[-1] in "块塊" and is_han(page.folded[figure.span.end : figure.span.end + 1]):
        return ((Kind.COUNT, figure.value, "块"),)
    if (
        figure.kind is Kind.MONEY
        and figure.surface[-1] in "圓圆"
        and (figure.surface[-1] == "圓" or find_word(_YEN_TIMES, page.folded))
    ):
        return ((Kind.MONEY, figure.value, "JPY"),)
    return ()


def _of_exchange(page: Page, figure: Figure) -> tuple[Reading, ...]:
    """What one currency is worth in another: 歐元兌美元報1.0845 is 1.0845 dollars."""
    start = figure.span.start
    at = page.folded.rfind("兑", max(0, start - _LOOK_BACK), start) + 1
    if not at:
        return ()
    at += page.folded[at] == "换"
    unit = read_unit(page.folded, at)
    if unit is None or unit.kind is not Kind.MONEY:
        return ()
    between = page.folded[at + len(unit.word) : start]
    return ((Kind.MONEY, figure.value, unit.unit),) if _BETWEEN_RATES.isdisjoint(between) else ()


_GIVEN, _FULL_MARKS = compile_late("[打给评考得拿](?:了|个|出|到|上|过)?$"), (10, 100)


def _of_points(page: Page, start: int, value: Number) -> tuple[Reading, ...]:
    """Interest in tenths; 打九分 is nine out of 10, 考了92分 92 out of 100."""
    interest = read_interest_in_tenths(page, start, value)
    if interest or not _GIVEN.search(page.before(start, 4)):
        return interest
    shares = tuple((Kind.FRACTION, tidy(Fraction(value) / full), "") for full in _FULL_MARKS if 0 < value < full)
    return ((Kind.DURATION, value, "min"), *shares)


_AS_NEW = range(80, 100)
"""九五新 and 99新 say how new a thing is that was used, in per cent."""
_INNING = "局"
_MOST_TIMES = 12
"""4度奪冠 is for the fourth time; 36度 is a temperature."""


_TRADED = compile_late("股|成交[量张]|[买卖]超|外资|投信|自营商|融[资券]|持有张数|张数|出脱|抄底")


def _is_of_shares(page: Page, start: int, end: int) -> bool:
    """Whether 張 counts lots of shares: 一張股票, 賣超8萬張."""
    return _TRADED.search(page.folded, max(0, start - 8), end + 4) is not None


def _of_measure(page: Page, figure: Figure, word: str) -> tuple[Reading, ...]:
    """38.5℃ is 101.3 degrees Fahrenheit; 度 and 斤 may be other units, 4度 is four times."""
    if figure.unit == "Cel" and isinstance(figure.value, int | Fraction) and not figure.note:
        return ((Kind.MEASURE, tidy(Fraction(figure.value) * 9 / 5 + 32), "[degF]"),)
    if word == "吨" and find_word(_WATER, page.folded):
        return ((Kind.MEASURE, figure.value, "m3"),)  # of water, each is a cubic metre
    if word == "千米" and _THOUSANDS.search(page.folded, figure.span.start, figure.span.end):
        return ((Kind.MEASURE, figure.value, "m"),)  # 1萬1千米 is 11,000 metres
    others: list[Reading] = []
    if word == "度" and figure.unit == "deg" and isinstance(figure.value, int | Fraction):
        others.append((Kind.MEASURE, tidy(Fraction(figure.value) * 9 / 5 + 32), "[degF]"))
    others += [
        (Kind.PERCENT if code == "%" else Kind.MEASURE, figure.value, code)
        for code in _OTHER_UNITS.get((word, figure.unit), ())
        if code != "%" or _LIQUOR.search(page.folded, max(0, figure.span.start - _FAR), figure.span.end + _FAR)
    ]
    if word == "度" and isinstance(figure.value, int) and figure.value <= _MOST_TIMES:
        others += [(Kind.COUNT, figure.value, "次"), (Kind.ORDINAL, figure.value, "")]
    return tuple(others)


def _of_duration(page: Page, figure: Figure, numeral: Numeral, word: str) -> tuple[Reading, ...]:
    """一個半月 is six weeks, or 45 days; 19年 may be 2019."""
    if figure.unit == "mo" and isinstance(figure.value, Fraction):
        return ((Kind.DURATION, tidy(figure.value * 4), "wk"), (Kind.DURATION, tidy(figure.value * 30), "d"))
    if word == "年" and _may_be_year(page, figure, numeral):
        return ((Kind.DATE, PartialDate(year=int(numeral.low)), ""),)
    return ()


def is_index(page: Page, start: int) -> bool:
    """Whether a share is the level of an index, which is printed with and without its sign: PMI為50.1%."""
    return _INDEX.search(page.before(start, _LOOK_BACK)) is not None


_MEASURING = {"分": (Kind.DURATION, "min"), "匹": (Kind.MEASURE, "[HP]")}
"""Counters that measure as well: 馬力190匹; 10.3分 is told of points and of minutes."""


def _of_count(value: Number, word: str) -> tuple[Reading, ...]:
    """What a count may be as well, by its counter."""
    if word in _MEASURING:
        kind, code = _MEASURING[word]
        return ((kind, value, code),)
    if not isinstance(value, int):
        return _of_innings(value) if word == _INNING else _of_half_year(value) if word in AGES else ()
    if word in QUARTERS:
        return ((Kind.ORDINAL, value, ""), (Kind.DURATION, value * 3, "mo"))
    if word in ("代", _FIRST_DIGIT):
        return _of_those_that_begin(value, word)
    ordinal = ((Kind.ORDINAL, value, ""),) if word in _ORDINAL_COUNTERS else ()
    return ordinal + _of_year(value, word)


def _of_year(value: int, word: str) -> tuple[Reading, ...]:
    """2024届毕业生, and 七年級生, who were born in 民國七十年代."""
    if word == "届" and _FIRST_GENERATION < value < _LAST_YEAR:
        return ((Kind.DATE, PartialDate(year=value), ""),)
    if word == "年级" and value in _GENERATIONS:
        return ((Kind.DATE, PartialDate(decade=_FIRST_GENERATION + value * 10), ""),)
    return ()


def _of_those_that_begin(value: int, word: str) -> tuple[Reading, ...]:
    """40代男性: in his forties; 5字頭: in the fifties, the 500s, the 50,000s."""
    if word == _FIRST_DIGIT:
        powers = (10**power for power in range(1, _MOST_NOUGHTS))
        others = tuple((Kind.VAGUE, Interval(value * ten, (value + 1) * ten - 1), "") for ten in powers)
        return (*others, (Kind.PERCENT, value, "%")) if value <= _LAST_DIGIT else others  # rates of 2字頭
    if value % 10 == 0:
        return ((Kind.VAGUE, Interval(value, value + 9), ""),)
    return ((Kind.ORDINAL, value, ""),) if word in _ORDINAL_COUNTERS else ()


def _of_innings(value: Fraction) -> tuple[Reading, ...]:
    """6.2局 are six innings and two of three outs."""
    whole = int(value)
    outs = (value - whole) * 10
    return ((Kind.COUNT, whole + outs / 3, _INNING),) if outs in (1, 2) else ()


_FAR_YEAR = 200
"""Characters."""
_FOUNDED = compile_late("(?:创[立业建办刊]|成立|建[校国厂馆交]|结婚|开业|上市|诞生|迎来)了?$")
"""Before a number of years: 創立50年."""
_LONG_YEAR = compile_late("(?<![0-9])20[0-9]{2}年")


def _of_half_year(value: Fraction) -> tuple[Reading, ...]:
    """1歲半 is 18 months old."""
    months = tidy(value * 12)
    return ((Kind.DURATION, months, "mo"),) if isinstance(months, int) else ()


_LUNAR, _LONGEST_LUNAR = compile_late("[农旧阴]历.{1,3}月$", needs="农 旧 阴"), 7
_LAST_LUNAR_DAY, _LAST_DIGIT = 30, 9


def _of_lunar_day(page: Page, figure: Figure) -> tuple[Reading, ...]:
    """農曆八月十五, which leaves 日 unsaid."""
    start, day = figure.span.start, figure.value
    if not isinstance(day, int) or not 1 <= day <= _LAST_LUNAR_DAY or page.folded[start].isascii():
        return ()
    return (
        ((Kind.DATE, PartialDate(day=day), ""),)
        if _LUNAR.search(page.folded, max(0, start - _LONGEST_LUNAR), start)
        else ()
    )


def _may_be_year(page: Page, figure: Figure, numeral: Numeral) -> bool:
    """Whether two digits before 年 may be a year without its century: 到現在19年; 2030年 ... 50年にゼロ."""
    is_short = len(numeral.digits) == 2 and numeral.digits.isascii() and not figure.approximation
    if not is_short or not figure.surface.endswith("年") or _FOUNDED.search(page.before(numeral.start, 4)):
        return False
    return (
        numeral.low <= _LATEST_SHORT_YEAR
        or _LONG_YEAR.search(page.folded, max(0, numeral.start - _FAR_YEAR), numeral.start) is not None
    )
