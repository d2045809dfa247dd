"""The result of a run or of a day, what it cost, and what happens meanwhile."""

from collections.abc import Callable
from datetime import date, datetime

from assistant.records.asking import PromptVersion, Spending
from assistant.records.briefing import Briefing, Status
from assistant.records.day import Edition
from assistant.records.record import record
from assistant.records.source import Span
from assistant.records.story import Story


@record
class Problem:
    """Something that went wrong outside any item: a dump that cannot be read, a run that had to stop."""

    name: str
    message: str
    advice: str = ""
    saved: date | None = None
    """When its file was saved, or its page captured, as the user said; None: not known, or it is no file."""


@record
class Version:
    """How one item tells a figure about which the items of its story do not agree."""

    item: int
    """Index into ``Report.briefings``."""
    english: str
    """The figure: ``12 people``."""
    words: str
    """The source's words around it: ``造成12人死亡``."""
    span: Span
    """Of the figure, in the item's dump."""


@record
class Conflict:
    """Items of one story with different figures for the same thing; which is right, the program cannot know."""

    subject: str
    """What was counted: ``killed``; empty where the words of the versions must tell."""
    versions: tuple[Version, ...]
    """Two or more, in the order of their items."""


@record
class Report:
    """The result of a run, or of a day: briefings in reading order, and how they came about."""

    title: str
    created: datetime
    briefings: tuple[Briefing, ...]
    model: str = ""
    """Empty: no model."""
    prompts: tuple[PromptVersion, ...] = ()
    spending: Spending = Spending()
    problems: tuple[Problem, ...] = ()
    notices: tuple[str, ...] = ()
    """What the reader must know about the whole: "the replies were written by hand for this sample"."""
    run: str = ""
    """Names the run in the store."""
    edition: Edition | None = None
    """What makes it the report of a day."""
    stories: tuple[Story, ...] = ()
    """What the briefings tell: each in exactly one story; of a day in reading order."""
    conflicts: tuple[Conflict, ...] = ()
    """Where the items of one story give different figures."""

    @property
    def is_whole(self) -> bool:
        """Whether nothing failed and nothing was held."""
        return not self.problems and all(b.status in (Status.BRIEFED, Status.SOURCE_ONLY) for b in self.briefings)


@record
class Progress:
    """One thing that happened in a run, for whoever watches."""

    event: str
    """``items``, ``sent``, ``returned``, ``answered``, ``waiting``, ``briefed``, ``failed``, ``ended``."""
    items_done: int = 0
    items_total: int = 0
    in_flight: int = 0
    spending: Spending = Spending()
    message: str = ""
    items_failed: int = 0
    """Of those that are done."""
    ceiling_usd: float | None = None
    """What the run may cost at most; None: nobody set a limit."""


Watch = Callable[[Progress], None]
