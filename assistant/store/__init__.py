"""The only door to SQLite: dumps, runs, briefings and model calls in one file in the user's data folder.

``open_store(path)`` opens it, makes it on the first run, and brings an older one up to date.
"""

from typing import TYPE_CHECKING

from assistant.late import make_face

if TYPE_CHECKING:
    from assistant.store.backlog import Backlog
    from assistant.store.calls import CallRow, Calls, RunLedger
    from assistant.store.glossary import StoredGlossary, StoredName
    from assistant.store.library import Library
    from assistant.store.marked import export_marks
    from assistant.store.opening import STORE_NAME, Store, open_store
    from assistant.store.reviews import Reviews
    from assistant.store.rows import Day, Filters, Origin, Row, Run, sum_up
    from assistant.store.stories import Stories
    from assistant.store.written import Written, WrittenReports

__all__ = [
    "STORE_NAME",
    "Backlog",
    "CallRow",
    "Calls",
    "Day",
    "Filters",
    "Library",
    "Origin",
    "Reviews",
    "Row",
    "Run",
    "RunLedger",
    "Store",
    "StoredGlossary",
    "StoredName",
    "Stories",
    "Written",
    "WrittenReports",
    "export_marks",
    "open_store",
    "sum_up",
]

if not TYPE_CHECKING:  # a type checker would take any name for one of these
    __getattr__ = make_face(
        __name__,
        backlog="Backlog",
        calls="CallRow Calls RunLedger",
        glossary="StoredGlossary StoredName",
        library="Library",
        marked="export_marks",
        opening="STORE_NAME Store open_store",
        reviews="Reviews",
        rows="Day Filters Origin Row Run sum_up",
        stories="Stories",
        written="Written WrittenReports",
    )
