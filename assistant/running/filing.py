"""Of which day a dump, and what could not be read, is: which day's report is written, and what is missing from it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from assistant.dating.capturing import rests_on_file
from assistant.records import Problem
from assistant.store import Filters, Store

NEAR = timedelta(days=1)
"""A page is saved on its day, or soon after midnight; the clock of this machine may be of another zone."""
FAR = timedelta(days=2)
"""A file that is so much younger than its page is a copy, and the time of a copy says nothing of a page."""


@dataclass(frozen=True)
class Filing:
    """The days of what was read.

    Args:
        store: holds the briefings of all dumps.
        saved: dump -> the day on which its file was saved; None: not known.
    """

    store: Store
    saved: Mapping[str, date | None]

    @cached_property
    def _days_of(self) -> dict[str, tuple[date, ...]]:
        found = self.store.backlog.days(self.saved)
        return {dump: tuple(map(date.fromisoformat, found.get(dump, ()))) for dump in self.saved}

    @cached_property
    def days(self) -> dict[date, frozenset[str]]:
        """The days for which the dumps hold news, the newest first, and which dumps."""
        found: dict[date, set[str]] = {}
        for dump, days in self._days_of.items():
            for day in days:
                found.setdefault(day, set()).add(dump)
        return {day: frozenset(found[day]) for day in sorted(found, reverse=True)}

    def find_newest(self) -> date | None:
        """The newest day that is not just the time of a copy; of none, the newest; None where there is no news."""
        return next((day for day in self.days if not self._is_of_copies(day)), next(iter(self.days), None))

    def find_missing(self, problems: Iterable[Problem], day: date) -> tuple[Problem, ...]:
        """What could not be read, and may hold news of ``day``: saved when its dumps were, or not known when."""
        known = [saved for dump in self.days.get(day, ()) if (saved := self.saved[dump])]
        first, last = day - NEAR, max([day + NEAR, *known])
        return tuple(problem for problem in problems if problem.saved is None or first <= problem.saved <= last)

    def _is_of_copies(self, day: date) -> bool:
        """Whether its dumps have the day from their files alone, and more files of these days are copies."""
        dumps = self.days[day]
        when = {self.saved[dump] for dump in dumps}
        copies = [dump for dump in self.saved if dump not in dumps and self.saved[dump] in when and self._is_copy(dump)]
        return len(copies) > len(dumps) and all(self._rest_on_files(day))

    def _is_copy(self, dump: str) -> bool:
        saved, days = self.saved[dump], self._days_of[dump]
        return saved is not None and bool(days) and all(saved - day > FAR for day in days)

    def _rest_on_files(self, day: date) -> Iterable[bool]:
        """Of each briefing of the dumps on that day, whether its page says nothing against another one."""
        for briefing in self.store.library.briefings(Filters(day=day.isoformat())):
            captured, saved = briefing.item.clock.captured, self.saved.get(briefing.dump_sha256)
            if captured and saved:
                yield rests_on_file(captured, is_near=saved - day <= FAR)
