"""What a line is by what stands around it: the site's name, an outlet below its time, advertisements, comments."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from assistant.folding import fold_widths
from assistant.records import Span
from assistant.segmenting.advertisements import mark_advertisements
from assistant.segmenting.beside import last_look
from assistant.segmenting.captions import mark_captions, mark_corrections, mark_deck, mark_subtitles
from assistant.segmenting.comments import mark_boxes, mark_comments
from assistant.segmenting.credited import mark_credited
from assistant.segmenting.digests import mark_digests
from assistant.segmenting.films import mark_films
from assistant.segmenting.framing import mark_frames
from assistant.segmenting.heading import mark_heads
from assistant.segmenting.insets import mark_insets
from assistant.segmenting.joining import (
    join_cards,
    join_dotted,
    join_outlets_above,
    join_outlets_behind_ages,
    join_signatures,
    join_sources,
)
from assistant.segmenting.letters import mark_letters
from assistant.segmenting.lines import BETWEEN, CONTENT, Line, Look, merge_lines, read_outlet
from assistant.segmenting.linking import as_link
from assistant.segmenting.listing import mark_lists
from assistant.segmenting.menus import is_label, mark_menus
from assistant.segmenting.openings import mark_openings
from assistant.segmenting.part import LEAST_HEADLINE
from assistant.segmenting.placed import join_placed, mark_ranked_outlets
from assistant.segmenting.posts import mark_posts
from assistant.segmenting.releases import mark_companies, mark_publishers, open_headings
from assistant.segmenting.rows import mark_rows
from assistant.segmenting.rules import matter, outlets, times
from assistant.segmenting.source_line import count_wide
from assistant.segmenting.tables import mark_tables

MOST_BETWEEN = 4
"""So many blank lines and buttons may stand between a time and the outlet below it."""
BESIDE = frozenset({Look.BLANK, Look.BYLINE, Look.NAVIGATION})
"""What may stand between an outlet below its time and the text."""
PASSED = frozenset({Look.BLANK, Look.NAVIGATION, Look.ADVERTISEMENT})
"""What may stand between a time and its outlet below it."""
LEAST_WIDE = 8
FAR_BELOW = 40
LEAST_SECTION = 3
"""A subheading and two paragraphs; a headline and its teaser are an item."""
MOST_OF_NAME = 4
"""The name of a writer is this short."""


def mark_neighbours(lines: Sequence[Line]) -> list[Line]:
    """Look at each line once more, now beside the others: one pass after the other, each for one habit of pages."""
    marked = list(lines)
    looks = {line.look for line in marked}
    for mark, about, least in PASSES:
        if len(marked) >= least and (not about or not about.isdisjoint(looks)):
            marked = mark(marked)
            looks = {line.look for line in marked}
    return marked


def _mark_signed(lines: Sequence[Line]) -> list[Line]:
    """Take the outlet in brackets between a headline and its text for a by-line."""
    marked = list(lines)
    filled = [n for n, line in enumerate(lines) if line.look is not Look.BLANK]
    for above, number, below in zip(filled, filled[1:], filled[2:], strict=False):
        between = lines[above].look is lines[number].look is Look.HEADLINE and lines[below].look is Look.BODY
        if between and outlets.NAMED_BELOW.fullmatch(lines[number].text):
            marked[number] = lines[number]._replace(look=Look.BYLINE)
    return marked


def _mark_next(lines: Sequence[Line]) -> list[Line]:
    """Take a lone 下一篇: below a text for a heading, where a headline without a text of its own stands below it."""
    marked = list(lines)
    filled = [n for n, line in enumerate(lines) if line.look is not Look.BLANK]
    prose = next((n for n in filled if lines[n].look is Look.BODY), len(lines))
    for number, first, second in zip(filled, filled[1:], [*filled[2:], None], strict=False):
        if number > prose and matter.NEXT.fullmatch(lines[number].text) and lines[first].look is Look.HEADLINE:
            is_text = second is not None and lines[second].look is Look.BODY
            if count_wide(lines[first].text) >= LEAST_WIDE and not is_text:
                marked[number] = lines[number]._replace(look=Look.RELATED_HEADING)
    return marked


def _split_pointers(lines: Sequence[Line]) -> list[Line]:
    """Take the headline behind 延伸閱讀: for an item of its own, where the text above it has ended."""
    split: list[Line] = []
    text = False
    for number, line in enumerate(lines):
        text = text or line.look is Look.BODY
        found = matter.POINTER.fullmatch(line.text) if text and line.look is Look.NAVIGATION else None
        if found is None or count_wide(found["title"]) < LEAST_HEADLINE or _goes_on(lines, number):
            split.append(as_link(line) if found else line)
            continue
        key, title = line.split(line.locate(found, "title").start - line.span.start)
        split += [key._replace(look=Look.RELATED_HEADING), title._replace(look=Look.HEADLINE)]
    return split


def _goes_on(lines: Sequence[Line], number: int) -> bool:
    """Whether the text does: a paragraph follows, a section, or an hour and what happened; the page's own is passed."""
    near = (lines[n] for n in range(number + 1, min(len(lines), number + FAR_BELOW)))
    below = [line for line in near if line.look not in BETWEEN][:LEAST_SECTION]
    looks = [line.look for line in below]
    if looks[:2] == [Look.SOURCE, Look.BODY]:
        return times.CLOCK.fullmatch(below[0].text) is not None
    if looks[:2] == [Look.HEADLINE, Look.BODY]:  # two paragraphs; of one, it could be the teaser of an item
        return looks[2:] == [Look.BODY] or count_wide(below[0].text) < LEAST_HEADLINE
    return looks[:1] == [Look.BODY]


