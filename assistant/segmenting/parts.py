"""Lines -> parts: which runs of lines are an item, and of what kind. Parts tile the lines.

Source lines (outlet and age) are the fixed points. Sites put them after the body, between headline and body, or above
the headline; which of the three is found out from the page as a whole. What lies between the items so found is cut at
headings, rules and edges.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from assistant.records import ItemKind
from assistant.segmenting import rules
from assistant.segmenting.layout import Layout, find_layouts
from assistant.segmenting.lines import CONTENT, MATTER, Line, Look

ARTICLE_PARAGRAPHS = 3
"""An item with so many body lines is an article of its own, whatever its source line says."""

KINDS = {
    Look.RELATED_HEADING: ItemKind.NAVIGATION,
    Look.NAVIGATION: ItemKind.NAVIGATION,
    Look.RULE: ItemKind.NAVIGATION,
    Look.ADVERTISEMENT: ItemKind.ADVERTISEMENT,
    Look.FOOTER: ItemKind.FOOTER,
}


@dataclass(frozen=True, slots=True)
class Part:
    """Lines ``[first, last)``, with the numbers of the headline and the source line among them."""

    first: int
    last: int
    kind: ItemKind
    headline: int | None = None
    source: int | None = None
    unsure: str = ""
    """Why the rules are not certain of this part, in words; empty when they are."""


def find_parts(lines: Sequence[Line]) -> list[Part]:
    """Cut the lines into parts that tile them, in order."""
    cores = _find_cores(lines)
    parts: list[Part] = []
    done = 0
    for core in cores:
        parts += _split_rest(lines, done, core.first)
        parts.append(core)
        done = core.last
    parts += _split_rest(lines, done, len(lines))
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
    return median(gaps) if gaps else 2


def _walk_back(lines: Sequence[Line], source: int, bound: int, usual: float) -> int:
    """The first line of the item that ends with this source line."""
    first = source
    for number in range(source - 1, bound - 1, -1):
        if lines[number].look in (Look.RELATED_HEADING, Look.RULE, Look.FOOTER):
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
            bodies = sum(lines[n].look is Look.BODY for n in before)
            return content[place] if bodies else content[0]
    return content[0]


def _step_back(lines: Sequence[Line], source: int, layout: Layout) -> int:
    """The first line of an item whose source line stands above its body."""
    if layout is Layout.ABOVE:
        return source
    number = source - 1
    while number >= 0 and lines[number].look is Look.BLANK:
        number -= 1
    return number if number >= 0 and lines[number].look in CONTENT else source


def _walk_on(lines: Sequence[Line], first: int, bound: int) -> int:
    """The end of an item whose source line stands above its body."""
    for number in range(first, bound):
        if lines[number].look in (Look.RELATED_HEADING, Look.RULE, Look.FOOTER):
            return number
    return bound


def _make_core(lines: Sequence[Line], first: int, last: int, source: int) -> Part:
    while last > source + 1 and lines[last - 1].look not in CONTENT and last - 1 != source:
        last -= 1
    content = [n for n in range(first, last) if lines[n].look in CONTENT]
    bodies = sum(lines[n].look is Look.BODY for n in content)
    kind = ItemKind.ARTICLE if bodies >= ARTICLE_PARAGRAPHS else ItemKind.RELATED
    unsure = "" if content else "a source line without a text"
    return Part(first, last, kind, _find_headline(lines, content), source, unsure)


def _find_headline(lines: Sequence[Line], content: list[int]) -> int | None:
    """The first content line, unless it is plainly a paragraph."""
    return content[0] if content and lines[content[0]].look is Look.HEADLINE else None


# ------------------------------------------------------------------------------------------ what lies between


def _split_rest(lines: Sequence[Line], first: int, last: int) -> list[Part]:
    """Parts of lines that no source line claims: articles, menus, advertisements, footers, headlines to click."""
    parts: list[Part] = []
    after_heading = False
    run: list[int] = []
    for number in range(first, last):
        look = lines[number].look
        if look in (Look.RELATED_HEADING, Look.RULE, Look.FOOTER):
            parts += _name_run(lines, run, after_heading)
            parts.append(Part(number, number + 1, KINDS[look]))
            run = []
            after_heading = after_heading or look is Look.RELATED_HEADING
        else:
            run.append(number)
    return parts + _name_run(lines, run, after_heading)


def _name_run(lines: Sequence[Line], run: list[int], after_heading: bool) -> list[Part]:
    """One unbroken run of lines: menus and advertisements at its edges, a text in its middle."""
    content = [n for n in run if lines[n].look in CONTENT]
    if not content:
        return [Part(n, n + 1, KINDS[lines[n].look]) for n in run if lines[n].look in MATTER]
    head = [Part(n, n + 1, KINDS[lines[n].look]) for n in run if n < content[0] and lines[n].look in MATTER]
    tail = [Part(n, n + 1, KINDS[lines[n].look]) for n in run if n > content[-1] and lines[n].look in MATTER]
    return head + (_pair_up(lines, content) if after_heading else _name_texts(lines, content)) + tail


def _name_texts(lines: Sequence[Line], content: list[int]) -> list[Part]:
    """Articles; cut where two blank lines and a headline stand and the page does not use two for every paragraph."""
    bodies = sum(lines[n].look is Look.BODY for n in content)
    if not bodies and all(len(lines[n].text) <= rules.LABEL_CHARACTERS for n in content) and len(lines) > len(content):
        return [Part(content[0], content[-1] + 1, ItemKind.NAVIGATION, unsure="short lines, taken for a menu")]
    gaps = [b - a for a, b in pairwise(content)]
    usual = median(gaps) if gaps else 1
    texts: list[list[int]] = [[content[0]]]
    for gap, number in zip(gaps, content[1:], strict=True):
        is_new = (
            gap > max(usual, 2)
            and lines[number].look is Look.HEADLINE
            and any(lines[n].look is Look.BODY for n in texts[-1])
        )
        if is_new:
            texts.append([])
        texts[-1].append(number)
    return [_make_text(lines, text) for text in texts]


def _make_text(lines: Sequence[Line], content: list[int]) -> Part:
    has_body = any(lines[n].look is Look.BODY for n in content)
    unsure = "" if has_body else "no full sentence, taken for news"
    return Part(content[0], content[-1] + 1, ItemKind.ARTICLE, _find_headline(lines, content), unsure=unsure)


def _pair_up(lines: Sequence[Line], content: list[int]) -> list[Part]:
    """Under a heading such as 延伸閱讀, each headline starts an item, with or without a body."""
    groups: list[list[int]] = []
    for number in content:
        if not groups or lines[number].look is Look.HEADLINE:
            groups.append([])
        groups[-1].append(number)
    return [
        Part(g[0], g[-1] + 1, ItemKind.RELATED, _find_headline(lines, g), unsure="no outlet and no age") for g in groups
    ]


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
