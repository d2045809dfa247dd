"""Opens the user's store, for the commands that need no other setting."""

from pathlib import Path

from assistant.folders import chosen_data_path
from assistant.store import STORE_NAME, Store, open_store


def open_library() -> Store:
    """The user's store, opened without waiting for pydantic where that can be helped."""
    return open_store(find_data_folder() / STORE_NAME)


def find_data_folder() -> Path:
    """Where the store and the models lie, as the settings have it."""
    folder = chosen_data_path()
    if folder is None:
        from assistant.settings import load_settings

        folder = load_settings().data_dir
    return folder
