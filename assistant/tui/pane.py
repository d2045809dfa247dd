"""The reading pane: the page of one briefing, and under it the panel that explains what the cursor lights there."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical

from assistant import pages
from assistant.pages import Mode, Stop
from assistant.records.record import change
from assistant.tui.sheet import Sheet

if TYPE_CHECKING:
    from assistant.tui.opened import Open


class ReadingPane(Vertical):
    """Page and panel, with the briefing that lies on them and the stop at the cursor.

    Args:
        tell: called when the cursor has lit something else.
    """

    def __init__(self, tell: Callable[[], None], *, id: str | None = None) -> None:  # noqa: A002 - textual's word
        super().__init__(id=id)
        self.tell = tell
        self.open: Open | None = None
        self.page = Sheet(id="page")
        self.evidence = Sheet(id="evidence")
        self.evidence.can_focus = False
        self.page.when_fitted = self.explain

    def compose(self) -> ComposeResult:
        """The page, and the panel below it."""
        yield self.page
        yield self.evidence

    def light(self, stop: Stop | None) -> None:
        """Light a stop on the page and explain it in the panel; None puts both away."""
        is_shown = self.evidence.has_class("-shown")
        if self.open:
            self.open = change(self.open, stop=stop)
            self.evidence.set_class(stop is not None, "-shown")
        if is_shown is self.evidence.has_class("-shown"):
            self.point()
        else:
            self.call_after_refresh(self.point)  # only then is it known how much room page and panel have
        self.tell()

    def point(self) -> None:
        """Light what the stop at the cursor says on both."""
        stop = self.open.stop if self.open else None
        self.page.light(stop.key if stop else "")
        self.explain()

    def explain(self) -> None:
        """Fill the panel for the stop at the cursor."""
        opened = self.open
        if not opened or not opened.stop:
            return
        blocks = pages.compose_evidence(opened.briefing, opened.page, opened.stop, columns=self.page.text_columns)
        self.evidence.show(blocks, lit=opened.stop.key)

    def set_mode(self, mode: Mode) -> None:
        """Show other languages."""
        self.page.set_mode(mode)
