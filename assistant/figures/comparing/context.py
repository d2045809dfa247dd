"""What the source and its clock let a translator add to a date: the year of 7月25日, the month of 25日."""

import re
from datetime import date, timedelta

from assistant.figures.chinese.printed import Printed
from assistant.figures.chinese.words import WEEKDAYS
from assistant.figures.tables import find_word
from assistant.figures.values import Figure, Kind, Number, PartialDate
from assistant.folding import fold
from assistant.kept import kept_property
from assistant.patterns import compile_late

_DAY_NAMES = compile_late(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|yesterday|today|tonight|tomorrow|overnight|last night"
    r"|this (?:morning|afternoon|evening))\b",
    re.IGNORECASE,
)
# years and months that the source names without a number, in any of its scripts
_YEAR_WORDS = compile_late("[去前昨今明後后来來翌同當当次隔]年")
# the year before or after one that is named -> the words for it
_YEAR_BESIDE = {
    -1: compile_late(
        "[前上]一年(?![级級])|(?<![0-9〇零一二三四五六七八九十])上年(?!度)|同比|[按逐]年|[去上]年同期|年[增减減漲涨跌升降]|前年(?=比|同[期月]|度|より|に比|から|を|の)"
    ),
    1: compile_late("[次翌隔]年(?!期)|[後后]一年"),
}
_AFTER_TOLD = frozenset("次翌隔")
_DAY_WORDS = compile_late(
    r"(?:([昨今明])(?:[天日晚夜晨早午]|[清凌]晨|[上下]午|深夜|傍晚)|(昨)(?![年今])|(?<!大)(前)[天晚]|(きのう|きょう|あす))(?![(（]\d)"
)
_WEEKDAY_WORDS = compile_late("(?:[週周]|星期|[禮礼]拜)([一二三四五六日天])")
_WEEK, _SUNDAY = 7, 7
"""So many days from the day of writing may a day be that is named by its weekday."""
_DAYS_FROM_CLOCK = {"前": -2, "昨": -1, "きのう": -1, "今": 0, "きょう": 0, "明": 1, "あす": 1}
_MONTH_WORDS = compile_late("[上下這这][個个]?月|[前上]一[個个]?月|[前先今本當当来來翌次同]月|月底|月初")
_YEARS_FROM_NOW = {
    -1: compile_late(r"\b(?:last|past)\syear\b", re.IGNORECASE),
    0: compile_late(r"\b(?:this|current)\syear\b", re.IGNORECASE),
    1: compile_late(r"\b(?:next|coming)\syear\b", re.IGNORECASE),
}
_BRACKETS = frozenset("(（")
_YEAR_STEPS = {"去": -1, "今": 0, "明": 1}
# quarters from the one that is named -> the words for it
_QUARTER_WORDS = {
    -1: compile_late("[上前]一?[个個]?季|前四半期|季(?:[增减減漲涨跌升降]|成[长長]|衰退)|[环環]比"),
    0: compile_late("本季|[当當]季|今四半期"),
    1: compile_late("下一?[个個]?季"),
}
MOST_YEARS = 2
"""前年 lies so many years back."""
_YEAR_BEFORE = compile_late("前年[同度比より]|[ぁ-ん]")
"""What 前年 is the year before to: in Japan, and where something is held against it."""
_ANY_YEAR = range(-MOST_YEARS, MOST_YEARS + 1)
_YEARS_BY_CLOCK = {
    "前": (-2, -1), "去": (-1,), "昨": (-1,), "今": (0,), "明": (1,), "来": (1,), "來": (1,), "後": (2,), "后": (2,),
}  # fmt: skip
"""First character of the word -> how many years from the one of the clock."""
_OF_NEWS = range(1945, 2101)
"""What 去年 may be where nothing tells the year of writing."""
# 台中20日電, 昨(20)日
_WIRED = compile_late("(?:[综綜]合)?[电電讯訊](?![价價力动動话話视視影信商子池源网網费費器机機厂廠号號])")
_AGENCY = compile_late("[社网網报報台臺刊][^，。；：\\n]{0,12}$")
_DATELINE_LENGTH = 16
"""Characters from the agency's name to the day."""
_DATELINE = compile_late("(?:(?<![0-9])|[今昨明][(（])([0-9]{1,2})(?:日[電电讯訊]|[)）]日?)")
_REPORTING = compile_late(
    "[^，。；,;0-9]{0,10}?(?:[发發發]布|公布|公佈|表示|指出|宣布|宣佈|[发發]表|揭[晓曉]|透露|通[报報]|[强強][调調]|[证證][实實]|回[应應]"
    "|召[开開]|[报報][导導道]|[说說](?!明)|[称稱](?![为為])|消息|[电電讯訊](?=[，）)：:])|明らか|[発發]表)"
)
LEAST_RANK = 4
"""The first ordinal that English tells with no other word: a second is a runner-up."""
_EACH = compile_late(
    r"\b(?:each|both|also|same|likewise|as did|apiece|all|too|respectively|tied|deadlocked|even\sat|level\sat"
    r"|that\s(?:mark|much|many|level|threshold|figure|amount|number|total|sum|rate|milestone))\b",
    re.IGNORECASE,
)
NEAREST_DAYS = 21
"""So far from the day of writing may a day be that is named without its month."""
NEAR_DAYS = 200
"""A date without its year is meant to be the nearest one: at most half a year and a little from the day of writing."""


