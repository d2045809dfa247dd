"""What English calls by its months and a source by their number: from January to July, for 前七個月."""

from assistant.figures.chinese.stretches import days_between
from assistant.figures.tables import find_word
from assistant.figures.values import Figure, Kind, PartialDate
from assistant.patterns import compile_late

_JANUARY, _QUARTER = 1, 3
_NEXT = 3
"""Figures behind a day among which the number of days is looked for."""
_BEFORE = ("previous ", "preceding ", "prior ")
_A_WEEK = compile_late(r"(?:\s[a-z-]+){0,3}\s(?:(?:a|per|each|every) week|weekly)\b")
_WEEKDAY = compile_late("[一二三四五六日天]")
_WEEKDAYS = compile_late("(?:周|星期|礼拜)[一二三四五六日天](?:[、及和与](?:周|星期|礼拜)?[一二三四五六日天])+")
_ON_THE_QUARTER = compile_late("环比|按季|季[增减涨跌升降]|[上前]一?[个個]?季|前期比|前四半期", needs="环 季 前期")
_FIRST = frozenset("前首头頭")
_LATER = ("second ", "third ", "fourth ")


def find_first_months(here: tuple[Figure, ...], number: int, there: tuple[Figure, ...], folded: str) -> int | None:
    """The so many first months of a source of which the English figure is one end; None where it is none."""
    if not _month_of(here[number]):
        return None
    ends = [_month_of(here[place]) for place in (number - 1, number, number + 1) if 0 <= place < len(here)]
    if _JANUARY not in ends:
        return None
    lengths = (n for n, figure in enumerate(there) if any(r.unit == "mo" and r.low in ends for r in figure.readings))
    return next((n for n in lengths if folded[max(0, there[n].span.start - 1) : there[n].span.start] in _FIRST), None)


def find_other_opening(figure: Figure, english: str, source: Figure, folded: str) -> str:
    """What a source says of the beginning and English of a later stretch: "the second three days", for 前三天."""
    start = source.span.start
    is_later = english.endswith(_LATER, 0, figure.span.start) and folded[max(0, start - 1) : start] in _FIRST
    return folded[start - 1 : source.span.end] if is_later and start else ""


def find_quarter_before(figure: Figure, english: str, folded: str) -> str:
    """The word of a source that holds a quarter against the one before it, for "the previous three months"; or ""."""
    is_quarter = figure.unit == "mo" and figure.low == _QUARTER
    if not is_quarter or not english.endswith(_BEFORE, 0, figure.span.start):
        return ""
    return find_word(_ON_THE_QUARTER, folded)


def find_last_day(here: tuple[Figure, ...], number: int, there: tuple[Figure, ...], first: int) -> int | None:
    """The days of a source that end on the English day: 四天 for June 8, from 6月5日 (index ``first``) on; or None."""
    value, begun = here[number].value, there[first].value
    if not isinstance(value, PartialDate) or not isinstance(begun, PartialDate):
        return None
    days = days_between(begun, value) if value.day and begun.day else 0
    behind = range(first + 1, min(first + 1 + _NEXT, len(there)))
    return next((n for n in behind if days and there[n].unit == "d" and there[n].low == days), None)


def find_weekdays(figure: Figure, english: str, folded: str) -> str:
    """The days of the week that a source lists, for so many times a week: four, for 每周一、三、五、日; or ""."""
    if figure.kind is not Kind.COUNT or not _A_WEEK.match(english, figure.span.end):
        return ""
    return next((run[0] for run in _WEEKDAYS.finditer(folded) if len(_WEEKDAY.findall(run[0])) == figure.low), "")


def _month_of(figure: Figure) -> int:
    value = figure.value
    return value.month or 0 if isinstance(value, PartialDate) and value == PartialDate(month=value.month) else 0
