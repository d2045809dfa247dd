"""A server that speaks the chat completions protocol, by way of the openai SDK.

The heavy module of this package: importing it imports openai (0.7 s).
"""

import asyncio
import time
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

import openai

from assistant import errors
from assistant.llm.faults import Target, explain_status
from assistant.llm.outcomes import read_completion
from assistant.llm.profiles import OPENAI_URL, Profile, find_profile, is_loopback
from assistant.llm.wire import call_arguments
from assistant.records import Answer, Request
from assistant.settings import Settings

NO_KEY = "none"
"""Sent to servers that need no key; the SDK insists on one."""


def connect(settings: Settings) -> "ServerModel":
    """The model that the settings name; nothing is sent before the first request.

    Raises:
        NoModelError: neither a key nor an address is set.
        SettingsError: the server profile does not exist.
    """
    if settings.api_key is None and settings.base_url is None:
        raise errors.NoModelError(
            "no model is configured",
            advice="Set OPENAI_API_KEY to use OpenAI; or set OPENAI_BASE_URL (or --base-url) to any server that speaks "
            "its protocol, such as llama.cpp, Ollama, LM Studio or vLLM on this machine: `briefing models` lists those "
            "that are running. `briefing demo` needs none.",
        )
    return ServerModel(settings)


class ServerModel:
    """One model on one server. Close it, or use it as an async context manager."""

    def __init__(self, settings: Settings) -> None:
        base_url = settings.base_url or OPENAI_URL
        self.profile: Profile = find_profile(base_url, name=settings.server)
        self._target = Target(urlsplit(base_url).netloc, settings.model)
        self._key = settings.api_key
        self._deadline_s = settings.timeout_s
        self._slots = asyncio.Semaphore(settings.calls_in_flight or self.profile.calls_in_flight)
        self._client = openai.AsyncOpenAI(
            api_key=settings.api_key.get_secret_value() if settings.api_key else NO_KEY,
            base_url=base_url,
            max_retries=0,
            timeout=settings.timeout_s,
            # HTTP_PROXY is obeyed even for loopback; and a redirect would send a dump to a host nobody chose.
            http_client=openai.DefaultAsyncHttpxClient(trust_env=not is_loopback(base_url), follow_redirects=False),
        )

    @property
    def name(self) -> str:
        """The model's name as it is asked for."""
        return self._target.model

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Close the connections."""
        await self._client.close()

    async def ask(self, request: Request) -> Answer:
        """Answer one request, or raise a ``ModelError``."""
        async with self._slots:
            return await self._send(request)

    async def _send(self, request: Request) -> Answer:
        arguments = call_arguments(request, self.profile, self.name, level=self.profile.levels[0])
        started = time.perf_counter()
        try:
            async with asyncio.timeout(self._deadline_s):  # the SDK's own time-out starts anew with every byte
                raw = await self._client.chat.completions.with_raw_response.create(**arguments)
        except TimeoutError:
            failure: errors.ModelError = self._timed_out()
        except openai.OpenAIError as error:
            failure = self._explain(error)
        else:
            return read_completion(raw.content, self._target, seconds=time.perf_counter() - started)
        self._hide_key(failure)
        raise failure  # outside the handler: the SDK's error holds the key in the headers of its request

    def _explain(self, error: openai.OpenAIError) -> errors.ModelError:
        if isinstance(error, openai.APIStatusError):
            return explain_status(error.status_code, error.body, self._target)
        if isinstance(error, openai.APITimeoutError):
            return self._timed_out()
        return errors.UnreachableError(
            f"{self._target.server} cannot be reached, or the connection broke",
            advice="Check that the server is running and that --base-url (OPENAI_BASE_URL) is right.",
        )

    def _hide_key(self, failure: errors.ModelError) -> None:
        """Some servers repeat the key that they refuse."""
        if self._key and self._key.get_secret_value() in failure.message:
            failure.message = failure.message.replace(self._key.get_secret_value(), "***")
            failure.args = (failure.message,)

    def _timed_out(self) -> errors.TimedOutError:
        return errors.TimedOutError(
            f"{self._target.server} gave no whole reply within {self._deadline_s:g} seconds",
            advice="Raise timeout_s for a slow model.",
        )
