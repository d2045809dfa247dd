"""What may be compared with what: shares, amounts of money, measures; and where a number may lose its unit."""

from fractions import Fraction

from assistant.figures.units import UNITS
from assistant.figures.values import BARE_DOLLAR, BARE_YUAN, Figure, Kind, Number, tidy

COUNT, SHARE, TIMES, ORDINAL, MONEY = "", "share", "x", "#", "money"
_KINDS: dict[Kind, tuple[str, Number]] = {
    Kind.PERCENT: (SHARE, 1),
    Kind.POINTS: (SHARE, 1),
    Kind.FRACTION: (SHARE, 100),
    Kind.BASIS_POINTS: (SHARE, Fraction(1, 100)),
    Kind.COUNT: (COUNT, 1),
    Kind.VAGUE: (COUNT, 1),
    Kind.MULTIPLE: (TIMES, 1),
    Kind.ORDINAL: (ORDINAL, 1),
    Kind.MONEY: (MONEY, 1),
}
"""Kind -> its dimension, and what one is worth there; of the other kinds the unit tells."""
_COUNTED: tuple[str, Number] = (COUNT, 1)
_YUAN = frozenset({"TWD", "CNY", "HKD", "MOP", BARE_YUAN, "¥"})
# what a number with no currency may be, where nothing before it names one
_LOCAL = _YUAN | {BARE_DOLLAR}
AGES = frozenset({"岁", "歲", "才"})
_DOLLARS = frozenset({"USD", "TWD", "HKD", "AUD", "CAD", "SGD", "NZD", "MOP", BARE_DOLLAR})
# each set holds currencies that may stand for one another because one of the texts does not say which it is
_SAME_MONEY = (
    (frozenset({BARE_YUAN}), _YUAN),
    (frozenset({BARE_DOLLAR}), _DOLLARS),
    (frozenset({"¥"}), frozenset({"CNY", "JPY", BARE_YUAN})),
    (frozenset({"kr"}), frozenset({"SEK", "NOK", "DKK", "CZK", "ISK"})),
    (frozenset({"peso"}), frozenset({"PHP", "MXN", "ARS", "CLP", "COP"})),
    (frozenset({"rupee"}), frozenset({"INR", "PKR", "LKR", "NPR"})),
    (frozenset({"shilling"}), frozenset({"KES", "UGX", "TZS"})),
    (frozenset({"riyal"}), frozenset({"SAR", "QAR", "IRR"})),
    (frozenset({"cent", "pence", "分", "角"}), frozenset({"cent", "pence", "分", "角"})),
)


def dimension_of(figure: Figure) -> tuple[str, Number]:
    """The dimension of a numeric reading, and what one of its unit is worth there."""
    return _KINDS.get(figure.kind) or UNITS.get(figure.unit, _COUNTED)


def canonical(figure: Figure) -> tuple[Number, Number] | None:
    """The least and the most of a numeric reading in its dimension's unit; None where it is no number."""
    if figure.bounds is None:
        figure.bounds = _bounds(figure)  # type: ignore[misc]  # found once; no other field is ever set
    return figure.bounds or None


def _bounds(figure: Figure) -> tuple[Number, Number] | tuple[()]:
    low, high = figure.low, figure.high
    if low is None or high is None:
        return ()
    worth = dimension_of(figure)[1]
    if worth == 1:
        return low, high
    least = tidy(low * worth)
    return least, least if high is low else tidy(high * worth)


def same_money(one: str, other: str) -> bool:
    """Whether two currencies may be the same one; a text that says only 元 or "$" leaves it open."""
    if one == other or not one or not other:
        return True
    return any((one in bare and other in rest) or (other in bare and one in rest) for bare, rest in _SAME_MONEY)


def may_pass(english: Figure, source: Figure, here: str, there: str) -> bool:
    """Whether a number may lose or gain its unit in translation; a share never does: that is a lost per cent sign."""
    if SHARE in (here, there):
        return False
    if here == COUNT:
        return there != "fahrenheit" or bool(source.step)  # a conversion says its unit
    if there == COUNT:
        return _may_gain(english, source, here)
    if {here, there} == {"angle", "temperature"} or (here == "angle" and there == "fahrenheit" and source.step):
        return True  # 38度, 38 degrees: the sky is meant by one, and said by the other
    if {here, there} == {"speed", "length"}:
        return english.unit.startswith(source.unit + "/")
    return {here, there} <= {TIMES, ORDINAL, "months", "time"} and ORDINAL in (here, there)


def _may_gain(english: Figure, source: Figure, here: str) -> bool:
    """Whether a source number that counts may be given this unit in English."""
    if here == MONEY:
        return english.unit in (_YUAN if source.unit else _LOCAL)
    if here == ORDINAL and source.low != source.high:
        return False
    if not source.unit or here in (ORDINAL, TIMES):
        return True
    return source.unit in AGES and english.unit == "a"
