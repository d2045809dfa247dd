"""Where a page puts its source lines: after the body, below the headline, or above it."""

from collections.abc import Sequence
from enum import Enum, auto

from assistant.segmenting.lines import BETWEEN, CONTENT, Line, Look
from assistant.segmenting.part import LEAST_HEADLINE


class Layout(Enum):
    """Where the source line of an item stands."""

    AFTER = auto()
    """headline, body, source line"""
    BELOW = auto()
    """headline, source line, body"""
    ABOVE = auto()
    """source line, headline, body"""


SOON = 3
"""The text of an article begins so few content lines below its source line: buttons and captions come first."""
STORY = [Look.HEADLINE, Look.BODY]
STORY_AROUND = (Look.HEADLINE, Look.BODY)


def find_layouts(lines: Sequence[Line]) -> dict[int, Layout]:
    """The layout of each source line, by line number, in order.

    Source lines with a relative age and those with a printed time are two families: a page may put the time of its
    article below the headline and that of the related items after their bodies.
    """
    numbers = [n for n, line in enumerate(lines) if line.look is Look.SOURCE]
    telling = [n for n in numbers if not lines[n].title and lines[n].heads is not False]
    families = {relative: [n for n in telling if lines[n].relative is relative] for relative in (True, False)}
    usual = {relative: _vote(lines, family) for relative, family in families.items() if family}
    article = _find_article(lines, telling)
    if article and (usual[lines[article[0]].relative] is not article[1] or _opens_above_list(lines, families, article)):
        family = [n for n in families[lines[article[0]].relative] if n != article[0]]
        if family:
            usual[lines[article[0]].relative] = _vote(lines, family)
        known = lines[article[0]].heads is not None
        return {n: article[1] if n == article[0] and not known else _of(lines, n, usual) for n in numbers}
    return {n: _of(lines, n, usual) for n in numbers}


def _opens_above_list(lines: Sequence[Line], families: dict[bool, list[int]], article: tuple[int, Layout]) -> bool:
    """Whether the heading of a list stands between an article below its time and the other times of its kind."""
    number, layout = article
    below = [n for n in families[lines[number].relative] if n > number]
    return (
        layout is Layout.ABOVE
        and bool(below)
        and any(li.look is Look.RELATED_HEADING for li in lines[number : below[0]])
    )


def _of(lines: Sequence[Line], source: int, usual: dict[bool, Layout]) -> Layout:
    if lines[source].heads is not None:
        return Layout.BELOW if lines[source].heads else Layout.ABOVE
    return Layout.ABOVE if lines[source].title else usual[lines[source].relative]


def _find_article(lines: Sequence[Line], telling: list[int]) -> tuple[int, Layout] | None:
    """The first source line with its layout, if it is that of an article above a list with other habits.

    It alone stands between a headline and a text, or it opens the page with a time, its headline and text below it.
    """
    if not telling:
        return None
    first = telling[0]
    below = [n for n in telling if (_neighbour(lines, n, -1), _neighbour(lines, n, +1)) == STORY_AROUND]
    if len(telling) > 1 and below == [first]:
        return first, Layout.BELOW
    opens = not lines[first].relative and _neighbour(lines, first, -1) is None
    content = _content_after(lines[: telling[1]] if len(telling) > 1 else lines, first)
    story = [look for look in content if look is not Look.CAPTION][:2]
    return (first, Layout.ABOVE) if opens and story == STORY else None


def _vote(lines: Sequence[Line], sources: list[int]) -> Layout:
    around = [(_neighbour(lines, n, -1), _neighbour(lines, n, +1)) for n in sources]
    below = sum(a is Look.HEADLINE and b is Look.BODY for a, b in around)
    closing = any(a is Look.BODY for a, _ in around)
    if below * 2 > len(sources) or (below * 2 == len(sources) and not closing):
        return Layout.BELOW
    before = _content_before(lines, sources[0])
    if before and closing and _is_headed(lines, sources[0]):
        return Layout.AFTER
    after = _content_after(lines, sources[-1])
    if not before or not after:
        return Layout.ABOVE if after else Layout.AFTER
    if before == STORY and len(after) > len(STORY):
        return Layout.AFTER
    headed = before[-1] is Look.HEADLINE and _is_long(lines, sources[0])
    if len(sources) == 1 and headed and (before == [Look.HEADLINE] or Look.BODY in after[:SOON]):
        return Layout.BELOW
    grouped = _vote_by_blanks(lines, sources)
    return grouped or (Layout.ABOVE if after == STORY else Layout.AFTER)


def _is_long(lines: Sequence[Line], source: int) -> bool:
    """Whether the line above a source line is too long for the name of a site."""
    above = next((line for line in reversed(lines[:source]) if line.look not in BETWEEN), None)
    return above is not None and len(above.text) >= LEAST_HEADLINE


def _vote_by_blanks(lines: Sequence[Line], sources: list[int]) -> Layout | None:
    """Blank lines around groups tell whether a source line closes its group or opens it."""
    closes = sum(_is_blank(lines, n + 1) and not _is_blank(lines, n - 1) for n in sources)
    opens = sum(_is_blank(lines, n - 1) and not _is_blank(lines, n + 1) for n in sources)
    if max(closes, opens) * 2 <= len(sources) or closes == opens:
        return None
    return Layout.AFTER if closes > opens else Layout.ABOVE


def _is_blank(lines: Sequence[Line], number: int) -> bool:
    return not 0 <= number < len(lines) or lines[number].look is Look.BLANK


def _neighbour(lines: Sequence[Line], number: int, step: int) -> Look | None:
    """The look of the next line, in this direction, that is neither blank nor a button or advertisement."""
    number += step
    while 0 <= number < len(lines) and lines[number].look in BETWEEN:
        number += step
    return lines[number].look if 0 <= number < len(lines) else None


def _content_before(lines: Sequence[Line], source: int) -> list[Look]:
    """The content lines above the first source line, back to the heading of the list."""
    found: list[Look] = []
    for line in reversed(lines[:source]):
        if line.look in (Look.RELATED_HEADING, Look.RULE):
            break
        if line.look in CONTENT:
            found.append(line.look)
    return found[::-1]


def _is_headed(lines: Sequence[Line], source: int) -> bool:
    """Whether the heading of a list stands above: what is between it and the source line is a whole item."""
    bounds = (line.look for line in reversed(lines[:source]) if line.look in (Look.RELATED_HEADING, Look.RULE))
    return next(bounds, None) is Look.RELATED_HEADING


def _content_after(lines: Sequence[Line], source: int) -> list[Look]:
    """The content lines below the last source line, up to a heading or the footer."""
    found: list[Look] = []
    for line in lines[source + 1 :]:
        if line.look in (Look.RELATED_HEADING, Look.RULE, Look.FOOTER):
            break
        if line.look in CONTENT:
            found.append(line.look)
    return found
