"""The command palette: type a few letters, choose a command. A full screen, for overlays eat Chinese characters."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from assistant.pages import Block, Run, Tone
from assistant.tui.chrome import Masthead
from assistant.tui.fitted import SideScreen
from assistant.tui.keys import KEYS, Key, key_cap
from assistant.tui.picks import Picks
from assistant.tui.prompt import Prompt

LEFT_OUT = ("palette", "claim", "back")


class Palette(SideScreen[str]):
    """All commands of the list and the desk; hands back the action that was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,ctrl+n", "move(1)", show=False, priority=True),
        Binding("up,ctrl+p", "move(-1)", show=False, priority=True),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.found = self._find("")

    def compose_body(self) -> Iterable[Widget]:
        """The commands, and a field."""
        yield Picks()
        yield Prompt(self.on_typed)

    def on_mount(self) -> None:
        """Begin with all commands."""
        self.query_one(Masthead).say("commands", "")
        self.query_one(Prompt).ask("command", "command", enter="do")
        self._draw()

    def _find(self, words: str) -> list[Key]:
        commands = [key for key in KEYS if key.scope == "library" and key.name not in LEFT_OUT]
        return [
            key for key in commands if all(word in f"{key.name} {key.help}".lower() for word in words.lower().split())
        ]

    def _draw(self) -> None:
        lines = [Block((Run(key.help),), gutter=Run(key_cap(key), Tone.STRONG), indent=14) for key in self.found]
        self.query_one(Picks).offer(lines, nothing="no command has these words")

    def action_move(self, step: int) -> None:
        """Another command."""
        picks = self.query_one(Picks)
        picks.move((picks.at + step) % max(1, picks.offered))  # round and round

    def on_typed(self, purpose: str, text: str) -> None:
        """The list follows what is typed."""
        self.found = self._find(text)
        self._draw()

    def on_prompt_answered(self) -> None:
        """Run the command at the cursor."""
        self.dismiss(self.found[self.query_one(Picks).at].action if self.found else None)

    def on_prompt_left(self) -> None:
        """Run nothing."""
        self.dismiss(None)
