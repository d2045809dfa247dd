"""Calls by way of a Dask cluster that is there, and what ends them: the ceiling, an unlike worker, a lost scheduler."""

import asyncio
import logging
from collections import Counter
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass

import distributed
import pytest

from assistant import __version__
from assistant.errors import UsageError
from assistant.llm.engines import dask, worker
from assistant.llm.openai_server import connect
from assistant.settings import load_settings
from tests.llm.conftest import MakeRequest
from tests.llm.server import FakeServer

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning", "ignore::ResourceWarning")  # of Dask's own making


@pytest.fixture
async def scheduler(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[distributed.Scheduler]:
    """A cluster of one worker, in this process."""
    monkeypatch.setattr(dask, "CONNECT_S", 5.0)
    async with (
        distributed.Scheduler(host="127.0.0.1", port=0, dashboard_address=":0") as scheduler,
        distributed.Worker(scheduler.address, nthreads=4, dashboard_address=":0"),
    ):
        yield scheduler


def via(scheduler: distributed.Scheduler) -> str:
    return str(scheduler.address).replace("tcp:", "dask:")


async def test_a_ceiling_holds_for_all_calls_of_the_cluster_together(
    make_request: MakeRequest, scheduler: distributed.Scheduler
) -> None:
    requests = [make_request(f"第{number}則") for number in range(8)]
    prices = {"fake-model": {"input": 0.0, "output": 10_000.0}}
    room, cost = requests[0].max_output_tokens / 100, len('{"english": "text"}') / 100
    ceiling = room + 2.5 * cost
    async with FakeServer(latency_s=0.05) as server:
        settings = load_settings(base_url=server.url, via=via(scheduler), prices=prices, max_cost_usd=ceiling)
        async with connect(settings) as model:
            results = await asyncio.gather(*(model.ask(request) for request in requests), return_exceptions=True)
    assert Counter(getattr(result, "kind", "answered") for result in results) == {"answered": 3, "ceiling": 5}
    assert len(server.bodies) == 3


@dataclass
class OneWorker:
    """A client whose cluster has one worker, which says this of itself."""

    its: Mapping[str, str]

    async def run(self, _: object) -> Mapping[str, Mapping[str, str]]:
        return {"tcp://10.0.0.7:40001": {**worker.probe(), **self.its}}

    async def nthreads(self) -> Mapping[str, int]:
        return {"tcp://10.0.0.7:40001": 4}


@pytest.mark.parametrize(
    ("its", "said"),
    [
        ({"briefing": "0.0.1"}, f"the worker tcp://10.0.0.7:40001 has briefing 0.0.1, and this is {__version__}"),
        ({"python": "3.9"}, "the worker tcp://10.0.0.7:40001 has python 3.9, and this is 3."),
        ({"problem": "model is no name"}, "the settings of the worker tcp://10.0.0.7:40001 cannot be used: model is"),
        ({"key": ""}, "the worker tcp://10.0.0.7:40001 has no key"),
    ],
)
async def test_a_worker_that_cannot_do_as_we_would_is_named_before_anything_is_asked(
    its: Mapping[str, str], said: str
) -> None:
    with pytest.raises(UsageError) as refused:
        await dask._look_at_workers(OneWorker(its), needs_key=True)
    assert refused.value.message.startswith(said)
    assert list(await dask._look_at_workers(OneWorker({}), needs_key=False)) == [4]


async def test_a_scheduler_that_dies_in_the_middle_is_one_clear_reason_at_once(
    make_request: MakeRequest, scheduler: distributed.Scheduler
) -> None:
    async with (
        FakeServer(latency_s=30) as server,
        connect(load_settings(base_url=server.url, via=via(scheduler))) as model,
    ):
        asking = [asyncio.create_task(model.ask(make_request(str(number)))) for number in range(6)]
        while not server.bodies:  # noqa: ASYNC110 - the server is not ours to ask for an event
            await asyncio.sleep(0.01)
        for comm in scheduler.client_comms.values():
            comm.abort()
        await scheduler.close()
        async with asyncio.timeout(60):
            results = await asyncio.gather(*asking, return_exceptions=True)
        spoken = [
            name for name in ("", ".client") if logging.getLogger(f"distributed{name}").isEnabledFor(logging.ERROR)
        ]
    assert {str(result) for result in results} == {"the Dask cluster is gone"}
    assert not spoken  # Dask's own lines stay out of the terminal
