"""Figures of a source that English says without their number: every day for seven a week, "from a month earlier"."""

import re
from collections.abc import Collection
from fractions import Fraction
from functools import lru_cache

from assistant.figures.comparing.growth import is_told_as_multiple
from assistant.figures.tables import find_word
from assistant.figures.values import Figure, Kind, Number, PartialDate
from assistant.patterns import compile_late

_ALL = compile_late(
    r"\b(?:all|every|entire(?:ly)?|fully|in\sfull|whole|wholly|complete(?:ly)?|universal(?:ly)?)\b", re.IGNORECASE
)
_WHOLE = 100
_HALFWAY = compile_late(r"\b(?:half|halv|equally|evenly|fifty-fifty)", re.IGNORECASE)
_WEEKDAYS = ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun")
_DAYS_RUN = compile_late(
    rf"\b({'|'.join(_WEEKDAYS)})day(?:,? (?:to|through|until|till)|[-–—]) ?({'|'.join(_WEEKDAYS)})day\b", needs="day"
)
_DAILY = compile_late(r"\b(?:daily|every day|each day|a day)\b", re.IGNORECASE)
_ALL_BUT = compile_late(r"\ball but (?=\w+[\s,.])\b", re.IGNORECASE)
_WEEK = compile_late(r"\b(?:first|opening|debut|full|whole|entire|a|one|per) week\b")
_UPSTAIRS, _STOREYS = (
    compile_late(r"\b(?:upstairs|upper (?:floor|level|storey|story)|first floor)\b"),
    ("楼", "阶", "层"),
)
_EVERY_OTHER = compile_late(
    r"\b(?:(?:every|each) (?:other|second)|alternat(?:e|ing)|bi-?(?:ennial|monthly|annual|weekly)|fortnightly)\b",
    re.IGNORECASE,
)
_ROUND_THE_CLOCK = compile_late(
    r"\b(?:(?:a)?round[\s-]the[\s-]clock|day and night|24/7|all day|all hours)\b", re.IGNORECASE
)
_GALE = compile_late(r"\b(?:gale|storm|hurricane)[\s-]force\b", re.IGNORECASE)
_DISTANCE = compile_late(r"\b(?:kilomet(?:er|re)s?|km|miles?)\b", re.IGNORECASE)
_EQUAL = compile_late(r"\b(?:equal\w*|equivalent|same|doubl\w+|twice|matching|as much|as many)\b", re.IGNORECASE)
_FIRST_DAY = PartialDate(day=1)
_NEW_YEAR, _NEW_YEARS = PartialDate(month=1, day=1), compile_late(r"\bNew Year", re.IGNORECASE)


def _period_before(period: str, others: str = "") -> re.Pattern[str]:
    return compile_late(
        rf"\b(?:(?:a|one|the) {period} (?:earlier|ago|before)|(?:previous|prior|preceding|last) {period}"
        rf"|{period}[\s-]o[nv]\w*[\s-]{period}{others})\b",
        re.IGNORECASE,
    )


_PERIODS_BEFORE = (
    ("month", 12, _period_before("month", "|during")),
    ("quarter", 4, _period_before("quarter")),
    (
        "year", 0,
        _period_before("year", "|(?:back|forward|delay\\w*|postpone\\w*|off) (?:by )?(?:a|one) year|one-year delay"),
    ),
)  # fmt: skip
"""Part of a date, after how many it begins anew, and how English says that it was the one before."""
_OVER_ONE = compile_late(r"\b(?:over|than|about|nearly|almost|by|under)\san?\s", re.IGNORECASE)
_NAMED = compile_late(r"\b(?:names?|words?|terms?|phrase|titles?)\b", re.IGNORECASE)
_A_MONTH = compile_late(r"\b(?:a|one)\smonth\b", re.IGNORECASE)
_A_DOLLAR = compile_late(
    r"\b(?:an?|one|per|every|each|another)\s(?:extra\s|additional\s)?(?:dollar|yuan|euro|pound|yen|buck|won|baht|ringgit|peso|rupee|franc)\b",
    re.IGNORECASE,
)
_WEEKEND = compile_late(r"\bweekends?\b")
_FORTNIGHT = compile_late(
    r"\b(?:fortnight(?:ly)?|bi-?weekly|semi-?monthly|twice[\s-](?:a[\s-])?month(?:ly)?|two weeks|half-monthly)\b",
    re.IGNORECASE,
)
_BOTH_LEGS = compile_late(r"\b(?:aggregate|two legs|both legs|two-legged)\b")
_EXTRA_TIME = compile_late(r"\b(?:extra[\s-]time|overtime)\b")
_FULL_TIME = compile_late(r"\b(?:full[\s-]time|normal time|regulation)\b")
"""Of a football match: 120分鐘, 90分鐘."""
_FREEZING = compile_late(r"\bfreezing\b", re.IGNORECASE)
_DECADE = compile_late(r"\bdecades?\b", re.IGNORECASE)
_ADULT, _OF_AGE = compile_late(r"\b(?:adults?|grown-ups?)\b", re.IGNORECASE), 18
_THIS_QUARTER = compile_late(r"\b(?:(?:this|next|last)|the\s(?:current|present|coming|latest|past))\squarter\b")
"""第四季, as those say it who speak in it."""
_TEENAGER, _TEENS = compile_late(r"\bteen(?:s|age\w*)?\b", re.IGNORECASE), range(13, 20)
_PAIR = 2
_BACK_TO_BACK = compile_late(
    r"\b(?:back-to-back|second\sstraight|second\sconsecutive|successive|repeat)\b", re.IGNORECASE
)
_IN_TWOS = compile_late(
    r"\b(?:merg\w+|both|each other|one another|mutual\w*|pair\w*|couple|bilateral\w*|joint\w*|respective\w*|twins?"
    r"|neither|either|duo|head-on|collid\w*|collisions?|together|between them|the former|the latter)\b",
    re.IGNORECASE,
)
_ROUNDS: dict[Number | None, re.Pattern[str]] = {
    rounds: compile_late(words, re.IGNORECASE)
    for rounds, words in (
        (2, r"\bfinals?\b"), (4, r"\bsemi-?finals?\b|\b(?:last|final)\sfour\b"),
        (8, r"\bquarter-?finals?\b|\b(?:last|final)\seight\b"), (16, r"\b(?:round\sof|last)\s(?:16|sixteen)\b"),
    )
}  # fmt: skip
"""What English calls the round of so many: 晉級4強."""
_TRIPS, _DAYS_OF_WEEK = frozenset({"班", "班次", "次", "班机", "航班"}), 7


