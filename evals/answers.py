"""What a checker says of a pair, in the one shape that the scorers read, and how to ask the product's check for it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from assistant.figures import Mode, compare
from assistant.records import Span

BAD = frozenset({"contradicted", "unsupported"})


@dataclass(frozen=True, slots=True)
class Mark:
    """One figure of the English text and the verdict on it."""

    span: Span
    status: str
    evidence: tuple[str, ...] = ()
    """The source figures that are shown beside it, as printed."""
    why: str = ""

    @property
    def is_bad(self) -> bool:
        """Whether the reader is told to look here."""
        return self.status in BAD


@dataclass(frozen=True, slots=True)
class Answer:
    """What a checker says of one pair."""

    flagged: bool
    """An English figure is contradicted or unsupported."""
    omits: bool = False
    """A source figure that matters is missing."""
    english: tuple[Mark, ...] = ()
    source_statuses: tuple[str, ...] = ()
    """``carried`` or ``omitted``, one for each source figure."""


class Pair(Protocol):
    """What a checker is asked: a pair case or a slip case."""

    @property
    def source(self) -> str:
        """The foreign text."""

    @property
    def english(self) -> str:
        """The English text."""

    @property
    def mode(self) -> str:
        """``translation`` or ``summary``."""

    @property
    def language(self) -> str:
        """Of the source, BCP 47; empty where it is not known."""

    @property
    def day(self) -> date | None:
        """The source's clock."""


Checker = Callable[[Pair], Answer]


def ask_product(pair: Pair) -> Answer:
    """The product's own figure check, called as the program calls it."""
    mode: Mode = "summary" if pair.mode == "summary" else "translation"
    result = compare(pair.source, pair.english, mode=mode, clock=pair.day, language=pair.language or "zh-Hant")
    return Answer(
        result.flagged,
        result.omits,
        tuple(
            Mark(c.figure.span, str(c.status), tuple(e.surface for e in c.evidence), c.why)
            for c in result.english_figures
        ),
        tuple(str(c.status) for c in result.source_figures),
    )


def parse_answer(row: Mapping[str, Any]) -> Answer:
    """A line of ``briefing check --jsonl`` (or of another checker that writes the same) as an answer."""
    return Answer(
        bool(row["flagged"]),
        bool(row.get("omits")),
        tuple(_parse_mark(figure) for figure in row.get("english_figures", ()) if "start" in figure),
        tuple(f["status"] for f in row.get("source_figures", ())),
    )


def _parse_mark(figure: Mapping[str, Any]) -> Mark:
    evidence = tuple(e["text"] for e in figure.get("evidence", ()))
    return Mark(Span(figure["start"], figure["end"]), figure["status"], evidence, figure.get("why", ""))
