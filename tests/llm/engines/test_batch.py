"""The Batch API against a server of ours that speaks it and misbehaves: nothing is lost, and nothing sent twice."""

import asyncio
import json
import random
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import pytest

from assistant import errors
from assistant.llm.openai_server import connect
from assistant.records import Answer, Progress, Request
from assistant.settings import load_settings
from tests.llm.acts import ACTS, PASSING, Act, Body
from tests.llm.batch_server import BatchServer
from tests.llm.conftest import MakeRequest
from tests.llm.server import FakeServer
from tests.llm.test_keeping import MemoryLedger

Results = list[Answer | BaseException]


@dataclass
class Asker:
    """Runs over the same requests, one after the other, with one ledger."""

    server: FakeServer
    requests: list[Request]
    ledger: MemoryLedger = field(default_factory=MemoryLedger)
    told: list[Progress] = field(default_factory=list)

    async def run(self, **settings: Any) -> Results:
        chosen = load_settings(base_url=self.server.url, via="batch-api", batch_poll_s=0.01, **settings)
        async with connect(chosen, ledger=self.ledger, watch=self.told.append) as model:
            return await asyncio.gather(*(model.ask(request) for request in self.requests), return_exceptions=True)


def kinds(results: Iterable[Answer | BaseException]) -> Counter[str]:
    return Counter(r.kind if isinstance(r, errors.ModelError) else type(r).__name__ for r in results)


@pytest.fixture
def requests(make_request: MakeRequest) -> list[Request]:
    return [make_request(f"第{number}則") for number in range(8)]


def echo(body: Body) -> str:
    return json.dumps({"english": body["messages"][-1]["content"]})


async def test_all_is_asked_in_one_batch_and_each_gets_its_own_answer(requests: list[Request]) -> None:
    async with BatchServer(echo) as server:
        asker = Asker(server, requests)
        results = await asker.run()
        again = await asker.run()
    assert [json.loads(r.text)["english"] for r in results if isinstance(r, Answer)] == [r.user for r in requests]
    assert len(server.batches) == 1
    assert all(isinstance(r, Answer) and r.kept for r in again)
    assert [p.message for p in asker.told] == [
        "batch batch_1: 8 requests sent; answers are due within 24 hours",
        "waiting for batch batch_1: 4 of 8 done",
    ]


def _shuffle(lines: list[Body]) -> list[Body | str]:
    stranger = {"custom_id": "another", "response": {"status_code": 200, "body": {"choices": []}}, "error": None}
    late = [{**line, "response": {"status_code": 500, "body": "too late"}} for line in lines]
    mixed: list[Body | str] = [*lines, stranger, "", "{half a li", "[" * 10_000, "null", '{"custom_id": 7}', *late]
    firsts = mixed[: len(lines)]
    random.Random(7).shuffle(firsts)
    return [*firsts, *mixed[len(lines) :]]


async def test_lines_in_any_order_twice_broken_or_of_others_do_no_harm(requests: list[Request]) -> None:
    async with BatchServer(echo, lines=_shuffle) as server:
        results = await Asker(server, requests).run()
    assert [json.loads(r.text)["english"] for r in results if isinstance(r, Answer)] == [r.user for r in requests]
    assert len(server.batches) == 1


@pytest.mark.parametrize(
    ("endings", "acts", "expected", "batches"),
    [
        (["expired"], (), {"Answer": 8}, 2),
        (["expired"] * 3, (), {"Answer": 7, "server": 1}, 3),
        (["cancelled"], (), {"Answer": 4, "server": 4}, 1),
        (["failed:invalid_request:2"], (), {"Answer": 7, "server": 1}, 2),
        (["failed:token_limit_exceeded"], (), {"Answer": 8}, 3),
        (["failed:billing_hard_limit_reached"], (), {"server": 8}, 1),
        ([], ["429-ms", "html-500", "list-on-200", "deep-on-200"], {"Answer": 8}, 2),
        ([], ["refusal", "cut", "content-filter", "overflow-openai"], {
            "Answer": 4, "refused": 1, "cut": 1, "filtered": 1, "overflow": 1}, 1),
        ([], ["no-json-schema-400"] * 8, {"Answer": 8}, 2),
        ([], ["html-500"] * 24, {"server": 8}, 3),
        ([], ["wrong-key"], {"wrong-key": 1, "Answer": 7}, 1),
    ],
)  # fmt: skip
async def test_what_expired_or_failed_is_sent_again_and_the_rest_is_a_typed_failure(
    endings: list[str], acts: list[str], expected: dict[str, int], batches: int, requests: list[Request]
) -> None:
    async with BatchServer(echo, acts=acts, endings=endings) as server:
        results = await Asker(server, requests).run()
    assert kinds(results) == expected
    assert len(server.batches) == batches
    assert all(count <= 3 for count in Counter(server.worked).values())


