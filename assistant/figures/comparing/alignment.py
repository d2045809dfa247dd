"""Find for each English figure the source figure it renders.

Look-ups go through an index by value, so that the work grows with the length of the texts and not with its square.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Collection
from fractions import Fraction

from assistant.figures.comparing.agreement import agree
from assistant.figures.comparing.calendar import bounding_months
from assistant.figures.comparing.counting import counts_same_things
from assistant.figures.comparing.grades import Grade
from assistant.figures.dimensions import canonical
from assistant.figures.values import ClockTime, Figure, Interval, Kind, Number, Part, PartialDate

_YEAR_NEAR = 3
"""Figures between a day and the year that it shares."""
_SAME, _EXACT = Grade.SAME, frozenset({Grade.SAME, Grade.CONVERTED})
MOST_CANDIDATES = 8
"""Source figures examined for one English figure: those nearest to where it should be."""

Key = tuple[str, object]


class Link:
    """What supports one English figure."""

    __slots__ = ("grade", "is_reused", "reading", "source", "source_reading")

    def __init__(self, source: int, grade: Grade, reading: Figure, source_reading: Figure) -> None:
        self.source, self.grade = source, grade
        """Index of the source figure, and how well the two agree."""
        self.reading, self.source_reading = reading, source_reading
        """The readings of both sides that agree."""
        self.is_reused = False
        """Another English figure had this source figure before."""


class Alignment:
    """English figure index -> link; and the source figures that nothing renders."""

    def __init__(self) -> None:
        self.links: dict[int, Link] = {}
        self.used: set[int] = set()
        self.exchanged: dict[int, int] = {}
        """English figure -> the English figure whose place it has taken (see `binding`)."""
        self.turned: dict[int, str] = {}
        """English figure -> in words what moves otherwise in the source: a rise told as a fall (see `direction`)."""
        self.misplaced: dict[int, tuple[int, str]] = {}
        """English figure -> the source figure that it claims to be, and why (see `victims`)."""


class SourceIndex:
    """The source figures by what could be said of them in English."""

    def __init__(self, figures: tuple[Figure, ...]) -> None:
        self.figures = figures
        self._by_key: dict[Key, list[int]] = defaultdict(list)
        numbers: list[tuple[Number, int]] = []
        self._intervals: list[int] = []
        for index, figure in enumerate(figures):
            for reading in figure.readings:
                for key in keys_of(reading):
                    entries = self._by_key[key]
                    if not entries or entries[-1] != index:
                        entries.append(index)
                bounds = canonical(reading)
                if bounds:
                    numbers.append((bounds[0], index))
                    if isinstance(reading.value, Interval):
                        self._intervals.append(index)
        numbers.sort()
        self._values = [value for value, _ in numbers]
        self._owners = [index for _, index in numbers]

    def find_equal(self, figure: Figure, near: int) -> Collection[int]:
        """Source figures around index ``near`` that share a number, a name or a part of a date with ``figure``."""
        if type(figure.value) is int and not figure.others and figure.kind not in _KEPT_OTHERWISE:  # the quick way
            entries = self._by_key.get(("number", figure.value))
            return _nearest(entries, near) if entries else ()
        found: set[int] = set()
        for reading in figure.readings:
            for key in keys_of(reading):
                entries = self._by_key.get(key)
                if entries:
                    found.update(_nearest(entries, near))
        return found

    def find_alike(self, figure: Figure, near: int) -> set[int]:
        """Source figures of about the same size as ``figure``: rounded, vague or in another unit."""
        found = {index for reading in figure.readings for index in self._in_size(reading)}
        if figure.low is not None:
            found.update(_nearest(self._intervals, near))
        return found

    def _in_size(self, reading: Figure) -> list[int]:
        """Source figures of about the same size, for rounded, vague and converted figures."""
        bounds = canonical(reading)
        if bounds is None:
            return []
        low, high = bounds
        if low == high:
            low, high = (low * 3) // 4, (high * 4) // 3 + 1
        first, last = bisect_left(self._values, low), bisect_right(self._values, high)
        if last - first > MOST_CANDIDATES:
            middle = bisect_left(self._values, bounds[0])
            first, last = max(first, middle - MOST_CANDIDATES // 2), min(last, middle + MOST_CANDIDATES // 2)
        return self._owners[first:last]


def _nearest(entries: list[int], near: int) -> list[int]:
    if len(entries) <= MOST_CANDIDATES:
        return entries
    middle = bisect_left(entries, near)
    return entries[max(0, middle - MOST_CANDIDATES // 2) : middle + MOST_CANDIDATES // 2]


def keys_of(reading: Figure) -> list[Key]:
    """Under what a reading is looked up. Readings that agree share at least one key, or are of about the same size."""
    value = reading.value
    if type(value) is int or type(value) is Fraction:  # most are
        further = _FURTHER_KEYS.get(reading.kind)
        return [("number", value), *further(value)] if further else [("number", value)]
    if isinstance(value, PartialDate):
        return _date_keys(value)
    if isinstance(value, ClockTime):
        return [("hour", value.hour % 12)]
    if isinstance(value, str):
        return [("name", value)]
    if isinstance(value, Interval):
        return [("number", value.low), ("number", value.high)]
    return [("number", part) for part in value] if isinstance(value, tuple) else []


def _keys_of_count(value: Number) -> list[Key]:
    """Batting .218, for 2成18."""
    return [("number", value * 100)] if 0 < value < 1 else []


def _keys_of_ordinal(value: Number) -> list[Key]:
    return [("quarter", value), ("half", value), ("century", value), ("day", value)]


def _keys_of_multiple(value: Number) -> list[Key]:
    """增1.9倍, nearly tripled."""
    numbers = (value + 1, value - 1, value * 100, (value - 1) * 100, int(value) + 1, int(value) + 2)
    return [("number", number) for number in numbers]


_FURTHER_KEYS: dict[Kind, Callable[[Number], list[Key]]] = {
    Kind.COUNT: _keys_of_count,
    Kind.ORDINAL: _keys_of_ordinal,
    Kind.MULTIPLE: _keys_of_multiple,
}


_KEPT_OTHERWISE = frozenset({Kind.ORDINAL, Kind.MULTIPLE})
"""The kinds of whole numbers that are looked up under more than themselves."""


def _date_keys(value: PartialDate) -> list[Key]:
    names = ("weekday", "quarter", "half", "century")
    keys: list[Key] = [(name, part) for name in names if (part := getattr(value, name)) is not None]
    if value.month is None:
        keys += [("month", month) for month in bounding_months(value)]
    if value.day is not None:
        keys.append(("day", value.day))
    elif value.month is not None:
        keys.append(("month", value.month))
    if value.month is not None and value.day is not None:
        keys.append(("month", value.month))
    if value.year is not None:
        keys.append(("year", value.year % 100))
        if value.year < 200:
            keys.append(("year", (value.year + 11) % 100))
    if value.decade is not None:
        keys += [("decade", value.decade % 100), ("century", value.decade // 100 + 1)]
    return keys


def _use_years(alignment: Alignment, index: SourceIndex) -> None:
    """August 23, 1958, for 1958年 ... 八二三: what gives the year is carried too."""
    for link in list(alignment.links.values()):
        here, there = link.reading.value, link.source_reading.value
        if not isinstance(here, PartialDate) or not isinstance(there, PartialDate) or not here.year or there.year:
            continue
        for near in range(max(0, link.source - _YEAR_NEAR), min(len(index.figures), link.source + _YEAR_NEAR + 1)):
            if index.figures[near].value == PartialDate(year=here.year):
                alignment.used.add(near)


def _join_scores(alignment: Alignment, english: tuple[Figure, ...], index: SourceIndex) -> None:
    """18-21 may be a range, and renders one score: 18比21, not the 21 of 21比19 as well."""
    told: Counter[int] | None = None
    """How many English figures each source figure has; counted once a text, where there is such a score at all."""
    for number, link in list(alignment.links.items()):
        before = alignment.links.get(number - 1) if english[number].part is Part.TO else None
        if before is None or before.source == link.source or index.figures[before.source].kind is not Kind.SCORE:
            continue
        joint = _link(english[number], index.figures[before.source], before.source)
        if joint is None or english[number].low == english[number - 1].low:
            continue
        joint.is_reused = True
        told = told or Counter(other.source for other in alignment.links.values())
        alignment.links[number] = joint
        told[joint.source] += 1
        told[link.source] -= 1
        if not told[link.source]:
            alignment.used.discard(link.source)


def align(english: tuple[Figure, ...], index: SourceIndex) -> Alignment:
    """Link English figures with source figures: the surest first, each source figure once before any is used twice."""
    alignment = Alignment()
    ratio = len(index.figures) / len(english) if english else 0
    waiting: dict[int, list[Link]] = {}
    """English figure -> what could support it, of those that have none yet."""
    for number, figure in enumerate(english):
        links = _options(figure, index, int(number * ratio))
        if links and not _take(alignment, number, links, _SAME):
            waiting[number] = links
    for least in (Grade.CONVERTED, Grade.ROUNDED, Grade.LOOSE) if waiting else ():
        waiting = {number: links for number, links in waiting.items() if not _take(alignment, number, links, least)}
    for number, links in waiting.items():
        best = max(links, key=lambda link: link.grade)
        best.is_reused = True
        alignment.links[number] = best
    _join_scores(alignment, english, index)
    _use_years(alignment, index)
    return alignment


def _options(figure: Figure, index: SourceIndex, near: int) -> list[Link]:
    """What could support ``figure``, nearest first; approximate support only where nothing exact does."""
    equal = index.find_equal(figure, near)
    links = _links_to(figure, index, equal)
    for link in links:
        if link.grade in _EXACT:
            break
    else:
        links += _links_to(figure, index, index.find_alike(figure, near).difference(equal))
    if figure.kind is Kind.MULTIPLE:  # "doubled" is rather 成長一倍 than 兩人
        links = [link for link in links if link.reading is figure and link.grade in _EXACT] or links
    elif figure.kind is Kind.DATE and len(links) > 1:  # "second quarter" is rather 第二季 than 連續第二季
        links = [link for link in links if link.reading is figure] or links
    if len(links) > 1:
        links.sort(key=lambda link: (abs(link.source - near), link.source))
    return links


def _links_to(figure: Figure, index: SourceIndex, candidates: Collection[int]) -> list[Link]:
    """Those of some source figures that agree with ``figure``."""
    links = []
    for candidate in candidates:
        link = _link(figure, index.figures[candidate], candidate)
        if link is not None:
            links.append(link)
    return links


def _link(figure: Figure, source: Figure, number: int) -> Link | None:
    """The best agreement between any two readings."""
    if not figure.others and not source.others:  # the quick way for most
        grade = agree(figure, source)
        return Link(number, grade, figure, source) if grade else None
    link = None
    for there in source.readings:
        for here in figure.readings:
            grade = agree(here, there)
            if grade and (link is None or grade > link.grade):
                link = Link(number, grade, here, there)
                if grade is _SAME:
                    return link
    return link


def _take(alignment: Alignment, number: int, links: list[Link], least: Grade) -> bool:
    """Take the best of a grade that nothing has used; False, if there is none."""
    free = []
    for link in links:
        if link.grade >= least and link.source not in alignment.used:
            free.append(link)  # noqa: PERF401 - a comprehension takes longer for the one link that there is
    if not free:
        return False
    chosen = free[0] if len(free) == 1 else _choose(alignment, number, free)
    alignment.links[number] = chosen
    alignment.used.add(chosen.source)
    return True


def _choose(alignment: Alignment, number: int, links: list[Link]) -> Link:
    """Of the best links one of a thing that both count, the first that keeps the order of the text, or the first."""
    best = max(link.grade for link in links)
    links = [link for link in links if link.grade == best]
    if len(links) > 1 and links[0].reading.head:
        links = [link for link in links if counts_same_things(link.reading, link.source_reading)] or links
    if len(links) == 1:
        return links[0]
    taken = [alignment.links[n].source for n in range(number - 4, number) if n in alignment.links]
    before = max(taken, default=-1)
    later = [link for link in links if link.source > before]
    return min(later, key=lambda link: link.source) if later else links[0]
