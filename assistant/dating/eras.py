"""Years of the calendars of the region, as pages print them: 民國114年, 令和7年, R7 and 二〇二五年 are 2025."""

import re

from assistant.calendars import ERAS
from assistant.folding import fold

PRINTED = ("中華民國", "民國", "民国", "令和", "平成", "昭和", "西元", "公元", "西暦")
SHORT = "R"
"""R7.11.1 is 令和7年11月1日."""
ERA_NAMES = "|".join((*PRINTED, f"(?<![A-Za-z]){SHORT}"))
_YEARS = {name: ERAS[fold(name).removeprefix("中华")] for name in PRINTED} | {SHORT: ERAS["令和"]}
_NUMERAL = re.compile("[〇○零一二三四五六七八九十廿卅百]+(?=[年月日])")
_DIGITS = {character: str(value) for value, character in enumerate("零一二三四五六七八九")} | {"〇": "0", "○": "0"}
_TENS = {"十": 1, "廿": 2, "卅": 3}
BARE_REPUBLIC = range(100, 130)
"""A bare year in this range is one of the Republic: 114年10月31日."""


def to_common_year(era: str | None, year: int) -> int | None:
    """The common year, or None where the number can be no year: 3年, 12年."""
    if era:
        return _YEARS[era] + year
    if year in BARE_REPUBLIC:
        return year + _YEARS["民國"]
    return year if year > 999 else None


def with_digits(words: str) -> str:
    """A date in Chinese numerals with Arabic digits: 二〇二五年十一月廿二日 -> 2025年11月22日."""
    return _NUMERAL.sub(lambda found: str(_read_numeral(found[0])), words)


def _read_numeral(numeral: str) -> int:
    """The value of a year in digits (二〇二五), or of a number below 200 (一百一十四, 十一, 廿二)."""
    if len(numeral) > 1 and all(character in _DIGITS for character in numeral):
        return int("".join(_DIGITS[character] for character in numeral))
    total = held = 0
    for character in numeral:
        if character == "百":
            total, held = total + 100 * (held or 1), 0
        elif character in _TENS:
            total, held = total + 10 * (held or _TENS[character]), 0
        else:
            held = int(_DIGITS[character])
    return total + held
