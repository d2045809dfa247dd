"""Where files of the program lie. It imports nothing heavy, so that the reader opens without waiting for pydantic."""

import os
from pathlib import Path


def config_path() -> Path:
    """The TOML file that is read, whether it exists or not."""
    return _folder("user_config_path") / "config.toml"


def data_path() -> Path:
    """The folder of the store, where no setting names another."""
    return _folder("user_data_path")


def chosen_data_path() -> Path | None:
    """The folder of the store as the settings have it; None where only reading them in full can tell.

    A shortcut: the environment, then the file, then the default, as in ``settings``.
    """
    if chosen := os.environ.get("BRIEFING_DATA_DIR"):
        return Path(chosen).expanduser()
    try:
        written = config_path().read_text(encoding="utf-8")
    except FileNotFoundError:
        return data_path()
    except (OSError, ValueError):
        return None  # whoever reads it in full says what is wrong
    return _read_folder(written)


def _read_folder(written: str) -> Path | None:
    import tomllib  # noqa: PLC0415 - few have a settings file, and every command asks

    try:
        chosen = tomllib.loads(written).get("data_dir")
    except ValueError:
        return None  # the same
    if chosen is None:
        return data_path()
    return Path(chosen).expanduser() if isinstance(chosen, str) else None


def _folder(kind: str) -> Path:
    if home := os.environ.get("BRIEFING_HOME"):
        return Path(home).expanduser()
    import platformdirs  # noqa: PLC0415 - it takes as long to import as a briefing to read

    return Path(getattr(platformdirs, kind)("briefing", appauthor=False))
