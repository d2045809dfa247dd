"""Who leads and who follows, and what a third figure says of the two before it: "38.7 against 46.2, a lead of 7.5"."""

import re

from assistant.figures.comparing.alignment import Link
from assistant.figures.values import Figure, Kind
from assistant.patterns import compile_late

_WIDE = 48
_LED_BY = compile_late(r"\b(?:led|topped|headed)\sby\s[^.;:,\d]{1,40}$")
_FOLLOWED_BY = compile_late(
    r"[^.;:\d]{0,40},\s(?:and\s)?followed\sby\s[^.;:,\d]{1,40}\s(?:with|at|on)\s(?:about\s|some\s|nearly\s)?(?:[A-Z]{0,3}[$€£¥])?"
)
"""Led by Norway with 114, followed by Spain with 126."""
_SECOND_TO = compile_late(r"[^.;:\d]{0,40},\ssecond\s(?:only\s)?to\s[^.;,\d]{1,40}\s")
"""17.3 percent, second only to vivo's 15.2."""
_RANKED = frozenset({Kind.COUNT, Kind.MONEY, Kind.PERCENT})
_AGAINST = compile_late(r"\s(?:against|to|versus|vs\.?|compared\s(?:with|to))\s", re.IGNORECASE)
_A_LEAD = compile_late(
    r"[^.;:\d]{0,60},\s(?:for\s\w+\s|or\s)?(?:an?\s)?(?:lead|advantage)\sof\s(?:about\s|nearly\s|some\s)?",
    re.IGNORECASE,
)
_TRAILS = compile_late(r"\b(?:trail|behind|los[et]|losing|second|only)", re.IGNORECASE)
_STEP_OF = {Kind.PERCENT: Kind.POINTS, Kind.COUNT: Kind.COUNT}
_IS = compile_late(r",\s(?:or\s|and\s)?(?:about\s|around\s|nearly\s|some\s|roughly\s|almost\s)?", re.IGNORECASE)
_THE_OTHER = compile_late(
    r"(?:\stimes)?\s(?:the|its|their|last\syear[’']s)\s(?!increase|rise|growth|combined|total)[^.,;\d]{0,48}\s?(?:[A-Z]{0,3}[$€£¥])?",
    re.IGNORECASE,
)
"""73 billion yen, about 1.6 times the initial estimate of 45 billion."""


def is_behind_leader(text: str, one: Figure, other: Figure, link: Link, second: Link) -> bool:
    """Whether the smaller is told of who leads, and the larger of who follows or is second to none but it."""
    if one.kind is not other.kind or one.kind not in _RANKED or one.unit != other.unit:
        return False
    if one.low is None or other.low is None or one.low == other.low:
        return False
    if link.source_reading.unit != second.source_reading.unit:
        return False  # 114 medals, 126 points
    start, between = one.span.start, (text, one.span.end, other.span.start)
    if one.low > other.low:  # a plain word first: it is the quick answer for nearly all
        return text.find(", second ", *between[1:]) >= 0 and _SECOND_TO.fullmatch(*between) is not None
    return (
        text.find("followed", *between[1:]) >= 0
        and _FOLLOWED_BY.fullmatch(*between) is not None
        and _LED_BY.search(text, max(0, start - _WIDE), start) is not None
    )


def find_wrong_third(text: str, here: tuple[Figure, ...], order: list[int], begin: int) -> int | None:
    """The figure that would stand rightly where the first of three stands, by what the three say of one another."""
    if begin + 2 >= len(order):
        return None
    one, two, third = here[order[begin]], here[order[begin + 1]], here[order[begin + 2]]
    if two.kind is Kind.MULTIPLE:
        return order[begin + 2] if _is_multiple_of_more(text, one, two, third) else None
    if two.kind not in _STEP_OF:
        return None  # the quick answer for nearly all
    return order[begin + 1] if _is_lead_of_less(text, one, two, third) else None


def _is_lead_of_less(text: str, one: Figure, other: Figure, lead: Figure) -> bool:
    """38.7 percent against 46.2, a lead of 7.5 points: the first is behind by as much."""
    if one.kind is not other.kind or _STEP_OF.get(one.kind) is not lead.kind:
        return False
    if one.low is None or other.low is None or lead.low is None or other.low - one.low != lead.low:
        return False
    start = one.span.start
    return (
        _A_LEAD.fullmatch(text, other.span.end, lead.span.start) is not None
        and _AGAINST.search(text, one.span.end, other.span.start) is not None
        and _TRAILS.search(text, max(0, start - _WIDE), other.span.start) is None
    )


def _is_multiple_of_more(text: str, one: Figure, multiple: Figure, other: Figure) -> bool:
    """45 billion yen, about 1.6 times the initial estimate of 73 billion."""
    if one.kind is not other.kind or one.unit != other.unit:
        return False
    if one.low is None or other.low is None or multiple.low is None or one.low >= other.low or multiple.low <= 1:
        return False
    return (
        _IS.fullmatch(text, one.span.end, multiple.span.start) is not None
        and _THE_OTHER.fullmatch(text, multiple.span.end, other.span.start) is not None
    )
