"""The Chinese and Japanese words around figures, in folded characters. The longer lists are in ``data/``."""

from functools import cache

from assistant.figures.tables import read_lines
from assistant.figures.values import Approximation

LONGEST_WORDING = 5
LONGEST_DAY_PART = 3
LONGEST_ERA = 3

SCALES = ("百", "千", "万", "亿", "兆", "十")
"""上 qualifies only numbers that begin with one of these: 上百, 上千萬."""

# era -> what is added to its years
ERAS: dict[str, int] = {
    "民国": 1911, "令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867, "公元": 0, "西元": 0, "西历": 0,
    "宣统": 1908, "光绪": 1874, "同治": 1861, "咸丰": 1850, "道光": 1820, "嘉庆": 1795, "干隆": 1735,
    "雍正": 1722, "康熙": 1661,
}  # fmt: skip
BEFORE_CHRIST = frozenset({"公元前", "西元前", "纪元前"})

WEEK_WORDS = ("星期", "礼拜", "周", "拜")
WEEKDAYS = {
    day: number for number, days in enumerate(("一1", "二2", "三3", "四4", "五5", "六6"), start=1) for day in days
}
JAPANESE_WEEKDAYS = {day: number for number, day in enumerate("月火水木金土日", start=1)}
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
