"""Dates of Chinese and Japanese text: 2025年10月19日, 民國114年, 昨(20)日, 80年代, 週三, 第三季, 上半年, 本世紀."""

import re
from dataclasses import replace
from datetime import date, timedelta

from assistant.figures.chinese_page import Page
from assistant.figures.chinese_words import (
    BEFORE_CHRIST,
    ERAS,
    JAPANESE_WEEKDAYS,
    LONGEST_ERA,
    RELATIVE_DAYS,
    WEEK_WORDS,
    WEEKDAYS,
)
from assistant.figures.numerals import Numeral
from assistant.figures.values import Figure, Kind, PartialDate

_WRITTEN_OUT = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d])")
_MONTH_SLASH_DAY = re.compile(r"(\d{1,2})[/·・.](\d{1,2})(?![\d./])")
_IN_BRACKETS = re.compile(r"([今昨明前后本当翌])[(（]$")
_AFTER_BRACKETS = re.compile(r"[)）]([日天晚早晨夜月年])")
_BARE_DAY = re.compile(r" ?(?:[至到~–—、及和与-]|——)")
# after 年: what makes it a stretch of time, and what makes it a year after all
_STRETCH = re.compile(r"[间来半多余期内]|以[来上内下]|之[久内间]|历史|时间|[的]?(?:时光|经验|寿命|资历|合约|任期|徒刑|刑期|漫长)|有期|一[次遇届]")
_DAY_STRETCH = re.compile(r"[间内游来]|以[内上来]|之内|[的]?行程")
_DAY_IS_NUMBER = re.compile(r"[线楼机楼员选门房院店仓馆桥井站手文令车厅风台字球床桌柜线]|台风|公路|登机|决议|候选|国道|病")
_WEEK_IS_COUNT = frozenset("次天个场篇集节课餐趟回期")
_COUNT_WEEKS = frozenset("一二三四五六七八九十两几数半0123456789")
_PERIOD = re.compile(r" ?(?:第([一二三四1-4])季(?:度)?|([一二三四1-4])季度|([上下])半年|Q([1-4])|首季(?:度)?)")
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4}

_BORN = frozenset({"50", "60", "70", "75", "80", "85", "90", "95", "00", "05", "10"})
_FIRST_ROC_YEAR, _LAST_ROC_YEAR = 38, 150
_SURE_ROC_YEARS = range(100, 131)

ANCHOR = r"[本上]个?世纪|[上下]半年|(?:星期|礼拜|周)[日天]|[月火水木金土日]曜|首季|元[月旦](?!在望)"
"""Dates that are written without a numeral."""


def read_anchor(page: Page, start: int, end: int) -> list[Figure]:
    """A date without a numeral, matched by ``ANCHOR``."""
    word = page.folded[start:end]
    if "世纪" in word:
        century = 21 if word[0] == "本" else 20
        if word[0] == "上" and (decade := _decade_after(page, end, century)):
            return [decade]
        return [page.make(start, end, Kind.DATE, PartialDate(century=century))]
    if word.endswith("半年"):
        return [page.make(start, end, Kind.DATE, PartialDate(half=1 if word[0] == "上" else 2))]
    if word.endswith("曜"):
        return [page.make(start, end, Kind.DATE, PartialDate(weekday=JAPANESE_WEEKDAYS[word[0]]))]
    if word == "首季":
        return [page.make(start, end, Kind.DATE, PartialDate(quarter=1))]
    if word[0] == "元":
        return [page.make(start, end, Kind.DATE, PartialDate(month=1, day=1 if word[1] == "旦" else None), step=1)]
    if page.folded[start - 1 : start] in _COUNT_WEEKS and start:
        return []
    return [page.make(start, end, Kind.DATE, PartialDate(weekday=7))]


def read_date(page: Page, numeral: Numeral) -> list[Figure]:
    """The date that begins with this number, if one does."""
    following = page.after(numeral.end)
    for read in (_read_bracketed, _read_written_out):
        if figures := read(page, numeral):
            return figures
    if following == "年":
        return _read_year(page, numeral)
    if following == "月":
        return _read_month(page, numeral, _at(page, numeral.end), PartialDate(), numeral.start)
    if following in ("日", "号"):
        return _read_day(page, numeral)
    if following in ("后", "學", "学"):
        return _read_generation(page, numeral)
    if following == "世" and page.after(numeral.end, 2) == "世纪":
        return _read_century(page, numeral)
    if following == "季" or page.before(numeral.start, 1) == "第":
        return _read_quarter(page, numeral)
    return _read_weekday(page, numeral)


