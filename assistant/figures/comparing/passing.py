"""Could two alike figures stand in each other's place at all? The words between and around them may forbid it."""

import re
from fractions import Fraction
from itertools import pairwise

from assistant.figures.comparing.alignment import Link
from assistant.figures.comparing.counting import COUNTERS, NOUNS
from assistant.figures.comparing.source import Source
from assistant.figures.dimensions import SHARE, dimension_of
from assistant.figures.values import Approximation, Figure, Kind, PartialDate
from assistant.patterns import compile_late

PAIR = 2
# Chinese names the whole first, English the part: 9件中有5件, "5 of 9"
_PART_OF = compile_late(
    r"\W*(?:[^\W\d]\w*\s){0,3}?(?:of|in|from|per|for|among|every|by(?=\sthe\s))\s(?:(?!and\b|but\b|while\b)[^\W\d][\w’'-]*\s){0,3}\W*",
    re.IGNORECASE,
)
# English may name the later value first: "21.6 percent, compared with 20.4 percent"
_COMPARED = compile_late(
    r"\b(?:twice|double|triple|half|times|compared"
    r"|than|versus|vs|against|from|instead|rather|(?<=,\s)(?:up|down)|(?:up|down)(?!\s(?:by\s)?(?:[A-Z]{0,3}[$€£¥])?$)"
    r"|includ\w+|of which|of whom|short of|shy of|to (?:the|his|her|its|their) [a-z]+['’]s"
    r"|above|below|ahead of|behind|under par|over par)\b|-for-|-under\b|-over\b",
    re.IGNORECASE,
)
# "12.7 million, 15,000 more than last year"; "57 were hurt, 11 of them badly"
_DELTA = compile_late(
    r"\s(?:\w+\s)?(?:more|less|fewer|higher|lower|above|below|short|(?:of|among)\s(?:them|whom|which|those))\b",
    re.IGNORECASE,
)
# "rose by 2,000 to 398,000": the step before the level, whatever the order of the source
_TO = compile_late(
    r"\s(?:(?:people|persons|units|points|cases|yuan|yen|percent|dollars|tons|tonnes|households|jobs|places|seats)\s)?(?:to|at|to\s(?:close|end|finish|settle|stand|reach|trade)(?:\s(?:the|its)\s\w+)?(?:\sat)?)\s"
    r"(?:(?:a|an|about|around|some|nearly|almost|over|more than)\s){0,3}",
    re.IGNORECASE,
)
_STEP = compile_late(
    r"\b(?:by|rose|fell|grew|climbed|dropped|declined|increased|decreased|slipped|jumped|surged|gained|lost|added|up|down|shrank"
    r"|gaining|losing|adding|shedding|shed|rising|falling|climbing|dropping|advanced|swelled|soared|plunged|inched\sup)\s(?:[a-z]+\s){0,2}(?:[A-Z]{0,3}[$€£¥])?$"
)
_AND_VERB = compile_late(r",\s(?:and|while)\s[a-z]+(?:s|ed)\s")
_INCLUDING = compile_late(
    r"\b(?:including|among\s(?:them|which)|of\swhich)\s(?:(?:over|about|some|more\sthan|nearly|around|almost|at\sleast)\s)?"
    r"(?:[A-Z]{0,3}[$€£¥])?$",
    re.IGNORECASE,
)
_BETWEEN = compile_late(r"\b(?:between|aged)\s$", re.IGNORECASE)
"""Between 19 and 87: told from the lower end, whatever the order of the source."""
_MOST_TIMES = 30
_DEGREES = frozenset({"deg", "Cel"})
"""Of 高溫33度，高雄36度 the first alone says what it measures."""
AGE, _HOUR = "岁", "点"
_AGED = compile_late(r"\b(?:age[sd]?(?:\sof)?|averag(?:e|es|ed|ing)|turn(?:s|ed|ing)?)\s$", re.IGNORECASE)
_LABEL = "号"
"""The counter that makes a number a name, also where a list prints it once: 58、60號."""
_NAMING = frozenset("号號弄巷棟栋室")
"""What an address ends its numbers with."""
_OUT_OF = compile_late(r"\bout of (?:just |only |the |a total of |some |about )?$")
"""Four basins, out of just six known."""
_OF_ALL = compile_late(r"\b(?:Of|Among|Out of) (?:the |its |their |these |all )?$")
# "No. 3, Lane 45": a number that names
_NUMBERED = compile_late(
    r"\b(?:No\.|Nos\.|(?:Route|Highway|Section|Lane|Line|Flight|Room|Floor|Gate|Unit|Article|Chapter|Level|Phase|Page|Table|Part))\s$"
)
# within one clause English orders what it says freely ("28,000 comments by 12,000 people"); only where it strings
# together does it keep the order of the source
_COORDINATED = compile_late(
    r"[,;:.!?–—()]\s|\b(?:and|(?<!added\s)(?<!given\s)(?<!paid\s)(?<!sent\s)(?<!sold\s)(?<!applied\s)to|while|but|whereas|or|plus|then)\b",
    re.IGNORECASE,
)
_TOTAL = compile_late(r"(?:全[部体]|总共|总计|合计|一共|总数|总人数)[^，。；、0-9]{0,7}$", needs="全 总 合计 一共")
_MADE_UP = compile_late(
    r"\b(?:made\sup|consist\w+|compris\w+|composed|divided|split|broken\sdown|combining|namely)\b", re.IGNORECASE
)
_REACHED = compile_late(r",\s(?:at|to|reaching|hitting|totall?ing)\s(?:[A-Z]{0,3}[$€£¥])?$")
_BOUNDS = frozenset({
    Approximation.OVER, Approximation.AT_LEAST, Approximation.UNDER, Approximation.BELOW, Approximation.AT_MOST,
})  # fmt: skip
_KINDS = frozenset(
    {
        Kind.COUNT, Kind.MONEY, Kind.PERCENT, Kind.DURATION, Kind.MEASURE, Kind.POINTS, Kind.DATE, Kind.TIME,
        Kind.SCORE, Kind.ORDINAL,
    }
)  # fmt: skip
_WITH_UNITS = frozenset({Kind.DURATION, Kind.MEASURE, Kind.MONEY})
"""A unit that English says only once: from four to three years."""
_WIDE = 48


