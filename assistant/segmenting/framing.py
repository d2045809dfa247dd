"""What a line is by where it stands around a text: labels before and behind it, links under it, notices at its end.

A text of news is a run of prose. A short line beside it is a label, whatever its words; short lines above long ones are
the heading of a list; a paragraph at the end that speaks of the page itself is a notice.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from assistant.segmenting.insets import LEAST_ITEM, mark_foreign
from assistant.segmenting.interface import belongs_to_page, names_interface, names_link, notes_page
from assistant.segmenting.lines import Line, Look
from assistant.segmenting.linking import as_link
from assistant.segmenting.menus import as_menu
from assistant.segmenting.part import BOUNDS, LEAST_HEADLINE
from assistant.segmenting.rules import matter, stories
from assistant.segmenting.source_line import count_wide

LEAST_PROSE = 60
"""Characters of prose that make a text; less is the teaser of an item."""
MOST_APART = 8
"""So many short lines may stand between two paragraphs of one text: a list, a table, pictures with buttons."""
LEAST_LINK = 9
MOST_OF_HEADING = 8
LEAST_BLOCK = 4
LEAST_BUTTONS = 2
BOXED = frozenset({Look.HEADLINE, Look.NAVIGATION, Look.ADVERTISEMENT, Look.BLANK})
TAKEN = frozenset({Look.HEADLINE, Look.BODY, Look.RELATED_HEADING})
"""A label right below one of these may belong to it."""
SHARE_OF_BLOCK = 0.66
MOST_OF_LABEL = 5
"""The word for an advertisement is this short; a longer one is an advertisement itself."""
MOST_OF_SLOGAN = 40
SECTION_MARKS = "■□▪◆◇◼◾●○◎"
EDGES = " :>》▼▲▶◤◢【】[]■●|"


def mark_frames(lines: Sequence[Line]) -> list[Line]:
    """Take what frames the texts of a page for none of them."""
    marked = list(lines)
    texts = list(_find_texts(marked))
    bounds = [first for first, _ in texts[1:]] + [len(lines)]
    for (first, last), bound in zip(texts, bounds, strict=False):
        stop = next((n for n in range(last, bound) if lines[n].look in BOUNDS), bound)
        _mark_links(marked, first, last)
        _mark_tail(marked, _mark_notices(marked, first, last), stop)
    if texts:
        _mark_asides(marked, texts[0][1])
        _mark_headings(marked, texts[0][1])
        _mark_blocks(marked, texts[0][1])
        _mark_own_headline(marked, *texts[0])
    sources = (n for n, line in enumerate(lines) if line.look is Look.SOURCE)
    _mark_sponsored(marked, texts[0][1] if texts else next(sources, len(lines)))
    return marked


def _find_texts(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Lines ``[first, last)`` of each text, from its first paragraph to its last."""
    run: list[int] = []
    between = 0
    for number, line in enumerate(lines):
        between += line.look is Look.HEADLINE
        if run and (line.look in BOUNDS or between > MOST_APART):
            yield from _as_text(lines, run)
            run = []
        if line.look is Look.BODY:
            run.append(number)
            between = 0
    yield from _as_text(lines, run)


def _as_text(lines: Sequence[Line], run: list[int]) -> Iterator[tuple[int, int]]:
    if sum(len(lines[n].text) for n in run) >= LEAST_PROSE:
        yield run[0], run[-1] + 1


def _mark_links(lines: list[Line], first: int, last: int) -> None:
    """Take lines between paragraphs for links that have an arrow, or a word for other texts, before a headline."""
    _mark_inner_boxes(lines, first, last)
    mark_foreign(lines, first, last)
    for number in range(first, last):
        line = lines[number]
        if line.look is Look.HEADLINE and (_points(line) or _has_arrow(line)):
            lines[number] = as_link(line)
        elif line.look is Look.HEADLINE and _is_boxed(lines, number):
            lines[number] = as_menu(line)


def _has_arrow(line: Line) -> bool:
    """Whether an arrow or a picture stands before a headline; squares and circles mark the sections of a text."""
    return line.text[0] not in SECTION_MARKS and matter.LINKED.fullmatch(line.text) is not None


