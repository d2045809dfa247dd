"""Fetch a model file for this machine: one pinned file, resumed where it broke off, checked by its hash.

A file under its own name is whole and checked; what is on its way ends in ``.part``.
"""

import hashlib
import shutil
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import httpx2

from assistant.errors import BriefingError, NoSuchModelError, UnreachableError

CATALOGUE = Path(__file__).with_name("catalogue.toml")
HUB = "https://huggingface.co"
PIECE_BYTES = 1 << 20
STALL_S = 30.0
"""Without a byte for so long, the connection counts as broken."""

Report = Callable[[int], None]
"""Takes the number of bytes that are there."""


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """One model file at one revision."""

    name: str
    title: str
    repository: str
    revision: str
    file: str
    bytes: int
    sha256: str
    license: str

    @property
    def gigabytes(self) -> float:
        """Its size in GB (10^9 bytes)."""
        return self.bytes / 1e9

    def url(self, hub: str = HUB) -> str:
        """Where it is fetched from."""
        return f"{hub}/{self.repository}/resolve/{self.revision}/{self.file}"


@cache
def load_catalogue() -> Mapping[str, CatalogueEntry]:
    """All entries by name."""
    return {
        name: CatalogueEntry(name, **fields) for name, fields in tomllib.loads(CATALOGUE.read_text("utf-8")).items()
    }


def find_entry(name: str) -> CatalogueEntry:
    """The entry with this name.

    Raises:
        NoSuchModelError: there is none; the advice lists those that there are.
    """
    entry = load_catalogue().get(name.removeprefix("local:"))
    if entry is None:
        raise NoSuchModelError(f"there is no model {name} to fetch", advice=f"There are {', '.join(load_catalogue())}.")
    return entry


def pull(entry: CatalogueEntry, folder: Path, report: Report, *, hub: str = HUB) -> Path:
    """Fetch ``entry`` into ``folder``, and give the path of the whole, checked file.

    Raises:
        UnreachableError: no connection, or it broke; the next pull goes on from there.
        BriefingError: no room on the disk, or the file is not the pinned one (it is removed).
    """
    target = folder / f"{entry.name}.gguf"
    if target.exists():
        return target
    part = target.with_suffix(".part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _check_room(entry, part)
        _fetch(entry.url(hub), part, report)
        _check_hash(entry, part)
        return part.replace(target)
    except OSError as error:
        raise BriefingError(f"{part} cannot be written: {error.strerror or error}") from None


def _check_room(entry: CatalogueEntry, part: Path) -> None:
    missing = entry.bytes - _size(part)
    free = shutil.disk_usage(part.parent).free
    if missing > free:
        raise BriefingError(f"{part.parent} has room for {free / 1e9:.1f} GB, and {missing / 1e9:.1f} GB are needed")


def _fetch(url: str, part: Path, report: Report) -> None:
    have = _size(part)
    headers = {"Range": f"bytes={have}-"} if have else {}
    try:
        with httpx2.stream("GET", url, headers=headers, follow_redirects=True, timeout=STALL_S) as response:
            if response.status_code == 416:
                return  # all of it is there already
            response.raise_for_status()
            if response.status_code == 200:
                have = 0  # the server starts from the beginning
            with part.open("ab" if have else "wb") as file:
                for piece in response.iter_raw(PIECE_BYTES):
                    file.write(piece)
                    have += len(piece)
                    report(have)
    except httpx2.HTTPStatusError as error:
        raise UnreachableError(f"{url} answers HTTP {error.response.status_code}") from None
    except httpx2.HTTPError as error:
        raise UnreachableError(
            f"{url} cannot be fetched: {type(error).__name__}",
            advice="Run the same command again: it goes on from there.",
        ) from None


def _check_hash(entry: CatalogueEntry, part: Path) -> None:
    with part.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != entry.sha256:
        part.unlink()
        raise BriefingError(
            f"what came for {entry.name} is not the pinned file (its SHA-256 is {found}); it was removed"
        )


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0
