"""A small real HTTP server that speaks chat completions and misbehaves on request, for tests of the real SDK.

    async with FakeServer(reply_to=lambda body: '{"ok": true}', acts=["429-seconds", "html-500"]) as server:
        settings = load_settings(base_url=server.url, ...)

``acts`` says what happens to each request in turn: names of ``ACTS``, or ``Act`` values; when they are used up (and
where one is None) the server answers well; ``acts.seeded_acts`` makes an endless list from a seed. ``server.bodies``
holds the JSON of every request, ``server.answered`` counts the good replies, ``server.most_in_flight`` the calls at
one time.
"""

import asyncio
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from email.utils import formatdate
from time import time
from types import TracebackType
from typing import Any, Self

from tests.llm.acts import ACTS, Act, Body

ReplyTo = Callable[[Body], str]


def fill_schema(schema: Body, root: Body | None = None) -> Any:
    """The smallest value that fits a strict schema: lists of one entry, short strings, first of an enum."""
    root = root or schema
    if "$ref" in schema:
        return fill_schema(root["$defs"][schema["$ref"].rsplit("/", 1)[-1]], root)
    if "anyOf" in schema:
        return fill_schema(schema["anyOf"][0], root)
    if "enum" in schema or "const" in schema:
        return schema.get("const", schema.get("enum", [None])[0])
    if schema.get("type") == "object":
        return {name: fill_schema(value, root) for name, value in schema.get("properties", {}).items()}
    if schema.get("type") == "array":
        return [fill_schema(schema["items"], root)] * max(1, schema.get("minItems", 1))
    plain = {"string": "text", "integer": schema.get("minimum", 1), "number": 1.0, "boolean": True}
    return plain.get(schema.get("type", ""))


def reply_by_schema(body: Body) -> str:
    """A reply that fits the schema that was sent; without one, an empty object."""
    schema = body.get("response_format", {}).get("json_schema", {}).get("schema", {})
    return json.dumps(fill_schema(schema) if schema else {})


