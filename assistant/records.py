"""The nouns of the program, in the order in which a dump becomes a report.

    Dump -> Item -> Segment -> Chunk -> Draft -> Finding -> Briefing -> Report

All records are frozen. A stage takes records and returns new ones. Spans are half-open and count characters of
``Dump.text``, which no stage changes after ``reading``; spans into English texts say so.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple, Protocol


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


# ------------------------------------------------------------------------------------------------------ source


@dataclass(frozen=True, slots=True)
class Dump:
    """A file as received, decoded and cleaned once. ``text`` is what all spans refer to."""

    name: str
    """As the user knows it: ``notes.txt``; ``-`` for standard input."""
    text: str
    sha256: str
    """Of the bytes received, in hexadecimal."""
    encoding: str
    """The codec that decoded the bytes."""
    cleaned: tuple[tuple[str, int], ...] = ()
    """What cleaning changed, and how often: ``(("zero-width characters", 3),)``."""
    as_of: datetime | None = None
    """When the page was captured, if the user said so."""
    modified: datetime | None = None
    """The file's own time, the last resort for dating."""
    main: tuple[Span, ...] = ()
    """Lines of a saved page that an extractor of main texts took for the article; a hint, empty for all else."""


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
        return self in (ItemKind.ARTICLE, ItemKind.RELATED)


class Role(StrEnum):
    """What a segment does in its item. Headlines and sentences are translated; source lines and matter are not."""

    HEADLINE = "headline"
    SENTENCE = "sentence"
    SOURCE_LINE = "source line"
    MATTER = "matter"
    """Blank lines, navigation and the like: kept so that the segments tile the dump."""


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Clock:
    """The times of one item. Capture, publication and event are three different things."""

    captured: Stamp | None = None
    published: Stamp | None = None
    notes: tuple[str, ...] = ()
    """Contradictions between the clues, in words; reported, not guessed away."""


@dataclass(frozen=True, slots=True)
class Damage:
    """Something that the source lost or garbled; translated as printed, with a note."""

    kind: str
    """``missing``, ``wrong``, ``cut`` or ``residue``."""
    span: Span
    printed: str
    note: str
    """For the reader: "國民 probably stands for 國民黨: a character is missing in the source"."""


@dataclass(frozen=True, slots=True)
class Item:
    """One part of a dump: a news story, or something that is no news. The items of a dump tile its text."""

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

    def read(self, span: Span | None) -> str:
        """The characters of ``span`` (counted in the dump), or an empty string."""
        return span.shift(-self.span.start).of(self.text) if span else ""

    @property
    def day(self) -> date | None:
        """The day of publication, from which 今日 and 昨(20)日 count; None when it is not known to the day."""
        return self.clock.published.day if self.clock.published else None

    @property
    def sentences(self) -> tuple[Segment, ...]:
        """The segments that are translated: headline and sentences."""
        return tuple(s for s in self.segments if s.role in (Role.HEADLINE, Role.SENTENCE))


# --------------------------------------------------------------------------------------------------- the model


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of segments of one item, as one call gets it."""

    item: Item
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Chunk:
    """What one call gets: passages of one or several items."""

    passages: tuple[Passage, ...]
    tokens: int
    """Of the source text alone."""


@dataclass(frozen=True, slots=True)
class PromptVersion:
    """Which prompt a request was made from."""

    name: str
    version: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Request:
    """One call to a model, as plain data, so that any engine can carry it."""

    system: str
    user: str
    schema_name: str
    """Matches ``[a-zA-Z0-9_-]{1,64}``."""
    schema: str
    """JSON schema of the reply, as canonical JSON text."""
    max_output_tokens: int
    prompt: PromptVersion
    subjects: tuple[str, ...] = ()
    """What it is about, for logs and recorded replies: a headline per passage. Never sent."""


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens of one call, or of many together."""

    input_tokens: int = 0
    output_tokens: int = 0
    cached_tokens: int = 0
    """The part of ``input_tokens`` that the server had in its cache."""

    def __add__(self, other: "Usage") -> "Usage":
        return Usage(
            self.input_tokens + other.input_tokens,
            self.output_tokens + other.output_tokens,
            self.cached_tokens + other.cached_tokens,
        )


@dataclass(frozen=True, slots=True)
class Answer:
    """What a model said to a ``Request``: a whole reply in JSON, not yet validated against our records."""

    text: str
    model: str
    """The model's name as the server gave it."""
    usage: Usage = Usage()
    seconds: float = 0.0
    cost_usd: float | None = None
    """None: price unknown. Never 0 for an unknown price."""
    kept: bool = False
    """It came from the store, and was not paid for again."""
    key: str = ""
    """Names the stored call; empty when calls are not stored."""


class Model(Protocol):
    """Anything that answers requests: a server, recorded replies, a script in a test."""

    @property
    def name(self) -> str:
        """For the method line: ``gpt-5-mini``, ``recorded replies``."""
        ...

    async def ask(self, request: Request) -> Answer:
        """Answer one request, or raise a ``ModelError``."""
        ...


