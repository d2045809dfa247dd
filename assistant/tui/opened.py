"""The briefing that is on the desk."""

from collections.abc import Callable

from assistant.judging import Review, name_finding
from assistant.pages import Block, Page, Stop
from assistant.records import Briefing, Finding
from assistant.records.record import record

Act = Callable[[], str]
"""Something that the outside world may refuse; it gives back what is to be said."""


@record
class Open:
    """The briefing that is on the desk."""

    briefing: Briefing
    """As it is stored."""
    page: Page
    """As the user judged it."""
    blocks: tuple[Block, ...]
    """Of the page, and what the run has to say below it."""
    notices: tuple[str, ...] = ()
    reviews: dict[str, Review] | None = None
    stop: Stop | None = None

    @property
    def finding(self) -> Finding | None:
        """The finding at the cursor, as it is stored."""
        return self.briefing.findings[self.stop.index] if self.stop and self.stop.finding else None

    @property
    def review(self) -> Review | None:
        """What the user thinks of the finding at the cursor."""
        return (self.reviews or {}).get(name_finding(self.finding)) if self.finding else None