def could_pass(text: str, here: tuple[Figure, ...], links: dict[int, Link], first: int, second: int) -> bool:
    """Whether two alike could stand in each other's place: not a part and its whole, a step and a level."""
    there, where = links[first].source_reading, links[second].source_reading
    if COUNTERS.get(there.unit[:1]) != COUNTERS.get(where.unit[:1]) and (
        _is_of_its_kind(here[first], there) or _is_of_its_kind(here[second], where)
    ):
        return False  # six states, 227 people: the noun tells whose number it is
    # 18分 and 108比101; 58號; "before seven", and three schools
    is_another = there.kind is not where.kind or (there.unit == _HOUR) != (where.unit == _HOUR)
    # 11 strikeouts, three hits, nine innings
    is_another = is_another or (there.unit != where.unit and _is_told_backwards(links, first, second))
    is_another = is_another or _keep_bounds(here[first], there, here[second], where)
    if (
        is_another
        or _has_reached(text, here[first], here[second])
        or _LABEL in (there.unit, where.unit)
        or _NAMING & {there.surface[-1], where.surface[-1]}
    ):
        return False
    if _is_in_place(text, here, ((first, there), (second, where))):
        return False
    is_inserted = _AND_VERB.search(text, here[first].span.end, here[second].span.start) is not None
    if is_inserted and _INCLUDING.search(text, max(0, here[first].span.start - _WIDE), here[first].span.start):
        return False  # 43 million, including 300,000 rare ones, and a million more a year
    start, end = here[first].span.end, here[second].span.start
    if not _COORDINATED.search(text, start, end) and (there.unit == AGE) is (where.unit == AGE):
        return False
    is_apart = not _PART_OF.fullmatch(text, start, end) and not _COMPARED.search(text, start, end)
    is_apart = is_apart and not (
        _TO.fullmatch(text, start, end)
        and _STEP.search(text, max(0, here[first].span.start - _WIDE), here[first].span.start)
    )
    pair = here[first], here[second]
    is_apart = is_apart and not _is_of_all(text, *pair) and not _is_of_all(text, *pair[::-1])
    return is_apart and not _DELTA.match(text, here[second].span.end)


def _keep_bounds(one: Figure, there: Figure, other: Figure, where: Figure) -> bool:
    """Whether one is a bound and the other what came to pass, in both texts: "topped 500 billion, at 501.2"."""
    bounds = one.approximation, other.approximation
    return bounds == (there.approximation, where.approximation) and (bounds[0] in _BOUNDS) is not (bounds[1] in _BOUNDS)


def _has_reached(text: str, mark: Figure, level: Figure) -> bool:
    """Whether the second says how far beyond the first it went: "topped 30 trillion for the first time, at 31.28"."""
    if mark.approximation is not Approximation.OVER or level.approximation or mark.low is None or level.low is None:
        return False
    return mark.low < level.low and _REACHED.search(text, mark.span.end, level.span.start) is not None


