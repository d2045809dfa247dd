"""Minutes of a match: 後半39分 is the 39th minute of the second half, which English does not leave out."""

from assistant.figures.values import Figure, Kind
from assistant.patterns import compile_late

_SAYS_HALF = compile_late(
    r"second[\s-]half|second[\s-]period|half[\s-]?time|\b(?:break|interval|restart|extra)\b|latter\shalf|other\sside",
)
_BEFORE, _BEHIND = 160, 80
"""Characters around a minute in which the half may be told."""


def find_minute_of_match(text: str, english: Figure, meant: Figure) -> Figure | None:
    """The reading as a minute of the whole match, where English tells the minute of a half without the half."""
    if english.kind is not Kind.ORDINAL or not english.head.startswith("minute"):
        return None
    minutes = [reading for reading in meant.readings if reading.kind is Kind.ORDINAL]
    whole = next((reading for reading in minutes if reading.value != minutes[0].value), None)
    if whole is None or english.value != minutes[0].value:
        return None
    start, end = english.span
    is_told = _SAYS_HALF.search(text[max(0, start - _BEFORE) : end + _BEHIND].lower())
    return None if is_told else whole
