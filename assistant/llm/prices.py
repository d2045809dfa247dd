"""What calls cost. The prices are those of genai-prices, as of its release; the user's own settings come first.

Importing this module imports the price list (0.4 s).
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

import genai_prices

from assistant.records import Request, Usage
from assistant.settings import Price

OUTPUT_SHARE_AT_LEAST = 1 / 3
"""Of the room that a reply is given; the low end of an estimate."""

BATCH_SHARE = 0.5
"""What OpenAI takes for the calls of a batch, of the price of the same calls at once."""


@dataclass(frozen=True)
class PriceList:
    """Prices at one server.

    Args:
        base_url: tells whose prices hold: the same model costs differently elsewhere.
        own: the user's prices by model name.
        free: the server is this machine itself.
        share: of the price that is paid; a batch costs half.
    """

    base_url: str
    own: Mapping[str, Price] = field(default_factory=dict)
    free: bool = False
    share: float = 1.0

    def cost_usd(self, model: str, usage: Usage) -> float | None:
        """US dollars; None: the price is unknown."""
        full = self._full_cost_usd(model, usage)
        return None if full is None else full * self.share

    def _full_cost_usd(self, model: str, usage: Usage) -> float | None:
        if model in self.own:
            return _by_own_price(self.own[model], usage)
        if self.free:
            return 0.0
        try:
            price = genai_prices.calc_price(
                genai_prices.Usage(
                    input_tokens=usage.input_tokens,
                    output_tokens=usage.output_tokens,
                    cache_read_tokens=usage.cached_tokens,
                ),
                model_ref=model,
                provider_api_url=self.base_url,
            )
        except (LookupError, ValueError):
            return None
        return float(price.total_price)

    def knows(self, model: str) -> bool:
        """Whether calls to this model can be priced."""
        return self.cost_usd(model, Usage(1, 1)) is not None


def _by_own_price(price: Price, usage: Usage) -> float:
    cached_input = price.input if price.cached_input is None else price.cached_input
    new_tokens = max(usage.input_tokens - usage.cached_tokens, 0)
    total = new_tokens * price.input + usage.cached_tokens * cached_input + usage.output_tokens * price.output
    return total / 1_000_000


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a run will ask for, before anything is sent."""

    calls: int
    kept: int
    """Answers that are there already and cost nothing."""
    input_tokens: int
    least_output_tokens: int
    most_output_tokens: int
    least_usd: float | None
    """None: the price is unknown."""
    most_usd: float | None


def estimate(
    requests: Iterable[Request],
    *,
    model: str,
    prices: PriceList,
    count_input: Callable[[Request], int],
    is_kept: Callable[[Request], bool] = lambda _: False,
) -> Estimate:
    """What these requests will take. Repairs, halved chunks and second attempts come on top."""
    requests = list(requests)
    paid = [request for request in requests if not is_kept(request)]
    input_tokens = sum(map(count_input, paid))
    most = sum(request.max_output_tokens for request in paid)
    least = round(most * OUTPUT_SHARE_AT_LEAST)
    return Estimate(
        calls=len(paid),
        kept=len(requests) - len(paid),
        input_tokens=input_tokens,
        least_output_tokens=least,
        most_output_tokens=most,
        least_usd=prices.cost_usd(model, Usage(input_tokens, least)),
        most_usd=prices.cost_usd(model, Usage(input_tokens, most)),
    )