class Calendar:
    """The years and months that a source names, and its clock."""

    def __init__(self, figures: tuple[Figure, ...], clock: date | None, source: str = "") -> None:
        self.clock = clock
        dates = [r.value for f in figures for r in f.readings if isinstance(r.value, PartialDate)]
        self.years = {value.year for value in dates if value.year is not None}
        self.months = {value.month for value in dates if value.month is not None}
        self.names_day = any(value.day is not None for value in dates)
        self.quarters = {value.quarter for value in dates if value.quarter is not None}
        self._source = source

    def find_told(self, told: PartialDate) -> str:
        """The word of the source that may mean a year or month by itself: 去年, 上月; "" where there is none."""
        if told.quarter and told == PartialDate(quarter=told.quarter):
            return self._find_quarter(told.quarter)
        year, month, *rest = told
        if any(part is not None for part in rest) or (year is None) == (month is None):
            return self._find_day(told) if told.day is not None else ""
        if year is not None:
            known = self.years | ({self.clock.year} if self.clock else set())
            word = find_word(_YEAR_WORDS, self._source)
            if self.years and word[:1] in _AFTER_TOLD:
                return ""  # the year after one that is told is ``find_year_beside``'s
            is_near = any(abs(year - other) <= MOST_YEARS for other in known)
            if (not known and year not in _OF_NEWS) or not self._may_be_told(year):
                return ""  # an index of 1121 is no year; 明年 is the one after that of the clock
        elif season := self._season(month or 0):
            return season
        else:
            known = self.months | ({self.clock.month} if self.clock else set())
            word = find_word(_MONTH_WORDS, self._source)
            is_near = any(((month or 0) - other) % 12 in (0, 1, 11) for other in known)
        return word if is_near or not known else ""

    def _may_be_told(self, year: int) -> bool:
        """Whether a word of the source may mean this year by the clock, if there is one and no word is open."""
        if self.clock is None:
            return True
        words = {match[0][0] for match in _YEAR_WORDS.finditer(self._source)}
        if "前" in words and year == self.clock.year - 1 and not find_word(_YEAR_BEFORE, self._source):
            words.remove("前")
        if self.years - {self.clock.year + step for steps in _YEARS_BY_CLOCK.values() for step in steps}:
            return True  # 去年 may be seen from a year that is named
        return any(year - self.clock.year in _YEARS_BY_CLOCK.get(word, _ANY_YEAR) for word in words)

    def _find_day(self, told: PartialDate) -> str:
        """昨晨 for March 11: by the clock; without one it may be any day, where the source names none."""
        if told.month is None or told.weekday is not None:
            return ""
        if self.clock is None:
            is_near = told.year is None or told.year in self.years or (not self.years and told.year in _OF_NEWS)
            return find_word(_DAY_WORDS, self._source) if is_near and not self.names_day else ""
        meant = {told._replace(year=told.year or year) for year in (self.clock.year - 1, self.clock.year)}
        for match in _DAY_WORDS.finditer(self._source):
            day = self.clock + timedelta(days=_DAYS_FROM_CLOCK[match[match.lastindex or 1]])
            if PartialDate(day.year, day.month, day.day) in meant:
                return match[0]
        return self._find_weekday(told, self.clock)

    def _find_weekday(self, told: PartialDate, clock: date) -> str:
        """周日 for December 7, which is a Sunday of the week before or after the day of writing."""
        named = {WEEKDAYS.get(match[1], _SUNDAY): match[0] for match in _WEEKDAY_WORDS.finditer(self._source)}
        if not named:
            return ""
        days = (clock + timedelta(days=step) for step in range(-_WEEK, _WEEK + 1))
        meant = (day for day in days if (day.month, day.day) == (told.month, told.day))
        return next((named.get(day.isoweekday(), "") for day in meant if told.year in (None, day.year)), "")

    def find_year_beside(self, told: PartialDate) -> str:
        """較前一年 for 2024, where the source names 114年: the word, or nothing."""
        if told.year is None or told != PartialDate(year=told.year):
            return ""
        words = (words for step, words in _YEAR_BESIDE.items() if told.year - step in self.years)
        return next((word for pattern in words if (word := find_word(pattern, self._source))), "")

    def _find_quarter(self, quarter: int) -> str:
        """上季 for the third quarter, where the fourth is named or it is the last one by the clock."""
        known = self.quarters | ({(self.clock.month + 2) // 3} if self.clock else set())
        for offset, words in _QUARTER_WORDS.items():
            word = find_word(words, self._source)
            if word and (not known or any((quarter - other - offset) % 4 == 0 for other in known)):
                return word
        return ""

    def _season(self, month: int) -> str:
        """年初 for January, 年底 for December."""
        return self._seasons.get(month, "")

    @kept_property
    def _seasons(self) -> dict[int, str]:
        found = {month: words.search(self._source) for month, words in _SEASONS.items()}
        return {month: match[0] for month, match in found.items() if match}


_AGO = compile_late(r"\s(?:ago|earlier|before)\b", re.IGNORECASE)
_AGO_WORDS: dict[tuple[Number, str], re.Pattern[str]] = {
    (2, "a"): compile_late("(?<![大])前年|一昨年|おととし"),
    (3, "a"): compile_late("大前年"),
    (2, "d"): compile_late("(?<![大])前天|前日|一昨日|おととい"),
    (3, "d"): compile_late("大前天"),
    (2, "wk"): compile_late("上上[週周]|先々週"),
    (2, "mo"): compile_late("上上[個个]?月|先々月"),
    (3, "mo"): compile_late("[上前](?:一?[個个]?|一)季|前四半期"),
}
_SEASONS = {1: compile_late("年初|岁初|歲初"), 12: compile_late("年底|年末|年终|年終|岁末|歲末")}


class Context:
    """What a source says of its calendar, what it prints, and whether the English puts days into words."""

    def __init__(self, calendar: Calendar, printed: Printed, english: str = "", source: str = "") -> None:
        self.calendar = calendar
        self.printed = printed
        self.english = english
        self.source = source

    @kept_property
    def folded(self) -> str:
        """The source as words are looked for beside its figures."""
        return fold(self.source)

    @kept_property
    def names_days(self) -> bool:
        """昨(20)日 may be said as "yesterday", 20日 as "on Monday"."""
        return bool(_DAY_NAMES.search(self.english))

    @kept_property
    def says_each(self) -> bool:
        """One English figure may stand for two equal ones of the source: "both rose 3 percent"."""
        return bool(_EACH.search(self.english))

    def says_year(self, date: Figure) -> bool:
        """Whether English has "last year" for 114年: that of the clock, or where the source has no such word itself.

        民國88年的九二一大地震 is "September 21, 1999": one figure of English holds the year.
        """
        if not isinstance(date.value, PartialDate) or date.value != PartialDate(year=date.value.year):
            return False
        if str(date.value.year) in self.english:
            return True
        if date.surface[1:2] in _BRACKETS and (steps := _YEAR_STEPS.get(date.surface[0])) is not None:
            return bool(find_word(_YEARS_FROM_NOW[steps], self.english))  # 去(113)年 is "last year"
        clock = self.calendar.clock
        if clock is not None:
            words = _YEARS_FROM_NOW.get((date.value.year or 0) - clock.year)
            return words is not None and bool(find_word(words, self.english))
        is_said = any(find_word(words, self.english) for words in _YEARS_FROM_NOW.values())
        is_only = len(self.calendar.years) == 1 and not find_word(_YEAR_WORDS, self.source)
        return is_said and is_only

    def is_dateline(self, day: Figure) -> bool:
        """Whether a day is when something was said or published: 20日發布, which English often leaves out."""
        return _REPORTING.match(self.source, day.span.end) is not None

    def is_of_agency(self, day: Figure) -> bool:
        """Whether a day is that of an agency's or a paper's dateline, its month included: 新华社北京4月11日电."""
        start, end = day.span
        if day.kind is not Kind.DATE or not _WIRED.match(self.source, end):
            return False
        return _AGENCY.search(self.source, max(0, start - _DATELINE_LENGTH), start) is not None

    def find_years_ago(self, figure: Figure) -> str:
        """The word for "two years ago": 前年, and 前天 for "two days ago"."""
        if figure.kind is not Kind.DURATION or not _AGO.match(self.english, figure.span.end):
            return ""
        words = _AGO_WORDS.get((figure.low or 0, figure.unit))
        return find_word(words, self.source) if words else ""

    def find_added(self, english: PartialDate, source: PartialDate) -> str:
        """The part of a date that English adds and nothing accounts for: "year", "month", or nothing."""
        if english.year is not None and source.year is None and not self._knows_year(english):
            return "year"
        if source.quarter or source.half:
            return ""  # the July-September quarter
        if english.month is not None and source.month is None and not self._knows_month(english):
            return "" if self._is_undated(source) else "month"
        return ""

    def _is_undated(self, day: PartialDate) -> bool:
        """Whether a day is that of a dateline (台中20日電) of which nobody can tell the month, there being no clock."""
        if self.calendar.clock or self.calendar.months or day.day is None:
            return False
        return day.day in self._dateline_days

    @kept_property
    def _dateline_days(self) -> frozenset[int]:
        return frozenset(int(number) for number in _DATELINE.findall(self.source))

    def _knows_year(self, english: PartialDate) -> bool:
        clock = self.calendar.clock
        if english.year in self.calendar.years:
            return True
        if self.calendar.find_told(PartialDate(year=english.year)):
            return True
        if clock is None or english.year is None or not 1 <= english.year <= 9998:
            return False
        day = date(english.year, english.month or 6, min(english.day or 15, 28))
        return abs((day - clock).days) <= NEAR_DAYS

    def _knows_month(self, english: PartialDate) -> bool:
        month, clock = english.month or 0, self.calendar.clock
        if month in self.calendar.months:
            return True
        if clock is None or (months_on := (month - clock.month + 1) % 12 - 1) > 1:
            return False
        if english.day is None or find_word(_MONTH_WORDS, self.source):
            return True
        # 19日 is the nearest 19th: that of a neighbouring month only where it is not much farther off
        return abs(30 * months_on + english.day - clock.day) <= NEAREST_DAYS
