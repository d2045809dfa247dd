"""A part that is larger than its whole: 17 of the 12; 22 aircraft, 31 of them; NT$29, including NT$54."""

import re
from fractions import Fraction

from assistant.figures.comparing.alignment import Link
from assistant.figures.comparing.counting import NOUNS
from assistant.figures.values import Figure, Kind
from assistant.patterns import compile_late

_WIDE = 48
"""Characters behind a whole in which its noun stands."""
_OF_WHICH = compile_late(r"\sof\s(?:which|whom|them|those)\b", re.IGNORECASE, needs="which whom them those", within=12)
_OF_WHICH_ARE = compile_late(r"[^.;:\d]{0,60},?\sof\s(?:which|whom)\s$", re.IGNORECASE)
_OF_WHICH_IS = compile_late(
    r"[^.;:\d]{0,60},\sof\swhich\s(?:about\s|some\s|nearly\s|more\sthan\s)?(?:[A-Z]{0,3}[$€£¥])?", re.IGNORECASE
)
_INCLUDING = compile_late(
    r"[^.;:\d]{0,60},\sincluding\s(?:(?!and\b|but\b)[a-z]+\s){0,6}(?:[A-Z]{0,3}[$€£¥])?$", re.IGNORECASE
)
"""A dividend of NT$29, including a special one of NT$54."""
_OF_THE = compile_late(r"\sof\s(?:the|these|those|its|their)\s([a-z]+)\b")
_AMONG_THE = compile_late(r"[.;]\s(?:Of|Among|Out\sof)\s(?:the|these|those)\s([a-z]+),\s$", re.IGNORECASE, needs=". ;")
_OF_ALL = compile_late(
    r"(?:^|[.;]\s)(?:Of|Among|Out\sof)\s(?:the|its|their|these|all|those)\s(?:the\s)?$", needs="of among"
)
_OF_THAT = compile_late(r"\sof\s(?:which|that|it)\b", re.IGNORECASE)
_OF_THAT_MUCH = compile_late(r"\s(?:out\s)?of\s(?:the|its|their|that)\s(?:total\s)?", re.IGNORECASE, needs="of")
_SENTENCE = compile_late(r"[.;?!]\s")
_OF = compile_late(r"\s(?:out\s)?of\s(?:(?:the|its|their|all)\s)?", re.IGNORECASE, needs="of")
_PEOPLE = frozenset("人名位")
_AMOUNTS = frozenset({Kind.MONEY, Kind.MEASURE})
_NAMING = frozenset({Kind.ORDINAL, Kind.DATE, Kind.IDENTIFIER})
"""What is no whole of anything: pit No. 8, over 1,000 of them."""
_STEP = compile_late(r"\s(?:more|less|fewer|higher|lower|up|down|above|below)\b", re.IGNORECASE)
"""Behind a step: 300 billion more than last year, of which 800 billion, of the level before it."""
_AIRCRAFT = "aircraft"
"""Its own plural, so that behind a number it may be part of a name: two aircraft carriers."""
_SHARES = frozenset({Kind.PERCENT, Kind.FRACTION})
_OF_ITS = compile_late(r"\sof\s(?:(?!and\b|but\b)[^\W\d][\w’'-]*\s){0,4}")
_APPOSED = compile_late(
    r"[^.;:()\d]{0,24}[,(]\s?"
    r"(?:or|which\s(?:is|was)|that\sis|i\.e\.|equal\sto|equivalent\sto|about|some)?[^.;:\d]{0,24}"
)
"""Between two figures of which the second says the first in another way."""


def is_larger_than_whole(text: str, whole: Figure, part: Figure, links: tuple[Link, Link]) -> bool:
    """Whether the words between two figures call the second a part of the first, and it is larger: 17 of the 12."""
    if whole.kind is not part.kind or whole.low is None or part.low is None or _STEP.match(text, whole.span.end):
        return False
    if whole.kind in _AMOUNTS:
        if whole.low > part.low:  # 4.8 billion of the 3.36 billion
            return (
                whole.unit == part.unit and _OF_THAT_MUCH.fullmatch(text, whole.span.end, part.span.start) is not None
            )
        return whole.low < part.low and _is_larger_amount(text, whole, part)
    if whole.kind is not Kind.COUNT or links[0].source_reading.kind in _NAMING:
        return False
    if whole.low > part.low:  # of a part the whole stands second
        return bool(_OF.fullmatch(text, whole.span.end, part.span.start))
    counters = {_counter_of(link.source_reading) for link in links}
    return whole.low < part.low and _is_larger_part(text, whole, part, counters)


