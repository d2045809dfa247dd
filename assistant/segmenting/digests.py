"""What tells a page or a text in short before it begins: points below a heading, contents."""

from collections.abc import Iterator, Sequence

from assistant.segmenting.lines import Line, Look
from assistant.segmenting.menus import as_menu
from assistant.segmenting.rules import matter, stories

LEAST_POINTS = 2
MOST_POINTS = 8
LONGEST_HEADING = 16
FAR_BELOW = 40
"""Lines among which the text begins below its points."""
FRONT_LINES = 40
"""So far from the top the contents of a letter stand."""
MOST_GREETING = 3
"""Paragraphs above the contents of a letter; a page with more is no letter."""
ASIDE = frozenset({Look.NAVIGATION, Look.ADVERTISEMENT, Look.BYLINE, Look.BLANK})
"""What may stand between the points and the text."""
SAID = frozenset({Look.HEADLINE, Look.BODY})


def mark_digests(lines: Sequence[Line]) -> list[Line]:
    """Take the points before a text for its lead, and the contents of a letter for a menu."""
    marked = list(lines)
    _mark_contents(marked)
    for heading, points in _find_points(marked):
        if heading is not None:
            marked[heading] = as_menu(marked[heading])
        for number in points:
            marked[number] = marked[number]._replace(look=Look.CAPTION)
    return marked


def _mark_contents(lines: list[Line]) -> None:
    """Take the contents of a letter, and what greets its reader above them, for a menu."""
    place = next((n for n, line in enumerate(lines[:FRONT_LINES]) if matter.CONTENTS.fullmatch(line.text)), None)
    if place is None:
        return
    above, first = lines[:place], place + 1
    greeting = sum(line.look is Look.BODY for line in above) <= MOST_GREETING
    if not greeting or any(line.look in (Look.SOURCE, Look.BYLINE) for line in above):
        return
    end = next((n for n in range(first, len(lines)) if lines[n].look in (Look.BLANK, Look.RULE)), len(lines))
    if LEAST_POINTS <= end - first <= MOST_POINTS * 2:
        lines[:end] = [as_menu(line) if line.look in SAID else line for line in lines[:end]]


def _find_points(lines: Sequence[Line]) -> Iterator[tuple[int | None, list[int]]]:
    """The points before each text, and the number of their heading."""
    filled = [n for n, line in enumerate(lines) if line.look is not Look.BLANK]
    is_open = True  # no paragraph stands above, in this text
    place = 0
    while place < len(filled):
        number = filled[place]
        short = len(lines[number].text) <= LONGEST_HEADING
        heading = number if short and matter.DIGEST.fullmatch(lines[number].text) else None
        first = place + (heading is not None)
        near = filled[first : first + MOST_POINTS + 1] if is_open else []
        points = _take_points(lines, near, headed=heading is not None)
        if points and _opens_text(lines, points[-1] + 1):
            yield heading, points
        if lines[number].look in (Look.SOURCE, Look.BYLINE):
            is_open = True
        elif lines[number].look is Look.BODY:
            is_open = False
        place += 1 + (len(points) if is_open else 0)


def _take_points(lines: Sequence[Line], below: Sequence[int], *, headed: bool) -> list[int]:
    """The lines with the mark of a list, or right below their heading; none where they are too few or too many."""
    points: list[int] = []
    for number in below:
        line = lines[number]
        dotted = line.look in SAID and stories.POINT.match(line.text)
        if not (dotted or (headed and line.look is Look.HEADLINE)):
            break
        points.append(number)
    return points if LEAST_POINTS <= len(points) <= MOST_POINTS else []


def _opens_text(lines: Sequence[Line], first: int) -> bool:
    """Whether a paragraph that is no point follows."""
    below = next((line for line in lines[first : first + FAR_BELOW] if line.look not in ASIDE), None)
    return below is not None and below.look is Look.BODY and not stories.POINT.match(below.text)
