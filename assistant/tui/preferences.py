"""What the user likes, from the ``[reader]`` table of the settings file, and where he was when he left.

    [reader]
    theme = "paper"             # or "ink"
    plain_signs = true          # for terminals that draw — … “ ” · and the like two cells wide

    [reader.keys]
    next-flag = "ctrl+n,n"      # the names are those of the help page

Read without pydantic, so that the first frame does not wait for it.
"""

import json
import tomllib
from dataclasses import asdict, field, replace
from pathlib import Path
from typing import Any

from assistant.errors import SettingsError
from assistant.records.record import record
from assistant.tui.keys import KEYS
from assistant.tui.themes import THEMES

STATE_NAME = "reader.json"
KNOWN = {"theme": str, "plain_signs": bool, "keys": dict}


@record
class Preferences:
    """What the settings file says of the reader."""

    theme: str = ""
    plain_signs: bool = False
    keys: dict[str, str] = field(default_factory=dict)


@record
class Place:
    """Where the user was, and in which light."""

    briefing: str = ""
    stop: str = ""
    mode: str = ""
    theme: str = ""
    reading: bool = False


def load_preferences(path: Path) -> Preferences:
    """The ``[reader]`` table of the file at ``path``; without one, the defaults.

    Raises:
        SettingsError: a value cannot be used; the message names it.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8")).get("reader", {})
    except FileNotFoundError:
        return Preferences()
    except (OSError, ValueError) as error:
        raise SettingsError(f"{path} cannot be read: {error}") from None
    _check(table, path)
    return replace(Preferences(), **table)


def _check(table: Any, path: Path) -> None:
    if not isinstance(table, dict):
        raise SettingsError(f"{path}: [reader] must be a table")
    for name, value in table.items():
        if name not in KNOWN or not isinstance(value, KNOWN[name]):
            known = ", ".join(KNOWN)
            raise SettingsError(f"{path}: reader.{name} cannot be used; known are {known}")
    themes = [theme.name for theme in THEMES]
    if table.get("theme", themes[0]) not in themes:
        raise SettingsError(f"{path}: reader.theme is none of {', '.join(themes)}")
    names = {key.name for key in KEYS}
    for name, keys in table.get("keys", {}).items():
        if name not in names or not isinstance(keys, str):
            raise SettingsError(f"{path}: reader.keys.{name} is no command of the reader; `?` in it lists them")


def load_place(folder: Path) -> Place:
    """Where the user was; a file that is missing or damaged counts as none."""
    try:
        saved = json.loads((folder / STATE_NAME).read_text(encoding="utf-8"))
        return Place(**{k: v for k, v in saved.items() if isinstance(v, type(getattr(Place(), k)))})
    except (OSError, ValueError, TypeError, AttributeError):
        return Place()


def save_place(folder: Path, place: Place) -> None:
    """Remember where the user is. A disk that is full must not keep him from leaving."""
    try:
        (folder / STATE_NAME).write_text(json.dumps(asdict(place)) + "\n", encoding="utf-8")
    except OSError:
        return
