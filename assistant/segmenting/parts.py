"""Lines -> parts: which runs of lines are an item, and of what kind. Parts tile the lines.

Source lines (outlet and age) are the fixed points. Sites put them after the body, between headline and body, or above
the headline; which of the three is found out from the page as a whole. What lies between the items so found is cut at
headings, rules and edges.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from assistant.records import ItemKind
from assistant.segmenting.between import split_between, split_links, split_words
from assistant.segmenting.following import find_next_signed, find_next_teaser
from assistant.segmenting.joining import names_outlet
from assistant.segmenting.layout import Layout, find_layouts
from assistant.segmenting.lines import BETWEEN, CONTENT, Line, Look
from assistant.segmenting.listing import opens_ranked
from assistant.segmenting.menus import is_label
from assistant.segmenting.named import begins_with_outlet, is_named_above, names_itself, names_plainly
from assistant.segmenting.pairing import find_headline
from assistant.segmenting.part import ARTICLE_PARAGRAPHS, BREAKS, LEAST_HEADLINE, Part
from assistant.segmenting.rules import outlets
from assistant.segmenting.source_line import count_wide

LEAST_GAPS = 3
"""So many neighbouring items tell what is usual on a page."""
NEAR = 4
SHORT_ITEM = 3
"""Items of a page with so few content lines are teasers."""


def find_parts(lines: Sequence[Line]) -> list[Part]:
    """Cut the lines into parts that tile them, in order."""
    cores = _settle_article(lines, _find_cores(lines))
    parts: list[Part] = []
    done = 0
    for core in cores:
        above = [] if done else _name_head(lines, core.first)
        parts += above or split_between(lines, done, core.first, among_items=bool(done))
        parts.append(core)
        done = core.last
    parts += split_between(lines, done, len(lines))
    return _tile(_name_lone_article([part for part in parts if _is_filled(lines, part)]), len(lines))


def _is_filled(lines: Sequence[Line], part: Part) -> bool:
    """Whether a part is more than the break between two others."""
    return any(line.text.strip() for line in lines[part.first : part.last])


# ------------------------------------------------------------------------------------- items with a source line


def _find_cores(lines: Sequence[Line]) -> list[Part]:
    """The items that have a source line, in order, without what lies between them."""
    layouts = find_layouts(lines)
    if not layouts:
        return []
    page = _learn_page(lines, layouts)
    starts: list[int] = []
    done = 0
    for source, layout in layouts.items():
        first = _walk_back(lines, source, done, page) if layout is Layout.AFTER else _step_back(lines, source, layout)
        starts.append(max(done, first))
        done = source + 1
    cores = []
    for (source, layout), first, bound in zip(layouts.items(), starts, [*starts, len(lines)][1:], strict=True):
        last = (
            source + 1
            if layout is Layout.AFTER
            else _walk_on(lines, source + 1, bound, page.is_learned * int(page.usual) - (layout is Layout.BELOW))
        )
        cores.append(_make_core(lines, first, last, source, page))
    return cores


@dataclass(frozen=True, slots=True)
class _Page:
    """The habits of one page, learned from what stands between its source lines."""

    usual: float
    """How many content lines an item has."""
    outlet_first: bool
    """Items begin with their outlet, and end with their age."""
    is_learned: bool
    """Whether there were items enough to tell."""
    names_outlets: bool
    """Most times stand with an outlet."""


def _learn_page(lines: Sequence[Line], layouts: dict[int, Layout]) -> _Page:
    sources = [n for n in layouts if not lines[n].title]
    gaps = [_content(lines, a + 1, b) for a, b in pairwise(sources)]
    usual = median(map(len, gaps)) if len(gaps) >= LEAST_GAPS else 2
    below_article = gaps[1:] if sources and layouts[sources[0]] is Layout.BELOW else []
    if below_article and all(len(gap) == 1 for gap in below_article):
        usual = 1
    nameless = all(lines[n].outlet is None and layouts[n] is Layout.AFTER for n in sources)
    named = sum(begins_with_outlet(lines, gap) for gap in gaps)
    is_learned = len(gaps) >= LEAST_GAPS
    plainly = sum(names_plainly(lines, _content(lines, max(0, n - NEAR), n)) for n in sources)
    outlet_first = (is_learned and named * 2 > len(gaps)) or (plainly > 1 and plainly * 2 > len(sources))
    with_outlet = sum(lines[n].outlet is not None for n in sources)
    return _Page(usual, nameless and outlet_first, is_learned, with_outlet * 2 > len(sources))


def _content(lines: Sequence[Line], first: int, last: int) -> list[int]:
    return [n for n in range(first, last) if lines[n].look in CONTENT]


def _walk_back(lines: Sequence[Line], source: int, bound: int, page: _Page) -> int:
    """The first line of the item that ends with this source line."""
    number = source
    while number > bound and lines[number - 1].look not in BREAKS:
        number -= 1
    content = _content(lines, number, source)
    if len(content) > 1 and _heads_list(lines, *content[:2]) and not page.outlet_first:
        del content[0]
    if not content:
        return source
    if page.outlet_first and names_plainly(lines, content):
        return content[-2]
    if page.usual <= 1 and lines[content[-1]].look is Look.HEADLINE:
        return content[-2] if page.names_outlets and is_named_above(lines, source, content) else content[-1]
    if _closes_list(lines, content):
        return content[-1]
    return content[0] if len(content) <= max(page.usual, 2) else _last_headline(lines, content, page)


def _heads_list(lines: Sequence[Line], first: int, second: int) -> bool:
    """Whether a label stands above a headline, and is no outlet."""
    label, headline = lines[first], lines[second]
    if not is_label(label) or headline.look is not Look.HEADLINE or outlets.OUTLET_NAME.fullmatch(label.text):
        return False
    return count_wide(headline.text) >= LEAST_HEADLINE


def _closes_list(lines: Sequence[Line], content: Sequence[int]) -> bool:
    """Whether headlines without a time stand above the last one, each with its outlet or writer."""
    if any(lines[n].look is not Look.HEADLINE for n in content) or count_wide(lines[content[-1]].text) < LEAST_HEADLINE:
        return False
    apart = len(content) == 2 and any(lines[n].look is Look.BYLINE for n in range(*content))
    return apart or len(content) > 2


def _last_headline(lines: Sequence[Line], content: list[int], page: _Page) -> int:
    """Where the last headline with a body stands, if what is before it is a text of its own."""
    for place in range(len(content) - 2, 0, -1):
        if lines[content[place]].look is Look.HEADLINE and lines[content[place + 1]].look is Look.BODY:
            is_group = content[place] - content[place - 1] > 1
            bodies = any(lines[n].look is Look.BODY for n in content[:place])
            with_outlet = page.outlet_first and names_outlet(lines[content[place - 1]])
            return content[place - with_outlet] if bodies or is_group else content[0]
    return _trailing_headline(lines, content, page)


def _trailing_headline(lines: Sequence[Line], content: list[int], page: _Page) -> int:
    """Where the headlines begin that close a long text: a list of mere headlines follows it."""
    place = len(content)
    while place > 0 and lines[content[place - 1]].look is Look.HEADLINE and len(content) - place < page.usual:
        place -= 1
    bodies = sum(lines[n].look is Look.BODY for n in content[:place])
    return content[place] if place < len(content) and bodies >= ARTICLE_PARAGRAPHS else content[0]


def _step_back(lines: Sequence[Line], source: int, layout: Layout) -> int:
    """The first line of an item whose source line stands above its body."""
    if layout is Layout.ABOVE:
        return source
    number = source - 1
    while number >= 0 and lines[number].look in BETWEEN:
        number -= 1
    return number if number >= 0 and lines[number].look in CONTENT else source


def _walk_on(lines: Sequence[Line], first: int, bound: int, size: int) -> int:
    """The end of an item whose source line stands above its body, usually ``size`` content lines further on.

    On a page of short items, a headline with its body just where the next item would begin starts an article that has
    no source line.
    """
    last = next((n for n in range(first, bound) if lines[n].look in BREAKS or opens_ranked(lines, n)), bound)
    if first and lines[first - 1].title and lines[first - 1].look is Look.SOURCE:
        last = next((n for n in range(first, last - 1) if _opens_list(lines, n)), last)
    content, words = split_words(lines, _content(lines, first, last))
    last = words[0] if words else last
    if content and all(is_label(lines[n]) for n in content):
        return content[0]
    content, links = split_links(lines, content)
    last = links[0] if links else last
    last = find_next_teaser(lines, content, find_next_signed(lines, content, last))
    if not 1 <= size <= SHORT_ITEM or len(content) < size + ARTICLE_PARAGRAPHS:
        return last
    here, after = lines[content[size]], lines[content[size + 1]]
    return content[size] if (here.look, after.look) == (Look.HEADLINE, Look.BODY) else last


def _opens_list(lines: Sequence[Line], number: int) -> bool:
    """Whether a button stands right above a headline: below an entry of one line, another list begins."""
    return lines[number].look is Look.NAVIGATION and lines[number + 1].look is Look.HEADLINE


def _make_core(lines: Sequence[Line], first: int, last: int, source: int, page: _Page) -> Part:
    while last > source + 1 and lines[last - 1].look not in CONTENT:
        last -= 1
    content = _content(lines, first, last)
    named = begins_with_outlet(lines, content) and (page.outlet_first or names_itself(lines, content, source))
    outlet = content.pop(0) if named else None
    bodies = sum(lines[n].look is Look.BODY for n in content)
    is_article = bodies >= ARTICLE_PARAGRAPHS - (not lines[source].relative)  # a teaser seldom prints its time
    kind = ItemKind.ARTICLE if is_article else ItemKind.RELATED
    if not (content or lines[source].title):
        kind = ItemKind.NAVIGATION  # the day of the page, an hour of a menu
    unsure = "" if content or lines[source].title else "a source line without a text"
    headline = None if lines[source].title else find_headline(lines, content)
    return Part(first, last, kind, headline, source, outlet, unsure)


def _name_head(lines: Sequence[Line], last: int) -> list[Part]:
    """What stands above the first item of a page in short lines: names of the site and its sections."""
    content = _content(lines, 0, last)
    if any(lines[n].look is Look.BODY or count_wide(lines[n].text) >= LEAST_HEADLINE for n in content):
        return []
    return [Part(0, last, ItemKind.NAVIGATION)] if content else []


# ---------------------------------------------------------------------------------------------- the main article


def _settle_article(lines: Sequence[Line], cores: list[Part]) -> list[Part]:
    """The one item with a printed time, above all others, is the article of the page, however short.

    Where labels stand between its source line and its text, or the items below print their times as well but stand
    without texts, its text is put back.
    """
    printed = [core for core in cores if core.source is not None and not lines[core.source].relative]
    if not printed or printed[0] is not cores[0]:
        return cores
    first = cores[0]
    if len(printed) > 1 and any(_has_body(lines, core.first, core.last) for core in printed[1:]):
        return cores
    if not _has_body(lines, first.first, first.last):
        bound = cores[1].first if len(cores) > 1 else len(lines)
        end = next((n for n in range(first.last, bound) if lines[n].look in BREAKS), bound)
        bodies = [n for n in range(first.last, end) if lines[n].look in (Look.BODY, Look.CAPTION)]
        if first.headline is None or not bodies:
            return cores
        first = first._replace(last=bodies[-1] + 1)
    return [first._replace(kind=ItemKind.ARTICLE), *cores[1:]]


def _has_body(lines: Sequence[Line], first: int, last: int) -> bool:
    return any(line.look is Look.BODY for line in lines[first:last])


# --------------------------------------------------------------------------------------------------- tiling


def _name_lone_article(parts: list[Part]) -> list[Part]:
    """The only text of a dump is its article, however short."""
    news = [part for part in parts if part.kind.is_news]
    if len(news) != 1:
        return parts
    return [part._replace(kind=ItemKind.ARTICLE) if part.kind.is_news else part for part in parts]


def _tile(parts: list[Part], line_count: int) -> list[Part]:
    """Stretch parts over the blank lines behind them (the first also over those before it); join equal neighbours."""
    if not parts:
        return [Part(0, line_count, ItemKind.NAVIGATION)] if line_count else []
    edges = [0, *(part.first for part in parts[1:]), line_count]
    joined = [parts[0]._replace(first=0, last=edges[1])]
    for part, first, last in zip(parts[1:], edges[1:], edges[2:], strict=False):
        above = joined[-1]
        if part.kind is above.kind and not (part.kind.is_news or part.unsure or above.unsure):
            joined[-1] = above._replace(last=last)
        else:
            joined.append(part._replace(first=first, last=last))
    return joined
