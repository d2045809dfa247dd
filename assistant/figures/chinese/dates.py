"""Dates of Chinese and Japanese text, by the character after the number; and dates without a number: 上半年, 週日."""

from collections.abc import Callable
from datetime import timedelta
from fractions import Fraction

from assistant.calendars import ERAS
from assistant.figures.chinese.days import (
    read_bracketed,
    read_day,
    read_month,
    read_month_of,
    read_number_or_day,
    read_written_out,
)
from assistant.figures.chinese.page import Page, single
from assistant.figures.chinese.words import JAPANESE_WEEKDAYS, WEEK_WORDS, WEEKDAYS
from assistant.figures.chinese.years import (
    LAST_YEARS,
    finish_year,
    read_century,
    read_decade_after,
    read_edge_of_era,
    read_generation,
    read_school_year,
    read_year,
)
from assistant.figures.numerals.parts import COLLECTIVES, DIGITS
from assistant.figures.numerals.reading import Numeral
from assistant.figures.values import Figure, Kind, PartialDate, replace
from assistant.patterns import compile_late

ANCHOR = (
    r"[本上]个?世纪|[上下]半[年期场]|[上下]期(?=[はのにもがで])|[前后]半年|(?:民国|令和|平成|昭和|大正|明治|顺治|康熙|雍正|乾隆|嘉庆|道光|咸丰|同治|光绪|宣统)元年|(?:星期|礼拜)[日天]|周(?:日|天(?!成))|[月火水木金土日]曜|(?<=日)[(（](?:[月火水木金土日一二三四五六])[)）]|首季|(?<![0-9万亿千百十多余几晶])元[月旦](?!在望)"
    r"|(?:平成|昭和|明治)の?(?:初[め期头]|はじめ|末)"
    r"|[去今明前昨]年|[昨今明][天日]|(?<![代月年末])[前后]半(?=[0-9のにでは戦もをがアロ]|开始)"
)
"""Dates that are written without a numeral."""

_HALF = Fraction(1, 2)
_BEGINNINGS = frozenset("，。、；：年") | {""}
"""What stands before 前半年 and 後半年 where they are halves of a year; asked for here, since a class of far-apart
characters in a pattern takes 10 million instructions to compile."""
_YEARS_FROM_NOW = {"前年": -2, "去年": -1, "昨年": -1, "今年": 0, "明年": 1}
_DAYS_FROM_NOW = {"昨天": -1, "昨日": -1, "今天": 0, "今日": 0, "明天": 1, "明日": 1}
# 一週三次: not a Wednesday
_COUNTED = compile_late(
    r"[次个篇集课餐趟期周]|天(?![气亮候黑晴空])|场(?![馆地面均])|节(?![目日])|回(?![升落暖温到归台国家来去应复流])"
)
_SUNDAY = compile_late("[、及和与]日(?![本期常前后圆元经均方月報报])")
"""週六、日."""
_PORTIONS = compile_late(
    "[颗粒个罐瓶包片枚支碗盒箱篇则杯粒台]|公[里克斤升]|小时|分钟|(?:名|位)(?!古)|[毫千]?克|升(?!旗)|元|块钱?|万|千"
)
"""What is counted by the week: 每週六顆."""
_FLIGHTS = frozenset("班堂件份顿杯晚夜")
_LIST_SIGNS = frozenset("、,，及和与")
_LISTED = compile_late("(?:[0-9]{1,2}[、,，及和与])+$")
_LISTED_UNITS = frozenset("日天月晚")
_TOGETHER = {"两": 2, "三": 3}
_LONGEST_LIST = 16
_COUNT_OF_WEEKS = frozenset("一二三四五六七八九十两几数半0123456789")


def read_anchor(page: Page, start: int, end: int) -> list[Figure]:
    """A date without a numeral, matched by ``ANCHOR``."""
    word = page.folded[start:end]
    if word in _YEARS_FROM_NOW or word in _DAYS_FROM_NOW:
        return _from_clock(page, start, end, word)
    if word[:2] in LAST_YEARS and not word.endswith("年"):
        return [read_edge_of_era(page, start, end, word)]
    return _read_period(page, start, end, word)


