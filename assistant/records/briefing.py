"""What became of an item: its draft, the findings, what was mended, or why there is none."""

from enum import StrEnum

from assistant.records.draft import Draft, Term
from assistant.records.finding import Check, Finding, Place, RenderedFigure, Verdict
from assistant.records.record import record
from assistant.records.source import Item


@record
class Failure:
    """Why an item has no draft, in words for the reader."""

    kind: str
    """``ModelError.kind``: refused, cut, timed-out ..."""
    message: str
    advice: str = ""


@record
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


@record
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
        return sum(f.check is Check.FIGURE and f.verdict is not Verdict.OMITTED for f in self.findings)
