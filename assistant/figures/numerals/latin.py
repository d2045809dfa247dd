"""Scale words in Latin letters behind a number of a Chinese text: US$30 million, $1.2bn, 30 billion美元."""

import re

from assistant.figures.numerals.parts import Numeral
from assistant.figures.values import replace, tidy
from assistant.patterns import compile_late

_SCALE = compile_late(
    r" ?(thousand|million|billion|trillion|mn|bn|tn)(?![A-Za-z])|([kmb])(?![A-Za-z0-9])", re.IGNORECASE
)
_WORTH = {
    "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "mn": 10**6, "bn": 10**9, "tn": 10**12,
    "k": 10**3, "m": 10**6, "b": 10**9,
}  # fmt: skip
_MONEY = compile_late(r"(?:[$€£¥]|USD|NTD|RMB) ?$")


def scale_latin(folded: str, numeral: Numeral) -> Numeral:
    """The number with its Latin scale word; a single letter is one only behind a sign of money ($30m, not 30m)."""
    match = _SCALE.match(folded, numeral.end)
    if not match or numeral.is_identifier or not folded[numeral.start].isascii():
        return numeral
    if match[2] and not _MONEY.search(folded[max(0, numeral.start - 4) : numeral.start]):
        return numeral
    worth = _WORTH[(match[1] or match[2]).lower()]
    low, high = tidy(numeral.low * worth), tidy(numeral.high * worth)
    return replace(numeral, end=match.end(), low=low, high=high, step=tidy(numeral.step * worth), digits="")