def _points(line: Line) -> bool:
    """Whether a word for other texts stands before a headline: 請見:..., 下一則:..."""
    keyed = matter.KEYED.fullmatch(line.text)
    return keyed is not None and names_link(keyed["key"])


def _mark_inner_boxes(lines: list[Line], first: int, last: int) -> None:
    """Take the short lines among buttons between two paragraphs for a box; the last one may head the next paragraph."""
    for is_short, run in groupby(range(first, last), key=lambda n: lines[n].look in BOXED):
        box = [n for n in run if lines[n].look is not Look.BLANK] if is_short else []
        if sum(lines[n].look is not Look.HEADLINE for n in box) >= LEAST_BUTTONS:
            for number in box[:-1]:
                if lines[number].look is Look.HEADLINE and not stories.ENTRY.match(lines[number].text):
                    lines[number] = as_menu(lines[number])


def _is_boxed(lines: Sequence[Line], number: int) -> bool:
    """Whether a line is part of a box in the text: it speaks of the page beside a button, or stands between two."""
    beside = [lines[n].look in (Look.NAVIGATION, Look.ADVERTISEMENT) for n in (number - 1, number + 1)]
    return all(beside) or (any(beside) and names_interface(lines[number].text))


def _mark_notices(lines: list[Line], first: int, last: int) -> int:
    """Take the last paragraphs of a text for notices while they speak of the page; where the text ends before them."""
    ends = (n + 1 for n in range(first, last) if lines[n].look is Look.BODY and stories.END_MARK.search(lines[n].text))
    end = next(ends, last)
    for number in range(end, last):
        if lines[number].look is Look.BODY and not _is_entry(lines, number):
            lines[number] = as_menu(lines[number])
    for number in range(end - 1, first, -1):
        if lines[number].look is Look.BODY:
            told = notes_page(lines[number].text) or stories.WRITER_NOTE.fullmatch(lines[number].text)
            if not told and (count_wide(lines[number].text) or _is_entry(lines, number)):
                return number + 1
            lines[number] = as_menu(lines[number])
    return first + 1


def _mark_asides(lines: list[Line], first: int) -> None:
    """Take notices among the lists behind the first text, and paragraphs of Latin letters, for none of the news."""
    wide = sum(count_wide(line.text) for line in lines[:first]) > LEAST_PROSE
    for number in range(first, len(lines)):
        line = lines[number]
        short = count_wide(line.text) < LEAST_HEADLINE and belongs_to_page(line.text)
        told = line.look is Look.HEADLINE and (short or matter.TAGS.fullmatch(line.text))
        latin = wide and line.look is Look.BODY and not count_wide(line.text)
        aside = latin or (line.look in (Look.HEADLINE, Look.BODY) and notes_page(line.text))
        if told or (aside and not (line.look is Look.BODY and _is_entry(lines, number))):
            lines[number] = as_menu(line)


def _mark_headings(lines: list[Line], first: int) -> None:
    """Take a label above two headlines, apart from what stands above it, for the heading of their list."""
    filled = [n for n in range(first, len(lines)) if lines[n].look is not Look.BLANK]
    for above, number, *below in zip(filled, filled[1:], filled[2:], filled[3:], strict=False):
        apart = number - above > 1 or lines[above].look not in TAKEN
        headed = lines[number].look is Look.HEADLINE and _is_heading(lines[number])
        if apart and lines[above].look is not Look.ADVERTISEMENT and headed and all(_is_link(lines[n]) for n in below):
            lines[number] = lines[number]._replace(look=Look.RELATED_HEADING)


def _is_entry(lines: Sequence[Line], number: int) -> bool:
    """Whether an outlet with its time stands right below a line or below the next one: it is of an item."""
    below = lines[number + 1 : number + 1 + LEAST_ITEM]
    source = next((n for n, line in enumerate(below) if line.look is Look.SOURCE), None)
    return source is not None and below[source].outlet is not None and all(b.look is Look.BODY for b in below[:source])


