"""The Chinese and Japanese words around figures, in folded characters. The longer lists are in ``data/``."""

from functools import cache

from assistant.calendars import CHINESE_DAYS, JAPANESE_DAYS
from assistant.figures.tables import read_lines
from assistant.figures.values import Approximation

LONGEST_WORDING = 5
LONGEST_DAY_PART = 3
LONGEST_ERA = 3

SCALES = ("百", "千", "万", "亿", "兆", "十")
"""上 qualifies only numbers that begin with one of these: 上百, 上千萬."""

BEFORE_CHRIST = frozenset({"公元前", "西元前", "纪元前"})

WEEK_WORDS = ("星期", "礼拜", "周", "拜")
WEEKDAYS = {day: number for number, days in enumerate(CHINESE_DAYS[:6], start=1) for day in (*days, str(number))}
"""Without Sunday: 周日 may be a word, and is told by its own rule."""
JAPANESE_WEEKDAYS = {day: number for number, day in enumerate(JAPANESE_DAYS, start=1)}
# 昨(20)日: days from the clock
RELATIVE_DAYS = {"前": -2, "昨": -1, "今": 0, "本": 0, "当": 0, "明": 1, "后": 2, "翌": 1}


@cache
def _wordings() -> dict[str, tuple[str, ...]]:
    """``data/wordings.txt``: what words say -> the words."""
    lists: dict[str, tuple[str, ...]] = {}
    for line in read_lines("wordings.txt"):
        name, _, words = line.partition(" | ")
        lists[name] = (*lists.get(name, ()), *words.split())
    return lists


@cache
def word_set(name: str) -> frozenset[str]:
    """The words of one list: ``not-before``, ``reaches``, ``morning``, ``afternoon``, ``evening``."""
    return frozenset(_wordings()[name])


@cache
def qualifiers(side: str) -> dict[str, Approximation]:
    """Word -> how it qualifies the number; ``side`` is ``before`` or ``after``."""
    return {
        word: Approximation(name.removeprefix(f"{side} "))
        for name, words in _wordings().items()
        if name.startswith(f"{side} ")
        for word in words
    }


@cache
def last_characters(side: str) -> frozenset[str]:
    """The characters in which the words of ``before`` or ``money`` end: a quick answer where there is none."""
    words = currencies_before() if side == "money" else (*qualifiers(side), *word_set("not-before"))
    return frozenset(word[-1] for word in words)


@cache
def currencies_before() -> dict[str, str]:
    """What stands before an amount -> ISO 4217: 新台幣, US$."""
    return {
        word: name.removeprefix("money ")
        for name, words in _wordings().items()
        if name.startswith("money ")
        for word in words
    }
