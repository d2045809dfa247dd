"""The month, quarter or year that a figure is told of: 7月出口120億美元，8月135億美元.

A figure of the source belongs to the date before it; in English the date stands right behind it ("12 billion in July")
or before it. Only where each of two figures has a date of its own do the dates tell the figures apart.
"""

import re

from assistant.figures.values import Figure, Kind, PartialDate, replace
from assistant.patterns import compile_late

REACH = 4
"""Figures before or behind a figure among which its date is looked for."""
_FARTHEST = 60
_APART = compile_late(r"[。；;：:\n」』]|[)）]|比|相比|较|於|低于|高于|从|由|自|から|より")
"""Between a date and a figure of the source: the figure is not told of the date, or perhaps not."""
_IN = compile_late(
    r"(?:\s(?!(?:and|but|while|from|to|compared|versus|against|than|after|before|since|until|up|down)\b)[a-z%$-]+){0,4}?"
    r"\s(?:in|for|during|on)\s(?:the\s|early\s|late\s|fiscal\s|calendar\s)?",
    re.IGNORECASE,
)
"""Between an English figure and the date right behind it."""
_AWAY = compile_late(
    r"[.;:()](?!\d)|\b(?:from|than|versus|against|compared|since|until|till|after|before|by|between)\b", re.IGNORECASE
)
"""Between an English date and the figure behind it; and before the date, what makes it the end of a stretch."""


def period_in_source(folded: str, figures: tuple[Figure, ...], index: int) -> int | None:
    """Index of the date before a source figure that it is told of; None where there is none, or it cannot be told."""
    return _find_date_before(folded, figures, index, _APART)


def period_in_english(text: str, figures: tuple[Figure, ...], index: int) -> int | None:
    """The same for an English figure: the date right behind it, or else the one before it."""
    figure = figures[index]
    if index + 1 < len(figures) and figures[index + 1].kind is Kind.DATE:
        between = text[figure.span.end : figures[index + 1].span.start]
        if len(between) <= _FARTHEST and _IN.fullmatch(between):
            return index + 1
    before = _find_date_before(text, figures, index, _AWAY)
    return before if before is not None and _stands_free(text, figures, before) else None


def with_elided(here: tuple[Figure, ...], meant: dict[int, Figure]) -> tuple[Figure, ...]:
    """The English figures, with the quarters and halves left unsaid as dates: "in the first quarter ... the second".

    ``meant`` has the source figure of each English one that has any.
    """
    numbered = [n for n, figure in enumerate(here) if figure.kind is Kind.ORDINAL and n in meant]
    elided = {n for n in numbered if _is_part_of_year(meant[n])}
    if not elided:
        return here
    return tuple(replace(figure, kind=Kind.DATE) if n in elided else figure for n, figure in enumerate(here))


def _is_part_of_year(source: Figure) -> bool:
    value = source.value
    return isinstance(value, PartialDate) and (value.quarter or value.half) is not None


def _find_date_before(text: str, figures: tuple[Figure, ...], index: int, apart: re.Pattern[str]) -> int | None:
    """The nearest date before a figure, if no figure of its kind and nothing of ``apart`` stands between them."""
    figure = figures[index]
    for place in range(index - 1, max(-1, index - 1 - REACH), -1):
        other = figures[place]
        between = text[other.span.end : figure.span.start]
        if len(between) > _FARTHEST or apart.search(between):
            return None
        if other.kind is Kind.DATE:
            return place
        if other.kind is figure.kind:
            return None
    return None


def _stands_free(text: str, figures: tuple[Figure, ...], place: int) -> bool:
    """Whether the date at ``place`` is not already that of the figure right before it."""
    if place == 0 or figures[place - 1].kind is Kind.DATE:
        return True
    return not _IN.fullmatch(text[figures[place - 1].span.end : figures[place].span.start])
