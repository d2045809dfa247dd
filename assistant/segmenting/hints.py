"""What an extractor of main texts knows of a saved page: which lines are the article, and so which are only around it.

Nothing is cut by it and no text is news because of it. It tells a share bar from a headline, and a cookie notice from
the beginning of the article.
"""

from collections.abc import Sequence

from assistant.records import Dump
from assistant.segmenting.lines import CONTENT, Line, Look, read_lines
from assistant.segmenting.neighbours import mark_neighbours

ENDS = (Look.RELATED_HEADING, Look.SOURCE, Look.FOOTER)
LEAST_PARAGRAPHS = 2
"""Fewer body lines in the main text are no article, and the hint is not heeded."""
OTHER_ARTICLE = 3
"""So many body lines before the headline are a text of their own."""


def read_marked_lines(dump: Dump) -> list[Line]:
    """The lines of a dump; what surrounds the main text of a page looks like navigation."""
    lines = mark_neighbours(_mark_links(_mark_captions(read_lines(dump.text, dump.main), dump), dump))
    bodies = [n for n, line in enumerate(lines) if line.main and line.look is Look.BODY]
    if len(bodies) < LEAST_PARAGRAPHS:
        return [line._replace(main=None) for line in lines] if dump.main else lines
    first = next(n for n, line in enumerate(lines) if line.main)
    around = {*_before(lines, first), *_within(lines, first, bodies[0])}
    return [line._replace(look=Look.NAVIGATION) if n in around else line for n, line in enumerate(lines)]


def _mark_captions(lines: list[Line], dump: Dump) -> list[Line]:
    """Take what a page marks as standing below its pictures for that, and for no paragraph or headline."""
    starts = {span.start for span in dump.captions}
    return [
        line._replace(look=Look.CAPTION) if line.span.start in starts and line.look in CONTENT else line
        for line in lines
    ]


def _mark_links(lines: list[Line], dump: Dump) -> list[Line]:
    """Tell of each line whether the page marks it as nothing but a link."""
    starts = {span.start for span in dump.links}
    return [line._replace(linked=True) if line.span.start in starts else line for line in lines] if starts else lines


def _before(lines: Sequence[Line], first: int) -> list[int]:
    """What stands above the article, unless items or another text stand there."""
    above = lines[:first]
    if any(line.look is Look.SOURCE and (line.relative or line.outlet) for line in above):
        return []
    if sum(line.look is Look.BODY for line in above) >= OTHER_ARTICLE:
        return []
    return [n for n, line in enumerate(above) if line.look in CONTENT]


def _within(lines: Sequence[Line], first: int, body: int) -> list[int]:
    """Buttons, links and labels inside the article: short lines that are none of its paragraphs."""
    end = next((n for n in range(body, len(lines)) if lines[n].look in ENDS), len(lines))
    if end < len(lines) and lines[end].look is Look.SOURCE:  # the headline of the item it belongs to stands before it
        end = next((n for n in range(end - 1, body, -1) if lines[n].look is Look.HEADLINE), body)
    last = max((n for n in range(body, end) if lines[n].main and lines[n].look is Look.BODY), default=body)
    return [n for n in range(first, last) if lines[n].look is Look.HEADLINE and not lines[n].main]
