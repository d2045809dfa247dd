"""What a line is by what stands around it: the site's name, an outlet below its time, advertisements, comments."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.records import Span
from assistant.segmenting import rules
from assistant.segmenting.lines import CONTENT, MATTER, Line, Look

MOST_BETWEEN = 4
"""So many blank lines and buttons may stand between a time and the outlet below it."""
ENDS = MATTER - {Look.NAVIGATION, Look.ADVERTISEMENT}
"""No comment reaches over one of these."""

MOST_OF_ADVERTISEMENT = 3
"""Lines of an advertisement above the name of its advertiser."""


def mark_neighbours(lines: Sequence[Line]) -> list[Line]:
    """Look at each line once more, now beside the others."""
    return mark_comments(mark_advertisements(join_outlets_below(mark_site(lines))))


def mark_site(lines: Sequence[Line]) -> list[Line]:
    """Take the name of the site, above a menu or above a blank line and a headline, for no headline."""
    marked = list(lines)
    first = next((n for n, line in enumerate(lines) if line.look is not Look.BLANK), len(lines))
    if first == len(lines) or lines[first].look is not Look.HEADLINE or not rules.SITE.fullmatch(lines[first].text):
        return marked
    below = [line.look for line in lines[first + 1 : first + 3]]
    if below[:1] == [Look.NAVIGATION] or below == [Look.BLANK, Look.HEADLINE]:
        marked[first] = replace(lines[first], look=Look.NAVIGATION)
    elif below[1:] == [Look.NAVIGATION] and len(lines[first + 1].text.split()) >= rules.LEAST_MENU:
        marked[first : first + 2] = [replace(line, look=Look.NAVIGATION) for line in lines[first : first + 2]]
    return marked


def mark_advertisements(lines: Sequence[Line]) -> list[Line]:
    """Take the lines above the name of an advertiser for its advertisement, if blank lines set them apart as a group.

    Above the group an item has to be closed, so that no text of an item is taken.
    """
    marked = list(lines)
    for place, line in enumerate(lines):
        if line.look is Look.ADVERTISEMENT and rules.ADVERTISER.fullmatch(line.text):
            first = place
            while first and marked[first - 1].look in CONTENT:
                first -= 1
            closed = _last_look(marked, first) in {Look.SOURCE, Look.ADVERTISEMENT, Look.RELATED_HEADING}
            apart = first and marked[first - 1].look in (Look.BLANK, Look.ADVERTISEMENT)
            if closed and apart and place - first <= MOST_OF_ADVERTISEMENT:
                marked[first:place] = [replace(other, look=Look.ADVERTISEMENT) for other in marked[first:place]]
    return marked


def join_outlets_below(lines: Sequence[Line]) -> list[Line]:
    """Join a printed time without an outlet with the outlet that stands between it and the text (Yahoo Japan does so).

    Only what is called as outlets are is taken for one: in other places it is a heading of the text.
    """
    joined: list[Line] = []
    place = 0
    while place < len(lines):
        line = lines[place]
        below = _find_outlet_below(lines, place)
        if below is not None and joined and _last_look(joined, len(joined)) is Look.HEADLINE:
            raw = "".join(other.raw for other in lines[place : below + 1])
            start = lines[below].span.start + lines[below].raw.index(lines[below].text)
            outlet = Span(start, start + len(lines[below].text))
            span = Span(line.span.start, lines[below].span.end)
            line = replace(line, span=span, raw=raw, text=raw.strip(), outlet=outlet)
            place = below
        joined.append(line)
        place += 1
    return joined


def _find_outlet_below(lines: Sequence[Line], place: int) -> int | None:
    """The number of the line that names the outlet of the time in this line."""
    line = lines[place]
    if line.look is not Look.SOURCE or line.relative or line.outlet or line.title:
        return None
    below = place + 1
    while below < min(len(lines), place + 2 + MOST_BETWEEN) and lines[below].look in (Look.BLANK, Look.NAVIGATION):
        below += 1
    if below >= len(lines) or lines[below].look is not Look.HEADLINE:
        return None
    near = lines[below + 1 : below + 2 + MOST_BETWEEN]
    after = next((other.look for other in near if other.look is not Look.BLANK), None)
    return below if after is Look.BODY and rules.OUTLET_NAME.fullmatch(lines[below].text) else None


def _last_look(lines: Sequence[Line], end: int) -> Look | None:
    """The look of the last line before ``end``, a few blank ones passed over."""
    near = lines[max(0, end - 1 - MOST_BETWEEN) : end]
    return next((line.look for line in reversed(near) if line.look is not Look.BLANK), None)


def mark_comments(lines: Sequence[Line]) -> list[Line]:
    """Take what readers wrote for no news: below a heading of comments stand a name and an age, and no outlet."""
    marked = list(lines)
    for place, line in enumerate(lines):
        if rules.COMMENTS.fullmatch(line.text.rstrip("()0123456789: ")):
            end = next((n for n in range(place + 1, len(lines)) if _ends_comments(lines[n])), len(lines))
            if _are_comments([other for other in lines[place + 1 : end] if other.look is not Look.BLANK]):
                marked[place + 1 : end] = [_silence(other) for other in lines[place + 1 : end]]
    return marked


def _ends_comments(line: Line) -> bool:
    return line.look in ENDS or bool(rules.COMMENTS.fullmatch(line.text))


def _are_comments(lines: Sequence[Line]) -> bool:
    sources = [line for line in lines if line.look is Look.SOURCE]
    if not sources or lines[0] is not sources[0]:
        return False
    return all(
        line.relative and line.outlet and not line.title and not rules.OUTLET_NAME.fullmatch(_name(line))
        for line in sources
    )


def _name(line: Line) -> str:
    """The outlet as it is printed in the line."""
    start = line.span.start
    return line.outlet.shift(-start).of(line.raw) if line.outlet else ""


def _silence(line: Line) -> Line:
    if line.look is Look.BLANK:
        return line
    return replace(line, look=Look.NAVIGATION, outlet=None, age=None, relative=False)
