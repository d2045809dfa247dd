"""Entries of a list as rows: time, headline and outlet in cells, in any order, or one behind the other with blanks."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from assistant.patterns import compile_late
from assistant.records import Span
from assistant.segmenting.lines import Line, Look
from assistant.segmenting.part import LEAST_HEADLINE
from assistant.segmenting.rules import matter, outlets, times
from assistant.segmenting.source_line import count_wide

MOST_CELLS = 4
NEAR = 2
LEAST_BESIDE = 6
"""East Asian characters of a headline in the column of headlines."""
_CELL = compile_late(r"[^|丨\t\s](?:[^|丨\t]*[^|丨\t\s])?")
_BAR = compile_late(r"[|丨\t]")
_TIME = compile_late(rf"{times.TICKED.pattern}|{times.SHORT_DAY.pattern}|\d{{1,2}}[-/]\d{{1,2}}\s\d{{1,2}}:\d\d")
_NAMED_BEHIND = compile_late(r"(?P<title>\S.*\S)[ \u3000]{1,4}(?P<outlet>[^\s\d|%。!?;:,、「」]{2,10})")
"""A headline, which may have blanks in it, and the outlet behind it."""


class _Row(NamedTuple):
    """The cells of one entry, counted from the first character of its text."""

    title: Span
    age: Span
    relative: bool
    outlet: Span | None
    column: int
    """Which of the cells is the headline, ranks not counted."""


def mark_rows(lines: Sequence[Line]) -> list[Line]:
    """Take rows of a time, a headline and no more than a name or a section for entries; a single one is anything."""
    marked = _name_outlets(lines)
    found = {n: row for n, line in enumerate(lines) if (row := _read_row(line))}
    found |= dict(_find_short(lines, found))
    for number, row in found.items():
        if any(n in found for n in range(number - NEAR, number + NEAR + 1) if n != number):
            start = lines[number].own.start
            title, age, outlet = (span and span.shift(start) for span in (row.title, row.age, row.outlet))
            marked[number] = lines[number]._replace(
                look=Look.SOURCE, title=title, age=age, outlet=outlet, relative=row.relative
            )
    return marked


def _name_outlets(lines: Sequence[Line]) -> list[Line]:
    """Take the last word before the age for the outlet, in entries near one another that all end so.

    The second half of a headline stands there as well, so that half of them must be called as outlets are.
    """
    marked = list(lines)
    runs: list[dict[int, Line]] = [{}]
    for number, line in enumerate(lines):
        if line.look is Look.SOURCE and line.title and not line.outlet:
            if runs[-1] and number - max(runs[-1]) > NEAR:
                runs.append({})
            runs[-1][number] = _name_outlet(line)
    for run in runs:
        named = [line for line in run.values() if line.outlet]
        called = sum(bool(outlets.OUTLET_NAME.fullmatch(line.read(line.outlet))) for line in named)
        if len(named) == len(run) > 1 and called * 2 >= len(named):
            for number, line in run.items():
                marked[number] = line
    return marked


def _name_outlet(line: Line) -> Line:
    """The line with the last word of its headline as the outlet, where that can be one; else as it is."""
    found = _NAMED_BEHIND.fullmatch(line.read(line.title))
    if not (found and line.title and line.age) or line.age.start < line.title.end:
        return line
    if count_wide(found["title"]) < LEAST_BESIDE or found["outlet"].lower() in matter.NAVIGATION:
        return line
    title, outlet = (Span(*found.span(group)).shift(line.title.start) for group in ("title", "outlet"))
    return line._replace(title=title, outlet=outlet)


def _find_short(lines: Sequence[Line], found: Mapping[int, _Row]) -> Iterator[tuple[int, _Row]]:
    """Entries with a short headline, in the column in which a row beside them has its own."""
    for number in {near for n in found for near in (n - 1, n + 1)} - set(found):
        row = _read_row(lines[number], LEAST_BESIDE) if 0 <= number < len(lines) else None
        beside = [found[n] for n in (number - 1, number + 1) if n in found]
        if row and any(row.column == other.column for other in beside):
            yield number, row


def _read_row(line: Line, least: int = LEAST_HEADLINE) -> _Row | None:
    """The entry in a line; its headline has so many East Asian characters at least, and no other cell as many."""
    if not _BAR.search(line.text):
        return None
    told = line.read(line.title)
    if line.look in (Look.BLANK, Look.BODY) or (told and not _BAR.search(told)):
        return None
    cells = [Span(*match.span()) for match in _CELL.finditer(line.text)]
    if not 1 < len(cells) <= MOST_CELLS:
        return None
    cells = [cell for cell in cells if not outlets.RANK.fullmatch(cell.of(line.text))]
    ages = [(cell, relative) for cell in cells if (relative := _read_age(cell.of(line.text))) is not None]
    titles = [cell for cell in cells if count_wide(cell.of(line.text)) >= least]
    if len(ages) != 1 or len(titles) != 1 or ages[0][0] == titles[0]:
        return None
    names = [cell for cell in cells if cell not in (ages[0][0], titles[0])]
    named = [cell for cell in names if not matter.SECTION.fullmatch(cell.of(line.text))]
    if any(cell.end - cell.start > outlets.LONE_OUTLET for cell in names) or len(named) > 1:
        return None
    return _Row(titles[0], *ages[0], named[0] if named else None, cells.index(titles[0]))


def _read_age(cell: str) -> bool | None:
    """Whether a cell is an age that counts back; None where it is no time at all."""
    if times.PRINTED_TIME.fullmatch(cell) or _TIME.fullmatch(cell):
        return False
    return True if times.RELATIVE_AGE.fullmatch(cell) else None
