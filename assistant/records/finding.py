"""What the checks say of a draft, and the figures of a source in English."""

from enum import StrEnum

from assistant.records.record import record
from assistant.records.source import Span


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
    DISMISSED = "dismissed"
    """No check says so: the user marked a flag as a false alarm (``judging``). It is shown, and is no flag."""
    NOTED = "noted"
    """Worth knowing, and no fault: a summary left it out, the source is damaged."""

    @property
    def is_flag(self) -> bool:
        """Whether the reader must look."""
        return self in FLAGS


FLAGS = frozenset((Verdict.CONTRADICTED, Verdict.UNSUPPORTED, Verdict.OMITTED, Verdict.WITHHELD, Verdict.SUSPECT))


class Check(StrEnum):
    """Which check a finding comes from."""

    FIGURE = "figure"
    QUOTE = "quote"
    """The passage that a claim rests on: it must stand in the source."""
    QUOTATION = "quotation"
    """Words in quotation marks in the English."""
    NAME = "name"
    ATTRIBUTION = "attribution"
    TRANSLATION = "translation"
    """A sentence that is left out, or left as it was."""
    OMISSION = "omission"
    """What summary and claims leave out."""
    INJECTION = "injection"
    ARITHMETIC = "arithmetic"
    """The source's own sums."""


class Field(StrEnum):
    """Which part of a draft a finding is about."""

    HEADLINE = "headline"
    SUMMARY = "summary"
    CLAIM = "claim"
    TRANSLATION = "translation"
    NAME = "name"
    ITEM = "item"
    """The item as a whole."""


@record
class Place:
    """Where in a briefing: the field, and which one of it (segment index, claim index; 0 where there is one)."""

    field: Field
    index: int = 0


@record
class Finding:
    """What one check says of one piece of a draft, with the evidence on both sides."""

    check: Check
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


@record
class RenderedFigure:
    """One figure of the source, rendered in English beside its sentence; what a source-only briefing shows."""

    span: Span
    """In the dump."""
    surface: str
    english: str
    """``US$8.5 billion``."""
    kind: str
    """money, percent, count, date ..."""
