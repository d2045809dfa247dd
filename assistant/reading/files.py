"""Fetch the bytes of a file or of standard input, with a limit and one clear line for each thing that goes wrong."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from assistant.errors import NotFoundError, ReadingError, TooLargeError
from assistant.reading.limits import MAX_BYTES


def read_file(path: Path) -> tuple[bytes, datetime]:
    """The bytes of a file and its modification time (UTC).

    Raises:
        ReadingError: missing, a folder, not readable, or beyond ``MAX_BYTES``.
    """
    name = str(path)
    try:
        if path.is_dir():
            raise ReadingError(
                name, "is a folder", advice="Name the files in it, or pass the folder to `briefing run`."
            )
        if not path.exists():
            raise NotFoundError(name, "does not exist")
        if not path.is_file():
            raise ReadingError(name, "is not a regular file")
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
        modified = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise ReadingError(name, f"cannot be read: {reason}") from error
    return limit_size(data, name), modified


def read_stdin() -> bytes:
    """All of standard input, up to ``MAX_BYTES``."""
    return limit_size(sys.stdin.buffer.read(MAX_BYTES + 1), "standard input")


def limit_size(data: bytes, name: str) -> bytes:
    """Return ``data``, or raise ``TooLargeError`` when it is longer than ``MAX_BYTES``."""
    if len(data) > MAX_BYTES:
        raise TooLargeError(name, f"is larger than {MAX_BYTES // 1_000_000} MB")
    return data