def _at(page: Page, end: int) -> int:
    """``end``, one space skipped."""
    return end + 1 if page.folded[end : end + 1] == " " else end


def _single(numeral: Numeral, low: int, high: int) -> int | None:
    """The value, if it is a whole number of that range."""
    value = numeral.low
    return value if isinstance(value, int) and low <= value <= high and not numeral.vague else None


# ------------------------------------------------------------------------------------------- 昨(20)日, 2025/10/20


def _read_bracketed(page: Page, numeral: Numeral) -> list[Figure]:
    """昨(20)日, 本(10)月, 今(2025)年: the word says which, the number says what."""
    start = numeral.start
    if not start or page.folded[start - 1] not in "(（":
        return []
    before = _IN_BRACKETS.search(page.folded, max(0, start - 2), start)
    after = _AFTER_BRACKETS.match(page.folded, numeral.end)
    if not before or not after:
        return []
    unit = after[1]
    if unit == "年":
        value = PartialDate(year=_single(numeral, 1, 2200))
    elif unit == "月":
        value = PartialDate(month=_single(numeral, 1, 12))
    else:
        value = _resolve_day(_single(numeral, 1, 31), before[1], page.clock)
    if not any(value):
        return []
    figure = page.make(before.start(), after.end(), Kind.DATE, value)
    return [replace(figure, note=f"{figure.surface} is {value}" if page.clock else "")]


def _resolve_day(day: int | None, word: str, clock: date | None) -> PartialDate:
    """The full date of 昨(20)日: the day with that number nearest to the one that the word names."""
    if day is None or clock is None:
        return PartialDate(day=day)
    expected = clock + timedelta(days=RELATIVE_DAYS[word])
    near = (expected + timedelta(days=n * sign) for n in range(16) for sign in (1, -1))
    found = next((d for d in near if d.day == day), None)
    return PartialDate(found.year, found.month, found.day) if found else PartialDate(day=day)


def _read_written_out(page: Page, numeral: Numeral) -> list[Figure]:
    """2025/10/20; 9/27 where it can hardly be a fraction."""
    if not page.folded[numeral.start].isascii():
        return []
    match = _WRITTEN_OUT.match(page.folded, numeral.start)
    if match and 1 <= int(match[3]) <= 12 and 1 <= int(match[4]) <= 31:
        value = PartialDate(int(match[1]), int(match[3]), int(match[4]))
        return [page.make(match.start(), match.end(), Kind.DATE, value)]
    match = _MONTH_SLASH_DAY.match(page.folded, numeral.start)
    if not match or match[0][len(match[1])] == "." or page.after(match.end()) in ("年", "月"):
        return []
    month, day = int(match[1]), int(match[2])
    is_share = "/" in match[0] and (month < day <= 10 or day in (12, 100, 1000))
    if not (1 <= month <= 12 and 1 <= day <= 31) or is_share:
        return []
    return [page.make(match.start(), match.end(), Kind.DATE, PartialDate(month=month, day=day))]


# ------------------------------------------------------------------------------------------------------- years


def _read_year(page: Page, numeral: Numeral) -> list[Figure]:
    year_end = _at(page, numeral.end) + 1
    if page.after(year_end, 1) == "级" or page.folded.startswith("代", year_end):
        return _read_decade(page, numeral, year_end + 1) if page.folded.startswith("代", year_end) else []
    era, start = _era_before(page, numeral.start)
    year = _single(numeral, 1, 3000)
    if year is None:
        return []
    if era is not None:
        return _finish_year(page, start, year_end, year + era, note=f"{page.text[start:year_end]} is {year + era}")
    if page.folded[max(0, numeral.start - LONGEST_ERA) : numeral.start] in BEFORE_CHRIST:
        figure = page.make(numeral.start, year_end, Kind.DATE, PartialDate(year=year))
        return [replace(figure, note="BC")]
    return _plain_year(page, numeral, year, year_end)


def _era_before(page: Page, start: int) -> tuple[int | None, int]:
    """What the era before a year adds to it, and where the era begins: 民國 -> 1911."""
    for size in (LONGEST_ERA, 2):
        word = page.before(start, size)
        if word in BEFORE_CHRIST:
            return None, start
        if word in ERAS:
            return ERAS[word], page.folded.rindex(word, 0, start)
    return None, start


