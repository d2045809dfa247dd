"""The batches that were sent to a server, or were about to be: the books of ``llm.engines.books``."""

import fcntl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from assistant.errors import StoreError, UsageError
from assistant.llm.engines.books import SentBatch
from assistant.llm.engines.jobs import Key
from assistant.store.database import Database

KEPT_BY_SERVERS = timedelta(days=29)
"""So long the results of a batch can be fetched; an older one is as good as none."""


class StoredBatches:
    """Open batches, by what the ledger lacks: a batch is done when each of its calls was answered after it was sent."""

    def __init__(self, database: Database) -> None:
        self._db = database

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep other processes from sending batches; the lock is the kernel's, and ends with this process.

        Raises:
            UsageError: another process does.
        """
        path = Path(f"{self._db.path}.batches")
        try:
            with path.open("wb") as file:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                yield
        except BlockingIOError:
            raise UsageError(
                "another run with --via batch-api is waiting for its batches", advice="Let it end, or end it."
            ) from None
        except OSError as error:
            raise StoreError(f"{path} cannot be used: {error.strerror}") from None

    def open_batches(self, server: str) -> Sequence[SentBatch]:
        """The batches at this server that are not collected whole, oldest first."""
        now = datetime.now(UTC)
        found = self._db.query(
            "SELECT token, batch_id, sent FROM batches WHERE server = ? AND sent > ? ORDER BY sent, token",
            (server, _iso(now - KEPT_BY_SERVERS)),
        )
        ages = ((now - datetime.fromisoformat(row["sent"])).total_seconds() for row in found)
        sent = (
            SentBatch(row["token"], self._keys(row["token"]), row["batch_id"], age)
            for row, age in zip(found, ages, strict=True)
        )
        return [batch for batch in sent if batch.keys]

    def _keys(self, token: str) -> tuple[Key, ...]:
        """Of those requests that have no answer yet; the others are not to be taken from it again."""
        found = self._db.query(
            """SELECT r.key FROM batch_requests AS r JOIN batches ON token = r.batch WHERE token = ? AND NOT EXISTS (
                 SELECT 1 FROM calls WHERE calls.key = r.key AND is_kept AND calls.at >= sent) ORDER BY r.key""",
            (token,),
        )
        return tuple(row["key"] for row in found)

    def intend(self, token: str, server: str, keys: Sequence[Key]) -> None:
        """A batch of these requests is about to be sent; it is on the disk when this returns."""
        with self._db.transaction():
            self._db.write("INSERT INTO batches VALUES (?, ?, '', ?)", (token, server, _iso(datetime.now(UTC))))
            for key in keys:
                self._db.write("INSERT INTO batch_requests VALUES (?, ?)", (token, key))

    def submitted(self, token: str, batch_id: str) -> None:
        """The server has it, under this name."""
        self._db.write("UPDATE batches SET batch_id = ? WHERE token = ?", (batch_id, token))

    def drop(self, token: str) -> None:
        """Nothing will come of it."""
        with self._db.transaction():
            self._db.write("DELETE FROM batch_requests WHERE batch = ?", (token,))
            self._db.write("DELETE FROM batches WHERE token = ?", (token,))


def _iso(time: datetime) -> str:
    return time.isoformat(timespec="milliseconds")
