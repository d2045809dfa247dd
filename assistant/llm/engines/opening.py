"""Which engine answers, as the settings say, and how much it wants at one time."""

from contextlib import AsyncExitStack

from assistant.errors import SettingsError, UsageError
from assistant.llm.engines.batch import MOST_BYTES, MOST_REQUESTS, BatchEngine
from assistant.llm.engines.batch_api import BatchApi
from assistant.llm.engines.batch_voice import Voice
from assistant.llm.engines.books import Books
from assistant.llm.engines.jobs import Opened
from assistant.llm.engines.local import LocalEngine
from assistant.llm.engines.parts import Parts
from assistant.llm.local import is_local
from assistant.llm.server_model import ServerModel
from assistant.settings import BATCH_API, DASK, Settings

LOCAL_DUMPS_AT_ONCE = 16
"""Enough to keep a server busy with small dumps, few enough that memory does not grow with their number."""
DUMPS_OF_A_CALL = 2
"""As many for each call at one time, where those are many: while one is asked about another is cut, or checked."""
BATCH_DUMPS_AT_ONCE = 2_000
"""They are held in memory while their batch is out."""
DASK_MISSING = "`pip install 'briefing-assistant[dask]'` adds it."


def refuse_local(settings: Settings) -> None:
    """A model file is served by a process of this run, for this run.

    Raises:
        SettingsError: it was to be asked from elsewhere.
    """
    if settings.via and is_local(settings.model):
        raise SettingsError(
            f"--via {settings.via} needs a server, and {settings.model} runs in this process",
            advice="Leave out --via, or name a server with --base-url.",
        )


async def open_engine(parts: Parts, books: Books, stack: AsyncExitStack) -> Opened:
    """The engine of the settings; what it holds open ends with ``stack``.

    Raises:
        UsageError: it cannot be had.
    """
    if parts.settings.via == BATCH_API:
        stack.enter_context(books.alone())
        api = BatchApi(parts.transport, parts.target, parts.retrier())
        voice = Voice(parts.target, parts.profile)
        poll_s = parts.settings.batch_poll_s
        engine = BatchEngine(api, voice, books, parts, parts.server, poll_s, MOST_REQUESTS, MOST_BYTES)
        return Opened(engine, BATCH_DUMPS_AT_ONCE, calls_at_once=None)
    if (parts.settings.via or "").startswith(DASK):
        try:
            from assistant.llm.engines.dask import open_dask  # noqa: PLC0415 - an extra, and a second to import
        except ImportError:
            raise UsageError("--via dask needs the package distributed", advice=DASK_MISSING) from None
        return await open_dask(parts, stack)
    calls = parts.calls_in_flight
    return Opened(LocalEngine(make_server_model(parts)), max(LOCAL_DUMPS_AT_ONCE, DUMPS_OF_A_CALL * calls), calls)


def make_server_model(parts: Parts) -> ServerModel:
    """The server, asked from this process."""
    return ServerModel(
        target=parts.target,
        profile=parts.profile,
        transport=parts.transport,
        cashier=parts.cashier,
        limits=parts.limits(),
        retrier=parts.retrier(),
        deadline_s=parts.deadline_s,
        timing=parts.timing,
    )
