"""What the screen looks like, kept as text: a change shows in the diff of a golden file.

GOLDEN=write python -m pytest tests/tui/test_golden.py     to renew them, then look at the diff
"""

import os
from pathlib import Path

import pytest

from assistant.store import Store
from tests.tui.helpers import press, reading, screen_lines

FOLDER = Path(__file__).with_name("golden")
SCREENS: dict[str, tuple[tuple[int, int], tuple[str, ...], str]] = {
    "list-80x24": ((80, 24), (), "ink"),
    "briefing-80x24": ((80, 24), ("enter",), "ink"),
    "figure-80x24": ((80, 24), ("n", "n"), "paper"),
    "not-translated-80x24": ((80, 24), ("j", "enter"), "ink"),
    "both-140x40": ((140, 40), ("n", "n", "n"), "ink"),
    "failed-140x40": ((140, 40), ("j", "j"), "paper"),
    "nothing-found-80x24": ((80, 24), ("slash", "z", "z", "enter"), "ink"),
}


@pytest.mark.parametrize("name", SCREENS)
async def test_the_screen_is_as_it_was(store: Store, name: str) -> None:
    size, keys, theme = SCREENS[name]
    async with reading(store, size, theme=theme) as (app, pilot):
        await press(app, pilot, *keys)
        shown = "\n".join(line.rstrip() for line in screen_lines(app)) + "\n"
    compare(FOLDER / f"{name}.txt", shown)


def compare(path: Path, shown: str) -> None:
    if os.environ.get("GOLDEN") == "write":
        path.write_text(shown, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == shown