@dataclass(repr=False)  # it has seen keys
class FakeServer:
    """An HTTP server on a free port of loopback."""

    reply_to: ReplyTo = reply_by_schema
    acts: Iterable[str | Act | None] = ()
    models: Any = field(default_factory=lambda: {"object": "list", "data": [{"id": "fake-model", "object": "model"}]})
    latency_s: float = 0.0
    needs_key: str | None = None
    bodies: list[Body] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    answered: int = 0
    in_flight: int = 0
    most_in_flight: int = 0

    async def __aenter__(self) -> Self:
        self._acts = iter(self.acts)
        self._talks: set[asyncio.Task[None]] = set()
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", 0)
        self.port: int = self._server.sockets[0].getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}/v1"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.close()
        for talk in self._talks:
            talk.cancel()
        await asyncio.gather(*self._talks, return_exceptions=True)
        await self._server.wait_closed()

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        talk = asyncio.current_task()
        assert talk is not None
        self._talks.add(talk)
        try:
            while await self._serve(reader, writer):
                pass
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            self._talks.discard(talk)
            writer.transport.abort() if writer.is_closing() else writer.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """One request. False: the connection is at its end."""
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers = {k.lower(): v.strip() for k, _, v in (line.partition(":") for line in head[1:] if line)}
        raw = await reader.readexactly(int(headers.get("content-length", 0)))
        method, path, _ = head[0].split(" ")
        self.paths.append(path)
        self.headers.append(headers)
        refused = self.needs_key and headers.get("authorization") != f"Bearer {self.needs_key}"
        if method == "GET" and path.startswith("/v1/models"):
            return await self._send(writer, Act(body=self.models))
        if act := ACTS["wrong-key"] if refused else self.respond(method, path, raw):
            return await self._send(writer, act)
        body = json.loads(raw)
        self.bodies.append(body)
        self.in_flight += 1
        self.most_in_flight = max(self.most_in_flight, self.in_flight)
        try:
            return await self._perform(writer, body)
        finally:
            self.in_flight -= 1

    def respond(self, method: str, path: str, raw: bytes) -> Act | None:
        """The answer to what is not a chat completion; a server of another kind knows more."""
        return Act(404, body={"error": {"message": "no such path"}}) if "/chat/completions" not in path else None

    async def _perform(self, writer: asyncio.StreamWriter, body: Body) -> bool:
        name = next(self._acts, None)
        act = (ACTS[name] if isinstance(name, str) else name) or Act()
        if act.only_if and not act.only_if(body):
            act = Act()
        await asyncio.sleep(act.delay_s + self.latency_s)
        if act.body is None:
            act = replace(act, body=self._completion(act, body))
        return await self._send(writer, act)

    def _completion(self, act: Act, body: Body) -> Body:
        content: str | None = act.content if act.content is not None else self.reply_to(body)
        if act.content in SHAPES:
            content = SHAPES[act.content](self.reply_to(body))
        self.answered += act == Act(delay_s=act.delay_s)
        message = {"role": "assistant", "content": None if act.refusal else content, "refusal": act.refusal}
        sent = sum(len(m["content"]) for m in body.get("messages", ()))
        usage = {
            "prompt_tokens": sent,
            "completion_tokens": len(content or ""),
            "total_tokens": sent + len(content or ""),
        }
        return {
            "id": "chatcmpl-1", "object": "chat.completion", "created": 1, "model": body.get("model", ""),
            "choices": [{"index": 0, "message": message, "finish_reason": act.finish_reason}] if act.choices else [],
            "usage": usage if act.usage else None,
        }  # fmt: skip

    async def _send(self, writer: asyncio.StreamWriter, act: Act) -> bool:
        payload = (act.body if isinstance(act.body, str) else json.dumps(act.body)).encode()
        headers = {"Content-Type": "application/json", "Content-Length": str(len(payload)), **dict(act.headers)}
        if headers.get("Retry-After", "").startswith("DATE+"):
            headers["Retry-After"] = formatdate(time() + float(headers["Retry-After"][5:]), usegmt=True)
        lines = [f"HTTP/1.1 {act.status} Status", *(f"{k}: {v}" for k, v in headers.items()), "", ""]
        return await MANNERS[act.manner](writer, "\r\n".join(lines).encode(), payload)


async def _whole(writer: asyncio.StreamWriter, head: bytes, payload: bytes) -> bool:
    writer.write(head + payload)
    await writer.drain()
    return True


async def _reset(writer: asyncio.StreamWriter, head: bytes, payload: bytes) -> bool:
    writer.transport.abort()
    return False


async def _reset_in_body(writer: asyncio.StreamWriter, head: bytes, payload: bytes) -> bool:
    writer.write(head + payload[: len(payload) // 2])
    await writer.drain()
    writer.transport.abort()
    return False


async def _fin_in_body(writer: asyncio.StreamWriter, head: bytes, payload: bytes) -> bool:
    writer.write(head + payload[: len(payload) // 2])
    await writer.drain()
    writer.close()
    return False


async def _hang(writer: asyncio.StreamWriter, head: bytes, payload: bytes) -> bool:
    await asyncio.sleep(60)
    return False


async def _drip(writer: asyncio.StreamWriter, head: bytes, payload: bytes) -> bool:
    writer.write(head)
    for byte in payload:
        writer.write(bytes([byte]))
        await writer.drain()
        await asyncio.sleep(0.05)
    return True


MANNERS = {
    "whole": _whole, "reset": _reset, "reset-in-body": _reset_in_body, "fin-in-body": _fin_in_body,
    "hang": _hang, "drip": _drip,
}  # fmt: skip
SHAPES: dict[str | None, Callable[[str], str | None]] = {
    "FENCED": lambda reply: f"Here is the JSON:\n```json\n{reply}\n```\n",
    "THINKING": lambda reply: f"<think>Let me see. {{not json}}</think>\n{reply}",
    "null-content": lambda _: None,
}
