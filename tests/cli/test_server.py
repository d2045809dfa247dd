"""The command as a process of its own against a real HTTP server: replies kept, keys hidden, killed and resumed."""

import asyncio
import os
import signal
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from assistant.store import open_store
from tests.llm.acts import Body
from tests.llm.batch_server import BatchServer
from tests.llm.server import FakeServer
from tests.test_drafting import obey_text
from tests.test_pipeline import PAGE

KEY = "sk-secret-0123456789"


def reply(body: Body) -> str:
    return obey_text(body["messages"][-1]["content"])


@dataclass
class Ran:
    status: int
    out: str
    err: str


async def start(*arguments: str, by: Sequence[str] = (), **variables: str) -> asyncio.subprocess.Process:
    command = (*by, sys.executable, "-m", "assistant", *arguments)
    pipe = asyncio.subprocess.PIPE
    return await asyncio.create_subprocess_exec(*command, stdout=pipe, stderr=pipe, env={**os.environ, **variables})


async def run(*arguments: str, **variables: str) -> Ran:
    process = await start(*arguments, **variables)
    out, err = await asyncio.wait_for(process.communicate(), 300)  # a guard: nothing here takes so long by itself
    assert process.returncode is not None
    return Ran(process.returncode, out.decode(), err.decode())


async def until(condition: Callable[[], object]) -> None:
    async with asyncio.timeout(60):
        while not condition():  # noqa: ASYNC110 - the server is not ours to ask for an event
            await asyncio.sleep(0.01)


def find_in_files(folder: Path, words: str) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and words.encode() in path.read_bytes()]


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


async def test_a_run_asks_prints_and_keeps_and_the_same_again_asks_nothing(page: Path) -> None:
    async with FakeServer(reply_to=reply) as server:
        first = await run("run", str(page), "--base-url", server.url, "--on-mismatch", "flag")
        asked = len(server.bodies)
        again = await run("run", str(page), "--base-url", server.url, "--on-mismatch", "flag")
    assert "3 items" in first.out
    assert asked > 0
    assert len(server.bodies) == asked
    assert "0 calls" in again.out


async def test_fresh_asks_again(page: Path) -> None:
    async with FakeServer(reply_to=reply) as server:
        await run("run", str(page), "--base-url", server.url)
        asked = len(server.bodies)
        await run("run", str(page), "--base-url", server.url, "--fresh")
    assert len(server.bodies) == 2 * asked


