"""Days that English calls by the weekday: "on Friday" for 6月5日, which the clock confirms or contradicts."""

from collections import Counter
from datetime import date

from assistant.figures.comparing.alignment import Link
from assistant.figures.comparing.calendar import weekday_of
from assistant.figures.tables import find_word
from assistant.figures.values import Figure, PartialDate
from assistant.kept import kept_property
from assistant.patterns import compile_late

_OF_A_DAY = (" on ", "this ", "next ", "last ", "on ")
_NAMES_OTHERS = compile_late("[週周曜今昨明翌隔前後后]|星期|禮拜|礼拜|本日")
"""What a source has that names days without their number."""


class Weekdays:
    """The weekdays of an English text that nothing in the source renders."""

    def __init__(
        self, here: tuple[Figure, ...], there: tuple[Figure, ...], links: dict[int, Link], clock: date | None
    ) -> None:
        self._here, self._there, self._links, self._clock = here, there, links, clock

    @kept_property
    def _free(self) -> Counter[int]:
        """Weekdays (Monday is 1) and how often each is named; each time it may stand for one day of the source."""
        unlinked = (figure for number, figure in enumerate(self._here) if number not in self._links)
        return Counter(weekday for figure in unlinked if (weekday := _weekday(figure)) is not None)

    @kept_property
    def _days(self) -> list[int]:
        """The source figures that are days."""
        return [n for n, day in enumerate(self._there) if isinstance(day.value, PartialDate) and day.value.day]

    def take(self, day: Figure) -> bool:
        """Whether one of them tells a day of the source (any may, without a clock); it tells no other then."""
        if not self._free or not isinstance(day.value, PartialDate) or day.value.day is None:
            return False
        told = weekday_of(day.value, self._clock) if self._clock else next(iter(self._free))
        if told is None or not self._free[told]:
            return False
        self._free[told] -= 1
        if not self._free[told]:
            del self._free[told]
        return True

    def is_other(self, figure: Figure, day: Figure) -> bool:
        """Tuesday for 週四, where each text names as many days of the week as the other."""
        if _weekday(figure) is None or _weekday(day) is None:
            return False
        return self._are_as_many

    @kept_property
    def _are_as_many(self) -> bool:
        one, other = (sum(_weekday(f) is not None for f in figures) for figures in (self._here, self._there))
        return one == other

    def find_other(self, figure: Figure, source: str, english: str) -> int | None:
        """Index of the day that an English weekday does not fit: the one day of a source that names no other.

        Only of "on Tuesday" and its like: "Saturday Night" is a name, and "since Friday" another day.
        """
        told = _weekday(figure) if self._clock else None
        start = figure.span.start
        if told is None or self._clock is None or not english[max(0, start - 5) : start].lower().endswith(_OF_A_DAY):
            return None
        if len(self._days) != 1 or find_word(_NAMES_OTHERS, source):
            return None
        day = self._there[self._days[0]].value
        meant = weekday_of(day, self._clock) if isinstance(day, PartialDate) else None
        return self._days[0] if meant not in (None, told) else None


def _weekday(figure: Figure) -> int | None:
    return figure.value.weekday if isinstance(figure.value, PartialDate) else None
