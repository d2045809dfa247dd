"""The reader on what is stored, and the short way to it: ``briefing`` alone waits for no library of commands."""

import os
import sys
from contextlib import suppress

from assistant.cycles import no_cycle_search, rare_cycle_search
from assistant.folders import config_path
from assistant.store import Store

LOCAL = "local:"
"""Before the name of a model that runs on this machine, as in ``settings``."""
VARIABLES = {"model": "BRIEFING_MODEL", "base_url": "OPENAI_BASE_URL", "api_key": "OPENAI_API_KEY"}
NO_MODEL = (
    "none yet: figures in English beside the source, no translation. OPENAI_API_KEY or OPENAI_BASE_URL names one; "
    "`briefing models` lists those on this machine"
)
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
    """Which model a run would ask, as far as environment and settings file tell; for the first screen; never a key."""
    chosen = _choices()
    if chosen["model"].startswith(LOCAL):
        return f"{chosen['model']}, on this machine"
    if address := chosen["base_url"]:
        return f"the server at {_read_host(address) or 'an address that cannot be read'}"
    return "OpenAI, whose key is set" if chosen["api_key"] else NO_MODEL


def _read_host(address: str) -> str | None:
    from urllib.parse import urlsplit

    with suppress(ValueError):
        return urlsplit(address).hostname
    return None


def _choices() -> dict[str, str]:
    """What the environment, and else the settings file, says of the model; read without waiting for pydantic."""
    try:
        table = _read_table(config_path().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        table = {}  # whoever reads it in full says what is wrong
    return {name: os.environ.get(variable) or str(table.get(name, "")) for name, variable in VARIABLES.items()}


def _read_table(text: str) -> dict[str, object]:
    import tomllib

    return tomllib.loads(text)
