"""Writing results where the user wants them: whole or not at all."""

import glob
import os
import sys
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from assistant.errors import UsageError

PART = ".part"
LEFT_OVER_S = 3_600.0


def write_file(path: str, text: str) -> None:
    """Write ``text`` to ``path`` by way of a temporary file beside it; ``-`` is standard output.

    Raises:
        UsageError: the file cannot be written.
    """
    if path == "-":
        sys.stdout.write(text)
        return
    write_files([(Path(path), text)])


def write_files(texts: Iterable[tuple[Path, str]], *, make_folders: bool = False) -> tuple[Path, ...]:
    """Write each text to its path, by way of temporary files beside them; none takes its place before all are complete.

    Texts are taken one at a time, so that only one of them need be in memory.

    Raises:
        UsageError: a file cannot be written; those that stood there before are as they were.
    """
    target = Path()
    written: list[tuple[Path, Path]] = []
    try:
        for target, text in texts:
            if target.is_dir():
                raise IsADirectoryError(None, "it is a folder")
            if make_folders:
                target.parent.mkdir(parents=True, exist_ok=True)
            written.append((_write_beside(target, text), target))
            del text  # before the next one is made
        for temporary, target in written:
            _remove_left_over(temporary, target)
            temporary.replace(target)
    except OSError as error:
        raise UsageError(f"{target} cannot be written: {error.strerror or error}") from None
    finally:
        for temporary, _ in written:
            temporary.unlink(missing_ok=True)
    return tuple(target for _, target in written)


def _remove_left_over(temporary: Path, target: Path) -> None:
    """Temporary files of ``target`` that a killed process left: an hour older than ours, for others write as well."""
    now = temporary.stat().st_mtime
    for other in temporary.parent.glob(f"{glob.escape(_begin_name(target))}*{PART}"):
        with suppress(OSError):  # another has removed it
            if now - other.lstat().st_mtime > LEFT_OVER_S:
                other.unlink()


def _begin_name(target: Path) -> str:
    return f".{target.name[:50]}."


def _write_beside(target: Path, text: str) -> Path:
    """A temporary file in the folder of ``target`` that holds ``text`` whole, on the disk."""
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=_begin_name(target), suffix=PART)
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o644)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary
