"""Source figures that English need not say: what only sums up what stands before it, and manners of speaking."""

from collections.abc import Sequence
from functools import lru_cache

from assistant.figures.chinese.stretches import STRETCH, days_between
from assistant.figures.tables import find_word
from assistant.figures.values import ClockTime, Figure, Kind, Part, PartialDate
from assistant.patterns import compile_late

_MOST_LIKELY = compile_late("(?:^|[，。；、,「“他她它我你們们人這这那])八成[是又会會要得]$")
_LISTED = compile_late("[，。；：（(,;:]")
_LIST_MARKS = compile_late("[、和与與及跟や]")
_REST = compile_late("(?:[余餘剩]下|其[余餘他]|剩[余餘])的?$")
THE_REST = compile_late(r"\b(?:rest|remain\w+|others?|balance|left)\b")
"""餘下三個議題: the rest."""
_STROKE = compile_late(r"\d+/\d+")
_TEENS = ("10代", "十代", "１０代")
_EVENLY = compile_late(r"\b(?:even(?:ly)?|equal(?:ly)?|half)\b")
_SINCE = compile_late("(?:の[^，。、0-9]{1,6})?(?:以[来來降後后]|[来來])の?[，、,]?(?:[这這][个個]?|[近约約])?")
_OWN_TIME = compile_late(r"[(（](?:日本|台[湾灣]|北京|香港|[当當]地|[现現]地|美[东東])[时時][间間][^()（）]{0,12}$")
"""The same day or hour by another clock, in brackets."""
_MOST_LISTED, _LONGEST_LIST, _BETWEEN_DATES = 9, 60, 4
_FEW, _LONGEST_TITLE, _RANGE_BEFORE = 2, 40, 3


def sums_up_days(figures: tuple[Figure, ...], index: int) -> bool:
    """Whether a number of days only counts the dates right before it: 15、16日兩天, 周二至周四三天."""
    figure = figures[index]
    if figure.unit != "d" or figure.kind is not Kind.DURATION or not isinstance(figure.value, int):
        return False
    start, dates = figure.span.start, list[PartialDate]()
    for before in reversed(figures[max(0, index - _MOST_LISTED) : index]):
        if not isinstance(before.value, PartialDate) or start - before.span.end > _BETWEEN_DATES:
            break
        dates.append(before.value)
        start = before.span.start
    return len(dates) == figure.value > 1 or (len(dates) > 1 and days_between(*dates[1::-1]) == figure.value)


def sums_up_range(figures: Sequence[Figure], index: int) -> bool:
    """Whether it only says how long a range right before it is: 4～5月 ... 2カ月."""
    figure = figures[index]
    if figure.kind is not Kind.DURATION:
        return False
    before = (reading for other in figures[max(0, index - _RANGE_BEFORE) : index] for reading in other.others)
    return any(r.head == STRETCH and (r.value, r.unit) == (figure.value, figure.unit) for r in before)


def _spans_years(last: Figure, figure: Figure) -> bool:
    """Whether a number of years only sums up the range right before it: 1872至1875年四年間."""
    is_end = (
        figure.unit == "a"
        and last.part is Part.TO
        and isinstance(last.value, PartialDate)
        and last.value.year is not None
    )
    return is_end and figure.span.start - last.span.end <= _FEW


def _is_night_of_days(last: Figure, figure: Figure) -> bool:
    """8天7夜 is an eight-day trip."""
    return figure.unit == "night" and last.unit == "d" and last.span.end == figure.span.start


def _is_for_each_one(figure: Figure, source: str) -> bool:
    """每1元 is "every yuan", 每1人 "per person"."""
    return figure.low == 1 and figure.kind in (Kind.MONEY, Kind.MEASURE) and source[: figure.span.start].endswith("每")


@lru_cache(32)
def _slashed(english: str) -> frozenset[str]:
    """What English writes with a stroke, found once a text: 9/11."""
    return frozenset(_STROKE.findall(english))


def _has_a_word(figure: Figure, english: str) -> bool:
    """Whether English says it in a word: 9/11, teenagers for 10代, split evenly for 5比5."""
    if "/" in figure.surface and figure.surface in _slashed(english):
        return True
    if figure.is_soft is False and "半" in figure.surface and figure.low is not None and 1 < figure.low < _FEW:
        return "half" in english  # the year and a half since, a bowl and a half
    is_even = isinstance(figure.value, tuple) and len({*figure.value}) == 1
    return bool((figure.surface in _TEENS and "teen" in english) or (is_even and _EVENLY.search(english)))


_OF_STORM = compile_late("[風风](?:平均)?(?:暴[風风])?半[徑径]")
"""Behind 七級: the storm radius, for which English needs no grade."""


def goes_unsaid(figure: Figure, last: Figure | None, source: str, english: str) -> bool:
    """Whether English has no number for it: it sums up, is the one of "every one", or is a manner of speaking."""
    if figure.surface == "八成" and _MOST_LIKELY.search(source, max(0, figure.span.start - 1), figure.span.end + 1):
        return True  # 八成是又吵架了: most likely
    if _has_a_word(figure, english) or ("radius" in english and _OF_STORM.match(source, figure.span.end)):
        return True
    before = source[max(0, figure.span.start - _LONGEST_TITLE) : figure.span.start]
    if before.rfind("《") > before.rfind("》"):
        return True  # 《哈爾濱一九四四》: a title has a name of its own in English
    if isinstance(figure.value, (PartialDate, ClockTime)) and _OWN_TIME.search(before):
        return True  # 7日(日本時間8日未明)
    is_rest = _REST.search(before) is not None and bool(find_word(THE_REST, english))
    if is_rest or (last and (_spans_years(last, figure) or _is_night_of_days(last, figure))):
        return True
    return sums_up_list(figure, source) or _is_for_each_one(figure, source)


def sums_up_list(figure: Figure, source: str) -> bool:
    """Whether a number only counts what is listed right before it: 380元、680元、1280元三檔."""
    if figure.kind is not Kind.COUNT or not isinstance(figure.value, int) or not 2 <= figure.value <= _MOST_LISTED:
        return False
    listed = _LISTED.split(source[max(0, figure.span.start - _LONGEST_LIST) : figure.span.start])[-1]
    return len(_LIST_MARKS.findall(listed)) == figure.value - 1


def is_year_of_stretch(year: Figure, spell: Figure, source: str) -> bool:
    """Whether a year is right before the number of years since it: 1991年以来33年ぶり."""
    is_pair = isinstance(year.value, PartialDate) and year.value.year is not None and spell.unit == "a"
    return is_pair and _SINCE.fullmatch(source, year.span.end, spell.span.start) is not None
