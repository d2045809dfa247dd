"""How sure it is that a part was cut rightly: signs for and against, each with its weight, and what is enough to doubt.

The weights are those of a logistic regression, rounded, on dumps of ours that were read with part of the word lists
taken away at random: so they were cut as pages of unknown sites are (docs/decisions/0036).
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from assistant.records import ItemKind
from assistant.segmenting.evidence import Evidence
from assistant.segmenting.lines import Line
from assistant.segmenting.part import LEAST_HEADLINE, Part

LEAST_SURE = 14
"""Characters of a headline that is hardly a button or a label."""
LABEL = 7
MOST_INTERFACE = 0.4
LEAST_SHARED = 0.15
"""A headline of which the text says less again belongs to another text, or is the name of a section."""
LEAST_TIED = 0.04
"""A last paragraph that has less in common with the text above it is hardly a part of it."""
MOST_LINES = 3
MOST_WRITERS = 1
SHOWN = 2
"""So many reasons are told."""


class Sign(NamedTuple):
    """What speaks against a part (for it, where its weight is negative)."""

    weight: int
    holds: Callable[[Evidence], bool]
    words: str


# those against it first, and of them the ones that are told quickly
OF_TEXTS = (
    Sign(2, lambda e: bool(e.strays), "short lines that are no subheadings"),
    Sign(2, lambda e: e.listed, "short lines below one another, as in a list"),
    Sign(2, lambda e: e.short_behind > 1, "short lines below its last paragraph"),
    Sign(
        2, lambda e: bool(e.headline) and e.headline_share < LEAST_SHARED, "a headline its text says nothing of again"
    ),
    Sign(3, lambda e: not e.headline, "no headline"),
    Sign(
        1,
        lambda e: e.has_long_end and e.last_share < LEAST_TIED,
        "a last paragraph that has nothing in common with the text",
    ),
    Sign(1, lambda e: 0 < e.headline_size < LEAST_HEADLINE, "a short headline"),
    Sign(1, lambda e: not e.has_source, "no outlet and no time"),
    Sign(1, lambda e: e.bylines > MOST_WRITERS, "several writers"),
    Sign(-3, lambda e: e.is_last, "nothing stands below it"),
)
OF_SHORT_ITEMS = (
    Sign(5, lambda e: not e.headline, "no headline"),
    Sign(2, lambda e: 0 < e.headline_size < LABEL, "a headline as short as a label"),
    Sign(2, lambda e: 0 < e.headline_size < LEAST_HEADLINE, "a short headline"),
    Sign(1, lambda e: 0 < e.headline_size < LEAST_SURE, "a short headline"),
    Sign(2, lambda e: len(e.own) > MOST_LINES, "many lines for a short item"),
    Sign(2, lambda e: e.part.kind is ItemKind.ARTICLE, "an article without a text"),
    Sign(1, lambda e: not (e.is_among_items or e.bodies), "no item beside it"),
    Sign(1, lambda e: not e.has_source, "no outlet and no age"),
    Sign(1, lambda e: not e.has_printed_time, "no printed time"),
    Sign(1, lambda e: e.interface_share >= MOST_INTERFACE, "words of the page itself in its headline"),
    Sign(-4, lambda e: bool(e.bodies) and e.headline_share >= LEAST_SHARED, "its teaser tells what its headline tells"),
)
OF_MATTER = (
    Sign(4, lambda e: e.table_rows > 1, "a table, taken for no news"),
    Sign(3, lambda e: e.wide_lines > 0, "lines as long as headlines, taken for no news"),
    Sign(1, lambda e: bool(e.content), "lines that no rule knows"),
    Sign(1, lambda e: bool(e.part.unsure), "taken for no news by its place"),
)


def doubt_parts(lines: Sequence[Line], parts: Sequence[Part]) -> list[Part]:
    """The parts of a page, those that were perhaps cut wrongly with the reasons in words.

    A part that a rule called unsure for what it is (several articles, no full sentence) stays so.
    """
    return [part._replace(unsure=_doubt(Evidence(lines, parts, place))) for place, part in enumerate(parts)]


def _doubt(evidence: Evidence) -> str:
    if evidence.part.unsure and evidence.part.kind.is_news:
        return evidence.part.unsure
    held: list[Sign] = []
    signs, enough = _choose(evidence)
    most = sum(sign.weight for sign in signs if sign.weight > 0)
    for sign in signs:
        holds = sign.holds(evidence)
        if holds:
            held.append(sign)
        if holds is (sign.weight < 0):
            most -= abs(sign.weight)
            if most < enough:
                return ""  # whatever the others say: most parts are sure, and need not be asked about all
    reasons = dict.fromkeys(sign.words for sign in sorted(held, key=lambda sign: -sign.weight) if sign.weight > 0)
    return "; ".join(list(reasons)[:SHOWN])


def _choose(evidence: Evidence) -> tuple[tuple[Sign, ...], int]:
    """The signs that tell of such a part, and the weight from which on it is unsure."""
    if evidence.is_text:
        return OF_TEXTS, 2
    return (OF_SHORT_ITEMS, 3) if evidence.part.kind.is_news else (OF_MATTER, 4)
