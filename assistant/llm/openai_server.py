"""From settings to a model: the one door that the command line and the reader use.

Importing this module imports openai and the price list (about a second); import it when a model is needed.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager, nullcontext
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlsplit

from pydantic import SecretStr

from assistant import errors
from assistant.folders import config_path
from assistant.llm.engines.batch import BatchEngine
from assistant.llm.engines.bridge import open_bridge
from assistant.llm.engines.opening import LOCAL_DUMPS_AT_ONCE, open_engine, refuse_local
from assistant.llm.engines.parts import Parts
from assistant.llm.faults import Target
from assistant.llm.keeping import KeptModel, Ledger, NoLedger
from assistant.llm.kept_call import make_call
from assistant.llm.local import CONTEXT_TOKENS, MODELS_FOLDER, find_gguf, is_local, serve_gguf
from assistant.llm.prices import BATCH_SHARE, Estimate, PriceList, estimate
from assistant.llm.profiles import OPENAI_URL, Profile, find_profile, find_profile_of, is_free, is_loopback
from assistant.llm.retrying import Timing
from assistant.llm.served import ServedModel, choose_model, read_models
from assistant.llm.spending import Purse
from assistant.llm.transport import Transport
from assistant.llm.wire import count_input
from assistant.records import Answer, Progress, Request, Watch
from assistant.settings import BATCH_API, Settings

NO_MODEL_ADVICE = (
    "Set OPENAI_API_KEY to use OpenAI; or set OPENAI_BASE_URL (or --base-url) to any server that speaks its protocol, "
    "such as llama.cpp, Ollama, LM Studio or vLLM on this machine: `briefing models` lists those that are running. "
    "`briefing demo` needs none."
)


@dataclass(frozen=True)
class Connection:
    """A ``Model`` with what is known of it."""

    model: KeptModel
    server: str
    """``api.openai.com``, ``127.0.0.1:9931``."""
    context_tokens: int
    """How much it reads and writes in one call."""
    prices: PriceList
    dumps_at_once: int = LOCAL_DUMPS_AT_ONCE
    """As many keep whoever answers busy."""
    under_way: Callable[[], tuple[str, ...]] = tuple
    """The batches that the server goes on with when the run is ended."""

    @property
    def name(self) -> str:
        """The model's name as it is asked for."""
        return self.model.name

    async def ask(self, request: Request) -> Answer:
        """Answer one request, or raise a ``ModelError``."""
        return await self.model.ask(request)

    def estimate(self, requests: Iterable[Request]) -> Estimate:
        """What these requests would take, without sending any; those with a kept answer cost nothing."""
        return estimate(
            requests,
            model=self.name,
            prices=self.prices,
            count_input=lambda request: count_input(request, self.name),
            is_kept=self.model.has,
        )


def connect(
    settings: Settings,
    *,
    ledger: Ledger | None = None,
    fresh: bool = False,
    watch: Watch = lambda _: None,
    timing: Timing | None = None,
) -> AbstractAsyncContextManager[Connection]:
    """The model that the settings name, open as long as the context is.

    Args:
        settings: what the user chose.
        ledger: where calls are kept; None: nowhere.
        fresh: ask again for what the ledger has.
        watch: is told of waits (``event="waiting"``).
        timing: clock, sleep and chance; tests bring their own.

    Raises:
        NoModelError: neither a key nor an address is set. At once; the others when the context is entered:
        SettingsError: no such server profile; several models and none chosen; a ceiling without a price.
    """
    if not settings.names_model:
        raise errors.NoModelError("no model is configured", advice=NO_MODEL_ADVICE)
    refuse_local(settings)
    return _open(settings, ledger, fresh=fresh, watch=watch, timing=timing or Timing())


@asynccontextmanager
async def _open(
    settings: Settings, ledger: Ledger | None, *, fresh: bool, watch: Watch, timing: Timing
) -> AsyncIterator[Connection]:
    async with AsyncExitStack() as stack:
        if is_local(settings.model):
            settings = await _start_local(settings, stack, watch)
        base_url = settings.base_url or OPENAI_URL
        server = urlsplit(base_url).netloc
        transport = Transport(server, base_url, key=_reveal(settings))
        stack.push_async_callback(transport.close)
        served = await _choose_served(settings, transport, server)
        profile = _choose_profile(settings, base_url, served)
        share = BATCH_SHARE if settings.via == BATCH_API else 1.0
        prices = PriceList(base_url, settings.prices, is_free(profile, base_url, served.name), share)
        purse = _make_purse(settings, prices, served.name, server)
        target = Target(server, served.name)
        identity = _identity(base_url, profile)
        parts = Parts(settings, base_url, identity, target, profile, transport, prices, purse, timing, watch)
        ledger = ledger or NoLedger()
        opened = await open_engine(parts, ledger.books, stack)
        call_of = partial(make_call, server=identity, model=served.name, parameters=profile.parameters)
        bridge = open_bridge(opened.engine, served.name, lambda request: call_of(request).key)
        asked = await stack.enter_async_context(bridge)
        slots = asyncio.Semaphore(opened.calls_at_once) if opened.calls_at_once else nullcontext()
        model = KeptModel(asked, ledger, identity, profile.parameters, fresh, slots)
        context_tokens = settings.context_tokens or served.context_tokens or profile.context_tokens
        under_way = opened.engine.list_under_way if isinstance(opened.engine, BatchEngine) else tuple
        yield Connection(model, server, context_tokens, prices, opened.dumps_at_once, under_way)


async def _start_local(settings: Settings, stack: AsyncExitStack, watch: Watch) -> Settings:
    """Settings that point to a server of our own, which ends with ``stack``."""
    path = find_gguf(settings.model, settings.data_dir / MODELS_FOLDER)
    watch(Progress("waiting", message=f"loading {path.name}"))
    serving = serve_gguf(path, context_tokens=settings.context_tokens or CONTEXT_TOKENS)
    server = await stack.enter_async_context(serving)
    place = {"base_url": server.url, "api_key": SecretStr(server.key), "server": "llama.cpp", "model": server.model}
    return settings.model_copy(update=place)


def _choose_profile(settings: Settings, base_url: str, served: ServedModel) -> Profile:
    """The one that was named, else what the address tells, else what the server says of its models."""
    profile = find_profile(base_url, name=settings.server)
    told = find_profile_of(served.owner) if settings.server is None and is_loopback(base_url) else None
    return told or profile


def _reveal(settings: Settings) -> str | None:
    return settings.api_key.get_secret_value() if settings.api_key else None


async def _choose_served(settings: Settings, transport: Transport, server: str) -> ServedModel:
    """The model that is asked; a server of the user's own is asked first which ones it has."""
    listed = read_models(await transport.list_models()) if settings.base_url else None
    named = "model" in settings.model_fields_set
    return choose_model(listed or (), settings.model, named=named, server=server)


def _make_purse(settings: Settings, prices: PriceList, model: str, server: str) -> Purse | None:
    if settings.max_cost_usd is None:
        return None
    if not prices.knows(model):
        raise errors.SettingsError(
            f"--max-cost cannot be held: the price of {model} at {server} is unknown",
            advice=f'State it in {config_path()}: [prices."{model}"] with input and output, in US dollars per million '
            "tokens.",
        )
    return Purse(settings.max_cost_usd)


def _identity(base_url: str, profile: Profile) -> str:
    """What stands for the server in the keys of calls. Ports of this machine come and go; its models stay the same."""
    address = urlsplit(base_url)
    return f"loopback/{profile.name}" if is_loopback(base_url) else address.netloc + address.path.rstrip("/")
