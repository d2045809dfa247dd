"""A price with a share taken off it: 七折 is 30 percent off."""

from assistant.figures.values import TAKEN_OFF, Figure

DISCOUNTS = frozenset({"off", "discount", "reduction", "cheaper"})
"""Words behind a share that is taken off."""


def is_share_left(english: Figure, source: Figure) -> bool:
    """七折 is 30 percent off; its other reading, 70 percent of the price, is no discount."""
    return english.head in DISCOUNTS and source.surface.endswith("折") and source.head != TAKEN_OFF
