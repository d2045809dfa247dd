"""What a comparison says: a verdict for each figure of both texts."""

from bisect import bisect_left
from collections.abc import Iterable
from enum import StrEnum
from typing import Literal

from assistant.figures.values import Figure, replace
from assistant.records.finding import Verdict
from assistant.records.record import quick_record
from assistant.records.source import Span

Mode = Literal["translation", "summary"]


class Carriage(StrEnum):
    """What became of a source figure."""

    CARRIED = "carried"
    OMITTED = "omitted"


_CONTRADICTED, _UNSUPPORTED, _OMITTED = Verdict.CONTRADICTED, Verdict.UNSUPPORTED, Carriage.OMITTED
"""Looked for in lists: a set asks a member of an enumeration for its hash, which is Python code."""


@quick_record
class Checked:
    """One figure with what the other side says to it."""

    figure: Figure
    status: Verdict | Carriage
    evidence: tuple[Figure, ...] = ()
    """Figures of the other text, with spans there."""
    why: str = ""
    """For the reader; empty where there is nothing to explain."""
    expected: str = ""
    """What the source has, for a figure that is contradicted."""


@quick_record
class Comparison:
    """All figures of both texts, in order."""

    english_figures: tuple[Checked, ...]
    source_figures: tuple[Checked, ...]

    @property
    def flagged(self) -> bool:
        """Whether an English figure is contradicted or unsupported."""
        statuses = [checked.status for checked in self.english_figures]
        return _CONTRADICTED in statuses or _UNSUPPORTED in statuses

    @property
    def omits(self) -> bool:
        """Whether a source figure that matters is missing from a translation."""
        return _OMITTED in [checked.status for checked in self.source_figures]


def add_checked(comparison: Comparison, found: Iterable[Checked]) -> Comparison:
    """The comparison with words among its English figures that hold no number, where no figure stands already."""
    taken = [checked.figure.span for checked in comparison.english_figures]
    added: list[Checked] = []
    for checked in sorted(found, key=_start):
        is_next = not added or added[-1].figure.span.end <= checked.figure.span.start
        if is_next and _is_free(checked.figure.span, taken):
            added.append(checked)
    return replace(comparison, english_figures=tuple(sorted([*comparison.english_figures, *added], key=_start)))


def _start(checked: Checked) -> int:
    return checked.figure.span.start


def _is_free(span: Span, taken: list[Span]) -> bool:
    """Whether none of the spans, which are in order and do not overlap, shares a character with ``span``."""
    after = bisect_left(taken, span)
    beside = taken[max(0, after - 1) : after + 1]
    return all(other.end <= span.start or span.end <= other.start for other in beside)
