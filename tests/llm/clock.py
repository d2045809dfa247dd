"""A clock that only moves when someone sleeps, so that tests of waiting take no time."""

import asyncio
import heapq
from dataclasses import dataclass, field
from itertools import count

from assistant.llm.retrying import Timing


@dataclass
class FakeClock:
    """Sleepers wake in the order of their times; the clock jumps to each when nothing else can run."""

    now: float = 1_000.0
    slept: list[float] = field(default_factory=list)
    _sleepers: list[tuple[float, int]] = field(default_factory=list)
    _numbers: "count[int]" = field(default_factory=count)

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        me = (self.now + seconds, next(self._numbers))
        heapq.heappush(self._sleepers, me)
        while True:
            for _ in range(5):  # let everyone run who can
                await asyncio.sleep(0)
            if self._sleepers[0] == me:
                heapq.heappop(self._sleepers)
                self.now = max(self.now, me[0])
                return

    def timing(self, chance: float = 0.0) -> Timing:
        return Timing(clock=lambda: self.now, sleep=self.sleep, chance=lambda: chance)
