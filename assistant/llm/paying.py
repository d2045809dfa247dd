"""Around each attempt: set the money aside, make the attempt, write its price on whatever came of it."""

from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager, nullcontext
from dataclasses import dataclass, replace
from typing import Protocol

from assistant.errors import ModelError, TimedOutError, UnreachableError, WorkerLostError
from assistant.llm.retrying import Passing
from assistant.llm.spending import Purse, Reservation
from assistant.records import Answer, Usage

BROKEN_OFF = (TimedOutError, UnreachableError, WorkerLostError)
"""Calls that may be billed all the same."""


class Prices(Protocol):
    """What calls cost: ``prices.PriceList``, which takes a while to import."""

    @property
    def free(self) -> bool:
        """Whether calls cost nothing."""
        ...

    def cost_usd(self, model: str, usage: Usage) -> float | None:
        """US dollars; None: the price is unknown."""
        ...


class Unpriced:
    """No price is known here."""

    free = False

    def cost_usd(self, model: str, usage: Usage) -> None:
        """Unknown."""


@dataclass(frozen=True)
class Cashier:
    """Pays for the calls to one model.

    Args:
        prices: of the server.
        purse: holds the run to a ceiling; None: there is none.
    """

    prices: Prices
    purse: Purse | None = None

    async def pay(self, model: str, most: Usage, attempt: Callable[[], Awaitable[Answer]]) -> Answer:
        """The answer of ``attempt`` with its price. ``most`` is what the call can use at the utmost.

        Raises:
            CeilingReachedError: it could cost more than is left; the attempt is not made.
            ModelError, Passing: of the attempt; an answer that came with it carries its price too.
        """
        async with self._reserve(model, most) as reservation:
            try:
                answer = self._price(model, await attempt())
            except (ModelError, Passing) as failure:
                self._settle_failure(model, failure, reservation)
                raise
            reservation.charge(answer.cost_usd)
        return answer

    def take_in(self, model: str, result: Answer | ModelError) -> Answer:
        """An answer that was paid for before this run could ask about its price: it counts, and is not held back.

        Raises:
            ModelError: ``result``; an answer that came with it carries its price too.
        """
        reservation = Reservation(0.0)
        try:
            if isinstance(result, ModelError):
                self._settle_failure(model, result, reservation)
                raise result
            answer = self._price(model, result)
            reservation.charge(answer.cost_usd)
            return answer
        finally:
            if self.purse:
                self.purse.spent_usd += reservation.cost_usd

    def _reserve(self, model: str, most: Usage) -> AbstractAsyncContextManager[Reservation]:
        if self.purse is None:
            return nullcontext(Reservation(0.0))
        return self.purse.reserve(self.prices.cost_usd(model, most) or 0.0)

    def _settle_failure(self, model: str, failure: ModelError | Passing, reservation: Reservation) -> None:
        error = failure.error if isinstance(failure, Passing) else failure
        if error.answer:
            error.answer = self._price(model, error.answer)
            reservation.charge(error.answer.cost_usd)
        elif not isinstance(error, BROKEN_OFF):
            reservation.charge(0.0)

    def _price(self, model: str, answer: Answer) -> Answer:
        """By the name that answered, else by the name that was asked; unknown without token counts."""
        if answer.usage == Usage() and not self.prices.free:
            return answer
        cost_usd = self.prices.cost_usd(answer.model, answer.usage)
        return replace(answer, cost_usd=self.prices.cost_usd(model, answer.usage) if cost_usd is None else cost_usd)
