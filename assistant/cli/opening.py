"""Opens the user's store, for every command."""

from pathlib import Path

from assistant.folders import chosen_data_path
from assistant.store import STORE_NAME, Store, open_store


def open_library(folder: Path | None = None) -> Store:
    """The store in ``folder``; in the user's own where none is given, without waiting for pydantic if possible."""
    return open_store(find_store(folder or find_data_folder()))


def find_store(folder: Path) -> Path:
    """Where the store lies in a data folder."""
    return folder / STORE_NAME


def find_data_folder() -> Path:
    """Where the store and the models lie, as the settings have it."""
    folder = chosen_data_path()
    if folder is None:
        from assistant.settings import load_settings

        folder = load_settings().data_dir
    return folder