def _read_period(page: Page, start: int, end: int, word: str) -> list[Figure]:
    """本世紀, 元月, 上半年, 週日."""
    if "世纪" in word:
        century = 21 if word[0] == "本" else 20
        decade = read_decade_after(page, start, end, century)
        return [decade or replace(page.make(start, end, Kind.DATE, PartialDate(century=century)), is_soft=True)]
    if word == "元月":
        return read_month_of(page, Numeral(start, start + 1, 1, 1), PartialDate(), start)
    if "周" in word and page.folded[max(0, start - 1) : start] in _COUNT_OF_WEEKS and start:
        return []
    if word[1:] == "半年" and word[0] in "前后" and page.folded[max(0, start - 1) : start] not in _BEGINNINGS:
        half = page.make(start + 1, end, Kind.DURATION, _HALF, "a", step=_HALF)
        return [half] if word[0] == "后" else []  # 畢業後半年; 退休前半年
    figure = replace(page.make(start, end, Kind.DATE, _anchored(word)), is_soft=word.endswith(("场", "半")))
    if word.endswith("半年"):  # the first six months
        figure = replace(figure, others=(replace(figure, kind=Kind.DURATION, value=6, unit="mo"),))
    return [figure]


def _from_clock(page: Page, start: int, end: int, word: str) -> list[Figure]:
    """去年, 昨天: nothing without a clock; with one the year or day, softly, and what follows in one figure with it."""
    if page.clock is None:
        return []
    if word in _DAYS_FROM_NOW:
        day = page.clock + timedelta(days=_DAYS_FROM_NOW[word])
        value = PartialDate(day.year, day.month, day.day)
        return [replace(page.make(start, end, Kind.DATE, value), is_soft=True)]
    figures = finish_year(page, start, end, page.clock.year + _YEARS_FROM_NOW[word])
    return [replace(figure, is_soft=figure.span.end == end) for figure in figures]


def _anchored(word: str) -> PartialDate:
    if word.endswith("元年"):
        return PartialDate(year=ERAS[word[:2]] + 1)
    if word.endswith(("半年", "期", "半场", "半")):
        return PartialDate(half=1 if word[0] in "上前" else 2)
    if word.endswith(("曜", ")", "）")):  # 木曜, 20日（木）
        day = word.strip("()（）")[0]
        return PartialDate(weekday=WEEKDAYS.get(day) or JAPANESE_WEEKDAYS[day])
    if word == "首季":
        return PartialDate(quarter=1)
    if word[0] == "元":
        return PartialDate(month=1, day=1 if word[1] == "旦" else None)
    return PartialDate(weekday=7)


def read_date(page: Page, numeral: Numeral) -> list[Figure]:
    """The date that begins with this number, if one does."""
    if page.folded[numeral.start] in COLLECTIVES:
        return []  # 俩月 are two months
    for read in (read_bracketed, read_written_out):
        if figures := read(page, numeral):
            return _go_on(page, figures[0])
    rule = _RULES.get(page.after(numeral.end))
    return (rule(page, numeral) if rule else []) or _read_weekday(page, numeral)


def _go_on(page: Page, figure: Figure) -> list[Figure]:
    """A date in brackets or written out, with the month and day behind its year: 明(115)年1月1日."""
    value = figure.value
    if not isinstance(value, PartialDate) or value.year is None or value.month or value.day:
        return [figure]
    (start, end), note = figure.span, figure.note
    return [replace(found, note=note) for found in finish_year(page, start, end, value.year)]


def _read_listed(page: Page, numeral: Numeral) -> list[Figure]:
    """23、24兩日: the number behind the last of a list says how many there are, and is no weight (兩)."""
    start, at = numeral.start, numeral.end
    listed = _LISTED.search(page.folded, max(0, start - _LONGEST_LIST), start)
    unit = page.folded[at + 1 : at + 2]
    if not listed or unit not in _LISTED_UNITS:
        return []
    day = single(numeral, 1, 12 if unit == "月" else 31)
    if day is None or sum(sign in _LIST_SIGNS for sign in listed[0]) + 1 != _TOGETHER[page.folded[at]]:
        return []
    if page.before(listed.start(), 1) == "第":
        return [page.make(start, at, Kind.ORDINAL, day)]  # 第3、4兩天
    return [page.make(start, at + 2, Kind.DATE, PartialDate(month=day) if unit == "月" else PartialDate(day=day))]


_STRETCHES = ("ぶり", "连続", "连续", "にわたり")
_RUNNING = ("连续第", "连第")
_NO_NUMBER = frozenset("上下这每")
"""Before 一季度, which then is no first quarter: 上一季度."""