def _mark_fields(lines: Sequence[Line]) -> list[Line]:
    """Take the fields in the lines below a time for by-lines."""
    marked = list(lines)
    below = False
    for number, line in enumerate(lines):
        if line.look is Look.SOURCE:
            below = not line.relative and not times.CLOCK.fullmatch(line.text)
        elif below and line.look in (Look.HEADLINE, Look.FOOTER) and outlets.FIELD_BESIDE.fullmatch(line.text):
            marked[number] = line._replace(look=Look.BYLINE)
        elif line.look not in (Look.BYLINE, Look.NAVIGATION):
            below = False
    return marked


def _mark_other_times(lines: Sequence[Line]) -> list[Line]:
    """Take for no time of an item: minutes below 點擊播報本文，約, 更新時間 above 發佈時間."""
    marked = list(lines)
    for number, (above, line) in enumerate(pairwise(lines)):
        if line.look is not Look.SOURCE:
            continue
        if line.relative and above.text.rstrip(": ").endswith(("約", "约", "時間", "时间")):
            marked[number + 1] = _without_time(line)
        elif above.look is Look.SOURCE and times.TELLS_UPDATE.match(above.text) and times.TELLS_FIRST.match(line.text):
            marked[number] = _without_time(above)
    return marked


def _without_time(line: Line) -> Line:
    return line._replace(look=Look.NAVIGATION, outlet=None, age=None, title=None, relative=False)


def _drop_sections(lines: Sequence[Line]) -> list[Line]:
    """Take a step of the path of the page beside a time for its section, and not for an outlet."""
    paths = [line.text for line in lines if line.look is Look.NAVIGATION and matter.STEP.search(line.text)]
    steps = {step.strip() for path in paths for step in matter.STEP.split(path)}
    return [line._replace(outlet=None) if _names_step(line, steps) else line for line in lines]


def _names_step(line: Line, steps: set[str]) -> bool:
    name = fold_widths(read_outlet(line)).strip()
    return name in steps and bool(name) and not outlets.OUTLET_NAME.fullmatch(name)


def _mark_writers(lines: Sequence[Line]) -> list[Line]:
    """Take the field of a writer and the line below it for by-lines."""
    marked = list(lines)
    for number, (above, line) in enumerate(pairwise(lines)):
        if line.look is Look.HEADLINE and outlets.WRITER_FIELD.fullmatch(above.text):
            marked[number] = above._replace(look=Look.BYLINE)
            marked[number + 1] = line._replace(look=Look.BYLINE)
    return marked


def join_outlets_below(lines: Sequence[Line]) -> list[Line]:
    """Join a printed time without an outlet with the outlet that stands between it and the text (Yahoo Japan does so).

    Only what is called as outlets are is taken for one: in other places it is a heading of the text.
    """
    joined: list[Line] = []
    place = 0
    while place < len(lines):
        line = lines[place]
        if line.look is Look.SOURCE:
            named = _read_outlet_below(lines, place)
            if named:
                line = line._replace(outlet=named)
            below = _find_outlet_below(lines, place, last_look(joined, len(joined)))
            if below is not None:
                line = merge_lines((line, *lines[place + 1 : below + 1]), line, lines[below].own)
                place = below
        joined.append(line)
        place += 1
    return joined


