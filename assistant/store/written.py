"""The reports that were written, and what they were made of: one of which nothing changed is not written again."""

import json
from collections.abc import Iterable, Mapping

from assistant.records.record import record
from assistant.store.database import Database


@record
class Written:
    """A report that was written."""

    files: Mapping[str, str]
    """Path -> SHA-256 of what was written there."""
    whole: bool
    summary: str


class WrittenReports:
    """The memory of written reports."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def make_of(self, days: Iterable[str], others: Iterable[str]) -> str:
        """A hash of all briefings of ``days`` (ISO 8601), their runs, and whatever else decides a report."""
        import hashlib  # noqa: PLC0415 - it brings OpenSSL, and only a report that is written needs it

        digest = hashlib.sha256(json.dumps(list(others)).encode())
        for day in days:
            rows = self._db.query(
                """SELECT b.id, checksum, status, r.started, r.model, r.notices FROM briefings b
                JOIN runs r ON r.id = b.run WHERE day = ? ORDER BY b.id""",
                (day,),
            )
            digest.update(json.dumps([day, [tuple(row) for row in rows]]).encode())
        return digest.hexdigest()

    def find(self, path: str, made_of: str) -> Written | None:
        """The report that was written to ``path`` and made of the same; None where there is none."""
        found = self._db.query("SELECT * FROM reports WHERE path = ? AND made_of = ?", (path, made_of))
        return Written(json.loads(found[0]["files"]), bool(found[0]["whole"]), found[0]["summary"]) if found else None

    def keep(self, path: str, made_of: str, written: Written) -> None:
        """Remember a report, in the place of an earlier one of the same path."""
        self._db.write(
            "INSERT OR REPLACE INTO reports VALUES (?, ?, ?, ?, ?)",
            (path, made_of, json.dumps(dict(written.files)), written.whole, written.summary),
        )
