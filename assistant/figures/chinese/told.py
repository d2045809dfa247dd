"""Figures that a text states without a numeral: 米寿 is 88, 腊月 the twelfth month, 月減 names the month before."""

from collections.abc import Iterator
from functools import cache

from assistant.figures.chinese.page import Page
from assistant.figures.tables import Listed, read_lines
from assistant.figures.values import ClockTime, Figure, Interval, Kind, PartialDate, Value, replace
from assistant.folding import fold
from assistant.patterns import compile_late

_MONTHLY = compile_late("(?<![0-9〇零一二三四五六七八九十个])月[增减涨跌升降]|环比")


def add_told(page: Page) -> None:
    """Put the figures of words such as 米寿 among those of the page, in order; all of them are soft."""
    told = [*_read_words(page), *_read_month_before(page)]
    if not told:
        return
    taken = [figure.span for figure in page.figures]
    values = {(figure.kind, figure.value) for figure in page.figures}  # 35度以上の猛暑日 says it itself
    free = [
        f
        for f in told
        if all(f.span.end <= span.start or span.end <= f.span.start for span in taken)
        and (f.kind is not Kind.MEASURE or (f.kind, f.value) not in values)
    ]
    page.figures = sorted([*page.figures, *free], key=lambda figure: figure.span.start)


def _read_words(page: Page) -> Iterator[Figure]:
    for word, readings in _words().find_in(page.folded):
        at = page.folded.find(word)  # once is enough: a second mention says nothing new
        first, *others = (page.make(at, at + len(word), *reading) for reading in readings)
        yield replace(first, others=tuple(others), is_soft=True)


def _read_month_before(page: Page) -> Iterator[Figure]:
    """September for 月減, where October is the only month told."""
    match = _MONTHLY.search(page.folded)
    if match is None:
        return
    months = {f.value.month for f in page.figures if isinstance(f.value, PartialDate) and f.value.month}
    for month in months if len(months) == 1 else ():
        value = PartialDate(month=(month + 10) % 12 + 1)
        yield replace(page.make(match.start(), match.end(), Kind.DATE, value), is_soft=True)


@cache
def _words() -> Listed[list[tuple[Kind, Value, str]]]:
    """The words, and what they state."""
    lines = (line.partition(" = ") for line in read_lines("told.txt"))
    return Listed((fold(word), [_parse(reading) for reading in readings.split(" | ")]) for word, _, readings in lines)


def _parse(reading: str) -> tuple[Kind, Value, str]:
    kind, *numbers = reading.split()
    if kind in ("month", "year"):
        return Kind.DATE, PartialDate(**{kind: int(numbers[0])}), ""
    if kind == "time":
        return Kind.TIME, ClockTime(int(numbers[0])), ""
    if kind == "vague":
        return Kind.VAGUE, Interval(int(numbers[0]), int(numbers[1])), ""
    return Kind(kind), int(numbers[0]), "".join(numbers[1:])