def is_lower_end(text: str, figure: Figure) -> bool:
    """Whether English tells it as the lower of two ends, which come in that order whatever the source says first."""
    return _BETWEEN.search(text, max(0, figure.span.start - 12), figure.span.start) is not None


def _is_of_its_kind(english: Figure, source: Figure) -> bool:
    """Whether the noun behind an English number is what the counter of its source counts: people, for 人."""
    named = NOUNS.get(english.head)
    return named is not None and source.kind is Kind.COUNT and COUNTERS.get(source.unit[:1]) == named


def is_whole(source: Source, whole: int, part: int) -> bool:
    """Whether the source calls the first of two a total (全部受試者為1,734人): English names the whole first."""
    one, other = source.figures[whole], source.figures[part]
    is_larger = one.low is not None and other.low is not None and one.low > other.low
    return is_larger and _TOTAL.search(source.folded, max(0, one.span.start - 10), one.span.start) is not None


def is_made_up(text: str, whole: Figure, part: Figure) -> bool:
    """Whether English tells the second of two as a part of the first: 4 yuan a share, made up of 3.5 in cash."""
    return _MADE_UP.search(text, whole.span.end, part.span.start) is not None


def _is_told_backwards(links: dict[int, Link], first: int, second: int) -> bool:
    """Whether what lies between two figures that could be exchanged stands in reverse order too."""
    between = [links[n].source for n in range(first, second + 1) if n in links]
    return len(between) > PAIR and all(a > b for a, b in pairwise(between))


def _is_in_place(text: str, here: tuple[Figure, ...], pairs: tuple[tuple[int, Figure], ...]) -> bool:
    """Whether the words before one of two English figures tie it to its source: "people aged 60", "No. 3"."""
    ages = [n for n, source in pairs if source.unit == AGE]
    if len(ages) == 1 and _AGED.search(text, max(0, here[ages[0]].span.start - 12), here[ages[0]].span.start):
        return True
    return any(_NUMBERED.search(text, max(0, here[n].span.start - 10), here[n].span.start) for n, _ in pairs)


def _is_of_all(text: str, whole: Figure, part: Figure) -> bool:
    """Of the 43 members, 13 are women: English names the whole first, whatever the order of the source."""
    is_larger = whole.low is not None and part.low is not None and whole.low >= part.low
    start = whole.span.start
    if not is_larger:
        return False
    return bool(_OF_ALL.search(text, max(0, start - 12), start) or _OUT_OF.search(text, max(0, start - 24), start))


def are_far_apart(one: Figure, other: Figure) -> bool:
    """Whether one is so many times the other that nobody takes it for it: place alone tells nothing then.

    Shares are told of small things and of large ones, so that their size tells nothing.
    """
    if dimension_of(one)[0] == SHARE:
        return False
    small, large = sorted(abs(Fraction(figure.low or 0)) for figure in (one, other))
    return small * _MOST_TIMES < large


def are_alike(links: dict[int, Link], first: int, second: int) -> bool:
    """Whether two figures are of one kind and unit, so that they could be taken for one another."""
    one, other = links[first].reading, links[second].reading
    if one.kind is not other.kind:
        if Kind.COUNT not in (one.kind, other.kind) or "" not in (one.unit, other.unit):
            return False
        one, other = links[first].source_reading, links[second].source_reading  # from four years to three
        if one.kind is Kind.SCORE or (one.kind not in _WITH_UNITS and one.unit != other.unit):
            return False
    if one.kind not in _KINDS or one.kind is not other.kind or one.value == other.value:
        return False
    if one.unit != other.unit and one.kind is not Kind.DURATION and not {one.unit, other.unit} <= _DEGREES:
        return False
    if isinstance(one.value, PartialDate) or isinstance(other.value, PartialDate):
        return _are_years(one, other)
    # 6 2/3 innings, and two runs
    return one.kind is not Kind.COUNT or _is_in_thirds(one) is _is_in_thirds(other)


def _are_years(one: Figure, other: Figure) -> bool:
    """Whether both are years by themselves, or both days: only words tell whose they are, never their order."""
    values = [figure.value for figure in (one, other) if isinstance(figure.value, PartialDate)]
    return all(value.day is not None for value in values) or all(
        value == PartialDate(year=value.year) for value in values
    )


def _is_in_thirds(figure: Figure) -> bool:
    value = figure.value
    return type(value) is Fraction and value.denominator % 3 == 0  # its class asks Python code whether it is one
