"""Hold what a reader found in a text against the labels of a person: how much was found, how much of it is right.

Readers may put a figure in more than one right way (三年半 as 3.5 years or 42 months, 八折 as 80 % or 20 % off, a range
as one interval or two ends); all of them count.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from assistant.figures import Figure, Kind, read_english, read_source
from assistant.figures.values import ClockTime, Interval, PartialDate
from evals.cases import Label, ReadingCase
from evals.scorers import Rate, count

Reader = Callable[[ReadingCase], Sequence[Figure]]

MINUTES: dict[str, Fraction] = {
    "s": Fraction(1, 60),
    "min": Fraction(1),
    "h": Fraction(60),
    "d": Fraction(1440),
    "wk": Fraction(10_080),
    "mo": Fraction(43_200),
    "a": Fraction(518_400),
}
"""Durations in minutes; a year counts as twelve months of thirty days."""
HALVES = {"里": "km", "斤": "kg"}
"""Units that are half of another; a reader may convert them."""
APPROXIMATIONS = {
    "over": ("more than",),
    "under": ("less than", "nearly"),
    "nearly": ("nearly",),
    "about": ("about",),
    "at least": ("at least",),
    "up to": ("up to",),
}
"""How a label says it -> how the reader does: of English "under" it makes "nearly", of 不到 "less than"."""
DATE_PARTS = re.compile(r"(?P<year>\d{4})?(?:-{1,2}(?P<month>\d\d))?(?:-{1,3}(?P<day>\d\d))?")
NAMED_PARTS = {"Q": "quarter", "H": "half", "W": "weekday", "C": "century"}
IDENTIFIER = re.compile(r"[^0-9A-Z一-鿿]")
VAGUE_FACTOR = 100
"""How much wider than the label a vague count may be read."""


@dataclass(frozen=True, slots=True)
class ReadingResult:
    """One case, what a reader found in it, and which labels and figures agree."""

    case: ReadingCase
    figures: tuple[Figure, ...]
    found: tuple[bool, ...]
    """For each label: read with the right value."""
    right: tuple[bool, ...]
    """For each figure that counts (no names, nothing soft): it is one of the labels."""
    units: tuple[bool, ...]
    """For each label found that has a unit: read with that unit."""
    approximations: tuple[bool, ...]
    """For each label found that is qualified: the wording was understood."""


def read_case(case: ReadingCase) -> Sequence[Figure]:
    """The figures of a case as the product reads them."""
    if case.language == "en":
        return read_english(case.text)
    return read_source(case.text, language=case.language, clock=case.day)


def judge_case(case: ReadingCase, figures: Sequence[Figure]) -> ReadingResult:
    """Compare a reader's figures with the labels."""
    near = [[f for f in figures if f.span.start < x.span.end and x.span.start < f.span.end] for x in case.figures]
    agreeing = [_agreeing(label, found) for label, found in zip(case.figures, near, strict=True)]
    covered = [f for found in agreeing for f in found]
    counted = [f for f in figures if f in covered or not (f.is_soft or f.kind is Kind.IDENTIFIER)]
    both = [(label, found) for label, found in zip(case.figures, agreeing, strict=True) if found]
    return ReadingResult(
        case,
        tuple(figures),
        tuple(bool(found) for found in agreeing),
        tuple(f in covered for f in counted),
        tuple(any(_has_unit(x, r) for f in found for r in f.readings) for x, found in both if x.unit),
        tuple(
            any(f.approximation in APPROXIMATIONS[x.approximation] or isinstance(f.value, Interval) for f in found)
            for x, found in both
            if x.approximation
        ),
    )


def judge_cases(cases: Iterable[ReadingCase], read: Reader = read_case) -> list[ReadingResult]:
    """Read and judge each case."""
    return [judge_case(case, read(case)) for case in cases]


def recall(results: Iterable[ReadingResult]) -> Rate:
    """Of the figures that a person sees: how many were read with the right value."""
    return count(hit for result in results for hit in result.found)


def precision(results: Iterable[ReadingResult]) -> Rate:
    """Of the figures that were read: how many a person sees too, with the same value."""
    return count(hit for result in results for hit in result.right)


def unit_accuracy(results: Iterable[ReadingResult]) -> Rate:
    """Of the figures found that have a unit or currency: how many have the right one."""
    return count(hit for result in results for hit in result.units)


def approximation_accuracy(results: Iterable[ReadingResult]) -> Rate:
    """Of the figures found that are qualified (about, more than): how many were understood so."""
    return count(hit for result in results for hit in result.approximations)


# ---------------------------------------------------------------------------------------------------- agreement


