"""What is read: a dump, the items it is cut into, their sentences, times and damage."""

from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from assistant.records.record import record


class Span(NamedTuple):
    """Half-open range ``[start, end)`` of characters."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of ``text`` that lie in this span."""
        return text[self.start : self.end]

    def shift(self, offset: int) -> "Span":
        """The same range, ``offset`` characters further on."""
        return Span(self.start + offset, self.end + offset)

    def holds(self, inner: "Span") -> bool:
        """Whether the other range lies in this one."""
        return self.start <= inner.start and inner.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two have a character in common."""
        return self.start < other.end and other.start < self.end


@record
class Dump:
    """A file as received, decoded and cleaned once. ``text`` is what all spans refer to."""

    name: str
    """As the user knows it: ``notes.txt``; ``-`` for standard input."""
    text: str
    sha256: str
    """Of the bytes received, in hexadecimal; with the encoding that the user named, where that makes another text."""
    encoding: str
    """The codec that decoded the bytes."""
    cleaned: tuple[tuple[str, int], ...] = ()
    """What cleaning changed, and how often: ``(("zero-width characters", 3),)``."""
    as_of: datetime | None = None
    """When the page was captured, if the user said so."""
    modified: datetime | None = None
    """The file's own time, where it was saved: the last resort for dating."""
    main: tuple[Span, ...] = ()
    """Lines of a saved page that an extractor of main texts took for the article; a hint, empty for all else."""
    site: str = ""
    """The outlet whose page it is, as the head of a saved page names it; empty for all else."""
    captions: tuple[Span, ...] = ()
    """Lines that a saved page marks as standing below its pictures; empty for all else."""
    links: tuple[Span, ...] = ()
    """Lines of a saved page that are wholly a link to another one; empty for all else."""
    garbled: tuple[tuple[Span, str], ...] = ()
    """Lines that were read in a wrong encoding before they came here, and in which, in words."""


class ItemKind(StrEnum):
    """What a part of a dump is. Only articles and related items are news."""

    ARTICLE = "article"
    RELATED = "related"
    NAVIGATION = "navigation"
    ADVERTISEMENT = "advertisement"
    FOOTER = "footer"

    @property
    def is_news(self) -> bool:
        """Whether a part of this kind is briefed."""
        return self is ItemKind.ARTICLE or self is ItemKind.RELATED


class Role(StrEnum):
    """What a segment does in its item. Headlines, sentences and captions are translated; the others are not."""

    HEADLINE = "headline"
    SENTENCE = "sentence"
    CAPTION = "caption"
    """Below a picture, or the lead between headline and time: news, and no part of the running text."""
    SOURCE_LINE = "source line"
    MATTER = "matter"
    """Blank lines, navigation and the like: kept so that the segments tile the dump."""

    @property
    def is_text(self) -> bool:
        """Whether a segment of this role tells news below the headline."""
        return self is Role.SENTENCE or self is Role.CAPTION


_TRANSLATED = (Role.HEADLINE, Role.SENTENCE, Role.CAPTION)


@record
class Segment:
    """One sentence (or headline, or source line) of an item. The segments of all items tile the dump."""

    index: int
    """Its place in the item, from 0."""
    span: Span
    text: str
    """``dump.text[span]``, white space at its end included."""
    role: Role = Role.SENTENCE


class Certainty(StrEnum):
    """How a date came to be known."""

    STATED = "stated"
    """The source prints it in full."""
    INFERRED = "inferred"
    """Part of it was worked out from other clues; ``Stamp.why`` says which."""
    GIVEN = "given"
    """The user said so (``--as-of``)."""


@record
class Stamp:
    """A point in time as far as it is known: somewhere in ``[earliest, latest]``, local time of the page."""

    earliest: datetime
    latest: datetime
    certainty: Certainty
    why: str
    """How it was worked out, in words for the reader: "昨(20)日, and the page is of about 2 November"."""

    @property
    def day(self) -> date | None:
        """The day, when both ends fall on the same one."""
        return self.earliest.date() if self.earliest.date() == self.latest.date() else None


@record
class Clock:
    """The times of one item. Capture, publication and event are three different things."""

    captured: Stamp | None = None
    published: Stamp | None = None
    notes: tuple[str, ...] = ()
    """Contradictions between the clues, in words; reported, not guessed away."""

    @property
    def page_day(self) -> date | None:
        """The day of the page: on which it was captured, the first where its clues leave several.

        That is the day of the newest time which the page prints. The last would be that of the file, which changes
        with every copy, or the morning after: 3 小時前 and 今(2)日 were printed on the 2nd, or soon after midnight.
        """
        return self.captured.earliest.date() if self.captured else None


@record
class Damage:
    """Something that the source lost or garbled; translated as printed, with a note."""

    kind: str
    """``missing``, ``wrong``, ``cut`` or ``residue``."""
    span: Span
    printed: str
    note: str
    """For the reader: "國民 probably stands for 國民黨: a character is missing in the source"."""


@record
class Item:
    """One part of a dump: a news story, or something that is no news. The items of a dump tile its text.

    An item may stand inside another, as a link between the paragraphs of an article does. It follows that other one, in
    whose segments it is matter; the part of the outer item is what is left, in several stretches
    (``segmenting.tile_items``).
    """

    index: int
    """Its place among the parts of its dump, from 0."""
    kind: ItemKind
    span: Span
    text: str
    """``dump.text[span]``."""
    segments: tuple[Segment, ...]
    """They tile ``span``."""
    language: str = "zh-Hant"
    """BCP 47."""
    headline: Span | None = None
    outlet: Span | None = None
    age: Span | None = None
    """The words that say how old the item is: ``16 小時前``."""
    truncated: bool = False
    """The text breaks off."""
    clock: Clock = Clock()
    damage: tuple[Damage, ...] = ()
    unsure: str = ""
    """Why the rules are not certain that this is an item of this kind, in words; empty when they are."""
    site: str = ""
    """The outlet whose page an article stands on, as the page names itself: in title, masthead or beside its rights.

    ``outlet`` is what the item prints beside its time. Empty where the page names none, and mostly for related items.
    """

    def read(self, span: Span | None) -> str:
        """The characters of ``span`` (counted in the dump), or an empty string."""
        return span.shift(-self.span.start).of(self.text) if span else ""

    @property
    def outlet_name(self) -> str:
        """Its own outlet, else that of its page; empty when neither is known."""
        return self.read(self.outlet) or self.site

    @property
    def day(self) -> date | None:
        """The day of publication, from which 今日 and 昨(20)日 count; None when it is not known to the day."""
        return self.clock.published.day if self.clock.published else None

    @property
    def likely_day(self) -> date | None:
        """The day that English dates are held against: the later one where an age leaves two neighbouring days open.

        Whoever translates 19日 as "19 November" is right whichever of the two it is.
        """
        stamp = self.clock.published
        if stamp is None or (stamp.latest.date() - stamp.earliest.date()).days > 1:
            return None
        return stamp.latest.date()

    @property
    def sentences(self) -> tuple[Segment, ...]:
        """The segments that are translated: headline, sentences and captions."""
        return tuple(s for s in self.segments if s.role in _TRANSLATED)
