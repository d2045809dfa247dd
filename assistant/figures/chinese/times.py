"""Times of day in Chinese and Japanese text: 凌晨零時17分, 晚間7點半, 12:30, 午後3時."""

from typing import NamedTuple

from assistant.figures.chinese.page import Page, single
from assistant.figures.chinese.words import LONGEST_DAY_PART, word_set
from assistant.figures.numerals.reading import Numeral
from assistant.figures.values import ClockTime, Figure, Kind, replace
from assistant.patterns import compile_late

_DIGITAL = compile_late(r"(\d{1,2}):([0-5]\d)(?::([0-5]\d))?(?![\d:])")
_SURE = compile_late(r"[半整钟]|[一1三3]刻|左右|许|前后")
# 3點建議, 上漲30點: points of a list or an index
_NOT_A_TIME = compile_late(r"[ぁ-ん几意建要看原理启感好经共期反希提主声倡要宣]|心得|[的]?(?:跌幅|涨幅|关)")
_INDEX = compile_late(r"[涨跌升降报收上下破失守站以得有这列以第挫扬滑低高达]$")


# 3點45 is a time, 3点20人 none
_COUNTS = compile_late(r"[分刻个人名元美万亿%％度年月日天号岁家位次件项米公点]")


_AROUND_NOON = frozenset({"中午", "正午", "今午", "昨午"})
"""中午11點 is before noon, 午後11時 long after."""


class _DayPart(NamedTuple):
    word: str
    start: int


def read_time(page: Page, numeral: Numeral) -> list[Figure]:
    """The time of day that begins with this number, if one does; the part of the day before it belongs to it."""
    at = numeral.end + 1 if page.folded[numeral.end : numeral.end + 1] == " " else numeral.end
    sign = page.folded[at : at + 1]
    if sign == ":":
        return _read_digital(page, numeral)
    if sign not in ("点", "时") or page.folded.startswith(("时间", "时代", "时速", "点名"), at):
        return []
    hour = numeral.low
    if not isinstance(hour, int) or not 0 <= hour <= 24 or numeral.vague or numeral.is_bare:
        return []
    part = _day_part(page, numeral.start)
    minute, second, end = _minutes(page, at + 1)
    if not part and sign == "点" and minute is None and not _is_time(page, numeral.start, at + 1):
        return []
    start = part.start if part else numeral.start
    figure = page.make(start, end, Kind.TIME, _settle(hour, minute, second, part))
    return [figure if minute is not None else _hour_alone(page, figure, hour, part)]


def _hour_alone(page: Page, figure: Figure, hour: int, part: _DayPart | None) -> Figure:
    """午後7時台 ends before eight; 3點 by itself may be points."""
    start, end = figure.span
    if page.folded.startswith("台", end):
        return replace(figure, others=(replace(figure, value=_settle(hour + 1, None, None, part)),))
    is_bare = figure.surface[-1] in "点點" and not part
    return replace(figure, others=(page.make(start, end, Kind.COUNT, hour, "点"),)) if is_bare else figure


def _is_time(page: Page, start: int, end: int) -> bool:
    if _SURE.match(page.folded, end):
        return True
    return not _NOT_A_TIME.match(page.folded, end) and not _INDEX.search(page.before(start, 1))


def _minutes(page: Page, end: int) -> tuple[int | None, int | None, int]:
    """Minutes and seconds after the hour, and where the time ends."""
    for word, minute in (("半", 30), ("整", 0), ("钟", None)):
        if page.folded.startswith(word, end):
            return minute, None, end + 1
    numeral = page.numeral(end)
    minutes = single(numeral, 0, 59) if numeral else None
    if numeral is None or minutes is None:
        return None, None, end
    sign, behind = page.after(numeral.end, 2), page.skip(numeral.end) + 1
    if sign[:1] == "刻" and minutes in (1, 3):
        return minutes * 15, None, behind
    if sign[:1] == "分" and sign != "分之":
        return minutes, *_seconds(page, behind)
    is_written_out = len(numeral.digits) == 2 or (not numeral.digits and minutes >= 10)
    if numeral.start == end and is_written_out and not _COUNTS.match(sign):
        return minutes, None, numeral.end  # 7點45
    return None, None, end


def _seconds(page: Page, end: int) -> tuple[int | None, int]:
    """Seconds after the minutes, and where the time ends."""
    numeral = page.numeral(end)
    if numeral and page.after(numeral.end) == "秒":
        return single(numeral, 0, 59), page.skip(numeral.end) + 1
    return None, end


def _read_digital(page: Page, numeral: Numeral) -> list[Figure]:
    match = _DIGITAL.match(page.folded, numeral.start)
    if not match or int(match[1]) > 24:
        return []
    part = _day_part(page, numeral.start)
    second = int(match[3]) if match[3] else None
    value = _settle(int(match[1]), int(match[2]), second, part)
    figure = page.make(part.start if part else numeral.start, match.end(), Kind.TIME, value)
    if part or second is not None:
        return [figure]
    score = replace(figure, kind=Kind.SCORE, value=(int(match[1]), int(match[2])))  # 21:18 may be told of a set
    return [replace(figure, others=(score,))]


def _day_part(page: Page, start: int) -> _DayPart | None:
    """The part of the day that is named right before a number."""
    words = page.before(start, LONGEST_DAY_PART)
    for size in range(len(words), 0, -1):
        word = words[-size:]
        if any(word in word_set(part) for part in ("morning", "afternoon", "evening")):
            return _DayPart(word, page.folded.rindex(word, 0, start))
    return None


def _settle(hour: int, minute: int | None, second: int | None, part: _DayPart | None) -> ClockTime:
    """The hour of the 24-hour day: 晚上8點 is 20:00, 半夜2點 is 02:00, 中午12點 is 12:00."""
    if part is None:
        return ClockTime(hour, minute, second, is_settled=hour > 12 or hour == 0)
    word = part.word
    if word in word_set("morning"):
        hour = 0 if hour == 12 and word not in ("上午", "午前") else hour
    elif word in word_set("afternoon"):
        hour = hour + 12 if hour < (11 if word in _AROUND_NOON else 12) else hour
    elif hour == 12:
        hour = 0
    elif hour >= 5 and hour < 12:
        hour += 12
    return ClockTime(hour, minute, second)
