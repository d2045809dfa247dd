"""Years of the calendars of the region, as pages print them: 民國114年 and 令和7年 are 2025."""

from assistant.calendars import ERAS
from assistant.folding import fold

PRINTED = ("中華民國", "民國", "民国", "令和", "平成", "昭和", "西元", "公元", "西暦")
ERA_NAMES = "|".join(PRINTED)
_YEARS = {name: ERAS[fold(name).removeprefix("中华")] for name in PRINTED}
BARE_REPUBLIC = range(100, 130)
"""A bare year in this range is one of the Republic: 114年10月31日."""


def to_common_year(era: str | None, year: int) -> int | None:
    """The common year, or None where the number can be no year: 3年, 12年."""
    if era:
        return _YEARS[era] + year
    if year in BARE_REPUBLIC:
        return year + _YEARS["民國"]
    return year if year > 999 else None
