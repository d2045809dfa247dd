"""The briefing that is on the desk."""

from collections.abc import Callable

from assistant.pages import Block, Page, Stop
from assistant.records import Briefing
from assistant.records.record import record
from assistant.store import Review, name_finding

Act = Callable[[], str]
"""Something that the outside world may refuse; it gives back what is to be said."""


@record
class Open:
    """The briefing that is on the desk."""

    briefing: Briefing
    page: Page
    blocks: tuple[Block, ...]
    """Of the page, and what the run has to say below it."""
    notices: tuple[str, ...] = ()
    reviews: dict[str, Review] | None = None
    stop: Stop | None = None

    @property
    def review(self) -> Review | None:
        """What the user thinks of the finding at the cursor."""
        finding = self.stop.finding if self.stop else None
        return (self.reviews or {}).get(name_finding(finding)) if finding else None
