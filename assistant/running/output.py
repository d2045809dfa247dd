"""Writing results where the user wants them: whole or not at all."""

import glob
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
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
    with whole_files() as write:
        write(Path(path), (text,))


@contextmanager
def whole_files(*, make_folders: bool = False) -> Iterator[Callable[[Path, Iterable[str]], None]]:
    """Gives what writes a text, in pieces, beside its path; at the end all take their places, or none does.

        with whole_files() as write:
            write(path, pieces)

    Raises:
        UsageError: a file cannot be written; those that stood there before are as they were.
    """
    written: list[tuple[Path, Path]] = []

    def write(target: Path, pieces: Iterable[str]) -> None:
        with _named(target):
            if target.is_dir():
                raise IsADirectoryError(None, "it is a folder")
            if make_folders:
                target.parent.mkdir(parents=True, exist_ok=True)
            written.append((_write_beside(target, pieces), target))

    try:
        yield write
        for temporary, target in written:
            with _named(target):
                _remove_left_over(temporary, target)
                temporary.replace(target)
    finally:
        for temporary, _ in written:
            temporary.unlink(missing_ok=True)


@contextmanager
def _named(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UsageError(f"{target} cannot be written: {error.strerror or error}") from None


def _remove_left_over(temporary: Path, target: Path) -> None:
    """Temporary files of ``target`` that a killed process left: an hour older than ours, for others write as well."""
    now = temporary.stat().st_mtime
    for other in temporary.parent.glob(f"{glob.escape(_begin_name(target))}*{PART}"):
        with suppress(OSError):  # another has removed it
            if now - other.lstat().st_mtime > LEFT_OVER_S:
                other.unlink()


def _begin_name(target: Path) -> str:
    return f".{target.name[:50]}."


def _write_beside(target: Path, pieces: Iterable[str]) -> Path:
    """A temporary file in the folder of ``target`` that holds a text whole, on the disk."""
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=_begin_name(target), suffix=PART)
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o644)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary
