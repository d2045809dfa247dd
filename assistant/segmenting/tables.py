"""Tables beside a text: the weather, results of matches, prices. No item of their own, and no bridge between two texts.

A table is told by its shape: rows below one another, each of as many short cells as the next, figures in most of them.
What stands below it tells whose it is: where the text above goes on, the table is a part of it and is left as it is.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby

from assistant.patterns import compile_late
from assistant.segmenting.lines import Line, Look
from assistant.segmenting.part import LEAST_HEADLINE
from assistant.segmenting.rules import matter, outlets, stories, times
from assistant.segmenting.source_line import count_wide

LEAST_CELLS = 3
MOST_OF_CELL = 16
LEAST_ROWS = 2
MOST_OF_MEAN = 6
"""Characters of a cell, on average: the halves of headlines are longer."""
MOST_OF_HEADING = 12
MOST_OF_KEY = 8
MOST_BETWEEN = 3
"""So many headings may stand between two tables."""
FAR_BELOW = 30
"""Lines among which the text goes on below a table."""
MAY_BE_ROW = frozenset({Look.HEADLINE, Look.NAVIGATION, Look.SOURCE})
_CELLS = compile_late(r"[^\s|]+")
_DIGIT = compile_late(r"\d")


def mark_tables(lines: Sequence[Line]) -> list[Line]:
    """Take tables behind a text, and their headings, for what parts two texts; those inside one are a part of it."""
    marked = _mark_facts(lines)
    tables = list(_find_tables(marked))
    all_rows = {n for rows in tables for n in rows}
    others = [n for n in range(len(lines)) if n not in all_rows]
    told = [n for n in others if lines[n].look in (Look.BODY, Look.RULE)]
    body = next((n for n in told if lines[n].look is Look.BODY), len(lines))
    for place, rows in enumerate(tables):
        above = tables[place - 1][-1] + 1 if place else 0
        if rows[0] < body:
            continue
        ruled = lines[told[bisect_left(told, rows[0]) - 1]].look is Look.RULE
        first = bisect_left(others, rows[-1])
        below = others[first : first + FAR_BELOW]
        if not ruled and _goes_on(lines, below, all_rows):
            for number in rows:
                marked[number] = _as_row(lines[number], Look.CAPTION)
            continue
        heading = _find_heading(lines, above, rows[0])
        for number in (*heading, *rows):
            marked[number] = _as_row(lines[number], Look.RULE)
    return marked


def _mark_facts(lines: Sequence[Line]) -> list[Line]:
    """Take facts in two cells, one to a line (価格, 発売日), for a part of the text above; no day there is its time."""
    marked = list(lines)
    told = False
    for is_row, run in groupby(range(len(lines)), key=lambda number: "\t" in lines[number].text):
        rows = list(run)
        if is_row and told and len(rows) >= LEAST_ROWS and all(_is_fact(lines[n]) for n in rows):
            for number in rows:
                marked[number] = _as_row(lines[number], Look.CAPTION)
        told = told or any(lines[n].look is Look.BODY for n in rows)
    prose = next((n for n, line in enumerate(lines) if line.look is Look.BODY), len(lines))
    for number in range(prose, len(lines)):
        if lines[number].look in MAY_BE_ROW and matter.FACT.fullmatch(lines[number].text):
            marked[number] = _as_row(lines[number], Look.CAPTION)
    return marked


def _is_fact(line: Line) -> bool:
    """Whether a line is a short word, a tab and what it stands for; when a text was published is no fact of it."""
    key, tab, value = line.text.partition("\t")
    if not tab or "\t" in value or line.look not in MAY_BE_ROW or len(key) > MOST_OF_KEY or _DIGIT.search(key):
        return False
    return bool(key.strip() and value.strip()) and not outlets.SOURCE_LABELS.fullmatch(key)


def _as_row(line: Line, look: Look) -> Line:
    return line._replace(look=look, outlet=None, age=None, relative=False, title=None)


def _find_tables(lines: Sequence[Line]) -> Iterator[list[int]]:
    """The rows of each table: neighbours with as many cells, one more or one less; the first may be the heads."""
    run: list[int] = []
    cells: list[list[str]] = []
    for number, line in enumerate((*lines, None)):
        least = LEAST_CELLS - 1 if run and line is not None and "\t" in line.text else LEAST_CELLS
        row = [] if line is None else _read_row(line, least)
        if row and (not run or (number == run[-1] + 1 and abs(len(row) - len(cells[-1])) <= 1)):
            run.append(number)
            cells.append(row)
            continue
        if len(run) >= LEAST_ROWS and _holds_figures(cells):
            yield run
        run, cells = ([number], [row]) if row else ([], [])


def _read_row(line: Line, least: int) -> list[str]:
    """The cells of a line; below rows with tabs one cell fewer is enough, for the last may be empty."""
    if line.look not in MAY_BE_ROW or line.outlet or "。" in line.text or "\n" in line.text:
        return []
    cells: list[str] = _CELLS.findall(line.text)
    if cells and outlets.RANK.fullmatch(cells[0]):
        del cells[0]  # in a ranking the two halves of a headline follow it
    if cells and times.TICKED.fullmatch(cells[0]) and not _DIGIT.search("".join(cells[1:])):
        return []  # nor is an hour before the halves of a headline a row
    if len(cells) < least or max(map(len, cells)) > MOST_OF_CELL:
        return []
    return cells if sum(map(len, cells)) <= MOST_OF_MEAN * len(cells) else []


def _holds_figures(rows: Sequence[Sequence[str]]) -> bool:
    """Whether all rows but the heads hold a figure, in a third of their cells."""
    told = [row for row in rows if any(map(_DIGIT.search, row))]
    cells = [cell for row in told for cell in row]
    figures = sum(bool(_DIGIT.search(cell)) for cell in cells)
    return len(told) >= max(LEAST_ROWS, len(rows) - 1) and figures * 3 >= len(cells)


def _find_heading(lines: Sequence[Line], first: int, last: int) -> list[int]:
    """The short line right above a table, that stands for it."""
    above = [n for n in range(max(first, last - 2), last) if lines[n].look is not Look.BLANK]
    if not above:
        return []
    line = lines[above[-1]]
    short = line.look in (Look.HEADLINE, Look.NAVIGATION, Look.RELATED_HEADING)
    text = line.text.strip("【】[]()■◆●▼")
    fits = 0 < count_wide(text) <= MOST_OF_HEADING and not matter.NOT_IN_LABEL.search(text)
    return [above[-1]] if short and fits else []


def _goes_on(lines: Sequence[Line], below: Sequence[int], rows: set[int]) -> bool:
    """Whether the text above a table goes on below it: a paragraph, or a section that begins no other story.

    Args:
        lines: of the page.
        below: numbers of those behind the table, without the rows of others.
        rows: numbers of all rows of tables.
    """
    seen = [n for n in below if lines[n].look not in (Look.BLANK, Look.NAVIGATION, Look.ADVERTISEMENT)]
    while len(seen) > 1 and _find_heading(lines, 0, seen[0] + 1) and _is_above_row(lines, seen[0], rows):
        del seen[0]  # the heading of the next table
    if not seen:
        return False
    first = lines[seen[0]]
    if first.look is Look.BODY:
        return True
    if first.look is not Look.HEADLINE or len(seen) < 2:
        return False
    second = lines[seen[1]]
    if second.look is not Look.BODY:
        return False
    signed = any(lines[n].look is Look.BYLINE for n in range(seen[0], seen[1]))
    leads = count_wide(first.text) >= LEAST_HEADLINE and stories.LEAD.match(second.text)
    return not (signed or leads or stories.STRONG_LEAD.match(second.text) or outlets.BYLINE.match(second.text))


def _is_above_row(lines: Sequence[Line], number: int, rows: set[int]) -> bool:
    below = next((n for n in range(number + 1, len(lines)) if lines[n].look is not Look.BLANK), number)
    return below in rows
