"""One task for each job, and their outcomes as they are done: what the engines have in common."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

from assistant.errors import ModelError
from assistant.llm.engines.jobs import Job, Key, Outcome
from assistant.records import Answer

AskOne = Callable[[Job], Awaitable[Answer]]
"""Answers one job, or raises a ``ModelError``."""


async def run_each(jobs: AsyncIterator[Job], ask: AskOne) -> AsyncIterator[tuple[Key, Outcome]]:
    """Ask about every job as it comes; how many are under way at one time is for ``ask`` to say.

    Whatever ``ask`` raises beside a ``ModelError`` is raised here, and ends the other tasks.
    """
    done: asyncio.Queue[tuple[Key, Outcome] | None] = asyncio.Queue()
    feeding = asyncio.create_task(_feed(jobs, ask, done))
    try:
        while (each := await done.get()) is not None:
            yield each
        await feeding
    finally:
        feeding.cancel()
        await asyncio.gather(feeding, return_exceptions=True)


async def _feed(jobs: AsyncIterator[Job], ask: AskOne, done: asyncio.Queue[tuple[Key, Outcome] | None]) -> None:
    try:
        async with asyncio.TaskGroup() as group:
            async for job in jobs:
                group.create_task(_ask(job, ask, done))
    except BaseExceptionGroup as errors:
        raise errors.exceptions[0] from None
    finally:
        done.put_nowait(None)


async def _ask(job: Job, ask: AskOne, done: asyncio.Queue[tuple[Key, Outcome] | None]) -> None:
    try:
        outcome = Outcome.of(await ask(job))
    except ModelError as error:
        outcome = Outcome.of(error)
    done.put_nowait((job.key, outcome))
