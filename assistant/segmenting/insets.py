"""Links and lists inside a text: they are none of it, and the text goes on below them."""

from collections.abc import Iterator, Sequence
from itertools import dropwhile, islice, pairwise, takewhile

from assistant.segmenting.evidence import measure_share, pair_all
from assistant.segmenting.interface import asks_reader, notes_page
from assistant.segmenting.lines import Line, Look
from assistant.segmenting.linking import as_link
from assistant.segmenting.menus import as_menu, silence
from assistant.segmenting.part import BOUNDS
from assistant.segmenting.rules import matter, outlets
from assistant.segmenting.source_line import count_wide

LEAST_PARAGRAPH = 24
LEAST_ITEM = 2
"""A headline and its teaser above a time."""
FAR_ABOVE = 16
"""So many lines of links stand inside a text, at most."""
FAR_BELOW = 40
"""So far below a heading, blank lines and buttons among them, its text goes on."""
MOST_INSET = 4
"""Links of a list inside a text."""
LEAST_IN_HALVES = 14
"""So long are the halves of a headline together; those of a subheading are shorter."""
NEWS = frozenset({Look.HEADLINE, Look.BODY, Look.SOURCE})
MOST_FOREIGN = 2
LEAST_SAID = 0.1
"""So much of a subheading its text says again, by pairs of characters."""


def mark_insets(lines: Sequence[Line]) -> list[Line]:
    """Take a list inside a text, its heading and its links, for none of the text, so that the text goes on below it."""
    marked = _mark_linked(_mark_continued(lines))
    above = False
    lines = list(marked)
    for number, line in enumerate(lines):
        if line.look is Look.RELATED_HEADING:
            below = list(_list_below(lines, number))
            bodies = [n for n in below if lines[n].look is Look.BODY]
            if bodies and (_is_paragraph(lines, bodies[0]) and bodies[0] == below[0]):
                marked[number] = as_menu(line)
            elif above and _goes_on(lines, below):
                for inset in (number, *_list_inset(lines, below[: below.index(bodies[0])])):
                    marked[inset] = as_link(lines[inset])
            else:
                above = False
        elif line.look in BOUNDS:
            above = False
        above = above or (line.look is Look.BODY and _is_paragraph(lines, number))
    return marked


def _mark_linked(lines: Sequence[Line]) -> list[Line]:
    """Take lines that a saved page marks as links, between the paragraphs of its main text, for none of it.

    So are the label above them, and the time and the teaser below one.
    """
    marked = list(lines)
    bodies = _list_prose(lines)
    filled = [n for n in range(bodies[0], bodies[-1]) if lines[n].look is not Look.BLANK] if bodies else []
    beside = False
    for above, number in reversed(list(pairwise(filled))):
        line = lines[number]
        is_link = _is_link(line)
        if is_link:
            marked[number] = as_link(line)
        elif line.main is False and line.look in (Look.BODY, Look.SOURCE) and _is_link(lines[above]):
            marked[number] = silence(line)
        elif beside and line.look is Look.RELATED_HEADING:
            marked[number] = as_menu(line)
        beside = is_link or (beside and line.look is Look.NAVIGATION)
    return marked


def _list_prose(lines: Sequence[Line]) -> list[int]:
    """The paragraphs of the main text, up to where a list of other texts begins: an extractor may take it in."""
    bodies = [n for n, line in enumerate(lines) if line.main and line.look is Look.BODY and not line.linked]
    for number in range(bodies[0], bodies[-1]) if bodies else ():
        is_time = lines[number].look is Look.SOURCE and lines[number].title is None
        if (is_time or lines[number].look is Look.RELATED_HEADING) and not _resumes(lines, number):
            kept = [n for n in bodies if n < number]
            is_teaser = is_time and any(_is_link(lines[n]) for n in range(kept[-2], kept[-1])) if kept[1:] else False
            return kept[:-1] if is_teaser else kept
    return bodies


def _resumes(lines: Sequence[Line], number: int) -> bool:
    """Whether the text goes on below a heading or a time.

    There is a paragraph, and below that another or a subheading; a link only if several stand above: of one, it could
    be the teaser.
    """
    near = range(number + 1, min(len(lines), number + 1 + FAR_BELOW))
    below = [n for n in near if lines[n].look in NEWS]
    links = len(list(takewhile(lambda n: _is_link(lines[n]), below)))
    rest = dropwhile(lambda n: lines[n].look is Look.HEADLINE and not _is_link(lines[n]), below[links:])
    two = [lines[n] for n in islice(rest, 2)]  # a subheading passed over
    if len(two) < 2 or two[0].look is not Look.BODY:
        return False
    return two[1].look is not Look.SOURCE and (links > 1 or not _is_link(two[1]))