def _read_quarter(page: Page, numeral: Numeral) -> list[Figure]:
    """第三季, 三季度; 前三季 are three quarters."""
    number = single(numeral, 1, 4)
    at = page.skip(numeral.end)
    before = page.before(numeral.start, 1)
    is_quarter = page.folded.startswith(("季度", "四半期", "季报"), at)
    if number is None or before == "前" or (number == 1 and before in _NO_NUMBER) or not (before == "第" or is_quarter):
        return []
    if before == "第" and page.folded[max(0, numeral.start - 3) : numeral.start].startswith(_RUNNING):
        return []  # 連續第3季
    is_report = page.folded.startswith("季报", at)  # 三季报, which English may call the results
    end = at + (3 if page.folded[at] == "四" else 2 if is_quarter and not is_report else 1)
    if before != "第" and page.folded.startswith(_STRETCHES, end):  # 4四半期ぶり
        count = page.make(numeral.start, end, Kind.COUNT, number, "季度")
        return [replace(count, others=(replace(count, kind=Kind.ORDINAL, unit="", head="季"),))]
    start = page.folded.rindex("第", 0, numeral.start) if before == "第" else numeral.start
    figure = replace(page.make(start, end, Kind.DATE, PartialDate(quarter=number)), is_soft=is_report)
    return [replace(figure, others=(replace(figure, kind=Kind.ORDINAL, value=number),))]


def cut_weekday(page: Page, numeral: Numeral) -> Numeral | None:
    """The first character of 一零 in 周一零時, which is the weekday's; None where the number is no weekday's."""
    start, end = numeral.start, numeral.end
    if end - start < 2 or page.folded[start].isascii() or page.folded[start] not in WEEKDAYS:
        return None
    before = page.folded[max(0, start - 3) : start]
    word = next((w for w in WEEK_WORDS if before.endswith(w)), None)
    if word is None or (word == "周" and before[-2:-1] in _COUNT_OF_WEEKS and before[:-1]):
        return None
    is_run = page.folded[start + 1] in DIGITS and numeral.vague != "between"  # 每周三四次 is no Wednesday
    if not is_run and page.after(end) not in ("点", "时"):
        return None
    value = WEEKDAYS[page.folded[start]]
    return Numeral(start, start + 1, value, value, digits=str(value))


def _read_weekday(page: Page, numeral: Numeral) -> list[Figure]:
    """週三, 星期三; not 一週五天."""
    written = page.folded[numeral.start : numeral.end]
    if written not in WEEKDAYS:
        return []
    before = page.folded[max(0, numeral.start - 2) : numeral.start]
    word = next((w for w in WEEK_WORDS if before.endswith(w)), None)
    if word is None or _COUNTED.match(page.folded, numeral.end):
        return []
    if before.startswith("每") and (page.after(numeral.end) in _FLIGHTS or _PORTIONS.match(page.folded, numeral.end)):
        return []  # 每週四班
    start = numeral.start - len(word)
    if start < page.done:
        return []
    if start and page.folded[start - 1] in _COUNT_OF_WEEKS:
        return []
    figures = [page.make(start, numeral.end, Kind.DATE, PartialDate(weekday=WEEKDAYS[written]))]
    if sunday := _SUNDAY.match(page.folded, numeral.end):
        figures.append(page.make(sunday.end() - 1, sunday.end(), Kind.DATE, PartialDate(weekday=7)))
    return figures


def _read_day_or_weekend(page: Page, numeral: Numeral) -> list[Figure]:
    """周六日 are Saturday and Sunday, 六日 the sixth."""
    start, end = numeral.start, numeral.end
    word = next((w for w in WEEK_WORDS if page.folded.endswith(w, 0, start)), None)
    if word is None or page.folded[start:end] != "六" or start - len(word) < page.done:
        return read_day(page, numeral)
    saturday = page.make(start - len(word), end, Kind.DATE, PartialDate(weekday=6))
    return [saturday, page.make(end, end + 1, Kind.DATE, PartialDate(weekday=7))]


_RULES: dict[str, Callable[[Page, Numeral], list[Figure]]] = {
    "年": read_year, "月": read_month, "日": _read_day_or_weekend, "号": read_number_or_day, "世": read_century,
    "季": _read_quarter, "四": _read_quarter, "两": _read_listed, "三": _read_listed,
    "后": read_generation, "学": read_school_year, "会": read_school_year,
}  # fmt: skip
"""The character after a number -> what reads the date."""