async def test_a_wrong_key_is_one_clear_line_and_the_key_is_nowhere(page: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    async with FakeServer(reply_to=reply, needs_key="another") as server:
        ran = await run("run", str(page), "--base-url", server.url, "--json", str(out), OPENAI_API_KEY=KEY)
    assert ran.status == 1
    assert ran.out.count("key") >= 1
    assert "Traceback" not in ran.err
    assert find_in_files(tmp_path, KEY) == []
    assert KEY not in ran.out + ran.err


async def test_an_unreachable_server_is_one_reason_for_all_items(page: Path) -> None:
    ran = await run("run", str(page), "--base-url", "http://127.0.0.1:1/v1", BRIEFING_RETRY_BUDGET_S="0")
    assert ran.status == 1
    assert ran.out.count("cannot be reached") == 1
    assert "Traceback" not in ran.err


@pytest.fixture
def dear_model() -> None:
    home = Path(os.environ["BRIEFING_HOME"])
    home.mkdir()
    (home / "config.toml").write_text('[prices."fake-model"]\ninput = 1000.0\noutput = 1000.0\n')


@pytest.mark.usefixtures("dear_model")
async def test_a_ceiling_ends_the_run_as_incomplete(page: Path) -> None:
    async with FakeServer(reply_to=reply) as server:
        ran = await run("run", str(page), "--base-url", server.url, "--max-cost", "0.01")
    assert ran.status == 1
    assert ran.out.startswith("INCOMPLETE")
    assert "ceiling" in ran.out
    assert server.bodies == []


async def test_a_run_that_is_killed_goes_on_where_it_stopped(tmp_path: Path) -> None:
    files = []
    for number in range(12):
        path = tmp_path / f"page-{number}.txt"
        path.write_text(f"第{number}則新聞的標題\n今天有{number + 5}人受傷。\n", encoding="utf-8")
        files.append(str(path))
    in_flight = 2
    variables = {"BRIEFING_CALLS_IN_FLIGHT": str(in_flight)}
    async with FakeServer(reply_to=reply, latency_s=0.2) as server:
        process = await start("run", *files, "--base-url", server.url, "--on-mismatch", "flag", **variables)
        await until(lambda: server.answered >= 5)
        process.send_signal(signal.SIGKILL)
        await process.communicate()
        ran = await run("run", *files, "--base-url", server.url, "--on-mismatch", "flag", **variables)
        most_in_flight, asked = server.most_in_flight, len([b for b in server.bodies if "<item" in str(b)])
    assert "12 items" in ran.out
    assert most_in_flight <= in_flight
    assert asked <= 12 + in_flight


async def test_as_many_calls_are_in_flight_as_the_user_says_however_small_the_dumps(tmp_path: Path) -> None:
    files = []
    for number in range(20):
        path = tmp_path / f"page-{number}.txt"
        path.write_text(f"第{number}則新聞的標題\n今天有{number + 5}人受傷。\n", encoding="utf-8")
        files.append(str(path))
    async with FakeServer(reply_to=reply, latency_s=2.0) as server:
        await run("run", *files, "--base-url", server.url, "--on-mismatch", "flag", BRIEFING_CALLS_IN_FLIGHT="20")
    assert server.most_in_flight == 20


async def test_two_runs_at_once_share_one_store(page: Path) -> None:
    async with FakeServer(reply_to=reply, latency_s=0.05) as server:
        both = [run("run", str(page), "--base-url", server.url, "--on-mismatch", "flag") for _ in range(2)]
        ran = await asyncio.gather(*both)
    assert all("3 items" in r.out and "Traceback" not in r.err for r in ran)
    with open_store(Path(os.environ["BRIEFING_HOME"]) / "briefings.db") as store:
        assert store.library.count() == 3


async def test_an_interrupted_run_says_so_and_leaves_the_store_whole(page: Path) -> None:
    async with FakeServer(reply_to=reply, latency_s=30) as server:
        process = await start("run", str(page), "--base-url", server.url)
        await until(lambda: server.bodies)
        process.send_signal(signal.SIGINT)
        _, err = await asyncio.wait_for(process.communicate(), 60)
    assert process.returncode == 130
    assert "0 of 3 items so far are briefed and kept; the same command goes on from there" in err.decode()
    assert err.decode().endswith("briefing: interrupted\n")
    assert "Traceback" not in err.decode()


async def test_a_run_whose_reader_was_killed_ends_and_its_items_are_no_failures(page: Path) -> None:
    ours, its = os.pipe()
    async with FakeServer(reply_to=reply, latency_s=0.5) as server:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "assistant", "run", str(page), "--base-url", server.url,
            stdout=asyncio.subprocess.DEVNULL, stderr=its, env={**os.environ, "BRIEFING_PROGRESS": "json"},
        )  # fmt: skip
        os.close(its)
        await until(lambda: len(server.bodies) >= 2)  # the second asks for corrections
        os.close(ours)
        await asyncio.wait_for(process.wait(), 60)
    assert process.returncode == 130
    with open_store(Path(os.environ["BRIEFING_HOME"]) / "briefings.db") as store:
        assert store.library.count() == 0
        assert store.backlog.was_interrupted()
        assert store.calls.rows()


async def test_a_dry_run_sends_nothing_and_tells_what_the_run_then_asks(page: Path) -> None:
    async with FakeServer(reply_to=reply) as server:
        arguments = ("run", str(page), "--base-url", server.url, "--on-mismatch", "flag")
        before = await run(*arguments, "--dry-run")
        assert server.bodies == []
        await run(*arguments)
        drafts = len([body for body in server.bodies if "<item" in str(body)])
        after = await run(*arguments, "--dry-run")
    assert f"{drafts} call to fake-model" in before.out
    assert f"0 calls to fake-model, {drafts} kept from before" in after.out


IN_THE_BACKGROUND = ("sh", "-c", 'trap "" INT; exec "$@"', "sh")
"""As a shell starts what stays when it goes: ctrl+c is ignored."""


@pytest.mark.parametrize(
    ("end", "by"), [(signal.SIGINT, ()), (signal.SIGTERM, ()), (signal.SIGTERM, IN_THE_BACKGROUND)]
)
async def test_a_run_that_is_ended_leaves_its_batch_running_says_so_and_the_same_command_collects_it(
    end: signal.Signals, by: Sequence[str], page: Path
) -> None:
    arguments = ("run", str(page), "--via", "batch-api", "--on-mismatch", "flag")
    async with BatchServer(reply_to=reply, looks=10_000) as server:
        process = await start(*arguments, "--base-url", server.url, by=by, BRIEFING_BATCH_POLL_S="0.05")
        await until(lambda: any(batch.looks for batch in server.batches.values()))
        process.send_signal(end)
        _, err = await asyncio.wait_for(process.communicate(), 60)
        server.looks = 1
        ran = await run(*arguments, "--base-url", server.url, BRIEFING_BATCH_POLL_S="0.05")
    assert process.returncode == 130
    assert "batch_1 goes on at the server; the same command again collects what it brings" in err.decode()
    assert "3 items" in ran.out
    assert len(set(server.worked)) == len(server.worked)
    assert not any(batch.requests == server.batches["batch_1"].requests for batch in list(server.batches.values())[1:])
