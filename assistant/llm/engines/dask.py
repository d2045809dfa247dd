"""The engine of many processes, here or elsewhere: Dask distributed carries each request to a worker.

The parent alone holds the purse, the limits per minute and the store; workers make the call (``worker.ask``) with the
retries that belong to it, and send the outcome back as soon as it is there. A worker that dies loses no job: what it
had in flight is sent again, and nothing else.

The only module that imports dask and distributed (a second).
"""

import asyncio
import logging
import math
import os
import secrets
from collections.abc import AsyncIterator, Collection, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import dask
import distributed
from distributed.client import FutureCancelledError
from distributed.scheduler import KilledWorker

from assistant import __version__
from assistant.errors import ModelError, UsageError, WorkerLostError
from assistant.llm.engines import worker
from assistant.llm.engines.flow import run_each
from assistant.llm.engines.jobs import Job, Key, Opened, Outcome
from assistant.llm.engines.parts import Parts, count_most
from assistant.llm.paying import BROKEN_OFF
from assistant.llm.retrying import Passing
from assistant.records import Answer
from assistant.settings import DASK

CONNECT_S = 10.0
"""How long a scheduler may take to answer, and a cluster to have a worker."""
MOST_LOCAL_WORKERS = 4
LOGGERS = ("distributed", "distributed.client")
"""Dask gives each of them a level of its own."""
LEAST_DUMPS, DUMPS_PER_CALL = 16, 2
"""So many dumps are under way for each call that the workers can make at one time."""
SCHEDULER = {
    "allowed_failures": 0,  # a call that was lost is sent again by us: we hold the purse
    "dashboard_address": "127.0.0.1:0",  # serves no page; Dask's own choice is 8787, and a warning where that is taken
    "dashboard": False,
}
START_ADVICE = "Start one with `dask scheduler` and `dask worker HOST:8786`; a bare --via dask needs none."


@dataclass
class DaskEngine:
    """Asks by way of the workers of one cluster."""

    client: Any
    """``distributed.Client``, asynchronous."""
    route: worker.Route
    parts: Parts
    _numbers: "count[int]" = field(default_factory=count, init=False)
    _run: str = field(default_factory=lambda: secrets.token_hex(4), init=False)

    def run(self, jobs: AsyncIterator[Job]) -> AsyncIterator[tuple[Key, Outcome]]:
        """The outcomes of ``jobs`` as they come back from the workers."""
        retrier, limits, cashier = self.parts.retrier(), self.parts.limits(), self.parts.cashier

        async def ask(job: Job) -> Answer:
            most = count_most(job.request, self.route.model, self.parts)

            async def attempt() -> Answer:
                await limits.take(most.input_tokens + most.output_tokens)
                return await self._send(job)

            return await retrier.run(lambda _: cashier.pay(self.route.model, most, attempt))

        return run_each(jobs, ask)

    async def _send(self, job: Job) -> Answer:
        """One task. Lost workers, and with a ceiling whatever broke off, are worth another (``Passing``)."""
        task = (
            f"ask-{self._run}-{next(self._numbers)}"  # a key of our own: the cluster keeps no answer for the next run
        )
        future = self.client.submit(worker.ask, job.request, self.route, key=task, pure=False)
        try:
            outcome: Outcome = await future
            return outcome.unwrap()
        except KilledWorker:
            raise Passing(WorkerLostError("a worker was lost in the middle of a call")) from None
        except FutureCancelledError:
            raise _lost_cluster() from None
        except ModelError as error:
            if isinstance(error, BROKEN_OFF) and not self.route.retries_broken:
                raise Passing(error) from None
            raise
        except Exception as error:  # noqa: BLE001 - whatever a worker of another make raises is told in one line
            raise _broken_worker(error) from None
        finally:
            future.release()


def _lost_cluster() -> ModelError:
    error = WorkerLostError("the Dask cluster is gone", advice="Run again: what is done is kept.")
    error.stops_run = True
    return error


def _broken_worker(error: Exception) -> ModelError:
    failure = WorkerLostError(
        f"a worker could not make the call ({type(error).__name__}: {str(error)[:200]})",
        advice="Every worker needs this version of briefing-assistant and of Python.",
    )
    failure.stops_run = True
    return failure


