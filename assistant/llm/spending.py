"""The ceiling of a run: money is reserved before each call and charged after it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from assistant.errors import CeilingReachedError


@dataclass
class Reservation:
    """Money set aside for one attempt."""

    most_usd: float
    cost_usd: float = field(init=False)
    """What it counts for. All of it until it is charged: a call that broke off may be billed all the same."""

    def __post_init__(self) -> None:
        self.cost_usd = self.most_usd

    def charge(self, cost_usd: float | None) -> None:
        """The call cost this much; None: the server did not say, and all of it counts."""
        if cost_usd is not None:
            self.cost_usd = cost_usd


@dataclass
class Purse:
    """Holds a run to ``ceiling_usd``, whatever its calls turn out to cost."""

    ceiling_usd: float
    spent_usd: float = field(default=0.0, init=False)
    _reserved_usd: float = field(default=0.0, init=False)
    _calls: int = field(default=0, init=False)
    _charged: asyncio.Event = field(default_factory=asyncio.Event, init=False)

    @asynccontextmanager
    async def reserve(self, most_usd: float) -> AsyncIterator[Reservation]:
        """Set ``most_usd`` aside while the call is made.

        A call that does not fit beside those in flight waits for them: they seldom cost what was set aside.

        Raises:
            CeilingReachedError: it does not fit even alone; nothing was sent.
        """
        while self.spent_usd + self._reserved_usd + most_usd > self.ceiling_usd:
            if not self._calls:
                raise self._reached(most_usd)
            self._charged.clear()
            await self._charged.wait()
        self._reserved_usd += most_usd
        self._calls += 1
        reservation = Reservation(most_usd)
        try:
            yield reservation
        finally:
            self.spent_usd += reservation.cost_usd
            self._calls -= 1
            self._reserved_usd = self._reserved_usd - most_usd if self._calls else 0.0
            self._charged.set()

    def _reached(self, most_usd: float) -> CeilingReachedError:
        return CeilingReachedError(
            f"the next call may cost US${most_usd:.4f}, and of the ceiling of US${self.ceiling_usd:.2f} "
            f"US${self.spent_usd:.4f} are spent; it was not sent",
            advice="Run again with a higher --max-cost: what is done is kept and is not paid for again.",
        )
