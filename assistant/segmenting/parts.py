"""Lines -> parts: which runs of lines are an item, and of what kind. Parts tile the lines.

Source lines (outlet and age) are the fixed points. Sites put them after the body, between headline and body, or above
the headline; which of the three is found out from the page as a whole. What lies between the items so found is cut at
headings, rules and edges.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from assistant.records import ItemKind
from assistant.segmenting.between import find_headline, split_between
from assistant.segmenting.layout import Layout, find_layouts
from assistant.segmenting.lines import BETWEEN, CONTENT, Line, Look
from assistant.segmenting.part import BREAKS, Part

LEAST_GAPS = 3
"""So many neighbouring items tell what is usual on a page."""
ARTICLE_PARAGRAPHS = 3
"""An item with so many body lines is an article of its own, whatever its source line says."""


def find_parts(lines: Sequence[Line]) -> list[Part]:
    """Cut the lines into parts that tile them, in order."""
    cores = _find_cores(lines)
    parts: list[Part] = []
    done = 0
    for core in cores:
        parts += split_between(lines, done, core.first, among_items=bool(done))
        parts.append(core)
        done = core.last
    parts += split_between(lines, done, len(lines))
    return _tile(_name_lone_article(parts), len(lines))


# ------------------------------------------------------------------------------------- items with a source line


def _find_cores(lines: Sequence[Line]) -> list[Part]:
    """The items that have a source line, in order, without what lies between them."""
    layouts = find_layouts(lines)
    usual = _usual_size(lines, layouts)
    starts: dict[int, int] = {}
    done = 0
    for source, layout in layouts.items():
        starts[source] = max(
            done,
            _walk_back(lines, source, done, usual) if layout is Layout.AFTER else _step_back(lines, source, layout),
        )
        done = source + 1
    sources = list(layouts)
    cores = []
    for place, source in enumerate(sources):
        bound = starts[sources[place + 1]] if place + 1 < len(sources) else len(lines)
        after = layouts[source] is Layout.AFTER
        last = source + 1 if after else _walk_on(lines, source + 1, bound)
        cores.append(_make_core(lines, starts[source], last, source))
    return cores


def _usual_size(lines: Sequence[Line], layouts: dict[int, Layout]) -> float:
    """How many content lines an item of this page usually has: the median between neighbouring source lines."""
    sources = list(layouts)
    gaps = [sum(line.look in CONTENT for line in lines[a + 1 : b]) for a, b in pairwise(sources)]
    return median(gaps) if len(gaps) >= LEAST_GAPS else 2


def _walk_back(lines: Sequence[Line], source: int, bound: int, usual: float) -> int:
    """The first line of the item that ends with this source line."""
    first = source
    for number in range(source - 1, bound - 1, -1):
        if lines[number].look in BREAKS:
            break
        if lines[number].look in CONTENT:
            first = number
    content = [n for n in range(first, source) if lines[n].look in CONTENT]
    if len(content) <= max(usual, 2):
        return first
    return _last_headline(lines, content)


def _last_headline(lines: Sequence[Line], content: list[int]) -> int:
    """Where the last headline with a body stands, if what is before it is a text of its own."""
    for place in range(len(content) - 2, 0, -1):
        if lines[content[place]].look is Look.HEADLINE and lines[content[place + 1]].look is Look.BODY:
            before = content[:place]
            is_group = content[place] - content[place - 1] > 1
            bodies = any(lines[n].look is Look.BODY for n in before)
            return content[place] if bodies or is_group else content[0]
    return content[0]


def _step_back(lines: Sequence[Line], source: int, layout: Layout) -> int:
    """The first line of an item whose source line stands above its body."""
    if layout is Layout.ABOVE:
        return source
    number = source - 1
    while number >= 0 and lines[number].look in BETWEEN:
        number -= 1
    return number if number >= 0 and lines[number].look in CONTENT else source


def _walk_on(lines: Sequence[Line], first: int, bound: int) -> int:
    """The end of an item whose source line stands above its body."""
    for number in range(first, bound):
        if lines[number].look in BREAKS:
            return number
    return bound


def _make_core(lines: Sequence[Line], first: int, last: int, source: int) -> Part:
    while last > source + 1 and lines[last - 1].look not in CONTENT and last - 1 != source:
        last -= 1
    content = [n for n in range(first, last) if lines[n].look in CONTENT]
    bodies = sum(lines[n].look is Look.BODY for n in content)
    kind = ItemKind.ARTICLE if bodies >= ARTICLE_PARAGRAPHS else ItemKind.RELATED
    unsure = "" if content else "a source line without a text"
    return Part(first, last, kind, find_headline(lines, content), source, unsure)


# --------------------------------------------------------------------------------------------------- tiling


def _name_lone_article(parts: list[Part]) -> list[Part]:
    """The only text of a dump is its article, however short."""
    news = [part for part in parts if part.kind.is_news]
    if len(news) != 1:
        return parts
    return [replace(part, kind=ItemKind.ARTICLE) if part.kind.is_news else part for part in parts]


def _tile(parts: list[Part], line_count: int) -> list[Part]:
    """Stretch parts over the blank lines behind them (the first also over those before it); join equal neighbours."""
    if not parts:
        return [Part(0, line_count, ItemKind.NAVIGATION)] if line_count else []
    stretched = []
    for place, part in enumerate(parts):
        first = part.first if place else 0
        last = parts[place + 1].first if place + 1 < len(parts) else line_count
        stretched.append(replace(part, first=first, last=last))
    joined = [stretched[0]]
    for part in stretched[1:]:
        if part.kind is joined[-1].kind and not part.kind.is_news and not part.unsure and not joined[-1].unsure:
            joined[-1] = replace(joined[-1], last=part.last)
        else:
            joined.append(part)
    return joined
