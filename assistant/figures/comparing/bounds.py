"""A number told as a bound of the other kind: "more than 17 years", for 近17年; "at least", for 最高可罰25萬元.

Or as counted where the source has a bound.
"""

import re

from assistant.figures.chinese.page import UNDONE
from assistant.figures.comparing.diagnosis import read_out
from assistant.figures.dimensions import canonical
from assistant.figures.values import SIDES, Approximation, Figure
from assistant.patterns import compile_late

_GAP = "[^，。；、,;：:0-9零一二两三四五六七八九十百千万亿的]{0,9}$"
_REACH = 14
# What the reader of the source leaves open, because 近17年 may also be the last 17 years, and 最高 stand far off.
# Neither can be told by a bound on the other side.
_BOUND_BEFORE = compile_late(
    rf"(?P<below>(?<![最附邻靠])近$|(?:最[高多大长重]|至多|不超过|不逾|上限){_GAP}|上看$|(?<=[^，。；、,;！？：\s])不过$)|(?:最[少低]|至少|起码|早くても|少なくとも){_GAP}"
    r"|(?<![不未没別])(?:超过|逾)$"
)
_BOUND_BEHIND = compile_late(
    r"[^，。；、,;0-9]{0,2}?(?:(?P<below>近く|弱[のでがにを]|足らず|を下回|に満た|不到|を上限)"
    r"|超(?![过過高え])|を?(?:超え|こえ)(?!な|ず|ぬ)|を上回(?!ら)|余り|有余|強[のでがにを])"
    r"|[^，。；、,;0-9一二两三四五六七八九十百千内]{0,3}以上"
)

_EXACTLY = compile_late(r"\b(?:exactly|precisely)\s(?:[A-Z]{0,3}[$€£¥])?$", re.IGNORECASE, needs="exactly precisely")


def find_contrary_bound(source: str, folded: str, english: Figure, meant: Figure) -> str:
    """In words, that the source makes a bound of it on the other side than English does; "" where they agree.

    Args:
        source: its text.
        folded: the same with both scripts made one.
        english: a figure that may be told as a bound.
        meant: the figure of the source that it renders.
    """
    told = SIDES.get(english.approximation)
    if told is None or not (english.low == meant.low or canonical(english) == canonical(meant)):
        return ""
    if meant.approximation:
        return f"wording: {read_out(meant)}" if SIDES.get(meant.approximation, told) != told else ""
    start, end = meant.span
    before = _BOUND_BEFORE.search(folded, max(0, start - _REACH), start)
    bound = before or _BOUND_BEHIND.match(folded, end)
    if bound is None or UNDONE.match(folded, end) or (bound["below"] is None) is (told > 0):
        return ""
    return f"wording: the source has {source[min(start, bound.start()) : max(end, bound.end())]}"


def find_lost_bound(text: str, english: Figure, meant: Figure) -> str:
    """In words, that English has "exactly" before what the source has about, nearly or more than; or ""."""
    start = english.span.start
    if meant.approximation is Approximation.EXACT or not _EXACTLY.search(text, max(0, start - _REACH), start):
        return ""
    return f"wording: {read_out(meant)}"


def keeps_bound(folded: str, english: tuple[Figure, Figure], meant: tuple[Figure, Figure]) -> bool:
    """Whether both texts make the same one of two figures a bound: "up to 40 years", for 前3年，最長40年."""
    here = [figure.approximation in SIDES for figure in english]
    return here[0] is not here[1] and here == [_is_bound(folded, figure) for figure in meant]


def _is_bound(folded: str, figure: Figure) -> bool:
    start = figure.span.start
    return figure.approximation in SIDES or bool(_BOUND_BEFORE.search(folded, max(0, start - _REACH), start))
