"""What was written of a report while its lines at a glance were on their way: these change nothing of its items."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeVar

Text = TypeVar("Text", bound=str)

ROOM = 8_000_000
"""Characters that are kept: two formats of a thousand short items. What has no room is written when it is wanted."""


@dataclass(slots=True)
class Ahead:
    """The parts of a report's formats, each by the name of its format and its number.

    Args:
        room: how many characters it may take yet; 0 keeps nothing.
    """

    room: int = 0
    _parts: dict[tuple[str, int], str] = field(default_factory=dict)

    def have(self, name: str, number: int) -> str:
        """Part ``number`` of ``name``; empty where it is not kept."""
        return self._parts.get((name, number), "")

    def keep(self, name: str, number: int, text: Text) -> Text:
        """``text``, which is kept where there is room."""
        if self.room > 0:
            self._parts[name, number] = text
            self.room -= len(text)
        return text

    def write(self, name: str, number: int, write: Callable[[], str]) -> str:
        """Part ``number`` of ``name``: as it was kept, else as ``write`` gives it."""
        return self.have(name, number) or self.keep(name, number, write())

    def fill(self, texts: Iterable[Iterable[str]], room: int = ROOM) -> None:
        """Keep the parts of these texts, which are written for nothing else, as far as there is room."""
        self.room = room
        for text in texts:
            for _ in text:
                if self.room <= 0:
                    break
        self.room = 0
