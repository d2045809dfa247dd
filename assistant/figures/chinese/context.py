"""The unit of a number, by what stands behind it and before it: 個半月, 時速85英里, 發電150億度, 規模6.1."""

import re
from fractions import Fraction

from assistant.figures.chinese.page import Page
from assistant.figures.chinese.traditional import read_interest, read_old_measure
from assistant.figures.chinese.units import Unit, read_unit
from assistant.figures.numerals.reading import Numeral
from assistant.figures.values import Figure, Interval, Kind, Number, PartialDate, Value, tidy

_MONTH = Unit("月", Kind.DURATION, "mo")
_MINUTES = Unit("分", Kind.DURATION, "min")
_SEN = Unit("钱", Kind.MONEY, "JPY", Fraction(1, 100))
_QUARTER_POINTS = Unit("码", Kind.BASIS_POINTS, "bp", 25)
"""What Taiwan's central bank moves rates by: 升息2碼."""
_DOZEN = re.compile(r"打(?=[鸡鸭啤蛋毛袜笔酒铅玫生雪手杯瓶内口红白羊盘蜡纽]|[^\w]|$)")
"""一打雞蛋; elsewhere 打 is a verb."""
_BY_CONTEXT = frozenset("码角分")
_RATES = re.compile(r"息|央行|联准|利率|准备[率金]|[调提][升高降]了?$|[升降][半一两二三四五0-9.]+$")
_EXCHANGE = re.compile(r"[升贬]值?[约逾近了]?[一二三四五六七八九0-9.]+$")
_SECONDS_APART = 4
"""At most so many characters lie between 1小時 and the end of the number in 40分."""

_SECONDS_AFTER = re.compile(r" ?分 ?[0-9一二三四五六七八九十]{1,3}(?:\.[0-9]+)?秒")
"""3分15秒."""
_LOOK_BACK = 16
_REACHING = r"[为约达近逾超过到仅至的是]{0,4}$"
_SPEED = re.compile(r"(?:时速|每小时|每个小时|每时)" + _REACHING)
_EACH_SECOND = re.compile(r"(?:秒速|每秒)" + _REACHING)
_PER_HOUR = {"km": "km/h", "[mi_i]": "[mi_i]/h", "[nmi_i]": "[kn_i]"}
_POWERED = ("电", "的电", "绿电")
_HEAT = re.compile(r"[温热冷烧暖摄]|零下")
_RICHTER = re.compile(r"(?:规模|里氏|芮氏|里氏震级|震级|マグニチュード)" + _REACHING)
_STRONGEST_QUAKE = 10
_SHAKING = re.compile(r"(?:震度|烈度)" + _REACHING)
# 震度6強: what stands behind a number of such a scale is no counter
_FAR = 60
_KEPT = re.compile(r"(?<!确)[保破坐望]$")
_GROWTH = re.compile(r"成长率|增长率|经济成长|经济增长|GDP|增速")
_NO_UNITS = frozenset("级强弱")
_INDEX = re.compile(r"(?:指数|PMI)(?:值|分别)?(?:为|是|录得|报|达到?|仅为|约为|[回]?[升降跌涨滑落][至到]|持平于)?$")
_QUAKE = re.compile(r"(?:以上)?.{0,4}地震")
_BLOWING = re.compile(r"风力?" + _REACHING)
_WIND = re.compile(r"(?:以上)?.{0,2}风")


def unit_after(page: Page, end: int) -> Unit | None:
    """The unit behind a number, one space skipped; 個半月 is a month and leaves the half to the amount."""
    at = page.skip(end)
    if page.folded.startswith("个半", at):
        unit = _MONTH if page.folded.startswith("月", at + 2) else read_unit(page.folded, at + 2)
        if unit is None or unit.kind is not Kind.DURATION:
            return Unit("个半", Kind.COUNT, "个")
        return unit._replace(word="个半" + unit.word)
    if page.folded.startswith("个多", at):
        unit = read_unit(page.folded, at + 2)
        if unit and unit.kind is Kind.DURATION:  # 兩個多小時
            return unit._replace(word="个多" + unit.word)
    if _DOZEN.match(page.folded, at):
        return Unit("打", Kind.COUNT, "个", 12)
    # 62銭円安; the 錢 of Taiwan weighs gold
    unit = _SEN if page.text.startswith("銭", at) else read_unit(page.folded, at)
    if unit and unit.word in _BY_CONTEXT:
        return _unit_of_markets(page, end, unit)
    return unit


