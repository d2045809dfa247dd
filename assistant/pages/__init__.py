"""A briefing as a page of terminal lines: what stands where, which characters are marked, what the cursor can visit.

    compose_page(briefing) -> Page              blocks of marked text, and the stops of the cursor, in no width yet
    compose_evidence(page, stop) -> blocks      the figure at the cursor: both sides, and the reason in words
    lay_out(blocks, columns, mode) -> Layout    lines of exactly placed pieces; each knows the text it was cut from

Nothing here knows a terminal library: ``tui`` paints the lines, ``plain`` prints them. Each is imported when it is
first asked for: a list of briefings needs none that compose a page.
"""

from typing import TYPE_CHECKING

from assistant.late import make_face

if TYPE_CHECKING:
    from assistant.pages.aside import Aside, find_aside
    from assistant.pages.blocks import Block, Mode, Origin, Page, Run, Stop, Tone
    from assistant.pages.composing import compose_notices, compose_page
    from assistant.pages.evidence import compose_evidence, count_stop
    from assistant.pages.layout import Layout, Line, Piece, lay_out
    from assistant.pages.marking import find_words
    from assistant.pages.plain import print_blocks
    from assistant.pages.taking import copy_words

__all__ = [
    "Aside",
    "Block",
    "Layout",
    "Line",
    "Mode",
    "Origin",
    "Page",
    "Piece",
    "Run",
    "Stop",
    "Tone",
    "compose_evidence",
    "compose_notices",
    "compose_page",
    "copy_words",
    "count_stop",
    "find_aside",
    "find_words",
    "lay_out",
    "print_blocks",
]

if not TYPE_CHECKING:  # a type checker would take any name for one of these
    __getattr__ = make_face(
        __name__,
        aside="Aside find_aside",
        blocks="Block Mode Origin Page Run Stop Tone",
        composing="compose_notices compose_page",
        evidence="compose_evidence count_stop",
        layout="Layout Line Piece lay_out",
        marking="find_words",
        plain="print_blocks",
        taking="copy_words",
    )
