"""What makes a report the report of a day: stories by topic, the glance, what changed."""

from datetime import date

from assistant.records.record import record
from assistant.records.source import Stamp


@record
class GlanceLine:
    """One sentence of the day's "at a glance", and the items it rests on."""

    english: str
    items: tuple[int, ...]
    """Indices into ``Report.briefings``."""


@record
class Change:
    """What is new in a story that an earlier day told already."""

    item: int
    """Index into ``Report.briefings``."""
    earlier: str
    """The id of the earlier briefing."""
    earlier_headline: str
    subject: str = ""
    """What was counted: ``killed``; empty where the story goes on and no count is known to have changed."""
    before: str = ""
    """In the source's words: ``2人死亡``."""
    after: str = ""
    before_count: int = 0
    after_count: int = 0
    before_most: int = 0
    """The largest count where earlier items disagreed, of which ``before_count`` is the smallest; else 0."""


@record
class Edition:
    """What makes a report the report of a day."""

    day: date
    cutoff: Stamp | None = None
    """When its newest page was captured, or received where none says so: the report holds news up to the earliest
    of these times, and may hold some up to the latest."""
    zone: str = ""
    """Where ``cutoff`` counts, in words: ``UTC``, ``UTC+08:00``, or that it is not known."""
    glance: tuple[GlanceLine, ...] = ()
    glance_note: str = ""
    """Why there are fewer lines than there could be."""
    changes: tuple[Change, ...] = ()
    compared_with: date | None = None
    """The earlier day; None where the store holds none."""
