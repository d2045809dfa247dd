"""The names that runs have learnt and the user has locked: one spelling for each original, over runs and days."""

from collections.abc import Iterable

from assistant.errors import UsageError
from assistant.glossary import fold_original
from assistant.glossary.settling import find_fault
from assistant.records import Authority, Term
from assistant.records.record import record
from assistant.store.database import Database, write_now


@record
class StoredName:
    """One name as the store has it."""

    original: str
    english: str
    kind: str
    locked: bool
    first: str
    """When it was learnt or locked, ISO 8601, UTC."""
    last: str
    """When it was last learnt anew or locked."""

    @property
    def term(self) -> Term:
        """The same as the glossary takes it."""
        authority = Authority.LOCKED if self.locked else Authority.LEARNED
        return Term((self.original,), (self.english,), self.kind, authority=authority)


class StoredGlossary:
    """The stored names."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def names(self) -> list[StoredName]:
        """All of them, the locked ones last, so that they overrule the others."""
        rows = self._db.query(
            "SELECT original, english, kind, locked, first, last FROM glossary ORDER BY locked, first, folded"
        )
        return [StoredName(**{**dict(row), "locked": bool(row["locked"])}) for row in rows]

    def terms(self) -> tuple[Term, ...]:
        """All of them as terms, the strongest last."""
        return tuple(name.term for name in self.names())

    def learn(self, terms: Iterable[Term]) -> None:
        """Keep new names; one that is there already keeps its spelling."""
        now = write_now()
        with self._db.transaction(durable=False):
            for term in terms:
                for original in term.originals:
                    values = (fold_original(original), original, term.english[0], term.kind, now, now)
                    self._db.write(
                        """INSERT INTO glossary (folded, original, english, kind, first, last)
                        VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (folded) DO UPDATE SET last = excluded.last""",
                        values,
                    )

    def lock(self, original: str, english: str, *, kind: str = "") -> None:
        """Settle how a name is written, whatever was learnt; an empty kind keeps the one that is known.

        Raises:
            UsageError: this cannot be a name (``find_fault``).
        """
        original, english = original.strip(), " ".join(english.split())
        if fault := find_fault((original,), (english,)):
            raise UsageError(fault)
        now = write_now()
        self._db.write(
            """INSERT INTO glossary (folded, original, english, kind, locked, first, last) VALUES (?, ?, ?, ?, 1, ?, ?)
            ON CONFLICT (folded) DO UPDATE SET english = excluded.english, locked = 1, last = excluded.last,
            kind = CASE excluded.kind WHEN '' THEN kind ELSE excluded.kind END""",
            (fold_original(original), original, english, kind, now, now),
        )

    def forget(self, original: str) -> bool:
        """Take a name out; False where there is none."""
        folded = fold_original(original.strip())
        with self._db.transaction():
            found = self._db.query("SELECT 1 FROM glossary WHERE folded = ?", (folded,))
            self._db.write("DELETE FROM glossary WHERE folded = ?", (folded,))
        return bool(found)
