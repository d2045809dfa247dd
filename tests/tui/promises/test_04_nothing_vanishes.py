"""4. Nothing vanishes: the rows of the source put together are the source, at 20 widths; nothing lies over Chinese."""

from collections import defaultdict
from itertools import combinations

import pytest
from textual.scrollbar import ScrollBar

from assistant.pages import Mode
from assistant.store import Store
from assistant.tui import Reader
from tests.tui.helpers import SMALL, WIDE, press, reading, settle, tight

WIDTHS = (40, 44, 50, 57, 60, 66, 72, 79, 80, 81, 90, 99, 100, 110, 120, 129, 130, 140, 150, 160)
WAY = (
    "enter",
    "n",
    "M",
    "escape",
    "escape",
    "slash",
    "escape",
    "d",
    "escape",
    "e",
    "escape",
    "question_mark",
    "escape",
)
WAY_ON = ("ctrl+p", "escape", "o", "escape", "R", "T", "t")


def drawn_source(app: Reader) -> dict[str, str]:
    """The source texts read from the cells that are drawn, line after line, to the end of the page."""
    sheet = app.library.sheet
    texts: dict[str, str] = defaultdict(str)
    for y, line in enumerate(sheet.layout_now.lines):
        cells = sheet.render_line(y - sheet.scroll_offset.y)
        assert cells.cell_length == sheet.size.width
        assert not cells.crop(sheet.columns).text.strip()  # nothing lies under the scroll bar
        for piece in line.pieces:
            if piece.origin and piece.origin.text_name.startswith("source"):
                texts[piece.origin.text_name] += cells.crop(piece.x, piece.x + cells_of(piece.text)).text
    return texts


def cells_of(text: str) -> int:
    return sum(2 if ord(character) > 0x2E7F else 1 for character in text)


@pytest.mark.parametrize("mode", [Mode.BOTH, Mode.SOURCE])
async def test_the_rows_put_together_are_the_source(demo: Store, mode: Mode) -> None:
    async with reading(demo, WIDE) as (app, pilot):
        await press(app, pilot, "enter")
        app.library.pane.set_mode(mode)
        for columns in WIDTHS if mode is Mode.BOTH else WIDTHS[::4]:
            await pilot.resize_terminal(columns, 40)
            await settle(app, pilot)
            assert app.library.pane.open
            drawn = drawn_source(app)
            sentences = app.library.pane.open.briefing.item.sentences
            assert len(drawn) == len(sentences) > 3
            for segment in sentences:
                assert tight(drawn[f"source {segment.index}"]) == tight(segment.text), columns


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_nothing_lies_over_anything(demo: Store, size: tuple[int, int]) -> None:
    """Overlays over Chinese lose characters: on no screen do two drawn widgets share a cell."""
    async with reading(demo, size) as (app, pilot):
        for key in ("", *WAY, *WAY_ON):
            if key:
                await press(app, pilot, key)
            assert not app.screen.is_modal, key
            assert not app._notifications, key
            visible = app.screen._compositor.visible_widgets
            drawn = {  # a scroll bar has a column of its own in its widget, on which no text is set
                widget: area
                for widget, (area, _) in visible.items()
                if not list(widget.children) and widget is not app.screen and not isinstance(widget, ScrollBar)
            }
            assert drawn
            for (one, here), (other, there) in combinations(drawn.items(), 2):
                assert not here.overlaps(there), (key, one, other)
