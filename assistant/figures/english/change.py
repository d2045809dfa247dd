"""Small change: cents, pence, jiao and fen, of which English tells alone or behind an amount of the whole."""

from fractions import Fraction
from typing import NamedTuple

from assistant.figures.values import BARE_DOLLAR, BARE_YUAN, Figure


class Change(NamedTuple):
    """A part of money."""

    in_whole: int
    """So many of what is read are one of the whole."""
    currency: str
    """Of the whole."""
    step: Fraction
    """What one of it is of the whole."""


_CHANGE = {
    "cent": Change(100, BARE_DOLLAR, Fraction(1, 100)),
    "pence": Change(100, "GBP", Fraction(1, 100)),
    "jiao": Change(10, BARE_YUAN, Fraction(1, 10)),
}
_FEN = Change(10, BARE_YUAN, Fraction(1, 100))
"""Fen are read as tenths, of land."""


def read_change(figure: Figure) -> Change | None:
    """What part of money a figure may be told in; None: in none."""
    return _FEN if is_in_fen(figure) else _CHANGE.get(figure.unit)


def is_in_fen(figure: Figure) -> bool:
    """Whether it is told in fen, of money or of land."""
    return figure.surface.endswith("fen")