def _is_link(line: Line) -> bool:
    if line.look is Look.SOURCE:  # what marks its time may be nothing but style
        return line.title is not None and (line.linked or line.main is False)
    return line.linked and line.look not in (Look.BODY, Look.CAPTION)


def _mark_continued(lines: Sequence[Line]) -> list[Line]:
    """Take links inside an article for none of it, down to the words that its text goes on."""
    marked = list(lines)
    for number, line in enumerate(lines):
        if matter.GOES_ON.fullmatch(line.text):
            near = range(number - 1, max(0, number - FAR_ABOVE), -1)
            heading = next((n for n in near if lines[n].look is Look.RELATED_HEADING), None)
            if heading is not None and any(other.look is Look.BODY for other in lines[:heading]):
                marked[heading : number + 1] = map(silence, lines[heading : number + 1])
    return marked


def _list_below(lines: Sequence[Line], heading: int) -> Iterator[int]:
    """The headlines and paragraphs below a heading, up to where no text can go on; a time takes its item with it."""
    found: list[int] = []
    for number in range(heading + 1, len(lines)):
        if lines[number].look in BOUNDS:
            last = [lines[n].look for n in found[-LEAST_ITEM:]]
            if lines[number].look is Look.SOURCE and last != [Look.BODY, Look.BODY]:
                found = found[:-LEAST_ITEM]
            break
        if lines[number].look in (Look.HEADLINE, Look.BODY):
            found.append(number)
    yield from found


def _is_paragraph(lines: Sequence[Line], number: int) -> bool:
    return len(lines[number].text) >= LEAST_PARAGRAPH


def _goes_on(lines: Sequence[Line], below: Sequence[int]) -> bool:
    """Whether a text follows the links of a heading: paragraph upon paragraph, and not one to each headline."""
    looks = [lines[n].look for n in below]
    if Look.BODY not in looks or looks.index(Look.BODY) > MOST_INSET:
        return False
    bodies = [n for n in below if lines[n].look is Look.BODY and _is_paragraph(lines, n)]
    news = [n for n in bodies if not notes_page(lines[n].text)]
    return len(news) > 1 and (Look.BODY, Look.BODY) in pairwise(looks)


def _list_inset(lines: Sequence[Line], links: Sequence[int]) -> Sequence[int]:
    """The links of an inset; the last line above the text is a section of it, where blank lines set it apart."""
    if len(links) > 1 and lines[links[-1] - 1].look is Look.BLANK and lines[links[0] - 1].look is not Look.BLANK:
        return links[:-1]
    return links


def mark_foreign(lines: list[Line], first: int, last: int) -> None:
    """Take a headline in two halves between paragraphs that say nothing of it for a link to another text.

    So is a line that asks something of the reader, or names parts of the page.
    """
    marks_links = any(line.linked for line in lines[first:last])  # only one of those can be another text's
    halves = [
        n
        for n in range(first + 1, last - 1)
        if lines[n].look is Look.HEADLINE
        and (
            (outlets.HALVES.fullmatch(lines[n].text) and (lines[n].linked or not marks_links))
            or asks_reader(lines[n].text)
        )
        and count_wide(lines[n].text) >= LEAST_IN_HALVES
        and _goes_on_below(lines, n)
        and not matter.READ_MORE.fullmatch(lines[n - 1].text)
    ]
    if 0 < len(halves) <= MOST_FOREIGN:  # of more, each heads the paragraph below it
        told = pair_all(line.text for line in lines[first:last] if line.look is Look.BODY)
        for number in halves:
            if measure_share(lines[number].text, told) < LEAST_SAID:
                lines[number] = as_link(lines[number])


def _goes_on_below(lines: Sequence[Line], number: int) -> bool:
    """Whether the next line that is not blank is a paragraph."""
    below = lines[number + 1 : number + 1 + LEAST_ITEM]
    return next((line.look for line in below if line.look is not Look.BLANK), None) is Look.BODY
