"""What a list of briefings shows, the filters that choose it, and the SQL that both become."""

import json
from collections.abc import Iterable
from datetime import datetime

from assistant.records import Status
from assistant.records.record import record
from assistant.store.words import match_expression


@record
class Row:
    """One briefing as a list shows it; its body is not loaded."""

    id: str
    day: str
    """ISO 8601."""
    status: Status
    headline: str
    """English; empty where there is no draft."""
    original: str
    outlet: str
    published: str
    """ISO 8601: the date, with hour and minute where they are known; or empty."""
    flags: int
    figures: int
    read: bool
    story: str = ""
    """The briefing that tells the same story best, perhaps this one; empty where it has not been sorted."""
    told: int = 1
    """How many briefings tell the story."""
    story_flags: int = 0
    """Flags of all who tell it."""
    topic: str = ""

    @property
    def is_lead(self) -> bool:
        """Whether it stands for a story that others tell as well."""
        return self.told > 1 and self.story == self.id

    @property
    def is_follower(self) -> bool:
        """Whether another briefing stands for its story."""
        return bool(self.story) and self.story != self.id


@record
class Day:
    """One day with what it holds."""

    day: str
    briefings: int
    """Rows of the list."""
    flags: int
    unread: int


@record
class Filters:
    """Which briefings a list shows. Empty means all."""

    day: str = ""
    outlet: str = ""
    topic: str = ""
    words: str = ""
    flagged: bool = False
    unread: bool = False
    flags_first: bool = False
    """An order, not a filter: within each day the items with the most flags come first."""
    stories: bool = False
    """A form, not a filter: of those that tell one story the list shows the first, and the others below it."""
    opened: tuple[str, ...] = ()
    """The stories of which all are shown."""


ALL = Filters()


@record
class Run:
    """One run as the store knows it. ``finished`` is None while it runs, and for ever if it was killed."""

    id: str
    started: str
    finished: str | None
    title: str
    model: str
    whole: bool
    notices: tuple[str, ...]


@record
class Origin:
    """How briefings came about, whichever runs made them: what a report of them says of itself."""

    created: datetime | None
    """When the newest of the runs began, UTC; None where there is none."""
    model: str
    """Of all runs, each once: ``gpt-5.4-mini, qwen3``."""
    notices: tuple[str, ...]


def sum_up(runs: Iterable[Run]) -> Origin:
    """The origin of what ``runs`` made."""
    runs = list(runs)
    return Origin(
        created=max((datetime.fromisoformat(run.started) for run in runs), default=None),
        model=", ".join(dict.fromkeys(run.model for run in runs if run.model)),
        notices=tuple(dict.fromkeys(notice for run in runs for notice in run.notices)),
    )


Sql = tuple[str, tuple[object, ...]]
"""A piece of SQL, and the values for its question marks."""

_MARKED = "briefings b LEFT JOIN marks m ON m.briefing = b.id"
TABLES = f"{_MARKED} LEFT JOIN stories s ON s.briefing = b.id"
_ROW = """SELECT b.id, b.day, b.status, b.headline, b.original, b.outlet, b.published, b.flags, b.figures,
    m.briefing IS NOT NULL AS seen, coalesce(s.story, '') AS story, coalesce(s.told, 1) AS told,
    CASE WHEN s.told > 1 THEN (SELECT sum(o.flags) FROM stories t JOIN briefings o ON o.id = t.briefing
    WHERE t.story = s.story) ELSE b.flags END AS story_flags, coalesce(s.topic, '') AS topic"""
_LEAD = "LEFT JOIN briefings l ON l.id = coalesce(s.story, b.id)"
_AS_PRINTED = "(SELECT received FROM dumps d WHERE d.sha256 = {0}.dump) DESC, {0}.dump, {0}.position"


def count_from(filters: Filters) -> str:
    """What has to be joined to count what passes: stories only where they decide it."""
    return TABLES if filters.topic else _MARKED


def select(filters: Filters) -> Sql:
    """The rows of a list: as the items are printed, or flags first, within each day.

    In stories an item stands where the first of its story stands, below it.
    """
    clause, values = where(filters)
    visible, more = shown(filters)
    flags = "story_flags" if filters.stories else "b.flags"
    first = f"b.day DESC, {flags} DESC" if filters.flags_first else "b.day DESC"
    printed = f"{_AS_PRINTED.format('l')}, b.id <> l.id, b.dump, b.position" if filters.stories else ""
    lead = _LEAD if filters.stories else ""
    return (
        f"{_ROW} FROM {TABLES} {lead} {clause} AND {visible} ORDER BY {first}, {printed or _AS_PRINTED.format('b')}",
        (*values, *more),
    )


def members(story: str) -> Sql:
    """All rows of one story, the first of it before the others."""
    return (
        f"{_ROW} FROM {TABLES} WHERE s.story = ? ORDER BY b.id <> s.story, b.dump, b.position",
        (story,),
    )


def where(filters: Filters) -> Sql:
    """The WHERE clause of what passes the filters, hidden members of stories included.

    Words are looked up in ``found``: `assistant.store.found.Found` fills it and asks.
    """
    words = match_expression(filters.words)
    clauses: list[tuple[bool, str, tuple[object, ...]]] = [
        (bool(filters.day), "b.day = ?", (filters.day,)),
        (bool(filters.outlet), "b.outlet = ?", (filters.outlet,)),
        (bool(filters.topic), "s.topic = ?", (filters.topic,)),
        (filters.flagged, "b.flags > 0", ()),
        (filters.unread, "m.briefing IS NULL", ()),
        (not words and bool(filters.words.strip()), "0", ()),  # only signs: there is nothing that could be found
        (bool(words), "b.number IN temp.found", ()),
    ]
    used = [(clause, values) for wanted, clause, values in clauses if wanted]
    joined = "WHERE " + " AND ".join(clause for clause, _ in used) if used else "WHERE 1"
    return joined, tuple(value for _, values in used for value in values)


def shown(filters: Filters) -> Sql:
    """The condition under which an item that passes has a row: always, or where its story is opened."""
    if not filters.stories:
        return "1", ()
    marks = ", ".join("?" * len(filters.opened))
    return f"(s.story IS NULL OR s.story = b.id OR s.story IN ({marks}))", filters.opened


def counted(filters: Filters) -> Sql:
    """The condition of ``shown`` for who counts, who has not joined the stories: only of the few that are hidden."""
    if not filters.stories:
        return "1", ()
    marks = ", ".join("?" * len(filters.opened))
    hidden = f"""SELECT 1 FROM stories h INDEXED BY stories_hidden
        WHERE h.briefing = b.id AND h.story <> h.briefing AND h.story NOT IN ({marks})"""  # noqa: S608 - question marks
    return f"NOT EXISTS ({hidden})", filters.opened


def make_row(row: dict[str, object]) -> Row:
    """A row as SQL gave it."""
    seen = bool(row.pop("seen"))
    return Row(**{**row, "status": Status(str(row["status"]))}, read=seen)  # type: ignore[arg-type]  # columns are STRICT


def make_run(row: dict[str, object]) -> Run:
    """A run as SQL gave it."""
    notices = tuple(json.loads(str(row["notices"])))
    return Run(**{**row, "whole": bool(row["whole"]), "notices": notices})  # type: ignore[arg-type]  # columns are STRICT
