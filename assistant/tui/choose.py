"""A screen to choose one of a few things, by its key."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual import events
from textual.binding import Binding, BindingType

from assistant.pages import Block, Run, Tone
from assistant.tui.chrome import Keys, Masthead
from assistant.tui.fitted import SideScreen
from assistant.tui.sheet import Sheet


class Choice(NamedTuple):
    """One of the things: its key, what it is, and what is handed back."""

    key: str
    what: str
    value: str


class Choose(SideScreen[str], inherit_bindings=False):
    """A full screen, for overlays eat Chinese characters. Its letters choose, so no setting takes them."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "leave", show=False)]

    def __init__(
        self, title: str, choices: Sequence[tuple[str, str, str]], where: str = "", *, note: Sequence[str] = ()
    ) -> None:
        super().__init__()
        self.choices = [Choice(*choice) for choice in choices]
        self.heading = title
        self.where = where
        self.note = note

    def on_mount(self) -> None:
        """Fill the sheet."""
        self.query_one(Masthead).say(self.heading, "")
        self.query_one(Keys).say(("choose-none",))
        lines = [Block((Run(c.what),), gutter=Run(c.key, Tone.STRONG), indent=6) for c in self.choices]
        where = (Block((Run(" "),)), Block((Run("into  ", Tone.LABEL), Run(self.where)))) if self.where else ()
        note = [Block((Run(line or " ", Tone.QUIET),)) for line in ("", *self.note)]
        self.query_one(Sheet).show((Block((Run(" "),)), *lines, *where, *note))
        self.query_one(Sheet).can_focus = False  # its own keys scroll; here they choose
        self.set_focus(None)

    def on_key(self, event: events.Key) -> None:
        """A key of the table chooses."""
        chosen = next((choice for choice in self.choices if choice.key == event.key), None)
        if chosen:
            event.stop()
            self.dismiss(chosen.value)
