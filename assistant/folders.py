"""Where files of the program lie.

It imports nothing heavy: the reader opens without waiting for pydantic, and a page is printed without pathlib and
platformdirs, which take a fifth of the command.
"""

import os
import sys
from typing import TYPE_CHECKING

from assistant.errors import SettingsError

if TYPE_CHECKING:
    from pathlib import Path

_XDG = {"config": ("XDG_CONFIG_HOME", "~/.config"), "data": ("XDG_DATA_HOME", "~/.local/share")}


def config_path() -> "Path":
    """The TOML file that is read, whether it exists or not."""
    return _path(_config_file())


def data_path() -> "Path":
    """The folder of the store, where no setting names another."""
    return _path(_folder("data"))


def chosen_data_folder() -> str | None:
    """The folder of the store as the settings have it; None where only reading them in full can tell.

    A shortcut: the environment, then the file, then the default, as in ``settings``.
    """
    if chosen := os.environ.get("BRIEFING_DATA_DIR"):
        return _expand(chosen)
    try:
        with open(_config_file(), encoding="utf-8") as file:
            written = file.read()
    except FileNotFoundError:
        return _folder("data")
    except (OSError, ValueError):
        return None  # whoever reads it in full says what is wrong
    return _read_folder(written)


def _config_file() -> str:
    return os.path.join(_folder("config"), "config.toml")


def _read_folder(written: str) -> str | None:
    import tomllib  # noqa: PLC0415 - few have a settings file, and every command asks

    try:
        chosen = tomllib.loads(written).get("data_dir")
    except ValueError:
        return None  # the same
    if chosen is None:
        return _folder("data")
    return _expand(chosen) if isinstance(chosen, str) else None


def _expand(chosen: str) -> str | None:
    """``chosen`` with the home folder for ~; None for that of a user who is not known here."""
    path = os.path.expanduser(chosen)
    return None if path.startswith("~") else path


def _folder(kind: str) -> str:
    if home := os.environ.get("BRIEFING_HOME"):
        if folder := _expand(home):
            return folder
        raise SettingsError("BRIEFING_HOME begins with ~ and the name of a user who is not known here")
    if sys.platform == "linux":
        variable, usual = _XDG[kind]
        chosen = os.environ.get(variable, "").strip()  # one that is not absolute counts for nothing
        return os.path.join(chosen if os.path.isabs(chosen) else os.path.expanduser(usual), "briefing")
    import platformdirs  # noqa: PLC0415 - it takes as long to import as a briefing to read

    return str(getattr(platformdirs, f"user_{kind}_dir")("briefing", appauthor=False))


def _path(name: str) -> "Path":
    from pathlib import Path  # noqa: PLC0415 - see above

    return Path(name)
