"""Verbs that tell a growth by themselves (doubled, halved), beside a share or a fraction of the source."""

from assistant.figures.comparing.balances import HALF
from assistant.figures.values import Approximation, Figure, Kind

_GROWN = frozenset({"doubled", "tripled", "trebled", "quadrupled"})
_NEARLY, _WHOLE = 15, 100
"""Percent by which a growth that is told as doubling may miss it, and that of doubling itself."""


def is_lessened(english: Figure, source: Figure) -> bool:
    """Whether a verb and a fraction both tell what is left: halved, for 減到三分之一."""
    return english.kind is Kind.MULTIPLE and source.kind is Kind.FRACTION and english.value == HALF


def has_grown_otherwise(english: Figure, source: Figure) -> bool:
    """Whether a verb tells a share as quite another growth: doubled, for 漲五成; not "more than doubled" for 漲120%."""
    if english.kind is not Kind.MULTIPLE or source.kind is not Kind.PERCENT or english.surface.lower() not in _GROWN:
        return False
    beyond = (source.low or 0) - ((english.low or 0) - 1) * _WHOLE
    most = _WHOLE if english.approximation in (Approximation.OVER, Approximation.AT_LEAST) else _NEARLY
    return not -_NEARLY <= beyond <= most
