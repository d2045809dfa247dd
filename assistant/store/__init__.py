"""The only door to SQLite: dumps, runs, briefings and model calls in one file in the user's data folder.

``open_store(path)`` opens it, makes it on the first run, and brings an older one up to date.
"""

from pathlib import Path
from types import TracebackType
from typing import Self

from assistant.store.backlog import Backlog
from assistant.store.calls import CallRow, Calls, RunLedger
from assistant.store.database import Database
from assistant.store.glossary import StoredGlossary, StoredName
from assistant.store.library import Library
from assistant.store.reviews import FALSE_ALARM, SEEN, Review, Reviews, name_finding
from assistant.store.rows import Day, Filters, Origin, Row, Run, sum_up
from assistant.store.stories import Stories
from assistant.store.written import Written, WrittenReports

__all__ = [
    "FALSE_ALARM",
    "SEEN",
    "STORE_NAME",
    "Backlog",
    "CallRow",
    "Calls",
    "Day",
    "Filters",
    "Library",
    "Origin",
    "Review",
    "Reviews",
    "Row",
    "Run",
    "RunLedger",
    "Store",
    "StoredGlossary",
    "StoredName",
    "Stories",
    "Written",
    "name_finding",
    "open_store",
    "sum_up",
]

STORE_NAME = "briefings.db"
"""In the user's data folder."""


class Store:
    """One open store: what was briefed, asked, judged, left undone, and how names are written."""

    def __init__(self, path: Path) -> None:
        self._database = Database(path)
        self.path = path
        self.library = Library(self._database)
        self.calls = Calls(self._database)
        self.stories = Stories(self._database)
        self.reviews = Reviews(self._database)
        self.backlog = Backlog(self._database)
        self.written = WrittenReports(self._database)
        self.glossary = StoredGlossary(self._database)

    @property
    def state(self) -> tuple[int, int]:
        """Another value whenever anything was written, by this process or another."""
        return self._database.version_of_others(), self._database.connection.total_changes

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_store(path: Path) -> Store:
    """Open the store at ``path``; it is made if there is none.

    Raises:
        StoreError: it cannot be opened, or was written by a newer version.
    """
    return Store(path)
