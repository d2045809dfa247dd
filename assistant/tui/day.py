"""The report of one day, as it will be exported."""

from collections.abc import Callable
from typing import ClassVar

from textual.binding import BindingType

from assistant import reporting
from assistant.errors import BriefingError
from assistant.pages import Block, Run, Tone
from assistant.records import Report
from assistant.tui.chrome import Keys, Masthead
from assistant.tui.fitted import SideScreen
from assistant.tui.keys import borrowed
from assistant.tui.sheet import Sheet
from assistant.tui.words import say_day
from assistant.typesetting import ELLIPSIS

MEASURE = 100
"""Cells of a line of the report, where the window has so many."""


class Day(SideScreen[str]):
    """The report as text, composed in a thread; hands back a command of the library that is to follow."""

    BINDINGS: ClassVar[list[BindingType]] = borrowed("day")

    def __init__(self, report_of: Callable[[str], Report], day: str) -> None:
        super().__init__()
        self.report_of = report_of
        self.day = day

    def on_mount(self) -> None:
        """Begin to compose the report."""
        self.query_one(Masthead).say(f"report of {say_day(self.day)}", "")
        self.query_one(Keys).say(("export", "browser", "help", "back"))
        self.query_one(Sheet).show((Block((Run(" "),)), Block((Run(f"composing the report {ELLIPSIS}", Tone.QUIET),))))
        self.query_one(Sheet).focus()
        self.run_worker(self._write, thread=True)

    def _write(self) -> None:
        try:
            text = reporting.render_text(self.report_of(self.day), columns=min(MEASURE, self.app.size.width - 3))
            blocks = tuple(Block((Run(line),)) for line in text.splitlines())
        except BriefingError as error:
            blocks = (Block((Run(error.message, Tone.FLAG),)),)
        self.app.call_from_thread(self.query_one(Sheet).show, blocks)