def _unit_of_markets(page: Page, end: int, unit: Unit) -> Unit | None:
    """碼, 角 and 分 of interest and exchange rates: 升息2碼 is 50 basis points, 貶值3分 NT$0.03."""
    before = page.before(end, _LOOK_BACK)
    if unit.word == "分" and _follows_money(page, end):
        return Unit(unit.word, Kind.MONEY, "元", Fraction(1, 100))
    if unit.word == "码":
        return _QUARTER_POINTS if _RATES.search(before) else unit
    if _EXCHANGE.search(before):
        return Unit(unit.word, Kind.MONEY, "元", Fraction(1, 10 if unit.word == "角" else 100))
    if unit.word == "角":
        return unit if page.folded[end - 1].isascii() else None  # 三角 is a shape
    return _MINUTES if _follows_hours(page, end) or _SECONDS_AFTER.match(page.folded, end) else unit


def _follows_money(page: Page, end: int) -> bool:
    """Whether yuan or their tenths stand right before: 1角2分."""
    last = page.figures[-1] if page.figures else None
    return last is not None and last.kind is Kind.MONEY and last.surface[-1] in "角毛元块" and end - last.span.end == 1


def _follows_hours(page: Page, end: int) -> bool:
    """Whether the figure right before is one of hours, so that 分 means minutes: 1小時40分."""
    last = page.figures[-1] if page.figures else None
    return last is not None and last.unit == "h" and end - last.span.end <= _SECONDS_APART


def unit_in_context(page: Page, numeral: Numeral, unit: Unit | None, end: int) -> tuple[Kind, str]:
    """Kind and unit of a number, by all the words around it."""
    if unit is None and _is_growth(page, numeral):
        return Kind.PERCENT, "%"
    if unit is None or unit.unit in _NO_UNITS:
        return _scale_of(page, numeral, end) or (Kind.COUNT, unit.unit if unit else "")
    if unit.unit == "元":
        return Kind.MONEY, page.yuan
    return unit.kind, _rate_or_energy(page, numeral, unit, end)


def _is_growth(page: Page, numeral: Numeral) -> bool:
    """Whether a bare number is a rate of growth: 經濟成長率保三, GDP破四."""
    is_kept = _KEPT.search(page.folded, max(0, numeral.start - 2), numeral.start) is not None
    return (
        is_kept
        and numeral.high < 10
        and _GROWTH.search(page.folded, max(0, numeral.start - _FAR), numeral.start) is not None
    )


def _scale_of(page: Page, numeral: Numeral, end: int) -> tuple[Kind, str] | None:
    """Earthquakes and winds, whose numbers have no unit: 規模6.1, 7級以上地震, 震度5, 8級陣風."""
    before = page.before(numeral.start, _LOOK_BACK)
    if _RICHTER.search(before) and numeral.high <= _STRONGEST_QUAKE:
        return Kind.MEASURE, "magnitude"
    if _SHAKING.search(before):
        return Kind.MEASURE, "intensity"
    if page.folded[end - 1] == "级":
        if _QUAKE.match(page.folded, end):
            return Kind.MEASURE, "magnitude"
        if _WIND.match(page.folded, end) or _BLOWING.search(before):
            return Kind.MEASURE, "beaufort"
    return None


def _rate_or_energy(page: Page, numeral: Numeral, unit: Unit, end: int) -> str:
    """時速85英里 is a speed, 發電150億度 energy, 氣溫36度 a temperature."""
    code = unit.unit
    if code in _PER_HOUR and _SPEED.search(page.before(numeral.start, _LOOK_BACK)):
        return _PER_HOUR[code]
    if code == "m" and _EACH_SECOND.search(page.before(numeral.start, _LOOK_BACK)):
        return "m/s"
    if code == "kg" and unit.word == "キロ" and _SPEED.search(page.before(numeral.start, _LOOK_BACK)):
        return "km/h"
    if code == "deg":
        before = page.before(numeral.start, _LOOK_BACK)
        if "电" in before or page.folded.startswith(_POWERED, end):
            return "kW.h"
        return "Cel" if _HEAT.search(before) else code
    return code


