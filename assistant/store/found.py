"""What the words of a search find: asked of the index once, read by everything that the list then asks."""

import sqlite3
from _thread import allocate_lock  # `threading` calls it Lock, and takes a fiftieth of `briefing show` to import

from assistant.store.database import Database
from assistant.store.rows import Filters
from assistant.store.words import match_expression


class Found:
    """The briefings that hold the words looked for, as ``found``, a temporary table of this connection.

    The index is asked again where the words are others, or where anything was written since, by whatever process.
    """

    def __init__(self, database: Database) -> None:
        self._db = database
        self._turn = allocate_lock()
        """A thread that looks for something else would change the table under the statement."""
        self._held: tuple[str, int, int] | None = None
        """The words, and the state of the store, that the table stands for."""

    def query(self, filters: Filters, sql: str, values: tuple[object, ...]) -> list[sqlite3.Row]:
        """All rows of a SELECT whose WHERE clause is that of ``filters``."""
        with self._turn:
            self._hold(match_expression(filters.words))
            return self._db.query(sql, values)

    def _hold(self, words: str) -> None:
        version = self._db.version_of_others()
        if not words or self._held == (words, version, self._db.connection.total_changes):
            return
        self._db.write("CREATE TEMP TABLE IF NOT EXISTS found (number INTEGER PRIMARY KEY)")
        self._db.write("DELETE FROM temp.found")
        self._db.write("INSERT INTO temp.found SELECT rowid FROM search WHERE words MATCH ?", (words,))
        undoable = self._db.connection.in_transaction  # the table would go back with it
        self._held = None if undoable else (words, version, self._db.connection.total_changes)