def _read_outlet_below(lines: Sequence[Line], place: int) -> Span | None:
    """The outlet in the line below a time: 来源：某报."""
    line = lines[place]
    if line.outlet or line.title or place + 1 == len(lines):
        return None
    below = lines[place + 1]
    shapes = (outlets.SOURCE_BELOW, outlets.SIGNED_BELOW) if below.look is Look.BYLINE else ()
    found = next((match for shape in shapes if (match := shape.fullmatch(below.text))), None)
    return below.locate(found, "outlet") if found else None


def _find_outlet_below(lines: Sequence[Line], place: int, above: Look | None) -> int | None:
    """The number of the line that names the outlet of the time in this line."""
    line = lines[place]
    if line.relative or line.outlet or line.title:
        return None
    below = place + 1
    while below < min(len(lines), place + 2 + MOST_BETWEEN) and lines[below].look in PASSED:
        below += 1
    if below >= len(lines) or lines[below].look is not Look.HEADLINE:
        return None
    near = [other for other in lines[below + 1 : below + 2 + MOST_BETWEEN] if other.look not in BESIDE]
    if len(near) > 1 and is_label(near[0]) and len(near[0].text) <= MOST_OF_NAME:
        del near[0]  # who wrote it
    after = Look.BODY if near and near[0].look in (Look.BODY, Look.CAPTION) else None
    if outlets.OUTLET_FIELD.fullmatch(lines[below - 1].text):
        return below
    return (
        below
        if after is Look.BODY and above is Look.HEADLINE and outlets.OUTLET_NAME.fullmatch(lines[below].text)
        else None
    )


ANY: frozenset[Look] = frozenset()
PROSE, TIMES, MENUS = (frozenset({look}) for look in (Look.BODY, Look.SOURCE, Look.NAVIGATION))
RULES, HEADINGS, SPONSORED = (frozenset({look}) for look in (Look.RULE, Look.RELATED_HEADING, Look.ADVERTISEMENT))
PASSES: tuple[tuple[Callable[[Sequence[Line]], list[Line]], frozenset[Look], int], ...] = (
    (mark_letters, ANY, 1),
    (mark_posts, ANY, 1),
    (mark_credited, CONTENT, 2),
    (open_headings, RULES, 3),
    (mark_publishers, ANY, 2),
    (mark_captions, CONTENT, 2),
    (join_cards, TIMES, 2),
    (join_dotted, TIMES, 2),
    (_mark_other_times, TIMES, 1),
    (_drop_sections, MENUS, 1),
    (_mark_writers, ANY, 1),
    (mark_subtitles, CONTENT, 3),
    (mark_rows, ANY, 2),
    (mark_digests, ANY, 3),
    (mark_tables, ANY, 2),
    (_mark_signed, PROSE, 3),
    (_mark_next, PROSE, 3),
    (_split_pointers, MENUS, 1),
    (join_signatures, TIMES, 2),
    (mark_insets, ANY, 2),
    (mark_menus, ANY, 1),
    (mark_boxes, ANY, 2),
    (mark_films, ANY, 2),
    (mark_lists, ANY, 1),
    (mark_openings, ANY, 2),
    (mark_heads, TIMES, 2),
    (join_outlets_above, TIMES, 2),
    (join_outlets_behind_ages, TIMES, 2),
    (join_sources, TIMES, 2),
    (join_outlets_below, TIMES, 2),
    (join_placed, TIMES, 3),
    (mark_ranked_outlets, ANY, 3),
    (_mark_fields, TIMES, 2),
    (mark_deck, TIMES, 3),
    (mark_corrections, PROSE, 2),
    (mark_advertisements, PROSE | SPONSORED, 2),
    (mark_comments, ANY, 2),
    (mark_companies, PROSE, 2),
    (mark_frames, PROSE | SPONSORED, 2),
)
"""Each with the looks it is about, and the fewest lines: without one of those, or with fewer, it changes nothing.

Menus before lists, and both before source lines are joined: an outlet is a short line that is no word of a menu.
"""