# ----------------------------------------------------------------------------------------- readings that are as good

_LATEST_SHORT_YEAR = 35
_GENERATIONS, _FIRST_GENERATION = range(4, 10), 1910
_LOT = 1000
"""Shares of one 張, as Taiwan trades them."""
_YEN_TIMES = re.compile(r"日[治据本]|明治|大正|昭和|东京|19[0-3][0-9]年|194[0-5]年")
"""What tells that 圓 may be yen: Japan, or Taiwan before 1946."""
_EVENT = re.compile(
    r".{0,3}(?:地震|强震|大震|事件|空难|水灾|风灾|恐[攻袭]|大火|气爆|爆炸案|惨案|公投|大选|晚会|大促|购物节|促销)"
)
# word and unit -> what the word may stand for as well
_OTHER_UNITS = {
    ("度", "deg"): ("Cel", "kW.h"),
    ("°", "deg"): ("Cel",),
    ("キロ", "kg"): ("km",),
    ("斤", "斤"): ("台斤",),
    ("两", "兩"): ("台兩",),
    ("寸", "寸"): ("[in_i]",),
    ("尺", "尺"): ("[ft_i]",),
    ("呎", "[ft_i]"): ("[sft_i]",),
}
_YEAR_NOUNS = frozenset({"县市", "国", "台", "城", "县", "省", "区"})
# counters whose number is as often said as an ordinal: 22屆 is the 22nd
_ORDINAL_COUNTERS = frozenset("届任代期号楼层集季旅师军团营连路线版级床局轮站区街弄巷室番") | {
    "年级", "周年", "度空间", "人目", "回目", "度目", "番目", "年目", "日目", "つ目", "件目", "例目",
}  # fmt: skip


def is_year(page: Page, kind: Kind, numeral: Numeral, unit: Unit | None) -> bool:
    """Whether four digits without 年 are rather a year: 2026縣市長選舉, 2024大選."""
    if kind is not Kind.COUNT or len(numeral.digits) != 4 or not 1900 <= numeral.low <= 2100:
        return False
    return page.folded[numeral.start].isascii() and (unit is None or unit.word in _YEAR_NOUNS)


Reading = tuple[Kind, Value, str]
"""Kind, value and unit."""


def other_readings(page: Page, figure: Figure, numeral: Numeral, unit: Unit | None) -> tuple[Reading, ...]:
    """What else the same characters may mean."""
    word = unit.word if unit else ""
    if date := _named_after_date(page, figure, numeral):
        return ((Kind.DATE, date, ""),)
    if word == "张" and isinstance(figure.value, int) and _is_of_shares(page, numeral.start, figure.span.end):
        return ((Kind.COUNT, figure.value * _LOT, "股"),)
    if figure.kind is Kind.COUNT and isinstance(figure.value, int | Fraction):
        if word == "厘" and (rates := read_interest(page, numeral.start, figure.value)):
            return rates
        return read_old_measure(figure.value, word) or _of_count(figure.value, word)
    if figure.kind is Kind.DURATION:
        return _of_duration(figure, numeral, word)
    return _of_share_or_money(page, figure, numeral) or _of_measure(figure, word)


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
    if figure.surface[-1] in "块塊" and "一" <= page.folded[figure.span.end : figure.span.end + 1] <= "鿿":
        return ((Kind.COUNT, figure.value, "块"),)
    if figure.kind is Kind.MONEY and figure.surface[-1] in "圓圆" and _YEN_TIMES.search(page.folded):
        return ((Kind.MONEY, figure.value, "JPY"),)
    return ()


_INNING = "局"
_MOST_TIMES = 12
"""4度奪冠 is for the fourth time; 36度 is a temperature."""


_TRADED = re.compile("股|成交[量张]|[买卖]超|外资|投信|自营商|融[资券]|持有张数|张数|出脱|抄底")


def _is_of_shares(page: Page, start: int, end: int) -> bool:
    """Whether 張 counts lots of shares: 一張股票, 賣超8萬張."""
    return _TRADED.search(page.folded, max(0, start - 8), end + 4) is not None


