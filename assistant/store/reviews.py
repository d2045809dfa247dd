"""What the user thinks of findings: seen, or a false alarm, with a note. Kept over runs, and exported for the evals."""

import json
from datetime import UTC, datetime

from assistant.judging import Review, judge, name_finding
from assistant.records import Briefing, Finding
from assistant.store.database import Database


class Reviews:
    """The stored reviews."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def save(self, briefing: Briefing, finding: Finding, verdict: str, *, note: str = "") -> Briefing:
        """Keep a review in the place of an earlier one; an empty verdict takes it back. Lists count flags by it.

        Args:
            briefing: as it is stored, not as it was judged.
            finding: one of its findings.
            verdict: ``SEEN``, ``FALSE_ALARM`` or nothing.
            note: what the user says of it.

        Returns:
            The briefing as it is judged now.
        """
        name = name_finding(finding)
        at = datetime.now(UTC).isoformat(timespec="seconds")
        with self._db.transaction():
            if verdict:
                row = (briefing.id, name, verdict, note, at)
                self._db.write("INSERT OR REPLACE INTO reviews VALUES (?, ?, ?, ?, ?)", row)
            else:
                self._db.write("DELETE FROM reviews WHERE briefing = ? AND finding = ?", (briefing.id, name))
            judged = self.judge(briefing)
            self._db.write("UPDATE briefings SET flags = ? WHERE id = ?", (len(judged.flags), briefing.id))
        return judged

    def judge(self, briefing: Briefing) -> Briefing:
        """A stored briefing as the user judged it."""
        return judge(briefing, self.of(briefing.id))

    def of(self, briefing: str) -> dict[str, Review]:
        """The reviews of one briefing, by ``name_finding``."""
        rows = self._db.query("SELECT * FROM reviews WHERE briefing = ?", (briefing,))
        return {row["finding"]: Review(**dict(row)) for row in rows}

    def export(self) -> str:
        """All reviews as JSON lines, oldest first."""
        rows = self._db.query("SELECT * FROM reviews ORDER BY at, briefing, finding")
        lines = (dict(row) | {"finding": json.loads(row["finding"])} for row in rows)
        return "".join(json.dumps(line, ensure_ascii=False, sort_keys=True) + "\n" for line in lines)
