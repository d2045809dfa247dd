"""What was written of a report while its lines at a glance were on their way: these change nothing of its items."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, TypeVar

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
    _parts: dict[tuple[str, int], Any] = field(default_factory=dict)

    def write(self, name: str, number: int, caller: Callable[[], Text]) -> Text:
        """Part ``number`` of the format ``name``: as it was kept, else as it is written now, kept where there is room.

        Args:
            name: of the format.
            number: of the part.
            caller: writes it; jinja2 names the content of a call so. What it gives is kept as it is, ``Markup`` too.
        """
        known: Text | None = self._parts.get((name, number))
        if known is not None:
            return known
        text = caller()
        if self.room > 0:
            self._parts[name, number] = text
            self.room -= len(text)
        return text

    def fill(self, texts: Iterable[Iterable[str]], room: int = ROOM) -> None:
        """Keep the parts of these texts, which are written for nothing else, as far as there is room; no others."""
        self.room = room
        for text in texts:
            for _ in text:
                if self.room <= 0:
                    break
        self.room = 0
