"""The names that runs have learnt and the user has locked: one spelling for each original, over runs and days."""

from collections.abc import Iterable

from assistant.errors import UsageError
from assistant.glossary import fold_original
from assistant.glossary.settling import find_fault, split_variants
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

    bearer: str = ""
    """The same for all variants of one bearer that were locked together; empty for a name alone."""


def _make_term(names: list[StoredName]) -> Term:
    """The variants of one bearer as the glossary takes them; ``|`` parts the spellings that are accepted."""
    authority = Authority.LOCKED if names[-1].locked else Authority.LEARNED
    kind = next((name.kind for name in names if name.kind), "")
    return Term(tuple(name.original for name in names), split_variants(names[-1].english), kind, authority=authority)


class StoredGlossary:
    """The stored names."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def names(self) -> list[StoredName]:
        """All of them, the locked ones last, so that they overrule the others."""
        rows = self._db.query(
            "SELECT original, english, kind, locked, first, last, bearer FROM glossary ORDER BY locked, first, rowid"
        )
        return [StoredName(**{**dict(row), "locked": bool(row["locked"])}) for row in rows]

    def terms(self) -> tuple[Term, ...]:
        """All of them as terms, the strongest last; variants of one bearer are one term."""
        bearers: dict[str, list[StoredName]] = {}
        for name in self.names():
            bearers.setdefault(name.bearer or name.original, []).append(name)
        return tuple(map(_make_term, bearers.values()))

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

        ``A|B`` are variants of one bearer, or accepted spellings. All variants that were ever locked together are
        written alike from now on.

        Raises:
            UsageError: this cannot be a name (``find_fault``).
        """
        originals, spellings = split_variants(original), split_variants(" ".join(english.split()))
        if fault := find_fault(originals, spellings):
            raise UsageError(fault)
        folded, now = dict(zip(map(fold_original, originals), originals, strict=True)), write_now()
        bearer, written = next(iter(folded)), "|".join(spellings)
        with self._db.transaction():
            self._join(tuple(folded), bearer)
            for key, name in folded.items():
                self._db.write(
                    """INSERT INTO glossary (folded, original, english, kind, locked, first, last, bearer)
                    VALUES (?, ?, ?, ?, 1, ?, ?, ?)
                    ON CONFLICT (folded) DO UPDATE SET bearer = excluded.bearer,
                    kind = CASE excluded.kind WHEN '' THEN kind ELSE excluded.kind END""",
                    (key, name, written, kind, now, now, bearer),
                )
            self._db.write(
                "UPDATE glossary SET english = ?, locked = 1, last = ? WHERE bearer = ?", (written, now, bearer)
            )

    def _join(self, keys: tuple[str, ...], bearer: str) -> None:
        """Give all variants of the bearers that these originals have to one bearer."""
        marks = ", ".join("?" * len(keys))
        known = self._db.query(f"SELECT DISTINCT bearer FROM glossary WHERE folded IN ({marks}) AND bearer <> ''", keys)  # noqa: S608 - marks alone
        for row in known:
            self._db.write("UPDATE glossary SET bearer = ? WHERE bearer = ?", (bearer, row["bearer"]))

    def forget(self, original: str) -> bool:
        """Take a name out; False where there is none."""
        folded = fold_original(original.strip())
        with self._db.transaction():
            found = self._db.query("SELECT 1 FROM glossary WHERE folded = ?", (folded,))
            self._db.write("DELETE FROM glossary WHERE folded = ?", (folded,))
        return bool(found)
