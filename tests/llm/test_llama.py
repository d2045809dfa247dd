"""A real llama.cpp server, with a model that the test writes: our schemas, overflow, tokens, resuming, ending."""

import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from assistant import errors
from assistant.drafting.reply import Reply
from assistant.llm.local import LocalServer, find_gguf, name_file, serve_gguf
from assistant.llm.openai_server import Connection, connect
from assistant.llm.replies import ask_valid, clean_reply
from assistant.records import PromptVersion, Request
from assistant.settings import load_settings
from tests.llm.conftest import MakeRequest
from tests.llm.test_keeping import MemoryLedger
from tests.llm.tiny_gguf import write_tiny_gguf

pytest.importorskip("xllamacpp", reason="no wheel of xllamacpp for this machine")
pytestmark = pytest.mark.llama

CONTEXT = 4_096


@pytest.fixture(scope="module")
def gguf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tiny_gguf(tmp_path_factory.mktemp("model") / "tiny.gguf", context_tokens=CONTEXT)


@pytest.fixture
async def server(gguf: Path) -> AsyncIterator[LocalServer]:
    async with serve_gguf(gguf, context_tokens=CONTEXT, threads=1) as server:
        yield server


@pytest.fixture
async def model(server: LocalServer) -> AsyncIterator[Connection]:
    settings = load_settings(base_url=server.url, api_key=server.key, server="llama.cpp")
    async with connect(settings, ledger=MemoryLedger()) as connection:
        yield connection


def draft_request(user: str = '<item id="1">\n[1.0] 豬肉漲價。\n</item>', *, most: int = 1_500) -> Request:
    return Request("Translate.", user, "briefing", Reply.write_schema(), most, PromptVersion("draft", 1, "ab" * 32))


async def test_the_server_tells_its_model_and_how_much_it_reads(model: Connection, gguf: Path) -> None:
    assert model.name == name_file(gguf)
    assert model.context_tokens == CONTEXT
    assert model.prices.cost_usd(model.name, (await model.ask(draft_request())).usage) == 0.0


async def test_replies_fit_our_schema_whatever_the_model_would_like_to_say(model: Connection) -> None:
    for number in range(5):
        answer, reply = await ask_valid(model, draft_request(f"[1.0] 第{number}句。"), Reply.read)
        assert Reply.read(clean_reply(answer.text)) == reply
        assert answer.usage.output_tokens > 0
        assert answer.usage.input_tokens > len(Reply.write_schema())


async def test_what_does_not_fit_the_context_is_told_with_its_size(model: Connection) -> None:
    with pytest.raises(errors.ContextOverflowError) as caught:
        await model.ask(draft_request("豬肉漲價。" * 1_000))
    assert caught.value.context_tokens == CONTEXT


async def test_a_reply_that_meets_its_limit_is_a_cut_one(model: Connection) -> None:
    with pytest.raises(errors.CutReplyError) as caught:
        await model.ask(draft_request(most=8))
    assert caught.value.answer.usage.output_tokens == 8


async def test_a_second_run_asks_nothing(server: LocalServer) -> None:
    ledger = MemoryLedger()
    settings = load_settings(base_url=server.url, api_key=server.key)
    async with connect(settings, ledger=ledger) as model:
        first = await model.ask(draft_request())
    async with connect(settings, ledger=ledger) as model:
        again = await model.ask(draft_request())
    assert again.kept
    assert again.text == first.text


async def test_a_llama_server_on_an_unusual_port_is_known_by_what_it_says(server: LocalServer) -> None:
    async with connect(load_settings(base_url=server.url, api_key=server.key)) as model:
        assert (await model.ask(draft_request())).cost_usd == 0.0


async def test_a_model_file_can_be_named_in_the_settings(gguf: Path) -> None:
    ledger = MemoryLedger()
    for kept in (False, True):  # another child, another port, another key; the same answers
        async with connect(load_settings(model=f"local:{gguf}", context_tokens=CONTEXT), ledger=ledger) as model:
            answer = await model.ask(draft_request())
        assert answer.kept is kept
        assert model.name == name_file(gguf)


async def test_nobody_else_on_this_machine_can_use_it(server: LocalServer, make_request: MakeRequest) -> None:
    settings = load_settings(base_url=server.url, api_key="a-wrong-one", server="llama.cpp", model="m")
    async with connect(settings) as model:
        with pytest.raises(errors.WrongKeyError):
            await model.ask(make_request())


async def test_the_child_ends_with_the_context(gguf: Path) -> None:
    async with serve_gguf(gguf, context_tokens=512, threads=1) as server:
        port = int(server.url.split(":")[2].removesuffix("/v1"))
        _, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.close()
        await writer.wait_closed()
    with pytest.raises(ConnectionRefusedError):
        await asyncio.open_connection("127.0.0.1", port)


async def test_the_child_ends_when_its_parent_is_killed(gguf: Path) -> None:
    order = {"path": str(gguf), "alias": "tiny", "key": "k", "context_tokens": 512, "threads": 1}
    read_end, write_end = os.pipe()
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "assistant.llm.local_child",
        stdin=read_end, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    os.close(read_end)
    os.write(write_end, json.dumps(order).encode() + b"\n")
    assert child.stdout is not None
    assert b"http://127.0.0.1:" in await child.stdout.readline()
    os.close(write_end)
    assert await asyncio.wait_for(child.wait(), 60) == 0


async def test_a_file_that_is_no_model_is_told_by_name(tmp_path: Path) -> None:
    broken = tmp_path / "broken.gguf"
    broken.write_bytes(b"GGUF" + b"\0" * 100)
    with pytest.raises(errors.NoSuchModelError, match=r"cannot load broken\.gguf"):
        async with serve_gguf(broken):
            pass


def test_a_missing_model_is_told_with_the_way_to_get_it(tmp_path: Path) -> None:
    with pytest.raises(errors.NoSuchModelError) as caught:
        find_gguf("local:qwen3-4b", tmp_path)
    assert "briefing models pull qwen3-4b" in caught.value.advice
