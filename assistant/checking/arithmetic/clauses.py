"""A sentence as its figures and the words between them.

In ``skeleton`` each figure is one character, so that a pattern can say "from, a figure, to, a figure".
"""

from dataclasses import dataclass
from datetime import date

from assistant.figures import Figure, Kind, read_source
from assistant.figures.dimensions import canonical, dimension_of, same_money
from assistant.folding import fold

FIRST_MARK = 0xE000
MOST_FIGURES = 400
"""A sentence with more figures is a table; nothing is worked out in it."""
MARK = "[\ue000-\ue18f]"
"""Any figure, in a pattern."""
NUMERIC = (
    Kind.COUNT, Kind.MONEY, Kind.PERCENT, Kind.POINTS, Kind.FRACTION, Kind.MULTIPLE, Kind.MEASURE, Kind.VAGUE
)  # fmt: skip
SHARES = (Kind.PERCENT, Kind.FRACTION)
AMOUNTS = (Kind.COUNT, Kind.MONEY, Kind.MEASURE)
_PEOPLE = "人名位口员"
_SIGNS = ("负", "-", "−", "零下")


@dataclass(frozen=True, slots=True)
class Clause:
    """One sentence. ``skeleton`` is in simplified characters, with a mark in the place of each figure."""

    skeleton: str
    figures: tuple[Figure, ...]

    def at(self, mark: str) -> Figure:
        """The figure of a mark."""
        return self.figures[ord(mark) - FIRST_MARK]

    def places(self) -> list[tuple[int, Figure]]:
        """Where each figure stands in the skeleton."""
        places = (at for at, character in enumerate(self.skeleton) if _is_mark(character))
        return list(zip(places, self.figures, strict=True))

    def all_in(self, text: str) -> tuple[Figure, ...]:
        """The figures of a stretch of the skeleton, in order."""
        return tuple(self.at(c) for c in text if _is_mark(c))


def _is_mark(character: str) -> bool:
    return FIRST_MARK <= ord(character) < FIRST_MARK + MOST_FIGURES


def read_clause(text: str, *, language: str, clock: date | None) -> Clause:
    """The figures of a sentence that measure something, and the skeleton around them."""
    folded = fold(text)
    figures = tuple(
        figure
        for figure in read_source(text, language=language, clock=clock)
        if figure.kind in NUMERIC and canonical(figure) and not _is_signed(folded, figure.span.start)
    )
    if len(figures) > MOST_FIGURES:
        return Clause("", ())
    parts, done = list[str](), 0
    for place, figure in enumerate(figures):
        parts += [folded[done : figure.span.start], chr(FIRST_MARK + place)]
        done = figure.span.end
    skeleton = "".join([*parts, folded[done:]]).replace(",", "，").replace("(", "（").replace(")", "）")
    return Clause("".join(skeleton.split()), figures)


def _is_signed(folded: str, start: int) -> bool:
    """Whether a minus stands before a figure: the reader gives its size alone."""
    return folded[max(0, start - 2) : start].endswith(_SIGNS)


def are_alike(*figures: Figure) -> bool:
    """Whether figures count or measure the same: one dimension, one currency, one counter (人, 名 and 位 are one)."""
    first = figures[0]
    return all(_is_alike(first, other) for other in figures[1:])


def _is_alike(one: Figure, other: Figure) -> bool:
    if dimension_of(one)[0] != dimension_of(other)[0]:
        return False
    if one.kind is Kind.MONEY:
        return same_money(one.unit, other.unit)
    if Kind.MEASURE in (one.kind, other.kind) or one.kind is not Kind.COUNT:
        return True
    return counter_of(one) == counter_of(other)


def counter_of(figure: Figure) -> str:
    """The counter of a count, its first character; those of people are one."""
    counter = figure.unit[:1]
    return "人" if counter and counter in _PEOPLE else counter