async def test_an_answer_that_is_missing_is_asked_for_again_and_no_other(requests: list[Request]) -> None:
    def lose(lines: list[Body]) -> list[Body]:
        return lines[2:] if len(lines) > 2 else lines

    async with BatchServer(echo, lines=lose) as server:
        results = await Asker(server, requests).run()
    assert kinds(results) == {"Answer": 8}
    assert [len(batch.requests) for batch in server.batches.values()] == [8, 2]


async def test_after_a_batch_that_was_cancelled_the_next_run_asks_for_what_is_missing(requests: list[Request]) -> None:
    async with BatchServer(echo, endings=["cancelled"]) as server:
        asker = Asker(server, requests)
        first = await asker.run()
        second = await asker.run()
    assert all(r.stops_run for r in first if isinstance(r, errors.ModelError))
    assert kinds(second) == {"Answer": 8}
    assert Counter(server.worked).most_common(1)[0][1] == 1


@pytest.mark.parametrize(
    ("call", "acts"),
    [
        ("POST /v1/files", ["html-502", "reset", "429-ms"]),
        ("POST /v1/batches", ["reset"]),
        ("POST /v1/batches", ["busy-503", "html-502", "fin-in-body"]),
        ("GET /v1/batches/", ["html-500", "reset", "reset-in-body"]),
        ("GET /v1/files/", ["reset-in-body", "429-ms", "fin-in-body"]),
    ],
)
async def test_faults_of_the_connection_never_make_a_second_batch(
    call: str, acts: list[str | Act], requests: list[Request]
) -> None:
    async with BatchServer(echo, api_acts={call: acts}) as server:
        results = await Asker(server, requests).run()
    assert kinds(results) == {"Answer": 8}
    assert len(server.batches) == 1
    assert len(server.worked) == 8
    assert not server.api_acts[call]


@pytest.mark.parametrize("call", ["POST /v1/files", "POST /v1/batches", "GET /v1/batches/", "GET /v1/files/"])
@pytest.mark.parametrize("worked", [True, False])
async def test_a_run_that_ends_anywhere_goes_on_where_it_was(call: str, worked: bool, requests: list[Request]) -> None:
    """The server hangs before or after it has done its work, and the run is ended there."""
    hang = Act(manner="hang") if worked else Act(body={}, manner="hang")
    async with BatchServer(echo, api_acts={call: [hang]}) as server:
        asker = Asker(server, requests)
        running = asyncio.create_task(asker.run())
        async with asyncio.timeout(60):
            while server.api_acts[call]:  # noqa: ASYNC110 - the server is not ours to ask for an event
                await asyncio.sleep(0.01)
        await asyncio.sleep(0.05)
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        results = await asker.run()
    assert kinds(results) == {"Answer": 8}
    assert len(server.batches) == 1
    assert len(server.worked) == 8


async def test_of_an_earlier_batch_only_what_stands_is_taken(requests: list[Request]) -> None:
    acts = ["html-500", "wrong-key", "refusal"]
    async with BatchServer(echo, acts=acts, looks=3) as server:
        asker = Asker(server, requests)
        running = asyncio.create_task(asker.run())
        while not asker.told:  # noqa: ASYNC110 - nor is the run
            await asyncio.sleep(0.01)
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        results = await asker.run()
    assert kinds(results) == {"Answer": 7, "refused": 1}
    assert [len(batch.requests) for batch in server.batches.values()] == [8, 2]


