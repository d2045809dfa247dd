"""The nouns of a page: runs of text with a tone, blocks of runs, and the stops that the cursor visits."""

from enum import StrEnum
from typing import NamedTuple

from assistant.records import Finding, Verdict
from assistant.records.record import change, record


class Tone(StrEnum):
    """How a run is painted. Verdicts never rely on colour alone: a sign, an underline or a word comes with them."""

    PLAIN = "plain"
    STRONG = "strong"
    TITLE = "title"
    LABEL = "label"
    QUIET = "quiet"
    SOURCE = "source"
    VERIFIED = "verified"
    DERIVED = "derived"
    FLAG = "flag"
    REMARK = "remark"
    WITHHELD = "withheld"
    HIT = "hit"


TONES = {
    Verdict.CONTRADICTED: Tone.FLAG,
    Verdict.UNSUPPORTED: Tone.FLAG,
    Verdict.OMITTED: Tone.FLAG,
    Verdict.SUSPECT: Tone.FLAG,
    Verdict.WITHHELD: Tone.WITHHELD,
    Verdict.DERIVED: Tone.DERIVED,
    Verdict.DISMISSED: Tone.DERIVED,
    Verdict.SUPPORTED: Tone.VERIFIED,
    Verdict.IDENTIFIER: Tone.VERIFIED,
    Verdict.NOTED: Tone.PLAIN,
}


class Mode(StrEnum):
    """Which languages a page shows."""

    BOTH = "both"
    ENGLISH = "EN"
    SOURCE = "ZH"

    @property
    def following(self) -> "Mode":
        """The one that comes next when the user asks for another."""
        modes = list(Mode)
        return modes[(modes.index(self) + 1) % len(modes)]


class Origin(NamedTuple):
    """Where a run was cut from: ``text_name`` is ``source 4`` or ``claim 0``; ``start`` counts characters in it."""

    text_name: str
    start: int


@record
class Run:
    """A stretch of text in one tone. ``keys`` name the stops that light it."""

    text: str
    tone: Tone = Tone.PLAIN
    keys: tuple[str, ...] = ()
    origin: Origin | None = None
    """None: the page's own words and signs."""


Runs = tuple[Run, ...]


@record
class Block:
    """A paragraph, or two side by side. ``gutter`` stands before its first line, ``indent`` counts cells."""

    runs: Runs = ()
    beside: Runs | None = None
    """The source of ``runs``: to the right where there is room, else below."""
    gutter: Run | None = None
    indent: int = 1
    keys: tuple[str, ...] = ()
    """The block as a whole is at the cursor for these stops."""
    hint: Runs = ()
    """Flush right on the first line, where there is room."""
    space: bool = False
    """A blank line follows."""


@record
class Stop:
    """One place that the cursor visits: a finding, a claim, a figure of the source, or a ledger that is folded."""

    key: str
    label: str
    """Where it stands: ``claim 2``, ``sentence 5``."""
    finding: Finding | None = None
    """As the user judged it."""
    index: int = -1
    """Of the finding in ``Briefing.findings``."""
    claim: int | None = None
    figure: int | None = None
    """Index into ``Briefing.figures``."""
    folded: tuple[str, ...] = ()
    """What the page only counts, and is shown in full while the cursor is here."""

    @property
    def is_flag(self) -> bool:
        """Whether the reader must look at it."""
        return bool(self.finding and self.finding.verdict.is_flag)

    @property
    def is_dismissed(self) -> bool:
        """Whether the user marked it as a false alarm."""
        return bool(self.finding and self.finding.verdict is Verdict.DISMISSED)


@record
class Page:
    """One briefing, ready to be laid out in any width."""

    blocks: tuple[Block, ...]
    stops: tuple[Stop, ...]
    """In reading order."""
    sources: dict[int, Runs]
    """The marked source by ``Segment.index``."""
    english: dict[str, Runs]
    """The marked English by its name: ``headline``, ``claim 0``, ``translation 3``."""
    by_urgency: tuple[Stop, ...] = ()
    """Flags first, the gravest of them before the others; then the rest in reading order. Claims are left out."""

    def in_order_of(self, other: "Page") -> "Page":
        """The same page, whose flags are visited in the order of an earlier state of it: a mark changes no place."""
        places = {stop.key: place for place, stop in enumerate(other.by_urgency)}
        return change(self, by_urgency=tuple(sorted(self.by_urgency, key=lambda s: places.get(s.key, len(places)))))

    def stop(self, key: str) -> Stop | None:
        """The stop with this key."""
        return next((stop for stop in self.stops if stop.key == key), None)
