"""A figure that agrees with one of the source and is told of something else: another base, half, year or side."""

from assistant.figures.comparing.alignment import Link
from assistant.figures.comparing.bases import find_other_base
from assistant.figures.comparing.befores import TOLD_ON_A_SIDE, find_other_side
from assistant.figures.comparing.bounds import find_contrary_bound, find_lost_bound
from assistant.figures.comparing.calendar import find_other_half, find_other_year
from assistant.figures.comparing.context import Context
from assistant.figures.comparing.discounts import find_share_left
from assistant.figures.comparing.matches import find_minute_of_match
from assistant.figures.comparing.openings import find_other_opening
from assistant.figures.comparing.senses import find_other_sense
from assistant.figures.values import Figure, Kind

_OF_TIME = TOLD_ON_A_SIDE | {Kind.ORDINAL}
"""What half a year, a year, before, after and the minute of a match are told by: no other figure is asked for them."""


def find_misfit(context: Context, figure: Figure, source: Figure, link: Link) -> str:
    """In words, what one text says beside the figure and the other does not; nothing where they agree."""
    text, english = context.source, context.english
    if figure.approximation and (why := find_contrary_bound(text, context.folded, figure, link.source_reading)):
        return why
    if source.approximation and (why := find_lost_bound(english, figure, link.source_reading)):
        return why
    if why := find_share_left(english, figure, link.source_reading):
        return why
    sense = find_other_sense(english, figure, source, link.source_reading.unit)
    if why := sense or find_other_base(text, english, figure, source):
        return why
    return _find_other_time(context, figure, source) if figure.kind in _OF_TIME else ""


def _find_other_time(context: Context, figure: Figure, source: Figure) -> str:
    """The other half of the year, another year, before for after, the minute of a half for that of a match."""
    if figure.unit == "mo" and (half := find_other_half(figure, source)):
        return f"half of the year: the source has {half}"
    if word := find_other_year(context.source, context.english, figure, source):
        return f"year: the source says {word}"
    if words := find_other_opening(figure, context.english, source, context.folded):
        return f"the source has the first: {words}"
    is_once = figure.kind in TOLD_ON_A_SIDE and context.printed.times[source.surface] == 1
    if is_once and (words := find_other_side(context.folded, context.english, figure, source)):
        return f"before and after: the source has {words}"
    minute = find_minute_of_match(context.english, figure, source)
    if minute is None:
        return ""
    return f"the source counts from the start of that half: {source.surface} is minute {minute.value} in all"
