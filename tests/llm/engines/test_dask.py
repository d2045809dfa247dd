"""Calls by way of Dask workers: each in a process of its own, which has the key, dies, and is not missed."""

import asyncio
import os
import signal
import sys
from collections import Counter
from pathlib import Path

import distributed
import pytest

from assistant.errors import UsageError
from assistant.llm.openai_server import connect
from assistant.settings import load_settings
from tests.llm.conftest import MakeRequest
from tests.llm.engines.processes import find_workers, is_alive, until_slowly
from tests.llm.server import FakeServer
from tests.llm.test_keeping import MemoryLedger

KEY = "sk-secret-0123456789"


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
            os.kill(find_workers()[0], signal.SIGKILL)
            results = await asyncio.gather(*asking, return_exceptions=True)
        asked = Counter(body["messages"][1]["content"] for body in server.bodies)
    assert Counter(type(result).__name__ for result in results) == {"Answer": 39, "RefusedError": 1}
    assert asked.total() <= 40 + 1 + 4  # one 429, and what the dead worker had in flight
    assert len(ledger.calls) == 40
    assert server.most_in_flight <= 4 + 2
    assert find_workers() == []


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


@pytest.mark.filterwarnings("ignore::UserWarning", "ignore::ResourceWarning")  # of Dask's own making
async def test_a_cluster_answers_and_one_that_cannot_is_told_in_one_line(
    make_request: MakeRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.llm.engines.dask.CONNECT_S", 5.0)
    scheduler = distributed.Scheduler(host="127.0.0.1", port=0, dashboard_address=":0")
    async with FakeServer() as server, scheduler:
        via = scheduler.address.replace("tcp:", "dask:")
        with pytest.raises(UsageError, match="has no workers"):
            async with connect(load_settings(base_url=server.url, via=via)):
                pass
        async with distributed.Worker(scheduler.address, nthreads=2, dashboard_address=":0"):
            async with connect(load_settings(base_url=server.url, via=via)) as model:
                answers = [await model.ask(make_request(str(number))) for number in range(3)]
            with pytest.raises(UsageError, match="has no key"):
                async with connect(load_settings(base_url=server.url, via=via, api_key=KEY)):
                    pass
    assert [answer.text for answer in answers] == ['{"english": "text"}'] * 3


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
async def test_however_a_run_is_ended_its_workers_end_with_it(how: signal.Signals, tmp_path: Path) -> None:
    """As ctrl+c in a terminal, the signal reaches the workers as well; a kill reaches the process alone."""
    page = tmp_path / "page.txt"
    page.write_text("港口罷工\n約3,200人昨(1)日上街遊行。\n", encoding="utf-8")
    async with FakeServer(latency_s=60) as server:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "assistant", "run", str(page), "--base-url", server.url, "--via", "dask",
            stderr=asyncio.subprocess.PIPE, start_new_session=True,
        )  # fmt: skip
        await until_slowly(lambda: server.bodies)
        started = find_workers(process.pid)
        os.kill(process.pid, how) if how is signal.SIGKILL else os.killpg(process.pid, how)
        _, said = await asyncio.wait_for(process.communicate(), 60)
        await until_slowly(lambda: not any(map(is_alive, started)))
    assert len(started) >= 2
    assert process.returncode == (-signal.SIGKILL if how is signal.SIGKILL else 130)
    assert how is signal.SIGKILL or said.decode().endswith("briefing: interrupted\n")
    assert "Traceback" not in said.decode()
