"""The briefing that is on the desk."""

from collections.abc import Callable

from assistant.judging import Review, name_findings
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
        return None if self.finding_at is None else self.briefing.findings[self.finding_at]

    @property
    def finding_at(self) -> int | None:
        """Which of the findings of the briefing is at the cursor."""
        return self.stop.index if self.stop and self.stop.finding else None

    @property
    def review(self) -> Review | None:
        """What the user thinks of the finding at the cursor."""
        if not self.reviews or self.finding_at is None:
            return None
        return self.reviews.get(name_findings(self.briefing.findings)[self.finding_at])
