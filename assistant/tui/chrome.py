"""The frame: the line at the top, notices, and the line of keys at the bottom. Each is one drawn line."""

from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from assistant.pages import Tone
from assistant.tui.inks import ink
from assistant.tui.keys import HINTS, KEYS, key_cap
from assistant.tui.paint import Ink, spread, strip
from assistant.typesetting import ELLIPSIS, count_cells, shorten

LAST_HINTS = 22
"""Cells that the keys for help and leaving take; they are always shown."""


class Chrome(Widget):
    """One line, drawn by ``render_line``."""

    def _ink(self, part: str) -> Style:
        return ink(part, self.app.theme, bare=bool(self.app.no_color))


class Masthead(Chrome):
    """The line at the top: where one is, and what there is of it."""

    place = ""
    counts = ""
    flags = ""

    def say(self, place: str, counts: str, flags: str = "") -> None:
        """Show other words."""
        if (place, counts, flags) != (self.place, self.counts, self.flags):
            self.place, self.counts, self.flags = place, counts, flags
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The one line."""
        left = [Ink(" briefing", self._ink(Tone.LABEL)), Ink(f"  {self.place}", self._ink(Tone.QUIET))]
        right = [
            Ink(f" {self.flags}  " if self.flags else " ", self._ink(Tone.FLAG)),
            Ink(f"{self.counts} ", self._ink(Tone.QUIET)),
        ]
        return spread(left, right, self.size.width, self.rich_style)


class Notice(Chrome):
    """What the reader must know about the whole; hidden while there is nothing. In full it stands under the page."""

    text = ""

    def say(self, notices: tuple[str, ...]) -> None:
        """Show the first sentence of the notices, or nothing."""
        whole = " · ".join(notices)
        first = whole.split(". ", 1)[0].rstrip(".")
        text = first + (f" {ELLIPSIS}" if len(first) + 1 < len(whole) else "")
        if text != self.text:
            self.text = text
            self.set_class(bool(text), "-said")
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The one line."""
        return strip(
            [Ink(" ! ", self._ink(Tone.FLAG)), Ink(self.text, self.rich_style)], self.size.width, self.rich_style
        )


class Label(Chrome):
    """A few words before a text field."""

    text = ""

    def say(self, text: str) -> None:
        """Show other words, in as many cells as they need."""
        self.text = text
        self.styles.width = count_cells(text)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The one line."""
        return strip([Ink(self.text, self._ink(Tone.LABEL))], self.size.width, self.rich_style)


class Keys(Chrome):
    """The line at the bottom: the keys that matter here. It is never cut: what has no room is left out."""

    names: tuple[str, ...] = ()
    message = ""
    held: tuple[str, ...] = ()
    """The keys of a text field that is being filled: no other key is a command meanwhile."""

    def say(self, names: tuple[str, ...], message: str = "") -> None:
        """Show other keys, after a message if there is one."""
        if (names, message) != (self.names, self.message):
            self.names, self.message = names, message
            self.refresh()

    def tell(self, message: str) -> None:
        """Say something before the keys that are shown."""
        self.say(self.names, message)

    def hold(self, names: tuple[str, ...] = ()) -> None:
        """Show these keys, whatever is said, until there are none."""
        self.held = names
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The one line."""
        room = self.size.width - 2
        inks = [Ink(" ", self.rich_style)]
        if self.message and not self.held:
            message = shorten(self.message, max(room - LAST_HINTS, 10))
            inks.append(Ink(f"{message}   ", self._ink(Tone.LABEL)))
            room -= count_cells(message) + 3
        for i, (cap, word) in enumerate(self._fitting(room)):
            inks += [
                Ink("   " if i else "", self.rich_style),
                Ink(cap, self._ink(Tone.STRONG)),
                Ink(f" {word}", self._ink(Tone.QUIET)),
            ]
        return strip(inks, self.size.width, self.rich_style)

    def _fitting(self, room: int) -> list[tuple[str, str]]:
        table = {key.name: key for key in (*KEYS, *HINTS)}
        hints = [(key_cap(table[name]), table[name].short) for name in self.held or self.names]
        last = hints[-2:]  # how to get help, and out, is always there
        chosen = []
        room -= sum(len(cap) + len(word) + 4 for cap, word in last) - 3
        for cap, word in hints[:-2]:
            room -= len(cap) + len(word) + 4
            if room < 0:
                break
            chosen.append((cap, word))
        return [*chosen, *last]