def _of_measure(figure: Figure, word: str) -> tuple[Reading, ...]:
    """38.5℃ is 101.3 degrees Fahrenheit; 度 and 斤 may be other units, 4度 is four times."""
    if figure.unit == "Cel" and isinstance(figure.value, int | Fraction) and not figure.note:
        return ((Kind.MEASURE, tidy(Fraction(figure.value) * 9 / 5 + 32), "[degF]"),)
    others: list[Reading] = []
    if word == "度" and figure.unit == "deg" and isinstance(figure.value, int | Fraction):
        others.append((Kind.MEASURE, tidy(Fraction(figure.value) * 9 / 5 + 32), "[degF]"))
    others += [(Kind.MEASURE, figure.value, code) for code in _OTHER_UNITS.get((word, figure.unit), ())]
    if word == "度" and isinstance(figure.value, int) and figure.value <= _MOST_TIMES:
        others += [(Kind.COUNT, figure.value, "次"), (Kind.ORDINAL, figure.value, "")]
    return tuple(others)


def _of_duration(figure: Figure, numeral: Numeral, word: str) -> tuple[Reading, ...]:
    """一個半月 is six weeks, or 45 days; 19年 may be 2019."""
    if figure.unit == "mo" and isinstance(figure.value, Fraction):
        return ((Kind.DURATION, tidy(figure.value * 4), "wk"), (Kind.DURATION, tidy(figure.value * 30), "d"))
    if word == "年" and _may_be_year(figure, numeral):
        return ((Kind.DATE, PartialDate(year=int(numeral.low)), ""),)
    return ()


def is_index(page: Page, start: int) -> bool:
    """Whether a share is the level of an index, which is printed with and without its sign: PMI為50.1%."""
    return _INDEX.search(page.before(start, _LOOK_BACK)) is not None


_MEASURING = {"分": (Kind.DURATION, "min"), "匹": (Kind.MEASURE, "[HP]")}
"""Counters that measure as well: 馬力190匹."""


def _of_count(value: Number, word: str) -> tuple[Reading, ...]:
    """What a count may be as well, by its counter."""
    if not isinstance(value, int):
        return _of_innings(value) if word == _INNING else ()
    if word in ("季", "个季度", "季度"):
        return ((Kind.ORDINAL, value, ""), (Kind.DURATION, value * 3, "mo"))
    if word in _MEASURING:
        kind, code = _MEASURING[word]
        return ((kind, value, code),)
    if word == "代" and value % 10 == 0:  # 40代男性: in his forties
        return ((Kind.VAGUE, Interval(value, value + 9), ""),)
    if word == "年级" and value in _GENERATIONS:  # 七年級生 were born in 民國七十年代
        return ((Kind.ORDINAL, value, ""), (Kind.DATE, PartialDate(decade=_FIRST_GENERATION + value * 10), ""))
    return ((Kind.ORDINAL, value, ""),) if word in _ORDINAL_COUNTERS else ()


def _of_innings(value: Fraction) -> tuple[Reading, ...]:
    """6.2局 are six innings and two of three outs."""
    whole = int(value)
    outs = (value - whole) * 10
    return ((Kind.COUNT, whole + outs / 3, _INNING),) if outs in (1, 2) else ()


def _named_after_date(page: Page, figure: Figure, numeral: Numeral) -> PartialDate | None:
    """The day that an event is named after: 0403花蓮地震, 206地震."""
    digits = numeral.digits
    if figure.kind is not Kind.COUNT or len(digits) not in (3, 4) or not digits.isascii():
        return None
    month, day = int(digits[:-2]), int(digits[-2:])
    if not (1 <= month <= 12 and 1 <= day <= 31 and _EVENT.match(page.folded, numeral.end)):
        return None
    return PartialDate(month=month, day=day)


def _may_be_year(figure: Figure, numeral: Numeral) -> bool:
    """Whether two digits before 年 may be a year without its century: 到現在19年."""
    is_short = len(numeral.digits) == 2 and numeral.digits.isascii() and numeral.low <= _LATEST_SHORT_YEAR
    return is_short and not figure.approximation and figure.surface.endswith("年")
