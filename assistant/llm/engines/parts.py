"""What engines are made of, whichever the settings choose."""

from dataclasses import dataclass

from assistant.llm.faults import Target
from assistant.llm.limits import Limits, make_limits
from assistant.llm.paying import Cashier
from assistant.llm.prices import PriceList
from assistant.llm.profiles import Profile
from assistant.llm.retrying import Retrier, Timing
from assistant.llm.spending import Purse
from assistant.llm.transport import Transport
from assistant.llm.wire import count_input
from assistant.records import Progress, Request, Usage, Watch
from assistant.settings import Settings


@dataclass(frozen=True)
class Parts:
    """What engines are made of."""

    settings: Settings
    base_url: str
    server: str
    """Stands for it in keys and books."""
    target: Target
    profile: Profile
    transport: Transport
    prices: PriceList
    purse: Purse | None
    timing: Timing
    watch: Watch

    @property
    def cashier(self) -> Cashier:
        """Pays for every call of the run."""
        return Cashier(self.prices, self.purse)

    @property
    def calls_in_flight(self) -> int:
        """As the user says, else as the family of servers can bear."""
        return self.settings.calls_in_flight or self.profile.calls_in_flight

    @property
    def deadline_s(self) -> float:
        """Of one call."""
        return self.settings.timeout_s or self.profile.timeout_s

    def say(self, message: str) -> None:
        """Tell whoever watches what is waited for."""
        self.watch(Progress("waiting", message=message))

    def tell(self, reason: str, wait_s: float) -> None:
        """Tell whoever watches why the run waits, and how long."""
        seconds = f"{wait_s:.1f}" if wait_s < 10 else f"{wait_s:.0f}"
        self.say(f"{reason}; going on in {seconds} s")

    def limits(self) -> Limits:
        """What the user allows per minute."""
        return make_limits(self.settings.requests_per_minute, self.settings.tokens_per_minute, self.timing, self.tell)

    def retrier(self) -> Retrier:
        """Tries again within the user's budget."""
        return Retrier(self.settings.retry_budget_s, self.timing, self.tell)


def count_most(request: Request, model: str, parts: Parts) -> Usage:
    """What a call can use at the utmost; counted only where something hangs on it."""
    if parts.purse is None and parts.settings.tokens_per_minute is None:
        return Usage()
    return Usage(count_input(request, model), request.max_output_tokens)
