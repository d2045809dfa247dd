"""What the user thinks of findings: seen, or a false alarm, with a note. Kept over runs, and exported for the evals."""

import json
from datetime import UTC, datetime

from assistant.records import Finding
from assistant.records.record import record
from assistant.store.database import Database

SEEN, FALSE_ALARM = "seen", "false alarm"


@record
class Review:
    """One finding as the user judged it."""

    briefing: str
    finding: str
    """JSON of what names the finding: check, verdict, place, English, source."""
    verdict: str
    note: str
    at: str


def name_finding(finding: Finding) -> str:
    """What names a finding over runs, as canonical JSON."""
    parts = {
        "check": finding.check,
        "verdict": str(finding.verdict),
        "field": str(finding.place.field),
        "index": finding.place.index,
        "english": finding.english,
        "source": finding.source,
    }
    return json.dumps(parts, ensure_ascii=False, sort_keys=True)


class Reviews:
    """The stored reviews."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def save(self, briefing: str, finding: Finding, verdict: str, *, note: str = "") -> None:
        """Keep a review in the place of an earlier one; an empty verdict takes it back."""
        name = name_finding(finding)
        if not verdict:
            self._db.write("DELETE FROM reviews WHERE briefing = ? AND finding = ?", (briefing, name))
            return
        at = datetime.now(UTC).isoformat(timespec="seconds")
        self._db.write("INSERT OR REPLACE INTO reviews VALUES (?, ?, ?, ?, ?)", (briefing, name, verdict, note, at))

    def of(self, briefing: str) -> dict[str, Review]:
        """The reviews of one briefing, by ``name_finding``."""
        rows = self._db.query("SELECT * FROM reviews WHERE briefing = ?", (briefing,))
        return {row["finding"]: Review(**dict(row)) for row in rows}

    def export(self) -> str:
        """All reviews as JSON lines, oldest first."""
        rows = self._db.query("SELECT * FROM reviews ORDER BY at, briefing, finding")
        lines = (dict(row) | {"finding": json.loads(row["finding"])} for row in rows)
        return "".join(json.dumps(line, ensure_ascii=False, sort_keys=True) + "\n" for line in lines)
