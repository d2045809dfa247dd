"""``--watch``: do the work now, and again whenever something new lies in the inboxes, until told to end."""

import asyncio
import os
import signal
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Collection, Sequence
from contextlib import aclosing
from pathlib import Path
from typing import Any

from assistant.errors import NotFoundError, UsageError

QUIET_MS = 1_000
"""So long nothing may happen in the inboxes before the work begins: a file that is still written is not read."""
MOST_ROUNDS = 60
"""After so many rounds the work begins even where files keep coming or growing, which is told in the docs."""
LOOK_MS = 2_000
"""So often it is looked whether the inboxes are still the folders that are watched."""
MISSING = "`pip install 'briefing-assistant[watch]'` adds it; a timer does without (docs/daily.md)."

Changes = Collection[tuple[Any, str]]
"""What happened, and to which path; nothing where ``LOOK_MS`` are over."""
Watch = Callable[..., AsyncGenerator[Changes, None]]
"""``watchfiles.awatch``."""


async def watch_inboxes(inboxes: Sequence[str], work: Callable[[], Awaitable[None]]) -> None:
    """Do ``work`` now and after every change; SIGINT and SIGTERM end it, within a call's cancellation.

    Raises:
        UsageError: watchfiles is not installed, or an inbox does not exist.
    """
    changes = _watch(inboxes)
    task = asyncio.current_task()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, task.cancel if task else loop.stop)
    # the watch begins before the work: what arrives while the first dumps are briefed is not missed
    following = asyncio.ensure_future(anext(changes))
    try:
        await asyncio.sleep(0)  # a task begins only when it is waited: the first pass lists, and imports, for seconds
        while True:
            await work()
            await following
            following = asyncio.ensure_future(anext(changes))
    except asyncio.CancelledError:
        if task:
            task.uncancel()
    finally:
        following.cancel()
        await asyncio.gather(following, return_exceptions=True)


def _watch(inboxes: Sequence[str]) -> AsyncIterator[None]:
    try:
        from watchfiles import awatch
    except ImportError:
        raise UsageError("--watch needs the package watchfiles", advice=MISSING) from None
    for inbox in inboxes:
        if not Path(inbox).exists():
            raise NotFoundError(inbox, "does not exist")
    return _follow(inboxes, awatch)


async def _follow(inboxes: Sequence[str], awatch: Watch) -> AsyncIterator[None]:
    """Tell of changes. A folder that was removed and made anew is another one, and is watched from then on."""
    is_another = False
    while True:
        known = _identify(inboxes)
        there = [inbox for inbox, identity in zip(inboxes, known, strict=True) if identity]
        if not there:
            await asyncio.sleep(LOOK_MS / 1000)
        else:
            rounds = awatch(
                *there, debounce=MOST_ROUNDS * QUIET_MS, step=QUIET_MS, rust_timeout=LOOK_MS, yield_on_timeout=True
            )
            async with aclosing(rounds):
                async for changes in rounds:
                    if changes or is_another:  # in another folder something may lie since before it was watched
                        is_another = False
                        await _settle([path for _, path in changes])
                        yield
                    if _identify(inboxes) != known:
                        break
        is_another = is_another or _identify(inboxes) != known


def _identify(inboxes: Sequence[str]) -> list[tuple[int, int] | None]:
    """What stands at each path by now: its device and number; None for nothing."""
    return [(found.st_dev, found.st_ino) if (found := _look_at(inbox)) else None for inbox in inboxes]


async def _settle(paths: Sequence[str]) -> None:
    """Wait until none of the files grows: watchfiles tells just once of a file that is written for a while."""
    before = _measure(paths)
    for _ in range(MOST_ROUNDS if paths else 0):
        await asyncio.sleep(QUIET_MS / 1000)
        now = _measure(paths)
        if now == before:
            return
        before = now


def _measure(paths: Sequence[str]) -> list[tuple[int, int] | None]:
    return [(found.st_size, found.st_mtime_ns) if (found := _look_at(path)) else None for path in paths]


def _look_at(path: str) -> os.stat_result | None:
    try:
        return os.stat(path)  # noqa: PTH116 - of ten thousand of them
    except (OSError, ValueError):
        return None
