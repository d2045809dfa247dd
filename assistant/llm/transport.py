"""The openai SDK behind two calls: send a request, list the models.

The only module that imports openai (0.4 s). No error of the SDK leaves it: they hold the key in their request.
"""

import asyncio
import json
import ssl
from collections.abc import Awaitable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

import httpx2

from assistant import errors
from assistant.late import put_off, without
from assistant.llm.faults import shorten
from assistant.llm.profiles import is_loopback
from assistant.patterns import compile_late

put_off("openai.types")  # 400 modules that take 0.2 s to import, and what is posted and read as bytes has no type
put_off("openai.types.responses")
with without("aiohttp"):  # openai would import it where it is installed, 0.15 s for a transport that nobody takes
    import openai

NO_KEY = "none"
"""Sent to servers that need no key; the SDK insists on one."""
CONNECT_S = 10.0
SECRET_FROM = 12
"""Characters. A shorter key ("1", "none", "lm-studio") keeps nobody out, and may be a word or a number of the news."""
_BYTES = compile_late(r" \(received \d+ bytes(?:, expected \d+)?\)")
"""How far a reply had come when the connection broke: it differs from call to call, and one trouble is told once."""
LOOK_S = 3.0
"""How long a server may take to list its models."""


@dataclass(frozen=True, slots=True)
class HttpError:
    """An answer of a server that is not HTTP 200."""

    status: int
    body: object
    """Its JSON, or its text."""
    text: str
    headers: Mapping[str, str]


class _Raw(Protocol):
    """A response of the SDK, unread."""

    @property
    def content(self) -> bytes:
        """Its body."""
        ...


class Transport:
    """One HTTP client for all calls to one server.

    Args:
        server: how errors name it: ``127.0.0.1:9931``.
        base_url: where the API begins.
        key: of the account, or None.
    """

    def __init__(self, server: str, base_url: str, *, key: str | None) -> None:
        self._server = server
        self.reached = False
        """Whether the server ever answered, with whatever."""
        self._key = key
        self._secret = key.encode() if key and len(key) >= SECRET_FROM else b""
        is_here = is_loopback(base_url)
        # whoever speaks without TLS needs no list of authorities, which takes 15 ms to load; without it none is trusted
        needs_none = is_here and base_url.startswith("http:")
        self._client = openai.AsyncOpenAI(
            api_key=key or NO_KEY,
            base_url=base_url,
            max_retries=0,
            timeout=httpx2.Timeout(None, connect=CONNECT_S),
            # HTTP_PROXY is obeyed even for loopback; and a redirect would send a dump to a host that nobody chose.
            http_client=openai.DefaultAsyncHttpxClient(
                trust_env=not is_here,
                follow_redirects=False,
                verify=ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT) if needs_none else True,
            ),
        )

    async def close(self) -> None:
        """Close the connections."""
        await self._client.close()

    async def post(
        self, body: dict[str, Any], *, deadline_s: float, path: str = "/chat/completions"
    ) -> bytes | HttpError | errors.ModelError:
        """Post JSON, by default for a chat completion: the body of the reply, or what went wrong. Raises nothing.

        ``deadline_s`` runs from sending to the last byte.
        """
        # not completions.create(): it spends a millisecond on types, and trips over bodies that are no reply
        return await self._send(self._client.post(path, body=body, cast_to=httpx2.Response), deadline_s)

    async def get(self, path: str, deadline_s: float) -> bytes | HttpError | errors.ModelError:
        """Fetch what is at ``path``; else as ``post``."""
        return await self._send(self._client.get(path, cast_to=httpx2.Response), deadline_s)

    async def upload(self, name: str, payload: bytes, deadline_s: float) -> bytes | HttpError | errors.ModelError:
        """Upload a file of requests for a batch; else as ``post``."""
        form = self._client.files.with_raw_response.create(file=(name, payload), purpose="batch")
        return await self._send(form, deadline_s)

    async def _send(self, sending: Awaitable[_Raw], deadline_s: float) -> bytes | HttpError | errors.ModelError:
        try:
            async with asyncio.timeout(deadline_s):  # the SDK's own time-out starts anew with every byte
                content = (await sending).content
                self.reached = True
                return content.replace(self._secret, b"***") if self._secret else content
        except openai.APIStatusError as error:
            self.reached = True
            text = self._hide_key(error.response.text)
            return HttpError(error.status_code, _parse(text), text, dict(error.response.headers))
        except TimeoutError:
            return self._timed_out(deadline_s)
        except openai.OpenAIError as error:  # its own time-out among them: that of the connection
            return self._unreachable(error)

    async def list_models(self) -> bytes:
        """The body of the list of models; empty when the server does not give one."""
        try:
            async with asyncio.timeout(LOOK_S):
                raw = await self._client.get("/models", cast_to=httpx2.Response)  # not models.list(): see ``post``
                self.reached = True
                return bytes(raw.content)
        except openai.APIStatusError:
            self.reached = True
            return b""
        except (openai.OpenAIError, TimeoutError):
            return b""  # what is wrong will be told by the first call

    def _hide_key(self, text: str) -> str:
        """Some servers repeat the key that they refuse."""
        return text.replace(self._key, "***") if self._key else text

    def _timed_out(self, deadline_s: float) -> errors.TimedOutError:
        return errors.TimedOutError(
            f"{self._server} gave no whole reply within {deadline_s:g} seconds",
            advice="Raise timeout_s for a slow model.",
        )

    def _unreachable(self, error: openai.OpenAIError) -> errors.UnreachableError:
        reason = shorten(self._hide_key(_BYTES.sub("", str(error.__cause__ or ""))))
        return errors.UnreachableError(
            f"{self._server} cannot be reached, or the connection broke" + (f" ({reason})" if reason else ""),
            advice="Check that the server is running and that --base-url (OPENAI_BASE_URL) is right.",
        )


def _parse(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text
