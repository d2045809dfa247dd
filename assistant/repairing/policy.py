"""What the user wants done with what fails its check."""

from enum import StrEnum


class OnMismatch(StrEnum):
    """What is done with a figure that still fails its check."""

    WITHHOLD = "withhold"
    FLAG = "flag"
    HOLD = "hold"
