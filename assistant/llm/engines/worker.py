"""What runs on a worker: one request to the model server, with the retries that a call from the parent would have.

A worker is told everything but the key. That it reads from its own environment or its own settings, as the parent does,
so that no key is ever part of a task, of a log of the cluster, or of its dashboard.
"""

import asyncio
import platform
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from assistant import __version__
from assistant.errors import ModelError, SettingsError
from assistant.llm.engines.jobs import Outcome
from assistant.llm.faults import Target
from assistant.llm.limits import Limits
from assistant.llm.paying import BROKEN_OFF, Cashier, Unpriced
from assistant.llm.profiles import find_profile
from assistant.llm.retrying import Retrier, Timing
from assistant.llm.server_model import ServerModel
from assistant.llm.transport import Transport
from assistant.records import Request
from assistant.settings import load_settings


@dataclass(frozen=True, slots=True)
class Route:
    """Who is asked, and how; the same for every task of a run. It holds no key."""

    base_url: str
    model: str
    server: str
    """The name of the server's profile."""
    deadline_s: float
    retry_budget_s: float
    retries_broken: bool
    """Whether a call that broke off, and may be billed all the same, is tried again here; else the parent decides."""


async def ask(request: Request, route: Route) -> Outcome:
    """Answer one request. Raises nothing that a call can end in: that is the outcome."""
    try:
        return Outcome.of(await _model(route, id(asyncio.get_running_loop())).ask(request))
    except ModelError as error:
        return Outcome.of(error)


def probe() -> Mapping[str, str]:
    """What the parent wants to know of a worker before it sends anything: versions, and whether it has a key."""
    try:
        key = "yes" if load_settings().api_key else ""
    except SettingsError as error:
        key, problem = "", error.message
    else:
        problem = ""
    return {
        "briefing": __version__, "python": ".".join(platform.python_version_tuple()[:2]), "key": key,
        "problem": problem,
    }  # fmt: skip


@lru_cache(maxsize=4)
def _model(route: Route, loop: int) -> ServerModel:  # noqa: ARG001 - a client belongs to the loop that made it
    """One client, one gate for 429 for each worker, which is one event loop."""
    server = urlsplit(route.base_url).netloc
    key = load_settings().api_key
    timing = Timing()
    final = () if route.retries_broken else BROKEN_OFF
    return ServerModel(
        target=Target(server, route.model),
        profile=find_profile(route.base_url, name=route.server),
        transport=Transport(server, route.base_url, key=key.get_secret_value() if key else None),
        cashier=Cashier(Unpriced()),  # the parent has the prices, and the purse
        limits=Limits(),  # the parent's
        retrier=Retrier(route.retry_budget_s, timing, _say_nothing, final=final),
        deadline_s=route.deadline_s,
        timing=timing,
    )


def _say_nothing(_reason: str, _wait_s: float) -> None:
    """Nobody watches a worker."""
