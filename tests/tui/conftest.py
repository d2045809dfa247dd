"""The reader's tests run in a pinned environment, whatever the terminal they are started from."""

import asyncio
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.cli.demo import run_demo
from assistant.store import STORE_NAME, Store, open_store
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


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of the bundled sample: 18 items, two figures wrong on purpose."""
    folder = tmp_path_factory.mktemp("demo")
    with open_store(folder / STORE_NAME) as store:
        asyncio.run(run_demo(folder, store))
    return folder / STORE_NAME


@pytest.fixture
def demo(demo_file: Path, tmp_path: Path) -> Iterator[Store]:
    """A copy of it that a test may write to."""
    with open_store(Path(shutil.copy(demo_file, tmp_path / STORE_NAME))) as store:
        yield store
