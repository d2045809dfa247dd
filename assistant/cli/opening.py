"""Opens the user's store, for every command."""

import os
from typing import TYPE_CHECKING

from assistant.folders import chosen_data_folder
from assistant.store import STORE_NAME, Store, open_store

if TYPE_CHECKING:
    from pathlib import Path


def open_library(folder: "Path | None" = None) -> Store:
    """The store in ``folder``; in the user's own where none is given, without waiting for pydantic if possible."""
    return open_store(os.path.join(folder or _find_data_folder(), STORE_NAME))  # noqa: PTH118 - see `folders`


def find_store(folder: "Path") -> "Path":
    """Where the store lies in a data folder."""
    return folder / STORE_NAME


def find_data_folder() -> "Path":
    """Where the store and the models lie, as the settings have it."""
    from pathlib import Path

    return Path(_find_data_folder())


def _find_data_folder() -> str:
    folder = chosen_data_folder()
    if folder is None:
        from assistant.settings import load_settings

        folder = str(load_settings().data_dir)
    return folder
