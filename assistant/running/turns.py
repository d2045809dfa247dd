"""Two runs over the same inbox take turns, so that nothing is asked and paid by both.

A timer may fire while the run before still goes on.
"""

import asyncio
import fcntl
import hashlib
import os
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import ExitStack, asynccontextmanager
from pathlib import Path
from typing import BinaryIO

from assistant.errors import StoreError

LOOK_S = 0.2


@asynccontextmanager
async def take_turn(store: Path, inboxes: Iterable[str], tell: Callable[[str], None]) -> AsyncIterator[None]:
    """Wait until no other process briefs one of these inboxes into this store; ``tell`` is told of it.

    The locks are the kernel's, and end with this process, however it ends.

    Raises:
        StoreError: the folder of the store cannot be used.
    """
    with ExitStack() as stack:
        for name in sorted(set(map(_name_lock, inboxes))):  # in one order, so that two never wait for each other
            path = store.with_name(f"{store.name}.daily-{name}")
            try:
                file = stack.enter_context(path.open("wb"))
                if not _is_locked(file):
                    tell("another run is at work on this inbox; waiting for it to end")
                    while not _is_locked(file):  # noqa: ASYNC110 - another process has no event of ours
                        await asyncio.sleep(LOOK_S)
            except OSError as error:
                raise StoreError(f"{path} cannot be used: {error.strerror}") from None
        yield


def _name_lock(inbox: str) -> str:
    return hashlib.sha256(os.fsencode(Path(inbox).resolve())).hexdigest()[:12]


def _is_locked(file: BinaryIO) -> bool:
    """Whether the lock is ours now."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
