"""The one SQLite file: opening, migrating, and transactions that two processes can share."""

import os
import re
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from assistant.errors import StoreError

BUSY_TIMEOUT_MS = 15_000
MIGRATIONS = os.path.join(os.path.dirname(__file__), "migrations")


def pack(text: str) -> bytes:
    """``text`` compressed for a BLOB column."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 6)


def unpack(blob: bytes, checksum: int | None = None) -> str:
    """What ``pack`` made.

    Raises:
        StoreError: the bytes are not what was written (``checksum`` is the CRC 32 of the blob).
    """
    if checksum is not None and zlib.crc32(blob) != checksum:
        raise StoreError("a row of the store is damaged: its checksum does not fit")
    try:
        return zlib.decompress(blob).decode("utf-8", "surrogatepass")
    except (zlib.error, UnicodeDecodeError) as error:
        raise StoreError("a row of the store is damaged: it cannot be unpacked") from error


def write_now() -> str:
    """The time as it is stored: ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def migrations() -> list[tuple[int, str]]:
    """The numbered migrations that ship with the program, in order: ``(1, "0001_first.sql")``."""
    # importlib.resources does the same, and takes six times as long to import
    found = (re.match(r"(\d{4})_\w+\.sql$", name) for name in os.listdir(MIGRATIONS))
    return sorted((int(match[1]), match[0]) for match in found if match)


class Database:
    """A connection that translates SQLite's errors into sentences and writes in immediate transactions."""

    def __init__(self, path: str) -> None:
        self.path = path
        with self._translated():
            os.makedirs(os.path.dirname(path) or os.curdir, exist_ok=True)
            # The reader draws in one thread and loads in another; the callers take turns.
            self.connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
            try:
                self._prepare()
            except BaseException:
                self.connection.close()
                raise

    def _prepare(self) -> None:
        self.connection.row_factory = sqlite3.Row
        self.connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
        self.connection.execute("PRAGMA journal_mode = WAL")
        self.connection.execute("PRAGMA synchronous = FULL")  # what was paid for survives a power cut
        self.connection.execute("PRAGMA foreign_keys = ON")
        self._migrate()

    def _migrate(self) -> None:
        steps = migrations()
        newest = steps[-1][0]
        version = self._version()
        if version > newest:
            raise StoreError(
                f"{self.path} was written by a newer briefing (store version {version}, this program knows {newest})",
                advice="Update briefing, or set BRIEFING_HOME to another folder.",
            )
        for number, name in steps:
            if number > version:
                with open(os.path.join(MIGRATIONS, name), encoding="utf-8") as file:
                    self._apply(number, file.read())

    def _apply(self, number: int, script: str) -> None:
        with self.transaction():
            if self._version() >= number:  # another process was quicker
                return
            for statement in _statements(script):
                self.connection.execute(statement)
            self.connection.execute(f"PRAGMA user_version = {number:d}")

    def _version(self) -> int:
        return int(self.connection.execute("PRAGMA user_version").fetchone()[0])

    def version_of_others(self) -> int:
        """Another number whenever another connection has changed the store since."""
        return int(self.query("PRAGMA data_version")[0][0])

    def query(self, sql: str, parameters: tuple[object, ...] = ()) -> list[sqlite3.Row]:
        """All rows of a SELECT."""
        with self._translated():
            return self.connection.execute(sql, parameters).fetchall()

    def write(self, sql: str, parameters: tuple[object, ...] = ()) -> None:
        """One statement that changes something, inside or outside a transaction."""
        with self._translated():
            self.connection.execute(sql, parameters)

    @contextmanager
    def transaction(self, *, durable: bool = True) -> Iterator[None]:
        """All or nothing. Immediate, because a deferred read-then-write fails when two processes write.

        Args:
            durable: it is on the disk when it ends. Else a power cut may take the last ones along, not the end of the
                process, however it comes: for what can be made again from the answers that are kept.
        """
        with self._translated():
            if not durable:
                self.connection.execute("PRAGMA synchronous = NORMAL")
            try:
                with self._all_or_nothing():
                    yield
            finally:
                if not durable:
                    self.connection.execute("PRAGMA synchronous = FULL")

    @contextmanager
    def _all_or_nothing(self) -> Iterator[None]:
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self.connection.execute("ROLLBACK")
            raise
        self.connection.execute("COMMIT")

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise StoreError(
                f"the store {self.path} cannot be used: {error}",
                advice="Check that the disk is not full and the folder can be written, or set BRIEFING_HOME.",
            ) from error

    def close(self) -> None:
        """Close the connection."""
        self.connection.close()


def _statements(script: str) -> Iterator[str]:
    """The statements of a migration; ``executescript`` would commit behind our back."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""
