"""How well two figures agree."""

from assistant.figures.members import IntMembers


class Grade(IntMembers):
    """How well two figures agree; anything above NONE supports the English one."""

    NONE = 0
    LOOSE = 1
    """The number is the same, one side names no unit."""
    ROUNDED = 2
    """Right for its wording: "more than 86,000" for 86,213; an end of 七八十; dozens for 幾十."""
    CONVERTED = 3
    """The same amount in another unit: half a year, six months."""
    SAME = 4