def _plain_year(page: Page, numeral: Numeral, year: int, end: int) -> list[Figure]:
    """A year without an era; two digits may as well be a number of years."""
    digits = numeral.digits
    if len(digits) == 4 and 1000 <= year <= 2200:
        if year < 1500 and (_STRETCH.match(page.folded, end) or page.folded.startswith("前", end)):
            return []
        return _finish_year(page, numeral.start, end, year)
    if _is_roc_year(page, digits, end):
        stretch = page.make(numeral.start, end, Kind.DURATION, year, "a")
        (figure,) = _finish_year(page, numeral.start, end, year + ERAS["民国"])[:1]
        return [replace(figure, others=(stretch,), note=f"{figure.surface} is {figure.value}")]
    if len(digits) != 2 or not digits.isascii():
        return []
    is_year = digits[0] == "0" or (year >= 80 and not _STRETCH.match(page.folded, end))
    has_month = _finish_year(page, numeral.start, end, year)
    value = has_month[0].value
    if not is_year and not (isinstance(value, PartialDate) and (value.month or value.quarter or value.half)):
        return []
    stretch = page.make(numeral.start, end, Kind.DURATION, year, "a")
    return [replace(has_month[0], others=(stretch,) if digits[0] != "0" else ())]


def _is_roc_year(page: Page, digits: str, end: int) -> bool:
    """Whether a year without an era counts from 1912: 114年 in Taiwan, or 97年 where the text counts so elsewhere."""
    if not digits.isdigit() or not page.is_traditional or _STRETCH.match(page.folded, end) or len(digits) > 3:
        return False
    year = int(digits)
    if page.has_roc_years:
        return _FIRST_ROC_YEAR <= year <= _LAST_ROC_YEAR and page.folded[end : end + 1] != "前"
    return year in _SURE_ROC_YEARS and year != 100 and page.folded[end : end + 1] not in ("前", "后")


def _finish_year(page: Page, start: int, end: int, year: int, note: str = "") -> list[Figure]:
    """The month, day, quarter or half that follows a year, in one figure with it."""
    at = _at(page, end + 1 if page.folded.startswith("度", end) else end)
    month = page.numeral(at)
    if month and page.after(month.end) == "月" and _single(month, 1, 12):
        figures = _read_month(page, month, _at(page, month.end), PartialDate(year=year), start)
        return [replace(f, note=note) for f in figures]
    value = PartialDate(year=year)
    if match := _PERIOD.match(page.folded, at):
        quarter = match[1] or match[2] or match[4] or ("" if match[3] else "1")
        if quarter:
            value = value._replace(quarter=_QUARTERS.get(quarter) or int(quarter))
        else:
            value = value._replace(half=1 if match[3] == "上" else 2)
        end = match.end()
    return [replace(page.make(start, end, Kind.DATE, value), note=note)]


def _read_decade(page: Page, numeral: Numeral, end: int) -> list[Figure]:
    """80年代, 1980年代, 民國70年代, 六七十年代."""
    era, start = _era_before(page, numeral.start)
    low, high = numeral.low, numeral.high
    if not isinstance(low, int) or not isinstance(high, int) or low > 2200 or low < 10:
        return []
    first, last = (low + (era or 0)) // 10 * 10, (high + (era or 0)) // 10 * 10
    if low == high:
        return [page.make(start, end, Kind.DATE, PartialDate(decade=first))]
    cut = numeral.start + 1
    return [page.make(start, cut, Kind.DATE, PartialDate(decade=first)), page.make(cut, end, Kind.DATE, PartialDate(decade=last))]


def _read_generation(page: Page, numeral: Numeral) -> list[Figure]:
    """90後, 00后: who was born in that decade; 112學年度 is a year."""
    at = _at(page, numeral.end)
    digits = numeral.digits
    if page.folded.startswith("学年", at):
        end = at + (3 if page.folded.startswith("学年度", at) else 2)
        year = _single(numeral, 80, 2200) if digits else None
        return [_roc_or_common(page, numeral.start, end, year)] if year else []
    is_decade = digits in _BORN and (page.folded[at + 1 : at + 2] not in tuple("来续又再被还仍卫排"))
    return [page.make(numeral.start, at + 1, Kind.DATE, PartialDate(decade=int(digits)))] if is_decade else []


def _roc_or_common(page: Page, start: int, end: int, year: int) -> Figure:
    """A year that stands for 民國 years if it is too small for a common one."""
    common = year + ERAS["民国"] if year <= _LAST_ROC_YEAR else year
    figure = page.make(start, end, Kind.DATE, PartialDate(year=common))
    return replace(figure, note=f"{figure.surface} is {common}" if common != year else "")


def _read_century(page: Page, numeral: Numeral) -> list[Figure]:
    """21世紀; 20世紀80年代 is the 1980s."""
    end = _at(page, numeral.end) + 2
    century = _single(numeral, 1, 30)
    if century is None:
        return []
    decade = _decade_after(page, end, century)
    if decade:
        start = numeral.start
        return [replace(decade, span=decade.span._replace(start=start), surface=page.text[start : decade.span.end])]
    return [page.make(numeral.start, end, Kind.DATE, PartialDate(century=century))]


