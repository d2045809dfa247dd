"""The reader's tests run in a pinned environment, whatever the terminal they are started from."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.store import Store
from tests.tui.helpers import fill_store


@pytest.fixture(autouse=True)
def pinned(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("NO_COLOR", "TEXTUAL_THEME", "COLORTERM", "TEXTUAL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("BRIEFING_HOME", str(tmp_path / "home"))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with fill_store(tmp_path) as filled:
        yield filled
