"""Prices by the unit: "NT$500 a kilogram" for 每公噸, and 每斤5元 told as 10 yuan a kilogram."""

import re
from fractions import Fraction
from functools import cache, lru_cache

from assistant.figures.dimensions import same_money
from assistant.figures.english.words import MEASURES
from assistant.figures.rendering import name_unit
from assistant.figures.tables import read_lines
from assistant.figures.units import UNITS
from assistant.figures.values import Figure, Kind
from assistant.folding import fold
from assistant.patterns import compile_late

_MAY_BE_RATE = compile_late(r"\s(?:apiece|an?|per|each|every|the)\s", re.IGNORECASE)
"""What goes on behind a price or an amount that is told for a unit; behind most figures nothing of the kind does."""
_FIRST_OF_RATES = frozenset("apetAPET")
"""With which its words begin."""
_ENGLISH = compile_late(
    r"\s(?:apiece\s)?(?:an?|per|each|every|the)\s((?:square\s|cubic\s|metric\s|nautical\s)?[a-z]+)\b", re.IGNORECASE
)
_BEFORE, _BEHIND, _FAR = 24, 6, 36
_CLAUSE = compile_late(r"[，。；,;]")
_PERIOD = compile_late(r"\s(?:an?|per|each|every)\s(hour|day|week|month|year)\b", re.IGNORECASE)
_GOES_ON = compile_late(r"\s(?:ago|later|earlier|after|before|from|since|old)\b|-", re.IGNORECASE)
_PERIOD_BEFORE = compile_late(r".*\b(hourly|daily(?!\snews|\spaper)|weekly|monthly|annual|yearly)\b[^.;,\d]{0,24}$")
"""An annual salary of NT$3 million; for text in lower case, matched from its beginning."""
_FIRST_LETTERS = frozenset("apeAPE")
"""With which `_PERIOD` begins."""
_COUNT = compile_late(r"(?:[0-9]+|[二三四五六七八九十百]+)$")
_PERIODS = {"hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month", "annual": "year", "yearly": "year"}
_EACH_PERIOD = compile_late(
    r"(?P<hour>每个?小时|每时|时[给薪租])|(?P<day>每[天日]|日[均给薪租])|(?P<week>每个?(?:周|星期|礼拜)|周[给薪租])"
    r"|(?P<month>每个?月|月[均给薪租费])|(?P<year>每年|年[均俸薪租费])"
)
_WORDS_FOR = {
    "hour": frozenset("時时鐘钟點点"), "day": frozenset("日天夜晚晝昼旦朝"), "week": frozenset("週周星禮礼曜"),
    "month": frozenset("月"), "year": frozenset("年歲岁載载"),
}  # fmt: skip
"""What one of stands in any source that tells something for each such period."""
_PAID_BY_TIME = frozenset("租賃赁薪給给俸酬費费")
"""What is paid by the month or the day without saying so: rent and wages."""
_AS_LONG: dict[str, tuple[str, ...]] = {
    "hour": ("60分鐘", "60分钟"), "day": ("24小時", "24小时", "24時間"), "week": ("7天", "七天"), "month": ("30天",),
    "year": ("12個月", "12个月", "365天"),
}  # fmt: skip
"""What is as long as a period, and has none of its words."""
_WAGES = ("工資", "工资", "收入", "年金", "家計", "保険")
_COUNTED_BY = frozenset({Kind.MONEY, Kind.COUNT, Kind.MEASURE})
_TRADED = frozenset({"mass", "volume", "area", "energy"})
_REGIONAL = {"斤": ("斤", "台斤"), "兩": ("兩", "台兩")}


def find_other_unit(source: str, text: str, english: Figure, meant: Figure) -> str:
    """The unit that the source gives a price for, where English names another one that is not as large; or ""."""
    end = english.span.end
    if text[end + 1 : end + 2] not in _FIRST_OF_RATES or not _MAY_BE_RATE.match(text, end):
        told = _period_before(text, english) if english.kind is Kind.MONEY else ""
        return _find_other_period(source, meant, told) if told else ""
    here = _unit_in_english(text, english)
    there = _unit_in_source(source, meant) if here else None
    if not there:
        period = _PERIOD.match(text, end)
        return _find_other_period(source, meant, period[1].lower()) if period else ""
    word, code = there
    if count := _count_before(source, meant, word):
        return f"{count}{word}" if english.value == meant.value else ""
    sizes = {_size(unit) for unit in _REGIONAL.get(here, (here,))} & {
        _size(unit) for unit in _REGIONAL.get(code, (code,))
    }
    return "" if sizes else f"{word} ({name_unit(code)})"


def _count_before(source: str, meant: Figure, word: str) -> str:
    """How many of its unit a price of the source is for, where that is more than one: 5キロ当たり4312円."""
    before = _CLAUSE.split(fold(source[max(0, meant.span.start - _BEFORE) : meant.span.start]))[-1]
    place = before.rfind(word)
    count = _COUNT.search(before, 0, place) if place > 0 else None
    return count[0] if count and count[0] not in ("1", "一") else ""


def find_added_period(source: str, text: str, english: Figure) -> str:
    """The period for which English tells an amount, where the source speaks of no such period: "a year", or ""."""
    if text[english.span.end + 1 : english.span.end + 2] not in _FIRST_LETTERS or english.kind not in _COUNTED_BY:
        return ""  # as behind most figures
    period = _PERIOD.match(text, english.span.end)
    if period is None or _GOES_ON.match(text, period.end()):
        return ""
    is_told = not _WORDS_FOR[period[1].lower()].isdisjoint(source) or not _PAID_BY_TIME.isdisjoint(source)
    is_told = is_told or any(word in source for word in (*_WAGES, *_AS_LONG[period[1].lower()]))
    return "" if is_told else period[0].strip()


