"""Page ages: 16 小時前, 1 天前, 2 hours ago, 昨天 18:30 -> how long before the capture."""

import re
from dataclasses import dataclass
from datetime import timedelta

from assistant.patterns import compile_late

_UNITS: tuple[tuple[str, timedelta], ...] = (
    (r"秒鐘?|秒钟|seconds?|secs?|s", timedelta(seconds=1)),
    (r"分鐘?|分钟|minutes?|mins?|m", timedelta(minutes=1)),
    (r"個?小時|个?小时|時間|鐘頭|hours?|hrs?|h", timedelta(hours=1)),
    (r"天|日|days?|d", timedelta(days=1)),
    (r"週間?|周|個?星期|个?星期|個?禮拜|weeks?|w", timedelta(weeks=1)),
    (r"個月|个月|か月|ヶ月|カ月|months?|mo", timedelta(days=31)),
    (r"年|years?|y", timedelta(days=366)),
)
UNITS = tuple((compile_late(pattern, re.IGNORECASE), length) for pattern, length in _UNITS)
COUNT = compile_late(r"\d+|[一二三四五六七八九十兩两半]+")
CHINESE_COUNTS = {"半": 0, "兩": 2, "两": 2, **{c: n for n, c in enumerate("一二三四五六七八九十", start=1)}}
OLDEST = timedelta(days=36_600)
"""No page has an item of more than a hundred years; hostile ones say 9999 年前, and no calendar goes so far back."""
JUST_NOW = compile_late("剛|刚|たった今|ただ今|just now", re.IGNORECASE)
NAMED_DAY = compile_late(r"(今天|今日|昨天|昨日|前天|一昨日|yesterday)(?:\s?(\d{1,2}):(\d{2}))?", re.IGNORECASE)
NAMED_DAYS = {"今天": 0, "今日": 0, "昨天": 1, "昨日": 1, "yesterday": 1, "前天": 2, "一昨日": 2}


@dataclass(frozen=True, slots=True)
class Age:
    """How long before capture an item was published: in ``[least, most)``; or ``days`` of the calendar: 昨天."""

    least: timedelta = timedelta()
    most: timedelta = timedelta()
    days: int | None = None


def read_age(words: str) -> Age | None:
    """16 小時前 -> 16 to 17 hours: sites round down. None where the words hold no relative age."""
    if JUST_NOW.search(words):
        return Age(timedelta(), timedelta(minutes=10))
    named = NAMED_DAY.search(words)
    if named:
        return Age(days=NAMED_DAYS[named[1].lower()])
    count = COUNT.match(words.lstrip(" 約约"))
    if not count:
        return None
    rest = words.lstrip(" 約约")[count.end() :].strip()
    number = _read_count(count[0])
    says_ago = re.search(r"前|ago", rest, re.IGNORECASE)
    for unit, length in UNITS:
        if unit.match(rest) if says_ago else unit.fullmatch(rest):
            least = number * length
            return Age(least, least + length) if least <= OLDEST else None
    return None


def _read_count(text: str) -> int:
    if text[-1].isdigit():
        return int(text)
    if "十" in text:
        tens, _, ones = text.partition("十")
        return CHINESE_COUNTS.get(tens, 1) * 10 + CHINESE_COUNTS.get(ones, 0)
    return CHINESE_COUNTS.get(text[0], 0)