async def test_a_batch_that_the_server_has_forgotten_is_sent_again(requests: list[Request]) -> None:
    async with BatchServer(echo, looks=99) as server:
        asker = Asker(server, requests)
        running = asyncio.create_task(asker.run())
        while not asker.told:  # noqa: ASYNC110 - nor is the run
            await asyncio.sleep(0.01)
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        server.batches.clear()
        server.looks = 1
        results = await asker.run()
    assert kinds(results) == {"Answer": 8}


async def test_batches_keep_within_the_limits(requests: list[Request], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.llm.engines.opening.MOST_REQUESTS", 5)
    async with BatchServer(echo) as server:
        assert kinds(await Asker(server, requests).run()) == {"Answer": 8}
    assert sorted(len(batch.requests) for batch in server.batches.values()) == [3, 5]
    one_line = len(server.files["file-1"]) // 5
    monkeypatch.setattr("assistant.llm.engines.opening.MOST_BYTES", 3 * one_line + 10)
    async with BatchServer(echo) as server:
        assert kinds(await Asker(server, requests).run()) == {"Answer": 8}
    assert all(len(data) <= 3 * one_line + 10 for name, data in server.files.items() if b'"method"' in data)


async def test_a_server_without_batches_is_one_clear_line(requests: list[Request]) -> None:
    async with FakeServer(echo) as server:
        results = await Asker(server, requests).run()
    assert {str(result) for result in results} == {
        f"127.0.0.1:{server.port} does not offer the Batch API (/files and /batches)"
    }
    assert all(isinstance(result, errors.UsageError) for result in results)


async def test_a_wrong_key_stops_everything_at_once(requests: list[Request]) -> None:
    async with BatchServer(echo, needs_key="right") as server:
        results = await Asker(server, requests).run(api_key="sk-secret-0123456789")
    assert kinds(results) == {"wrong-key": 8}
    assert not any("sk-secret" in str(result) for result in results)


async def test_it_costs_half_and_the_ceiling_holds(requests: list[Request]) -> None:
    prices = {"fake-model": {"input": 0.0, "output": 10_000.0}}
    async with BatchServer(echo) as server:
        asker = Asker(server, requests)
        results = await asker.run(prices=prices)
        costs = [r.cost_usd for r in results if isinstance(r, Answer)]
        room = requests[0].max_output_tokens * 0.005
        held = await Asker(server, requests).run(prices=prices, max_cost_usd=2.5 * room)
    tokens = len(echo(server.bodies[0]))
    assert costs[0] == pytest.approx(tokens * 10_000 / 1e6 / 2)
    spent = sum(r.cost_usd or 0 for r in held if isinstance(r, Answer))
    assert spent <= 2.5 * room
    assert kinds(held)["Answer"] >= 2
    assert kinds(held)["ceiling"] == 8 - kinds(held)["Answer"]


async def test_whatever_the_lines_hold_each_request_ends_as_an_answer_or_a_failure(make_request: MakeRequest) -> None:
    names = sorted(ACTS)
    async with BatchServer(echo, acts=names) as server:
        results = await Asker(server, [make_request(f"第{number}則") for number in range(len(names))]).run()
    assert all(isinstance(result, Answer | errors.ModelError) for result in results)
    assert kinds(results)["Answer"] >= len(PASSING)
    assert len(server.batches) <= 3 + 4  # three sendings, and the steps of the ladder


async def test_what_was_answered_in_a_batch_serves_calls_at_once_and_the_other_way_round(
    requests: list[Request],
) -> None:
    async with BatchServer(echo) as server:
        asker = Asker(server, requests[:4])
        await asker.run()
        async with connect(load_settings(base_url=server.url), ledger=asker.ledger) as model:
            answers = [await model.ask(request) for request in requests]
        asker.requests = requests
        await asker.run()
    assert [answer.kept for answer in answers] == [True] * 4 + [False] * 4
    assert len(server.batches) == 1
    assert len(server.bodies) == 8
