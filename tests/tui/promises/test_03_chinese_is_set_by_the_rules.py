"""3. Chinese set by the rules: widths 40 to 160, no bad line edge, no figure or word split, every row exactly full."""

import re
from collections import defaultdict

import pytest
from rich.style import Style

from assistant.pages import Layout, Mode, compose_page, lay_out
from assistant.store import Store
from assistant.tui.paint import Ink, strip
from assistant.typesetting import count_cells
from tests.tui.helpers import assert_tidy, press, reading, settle

WIDTHS = range(40, 161)
NEVER_FIRST = tuple("，。、；：？！」』）》〉】,.;:?!)%")
NEVER_LAST = tuple("「『（《〈【(")
SHORT = 8
"""Characters of a figure that has room on every line."""
WORD = re.compile(r"[A-Za-z]+|[今昨]?[(（][0-9]+[)）]日|[0-9]+(?:[.,][0-9]+)*(?:[萬億兆%％]|美元|個百分點)*")


def source_lines(layout: Layout) -> dict[str, list[tuple[int, str]]]:
    """Of each source text its lines, with the place where each begins."""
    lines: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for line in layout.lines:
        side = [piece for piece in line.pieces if piece.origin and piece.origin.text_name.startswith("source")]
        if side and side[0].origin:
            lines[side[0].origin.text_name].append((side[0].origin.start, "".join(piece.text for piece in side)))
    return lines


@pytest.fixture
def layouts(demo: Store) -> list[tuple[str, dict[str, str], Layout]]:
    """The longest items of the sample, in every width, in both arrangements."""
    briefings = [demo.library.briefing(row.id) for row in demo.library.rows(limit=100)]
    longest = sorted(briefings, key=lambda b: -len(b.item.text))[:3]
    found = []
    for briefing in longest:
        blocks = compose_page(briefing).blocks
        texts = {f"source {segment.index}": segment.text for segment in briefing.item.segments}
        for columns in WIDTHS:
            mode = Mode.SOURCE if columns % 2 else Mode.BOTH
            found.append((f"{columns} {mode}", texts, lay_out(blocks, columns, mode)))
    return found


def test_no_line_begins_or_ends_as_it_must_not(layouts: list[tuple[str, dict[str, str], Layout]]) -> None:
    count = 0
    for where, _, layout in layouts:
        for lines in source_lines(layout).values():
            for _, text in lines:
                assert not text.strip().startswith(NEVER_FIRST), (where, text)
                assert not text.strip().endswith(NEVER_LAST), (where, text)
                count += 1
    assert count > 5_000


def test_no_figure_and_no_latin_word_is_split(layouts: list[tuple[str, dict[str, str], Layout]]) -> None:
    for where, texts, layout in layouts:
        for name, lines in source_lines(layout).items():
            starts = {start for start, _ in lines[1:]}
            for word in WORD.finditer(texts[name]):
                inside = starts & set(range(word.start() + 1, word.end()))
                assert not inside, (where, word[0])


def figures_of(layout: Layout) -> dict[str, list[range]]:
    """Of each source text where its checked figures stand; without those that may be longer than a line."""
    found: dict[str, list[range]] = defaultdict(list)
    for block in layout.blocks:
        for run in (*block.runs, *(block.beside or ())):
            is_figure = any(not key.startswith("claim") for key in run.keys)
            if run.origin and run.origin.text_name.startswith("source") and is_figure and len(run.text) <= SHORT:
                found[run.origin.text_name].append(range(run.origin.start, run.origin.start + len(run.text)))
    return found


def test_no_figure_that_was_checked_is_split_however_it_is_written(
    layouts: list[tuple[str, dict[str, str], Layout]],
) -> None:
    checked = 0
    for where, texts, layout in layouts:
        lines = source_lines(layout)
        for name, figures in figures_of(layout).items():
            starts = {start for start, _ in lines[name][1:]}
            for figure in figures:
                assert not starts & set(figure[1:]), (where, texts[name][figure.start : figure.stop])
                checked += 1
    assert checked > 1_000


def test_every_row_takes_exactly_its_columns(layouts: list[tuple[str, dict[str, str], Layout]]) -> None:
    for where, _, layout in layouts:
        for line in layout.lines:
            x = 0
            for piece in line.pieces:
                assert piece.x >= x, (where, line)
                x = piece.x + count_cells(piece.text)
            drawn = strip([Ink(piece.text, Style.null()) for piece in line.pieces], layout.columns, Style.null())
            assert x <= layout.columns == drawn.cell_length == count_cells(drawn.text), (where, line)


async def test_the_same_on_the_screen(demo: Store) -> None:
    async with reading(demo, (160, 40)) as (app, pilot):
        await press(app, pilot, "n", "escape")
        for columns in (*range(40, 160, 17), 160):
            await pilot.resize_terminal(columns, 40)
            await settle(app, pilot)
            assert_tidy(app)
