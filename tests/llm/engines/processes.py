"""The processes that a process started."""

import asyncio
import os
from collections.abc import Callable
from pathlib import Path


def find_children(of: int | None = None) -> set[int]:
    """The living children of a process (by default of this one), their children, and so on."""
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, parent = stat.read_text().rpartition(")")[2].split()[:2]
        except OSError:  # it has just ended
            continue
        if state != "Z":
            parents[int(stat.parent.name)] = int(parent)
    root = of or os.getpid()
    found, size = {root}, 0
    while len(found) > size:
        size = len(found)
        found |= {pid for pid, parent in parents.items() if parent in found}
    return found - {root}


def find_workers(of: int | None = None) -> list[int]:
    """Those of them that are Dask workers."""
    return sorted(pid for pid in find_children(of) if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes())


def is_alive(pid: int) -> bool:
    """Whether a process is there and has not ended; one that nobody has asked about yet has."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


async def until_slowly(condition: Callable[[], object]) -> None:
    """Wait for what a program does once its workers have started, on a machine that may be busy with other things."""
    async with asyncio.timeout(120):
        while not condition():  # noqa: ASYNC110 - other processes have no event of ours
            await asyncio.sleep(0.02)
