"""Calls by way of Dask workers: each in a process of its own, which has the key, dies, and is not missed."""

import asyncio
import os
import signal
from collections import Counter
from pathlib import Path

import pytest

from assistant.errors import UsageError
from assistant.llm.openai_server import connect
from assistant.settings import load_settings
from tests.llm.conftest import MakeRequest
from tests.llm.server import FakeServer
from tests.llm.test_keeping import MemoryLedger

KEY = "sk-secret-0123456789"


def children() -> set[int]:
    """The processes that this one started and their children."""
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if fields[0] != "Z":
            parents[int(stat.parent.name)] = int(fields[1])
    found, size = {os.getpid()}, 0
    while len(found) > size:
        size = len(found)
        found |= {pid for pid, parent in parents.items() if parent in found}
    return found - {os.getpid()}


def workers() -> list[int]:
    """The children that talk to the model server."""
    return sorted(pid for pid in children() if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes())


async def test_workers_answer_one_is_killed_and_nothing_is_lost_or_left_behind(
    make_request: MakeRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    requests = [make_request(f"第{number}則") for number in range(40)]
    ledger = MemoryLedger()
    async with FakeServer(latency_s=0.1, needs_key=KEY, acts=[*[None] * 3, "429-ms", "refusal"]) as server:
        async with connect(load_settings(base_url=server.url, via="dask", calls_in_flight=4), ledger=ledger) as model:
            asking = [asyncio.create_task(model.ask(request)) for request in requests]
            while sum(task.done() for task in asking) < 16:  # noqa: ASYNC110 - tasks of a run, none of which is the one
                await asyncio.sleep(0.01)
            os.kill(workers()[0], signal.SIGKILL)
            results = await asyncio.gather(*asking, return_exceptions=True)
        asked = Counter(body["messages"][1]["content"] for body in server.bodies)
    assert Counter(type(result).__name__ for result in results) == {"Answer": 39, "RefusedError": 1}
    assert asked.total() <= 40 + 1 + 4  # one 429, and what the dead worker had in flight
    assert len(ledger.calls) == 40
    assert server.most_in_flight <= 4 + 2
    assert workers() == []


@pytest.mark.parametrize(
    ("via", "said"),
    [
        ("dask://127.0.0.1:1", "cannot be reached|does not answer"),
        ("dask://no-such-host.invalid:8786", "cannot be reached|does not answer"),
    ],
)
async def test_a_scheduler_that_is_not_there_is_one_clear_line(
    via: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.llm.engines.dask.CONNECT_S", 0.3)
    async with FakeServer() as server:
        with pytest.raises(UsageError, match=said):
            async with connect(load_settings(base_url=server.url, via=via)):
                pass
