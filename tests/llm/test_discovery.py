"""Servers on this machine are found by one harmless question, whatever else listens on their ports."""

import asyncio
import contextlib
import json
from typing import Any

import pytest
from click.testing import CliRunner

from assistant.cli import models as models_command
from assistant.errors import BriefingError
from assistant.llm.discovery import FoundServer, find_servers, usual_addresses
from assistant.llm.served import ServedModel
from tests.llm.server import FakeServer


async def look(models: Any) -> tuple[FoundServer, ...]:
    async with FakeServer(models=models) as server:
        found = await find_servers([server.url], timeout_s=60)
        assert server.paths == ["/v1/models"]
        assert "authorization" not in server.headers[0]
    return found


async def test_a_server_is_found_with_the_models_that_write() -> None:
    (found,) = await look({"data": [{"id": "qwen3:4b", "owned_by": "library"}, {"id": "nomic-embed-text"}]})
    assert (found.title, found.state) == ("Ollama", "ready")
    assert found.models == (ServedModel("qwen3:4b", None, "library"),)


@pytest.mark.parametrize(
    ("models", "state"),
    [
        ({"data": None}, "has no model"),
        ({"data": []}, "has no model"),
        ({"data": [{"id": "bge-m3-embed"}]}, "has no model"),
    ],
)
async def test_a_server_without_models_is_told_as_such(models: Any, state: str) -> None:
    (found,) = await look(models)
    assert found.state == state


@pytest.mark.parametrize("body", ["<html>a router</html>", [], {"models": []}, "[" * 100_000, {"data": ["x"]}, ""])
async def test_what_is_no_model_server_is_left_out(body: Any) -> None:
    assert await look(body) == ()


async def _answer(raw: bytes, *, pause_s: float = 0.0, timeout_s: float = 60) -> tuple[tuple[FoundServer, ...], int]:
    """What is found at a port that says ``raw``, and how many bytes of it were said until then."""
    talks, said = list[asyncio.Task[None]](), 0

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal said
        with contextlib.suppress(ConnectionError):
            await reader.readuntil(b"\r\n\r\n")
            for byte in raw:
                writer.write(bytes([byte]))
                await writer.drain()
                await asyncio.sleep(pause_s)
                said += 1
        writer.transport.abort() if writer.is_closing() else writer.close()

    def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        talks.append(asyncio.create_task(talk(reader, writer)))

    async with await asyncio.start_server(accept, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        found = await find_servers([f"http://127.0.0.1:{port}/v1"], timeout_s=timeout_s)
        await asyncio.gather(*talks)
        return found, said


@pytest.mark.parametrize(
    ("raw", "state"),
    [
        (b"HTTP/1.1 401 No\r\nContent-Length: 0\r\n\r\n", "wants a key"),
        (b"HTTP/1.1 503 Wait\r\nContent-Length: 2\r\n\r\n{}", "loading"),
        (b"HTTP/1.1 307 There\r\nLocation: http://example.com/\r\nContent-Length: 0\r\n\r\n", None),
        (b"SSH-2.0-OpenSSH_9.6\r\n", None),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{", None),
    ],
)
async def test_each_way_to_answer_is_understood(raw: bytes, state: str | None) -> None:
    found, _ = await _answer(raw)
    assert [server.state for server in found] == ([state] if state else [])


async def test_a_port_that_drips_does_not_hold_up_the_user() -> None:
    minute = b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n" + b" " * 6_000
    found, said = await _answer(minute, pause_s=0.01, timeout_s=0.3)
    assert found == ()
    assert said < len(minute)


async def test_proxies_are_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    assert len(await look({"data": [{"id": "m"}]})) == 1


def test_the_usual_ports_are_those_of_the_profiles() -> None:
    ports = {int(address.split(":")[2].removesuffix("/v1")) for address in usual_addresses()}
    assert ports == {11434, 1234, 9931, 8080, 8000}


# ------------------------------------------------------------------------------------------------- the command

FOUND = FoundServer("http://127.0.0.1:11434/v1", "Ollama", "ready", (ServedModel("qwen3:4b\x1b[2J", 4096),))


def run(monkeypatch: pytest.MonkeyPatch, *args: str, found: tuple[FoundServer, ...] = (FOUND,)) -> tuple[int, str]:
    async def find() -> tuple[FoundServer, ...]:
        return found

    monkeypatch.setattr(models_command, "find_servers", find)
    result = CliRunner().invoke(models_command.command, args, standalone_mode=False)
    if isinstance(result.exception, BriefingError):
        raise result.exception
    return result.return_value or 0, result.output


def test_the_command_lists_models_and_says_how_to_use_one(monkeypatch: pytest.MonkeyPatch) -> None:
    status, output = run(monkeypatch)
    assert status == 0
    assert "4,096 tokens" in output
    assert "briefing run --base-url http://127.0.0.1:11434/v1 --model 'qwen3:4b\ufffd[2J' FILE" in output
    assert "\x1b" not in output


def test_the_command_gives_json(monkeypatch: pytest.MonkeyPatch) -> None:
    _, output = run(monkeypatch, "--json")
    (server,) = json.loads(output)["servers"]
    assert server["base_url"] == FOUND.base_url
    assert server["models"][0]["context_tokens"] == 4096


def test_where_nothing_answers_the_command_says_so_and_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    status, output = run(monkeypatch, found=())
    assert status == 1
    assert "No model answers" in output
    assert "briefing models pull qwen3-4b" in output


def test_a_fetched_file_is_listed(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "qwen3-4b.gguf").write_bytes(b"x")
    status, output = run(monkeypatch, found=())
    assert status == 0
    assert "briefing run --model local:qwen3-4b FILE" in output


def test_nothing_is_downloaded_without_a_yes(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(BriefingError, match="nobody is there"):
        run(monkeypatch, "pull", "qwen3-4b")
