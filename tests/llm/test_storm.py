"""A thousand faults over two hundred calls: each ends as an answer or a named failure, and nothing is paid twice."""

import asyncio
import json
import random
from collections import Counter
from dataclasses import replace

from assistant.errors import ModelError
from assistant.llm.kept_call import KEPT_ERRORS
from assistant.llm.openai_server import connect
from assistant.llm.retrying import MOST_ATTEMPTS, MOST_ATTEMPTS_OTHERWISE
from assistant.pipeline import Pipeline
from assistant.prompts import load_prompt
from assistant.records import Answer, Briefing, Dump, Request
from assistant.settings import load_settings
from assistant.tokens import count_tokens
from tests.builders import make_dump
from tests.llm.acts import PASSING
from tests.llm.clock import FakeClock
from tests.llm.conftest import MakeRequest
from tests.llm.server import FakeServer
from tests.llm.test_keeping import MemoryLedger
from tests.test_drafting import obey_text

FAULTS = 1_000
CALLS = 200
FINAL = ("cut", "refusal", "content-filter", "overflow-llama")
MOST = max(*MOST_ATTEMPTS.values(), MOST_ATTEMPTS_OTHERWISE)


def make_faults(seed: int) -> list[str | None]:
    """A thousand faults, two in a hundred of them final, mixed with half as many good replies."""
    draw = random.Random(seed)
    faults = [draw.choice(FINAL if draw.random() < 0.02 else PASSING) for _ in range(FAULTS)]
    acts = [*faults, *[None] * (FAULTS // 8)]
    draw.shuffle(acts)
    return acts


async def ask_all(server: FakeServer, requests: list[Request], ledger: MemoryLedger) -> list[Answer | BaseException]:
    settings = load_settings(base_url=server.url, calls_in_flight=16, retry_budget_s=600)
    async with connect(settings, ledger=ledger, timing=FakeClock().timing(0.5)) as model:
        return await asyncio.gather(*(model.ask(request) for request in requests), return_exceptions=True)


async def test_a_thousand_faults_lose_nothing_and_pay_nothing_twice(make_request: MakeRequest) -> None:
    requests = [make_request(f"第{number}則") for number in range(CALLS)]
    ledger, rounds = MemoryLedger(), 0
    async with FakeServer(acts=make_faults(20251102)) as server:
        while True:
            rounds += 1
            sent_before = len(server.bodies)
            results = await ask_all(server, requests, ledger)
            assert all(isinstance(result, Answer | ModelError) for result in results)
            assert len(server.bodies) - sent_before <= MOST * CALLS
            left = [r for r in results if isinstance(r, ModelError) and r.kind not in KEPT_ERRORS]
            if not left:
                break
        final = await ask_all(server, requests, ledger)
    ended = Counter(call.outcome for call in ledger.calls.values())
    paid = Counter(json.dumps(body["messages"][1]) for body in server.bodies)
    assert ended.total() == CALLS
    assert set(ended) <= {"answered", *KEPT_ERRORS}
    assert server.answered == ended["answered"]  # each of them sent once, and never again
    assert len(server.bodies) >= FAULTS
    assert max(paid.values()) <= MOST * rounds
    assert [type(result) for result in final] == [type(result) for result in results]


async def brief_all(server: FakeServer, dumps: list[Dump], ledger: MemoryLedger) -> tuple[Briefing, ...]:
    settings = load_settings(base_url=server.url, calls_in_flight=16, retry_budget_s=600)
    async with connect(settings, ledger=ledger, timing=FakeClock().timing(0.5)) as model:
        return await Pipeline(model, load_prompt("draft"), 3_000, count_tokens).run(dumps)


async def test_in_a_storm_every_item_ends_as_a_briefing_or_as_a_named_failure() -> None:
    """Through the whole pipeline: halves after a cut, items alone after a refusal, a second go at what is no JSON."""
    dumps = [
        make_dump(f"第{n}則新聞的標題\n今天有{n + 5}人受傷。警方表示將於明日說明。\n", f"{n}.txt") for n in range(40)
    ]
    dumps = [replace(dump, sha256=f"{n:064x}") for n, dump in enumerate(dumps)]
    kinds = (*PASSING, *FINAL, "empty", "fenced", "thinking", "half-json-on-200")
    draw = random.Random(7)
    acts = [draw.choice(kinds) if draw.random() < 0.7 else None for _ in range(200)]
    ledger = MemoryLedger()
    async with FakeServer(lambda body: obey_text(body["messages"][-1]["content"]), acts) as server:
        first = await brief_all(server, dumps, ledger)
        while any(b.failure and b.failure.kind not in KEPT_ERRORS for b in first):
            first = await brief_all(server, dumps, ledger)
        asked = len(server.bodies)
        again = await brief_all(server, dumps, ledger)
    assert len(first) == 40
    assert all((b.draft is None) == (b.failure is not None) for b in first)
    assert {b.failure.kind for b in first if b.failure} <= {"answered", *KEPT_ERRORS}
    assert sum(b.draft is not None for b in first) > 20
    assert [(b.status, b.draft) for b in again] == [(b.status, b.draft) for b in first]
    assert len(server.bodies) == asked