# ---------------------------------------------------------------------------------------------------- the draft


@dataclass(frozen=True, slots=True)
class Translation:
    """The English of one segment."""

    segment: int
    """``Segment.index`` in the item."""
    english: str


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says it: outlet of the page -> medium it cites -> speaker -> act. Empty means "not given"."""

    medium: str = ""
    speaker: str = ""
    act: str = ""
    """said, denied, warned, analysed ..."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One key statement of an item, with what it rests on."""

    english: str
    segments: tuple[int, ...]
    """The source sentences it cites, as ``Segment.index``."""
    quote: str
    """Said by the model to stand in those sentences, word for word."""
    attribution: Attribution = Attribution()


@dataclass(frozen=True, slots=True)
class Name:
    """A person, organisation or place: how the source prints it and how the draft writes it."""

    original: str
    english: str
    kind: str = ""
    """``person``, ``organisation``, ``place`` or ``other``."""


class Authority(StrEnum):
    """Who says how a name is written; the later ones overrule the earlier."""

    SHIPPED = "shipped"
    LEARNED = "learned"
    """An earlier item or run wrote it so."""
    LOCKED = "locked"
    """The user locked it in the store."""
    USER = "user"
    """It stands in the user's own file."""


@dataclass(frozen=True, slots=True)
class Term:
    """A name of the glossary: all ways in which sources print it, and how it is written in English."""

    originals: tuple[str, ...]
    """Variants of one bearer: ``("普丁", "蒲亭")``."""
    english: tuple[str, ...]
    """Accepted spellings, the preferred one first."""
    kind: str = ""
    """``person``, ``party``, ``organisation``, ``media``, ``place`` or ``other``."""
    origin: str = ""
    """BCP 47 language of the bearer: whose words in another language are a translation."""
    authority: Authority = Authority.SHIPPED
    firm: bool = True
    """False for a name that others bear as well: it is never held against a draft."""

    @property
    def is_locked(self) -> bool:
        """Whether the user has decided on it."""
        return self.authority in (Authority.LOCKED, Authority.USER)


@dataclass(frozen=True, slots=True)
class Misprint:
    """Characters that a model takes for misprinted. Counts for nothing until a table agrees."""

    segment: int
    """``Segment.index`` in the item."""
    printed: str
    meant: str


@dataclass(frozen=True, slots=True)
class Draft:
    """What a model wrote about one item. Unchecked."""

    headline: str
    summary: str
    translations: tuple[Translation, ...]
    claims: tuple[Claim, ...]
    names: tuple[Name, ...]
    misprints: tuple[Misprint, ...] = ()

    def translation(self, segment: int) -> str:
        """The English of the segment with this index, or an empty string."""
        return next((t.english for t in self.translations if t.segment == segment), "")


# ------------------------------------------------------------------------------------------------- the checks


class Verdict(StrEnum):
    """What a check says of a piece of English (after FEVER and MQM)."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    UNSUPPORTED = "unsupported"
    DERIVED = "derived"
    """Not printed in the source, but follows from its figures; ``Finding.why`` shows the working."""
    IDENTIFIER = "identifier"
    """A name with digits, no quantity; it stands in the source."""
    OMITTED = "omitted"
    """The source has it, the translation does not."""
    WITHHELD = "withheld"
    """It failed its check and was taken out of the English; the source's words stand in its place."""
    SUSPECT = "suspect"
    """The source itself addresses the model: its words are no news, and nothing may rest on them."""
    NOTED = "noted"
    """Worth knowing, and no fault: a summary left it out, the source is damaged."""

    @property
    def is_flag(self) -> bool:
        """Whether the reader must look."""
        return self in FLAGS


FLAGS = frozenset((Verdict.CONTRADICTED, Verdict.UNSUPPORTED, Verdict.OMITTED, Verdict.WITHHELD, Verdict.SUSPECT))


class Field(StrEnum):
    """Which part of a draft a finding is about."""

    HEADLINE = "headline"
    SUMMARY = "summary"
    CLAIM = "claim"
    TRANSLATION = "translation"
    NAME = "name"
    ITEM = "item"
    """The item as a whole."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a briefing: the field, and which one of it (segment index, claim index; 0 where there is one)."""

    field: Field
    index: int = 0


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check says of one piece of a draft, with the evidence on both sides."""

    check: str
    """``figure``, ``quote``, ``name``, ``attribution``, ``translation``, ``damage`` ..."""
    verdict: Verdict
    place: Place
    english: str = ""
    """The piece of English itself."""
    span: Span | None = None
    """Where it stands in the English text of ``place``."""
    source: str = ""
    """The piece of source it is held against."""
    source_span: Span | None = None
    """Where that stands in the dump."""
    expected: str = ""
    """How the source's figure reads in English: ``US$8.5 billion``."""
    why: str = ""
    """The reason in words: "ten times too large: 85億 is 8.5 billion"."""