async def open_dask(parts: Parts, stack: AsyncExitStack) -> Opened:
    """An engine over the scheduler of the settings, or over workers of our own.

    Raises:
        UsageError: there is no such scheduler, it has no worker, or the workers cannot make the calls.
    """
    address = (parts.settings.via or DASK).removeprefix(DASK).removeprefix("://")
    for name in LOGGERS:
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what matters of it is told by our own errors
    if address:
        client = await _connect(address if "://" in address else f"tcp://{address}", stack)
        calls_per_worker = parts.calls_in_flight
    else:
        workers, calls_per_worker = _share_out(parts.calls_in_flight)
        client = await _start_workers(workers, calls_per_worker, stack)
    threads = await _look_at_workers(client, needs_key=parts.settings.api_key is not None)
    calls = sum(min(each, calls_per_worker) for each in threads)
    route = worker.Route(
        parts.base_url, parts.target.model, parts.profile.name, parts.deadline_s, parts.settings.retry_budget_s,
        retries_broken=parts.purse is None,
    )  # fmt: skip
    return Opened(DaskEngine(client, route, parts), max(LEAST_DUMPS, DUMPS_PER_CALL * calls), calls)


def _share_out(calls_in_flight: int) -> tuple[int, int]:
    """Workers of our own, and the calls of each, so that together they make about ``calls_in_flight``."""
    workers = min(MOST_LOCAL_WORKERS, max(2, os.cpu_count() or 1), calls_in_flight)
    return workers, math.ceil(calls_in_flight / workers)


async def _connect(address: str, stack: AsyncExitStack) -> Any:
    try:
        client = await distributed.Client(address, asynchronous=True, timeout=CONNECT_S, set_as_default=False)
        stack.push_async_callback(client.close)
        await client.wait_for_workers(1, timeout=CONNECT_S)
    except TimeoutError as error:
        said = "has no workers" if "worker" in str(error).lower() else "does not answer"
        raise UsageError(f"the Dask scheduler at {address} {said}", advice=START_ADVICE) from None
    except (OSError, ValueError) as error:
        reason = str(error)[:200] or type(error).__name__
        raise UsageError(f"the Dask scheduler at {address} cannot be reached: {reason}", advice=START_ADVICE) from None
    return client


async def _start_workers(workers: int, threads: int, stack: AsyncExitStack) -> Any:
    """Worker processes of this machine. They inherit our environment, and with it the key; they end with us.

    Their connections are encrypted and need a certificate that only they have: a scheduler runs whatever it is sent,
    and loopback belongs to everyone on this machine.
    """
    quiet: dict[str, list[str]] = {"distributed.scheduler.http.routes": [], "distributed.worker.http.routes": []}
    with dask.config.set(quiet):
        cluster = await stack.enter_async_context(
            distributed.LocalCluster(
                n_workers=workers, threads_per_worker=threads, processes=True, asynchronous=True, security=True,
                dashboard_address=None, silence_logs=logging.CRITICAL, memory_limit=None,
                preload=["assistant.llm.engines.worker_setup"],
                scheduler_kwargs=SCHEDULER,
            )
        )  # fmt: skip
    client = await distributed.Client(cluster, asynchronous=True, set_as_default=False)
    stack.push_async_callback(client.close)
    return client


async def _look_at_workers(client: Any, *, needs_key: bool) -> Collection[int]:
    """How many tasks each worker can do at one time.

    Raises:
        UsageError: one of them is of another make, or has no key where the parent has one.
    """
    try:
        async with asyncio.timeout(3 * CONNECT_S):
            told: Mapping[str, Mapping[str, str]] = await client.run(worker.probe)
            threads: Mapping[str, int] = await client.nthreads()
    except Exception as error:  # noqa: BLE001 - a worker without our package raises whatever it raises
        raise UsageError(
            f"the workers of the Dask cluster cannot make the calls ({type(error).__name__}: {str(error)[:200]})",
            advice=f"Every worker needs briefing-assistant {__version__} with the extra [dask], and the same Python.",
        ) from None
    ours = worker.probe()
    for address, its in told.items():
        different = next((name for name in ("python", "briefing") if its[name] != ours[name]), None)
        if different:
            raise UsageError(f"the worker {address} has {different} {its[different]}, and this is {ours[different]}")
        if its["problem"]:
            raise UsageError(f"the settings of the worker {address} cannot be used: {its['problem']}")
        if needs_key and not its["key"]:
            raise UsageError(
                f"the worker {address} has no key",
                advice="Set OPENAI_API_KEY in the environment of each worker: keys are not sent to them.",
            )
    return threads.values()
