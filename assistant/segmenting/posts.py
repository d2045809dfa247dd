"""Posts of forums: what the writer of a post adds to the news that he posts, and answers that quote others."""

from collections.abc import Sequence

from assistant.segmenting.lines import Line
from assistant.segmenting.menus import silence
from assistant.segmenting.part import BREAKS
from assistant.segmenting.rules import matter, outlets


def mark_posts(lines: Sequence[Line]) -> list[Line]:
    """Take what a reader wrote below his news, or in answer to another, for none of it: up to a rule or a heading."""
    marked = list(lines)
    filled_in = written = False
    for number, line in enumerate(lines):
        filled_in = filled_in or bool(outlets.OUTLET_FIELD.fullmatch(line.text))
        if matter.QUOTING.fullmatch(line.text) or (filled_in and matter.ADDED.fullmatch(line.text)):
            written = True
        elif line.look in BREAKS:
            written = False
        if written:
            marked[number] = silence(line)
    return marked
