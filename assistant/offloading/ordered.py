"""Many pieces of work, a few of them under way at one time, and what they give in the order of the pieces."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

UNDER_WAY = 8
"""Pieces at one time: enough for processes that are given two each, and few enough to be held in memory."""


async def run_in_order(
    work: Callable[[T], Awaitable[R]], pieces: Iterable[T], most: int = UNDER_WAY
) -> AsyncIterator[R]:
    """What the work gives for each piece, the first piece first; the next one is made while others are worked on.

    Args:
        work: hands a piece to whoever does it.
        pieces: made one by one, as there is room.
        most: pieces that are made and not given back yet.
    """
    under_way: deque[asyncio.Future[R]] = deque()
    try:
        for piece in pieces:
            under_way.append(asyncio.ensure_future(work(piece)))
            await asyncio.sleep(0)  # it goes out, and what is done comes in, before the next one is made
            while under_way and (len(under_way) >= most or under_way[0].done()):
                yield await under_way.popleft()
        while under_way:
            yield await under_way.popleft()
    finally:
        for each in under_way:
            each.cancel()
