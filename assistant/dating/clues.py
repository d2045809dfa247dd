"""What a text says about time: 今(1)日, 10月19日, 民國114年10月31日, 10月31日(五), 16 小時前. Found, not weighed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from assistant.calendars import CHINESE_DAYS, JAPANESE_DAYS
from assistant.characters import HAN
from assistant.dating.ages import Age, read_age
from assistant.dating.eras import ERA_NAMES, to_common_year, with_digits
from assistant.folding import fold_widths
from assistant.patterns import compile_late
from assistant.records import Item

# ------------------------------------------------------------------------------------------------ day marks
DAY_OFFSETS = {
    "大前": -3, "前": -2, "一昨": -2, "おととい": -2, "昨": -1, "きのう": -1, "今": 0, "本": 0, "きょう": 0,
    "明": 1, "翌": 1, "あす": 1, "後": 2, "后": 2,
}  # fmt: skip
DAY_MARK = compile_late(
    r"(大前|前|一昨|おととい|昨|きのう|今|本|きょう|明|翌|あす|後|后)(?:天|日|晚|晨|早|夜)?\s?"
    r"\(\s?(?:(\d{1,2})\s?[月/])?(\d{1,2})\s?日?\)日?"
)

# (中央社記者某某台北1日電), 新华社北京11月1日电: the day of publication itself
DATELINE = compile_late(
    rf"(?<=[{HAN}])(?:(\d{{1,2}})月)?(\d{{1,2}})日(?:綜合|综合|專|专|外|合)?[電电讯](?=\s?[)】」]|\s|[記记]者)"
)
HOURS = {"凌晨": 0, "清晨": 5, "早上": 6, "上午": 7, "中午": 11, "下午": 12, "傍晚": 16}
HOURS |= {"晚間": 18, "晚间": 18, "晚上": 18, "深夜": 21}
HOUR_OF_DAY = compile_late(r"今(?:天|日)?(?:\(\d{1,2}日?\)日?)?(" + "|".join(HOURS) + ")")
"""今天晚間: it was written after that hour of its day, unless it speaks of plans."""
PLANS = compile_late("[將将預预]")

# ------------------------------------------------------------------------------------------- printed dates
FULL_DATE = compile_late(
    rf"(?<![\d.])(?:({ERA_NAMES})\s?)?(元|\d{{1,4}})\s?(?:年\s?(?:\((?:{ERA_NAMES})?\s?(?:元|\d{{1,4}})年?\)\s?)?(\d{{1,2}})\s?月\s?(\d{{1,2}})\s?日?|([/.-])(\d{{1,2}})\5(\d{{1,2}})(?![\d.]))"
)
DAY_FIRST = compile_late(r"(?<![\d/.])(\d{1,2})([/.])(\d{1,2})\2(20\d\d)(?!\d)")
"""In a source line, as pages of Europe and America print it; the month is known where the other is above 12."""
LAST_MONTH = NOON = 12
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
ENGLISH_DATE = compile_late(
    rf"(?P<month>{'|'.join(MONTHS)})[a-z]*\.?\s+(?P<day>\d{{1,2}}),?\s[\d:]*\s?(?P<year>20\d\d)"
    rf"|(?P<day_after>\d{{1,2}})\s(?P<month_after>{'|'.join(MONTHS)})[a-z]*\.?,?\s(?P<year_after>20\d\d)",
    re.IGNORECASE,
)
"""In a source line: Nov 3 14:20:11 2025, 3 November 2025."""
MONTH_AND_DAY = compile_late(r"(?<![\d/.-])(\d{1,2})\s?[月/-]\s?(\d{1,2})(?!\d)日?")
"""In a source line: 11/1(土) 9:30, 11月1日, 11-01."""
MONTH_DAY = compile_late(r"(?<![\d年])(\d{1,2})\s?月\s?(\d{1,2})\s?[日號号]")
# 31日舉行: a day without its month, and no length of time (3日間, 10日內)
BARE_DAY = compile_late(r"(?<![\d月.,/年])([12]?\d|3[01])\s?日(?![間内內本圓元幣前後后目以游遊報报數数])")
BARE_YEAR = compile_late(rf"(?<![\d.,])(20\d\d)(?=\s?(?:年(?!\s?\d{{1,2}}\s?月)|[{HAN}]))")
THIS_YEAR = compile_late("今年|本年度|ことし")
WEEKDAY = compile_late(
    r"\s?\(\s?(?:星期|週|周|禮拜)?([一二三四五六日天月火水木金土])(?:曜日?)?\s?\)|\s?(?:星期|週|周|禮拜)([一二三四五六日天])"
)
WEEKDAYS = {
    name: number
    for number, names in enumerate(zip(CHINESE_DAYS, JAPANESE_DAYS, strict=True))
    for name in "".join(names)
}

_TELLING = compile_late(r"\d|今|本年度|ことし")
"""One of these stands in a text that says anything about time."""
_DIGIT = compile_late(r"\d")
"""Stands in each of these: a text without one need not be asked for them."""

# ---------------------------------------------------------------------------------------- times of day
PRINTED_HOUR = compile_late(
    r"(上午|下午|晚上|凌晨|午前|午後|[AP]M)?\s?(\d{1,2})[:時时](\d{1,2})(?::\d{2})?(?:\s?([AP]M)\b)?", re.IGNORECASE
)
"""2:45 PM, 下午2:45, 14時45分."""


MOST_WORDS = 256
"""Source lines of which is known what they say: lists print the same few ages."""


@dataclass(frozen=True, slots=True)
class DayMark:
    """今(1)日: the day ``offset`` days from publication is the ``day``-th (of ``month``, where printed)."""

    offset: int
    day: int
    month: int | None
    surface: str

    def fits(self, published: date) -> bool:
        """Whether an item published on this day could say so."""
        meant = published + timedelta(days=self.offset)
        return meant.day == self.day and self.month in (None, meant.month)


@dataclass(frozen=True, slots=True)
class Weekday:
    """10月31日(五): a month and day that the source gives a day of the week. 0 is Monday."""

    month: int
    day: int
    weekday: int


@dataclass(frozen=True, slots=True)
class Clues:
    """All that one item says about time."""

    age: Age | None = None
    printed: date | None = None
    """In the source line: the day of publication."""
    impossible: str = ""
    """What the source line prints as its day, and is none: 2025年2月30日."""
    printed_hour: tuple[int, int] | None = None
    day_printed: bool = False
    """The source line prints its day without the year; it is the first of the marks."""
    day_of_week: Weekday | None = None
    """That day, where the source line prints its day of the week too: 11/19(水) 18:45."""
    day_above: str = ""
    """The heading that prints the day, where the source line has the hour alone."""
    age_words: str = ""
    marks: tuple[DayMark, ...] = ()
    hour: int = 0
    """It was written at this hour of its day or later."""
    bare_days: tuple[int, ...] = ()
    full_dates: tuple[date, ...] = ()
    month_days: tuple[tuple[int, int], ...] = ()
    years: tuple[int, ...] = ()
    weekdays: tuple[Weekday, ...] = ()
    says_this_year: bool = False


NONE = Clues()
"""The one of all items that say nothing about time, as most in a list of links do."""


def find_clues(item: Item) -> Clues:
    """Collect the clues of one item; the source line counts apart from the text."""
    words = fold_widths(item.read(item.age))
    line = _source_line(item)
    text = fold_widths(item.text.replace(line, "", 1) if line else item.text)
    if not (words or _TELLING.search(text)):
        return NONE
    figures = text if _DIGIT.search(text) else ""
    told = _read_words(words)
    return Clues(
        age=told.age,
        printed=told.printed,
        impossible=told.impossible,
        printed_hour=told.hour,
        day_printed=told.day is not None,
        day_of_week=told.day_of_week,
        age_words=words,
        marks=tuple(dict.fromkeys((*filter(None, [told.day]), *_find_marks(figures)))),
        hour=_find_hour(text),
        bare_days=tuple(int(m[1]) for m in BARE_DAY.finditer(figures)) if "日" in figures else (),
        full_dates=tuple(day for found in FULL_DATE.finditer(figures) if (day := read_full_date(found))),
        month_days=tuple((int(m[1]), int(m[2])) for m in MONTH_DAY.finditer(figures)) if "月" in figures else (),
        years=tuple(int(m[1]) for m in BARE_YEAR.finditer(figures)) if "20" in figures else (),
        weekdays=tuple(find_weekdays(figures)) if "月" in figures else (),
        says_this_year=bool(THIS_YEAR.search(text)),
    )


class _Told(NamedTuple):
    """What a source line says; the fields are those of ``Clues``."""

    age: Age | None
    printed: date | None
    impossible: str
    hour: tuple[int, int] | None
    day: DayMark | None
    """The day that is printed without its year."""
    day_of_week: Weekday | None


@lru_cache(maxsize=MOST_WORDS)
def _read_words(words: str) -> _Told:
    full = FULL_DATE.search(with_digits(words))
    hour = PRINTED_HOUR.search(words)
    day = read_full_date(full) if full else None
    english = None if full else _read_english(words) or _read_day_first(words)
    age = None if english else read_age(words)
    without_year = MONTH_AND_DAY.search(words) if not (age or full or english) else None
    return _Told(
        age,
        day or english,
        full[0].strip() if full and day is None else "",
        read_hour(hour) if hour else None,
        DayMark(0, int(without_year[2]), int(without_year[1]), without_year[0]) if without_year else None,
        _read_weekday(words, without_year) if without_year else None,
    )


def _find_marks(text: str) -> Iterator[DayMark]:
    for found in DAY_MARK.finditer(text):
        yield DayMark(DAY_OFFSETS[found[1]], int(found[3]), int(found[2]) if found[2] else None, found[0])
    for found in DATELINE.finditer(text):
        yield DayMark(0, int(found[2]), int(found[1]) if found[1] else None, found[0])


def _find_hour(text: str) -> int:
    """The latest hour that the item says of its own day as past; 0 where it says none."""
    return max(
        (
            HOURS[m[1]]
            for m in HOUR_OF_DAY.finditer(text)
            if not PLANS.search(text[max(0, m.start() - 4) : m.end() + 8])
        ),
        default=0,
    )


def _read_english(words: str) -> date | None:
    """The day of Nov 3 14:20:11 2025, 3 November 2025 and their kin."""
    found = ENGLISH_DATE.search(words)
    if found is None:
        return None
    month = MONTHS.index((found["month"] or found["month_after"])[:3].lower()) + 1
    try:
        return date(int(found["year"] or found["year_after"]), month, int(found["day"] or found["day_after"]))
    except ValueError:
        return None


def _read_day_first(words: str) -> date | None:
    """The day of 20/11/2026, 11/20/2026 and 20.11.2026; None where both could be the month, but for dots."""
    found = DAY_FIRST.search(words)
    if found is None:
        return None
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    if max(first, second) <= LAST_MONTH and found[2] == "/":
        return None
    day, month = (second, first) if second > LAST_MONTH else (first, second)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def read_full_date(found: re.Match[str]) -> date | None:
    """The day of a ``FULL_DATE`` match, or None when it is no day of this age: 1.2.3, 9999/12/31."""
    year = to_common_year(found[1], 1 if found[2] == "元" else int(found[2]))
    month, day = int(found[3] or found[6]), int(found[4] or found[7])
    try:
        return date(year, month, day) if year and 1900 <= year <= 2100 else None
    except ValueError:
        return None


def read_hour(found: re.Match[str]) -> tuple[int, int] | None:
    """The hour and minute of a ``PRINTED_HOUR`` match, or None where it is no time of day: 25:10."""
    hour, minute = int(found[2]), int(found[3])
    half = (found[1] or found[4] or "").lower()
    if half in ("下午", "晚上", "午後", "pm") and hour < NOON:
        hour += NOON
    elif half in ("凌晨", "午前", "am") and hour == NOON:
        hour = 0
    return (hour, minute) if hour < 24 and minute < 60 else None


def find_weekdays(text: str) -> list[Weekday]:
    """The days that stand with their day of the week and without a year: 11月26日 星期三."""
    return [found for day in MONTH_DAY.finditer(text) if (found := _read_weekday(text, day))]


def _read_weekday(text: str, day: re.Match[str]) -> Weekday | None:
    """The day of the week that stands behind a month and day."""
    name = WEEKDAY.match(text, day.end())
    return Weekday(int(day[1]), int(day[2]), WEEKDAYS[name[1] or name[2]]) if name else None


def _source_line(item: Item) -> str:
    return next((s.text for s in item.segments if item.age and s.span.holds(item.age)), "")


def with_hour(day: date, hour: tuple[int, int] | None) -> datetime | None:
    """The moment, where the source line prints the hour."""
    return datetime.combine(day, datetime.min.time()) + timedelta(hours=hour[0], minutes=hour[1]) if hour else None
