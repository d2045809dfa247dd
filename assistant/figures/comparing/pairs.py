"""Figures that stand as a pair in one clause, and of which the source has one elsewhere: "rose 6.9 percent to 17.6"."""

import re
from itertools import combinations

from assistant.figures.comparing.alignment import Link
from assistant.figures.comparing.source import Source
from assistant.figures.dimensions import AGES
from assistant.figures.values import Figure, Kind, PartialDate
from assistant.patterns import compile_late

_LEVELS = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE})
_HEDGED = r"(?:(?:a|an|about|around|some|nearly|almost|over|more\sthan|record|just|roughly|approximately)\s){0,3}"
# "6.9 percent to", "6.9 percent year on year to"
_STEP_TO_LEVEL = compile_late(
    rf"\s(?:year[\s-]on[\s-]year\s|from\sa\syear\s(?:earlier|ago)\s)?to\s{_HEDGED}", re.IGNORECASE
)
_LEVEL_BY_STEP = compile_late(
    rf"[\w\s]{{0,24}},\s(?:up|down|an?\s(?:increase|rise|gain|jump|drop|decline|decrease|fall)\sof)\s{_HEDGED}",
    re.IGNORECASE,
)
# 17.61万亿元，增长6.9%
_GROWN = compile_late(
    r"[，,、]?(?:较?去年|比?上年|同期|年|月|季|同比|环比|则|也|亦|大幅|微|小幅|约|近|逾|超过|上月|同比上年|比|较|了|共|又){0,4}"
    r"(?:增长|成长|增加|增幅|减少|下降|下滑|衰退|上涨|上升|下跌|增|减|涨|跌|升|降)(?:了|约|近|逾|超过|达|幅为?|至)?"
)
_IN_TURN = compile_late(r"[，,、]?[^，。；0-9]{0,10}(?:分别|各)[^，。；0-9]{0,10}")
_AND_NEXT = compile_late(r"\sand\s(?:by\s)?")
_AND = compile_late(r"[和与及、]")
_LONGEST_GAP = 16
_IN_YEAR = compile_late(r"\s(?:[a-z]+\s){0,3}in\s", re.IGNORECASE)
_OF_YEAR = frozenset({"", "的", "为", "是", "の", "には", "は"})
_AGED = compile_late(r"[^.;:,\d]{1,40}")
"""Between an age and what is told of those who are so old."""
_SAME_CLAUSE = compile_late("[^，。；、,;]{1,10}")
_REACH = 6


def find_torn(source: Source, text: str, here: tuple[Figure, ...], links: dict[int, Link]) -> dict[int, int]:
    """English figure -> the English figure whose place it has taken: steps that stand with another's level."""
    owners = {link.source: number for number, link in links.items()}
    torn: dict[int, int] = {}
    for number in links:
        step, level = _pair_at(text, here, links, number)
        if step is None or level is None:
            continue
        mate = _mate(source, links[level].source)
        other = owners.get(mate) if mate is not None and mate != links[step].source else None
        if other is None or other in torn or step in torn or here[other].kind is not Kind.PERCENT:
            continue
        torn[step], torn[other] = other, step
    return torn


def _pair_at(text: str, here: tuple[Figure, ...], links: dict[int, Link], number: int) -> tuple[int | None, int | None]:
    """The step and the level of which the figure ``number`` is the first."""
    if number + 1 not in links:
        return None, None
    one, other = here[number], here[number + 1]
    gap = (text, one.span.end, other.span.start)
    if one.kind is Kind.PERCENT and other.kind in _LEVELS and _STEP_TO_LEVEL.fullmatch(*gap):
        return number, number + 1
    if one.kind in _LEVELS and other.kind is Kind.PERCENT and _LEVEL_BY_STEP.fullmatch(*gap):
        is_in_turn = number + 2 in links and _AND_NEXT.fullmatch(text, other.span.end, here[number + 2].span.start)
        return (None, None) if is_in_turn else (number + 1, number)  # "up 18 percent and 26 percent respectively"
    return None, None


def _mate(source: Source, level: int) -> int | None:
    """The share right behind a level of the source that says how it has changed; None where none is told."""
    there = source.figures
    if (in_turn := _mate_in_turn(source, level)) is not None:
        return in_turn
    if level + 1 >= len(there) or there[level].kind not in _LEVELS or there[level + 1].kind is not Kind.PERCENT:
        return None
    start, end = there[level].span.end, there[level + 1].span.start
    return level + 1 if end - start <= _LONGEST_GAP and _GROWN.fullmatch(source.folded, start, end) else None


def _mate_in_turn(source: Source, level: int) -> int | None:
    """The share of a level where two are told in turn: 收入856亿元，利润43.2亿元，同比分别增长12.4%和8.7%."""
    there = source.figures
    for first in (level, level - 1):
        if first < 0 or first + 3 >= len(there):
            continue
        one, other, mine, yours = there[first : first + 4]
        if not (one.kind in _LEVELS and other.kind in _LEVELS and mine.kind is yours.kind is Kind.PERCENT):
            continue
        if _AND.fullmatch(source.folded, mine.span.end, yours.span.start) and _IN_TURN.fullmatch(
            source.folded, other.span.end, mine.span.start
        ):
            return level + 2
    return None


def find_mislabelled(source: Source, text: str, here: tuple[Figure, ...], links: dict[int, Link]) -> dict[int, int]:
    """English figures that each stand beside the other's year or age: "12.4 in 2013 to 24 in 2022", for 2013年的24."""
    if not any(map(_is_year, here)) and not any(f.unit in AGES for f in source.figures):
        return {}  # as in most texts
    labels = {n: links[label].source for n in links if (label := _label_at(source, text, here, links, n)) is not None}
    found: dict[int, int] = {}
    for (one, year), (other, another) in combinations(labels.items(), 2):
        owned = _own_label(source, links[one].source), _own_label(source, links[other].source)
        if other - one <= _REACH and year != another and owned == (another, year):
            found[one], found[other] = other, one
    return found


def _label_at(source: Source, text: str, here: tuple[Figure, ...], links: dict[int, Link], number: int) -> int | None:
    """The year behind an English figure ("12.4 in 2013"), or the age before it ("those under 15 made up 10.7%")."""
    if _is_year(here[number]) or _is_age(source, links[number]):
        return None
    start, end = here[number].span
    if (
        number + 1 in links
        and _is_year(here[number + 1])
        and _IN_YEAR.fullmatch(text, end, here[number + 1].span.start)
    ):
        return number + 1
    if number - 1 in links and _is_age(source, links[number - 1]):
        return number - 1 if _AGED.fullmatch(text, here[number - 1].span.end, start) else None
    return None


def _own_label(source: Source, index: int) -> int | None:
    """The year or age right before a figure of the source: 2013年的24, 65歲以上占10.7%."""
    if not index:
        return None
    label, gap = source.figures[index - 1], (source.figures[index - 1].span.end, source.figures[index].span.start)
    if label.unit in AGES:
        return index - 1 if _SAME_CLAUSE.fullmatch(source.folded, *gap) else None
    return index - 1 if _is_year(label) and source.folded[slice(*gap)] in _OF_YEAR else None


def _is_age(source: Source, link: Link) -> bool:
    return source.figures[link.source].unit in AGES


def _is_year(figure: Figure) -> bool:
    value = figure.value
    return isinstance(value, PartialDate) and value.year is not None and value.day is None
