"""Calendars of the region, as data: the eras that years are counted in, and how days of the week are written."""

ERAS = {
    "民国": 1911, "令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867, "公元": 0, "西元": 0, "西历": 0,
    "宣统": 1908, "光绪": 1874, "同治": 1861, "咸丰": 1850, "道光": 1820, "嘉庆": 1795, "干隆": 1735,
    "雍正": 1722, "康熙": 1661,
}  # fmt: skip
"""Era, folded (``folding.fold``) -> what is added to its years for the common year: 民國114年 and 令和7年 are 2025."""
CHINESE_DAYS = ("一", "二", "三", "四", "五", "六", "日天")
"""Behind 星期, 週 or 禮拜, from Monday on: the characters of each day."""
JAPANESE_DAYS = "月火水木金土日"
"""Before 曜日, from Monday on."""
