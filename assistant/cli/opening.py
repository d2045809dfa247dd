"""Opens the user's store, for every command that looks into it."""

from assistant.folders import chosen_data_path
from assistant.store import STORE_NAME, Store, open_store


def open_library() -> Store:
    """The user's store, opened without waiting for pydantic where that can be helped."""
    folder = chosen_data_path()
    if folder is None:
        from assistant.settings import load_settings

        folder = load_settings().data_dir
    return open_store(folder / STORE_NAME)
