"""What the cursor lights on the page, and the panel that explains it."""

from dataclasses import replace

from assistant.pages import Mode, Stop, compose_evidence
from assistant.tui.frame import Frame


class Pointing(Frame):
    """Page and panel, with the stop at the cursor."""

    def light(self, stop: Stop | None) -> None:
        """Light a stop on the page and explain it in the panel; None puts both away."""
        is_shown = self.evidence.has_class("-shown")
        if self.open:
            self.open = replace(self.open, stop=stop)
            self.evidence.set_class(stop is not None, "-shown")
        if is_shown is self.evidence.has_class("-shown"):
            self._point()
        else:
            self.call_after_refresh(self._point)  # only then is it known how much room page and panel have
        self.say()

    def _point(self) -> None:
        stop = self.open.stop if self.open else None
        self.sheet.light(stop.key if stop else "")
        self.explain()

    def explain(self) -> None:
        """Fill the panel for the stop at the cursor."""
        opened = self.open
        if not opened or not opened.stop:
            return
        blocks = compose_evidence(opened.briefing, opened.page, opened.stop, columns=self.sheet.columns)
        self.evidence.show(blocks, lit=opened.stop.key)

    def set_mode(self, mode: Mode) -> None:
        """Show other languages."""
        self.sheet.set_mode(mode)
        self.say(f"showing {mode}")