def is_said_in_words(figure: Figure, english: str) -> bool:
    """Whether English says without the number what it comes to: all of them for 100%, some kilometres for 十幾里."""
    if figure.kind is Kind.COUNT and find_word(_ALL_BUT, english):
        return True
    if figure.kind is Kind.DURATION and _is_length_in_words(figure, english):
        return True
    if figure.kind is Kind.COUNT and figure.low == _PAIR and not figure.surface[0].isascii():
        return bool(find_word(_IN_TWOS, english))
    if figure.kind is Kind.COUNT and figure.low == 1:
        return bool(find_word(_OVER_ONE, english))
    if figure.kind is Kind.PERCENT and figure.low is not None:
        return is_told_as_multiple(figure.low, english) or (figure.low == _WHOLE and bool(find_word(_ALL, english)))
    words = _ROUNDS.get(figure.low) if figure.unit == "强" else _words_for(figure)
    return words is not None and bool(find_word(words, english))


def _is_length_in_words(figure: Figure, english: str) -> bool:
    """Two in a row told as back to back, three days told as Friday to Sunday."""
    if figure.low == _PAIR and find_word(_BACK_TO_BACK, english):
        return True
    return figure.unit == "d" and figure.low in _days_run(english)


@lru_cache(64)
def _days_run(english: str) -> frozenset[Number | None]:
    """How many days English tells by the first and the last of them: three, for Friday to Sunday."""
    runs = ((_WEEKDAYS.index(run[1]), _WEEKDAYS.index(run[2])) for run in _DAYS_RUN.finditer(english))
    return frozenset((last - first) % _DAYS_OF_WEEK + 1 for first, last in runs)


def _words_for(figure: Figure) -> re.Pattern[str] | None:
    if isinstance(figure.value, PartialDate) and figure.value == PartialDate(quarter=figure.value.quarter):
        return _THIS_QUARTER
    unit = figure.unit or figure.head[:1]
    for words, value, fits in (
        (_EQUAL, 1, figure.kind is Kind.MULTIPLE),
        (_HALFWAY, Fraction(1, 2), figure.kind in (Kind.FRACTION, Kind.MULTIPLE)),
        (_NEW_YEARS, _NEW_YEAR, True),
        (_DAILY, _DAYS_OF_WEEK, unit in _TRIPS),
        (_DAILY, 1, unit == "d"),
        (_DAILY, _FIRST_DAY, True),  # 1日の上限
        (_DECADE, 10, unit == "a"),
        (_ADULT, _OF_AGE, unit == "岁"),
        (_TEENAGER, figure.value, unit == "岁" and figure.low in _TEENS),
        (_A_DOLLAR, 1, figure.kind is Kind.MONEY),
        (_WEEKEND, _PAIR, unit == "d"),
        (_FORTNIGHT, Fraction(1, 2), unit == "mo"),
        (_BOTH_LEGS, _PAIR, unit == "回合"),
        (_EXTRA_TIME, 120, unit == "min"),
        (_FULL_TIME, 90, unit == "min"),
        (_FREEZING, 0, unit in ("Cel", "deg")),
        (_A_MONTH, 30, unit == "d"),
        (_ROUND_THE_CLOCK, 24, unit == "h"),
        (_WEEK, _DAYS_OF_WEEK, unit == "d"),
        (_UPSTAIRS, _PAIR, unit in _STOREYS),
        (_EVERY_OTHER, _PAIR, figure.kind is Kind.DURATION),
        (_EVERY_OTHER, PartialDate(day=_PAIR), True),  # 2日に1回
    ):
        if fits and figure.value == value:
            return words
    if figure.unit == "beaufort":
        return _GALE
    if figure.unit == "个字":
        return _NAMED  # 火燒島三個字: the name Fire-Burned Island
    return _DISTANCE if figure.unit == "里" else None


def is_period_before(figure: Figure, told: Collection[PartialDate], english: str) -> bool:
    """較11月末 is "from a month earlier" where December is told, 四季度 "the prior quarter", 2026年 "off by a year"."""
    value = figure.value
    if not isinstance(value, PartialDate) or value.day is not None:
        return False
    for part, most, words in _PERIODS_BEFORE:
        if (before := getattr(value, part)) is not None:
            next_one = before % most + 1 if most else before + 1
            return any(getattr(date, part) == next_one for date in told) and bool(find_word(words, english))
    return False
