"""Months and days of Chinese and Japanese text: 10月19日, 七八月, 20號, 昨(20)日, 2025/10/20."""

from datetime import date, timedelta

from assistant.calendars import ERAS
from assistant.characters import is_han
from assistant.figures.chinese.page import Page, single
from assistant.figures.chinese.words import RELATIVE_DAYS
from assistant.figures.numerals.reading import Numeral
from assistant.figures.values import Figure, Kind, PartialDate, replace
from assistant.patterns import compile_late

_WRITTEN_OUT = compile_late(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_MONTH_SLASH_DAY = compile_late(r"(\d{1,2})[/·・](\d{1,2})(?![\d./年月])")
_DATE_SIGNS = frozenset("-/.·・")
_RELATIVE = compile_late(r"([今昨明前后本当翌去])[(（]$")
_CLOSED = compile_late(r"[)）]([日天晚早晨夜月年])")
_BARE_DAY = compile_late(r" ?(?:[至到~–—、及和与-]|——)")
_NEXT_TO = compile_late(r"(?<![月年])[前后次翌同]$")
_YEN = ("日元", "日币", "日円")
_NO_MONTH = ("月球", "月曜")
_NTH_DAY = compile_late("目(?![前标的击睹光录次送])")
"""12日目: the twelfth day of something."""
_STRETCH = compile_late(r"连続|ぶり|[间内游来]|以[内上来]|之内|的?行程")
_RUNNING = ("连续", "连", "持续", "接连", "一连", "为期", "历时", "连续约", "持续了", "历时约", "为期约")
"""連續5日: so many days running, and no fifth."""
_NUMBERED = compile_late(r"[线楼机员选门房院店仓馆桥井站手文令车厅风字球床桌柜]|台风|公路|登机|决议|候选|国道|病")
_ROADS = ("国道", "省道", "县道", "快速道路", "高速公路", "航厦", "月台", "码头", "议题", "提案", "公投案")
_STORMS = ("台风", "颱风", "飓风")
_DAYS_FROM_EXPECTED = 16
_HUNDRED, _LAST_OF_REPUBLIC = 100, 150
_SENTENCED = compile_late(
    r"(?:(?<![裁谈批审评公])判|一审判|二审判|三审判|原审判|求刑|[判被量科各论求]处|处(?=有期徒刑|徒刑|拘役)|判刑|改判|徒刑|刑期|应执行|拘役|羁押|服刑|缓刑|监禁)"
    r"(?:有期|徒刑|拘役|[了各为约逾共他她其]|至少|最高|合计){0,3}$",
    needs="判 刑 处 执 役 押 监",
)
_SENTENCE_BACK = 12
_DAYS_OFF, _WEEK = ("周休", "週休"), 7
_LISTING = ("、", "及", "和", "与")


def read_bracketed(page: Page, numeral: Numeral) -> list[Figure]:
    """昨(20)日, 本(10)月, 今(2025)年, 去(113)年: the word says which, the number says what."""
    start = numeral.start
    if not start or page.folded[start - 1] not in "(（":
        return []
    before = _RELATIVE.search(page.folded, max(0, start - 2), start)
    after = _CLOSED.match(page.folded, numeral.end)
    if not before or not after or before.start() < page.done:
        return []
    if (before[1] == "去") > (after[1] == "年"):
        return []
    if after[1] == "年":
        year = single(numeral, 1, 2200)
        is_of_republic = year is not None and (
            _HUNDRED <= year <= _LAST_OF_REPUBLIC or page.is_traditional > (year > _HUNDRED)
        )
        value = PartialDate(year=(year or 0) + ERAS["民国"] if is_of_republic else year)
    elif after[1] == "月":
        value = PartialDate(month=single(numeral, 1, 12))
    else:
        value = _resolve_day(single(numeral, 1, 31), before[1], page.clock)
    if not any(value):
        return []
    figure = page.make(before.start(), after.end(), Kind.DATE, value)
    # 本(10)月 is "this month"
    return [replace(figure, is_soft=after[1] == "月", note=f"{figure.surface} is {value}" if page.clock else "")]


def _resolve_day(day: int | None, word: str, clock: date | None) -> PartialDate:
    """The full date of 昨(20)日: the day with that number nearest to the one that the word names."""
    if day is None or clock is None:
        return PartialDate(day=day)
    expected = clock + timedelta(days=RELATIVE_DAYS[word])
    near = (expected + timedelta(days=n * sign) for n in range(_DAYS_FROM_EXPECTED) for sign in (1, -1))
    found = next((d for d in near if d.day == day), None)
    return PartialDate(found.year, found.month, found.day) if found else PartialDate(day=day)


def read_written_out(page: Page, numeral: Numeral) -> list[Figure]:
    """2025/10/20; 9/27 where it can hardly be a fraction."""
    if page.folded[numeral.end : numeral.end + 1] not in _DATE_SIGNS or not page.folded[numeral.start].isascii():
        return []
    match = _WRITTEN_OUT.match(page.folded, numeral.start)
    if match and 1 <= int(match[3]) <= 12 and 1 <= int(match[4]) <= 31:
        value = PartialDate(int(match[1]), int(match[3]), int(match[4]))
        return [page.make(match.start(), match.end(), Kind.DATE, value)]
    match = _MONTH_SLASH_DAY.match(page.folded, numeral.start)
    if not match:
        return []
    month, day = int(match[1]), int(match[2])
    is_share = "/" in match[0] and (month < day <= 10 or day in (12, 100, 1000))
    if not (1 <= month <= 12 and 1 <= day <= 31) or is_share:
        return []
    return [page.make(match.start(), match.end(), Kind.DATE, PartialDate(month=month, day=day))]


_TERM = compile_late(
    r"(?:[0-9一二三四五六七八九十]{1,3} ?年)?(?:又)?[0-9一二三四五六七八九十]{1,3} ?个?月的?"
    r"(?:有期徒刑|徒刑|监禁|拘役|牢狱)"
)
LONGEST_TERM = 60
"""Years of a term of prison; 114年6月 is a month of the Republic's calendar."""


def is_sentence(page: Page, start: int) -> bool:
    """Whether a number of years or months that begins at ``start`` is a term in prison: 判刑6月, 12年6月徒刑."""
    return bool(
        _SENTENCED.search(page.folded, max(0, start - _SENTENCE_BACK), start) or _TERM.match(page.folded, start)
    )


def _goes_on(page: Page, before: Figure | None, start: int) -> bool:
    """Whether months in prison follow others in a list: 各處有期徒刑8月、10月."""
    if before is None or before.kind is not Kind.DURATION or before.unit != "mo":
        return False
    return page.folded[before.span.end : start] in _LISTING


def read_month(page: Page, numeral: Numeral) -> list[Figure]:
    """10月, 10月20日, 七八月; 7年6月 is a term of so many months, 前10月 may be the first ten."""
    figures = read_month_of(page, numeral, PartialDate(), numeral.start)
    if len(figures) != 1 or not isinstance(figures[0].value, PartialDate) or figures[0].value.day:
        return figures
    date = figures[0]
    months = replace(date, kind=Kind.DURATION, value=numeral.low, unit="mo", step=numeral.step)
    if page.before(numeral.start, 1) == "连":  # 連三月: three months running
        return [months]
    before = page.figures[-1] if page.figures else None
    if is_sentence(page, numeral.start) or _goes_on(page, before, numeral.start):
        return [months]
    if before and before.kind is Kind.DURATION and before.unit == "a" and before.span.end == date.span.start:
        is_term = before.low is not None and before.low <= LONGEST_TERM
        return [replace(months, others=(date,)) if is_term else replace(date, others=(months,))]
    return [replace(date, others=(months,))] if page.before(numeral.start, 1) == "前" else [date]


def read_month_of(page: Page, numeral: Numeral, known: PartialDate, start: int) -> list[Figure]:
    """The month and day after a year that is ``known``; the figure begins at ``start``."""
    at = page.skip(numeral.end)
    if numeral.vague == "between" and isinstance(numeral.high, int) and numeral.high <= 12:
        first, last = (known._replace(month=int(n)) for n in (numeral.low, numeral.high))
        cut = numeral.start + 1
        return [page.make(start, cut, Kind.DATE, first), page.make(cut, at + 1, Kind.DATE, last)]
    month = single(numeral, 1, 12)
    if month is None or page.folded.startswith(_NO_MONTH, at):
        return []
    is_spelt = not page.folded[numeral.start].isascii()
    if page.folded.startswith("月间", at) and is_spelt and page.before(numeral.start, 1) != "年":
        return []  # 兩月間 is a stretch; 3至5月間 and 今年四月間 are months
    value = known._replace(month=month)
    if page.folded[at : at + 1] != "月":  # 1—6月: the other end says it
        return [page.make(start, numeral.end, Kind.DATE, value)]
    end = at + 1
    day = page.numeral(end)
    number = single(day, 1, 31) if day else None
    if day and number:
        if page.after(day.end) in ("日", "号"):
            end, value = page.skip(day.end) + 1, value._replace(day=number)
        elif _BARE_DAY.match(page.folded, day.end):  # 10月19至28日
            end, value = day.end, value._replace(day=number)
    return [page.make(start, end, Kind.DATE, value)]


def read_day(page: Page, numeral: Numeral) -> list[Figure]:
    """20日: a day of the month, or a number of days."""
    day = single(numeral, 1, 31)
    end = page.skip(numeral.end) + 1
    if (
        page.before(numeral.start, 1) == "第"
        or page.folded.startswith(_YEN, end - 1)
        or _NTH_DAY.match(page.folded, end)
    ):
        return []
    count = page.make(numeral.start, end, Kind.DURATION, numeral.low, "d", step=numeral.step)
    if page.folded[numeral.start] == "一" and day == 1 and _NEXT_TO.search(page.before(numeral.start, 2)):
        return [replace(count, is_soft=True)]  # the day before
    is_stretch = _STRETCH.match(page.folded, end) and not page.folded.startswith("日以来", end - 1)  # since the 28th
    if day is None or is_stretch or page.before(numeral.start, 3).endswith(_RUNNING):
        return [] if numeral.vague else [count]
    if page.before(numeral.start, 2) in _DAYS_OFF:  # 週休3日 is a four-day week
        return [replace(count, others=(replace(count, value=_WEEK - day),) if day < _WEEK else ())]
    relative = page.before(numeral.start, 1)
    if relative and relative in "今昨明" and page.clock:
        return [page.make(numeral.start - 1, end, Kind.DATE, _resolve_day(day, relative, page.clock))]
    return [replace(page.make(numeral.start, end, Kind.DATE, PartialDate(day=day)), others=(count,))]


def read_number_or_day(page: Page, numeral: Numeral) -> list[Figure]:
    """20號: a day of the month, or a number on a door."""
    day = single(numeral, 1, 31)
    end = page.skip(numeral.end) + 1
    if page.before(numeral.start, 1) == "第" or numeral.vague:
        return []
    ordinal = page.make(numeral.start, end, Kind.ORDINAL, numeral.low)
    if day is None:
        return [ordinal]
    if page.folded.endswith(_STORMS, 0, numeral.start):
        return [ordinal]  # 台風27号
    if page.folded.endswith(_ROADS, 0, numeral.start):
        return [replace(ordinal, is_soft=day == 1)]  # 國道1號
    date_figure = page.make(numeral.start, end, Kind.DATE, PartialDate(day=day))
    if _NUMBERED.match(page.folded, end) or _names_a_thing(page, numeral):
        return [replace(ordinal, others=(date_figure,), is_soft=day == 1)]
    return [replace(date_figure, others=(ordinal,))]


def _names_a_thing(page: Page, numeral: Numeral) -> bool:
    """Whether 一號 is a name rather than a day: it is in characters, right behind a noun (空軍一號)."""
    before = page.folded[numeral.start - 1 : numeral.start] if numeral.start else ""
    is_word = is_han(before) and before not in "月在于到自从至和与的是及底初年旬起前后晚早天"
    return bool(before) and is_word and not page.folded[numeral.start].isascii() and numeral.low <= 10
