"""What belongs to an article by what its text says again: its headline, and the short lines in it.

The layout of a page tells most of it. Where it misleads, a section or the name of a column stands in the place of the
headline, or a menu stands in the text: the text has none of its characters side by side, and most of the headline's.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from assistant.segmenting.evidence import Evidence, measure_share
from assistant.segmenting.lines import MATTER, Line, Look
from assistant.segmenting.menus import as_menu
from assistant.segmenting.part import LEAST_HEADLINE, Part
from assistant.segmenting.rules import stories
from assistant.segmenting.source_line import count_wide

MOST_SHARED = 0.15
"""A headline of which its text says more stays."""
LEAST_SHARED = 0.5
"""A line of which the text says so much again is its headline."""
FAR_ABOVE = 12
LONGEST = 60
MOST_TOLD = 0.1
"""A line of which its text says more is a part of it."""


def settle_headlines(lines: Sequence[Line], parts: Sequence[Part]) -> tuple[list[Line], list[Part]]:
    """Lines and parts, articles begun at the line that their text says again; what stood between is matter."""
    marked, settled = list(lines), list(parts)
    for place, _part in enumerate(parts):
        evidence = Evidence(marked, settled, place)
        if evidence.is_text and evidence.headline_share < MOST_SHARED:
            found = _find_headline(marked, settled, place, evidence)
            if found is not None:
                _begin_at(marked, settled, place, found)
    return marked, [part for part in settled if part.first < part.last]


def _find_headline(lines: Sequence[Line], parts: Sequence[Part], place: int, evidence: Evidence) -> int | None:
    """The nearest line of those above the first paragraph of which the text says most again."""
    shares = {
        number: measure_share(lines[number].text, evidence.pairs_of_text)
        for number in _list_above(lines, parts, place, evidence.bodies[0])
        if count_wide(lines[number].text) >= LEAST_HEADLINE - 2 and _reads_as_headline(lines[number])
    }
    best = max(shares, key=lambda number: (shares[number], number), default=None)
    return best if best is not None and shares[best] >= LEAST_SHARED and best != parts[place].headline else None


def _list_above(lines: Sequence[Line], parts: Sequence[Part], place: int, body: int) -> Iterator[int]:
    """The lines from the first paragraph up to the next item of news, that one included if it is a mere headline."""
    passed = 0
    near = next((part for part in reversed(parts[:place]) if part.kind.is_news), None)
    first = 0 if near is None else near.first if _is_bare(lines, near) else near.last
    for number in range(body - 1, first - 1, -1):
        if lines[number].look is not Look.BLANK:
            passed += 1
            if passed > FAR_ABOVE:
                return
            yield number


def _is_bare(lines: Sequence[Line], part: Part) -> bool:
    """Whether an item is nothing but a line: no text, no outlet and no time."""
    looks = [line.look for line in lines[part.first : part.last]]
    return part.source is None and part.outlet is None and looks.count(Look.HEADLINE) == 1 and Look.BODY not in looks


def _reads_as_headline(line: Line) -> bool:
    short = len(line.text) <= LONGEST and "。" not in line.text
    return short and line.look in MATTER | {Look.HEADLINE, Look.CAPTION} and line.look is not Look.FOOTER


def _begin_at(lines: list[Line], parts: list[Part], place: int, headline: int) -> None:
    """Let the article begin at its headline, if that stands above it; what it was headed by is a label."""
    part = parts[place]
    old = part.headline
    for number in range(headline + 1, part.first):
        lines[number] = as_menu(lines[number])
    if old is not None and old != headline:
        lines[old] = as_menu(lines[old])
    lines[headline] = lines[headline]._replace(look=Look.HEADLINE, title=None)
    for above in range(place):
        parts[above] = parts[above]._replace(last=min(parts[above].last, max(headline, parts[above].first)))
        if parts[above].first >= headline:
            parts[above] = parts[above]._replace(last=parts[above].first)
    parts[place] = part._replace(first=min(part.first, headline), headline=headline)


def drop_strays(lines: Sequence[Line], parts: Sequence[Part]) -> list[Line]:
    """The lines, short ones in a list or behind a text, of which it says nothing again, as those of the page itself."""
    marked = list(lines)
    for place in range(len(parts)):
        evidence = Evidence(marked, parts, place)
        if evidence.is_text:
            for number in _find_strays(marked, evidence):
                marked[number] = as_menu(marked[number])
    return marked


def _find_strays(lines: Sequence[Line], evidence: Evidence) -> Iterator[int]:
    strays = {n for n in evidence.strays if _is_untold(lines[n].text, evidence)}
    yield from (n for n in strays if n > evidence.bodies[-1])
    for above, below in pairwise(evidence.content):
        if above in strays and below in strays:
            yield from (above, below)


def _is_untold(text: str, evidence: Evidence) -> bool:
    """Whether a text says nothing of a line again; a figure may be news all the same, and so may a point of a list."""
    told = any(map(str.isdigit, text)) or stories.ENTRY.match(text)
    return not told and measure_share(text, evidence.pairs_of_text) < MOST_TOLD
