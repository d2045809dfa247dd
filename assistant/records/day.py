"""What makes a report the report of a day: stories by topic, the glance, what changed."""

from datetime import date
from enum import StrEnum

from assistant.records.record import record
from assistant.records.source import Stamp


class Topic(StrEnum):
    """What a story is about, told by the words of its source."""

    POLITICS = "politics"
    ECONOMY = "economy"
    DISASTERS = "disasters and accidents"
    COURTS = "courts and crime"
    DEFENCE = "defence"
    HEALTH = "health"
    SPORT = "sport"
    INTERNATIONAL = "international"
    OTHER = "other"


@record
class DayStory:
    """What one or several items of a day tell. The stories of an edition hold every item once."""

    items: tuple[int, ...]
    """Indices into ``Report.briefings``, the fullest first."""
    topic: Topic = Topic.OTHER
    in_brief: bool = False
    """Nothing but a teaser of it is known."""


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


@record
class Edition:
    """What makes a report the report of a day."""

    day: date
    stories: tuple[DayStory, ...]
    """In reading order."""
    cutoff: Stamp | None = None
    """The newest time of capture of its pages, or of receipt where none is known: later news is not in it."""
    zone: str = ""
    """Where ``cutoff`` counts: ``local time of the page``, ``UTC``."""
    glance: tuple[GlanceLine, ...] = ()
    glance_note: str = ""
    """Why there are fewer lines than there could be."""
    changes: tuple[Change, ...] = ()
    compared_with: date | None = None
    """The earlier day; None where the store holds none."""
