"""Paragraphs for plain text: wrapped to a number of terminal cells, with a lead before the first line."""

from collections.abc import Iterable, Iterator

from assistant.typesetting import break_lines, count_cells

COLUMNS = 80
BETWEEN = "\n\n"
"""What stands between two blocks."""


def wrap(text: str, columns: int, *, first: str = "", rest: str = "") -> str:
    """``text`` in lines of at most ``columns`` cells; ``first`` and ``rest`` stand before the first and later lines."""
    text = text.replace("\t", " ")
    room = columns - max(count_cells(first), count_cells(rest))
    if len(text) <= room and text.isprintable() and count_cells(text) <= room:  # as most of them are
        return (first + text).rstrip()
    lines = [text[line.start : line.end].rstrip() for line in break_lines(text, room)]
    return "\n".join(((rest if i else first) + line).rstrip() for i, line in enumerate(lines))


def part_blocks(blocks: Iterable[str]) -> Iterator[str]:
    """A text in pieces: its blocks, with an empty line between each two."""
    for number, block in enumerate(blocks):
        yield f"{BETWEEN}{block}" if number else block
    yield "\n"
