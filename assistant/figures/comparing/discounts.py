"""A price with a share taken off it: 七折 is 30 percent off."""

import re

from assistant.figures.values import TAKEN_OFF, Figure
from assistant.patterns import compile_late

DISCOUNTS = frozenset({"off", "discount", "reduction", "cheaper"})
"""Words behind a share that is taken off."""
_TAKEN = compile_late(
    r"\b(?:discount(?:s|ed|ing)?|(?:marked|knocked)\sdown|off)\s(?:of|by)\s(?:up\sto\s|as\smuch\sas\s)?$",
    re.IGNORECASE,
    needs="discount marked knocked off",
)
_REACH, _HALF = 36, 50
"""Characters before a share in which such words stand; 五折 leaves as much as it takes."""


def is_share_left(english: Figure, source: Figure) -> bool:
    """七折 is 30 percent off; its other reading, 70 percent of the price, is no discount."""
    return english.head in DISCOUNTS and source.surface.endswith("折") and source.head != TAKEN_OFF


def find_share_left(text: str, english: Figure, source: Figure) -> str:
    """In words, that a share which is left of the price is told as taken off it: "discounted by 70 percent"."""
    start = english.span.start
    if not source.surface.endswith("折") or source.head == TAKEN_OFF or english.low == _HALF:
        return ""
    if not _TAKEN.search(text, max(0, start - _REACH), start):
        return ""
    return f"{source.surface} leaves {english.surface} of the price"
