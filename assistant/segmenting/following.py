"""Where one text ends because the next begins: who reports from where, the way to the whole text."""

from collections.abc import Sequence
from itertools import pairwise

from assistant.segmenting.lines import Line, Look
from assistant.segmenting.rules import matter, stories


def closes_teaser(lines: Sequence[Line], above: int, below: int) -> bool:
    """Whether the way to the whole text stands between two lines: the text above was a teaser."""
    return any(matter.READ_MORE.fullmatch(lines[n].text) for n in range(above + 1, below))


def find_next_signed(lines: Sequence[Line], content: Sequence[int], last: int) -> int:
    """Where the next article begins, if this one and that one say first who reports from where."""
    bodies = [n for n in content if lines[n].look is Look.BODY]
    signed = [n for n in bodies if lines[n - 1].look is Look.BYLINE or stories.SIGNED_LEAD.match(lines[n].text)]
    if len(signed) < 2 or signed[0] != bodies[0]:
        return last
    above = content[content.index(signed[1]) - 1]
    return above if lines[above].look is Look.HEADLINE else last


def find_next_teaser(lines: Sequence[Line], content: Sequence[int], last: int) -> int:
    """Where the next headline stands behind the way to the whole text (閱讀全文): this one was a teaser."""
    closed = [place for place, (a, b) in enumerate(pairwise(content)) if b < last and closes_teaser(lines, a, b)]
    heads = [place for place, n in enumerate(content) if lines[n].look is Look.HEADLINE]
    if len(closed) > 1:  # a letter: its own headline stands above that of the first
        first = max((place for place in heads if place <= closed[0]), default=0)
        if first:
            return content[first]
    return next((content[place + 1] for place in closed if place + 1 in heads), last)