def _mark_own_headline(lines: list[Line], first: int, last: int) -> None:
    """Take the headline of an article for a link to it where a list below its text says it again, by itself."""
    own = {
        line.text for line in lines[:first] if line.look is Look.HEADLINE and count_wide(line.text) >= LEAST_HEADLINE
    }
    for number in range(last, len(lines)):
        line, below = lines[number], lines[number + 1 : number + 2]
        title = line.read(line.title) or line.text
        alone = not below or below[0].look not in (Look.BODY, Look.SOURCE)
        if line.look is Look.HEADLINE and title in own and alone:
            lines[number] = as_menu(line)


def _mark_sponsored(lines: list[Line], first: int) -> None:
    """Take the line below the word for an advertisement for one, and the name below that, unless they are an item."""
    for number in range(first, len(lines) - 1):
        label = lines[number].look is Look.ADVERTISEMENT and len(lines[number].text) <= MOST_OF_LABEL
        if label and (lines[number + 1].look is Look.HEADLINE or _is_slogan(lines[number + 1])):
            end = number + 2
            end += end < len(lines) and lines[end].look is Look.HEADLINE and count_wide(lines[end].text) < LEAST_LINK
            if end == len(lines) or lines[end].look not in (Look.SOURCE, Look.BODY):
                for own in range(number + 1, end):
                    lines[own] = lines[own]._replace(look=Look.ADVERTISEMENT)


def _is_slogan(line: Line) -> bool:
    """Whether a paragraph is as short as a slogan and ends without a full stop."""
    return line.look is Look.BODY and len(line.text) <= MOST_OF_SLOGAN and not stories.FINAL.search(line.text)


def _mark_blocks(lines: list[Line], first: int) -> None:
    """Take a block of short lines behind the first text for none of its own when most of them speak of the page."""
    for is_blank, run in groupby(range(first, len(lines)), key=lambda n: lines[n].look is Look.BLANK):
        block = [] if is_blank else list(run)
        short = all(lines[n].look in (Look.HEADLINE, Look.NAVIGATION) for n in block)
        if len(block) >= LEAST_BLOCK and short:
            told = sum(lines[n].look is Look.NAVIGATION or names_interface(lines[n].text) for n in block)
            if told >= len(block) * SHARE_OF_BLOCK:
                for number in block:
                    if names_interface(lines[number].text) or not _is_link(lines[number]):
                        lines[number] = as_menu(lines[number])


def _mark_tail(lines: list[Line], first: int, stop: int) -> None:
    """Lines ``[first, stop)`` below a text: labels, headings and links."""
    if stop < len(lines) and lines[stop].look in (Look.SOURCE, Look.BODY) and not lines[stop].title:
        stop = next((n for n in range(stop - 1, first, -1) if _is_link(lines[n])), first)
    tail = [n for n in range(first, stop) if lines[n].look is Look.HEADLINE]
    headed = False
    for place, number in enumerate(tail):
        line = lines[number]
        below = tail[place + 1 : place + 2]
        if _is_heading(line) and below and _is_link(lines[below[0]]):
            lines[number] = line._replace(look=Look.RELATED_HEADING)
            headed = True
        elif _is_label(line) or _speaks_of_page(line, headed=headed) or _points(line):
            lines[number] = as_menu(line)


def _speaks_of_page(line: Line, *, headed: bool) -> bool:
    return belongs_to_page(line.text) or (not headed and _is_short(line) and names_interface(line.text))


def _is_short(line: Line) -> bool:
    return count_wide(line.text) < LEAST_HEADLINE


def _is_label(line: Line) -> bool:
    return count_wide(line.text) < LEAST_LINK and not (line.text.startswith("(") or stories.ENTRY.match(line.text))


def _is_heading(line: Line) -> bool:
    """Whether a short line could be the heading of a list: no figure in it, and no mark but at its edges."""
    text = line.text.strip(EDGES)
    return 0 < count_wide(text) <= MOST_OF_HEADING and not matter.NOT_IN_LABEL.search(text)


def _is_link(line: Line) -> bool:
    """Whether a line reads as a headline of another story."""
    long = count_wide(line.text) >= LEAST_LINK
    return line.look is Look.HEADLINE and long and not belongs_to_page(line.text)
