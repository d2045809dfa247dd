"""``--watch``: do the work now, and again whenever something new lies in the inboxes, until told to end."""

import asyncio
import signal
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any

from assistant.errors import NotFoundError, UsageError

QUIET_MS = 1_000
"""So long nothing may happen in the inboxes before the work begins: a file that is still written is not read."""
DEBOUNCE_MS = 60_000
"""After so long the work begins even where files keep coming: a file that takes longer to write is told in the docs."""
MISSING = "`pip install 'briefing-assistant[watch]'` adds it; a timer does without (docs/daily.md)."


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


def _watch(inboxes: Sequence[str]) -> AsyncIterator[Any]:
    try:
        from watchfiles import awatch
    except ImportError:
        raise UsageError("--watch needs the package watchfiles", advice=MISSING) from None
    for inbox in inboxes:
        if not Path(inbox).exists():
            raise NotFoundError(inbox, "does not exist")
    return awatch(*inboxes, debounce=DEBOUNCE_MS, step=QUIET_MS)
