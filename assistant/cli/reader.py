"""The reader on what is stored, and the short way to it: ``briefing`` alone waits for no library of commands."""

import os
import sys

from assistant.cycles import no_cycle_search, rare_cycle_search
from assistant.folders import config_path
from assistant.store import Store

SEARCH_AFTER = 10_000
"""Objects made before Python looks for reference cycles again."""


def has_terminal() -> bool:
    """Whether somebody sits at a terminal that can be drawn on; without one Textual would hang for ever."""
    return sys.stdin.isatty() and sys.stdout.isatty() and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


def read_at_once() -> int:
    """``briefing read`` without options, at a terminal; the exit status."""
    with no_cycle_search():
        from assistant.cli.opening import open_library
    with open_library() as store:
        open_reader(store, model=describe_model())
    return 0


def open_reader(store: Store, *, select: str | None = None, model: str = "", theme: str = "") -> None:
    """The reader on ``store``, as the settings file has it."""
    with no_cycle_search():
        from assistant import tui

        path = config_path()
        preferences = tui.load_preferences(path) if path.exists() else None
        read = tui.read
    with rare_cycle_search(SEARCH_AFTER):
        farewell = read(store, select=select, model=model, theme=theme, preferences=preferences)
    if farewell:
        from assistant.cli.terminal import echo

        echo(f"briefing: {farewell}", err=True)


def describe_model() -> str:
    """Which model a run would ask, as far as the environment tells; for the first screen. No key is ever shown."""
    if address := os.environ.get("OPENAI_BASE_URL"):
        from urllib.parse import urlsplit

        return f"the server at {urlsplit(address).hostname or address} (OPENAI_BASE_URL)"
    if os.environ.get("OPENAI_API_KEY"):
        return "OpenAI (OPENAI_API_KEY is set)"
    return "none in the environment: figures in English beside the source, no translation"
