"""Years of the calendars of the region, as pages print them: 民國114年, 令和7年, R7 and 二〇二五年 are 2025."""

import re

from assistant.calendars import ERAS
from assistant.folding import fold
from assistant.patterns import compile_late

PRINTED = ("中華民國", "民國", "民国", "令和", "平成", "昭和", "西元", "公元", "西暦")
SHORT = "R"
"""R7.11.1 is 令和7年11月1日."""
ERA_NAMES = "|".join((*PRINTED, f"(?<![A-Za-z]){SHORT}"))
_YEARS = {name: ERAS[fold(name).removeprefix("中华")] for name in PRINTED} | {SHORT: ERAS["令和"]}
_NUMERAL = compile_late("[〇○零一二三四五六七八九十廿卅百]+(?=[年月日])")
BARE_REPUBLIC = range(100, 130)
"""A bare year in this range is one of the Republic: 114年10月31日."""


def to_common_year(era: str | None, year: int) -> int | None:
    """The common year, or None where the number can be no year: 3年, 12年, 民國0年."""
    if era:
        return _YEARS[era] + year if year else None
    if year in BARE_REPUBLIC:
        return year + _YEARS["民國"]
    return year if year > 999 else None


def with_digits(words: str) -> str:
    """A date in Chinese numerals with Arabic digits: 二〇二五年十一月廿二日 -> 2025年11月22日."""
    if not _NUMERAL.search(words):
        return words
    from assistant.figures.numerals.reading import read_numeral  # noqa: PLC0415 - few pages have such a date

    def write(found: re.Match[str]) -> str:
        numeral = read_numeral(found[0], 0)
        return str(numeral.low) if numeral else found[0]

    return _NUMERAL.sub(write, words)