def _agreeing(label: Label, figures: Sequence[Figure]) -> list[Figure]:
    """The figures that say what the label says; both ends for a range that was read as two figures."""
    whole = [f for f in figures if any(_agrees(label, reading) for reading in f.readings)]
    if whole or ".." not in label.value:
        return whole
    ends = [_with_value(label, value) for value in label.value.split("..")]
    parts = [[f for f in figures if any(_agrees(end, r) for r in f.readings)] for end in ends]
    return [f for part in parts for f in part] if all(parts) else []


def _agrees(label: Label, figure: Figure) -> bool:
    value = figure.value
    if isinstance(value, PartialDate):
        return _agrees_date(label.value, value)
    if isinstance(value, ClockTime):
        return label.kind == "time" and _clock(label.value) == (value.hour, value.minute or 0)
    if isinstance(value, str):
        return label.kind == "identifier" and _name(label.value) in _name(value)
    if isinstance(value, tuple) and not isinstance(value, Interval):
        return label.kind == "score" and _agrees_score(label.value, [str(number) for number in value])
    if label.kind in ("date", "time", "score", "identifier"):
        return label.kind == "date" and _numbers(label.value) is not None and _agrees_number(label, figure)
    return _agrees_number(label, figure)


def _agrees_number(label: Label, figure: Figure) -> bool:
    numbers = _numbers(label.value)
    if numbers is None or figure.low is None or figure.high is None:
        return False
    low, high = numbers
    if isinstance(figure.value, Interval) and (label.kind == "vague" or label.approximation):
        return figure.low <= max(high, 2 * low) and low / 2 <= figure.high <= VAGUE_FACTOR * high
    if label.kind == "vague" and low <= figure.low <= high:
        return True
    return any(low == a and high == b for a, b in _ways(label, figure, Fraction(figure.low), Fraction(figure.high)))


def _ways(label: Label, figure: Figure, low: Fraction, high: Fraction) -> Iterator[tuple[Fraction, Fraction]]:
    """The figure's value in all notations that a label may use."""
    if figure.unit in MINUTES and label.unit in MINUTES:
        factor = MINUTES[figure.unit] / MINUTES[label.unit]
        yield low * factor, high * factor
        return
    yield low, high
    share = Kind.PERCENT, Kind.FRACTION, Kind.MULTIPLE
    if figure.kind in share and label.kind in ("percent", "fraction", "multiple"):
        yield low / 100, high / 100
        yield low * 100, high * 100
        yield 100 - low, 100 - high
    if figure.kind is Kind.MULTIPLE:
        yield low - 1, high - 1
        yield low + 1, high + 1
    if figure.unit in HALVES and HALVES[figure.unit] == label.unit:
        yield low / 2, high / 2


def _agrees_score(wanted: str, numbers: list[str]) -> bool:
    """Whether a score has the same numbers; in the same order, unless they are hits of attempts (12投9中 is 9/12)."""
    return sorted(wanted.split("/")) == sorted(numbers) if "/" in wanted else wanted.split(":") == numbers


def _agrees_date(wanted: str, value: PartialDate) -> bool:
    """Whether a date has all parts that the label names, and no other year, month or day."""
    if wanted[0] in NAMED_PARTS and wanted[1:].isdigit():
        return bool(getattr(value, NAMED_PARTS[wanted[0]]) == int(wanted[1:]))
    if re.fullmatch(r"\d{4}\.\.\d{4}", wanted):
        return value.decade in (int(wanted[:4]), int(wanted[2:4]))
    match = DATE_PARTS.fullmatch(wanted)
    if not match:
        return False
    return all(getattr(value, part) == (int(text) if text else None) for part, text in match.groupdict().items())


def _has_unit(label: Label, figure: Figure) -> bool:
    same = figure.unit == label.unit or figure.unit in HALVES
    percent = label.kind in ("percent", "percentage points", "basis points") and figure.kind in (
        Kind.PERCENT,
        Kind.FRACTION,
        Kind.POINTS,
        Kind.BASIS_POINTS,
    )
    return same or percent or (label.unit in MINUTES and figure.unit in MINUTES)


# ------------------------------------------------------------------------------------------------------- values


def _with_value(label: Label, value: str) -> Label:
    return Label(label.span, label.text, label.kind, value, label.unit, label.approximation)


def _numbers(value: str) -> tuple[Fraction, Fraction] | None:
    """``5`` or ``3..5`` as an interval; None for dates and the like."""
    low, _, high = value.partition("..")
    try:
        return Fraction(low), Fraction(high or low)
    except ValueError:
        return None


def _clock(value: str) -> tuple[int, int]:
    hour, _, minute = value.partition(":")
    return int(hour), int(minute)


def _name(text: str) -> str:
    return IDENTIFIER.sub("", text.upper())
