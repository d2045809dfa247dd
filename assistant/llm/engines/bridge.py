"""A ``Model`` in front of an engine: each ``ask`` becomes a job, and waits for the outcome under its key.

So the stages, the ledger, the checks and the repairs are the same for every engine.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from assistant.llm.engines.jobs import Engine, Job, Key, Outcome
from assistant.records import Answer, Request


@dataclass
class EngineModel:
    """Asks an engine. ``key_of`` gives the key of a request; requests with the same key are one job."""

    name: str
    engine: Engine
    key_of: Callable[[Request], Key]
    _jobs: asyncio.Queue[Job] = field(default_factory=asyncio.Queue, init=False)
    _awaited: dict[Key, asyncio.Future[Outcome]] = field(default_factory=dict, init=False)
    _failure: BaseException | None = field(default=None, init=False)

    async def ask(self, request: Request) -> Answer:
        """Answer one request, or raise a ``ModelError``; or whatever ended the engine."""
        if self._failure:
            raise self._failure
        key = self.key_of(request)
        if key not in self._awaited:
            self._awaited[key] = asyncio.get_running_loop().create_future()
            self._jobs.put_nowait(Job(key, request))
        outcome = await asyncio.shield(self._awaited[key])  # another may wait for the same
        return outcome.unwrap()

    async def carry(self) -> None:
        """Hand jobs to the engine and its outcomes to those who wait, until cancelled."""
        try:
            async for key, outcome in self.engine.run(self._take()):
                if future := self._awaited.pop(key, None):
                    future.set_result(outcome)
        except Exception as error:  # noqa: BLE001 - it is handed to everyone who waits, and raised there
            self._fail(error)

    async def _take(self) -> AsyncIterator[Job]:
        while True:
            yield await self._jobs.get()

    def _fail(self, error: Exception) -> None:
        self._failure = error
        for future in self._awaited.values():
            future.set_exception(error)
            future.exception()  # whoever has stopped waiting need not hear of it
        self._awaited.clear()


@asynccontextmanager
async def open_bridge(engine: Engine, name: str, key_of: Callable[[Request], Key]) -> AsyncIterator[EngineModel]:
    """A model that asks ``engine`` as long as the context is open; then what is under way is given up."""
    model = EngineModel(name, engine, key_of)
    carrying = asyncio.create_task(model.carry())
    try:
        yield model
    finally:
        carrying.cancel()
        await asyncio.gather(carrying, return_exceptions=True)
