"""What the user likes, from the ``[reader]`` table of the settings file.

    [reader]
    theme = "paper"             # or "ink"
    plain_signs = true          # for terminals that draw — … “ ” · and the like two cells wide

    [reader.keys]
    next-flag = "ctrl+n,n"      # the names are those of the help page

Read without pydantic, so that the first frame does not wait for it.
"""

import re
import tomllib
from itertools import combinations
from pathlib import Path
from typing import Any

from assistant.errors import SettingsError
from assistant.inert import clean_line
from assistant.records.record import change
from assistant.tui.keys import KEYS, WRITTEN, Key, places_of, write_key
from assistant.tui.place import Preferences
from assistant.tui.themes import THEMES

_NAMED = (
    "enter|escape|space|tab|backspace|delete|insert|home|end|pageup|pagedown|up|down|left|right|f[1-9]|f1[0-9]|f2[0-4]"
)
_KEY = rf"((ctrl|shift|alt|super|hyper|meta)\+)*({_NAMED}|\w|{'|'.join(WRITTEN.values())})"
KNOWN = {"theme": str, "plain_signs": bool, "keys": dict}


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
    keys = {name: _name_keys(keys) for name, keys in table.get("keys", {}).items()}
    return change(Preferences(), **{**table, "keys": keys})


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
    _check_keys(table.get("keys", {}), path)


def _check_keys(changed: dict[str, Any], path: Path) -> None:
    names = {key.name for key in KEYS if key.name != "claim"}
    for name, keys in changed.items():
        if name not in names or not isinstance(keys, str):
            raise SettingsError(f"{path}: reader.keys.{name} is no command of the reader; `?` in it lists them")
        for each in _name_keys(keys).split(","):
            if not re.fullmatch(_KEY, each):
                raise SettingsError(f"{path}: reader.keys.{name}: {clean_line(each)!r} is no key")
    for one, other in combinations(KEYS, 2):
        if changed.keys() & {one.name, other.name} and places_of(one) & places_of(other):
            shared = set(_keys(one, changed)) & set(_keys(other, changed))
            if shared:
                raise SettingsError(
                    f"{path}: reader.keys: {write_key(min(shared))} would be the key of {one.name} and of {other.name}",
                    advice="Give one of them another key there.",
                )


def _keys(key: Key, changed: dict[str, str]) -> list[str]:
    return _name_keys(changed.get(key.name, key.keys)).split(",")


def _name_keys(keys: str) -> str:
    """Keys as textual names them: ``ctrl+n,question_mark`` for ``ctrl+n, ?``."""
    return ",".join(_name_key(each.strip()) for each in keys.split(","))


def _name_key(key: str) -> str:
    head, plus, last = key.rpartition("+") if len(key) > 1 else ("", "", key)
    return f"{head}{plus}{WRITTEN.get(last, last)}" if last else key
