"""Requests and tokens per minute: a call waits until it fits, so that the server need not say no."""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from assistant.llm.retrying import Timing

WINDOW_S = 60.0
TOLD_FROM_S = 1.0
"""Shorter waits are not worth a word."""

Tell = Callable[[str, float], None]
"""Takes the reason of a wait, and its seconds."""


@dataclass
class MinuteLimit:
    """At most ``most`` of something in any 60 seconds. An amount beyond ``most`` waits for an empty window.

    Waiting calls go through in the order in which they came.
    """

    most: int
    timing: Timing
    what: str = "calls"
    """For the reader: "your limit of 60 requests per minute"."""
    tell: Tell = lambda _reason, _wait_s: None
    _taken: deque[tuple[float, int]] = field(default_factory=deque, init=False)
    _total: int = field(default=0, init=False)
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock, init=False)

    async def take(self, amount: int) -> None:
        """Returns when ``amount`` fits into the last 60 seconds, and counts it."""
        async with self._turn:
            while (wait_s := self._wait_s(amount)) > 0:
                if wait_s >= TOLD_FROM_S:
                    self.tell(f"your limit of {self.most:,} {self.what} per minute is reached", wait_s)
                await self.timing.sleep(wait_s)
            self._taken.append((self.timing.clock(), amount))
            self._total += amount

    def _wait_s(self, amount: int) -> float:
        now = self.timing.clock()
        while self._taken and self._taken[0][0] <= now - WINDOW_S:
            self._total -= self._taken.popleft()[1]
        if not self._taken or self._total + amount <= self.most:
            return 0.0
        return self._taken[0][0] + WINDOW_S - now


@dataclass(frozen=True)
class Limits:
    """What a user allows per minute; None: as much as the server takes."""

    requests: MinuteLimit | None = None
    tokens: MinuteLimit | None = None

    async def take(self, tokens: int) -> None:
        """Returns when one request of so many tokens (the reply's room included) may be sent."""
        if self.tokens:
            await self.tokens.take(tokens)
        if self.requests:
            await self.requests.take(1)


def make_limits(requests_per_minute: int | None, tokens_per_minute: int | None, timing: Timing, tell: Tell) -> Limits:
    """The limits of a user's settings."""
    return Limits(
        MinuteLimit(requests_per_minute, timing, "requests", tell) if requests_per_minute else None,
        MinuteLimit(tokens_per_minute, timing, "tokens", tell) if tokens_per_minute else None,
    )
