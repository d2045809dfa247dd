"""A line inside an article that leads to another one: which part of it is a headline, and whether any is."""

from assistant.patterns import compile_late
from assistant.records import Span
from assistant.segmenting.interface import belongs_to_page, names_link
from assistant.segmenting.lines import Line, Look
from assistant.segmenting.menus import as_inset, silence
from assistant.segmenting.rules import matter
from assistant.segmenting.source_line import count_wide

LEAST_LINK = 9
"""East Asian characters of a headline to click."""
ARROWS = " ↓→>»▶►☞👈"
OPENED = {"《": "》", "〈": "〉"}
_MARKS = compile_late(r"[^\w「『《〈【“\"(\[#]+(?=.)")
"""Arrows and pictures before a headline."""


def as_link(line: Line) -> Line:
    """The line as navigation, and as the headline of another text if it reads as one: no button and no offer."""
    if line.look is Look.SOURCE:
        return as_inset(line) if line.title else silence(line)
    title = find_title(line)
    printed = line.read(title)
    is_headline = line.look is Look.HEADLINE or matter.POINTER.fullmatch(line.text) is not None
    if not is_headline or count_wide(printed) < LEAST_LINK or belongs_to_page(printed):
        return silence(line)
    return as_inset(line, title)


def find_title(line: Line) -> Span:
    """Where in the dump the headline of a link stands, without the word or the marks before it."""
    for shape in (matter.POINTER, matter.KEYED):
        found = shape.fullmatch(line.text)
        if found and (shape is matter.POINTER or names_link(found["key"])):
            return _strip_marks(line.text, Span(*found.span("title"))).shift(line.own.start)
    return _strip_marks(line.text, Span(0, len(line.text))).shift(line.own.start)


def _strip_marks(text: str, title: Span) -> Span:
    marks = _MARKS.match(text, title.start)
    start = marks.end() if marks and marks.end() < title.end else title.start
    end = start + len(text[start : title.end].rstrip(ARROWS))
    quoted = text[start : start + 1] in OPENED and text[end - 1] == OPENED[text[start]] and end - start > 2
    return Span(start + 1, end - 1) if quoted else Span(start, end)
