"""Lines of which one is picked by the keys of its screen, while a text field may have the focus."""

from collections.abc import Sequence

from assistant.pages import Block, Run, Tone
from assistant.records.record import change
from assistant.tui.sheet import Sheet


class Picks(Sheet, can_focus=False):
    """A sheet with a cursor, whose own keys would scroll. ``at`` counts what is offered from 0."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - textual's word
        super().__init__(id=id)
        self.at = 0
        self.offered = 0

    def offer(self, blocks: Sequence[Block], *, at: int = 0, nothing: str) -> None:
        """Show what can be picked, with the cursor on ``at``; where there is nothing, say so in these words."""
        self.offered = len(blocks)
        lines = tuple(change(block, keys=(str(i),)) for i, block in enumerate(blocks))
        self.show(lines or (Block((Run(nothing, Tone.QUIET),)),), keep_place=True)
        self.move(at)

    def move(self, to: int) -> None:
        """Put the cursor on ``to``, or on the nearest there is."""
        self.at = max(0, min(to, self.offered - 1))
        self.light(str(self.at))
