"""What every engine must do, with real processes: answer all, fail by name, lose nothing, change no report."""

import asyncio
import json
import os
import signal
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assistant import reporting
from assistant.errors import ModelError
from assistant.llm.openai_server import connect
from assistant.records import Answer
from assistant.reporting import read_json
from assistant.reporting.formats import FORMATS
from assistant.settings import load_settings
from tests.cli.test_daily import answer
from tests.cli.test_server import run, start
from tests.llm.acts import Body
from tests.llm.batch_server import BatchServer
from tests.llm.conftest import MakeRequest
from tests.llm.engines.processes import find_workers, until_slowly
from tests.llm.test_keeping import MemoryLedger

ENGINES = ("", "batch-api", "dask")
IN_FLIGHT = 4
DUMPS = 12
FAILURES = {"第3則": "refused", "第7則": "cut", "第9則": "filtered"}
ENVIRONMENT = {"BRIEFING_BATCH_POLL_S": "0.05", "BRIEFING_CALLS_IN_FLIGHT": str(IN_FLIGHT)}


def echo(body: Body) -> str:
    return json.dumps({"english": body["messages"][-1]["content"]})


class Moody(BatchServer):
    """Refuses, cuts and filters the same requests whoever brings them, in whatever order.

    It counts at each call how many answers are asked for and not in the ledger yet: what a kill would cost there.
    """

    def __init__(self, ledger: MemoryLedger) -> None:
        super().__init__()
        self.ledger, self.most_at_stake = ledger, 0

    def _completion(self, act: object, body: Body) -> Body:
        self.most_at_stake = max(self.most_at_stake, len(self.bodies) - len(self.ledger.calls))
        whole = super()._completion(act, body)  # type: ignore[arg-type]  # an Act
        kind = FAILURES.get(body["messages"][-1]["content"], "")
        choice = whole["choices"][0]
        choice["message"]["refusal"] = "I would rather not." if kind == "refused" else None
        choice["finish_reason"] = {"cut": "length", "filtered": "content_filter"}.get(kind, "stop")
        choice["message"]["content"] = None if kind == "refused" else "{" if kind == "cut" else echo(body)
        return whole


@pytest.mark.parametrize("via", ENGINES)
async def test_all_is_answered_or_fails_by_name_and_is_kept_under_the_same_keys(
    via: str, make_request: MakeRequest
) -> None:
    requests = [make_request(f"第{number}則") for number in range(30)]
    ledger = MemoryLedger()
    server = Moody(ledger)
    async with server:
        settings = load_settings(base_url=server.url, via=via or None, calls_in_flight=IN_FLIGHT, batch_poll_s=0.01)
        async with connect(settings, ledger=ledger) as model:
            results = await asyncio.gather(*(model.ask(request) for request in requests), return_exceptions=True)
        async with connect(load_settings(base_url=server.url), ledger=ledger) as model:
            keys = [await _key_of(model.ask(request)) for request in requests]  # from the ledger, whoever filled it
    said = {
        r.user: json.loads(a.text)["english"] for r, a in zip(requests, results, strict=True) if isinstance(a, Answer)
    }
    failed = {r.user: a.kind for r, a in zip(requests, results, strict=True) if isinstance(a, ModelError)}
    assert failed == FAILURES
    assert said == {request.user: request.user for request in requests if request.user not in FAILURES}
    assert set(keys) == set(ledger.calls)
    assert len(server.bodies) == 30
    assert server.most_at_stake <= IN_FLIGHT or via == "batch-api"  # whose answers are fetched again


async def _key_of(asking: Awaitable[Answer]) -> str:
    try:
        return (await asking).key
    except ModelError as error:
        return str(error.answer.key)


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    for number in range(DUMPS):
        text = f"第{number}則新聞的標題\n市長賀敏之說，今天有{number + 5}人受傷。\n甲報 ・ {number + 1} 小時前\n"
        (folder / f"page-{number:02}.txt").write_text(text, encoding="utf-8")
    return folder


def name_the_mayor(body: Body) -> str:
    """Good drafts, which write one name in two ways: what the run settles must hang on no answer that came first."""
    said = json.loads(answer(body))
    for item in said.get("items", ()):
        odd = any(f"第{number}則" in body["messages"][-1]["content"] for number in range(1, DUMPS, 2))
        english = "Ho Min-chih" if odd else "He Minzhi"
        item["names"] = [{"original": "賀敏之", "english": english, "kind": "person"}]
        item["summary"] = f"{english} spoke."
    return json.dumps(said)


def daily(inbox: Path, out: Path, server: BatchServer, via: str) -> tuple[str, ...]:
    arguments = ("daily", str(inbox), "--out", str(out), "--as-of", "2025-11-02T08:30", "--base-url", server.url)
    return (*arguments, *(("--via", via) if via else ()))


def drafts(server: BatchServer) -> "Counter[str]":
    """How often each draft was asked for (and paid)."""
    asked = (body["messages"][-1]["content"] for body in server.bodies if "draft" in body.get("prompt_cache_key", ""))
    return Counter(asked) or Counter(
        body["messages"][-1]["content"] for body in server.bodies if "<item id" in str(body["messages"][-1])
    )


def render(out: Path) -> dict[str, str]:
    """What was written, as if all reports had been made at the same time."""
    files = sorted(path.suffix for path in out.iterdir())
    assert files == [".html", ".json", ".md", ".txt"]
    report = read_json((out / "2025-11-02.json").read_bytes())
    alike = replace(report, created=datetime(2025, 11, 2, tzinfo=UTC))
    return {name: "".join(getattr(reporting, name)(alike)) for name in FORMATS.values()}


@pytest.mark.parametrize(("via", "killed"), [*((via, "run") for via in ENGINES), ("dask", "worker")])
async def test_killed_at_40_percent_it_loses_nothing_pays_again_what_was_in_flight_and_reports_the_same(
    via: str, killed: str, inbox: Path, tmp_path: Path
) -> None:
    """The process is killed and started again; or a worker is, and the process goes on."""
    async with BatchServer(reply_to=name_the_mayor, latency_s=0.3, looks=6) as server:
        process = await start(*daily(inbox, tmp_path / "out", server, via), **ENVIRONMENT)
        await until_slowly(_reached(server, via))
        if killed == "worker":
            os.kill(find_workers(process.pid)[0], signal.SIGKILL)
        else:
            process.send_signal(signal.SIGKILL)
        out, _ = await process.communicate()
        server.latency_s = 0.0
        if killed == "run":
            out = (await run(*daily(inbox, tmp_path / "out", server, via), **ENVIRONMENT)).out.encode()
        asked = drafts(server)
        home = str(tmp_path / "undisturbed")
        await run(*daily(inbox, tmp_path / "expected", server, ""), **ENVIRONMENT, BRIEFING_HOME=home)
    assert f"{DUMPS} items" in out.decode()
    assert len(asked) == DUMPS
    assert asked.total() - DUMPS <= (0 if via == "batch-api" else IN_FLIGHT)
    assert render(tmp_path / "out") == render(tmp_path / "expected")
    assert "earlier it was written He Minzhi" in (tmp_path / "out" / "2025-11-02.json").read_text()


def _reached(server: BatchServer, via: str) -> Callable[[], object]:
    if via == "batch-api":
        return lambda: any(batch.looks * 10 >= 4 * server.looks for batch in server.batches.values())
    return lambda: server.answered * 10 >= 4 * DUMPS
