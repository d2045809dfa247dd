"""Fetch the bytes of a file or of standard input, with a limit and one clear line for each thing that goes wrong."""

import os
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from stat import S_ISDIR

from assistant.errors import EmptyDumpError, NotFoundError, ReadingError, TooLargeError
from assistant.reading.limits import MAX_BYTES, MAX_FILES

UNFINISHED = (".crdownload", ".part", ".partial", ".download", ".opdownload", ".tmp", ".swp", "~")
"""Endings of what is still being written: Chromium, Firefox, Safari, Opera, rsync and editors."""


def read_file(path: Path) -> tuple[bytes, datetime]:
    """The bytes of a file and its modification time, in the zone of this machine: the day on which the user saved it.

    Raises:
        ReadingError: missing, a folder, not readable, beyond ``MAX_BYTES``, or grown while it was read.
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
            found = os.fstat(file.fileno())
        modified = datetime.fromtimestamp(found.st_mtime, UTC).astimezone()
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise ReadingError(name, f"cannot be read: {reason}") from error
    if found.st_size > len(limit_size(data, name)):
        raise ReadingError(name, "is still being written", advice="Write it elsewhere, and move it here in one step.")
    return data, modified


def find_saved(path: Path) -> date | None:
    """The day on which a file was saved, or a link made, by its own time; None for a folder, and where none is told."""
    try:
        found = path.lstat()
    except (OSError, ValueError):
        return None
    return None if S_ISDIR(found.st_mode) else datetime.fromtimestamp(found.st_mtime, UTC).astimezone().date()


def read_stdin() -> bytes:
    """All of standard input, up to ``MAX_BYTES``."""
    return limit_size(sys.stdin.buffer.read(MAX_BYTES + 1), "standard input")


def limit_size(data: bytes, name: str) -> bytes:
    """Return ``data``, or raise ``TooLargeError`` when it is longer than ``MAX_BYTES``."""
    if len(data) > MAX_BYTES:
        raise TooLargeError(name, f"is larger than {MAX_BYTES // 1_000_000} MB")
    return data


def list_files(folder: Path) -> list[Path | ReadingError]:
    """The files of a folder and of those below it, by name; hidden and unfinished ones are left out.

    In the place of what cannot be read as a file stands the reason: a link, which would lead out of the folder
    unseen, and a folder that cannot be listed. Pipes and devices are told by ``read_file``.

    Raises:
        ReadingError: the folder itself cannot be listed, holds nothing, or more than ``MAX_FILES``.
    """
    found: list[Path | ReadingError] = []

    def note(error: OSError) -> None:
        problem = ReadingError(str(error.filename), f"cannot be listed: {error.strerror}")
        if error.filename == str(folder):
            raise problem
        found.append(problem)

    for place, folders, names in os.walk(folder, onerror=note):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [_link(path) for name in folders if _is_link(path := Path(place, name))]
        files = [Path(place, name) for name in sorted(names) if not name.startswith(".") and not _is_unfinished(name)]
        found += [_link(path) if _is_link(path) else path for path in files]
        if len(found) > MAX_FILES:
            raise TooLargeError(str(folder), f"holds more than {MAX_FILES:,} files")
    if not found:
        raise EmptyDumpError(str(folder), "is a folder without files")
    return found


def _is_unfinished(name: str) -> bool:
    """Whether a browser or an editor is still at it: the whole file gets the name without the ending."""
    return name.lower().endswith(UNFINISHED)


def _is_link(path: Path) -> bool:
    """Whether it is one as far as can be told; of a folder that may be listed and not entered, ``read_file`` tells."""
    try:
        return path.is_symlink()
    except OSError:
        return False


def _link(path: Path) -> ReadingError:
    return ReadingError(str(path), "is a link: no link in a folder is followed", advice="Put the file itself there.")
