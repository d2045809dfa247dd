"""A pass over the lines that is left out on a short page would have changed nothing there."""

from itertools import pairwise
from pathlib import Path

import pytest

from assistant.reading import read_dumps
from assistant.records import Dump
from assistant.segmenting.lines import read_lines
from assistant.segmenting.neighbours import PASSES

SAMPLES = Path(__file__).parents[1] / "samples" / "reading"
NAMES = ("page.copied.txt", "portal.copied.txt", "portal.gbk.copied.txt", "portal.ja.copied.txt", "newsletter.eml")
LINES = [
    line
    for name in NAMES
    for dump in read_dumps(SAMPLES / name)
    if isinstance(dump, Dump)
    for line in dump.text.splitlines()
]
SHORT = [*dict.fromkeys(LINES), *(f"{line}\n{below}" for line, below in pairwise(LINES))]


@pytest.mark.parametrize("place", range(len(PASSES)))
def test_no_pass_changes_fewer_lines_than_it_is_about(place: int) -> None:
    mark, _, least = PASSES[place]
    pages = [lines for lines in map(read_lines, SHORT) if len(lines) < least]
    assert [list(mark(lines)) for lines in pages] == pages
