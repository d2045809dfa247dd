"""The report of one day, as it will be exported."""

from collections.abc import Callable, Iterable
from functools import partial
from itertools import accumulate
from typing import ClassVar

from textual.binding import BindingType
from textual.geometry import Size
from textual.worker import get_current_worker

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
        self._report: Report | None = None
        self._lines: list[str] = []
        self._columns = 0
        self._top = self._passed = 0
        """The line at the top when the report was set, and how many letters stand before it."""

    def on_mount(self) -> None:
        """Begin to compose the report."""
        self.query_one(Masthead).say(f"report of {say_day(self.day)}", "")
        self.query_one(Keys).say(("export", "browser", "help", "back"))
        self.query_one(Sheet).show((Block((Run(" "),)), Block((Run(f"composing the report {ELLIPSIS}", Tone.QUIET),))))
        self.query_one(Sheet).focus()
        self._write(self.app.size)

    def fit(self, size: Size) -> None:
        """Set the report for another width."""
        super().fit(size)
        if not self.has_class("-tiny"):
            self._write(size)

    def _write(self, size: Size) -> None:
        columns = min(MEASURE, size.width - 3)
        if columns != self._columns:
            self._columns = columns
            self.run_worker(partial(self._set_lines, columns), thread=True, exclusive=True)

    def _set_lines(self, columns: int) -> None:
        worker = get_current_worker()
        try:
            report = self._report = self._report or self.report_of(self.day)
            show = partial(self._show, reporting.render_text(report, columns=columns).splitlines())
        except BriefingError as error:
            show = partial(self.query_one(Sheet).show, (Block((Run(error.message, Tone.FLAG),)),))
        if not worker.is_cancelled:
            self.app.call_from_thread(show)

    def _show(self, lines: list[str]) -> None:
        """Show the report, from the line that holds what stood at the top in the lines before."""
        sheet = self.query_one(Sheet)
        rows, y = sheet.layout_now.lines, sheet.scroll_offset.y
        at = rows[y].block if y < len(rows) else 0  # a line of the report, whose end may stand on the next row
        if at != self._top:  # the user has scrolled
            self._passed = count_letters(self._lines[:at])
        top = sum(count <= self._passed for count in accumulate(map(count_letters, lines))) if self._passed else 0
        self._lines, self._top = lines, top
        sheet.show(tuple(Block((Run(line),)) for line in lines))
        sheet.call_after_refresh(sheet.scroll_to, y=top, animate=False, immediate=True)


def count_letters(lines: Iterable[str]) -> int:
    """Letters and digits: blanks and rules are others in another width."""
    return sum(character.isalnum() for line in lines for character in line)
