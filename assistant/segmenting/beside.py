"""What stands right beside a line: the one above it, a few blank ones passed over."""

from collections.abc import Sequence

from assistant.segmenting.lines import Line, Look

MOST_BLANKS = 4
"""So many blank lines may stand between a line and the one above that it is seen beside."""


def last_look(lines: Sequence[Line], end: int) -> Look | None:
    """The look of the last line before ``end``, a few blank ones passed over."""
    near = lines[max(0, end - 1 - MOST_BLANKS) : end]
    return next((line.look for line in reversed(near) if line.look is not Look.BLANK), None)
