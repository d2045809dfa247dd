"""What has been briefed: dumps, runs and briefings, as the reader and the reports ask for them."""

import json
import zlib
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from assistant.codec import decode, encode
from assistant.errors import BriefingError, StoreError
from assistant.records import Briefing, Dump, Status
from assistant.store.database import Database, pack, unpack, write_now
from assistant.store.found import Found
from assistant.store.reviews import Reviews
from assistant.store.rows import ALL, Day, Filters, Row, Run, count_from, counted, make_row, make_run, select, where
from assistant.store.words import index_words

if TYPE_CHECKING:
    from assistant.records import Problem

KNOWN_WITHIN = timedelta(hours=1)
"""A time of day is kept where it is known as closely as this; the briefing's page tells it by the same rule."""


class Library:
    """The stored dumps, runs and briefings."""

    def __init__(self, database: Database) -> None:
        self._db = database
        self._found = Found(database)
        self._reviews = Reviews(database)

    # ------------------------------------------------------------------------------------------------- writing

    def start_run(self, run: str, *, title: str, model: str, notices: tuple[str, ...] = ()) -> None:
        """Write down that a run has begun, so that one that is killed can be told from one that ended."""
        self._db.write(
            "INSERT INTO runs (id, started, title, model, notices) VALUES (?, ?, ?, ?, ?)",
            (run, write_now(), title, model, json.dumps(notices, ensure_ascii=False)),
        )

    def end_run(self, run: str, *, items: int, problems: "Iterable[Problem]", whole: bool) -> None:
        """Write down how a run ended."""
        summary = {"items": items, "problems": [p.message for p in problems]}
        self._db.write(
            "UPDATE runs SET finished = ?, whole = ?, summary = ?, settled = 1 WHERE id = ?",
            (write_now(), whole, json.dumps(summary, ensure_ascii=False), run),
        )

    def save_dump(self, dump: Dump) -> None:
        """Keep a dump's text; the same dump again changes nothing."""
        with self._db.transaction(durable=False):
            self._db.write(
                "INSERT OR IGNORE INTO dumps (sha256, name, encoding, received, text) VALUES (?, ?, ?, ?, ?)",
                (dump.sha256, dump.name, dump.encoding, write_now(), pack(dump.text)),
            )

    def save_briefing(self, briefing: Briefing, *, run: str, day: date) -> None:
        """Keep one briefing, in the place of an earlier one of the same item.

        Where the earlier one has a draft and this one has none, the earlier stays: a failed attempt never buries a good
        briefing.
        """
        with self._db.transaction(durable=False):
            if briefing.draft is None and self._has_draft(briefing.id):
                return
            body = pack(encode(briefing))
            self._db.write(
                "INSERT OR REPLACE INTO briefings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    briefing.id,
                    briefing.dump_sha256,
                    run,
                    briefing.item.index,
                    day.isoformat(),
                    briefing.status,
                    briefing.item.kind,
                    briefing.draft.headline if briefing.draft else "",
                    _original(briefing),
                    briefing.item.outlet_name,
                    _published(briefing),
                    self._count_flags(briefing),
                    briefing.figures_checked,
                    write_now(),
                    body,
                    zlib.crc32(body),
                    self._index(briefing),
                ),
            )

    def replace_briefing(self, briefing: Briefing) -> None:
        """Keep a briefing in the place of the stored one; its run and its day stay."""
        found = self._db.query("SELECT run, day FROM briefings WHERE id = ?", (briefing.id,))
        if found:
            self.save_briefing(briefing, run=found[0]["run"], day=date.fromisoformat(found[0]["day"]))

    def save_findings(self, briefing: Briefing) -> None:
        """Keep what the checks say now of a stored briefing; its place, its run and its time stay."""
        body = pack(encode(briefing))
        self._db.write(
            "UPDATE briefings SET flags = ?, figures = ?, body = ?, checksum = ? WHERE id = ?",
            (self._count_flags(briefing), briefing.figures_checked, body, zlib.crc32(body), briefing.id),
        )

    def _count_flags(self, briefing: Briefing) -> int:
        """What the user marked as a false alarm in an earlier run is none in this one either."""
        return len(self._reviews.judge(briefing).flags) if briefing.flags else 0

    def _index(self, briefing: Briefing) -> int:
        """Index the words of a briefing; its number in the index."""
        self._db.write("INSERT OR IGNORE INTO entries (briefing) VALUES (?)", (briefing.id,))
        number = self._db.query("SELECT number FROM entries WHERE briefing = ?", (briefing.id,))[0][0]
        self._db.write("DELETE FROM search WHERE rowid = ?", (number,))
        words = index_words(_all_words(briefing))
        self._db.write("INSERT INTO search (rowid, briefing, words) VALUES (?, ?, ?)", (number, briefing.id, words))
        return int(number)

    def mark_read(self, briefing: str, *, read: bool = True) -> None:
        """Remember that the user has read a briefing, or that he has not."""
        if read:
            self._db.write("INSERT OR IGNORE INTO marks VALUES (?, ?)", (briefing, write_now()))
        else:
            self._db.write("DELETE FROM marks WHERE briefing = ?", (briefing,))

    # ------------------------------------------------------------------------------------------------- reading

    def days(self, filters: Filters = ALL) -> list[Day]:
        """The days on which ``rows`` has something, newest first."""
        clause, values = where(filters)
        visible, more = counted(filters)
        rows = self._found.query(
            filters,
            f"""SELECT b.day, sum({visible}) AS briefings, sum(b.flags) AS flags, sum(m.briefing IS NULL) AS unread
            FROM {count_from(filters)} {clause} GROUP BY b.day ORDER BY b.day DESC""",  # noqa: S608 - fixed clauses
            (*more, *values),
        )
        return [Day(**dict(row)) for row in rows]

    def count(self, filters: Filters = ALL) -> int:
        """How many briefings ``rows`` would give."""
        return sum(day.briefings for day in self.days(filters))

    def rows(self, filters: Filters = ALL, *, offset: int = 0, limit: int = 200) -> list[Row]:
        """A page of briefings, newest day first, then as they stand in their dumps."""
        sql, values = select(filters)
        found = self._found.query(filters, f"{sql} LIMIT ? OFFSET ?", (*values, limit, offset))
        return [make_row(dict(row)) for row in found]

    def briefing(self, briefing: str, *, decode: Callable[[type[Briefing], str], Briefing] = decode) -> Briefing:
        """One briefing whole, read by ``codec.decode`` or by what reads the same.

        Raises:
            StoreError: there is none with this id, or its row is damaged.
        """
        found = self._db.query("SELECT body, checksum FROM briefings WHERE id = ?", (briefing,))
        if not found:
            raise StoreError(f"there is no briefing {briefing}")
        try:
            return decode(Briefing, unpack(found[0]["body"], found[0]["checksum"]))
        except StoreError:
            raise
        except BriefingError as error:
            raise StoreError(f"briefing {briefing} cannot be read: {error.message}", advice="Run it again.") from error

    def briefings(self, filters: Filters = ALL) -> Iterable[Briefing]:
        """The briefings of ``rows``, whole, one at a time."""
        sql, values = select(filters)
        for row in self._found.query(filters, f"SELECT id FROM ({sql})", values):  # noqa: S608 - fixed clauses
            yield self.briefing(row["id"])

    def dump_text(self, sha256: str) -> str:
        """The text of a dump as it was read.

        Raises:
            StoreError: it is not stored, or its row is damaged.
        """
        found = self._db.query("SELECT text FROM dumps WHERE sha256 = ?", (sha256,))
        if not found:
            raise StoreError(f"the dump {sha256[:12]} is not in the store")
        return unpack(found[0]["text"])

    def day_of(self, briefing: str) -> str:
        """The day of a briefing, ISO 8601; empty where there is none with this id."""
        found = self._db.query("SELECT day FROM briefings WHERE id = ?", (briefing,))
        return str(found[0]["day"]) if found else ""

    def run_of(self, briefing: str) -> Run | None:
        """The run that made a briefing."""
        found = self._db.query(
            """SELECT r.id, started, finished, title, model, whole, notices
            FROM briefings b JOIN runs r ON r.id = b.run WHERE b.id = ?""",
            (briefing,),
        )
        return make_run(dict(found[0])) if found else None

    def _has_draft(self, briefing: str) -> bool:
        found = self._db.query("SELECT status FROM briefings WHERE id = ?", (briefing,))
        return bool(found) and found[0]["status"] in (Status.BRIEFED, Status.HELD)


def _original(briefing: Briefing) -> str:
    item = briefing.item
    return (item.read(item.headline) or next((s.text for s in item.sentences), item.text)).strip()[:200]


def _published(briefing: Briefing) -> str:
    published = briefing.item.clock.published
    if not published or not published.day:
        return ""
    knows_time = published.latest - published.earliest < KNOWN_WITHIN
    return published.earliest.isoformat(timespec="minutes")[:16] if knows_time else published.day.isoformat()


def _all_words(briefing: Briefing) -> str:
    return "\n".join((briefing.item.text, *(briefing.draft.texts if briefing.draft else ())))
