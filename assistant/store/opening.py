"""One open store, of parts that are made when they are first asked for."""

import os
from functools import cached_property
from importlib import import_module
from types import TracebackType
from typing import TYPE_CHECKING, Self

from assistant.store.database import Database

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.store.backlog import Backlog
    from assistant.store.calls import Calls
    from assistant.store.glossary import StoredGlossary
    from assistant.store.library import Library
    from assistant.store.reviews import Reviews
    from assistant.store.stories import Stories
    from assistant.store.written import WrittenReports

STORE_NAME = "briefings.db"
"""In the user's data folder."""
PARTS = {
    "library": "Library",
    "calls": "Calls",
    "stories": "Stories",
    "reviews": "Reviews",
    "backlog": "Backlog",
    "written": "WrittenReports",
    "glossary": "StoredGlossary",
}
"""Module, and attribute of the store -> the class. Who reads one briefing needs three of them."""


class Store:
    """What was briefed, asked, judged, left undone, and how names are written."""

    library: "Library"
    calls: "Calls"
    stories: "Stories"
    reviews: "Reviews"
    backlog: "Backlog"
    written: "WrittenReports"
    glossary: "StoredGlossary"

    def __init__(self, path: "Path | str") -> None:
        self._database = Database(os.fspath(path))

    @cached_property
    def path(self) -> "Path":
        """The file."""
        from pathlib import Path  # noqa: PLC0415 - see `folders`

        return Path(self._database.path)

    if not TYPE_CHECKING:  # a type checker would take any name for a part

        def __getattr__(self, name: str) -> object:
            if name not in PARTS:
                raise AttributeError(f"a store has no {name!r}")
            part = getattr(import_module(f"assistant.store.{name}"), PARTS[name])(self._database)
            return self.__dict__.setdefault(name, part)

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


def open_store(path: "Path | str") -> Store:
    """Open the store at ``path``; it is made if there is none.

    Raises:
        StoreError: it cannot be opened, or was written by a newer version.
    """
    return Store(path)