def _decade_after(page: Page, end: int, century: int) -> Figure | None:
    """80年代 right after a century that is known."""
    at = end + 1 if page.folded.startswith("的", end) else end
    numeral = page.numeral(at)
    if not numeral or numeral.vague or not isinstance(numeral.low, int) or not 10 <= numeral.low <= 90:
        return None
    at = _at(page, numeral.end)
    if not page.folded.startswith("年代", at):
        return None
    return page.make(end - 3, at + 2, Kind.DATE, PartialDate(decade=(century - 1) * 100 + numeral.low))


# --------------------------------------------------------------------------------------------- months and days


def _read_month(page: Page, numeral: Numeral, at: int, known: PartialDate, start: int) -> list[Figure]:
    """10月, 10月20日, 七八月; ``at`` is where 月 stands."""
    if numeral.vague == "between" and isinstance(numeral.high, int) and numeral.high <= 12:
        first, last = int(numeral.low), int(numeral.high)
        cut = numeral.start + 1
        return [page.make(start, cut, Kind.DATE, known._replace(month=first)), page.make(cut, at + 1, Kind.DATE, known._replace(month=last))]
    month = _single(numeral, 1, 12)
    if month is None or page.folded.startswith(("月球", "月间"), at):
        return []
    end = at + 1
    value = known._replace(month=month)
    day = page.numeral(end)
    number = _single(day, 1, 31) if day else None
    if day and number:
        sign = page.after(day.end)
        if sign in ("日", "号"):
            end, value = _at(page, day.end) + 1, value._replace(day=number)
        elif _BARE_DAY.match(page.folded, day.end):  # 10月19至28日
            end, value = day.end, value._replace(day=number)
    return [page.make(start, end, Kind.DATE, value)]


def _read_day(page: Page, numeral: Numeral) -> list[Figure]:
    """20日, 20號; a day of the month, a number of days, or a number on a door."""
    day = _single(numeral, 1, 31)
    at = _at(page, numeral.end)
    word, end = page.folded[at], at + 1
    if page.before(numeral.start, 1) == "第":
        return []
    count = page.make(numeral.start, end, Kind.DURATION, numeral.low, "d", step=numeral.step)
    if word == "号":
        ordinal = replace(count, kind=Kind.ORDINAL, unit="")
        if day is None or _DAY_IS_NUMBER.match(page.folded, end):
            return [ordinal]
        return [replace(page.make(numeral.start, end, Kind.DATE, PartialDate(day=day)), others=(ordinal,))]
    if day is None or _DAY_STRETCH.match(page.folded, end):
        return [] if numeral.vague else [count]
    relative = page.before(numeral.start, 1)
    if relative and relative in "今昨明" and page.clock:
        value = _resolve_day(day, relative, page.clock)
        return [page.make(numeral.start - 1, end, Kind.DATE, value)]
    return [replace(page.make(numeral.start, end, Kind.DATE, PartialDate(day=day)), others=(count,))]


def _read_quarter(page: Page, numeral: Numeral) -> list[Figure]:
    """第三季, 三季度; 前三季 are three quarters."""
    number = _single(numeral, 1, 4)
    at = _at(page, numeral.end)
    if number is None or not page.folded.startswith("季", at):
        return []
    is_named = page.before(numeral.start, 1) == "第"
    is_quarter = page.folded.startswith("季度", at)
    if page.before(numeral.start, 1) == "前" or not (is_named or is_quarter):
        return []
    end = at + (2 if is_quarter else 1)
    start = page.folded.rindex("第", 0, numeral.start) if is_named else numeral.start
    figure = page.make(start, end, Kind.DATE, PartialDate(quarter=number))
    return [replace(figure, others=(replace(figure, kind=Kind.ORDINAL, value=number),))]


def _read_weekday(page: Page, numeral: Numeral) -> list[Figure]:
    """週三, 星期三; not 一週五天."""
    written = page.folded[numeral.start : numeral.end]
    if written not in WEEKDAYS:
        return []
    before = page.folded[max(0, numeral.start - 3) : numeral.start]
    word = next((w for w in WEEK_WORDS if before.endswith(w)), None)
    if word is None or page.folded[numeral.end : numeral.end + 1] in _WEEK_IS_COUNT:
        return []
    start = numeral.start - len(word)
    if start and page.folded[start - 1] in _COUNT_WEEKS:
        return []
    return [page.make(start, numeral.end, Kind.DATE, PartialDate(weekday=WEEKDAYS[written]))]
