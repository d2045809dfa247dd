"""Lines that a margin broke, joined again: of printed pages, of mails, of what was copied from a narrow screen.

A figure or a name that is cut in two by the end of a line is read as neither, by rules and by models.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

FULL_LINE = 0.85
"""A line this near to the widest one was broken by the margin."""
LEAST_WIDTH = 20
_CJK = re.compile("[\u3040-\u9fff]")
"""A text with such characters is broken without regard to words."""
ENDS = tuple("。！？!?.」』”：:；")

# ---- how a whole text shows that it was wrapped
MOST_COLUMNS = 84
LEAST_COLUMNS = 16
SLACK = 6
"""Columns that a line may be short of the widest: no line begins with a comma, and no figure is broken."""
LEAST_FULL = 4
LEAST_PARAGRAPH = 3
"""So many lines below one another are a paragraph, also where no full stop ends it."""
SHARE_FULL = 0.8
SHARE_OPEN = 0.6
"""So many of the full lines end in the middle of a sentence."""


def unwrap_lines(text: str) -> str:
    """Join the lines of a printed page: a sentence, or a figure, must not end with its line."""
    lines = [line.strip() for line in text.split("\n")]
    widest = max(map(len, lines), default=0)
    joined: list[str] = []
    broken = False
    for line in lines:
        if broken and line:
            joined[-1] = join_pieces(joined[-1], line)
        else:
            joined.append(line)
        broken = len(line) >= max(widest * FULL_LINE, LEAST_WIDTH) and not line.endswith(ENDS)
    return "\n".join(joined)


def unwrap_text(text: str) -> tuple[str, int]:
    """Join the lines of a text in which nearly every line that has another below it is as wide as the widest.

    Returns:
        the text, and how many line ends were taken out: none where the text does not show plainly that it was wrapped.
    """
    lines = [line.rstrip() for line in text.split("\n")]
    widths = [_count_columns(line) for line in lines]
    widest = max(widths)
    if not LEAST_COLUMNS <= widest <= MOST_COLUMNS:
        return text, 0
    # a line with another right below it, which is no new paragraph
    inner = [n for n, (line, below) in enumerate(pairwise(lines)) if line and below and not _is_indented(below)]
    full = [n for n in inner if widths[n] >= widest - SLACK]
    still_open = [n for n in full if not lines[n].endswith(ENDS)]
    if len(full) < max(LEAST_FULL, len(inner) * SHARE_FULL) or len(still_open) < len(full) * SHARE_OPEN:
        return text, 0
    breaks = set(still_open) & set(_find_paragraphs(lines))
    joined: list[str] = []
    for number, line in enumerate(lines):
        if number - 1 in breaks:
            joined[-1] = join_pieces(joined[-1], line.lstrip())
        else:
            joined.append(line)
    return "\n".join(joined), len(breaks)


def _find_paragraphs(lines: list[str]) -> Iterator[int]:
    """The lines of paragraphs: a headline and the time below it are none."""
    first = 0
    for number in range(1, len(lines) + 1):
        if number == len(lines) or not lines[number] or _is_indented(lines[number]):
            if lines[number - 1].endswith(ENDS) or number - first >= LEAST_PARAGRAPH:
                yield from range(first, number)
            first = number + (number < len(lines) and not lines[number])


def join_pieces(first: str, second: str) -> str:
    """Two pieces of a line, a blank between them where the language has blanks."""
    return first + ("" if _CJK.search(second) or _CJK.search(first) else " ") + second


def _is_indented(line: str) -> bool:
    return line[0] in " \t\u3000"


def _count_columns(line: str) -> int:
    """Columns of a terminal; of a long line, as far as it matters."""
    return sum(1 + (unicodedata.east_asian_width(c) in "WF") for c in line[: MOST_COLUMNS + 1])
