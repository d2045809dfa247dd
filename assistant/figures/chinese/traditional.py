"""Traditional units with a meaning of their own by place and trade: 厘 of interest, 合 and 石 of Japan."""

from fractions import Fraction

from assistant.figures.chinese.page import Page
from assistant.figures.values import Kind, Number, tidy
from assistant.patterns import compile_late

_LOOK_BACK = 24
_INTEREST = compile_late(r"(?:息|利率|利|回报|按)(?:[^，。；,;]{0,9}|[^，。；,;]{0,9}厘[至到-])$")
_STEP = compile_late(r"(?:[加减升降]息|[调升降减加]|[上下]调(?:[^，。；,;0-9]{0,9}(?:息率|利率|息))?)[约近了]?$")
# 2合 of sake, 10石 of rice; 寿司10貫 and 八合目 count
_OLD_JAPANESE = {
    "合": (Fraction(18, 100), "L"), "石": (Fraction(180), "L"), "贯": (Fraction(375, 100), "kg"),
    "匁": (Fraction(375, 100), "g"), "反": (Fraction(991, 10000), "har"), "斗": (Fraction(18), "L"),
}  # fmt: skip
Reading = tuple[Kind, Number, str]
"""Kind, value and unit."""


def read_interest(page: Page, start: int, value: Number, *, is_split: bool) -> tuple[Reading, ...]:
    """厘 of interest: 年息3厘 is 3 per cent a year in Hong Kong and on the mainland; 月息3厘 is 0.3 a month.

    加息0.75厘 is one by so many percentage points; 4厘75 (``is_split``) is of interest, whatever stands before it.
    """
    before = page.folded[max(0, start - _LOOK_BACK) : start]
    if not _INTEREST.search(before) and not is_split:
        return ()
    if _STEP.search(before):
        return (Kind.POINTS, value, "%"), (Kind.PERCENT, value, "%")
    whole, tenth = (Kind.PERCENT, value, "%"), (Kind.PERCENT, tidy(Fraction(value) / 10), "%")
    return (tenth, whole) if "月息" in before else (whole, tenth)


def read_interest_in_tenths(page: Page, start: int, value: Number) -> tuple[Reading, ...]:
    """分 of interest: 月息3分 is 3 per cent a month, 年息1分 mostly ten per cent a year."""
    before = page.folded[max(0, start - len("月息为")) : start]
    if "息" not in before:
        return ()
    whole, tenfold = (Kind.PERCENT, value, "%"), (Kind.PERCENT, value * 10, "%")
    return (tenfold, whole) if "年息" in before else (whole,)


def read_old_measure(value: Number, word: str) -> tuple[Reading, ...]:
    """Two 合 of sake are 0.36 litres."""
    if word not in _OLD_JAPANESE:
        return ()
    amount, code = _OLD_JAPANESE[word]
    return ((Kind.MEASURE, tidy(Fraction(value) * amount), code),)
