"""What is done and what is left: which dumps need no call, and what failed in a run."""

import json
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from assistant.records import Status
from assistant.store.database import Database
from assistant.store.rows import Run, make_run


class Backlog:
    """The state of dumps and runs."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def count_items(self, dump: str, items: int) -> None:
        """Remember how many news items the dump with this SHA-256 holds."""
        with self._db.transaction(durable=False):
            self._db.write("UPDATE dumps SET items = ? WHERE sha256 = ?", (items, dump))

    def is_done(self, dump: str, statuses: Iterable[Status]) -> bool:
        """Whether the dump is known, and each of its news items has a briefing with one of these statuses."""
        accepted = tuple(statuses)
        marks = ", ".join("?" * len(accepted))
        found = self._db.query(
            f"""SELECT items IS NOT NULL AND items <= (
                SELECT count(*) FROM briefings WHERE dump = sha256 AND status IN ({marks})) AS done
            FROM dumps WHERE sha256 = ?""",  # noqa: S608 - nothing but question marks
            (*accepted, dump),
        )
        return bool(found and found[0]["done"])

    def days(self, dumps: Iterable[str]) -> dict[str, list[str]]:
        """The days (ISO 8601) of the briefings of each dump that has any."""
        found = self._db.query(
            "SELECT DISTINCT dump, day FROM json_each(?) JOIN briefings ON dump = value", (json.dumps(list(dumps)),)
        )
        days: dict[str, list[str]] = {}
        for row in found:
            days.setdefault(row["dump"], []).append(row["day"])
        return days

    def unsettled(self, but: str) -> list[tuple[str, str, str]]:
        """Briefings, their dumps and runs, of the runs (but for one) whose names are not settled."""
        found = self._db.query(
            "SELECT b.id, b.dump, b.run FROM runs r JOIN briefings b ON b.run = r.id WHERE r.settled = 0 AND r.id != ?",
            (but,),
        )
        return [(row["id"], row["dump"], row["run"]) for row in found]

    def mark_settled(self, runs: Iterable[str]) -> None:
        """The names that these runs told are settled."""
        with self._db.transaction(durable=False):
            for run in runs:
                self._db.write("UPDATE runs SET settled = 1 WHERE id = ?", (run,))

    def day_runs(self, day: str) -> list[Run]:
        """The runs that made the briefings of a day (ISO 8601), oldest first."""
        found = self._db.query(
            """SELECT DISTINCT id, started, finished, title, model, whole, notices FROM runs
            WHERE id IN (SELECT run FROM briefings WHERE day = ?) ORDER BY started, id""",
            (day,),
        )
        return [make_run(dict(row)) for row in found]

    def day_before(self, day: str) -> str:
        """The newest day (ISO 8601) before this one that holds briefings; empty where there is none."""
        found = self._db.query("SELECT max(day) AS day FROM briefings WHERE day < ?", (day,))
        return str(found[0]["day"] or "")

    def received(self, dump: str) -> str:
        """When a dump was received (ISO 8601, UTC); empty for an unknown one."""
        found = self._db.query("SELECT received FROM dumps WHERE sha256 = ?", (dump,))
        return str(found[0]["received"]) if found else ""

    def last_run(self) -> str:
        """The id of the run that began last; empty where there is none."""
        found = self._db.query("SELECT id FROM runs ORDER BY started DESC, rowid DESC LIMIT 1")
        return str(found[0]["id"]) if found else ""

    def was_interrupted(self) -> bool:
        """Whether the last run, begun within a day, has not ended: it was stopped, or goes on in another window."""
        found = self._db.query(
            "SELECT finished FROM runs WHERE started > ? ORDER BY started DESC, rowid DESC LIMIT 1",
            ((datetime.now(UTC) - timedelta(days=1)).isoformat(timespec="seconds"),),
        )
        return bool(found and found[0]["finished"] is None)

    def has_run(self, run: str) -> bool:
        """Whether there is a run with this id."""
        return bool(self._db.query("SELECT 1 FROM runs WHERE id = ?", (run,)))

    def unread(self, run: str) -> list[str]:
        """What went wrong in a run outside any item: dumps that could not be read, corrections that were stopped."""
        found = self._db.query("SELECT summary FROM runs WHERE id = ?", (run,))
        summary = json.loads(found[0]["summary"] or "{}") if found else {}
        return [str(message) for message in summary.get("problems", ())]

    def unfinished(self, run: str) -> list[str]:
        """The ids of the briefings of a run that failed or were held, in the order of their dumps."""
        found = self._db.query(
            "SELECT id FROM briefings WHERE run = ? AND status IN (?, ?) ORDER BY dump, position",
            (run, Status.FAILED, Status.HELD),
        )
        return [str(row["id"]) for row in found]
