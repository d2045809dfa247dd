"""What the user thinks of findings: seen, or a false alarm, with a note. Kept over runs."""

from assistant.judging import Review, judge, name_findings
from assistant.records import Briefing
from assistant.store.database import Database, write_now


class Reviews:
    """The stored reviews."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def save(self, briefing: Briefing, finding: int, verdict: str, *, note: str = "") -> Briefing:
        """Keep a review in the place of an earlier one; an empty verdict takes it back. Lists count flags by it.

        Args:
            briefing: as it is stored, not as it was judged.
            finding: which of its findings, from 0.
            verdict: ``SEEN``, ``FALSE_ALARM`` or nothing.
            note: what the user says of it.

        Returns:
            The briefing as it is judged now.
        """
        name = name_findings(briefing.findings)[finding]
        with self._db.transaction():
            if verdict:
                row = (briefing.id, name, verdict, note, write_now())
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
        """The reviews of one briefing, by ``name_findings``."""
        rows = self._db.query("SELECT * FROM reviews WHERE briefing = ?", (briefing,))
        return {row["finding"]: Review(**dict(row)) for row in rows}

    def all(self) -> tuple[Review, ...]:
        """All reviews, oldest first."""
        rows = self._db.query("SELECT * FROM reviews ORDER BY at, briefing, finding")
        return tuple(Review(**dict(row)) for row in rows)
