"""A rise that is called a fall, and a minus that is lost: only where both texts say it right beside the same number."""

import re
from functools import lru_cache

from assistant.figures.comparing.alignment import Link
from assistant.figures.comparing.source import Source
from assistant.figures.values import Figure, Kind
from assistant.patterns import compile_late

_KINDS = frozenset({Kind.PERCENT, Kind.POINTS, Kind.BASIS_POINTS, Kind.MONEY, Kind.COUNT, Kind.MEASURE})
_WHOLE = 100
_BEFORE, _BEHIND, _BEFORE_SOURCE = 40, 24, 10
"""Characters beside a number in which its verb is looked for."""
_FALL, _RISE = "a fall", "a rise"
_REACHING = r"[了约近逾超过达幅至到为共将大概整体]{0,3}$"
_RISES = compile_late(
    "(?:上涨|增长|成长|增加|上升|年增|月增|季增|提高|攀升|飙升|大涨|上调|调升|调涨|回升|劲扬|上扬)" + _REACHING
)
_FALLS = compile_late(
    "(?:下跌|下降|减少|衰退|下滑|年减|月减|季减|缩减|萎缩|下调|调降|回落|重挫|大跌|暴跌|滑落|负成长|负增长|下挫|锐减)"
    + _REACHING
)
# 是日常業務量的151%: 51 percent more, and never "up 151 percent"
_LEVEL = compile_late("(?:[是为占达]|相当于)(?:了|到)?[^，。；,;]{1,9}的(?:约|近|逾|超过)?$")
_TO_LEVEL = compile_late(r"\s(?:of|as)\b", re.IGNORECASE)
_FILLED = (
    r"(?:\s(?:by|to|at|of|a|an|the|some|about|around|roughly|nearly|almost|over|more|than|another|further|only|just|as|much"
    r"|another|up|sharply|slightly)){0,4}\s(?:[A-Z]{0,3}[$€£¥])?$"
)
_UP = compile_late(
    r"\b(?:rose|risen|rises?|rising|grew|grown|grows?|growing|increas(?:e|es|ed|ing)|gain(?:s|ed)?|climb(?:s|ed|ing)?|jump(?:s|ed)?"
    r"|surg(?:e|es|ed|ing)|soar(?:s|ed|ing)?|advanced|(?<!make\s)(?<!makes\s)(?<!made\s)(?<!making\s)up|expanded)"
    + _FILLED,
    re.IGNORECASE,
)
_DOWN = compile_late(
    r"\b(?:fell|fallen|falls?|falling|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|slid|slump(?:s|ed)?"
    r"|plung(?:e|es|ed|ing)|tumbl(?:e|es|ed|ing)|shr(?:ank|unk|inks?)|contracted|sank|lost|down|lower)" + _FILLED,
    re.IGNORECASE,
)
_YEARLY = r"[\s-](?:(?:year-on-year|annual|yearly|monthly)\s)?"
_MORE = compile_late(_YEARLY + r"(?:rise|increase|gain|growth|jump|higher|up)\b", re.IGNORECASE)
_LESS = compile_late(_YEARLY + r"(?:drop|fall|decline|decrease|cut|lower|down|contraction)\b", re.IGNORECASE)
_MINUS = compile_late(r"(?:[-−–]|\b(?:minus|negative)\s)$", re.IGNORECASE)
_BELOW = compile_late(r"\s(?:\w+\s)?(?:below|under)\b", re.IGNORECASE)
_INTENSITY = compile_late(r"震度[^，。；、,;0-9]{0,8}$")
_UPPER_BEFORE = compile_late(r"\b(?:upper|strong(?:er)?)[\s-](?:level\s)?$", re.IGNORECASE)
_LOWER_BEFORE = compile_late(r"\b(?:lower|weak(?:er)?)[\s-](?:level\s)?$", re.IGNORECASE)
_UPPER_BEHIND = compile_late(r"\+|[\s-]?(?:upper|strong|plus)\b", re.IGNORECASE)
_LOWER_BEHIND = compile_late(r"[-−](?!\w)|[\s-]?(?:lower|weak|minus)\b", re.IGNORECASE)


def find_turned(source: Source, english: str, here: tuple[Figure, ...], links: dict[int, Link]) -> dict[int, str]:
    """English figure -> what the source says of its direction, for each that says the opposite."""
    candidates = [n for n, link in links.items() if link.reading.kind in _KINDS and not link.is_reused]
    if not candidates:
        return {}
    turned: dict[int, str] = {}
    for number in candidates:
        figure, link = here[number], links[number]
        if source.times_told[link.source_reading.low] == 1 and (
            word := _contradiction(source.folded, english, figure, source.figures[link.source])
        ):
            turned[number] = word
    return turned


def _contradiction(folded: str, english: str, figure: Figure, meant: Figure) -> str:
    if meant.note == "below zero":
        is_told = _MINUS.search(english, max(0, figure.span.start - 12), figure.span.start) or _BELOW.match(
            english, figure.span.end
        )
        return "" if is_told or english[figure.span.start] in "-−" else "below zero"
    if half := _other_half(folded, english, figure, meant):
        return half
    before = folded[max(0, meant.span.start - _BEFORE_SOURCE) : meant.span.start]
    if meant.kind is Kind.PERCENT and (meant.low or 0) > _WHOLE and _LEVEL.search(before):
        return "a level" if _direction(english, figure)[0] and not _TO_LEVEL.match(english, figure.span.end) else ""
    told = _told(before)
    if not told:
        return ""
    is_up, is_down = _direction(english, figure)
    is_turned = is_up and not is_down if told == _FALL else is_down and not is_up
    return told if is_turned else ""


def _other_half(folded: str, english: str, figure: Figure, meant: Figure) -> str:
    """震度6弱 told as "upper 6": the Japanese and Taiwanese scale halves its fifth and sixth degree."""
    start, end = meant.span
    sign = folded[end - 1 : end] if folded[end - 1 : end] in ("弱", "强") else folded[end : end + 1]
    if sign not in ("弱", "强") or not _INTENSITY.search(folded, max(0, start - _BEFORE_SOURCE), start):
        return ""
    before, behind = english[max(0, figure.span.start - _BEHIND) : figure.span.start], figure.span.end
    is_upper = figure.surface.endswith("+") or _UPPER_BEFORE.search(before) or _UPPER_BEHIND.match(english, behind)
    is_lower = _LOWER_BEFORE.search(before) or _LOWER_BEHIND.match(english, behind)
    if sign == "弱":
        return "the lower half, 弱" if is_upper and not is_lower else ""
    return "the upper half, 強" if is_lower and not is_upper else ""


@lru_cache(1_000)
def _told(before: str) -> str:
    """What the words right before a source figure call it; kept, as every English text asks it again."""
    if _FALLS.search(before):
        return _FALL
    return _RISE if _RISES.search(before) else ""


def _direction(english: str, figure: Figure) -> tuple[bool, bool]:
    """Whether English calls the number a rise, and whether a fall."""
    before, behind = english[max(0, figure.span.start - _BEFORE) : figure.span.start], figure.span.end
    limit = behind + _BEHIND
    return (
        bool(_UP.search(before) or _MORE.match(english, behind, limit)),
        bool(_DOWN.search(before) or _LESS.match(english, behind, limit) or _MINUS.search(before)),
    )