def _period_before(text: str, english: Figure) -> str:
    """The period that an adjective before a sum of money tells: an annual salary of NT$3 million."""
    before = text[max(0, english.span.start - _FAR) : english.span.start].lower()
    if "ly" not in before and "annual" not in before:  # as before most sums
        return ""
    match = _PERIOD_BEFORE.match(before)
    return _PERIODS[match[1]] if match else ""


def _find_other_period(source: str, meant: Figure, told: str) -> str:
    """每天, where English says "two hours a week"; ``told`` is the period of the English."""
    before = _CLAUSE.split(fold(source[max(0, meant.span.start - _BEFORE) : meant.span.start]))[-1]
    words = [*_EACH_PERIOD.finditer(before)]
    if len(words) != 1:
        return ""
    return "" if words[0].lastgroup == told else f"{words[0][0].removeprefix('每')} ({words[0].lastgroup})"


def convert_price(source: str, text: str, english: Figure, meant: Figure) -> bool:
    """Whether an English price is the source's for another unit: 每斤5元 is 10 yuan a kilogram."""
    here = _unit_in_english(text, english) or _only_unit_in_english(text)
    there = (_unit_in_source(source, meant) or _only_unit_in_source(source)) if here else None
    if not there or english.low is None or meant.low is None or not same_money(english.unit, meant.unit):
        return False
    count = _count_before(source, meant, there[0])
    for unit in _REGIONAL.get(there[1], (there[1],)):
        (one, large), (other, small) = _size(here), _size(unit)
        small *= int(count) if count.isascii() and count else 1
        wanted = Fraction(meant.low) * large / small if one == other and large != small else Fraction(0)
        gap = abs(wanted - english.low)
        if wanted and (gap * 200 <= wanted or (gap * 2 <= english.step and gap * 50 <= wanted)):
            return True
    return False


def _size(unit: str) -> tuple[str, Fraction]:
    dimension, worth = UNITS.get(unit, ("", 0))
    return dimension, Fraction(worth)


def _unit_in_english(text: str, figure: Figure) -> str:
    match = _ENGLISH.match(text, figure.span.end) if figure.kind is Kind.MONEY else None
    word = match[1].lower() if match else ""
    code = MEASURES.get(word) or MEASURES.get(word.removesuffix("s")) or ""
    return code if UNITS.get(code, ("",))[0] in _TRADED else ""


@lru_cache(32)  # asked for each price that is left over
def _only_unit_in_english(text: str) -> str:
    """The unit of all prices of a text: "2.44 yuan a kilogram, 0.08 yuan less"."""
    words = {match[1].lower().removesuffix("s") for match in _ENGLISH.finditer(text)}
    codes = {code for word in words if UNITS.get(code := MEASURES.get(word, ""), ("",))[0] in _TRADED}
    return codes.pop() if len(codes) == 1 else ""


@lru_cache(32)
def _only_unit_in_source(source: str) -> tuple[str, str] | None:
    words = {match[1] or match[2] for match in _each().finditer(fold(source))}
    word = words.pop() if len(words) == 1 else ""
    return (word, measured_words()[word]) if word else None


def _unit_in_source(source: str, figure: Figure) -> tuple[str, str] | None:
    """The word and the unit that a price of the source is for: 每公噸500元, 克價1070元, 500元/噸."""
    start, end = figure.span
    before = _CLAUSE.split(fold(source[max(0, start - _BEFORE) : start]))[-1]
    found = [*_each().finditer(before)]
    match = found[-1] if found else _slash().match(fold(source[end : end + _BEHIND]))
    word = next((group for group in match.groups() if group), "") if match else ""
    return (word, measured_words()[word]) if word else None


@cache
def measured_words() -> dict[str, str]:
    """Word of a mass, volume or area -> its unit."""
    units: dict[str, str] = {}
    for line in read_lines("units.txt"):
        head, _, words = line.partition(": ")
        kind, unit, worth = head.split()
        if kind == "measure" and worth == "1" and UNITS.get(unit, ("",))[0] in _TRADED:
            units |= {fold(word): unit for word in words.split() if not word.isascii()}
    return units


@cache
def _each() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, measured_words()), key=len, reverse=True))
    return compile_late(rf"每[1一]?({words})|({words})(?:[价價](?!值)|[当當]?[たあ]り|あたり|につき)")


@cache
def _slash() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, measured_words()), key=len, reverse=True))
    return compile_late(rf"(?:/|每|[1一])({words})")


def find_unit_of_price(source: str, figure: Figure) -> str:
    """每斤, for "per 500 grams": the word of the source for a unit that English measures out, or nothing."""
    if figure.kind is not Kind.MEASURE or figure.low is None:
        return ""
    dimension, worth = _size(figure.unit)
    return _sizes_of_prices(source).get((dimension, worth * Fraction(figure.low)), "")


@lru_cache(32)
def _sizes_of_prices(source: str) -> dict[tuple[str, Fraction], str]:
    """What the source has prices for, found once a text: dimension and size -> its word."""
    words = {match[1] or match[2] for match in _each().finditer(fold(source))}
    units = (
        (name, word) for word in words for name in _REGIONAL.get(measured_words()[word], (measured_words()[word],))
    )
    return {_size(name): word for name, word in units}
