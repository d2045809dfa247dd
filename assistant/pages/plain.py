"""A page as plain text: what the reader shows, for a pipe, a screen reader or a mail."""

from collections.abc import Sequence

from assistant.pages.blocks import Block, Mode
from assistant.pages.layout import lay_out
from assistant.typesetting import count_cells


def print_blocks(blocks: Sequence[Block], *, columns: int = 80, mode: Mode = Mode.BOTH) -> str:
    """``blocks`` as lines of text; each is as wide as the reader draws it."""
    lines: list[str] = []
    for line in lay_out(blocks, columns, mode).lines:
        text, x = "", 0
        for piece in line.pieces:
            text += " " * (piece.x - x) + piece.text
            x = piece.x + count_cells(piece.text)
        lines.append(text.rstrip())
    return "\n".join(lines) + "\n"
