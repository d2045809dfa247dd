"""Which briefings tell the same story, and what each is about; worked out elsewhere, kept for lists and filters."""

from collections.abc import Iterable

from assistant.records import Story, Topic
from assistant.store.database import Database
from assistant.store.rows import Row, make_row, members


class Stories:
    """The stored stories."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def unsorted_days(self) -> list[str]:
        """The days that hold a briefing which belongs to no story yet, ISO 8601, newest first."""
        rows = self._db.query(
            """SELECT DISTINCT day FROM briefings b LEFT JOIN stories s ON s.briefing = b.id
            WHERE s.briefing IS NULL ORDER BY day DESC"""
        )
        return [row["day"] for row in rows]

    def keep(self, briefings: list[str], stories: Iterable[Story]) -> None:
        """Keep the stories of a day, in the place of what was known of these briefings.

        Args:
            briefings: ids; the stories count in them.
            stories: each briefing in exactly one, the first of each the one that stands for it.
        """
        with self._db.transaction():
            for story in stories:
                lead, told = briefings[story.items[0]], len(story.items)
                for item in story.items:
                    self._db.write(
                        "INSERT OR REPLACE INTO stories VALUES (?, ?, ?, ?)",
                        (briefings[item], lead, str(story.topic), told),
                    )

    def story_of(self, briefing: str) -> str:
        """The briefing that stands for the story of this one; empty where it has not been sorted."""
        found = self._db.query("SELECT story FROM stories WHERE briefing = ?", (briefing,))
        return str(found[0]["story"]) if found else ""

    def told_with(self, briefing: str) -> list[Row]:
        """The other briefings that tell the same story, the one that stands for it first."""
        sql, values = members(self.story_of(briefing))
        return [row for row in (make_row(dict(row)) for row in self._db.query(sql, values)) if row.id != briefing]

    def topics(self) -> dict[Topic, int]:
        """How many briefings each topic has, the largest first."""
        rows = self._db.query(
            """SELECT s.topic, count(*) AS held FROM stories s JOIN briefings b ON b.id = s.briefing
            GROUP BY s.topic ORDER BY held DESC, s.topic"""
        )
        return {Topic(row["topic"]): row["held"] for row in rows}
