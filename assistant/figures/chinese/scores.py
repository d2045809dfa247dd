"""Scores: 3比2, 118:116, 12投9中."""

import re

from assistant.figures.chinese.page import Page
from assistant.figures.numerals.reading import Numeral
from assistant.figures.values import Figure, Kind, replace
from assistant.patterns import compile_late
from assistant.records.source import Span

_BETWEEN_SCORES = compile_late(
    r" ?(?P<ratio>[比对]) ?(?=[0-9〇零一二三四五六七八九两十百])"
    r"| ?(?P<colon>:) ?(?=\d)|(?P<made>[投罚掷射]) ?(?=[0-9零一二三四五六七八九十两])"
)
_TENTHS, _SCALES = 10, frozenset("万亿兆")
_DATED = frozenset("年月日号时点分")
_PAIRED = frozenset("、多几来余岁名个位年月旬")


def _counts_pairs(page: Page, match: re.Match[str], second: Numeral) -> bool:
    """Whether 對 counts pairs: 一對七、八十歲夫妻, 兩對50歲的雙胞胎."""
    return "对" in match[0] and page.after(second.end) in _PAIRED


def read_score(page: Page, numeral: Numeral) -> list[Figure]:
    """The score that begins with this number, if one does: 3比2, 118:116, 12投9中."""
    match = _BETWEEN_SCORES.match(page.folded, numeral.end)
    if not match or numeral.vague or numeral.is_identifier:
        return []
    second = page.numeral(match.end())
    if second is None or second.vague or second.is_identifier or _is_no_score(page, match, numeral, second):
        return []
    if match.lastgroup == "made":
        if not page.folded.startswith("中", second.end):
            return []
        span = Span(numeral.start, second.end + 1)
        return [page.make(*span, Kind.SCORE, (second.low, numeral.low))]
    score = page.make(numeral.start, second.end, Kind.SCORE, (numeral.low, second.low))
    if numeral.low + second.low == _TENTHS:  # 八比二 may be 80 per cent and 20
        return [replace(score, others=(replace(score, value=(numeral.low * _TENTHS, second.low * _TENTHS)),))]
    return [score]


def _is_no_score(page: Page, match: re.Match[str], first: Numeral, second: Numeral) -> bool:
    """Whether two numbers are pairs of people, a time of day or sums that are compared: 3.61億對1.3億."""
    if _counts_pairs(page, match, second) or not _SCALES.isdisjoint(page.folded[first.start : second.end]):
        return True
    is_long = max(len(first.digits), len(second.digits)) > 3
    return match.lastgroup == "colon" and (is_long or page.after(second.end) in _DATED)
