"""The measures: each takes cases and the answers to them, and gives a rate with its confidence interval.

A rate says how many of how many; nothing here prints or decides. ``evals/README.md`` says what each measure means.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from evals.answers import Answer, Mark
from evals.cases import SlipCase

OMISSIONS = frozenset({"dropped"})
"""Kinds of slip that show as an omission, not as a wrong figure."""
SWAPS = frozenset({"swapped"})
"""Kinds in which both values stay in the text: hard, and reported apart."""
Z = 1.96
"""Of the normal distribution, for 95 %."""
PAD = {"currency": 14, "unit": 14, "per cent lost": 3, "points as percent": 3, "approximation": 14, "direction": 24}
"""Characters around the mistake in which the flagged figure may lie, where not the numeral itself is wrong."""
NARROW_PAD = 2
DIAGNOSES = {
    "ten times": "ten times too large",
    "tenth": "ten times too small",
    "thousand times": "a thousand times too",
    "digit changed": "digit",
    "digits transposed": "transposed",
    "per cent lost": "per cent lost",
    "points as percent": "points",
    "currency": "currency",
    "unit": "unit",
    "year": "year",
    "month": "month",
    "day": "day",
    "time": "time",
}
"""What the reason must say for a kind of mistake that has a name."""


@dataclass(frozen=True, slots=True)
class Rate:
    """So many of so many."""

    hits: int
    total: int

    @property
    def share(self) -> float:
        """In per cent; 0 of 0 is 0."""
        return 100 * self.hits / self.total if self.total else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's 95 % confidence interval of the share, in per cent: honest also for 0 of 40."""
        if not self.total:
            return 0.0, 100.0
        n, p = self.total, self.hits / self.total
        middle = (p + Z * Z / (2 * n)) / (1 + Z * Z / n)
        half = Z * sqrt(p * (1 - p) / n + Z * Z / (4 * n * n)) / (1 + Z * Z / n)
        return 100 * max(0.0, middle - half), 100 * min(1.0, middle + half)

    def __add__(self, other: "Rate") -> "Rate":
        """Both together."""
        return Rate(self.hits + other.hits, self.total + other.total)


def count(truths: Iterable[bool]) -> Rate:
    """How many are true."""
    found = list(truths)
    return Rate(sum(found), len(found))


# ------------------------------------------------------------------------------------------------- clean pairs


def false_alarms(answers: Iterable[Answer]) -> Rate:
    """Clean pairs that are flagged."""
    return count(a.flagged for a in answers)


def false_alarms_per_figure(answers: Iterable[Answer]) -> Rate:
    """English figures of clean pairs that are flagged."""
    return count(mark.is_bad for a in answers for mark in a.english)


def omitted_figures(answers: Iterable[Answer]) -> Rate:
    """Source figures of clean pairs that are called omitted."""
    return count(status == "omitted" for a in answers for status in a.source_statuses)


def omitting_pairs(answers: Iterable[Answer]) -> Rate:
    """Clean pairs of which the check says that something is missing."""
    return count(a.omits for a in answers)


# ------------------------------------------------------------------------------------------------------- slips


def is_seen(kind: str, answer: Answer) -> bool:
    """Whether a checker saw this kind of mistake: omissions by ``omits``, all others by ``flagged``."""
    return answer.omits if kind in OMISSIONS else answer.flagged


def is_told_apart(kind: str, wrong: Answer, right: Answer) -> bool:
    """Whether the wrong text is seen and the right one left in peace: flagging everything scores nothing."""
    return is_seen(kind, wrong) and not is_seen(kind, right)


def recall_by_kind(slips: Sequence[SlipCase], wrong: Sequence[Answer]) -> dict[str, Rate]:
    """For each kind of mistake: how many were seen."""
    return _by_kind((s.kind, is_seen(s.kind, a)) for s, a in zip(slips, wrong, strict=True))


def pair_accuracy_by_kind(
    slips: Sequence[SlipCase], wrong: Sequence[Answer], right: Sequence[Answer]
) -> dict[str, Rate]:
    """For each kind of mistake: how many wrong texts are told from their right ones."""
    rows = zip(slips, wrong, right, strict=True)
    return _by_kind((s.kind, is_told_apart(s.kind, w, r)) for s, w, r in rows)


def add_up(rates: Mapping[str, Rate], *, but: frozenset[str] = frozenset()) -> Rate:
    """All kinds together, except some."""
    return sum((rate for kind, rate in rates.items() if kind not in but), Rate(0, 0))


def localisation(slips: Sequence[SlipCase], wrong: Sequence[Answer]) -> Rate:
    """Where a mistake that has a place is flagged: how often the changed figure itself is among the flagged ones."""
    seen = [
        (slip, answer)
        for slip, answer in zip(slips, wrong, strict=True)
        if slip.wrong and slip.kind not in OMISSIONS and answer.flagged and answer.english
    ]
    return count(is_located(slip, answer) for slip, answer in seen)


def is_located(slip: SlipCase, answer: Answer) -> bool:
    """Whether a flagged figure lies where the mistake is."""
    return bool(marks_at(slip, answer))


def marks_at(slip: SlipCase, answer: Answer) -> list[Mark]:
    """The flagged figures that lie where the mistake is."""
    if slip.wrong is None:
        return []
    pad = PAD.get(slip.kind, NARROW_PAD)
    start, end = slip.wrong.start - pad, slip.wrong.end + pad
    return [mark for mark in answer.english if mark.is_bad and mark.span.start < end and start < mark.span.end]


def evidence_accuracy(slips: Sequence[SlipCase], wrong: Sequence[Answer]) -> Rate:
    """Of the mistakes that are flagged in place: how often the source figure that was meant is shown beside them."""
    located = [(s, marks) for s, a in zip(slips, wrong, strict=True) if s.meant and (marks := marks_at(s, a))]
    return count(any(_shows(mark, slip.meant) for mark in marks) for slip, marks in located)


def diagnosis_accuracy(slips: Sequence[SlipCase], wrong: Sequence[Answer]) -> Rate:
    """Of the mistakes that are flagged in place and have a name: how often the reason says that name."""
    located = [
        (s, marks) for s, a in zip(slips, wrong, strict=True) if s.kind in DIAGNOSES and (marks := marks_at(s, a))
    ]
    return count(any(DIAGNOSES[slip.kind] in mark.why for mark in marks) for slip, marks in located)


def _shows(mark: Mark, meant: str) -> bool:
    return any(shown in part or part in shown for shown in mark.evidence for part in meant.split(" + "))


# ----------------------------------------------------------------------------------------------------- helpers


def _by_kind(rows: Iterable[tuple[str, bool]]) -> dict[str, Rate]:
    rates: dict[str, Rate] = defaultdict(lambda: Rate(0, 0))
    for kind, hit in rows:
        rates[kind] += Rate(int(hit), 1)
    return dict(rates)
