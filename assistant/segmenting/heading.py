"""The head of an article: which line above its time is its headline, and what stands around it only labels it.

An article is known by its prose below a printed time. The line above the time that reads most like a headline is the
headline; short lines between it and the first paragraph are writers, sections and buttons, whatever they say.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from assistant.records import Span
from assistant.segmenting.beside import last_look
from assistant.segmenting.interface import ENOUGH, names_interface, weigh
from assistant.segmenting.lines import BETWEEN, Line, Look, read_age
from assistant.segmenting.menus import as_menu
from assistant.segmenting.part import BOUNDS, LEAST_HEADLINE
from assistant.segmenting.rules import matter, outlets, stories, times
from assistant.segmenting.source_line import count_wide

LEAST_PROSE = 30
"""Characters of the paragraphs below a time that make it the time of an article."""
FAR_ABOVE = 10
FAR_BELOW = 30
"""Lines, blank ones not counted, in which a head has its headline and its first paragraph."""
SIGNATURES = (outlets.PEOPLE, outlets.PERSON, outlets.KEYED)
LEAST_TIMES = 3
LEAST_LETTERS = 8
MOST_OF_LABEL = 20


def mark_heads(lines: Sequence[Line]) -> list[Line]:
    """Take the labels around the headline and the time of each article for by-lines and navigation."""
    marked = _mark_said_twice(_mark_page_clock(_mark_page_day(lines)))
    for source, line in enumerate(marked):
        if line.look is Look.SOURCE and line.heads is None and not line.relative and not line.title:
            body = _find_prose(marked, source)
            if body is not None:
                _mark_head(marked, source, body)
    return marked


def _mark_page_day(lines: Sequence[Line]) -> list[Line]:
    """Take the day at the top of a page, above times with hours or ages, for the day of the page and not of an item."""
    marked = list(lines)
    sources = [n for n, line in enumerate(lines) if line.look is Look.SOURCE and not line.title]
    if len(sources) < LEAST_TIMES or lines[sources[0]].relative or ":" in lines[sources[0]].text:
        return marked
    timed = sum(lines[n].relative or ":" in lines[n].text for n in sources[1:])
    if timed * 2 > len(sources) and not any(line.look is Look.BODY for line in lines[: sources[1]]):
        number = sources[0]
        marked[number] = lines[number]._replace(look=Look.NAVIGATION, outlet=None, age=None)
    return marked


def _mark_page_clock(lines: Sequence[Line]) -> list[Line]:
    """Take the day, or day and hour, at the top of a page, above its menu, for that of the page and not of an item.

    The article below has a time of its own, and its headline stands above that; or a list with ages begins.
    """
    marked = list(lines)
    sources = [n for n, line in enumerate(lines) if line.look is Look.SOURCE][:2]
    if len(sources) < len(("clock", "time")):
        return marked
    first, second = sources
    clock, below = lines[first], next((n for n in _below(lines, first)), first)
    bare = not (clock.relative or clock.title or clock.outlet or times.TELLS_FIRST.match(clock.text))
    above = any(
        line.look is Look.BODY or _rank(line) == 2 for line in lines[:first] if line.look is not Look.NAVIGATION
    )
    between = {line.look for line in lines[first + 1 : second]}
    listed = lines[below].look is not Look.HEADLINE and Look.BODY not in between
    if bare and not above and listed and _opens_page(lines, second, headed=Look.HEADLINE in between):
        marked[first] = as_menu(clock)._replace(outlet=None, age=None)
    return marked


def _opens_page(lines: Sequence[Line], source: int, *, headed: bool) -> bool:
    """Whether a time is that of an article with its headline above, or is one of a list."""
    if lines[source].relative or lines[source].title:
        return True
    return headed and _find_prose(lines, source) is not None


def _mark_said_twice(lines: Sequence[Line]) -> list[Line]:
    """Take a time that is printed again below, with no text between, for that of the window; the lower one counts."""
    marked = list(lines)
    sources = [n for n, line in enumerate(lines) if line.look is Look.SOURCE and line.age and not line.relative]
    for first, second in pairwise(sources):
        same = read_age(lines[first]) == read_age(lines[second]) and not lines[first].title
        between = {line.look for line in lines[first + 1 : second]}
        above = {line.look for line in lines[max(0, first - FAR_BELOW) : first]}
        heads = Look.HEADLINE in between and Look.BODY not in between | above
        if same and heads and _find_prose(lines, second) is not None:  # in a list each headline has its own
            marked[first] = as_menu(lines[first])._replace(outlet=None, age=None)
    return marked


def _find_prose(lines: Sequence[Line], source: int) -> int | None:
    """The first paragraph below a time, if enough prose follows before another time or a heading."""
    first = above = None
    size = 0
    for number in _below(lines, source):
        line = lines[number]
        if line.look is Look.SOURCE and above == first is not None:
            return None  # the teaser of the item whose time this is
        above = number
        if line.look in BOUNDS and (first is not None or not _is_bare(line)):
            break
        if line.look is Look.BODY and weigh(line.text) < ENOUGH:
            first = number if first is None else first
            size += len(line.text)
    return first if size >= LEAST_PROSE else None


def _is_bare(line: Line) -> bool:
    """Whether a line is another time of the same article: when it was changed."""
    return line.look is Look.SOURCE and not (line.relative or line.outlet or line.title)


def _below(lines: Sequence[Line], source: int) -> Iterator[int]:
    filled = (n for n in range(source + 1, len(lines)) if lines[n].look is not Look.BLANK)
    yield from (n for _, n in zip(range(FAR_BELOW), filled, strict=False))


def _mark_head(lines: list[Line], source: int, body: int) -> None:
    above = _list_above(lines, source)
    below = [n for n in range(source + 1, body) if lines[n].look is Look.HEADLINE]
    headline = max(above, key=lambda n: (_rank(lines[n]), n), default=None)
    if headline is None or not _rank(lines[headline]):
        near = next((lines[n].look for n in range(source - 1, -1, -1) if lines[n].look not in BETWEEN), Look.BLANK)
        under = None if near is Look.BODY else next((n for n in below if _rank(lines[n]) == 2), None)
        if under is not None:
            lines[under] = _settle(lines[under])
            lines[source] = lines[source]._replace(heads=False)
            for number in (*above, *range(under + 1, body)):
                _mark_label(lines, number)
            return
    if headline is None or not _rank(lines[headline]):
        return
    lines[headline] = _settle(lines[headline])
    lines[source] = lines[source]._replace(heads=True)
    _mark_outlet(lines, headline, source)
    for number in (*range(headline + 1, source), *below):
        _mark_label(lines, number)
    for number in range(headline + 1, source):
        if lines[number].look is Look.HEADLINE and _rank(lines[number]):
            lines[number] = lines[number]._replace(look=Look.CAPTION)


def _mark_outlet(lines: list[Line], headline: int, source: int) -> None:
    """Take the name of an outlet right above the time of an article for a part of its source line."""
    number = source - 1
    line = lines[number]
    if number > headline and line.look is Look.HEADLINE and outlets.OUTLET_NAME.fullmatch(line.text):
        lines[number] = line._replace(look=Look.BYLINE)


def _settle(line: Line) -> Line:
    """The line as a headline for certain: it can be no outlet of what stands below it."""
    return line._replace(title=line.title or Span(line.own.start + line.bullet, line.own.end))


def _list_above(lines: Sequence[Line], source: int) -> list[int]:
    """The lines above a time that could be its headline, from the nearest on."""
    found = []
    passed = 0
    for number in range(source - 1, -1, -1):
        line = lines[number]
        if line.look in BOUNDS or line.look is Look.BODY or passed == FAR_ABOVE:
            break
        passed += line.look is not Look.BLANK
        if line.look is Look.HEADLINE:
            found.append(number)
    return found


def _rank(line: Line) -> int:
    """How much a line reads like a headline: 2 for one, 1 for a short one, 0 for a label or a name."""
    size = count_wide(line.text)
    if outlets.PEOPLE.fullmatch(line.text) or outlets.OUTLET_NAME.fullmatch(line.text) or weigh(line.text) > 0:
        return 0
    if outlets.FIELD_OF_HEAD.fullmatch(line.text) or _names_desk(line.text):
        return 0
    told = size >= LEAST_LETTERS and matter.NOT_IN_LABEL.search(line.text)
    return 2 if told or size >= LEAST_HEADLINE else int(size >= LEAST_LETTERS)


def _mark_label(lines: list[Line], number: int) -> None:
    """Take a short line for a writer or a label; a longer one is a deck or a caption and stays."""
    line = lines[number]
    if line.look is not Look.HEADLINE or outlets.OUTLET_NAME.fullmatch(line.text) or _is_doubled(lines, number):
        return
    if any(shape.fullmatch(line.text) for shape in SIGNATURES) or _is_latin(line.text) or _names_desk(line.text):
        lines[number] = line._replace(look=Look.BYLINE)
    elif _is_label(line.text) and not stories.ENTRY.match(line.text):
        lines[number] = as_menu(line)
    elif not line.title and _rank(line) == 2 and last_look(lines, number) is Look.NAVIGATION:
        lines[number] = line._replace(look=Look.CAPTION)  # below the buttons, above the text: what a picture shows


def _names_desk(text: str) -> bool:
    """Whether an outlet stands before its desk or its writer: 某某新聞網 國際中心."""
    name, blank, desk = text.partition(" ")
    return bool(blank and outlets.OUTLET_NAME.fullmatch(name)) and count_wide(desk) < LEAST_LETTERS


def _is_latin(text: str) -> bool:
    """Whether a line holds words of Latin letters alone: writers, or the headline in another language."""
    return not count_wide(text) and sum(letter.isalpha() for letter in text) >= LEAST_LETTERS


def _is_label(text: str) -> bool:
    """Whether a line in the head of an article is too short for a part of it."""
    size = count_wide(text)
    return (size < LEAST_LETTERS and len(text) < MOST_OF_LABEL) or (size < LEAST_HEADLINE and names_interface(text))


def _is_doubled(lines: Sequence[Line], number: int) -> bool:
    """Whether a name stands there twice, as logo and as word: that of the outlet."""
    return any(lines[n].text == lines[number].text for n in (number - 1, number + 1) if 0 <= n < len(lines))