def is_part_of_fewer(text: str, here: tuple[Figure, ...], links: dict[int, Link], first: int, second: int) -> bool:
    """22 aircraft and nine ships, with 31 of the aircraft: the part is larger than its whole, some words before."""
    one, other = here[first], here[second]
    if not one.kind is other.kind is Kind.COUNT or one.low is None or other.low is None or one.low >= other.low:
        return False
    if links[first].source_reading.unit != links[second].source_reading.unit:
        return False
    named = _OF_THE.match(text, other.span.end)
    if named and _SENTENCE.search(text, one.span.end, other.span.start):
        return False
    named = named or _AMONG_THE.search(text, one.span.end, other.span.start)
    if named is None:
        return False
    noun = named[1].lower()
    kind = _AIRCRAFT if noun == _AIRCRAFT else NOUNS.get(noun)
    words = {word.strip(",") for word in text[one.span.end : one.span.end + _WIDE].lower().split()}
    return noun in words or kind in words or any(kind and NOUNS.get(word) == kind for word in words)


def tie_by_share(text: str, here: tuple[Figure, ...], first: int, second: int) -> str:
    """``kept`` or ``exchanged``, by the share that English calls one of two figures of the other; or nothing.

    "3.6 billion, or 30 percent of the 12 billion" adds up in one order alone, whatever the order of the source.
    """
    if second == first + 2:
        share, part, whole = first + 1, first, second
        gap = text[here[part].span.end : here[share].span.start]
    elif second == first + 1 and first:
        share, part, whole = first - 1, second, first
        gap = text[here[whole].span.end : here[part].span.start]
    else:
        return ""
    ratio, some, all_of_it = here[share], here[part].low, here[whole].low
    if ratio.kind not in _SHARES or ratio.low is None or not some or not all_of_it:
        return ""  # the quick answer for nearly all
    if not _OF_ITS.fullmatch(text, ratio.span.end, here[whole].span.start) or not _APPOSED.fullmatch(gap):
        return ""
    hundred = 100 if ratio.kind is Kind.PERCENT else 1
    times, step = Fraction(ratio.low) / hundred, Fraction(ratio.step) / hundred
    if abs(some - all_of_it * times) <= all_of_it * step:
        return "kept"
    return "exchanged" if abs(all_of_it - some * times) <= some * step else ""


def _is_larger_amount(text: str, whole: Figure, part: Figure) -> bool:
    """45,000 kilometers, including 159,000 kilometers; 11.7 trillion yen, of which 21.3 trillion."""
    if whole.unit == part.unit and (_includes(text, whole, part) or _is_of_which(text, whole, part)):
        return True
    return whole.kind is Kind.MONEY and _OF_THAT.match(text, part.span.end) is not None


def _is_of_which(text: str, whole: Figure, part: Figure) -> bool:
    start, end = whole.span.end, part.span.start
    return text.find(" of which ", start, end) >= 0 and _OF_WHICH_IS.fullmatch(text, start, end) is not None


def _includes(text: str, whole: Figure, part: Figure) -> bool:
    between = text[whole.span.end : part.span.start]
    return "including" in between.lower() and _INCLUDING.fullmatch(between) is not None


def _counter_of(figure: Figure) -> str:
    """The counter of a source figure, by its first character; persons have three."""
    return "人" if figure.unit[:1] in _PEOPLE else figure.unit[:1]


def _is_larger_part(text: str, whole: Figure, part: Figure, counters: set[str]) -> bool:
    """32 sorties, 45 of which; of the 37 pieces, 128; 11,000 charging points, of which 32,000."""
    start, end = whole.span.end, part.span.start
    named = counters - {""}
    is_same = len(named) == 1
    if len(named) > 1 or _SENTENCE.search(text, start, end):
        return False
    if is_same and _includes(text, whole, part):
        return True
    if _OF_WHICH.match(text, part.span.end) or _OF_WHICH_ARE.fullmatch(text, start, end):
        return True
    # of the 16 peoples (十六族), the largest has 210,000 members: what has no counter may be anything
    return len(counters) == 1 and _OF_ALL.search(text, max(0, whole.span.start - 16), whole.span.start) is not None
