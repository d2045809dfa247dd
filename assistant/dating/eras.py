"""Calendars of the region: 民國114年 and 令和7年 are 2025."""

ERAS = {
    "中華民國": 1911,
    "民國": 1911,
    "民国": 1911,
    "令和": 2018,
    "平成": 1988,
    "昭和": 1925,
    "西元": 0,
    "公元": 0,
    "西暦": 0,
}
"""Name -> what to add to its years to get the common year."""
ERA_NAMES = "|".join(ERAS)
BARE_REPUBLIC = range(100, 130)
"""A bare year in this range is one of the Republic: 114年10月31日."""


def to_common_year(era: str | None, year: int) -> int | None:
    """The common year, or None where the number can be no year: 3年, 12年."""
    if era:
        return ERAS[era] + year
    if year in BARE_REPUBLIC:
        return year + ERAS["民國"]
    return year if year > 999 else None