@dataclass(frozen=True, slots=True)
class RenderedFigure:
    """One figure of the source, rendered in English beside its sentence; what a source-only briefing shows."""

    span: Span
    """In the dump."""
    surface: str
    english: str
    """``US$8.5 billion``."""
    kind: str
    """money, percent, count, date ..."""


# --------------------------------------------------------------------------------------------------- the result


@dataclass(frozen=True, slots=True)
class Failure:
    """Why an item has no draft, in words for the reader."""

    kind: str
    """``ModelError.kind``: refused, cut, timed-out ..."""
    message: str
    advice: str = ""


@dataclass(frozen=True, slots=True)
class Repair:
    """One text of a draft that failed its check and was asked for again, or taken out."""

    place: Place
    before: str
    after: str
    why: str
    """What was wrong with ``before``."""


class Status(StrEnum):
    """What became of an item."""

    BRIEFED = "briefed"
    SOURCE_ONLY = "source-only"
    """No model was configured: the source's figures in English, marked "not translated"."""
    FAILED = "failed"
    """The model call failed: the same form, and the reason."""
    HELD = "held"
    """Checked, and not fit to be published."""


@dataclass(frozen=True, slots=True)
class Briefing:
    """One item, what a model wrote about it, and what the checks say of that."""

    dump_name: str
    dump_sha256: str
    item: Item
    figures: tuple[RenderedFigure, ...] = ()
    draft: Draft | None = None
    findings: tuple[Finding, ...] = ()
    failure: Failure | None = None
    held: bool = False
    calls: tuple[str, ...] = ()
    """Keys of the stored calls it rests on."""
    repairs: tuple[Repair, ...] = ()
    """What was changed after the checks, in order."""
    terms: tuple[Term, ...] = ()
    """Names of this item that the store or the user settled; the checks can run again only with them."""

    @property
    def id(self) -> str:
        """Stable over runs: the dump's hash and the item's place in it."""
        return f"{self.dump_sha256[:10]}-{self.item.index}"

    @property
    def status(self) -> Status:
        """What became of the item."""
        if self.failure:
            return Status.FAILED
        if not self.draft:
            return Status.SOURCE_ONLY
        return Status.HELD if self.held else Status.BRIEFED

    @property
    def flags(self) -> tuple[Finding, ...]:
        """The findings at which the reader must look."""
        return tuple(f for f in self.findings if f.verdict.is_flag)

    @property
    def figures_checked(self) -> int:
        """How many English figures were held against the source."""
        return sum(f.check == "figure" and f.verdict is not Verdict.OMITTED for f in self.findings)


@dataclass(frozen=True, slots=True)
class Spending:
    """What a run asked for and paid."""

    calls: int = 0
    kept: int = 0
    """Answers that came from the store."""
    usage: Usage = Usage()
    cost_usd: float | None = 0.0
    """None: the price of at least one call is unknown."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that went wrong outside any item: a dump that cannot be read, a run that had to stop."""

    name: str
    message: str
    advice: str = ""


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


@dataclass(frozen=True, slots=True)
class DayStory:
    """What one or several items of a day tell. The stories of an edition hold every item once."""

    items: tuple[int, ...]
    """Indices into ``Report.briefings``, the fullest first."""
    topic: Topic = Topic.OTHER
    in_brief: bool = False
    """Nothing but a teaser of it is known."""


@dataclass(frozen=True, slots=True)
class GlanceLine:
    """One sentence of the day's "at a glance", and the items it rests on."""

    english: str
    items: tuple[int, ...]
    """Indices into ``Report.briefings``."""


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Conflict:
    """Items of one story with different figures for the same thing; which is right, the program cannot know."""

    subject: str
    """What was counted: ``killed``; empty where the words of the versions must tell."""
    versions: tuple[Version, ...]
    """Two or more, in the order of their items."""


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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
    stories: tuple[tuple[int, ...], ...] = ()
    """Where it is none: items that tell the same story, as indices into ``briefings``; none is told once."""
    conflicts: tuple[Conflict, ...] = ()
    """Where the items of one story give different figures."""

    @property
    def is_whole(self) -> bool:
        """Whether nothing failed and nothing was held."""
        return not self.problems and all(b.status in (Status.BRIEFED, Status.SOURCE_ONLY) for b in self.briefings)


# ----------------------------------------------------------------------------------------------------- progress


@dataclass(frozen=True, slots=True)
class Progress:
    """One thing that happened in a run, for whoever watches."""

    event: str
    """``read``, ``split``, ``sent``, ``waiting``, ``answered``, ``briefed``, ``failed``."""
    items_done: int = 0
    items_total: int = 0
    in_flight: int = 0
    spending: Spending = Spending()
    message: str = ""


Watch = Callable[[Progress], None]
CountTokens = Callable[[str], int]
