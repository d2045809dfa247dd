"""Blocks become lines of exactly placed pieces, in a given number of columns."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, zip_longest
from typing import NamedTuple

from assistant.pages.blocks import Block, Mode, Origin, Run, Runs, Tone
from assistant.records.record import record
from assistant.typesetting import break_lines, count_cells

SIDE_BY_SIDE = 80
"""From this many columns on the source stands to the right of the English."""
ENGLISH_SHARE = 0.62
"""Chinese says the same in fewer cells."""
RULE = " │ "
LONGEST_WHOLE = 20
"""Characters; a longer run reads better with a break in it."""
BELOW = 2
"""How much deeper the source is set where it stands below the English."""


class Piece(NamedTuple):
    """A run, or a part of one, at cell ``x`` of a line."""

    x: int
    text: str
    tone: Tone
    keys: tuple[str, ...] = ()
    origin: Origin | None = None


class Line(NamedTuple):
    """One line of a page; ``block`` is the index of the block it belongs to."""

    pieces: tuple[Piece, ...] = ()
    block: int = -1
    is_gap: bool = False
    """A blank line after the block."""


@record
class Layout:
    """A page in a given width."""

    columns: int
    lines: tuple[Line, ...]
    blocks: tuple[Block, ...]

    def find_key(self, key: str) -> list[int]:
        """The lines with words that this stop lights; where it lights none, those of the block that is about it."""
        lit = [y for y, line in enumerate(self.lines) if any(key in piece.keys for piece in line.pieces)]
        return lit or [
            y for y, line in enumerate(self.lines) if line.block >= 0 and key in self.blocks[line.block].keys
        ]


def lay_out(blocks: Sequence[Block], columns: int, mode: Mode = Mode.BOTH) -> Layout:
    """The lines of ``blocks`` in ``columns`` cells; one cell at the right margin stays free."""
    lines: list[Line] = []
    room = max(columns - 1, 12)
    for index, block in enumerate(blocks):
        lines += [Line(tuple(pieces), index) for pieces in _lines(block, room, mode)]
        if block.space:
            lines.append(Line(_gap(blocks[index : index + 2], room, mode), index, is_gap=True))
    return Layout(columns, tuple(lines), tuple(blocks))


def _gap(blocks: Sequence[Block], room: int, mode: Mode) -> tuple[Piece, ...]:
    """A blank line; between two blocks with the source beside them the rule goes on."""
    goes_on = (
        mode is Mode.BOTH and room >= SIDE_BY_SIDE and len(blocks) == 2 and all(b.beside is not None for b in blocks)
    )
    return (Piece(_edge(blocks[0].indent, room), RULE, Tone.QUIET),) if goes_on else ()


def _edge(indent: int, room: int) -> int:
    """Where the English column ends when both stand side by side."""
    return indent + round((room - indent - len(RULE)) * ENGLISH_SHARE)


def _lines(block: Block, room: int, mode: Mode) -> Iterator[list[Piece]]:
    indent = min(block.indent, room // 3)
    first = True
    for line in _text_lines(block, indent, room, mode):
        pieces = line
        if first and block.gutter and count_cells(block.gutter.text) <= indent:
            pieces = [Piece(1, block.gutter.text, block.gutter.tone, block.gutter.keys), *pieces]
        if first and block.hint:
            pieces = _add_hint(pieces, block.hint, room)
        yield pieces
        first = False


def _text_lines(block: Block, indent: int, room: int, mode: Mode) -> Iterator[list[Piece]]:
    if block.beside is None or mode is Mode.ENGLISH:
        yield from place_runs(block.runs, indent, room - indent)
    elif mode is Mode.SOURCE:
        yield from place_runs(block.beside, indent, room - indent)
    elif room >= SIDE_BY_SIDE:
        yield from _side_by_side(block.runs, block.beside, indent, room)
    else:
        yield from place_runs(block.runs, indent, room - indent)
        if block.beside and block.beside[0].tone is not Tone.LABEL:
            yield from place_runs(block.beside, indent + BELOW, room - indent - BELOW)


def _side_by_side(left: Runs, right: Runs, indent: int, room: int) -> Iterator[list[Piece]]:
    edge = _edge(indent, room)
    lefts = place_runs(left, indent, edge - indent)
    rights = place_runs(right, edge + len(RULE), room - edge - len(RULE)) if right else []
    for a, b in zip_longest(lefts, rights):
        yield [*(a or []), Piece(edge, RULE, Tone.QUIET), *(b or [])]


def _add_hint(pieces: list[Piece], hint: Runs, room: int) -> list[Piece]:
    width = sum(count_cells(run.text) for run in hint)
    end = max((p.x + count_cells(p.text) for p in pieces), default=0)
    if end + 2 + width > room:
        return pieces
    x = room - width
    for run in hint:
        pieces = [*pieces, Piece(x, run.text, run.tone, run.keys, run.origin)]
        x += count_cells(run.text)
    return pieces


def place_runs(runs: Runs, x: int, columns: int) -> list[list[Piece]]:
    """``runs`` as one paragraph in ``columns`` cells, its pieces placed from cell ``x`` on. Marked runs stay whole."""
    text = "".join(run.text for run in runs)
    starts = list(accumulate((len(run.text) for run in runs), initial=0))
    keep = [(starts[i], starts[i + 1]) for i, run in enumerate(runs) if _is_figure(run)]
    return [
        list(_cut_line(runs, starts, x, start, start + len(text[start:end].rstrip())))
        for start, end, _ in break_lines(text, columns, keep=_merge(keep))
    ]


def _is_figure(run: Run) -> bool:
    """Whether a run is a figure or its sign; a quotation that a claim cites may well be broken."""
    return any(not key.startswith("claim") for key in run.keys)


def _merge(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Ranges that touch become one, so that a sign stays with its figure; what is long may be broken."""
    merged: list[tuple[int, int]] = []
    for start, end in ranges:
        if merged and merged[-1][1] == start:
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return [(start, end) for start, end in merged if end - start <= LONGEST_WHOLE]


def _cut_line(runs: Runs, starts: list[int], x: int, start: int, end: int) -> Iterator[Piece]:
    """The pieces of the characters ``[start, end)`` of a paragraph."""
    index = bisect_right(starts, start) - 1
    while start < end:
        run, stop = runs[index], min(end, starts[index + 1])
        text = run.text[start - starts[index] : stop - starts[index]]
        if text:
            yield Piece(x, text, run.tone, run.keys, _move(run, start - starts[index]))
        x += count_cells(text)
        start, index = stop, index + 1


def _move(run: Run, offset: int) -> Origin | None:
    return Origin(run.origin.text_name, run.origin.start + offset) if run.origin else None
