"""What a model wrote about an item, and how names are written."""

from enum import StrEnum

from assistant.records.record import record


@record
class Translation:
    """The English of one segment."""

    segment: int
    """``Segment.index`` in the item."""
    english: str


@record
class Attribution:
    """Who says it: outlet of the page -> medium it cites -> speaker -> act. Empty means "not given"."""

    medium: str = ""
    speaker: str = ""
    act: str = ""
    """said, denied, warned, analysed ..."""


@record
class Claim:
    """One key statement of an item, with what it rests on."""

    english: str
    segments: tuple[int, ...]
    """The source sentences it cites, as ``Segment.index``."""
    quote: str
    """Said by the model to stand in those sentences, word for word."""
    attribution: Attribution = Attribution()


@record
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


@record
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


@record
class Misprint:
    """Characters that a model takes for misprinted. Counts for nothing until a table agrees."""

    segment: int
    """``Segment.index`` in the item."""
    printed: str
    meant: str


@record
class Draft:
    """What a model wrote about one item. Unchecked."""

    headline: str
    summary: str
    translations: tuple[Translation, ...]
    claims: tuple[Claim, ...]
    names: tuple[Name, ...]
    misprints: tuple[Misprint, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """All English that a reader reads of it: headline, summary, claims, translations."""
        claims, translations = (c.english for c in self.claims), (t.english for t in self.translations)
        return (self.headline, self.summary, *claims, *translations)

    def translation(self, segment: int) -> str:
        """The English of the segment with this index, or an empty string."""
        return next((t.english for t in self.translations if t.segment == segment), "")
