"""The briefing that is on the desk, and the filters of the list in words."""

from dataclasses import dataclass

from assistant.pages import Page, Stop
from assistant.records import Briefing
from assistant.store import Filters, Review, name_finding
from assistant.tui.shelf import say_day


@dataclass(frozen=True, slots=True)
class Open:
    """The briefing that is on the desk."""

    briefing: Briefing
    page: Page
    notices: tuple[str, ...] = ()
    reviews: dict[str, Review] | None = None
    stop: Stop | None = None

    @property
    def review(self) -> Review | None:
        """What the user thinks of the finding at the cursor."""
        finding = self.stop.finding if self.stop else None
        return (self.reviews or {}).get(name_finding(finding)) if finding else None


def say_filters(filters: Filters) -> str:
    """The filters in words; empty where there are none."""
    words = [
        f'"{filters.words}"' if filters.words else "",
        "flagged" if filters.flagged else "",
        "unread" if filters.unread else "",
        filters.outlet,
        say_day(filters.day) if filters.day else "",
        "flags first" if filters.flags_first else "",
    ]
    return " · ".join(filter(None, words))
