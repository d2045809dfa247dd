"""What one or several items tell."""

from enum import StrEnum

from assistant.records.record import record


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
class Story:
    """What one or several items tell, and what it is about."""

    items: tuple[int, ...]
    """Indices into ``Report.briefings``, the fullest first."""
    topic: Topic = Topic.OTHER
    in_brief: bool = False
    """Nothing but a teaser of it is known."""
