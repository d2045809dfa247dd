"""Servers on this machine: what answers on the usual ports of loopback, and which models it has.

Looking sends one GET without a key and without a word of any text. What is found is offered, never used unasked.
"""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass

import httpx2

from assistant.llm.profiles import find_profile, find_profile_of, load_profiles
from assistant.llm.served import ServedModel, read_models

LOOK_S = 1.0
"""For all ports together; a server of this machine answers within milliseconds."""
MOST_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class FoundServer:
    """A server on loopback that speaks the protocol, as far as one GET tells."""

    base_url: str
    """``http://127.0.0.1:11434/v1``."""
    title: str
    """Its family, for the reader."""
    state: str
    """``ready``, ``loading``, ``wants a key``, ``has no model``."""
    models: tuple[ServedModel, ...] = ()


def usual_addresses() -> tuple[str, ...]:
    """Where servers of the known families listen."""
    ports = sorted({port for profile in load_profiles().values() for port in profile.ports})
    return tuple(f"http://127.0.0.1:{port}/v1" for port in ports)


async def find_servers(addresses: Iterable[str] | None = None, *, timeout_s: float = LOOK_S) -> tuple[FoundServer, ...]:
    """What answers at these addresses (by default the usual ones) within ``timeout_s`` seconds, in their order."""
    wanted = usual_addresses() if addresses is None else tuple(addresses)
    async with httpx2.AsyncClient(trust_env=False, follow_redirects=False, timeout=timeout_s) as client:
        found = await asyncio.gather(*(_look(client, address, timeout_s) for address in wanted))
    return tuple(server for server in found if server)


async def _look(client: httpx2.AsyncClient, base_url: str, timeout_s: float) -> FoundServer | None:
    try:
        async with asyncio.timeout(timeout_s), client.stream("GET", f"{base_url}/models") as response:
            body = b""
            async for piece in response.aiter_bytes():
                body += piece
                if len(body) > MOST_BYTES:
                    return None
    except (httpx2.HTTPError, TimeoutError, ValueError):
        return None
    return _judge(base_url, response.status_code, body)


def _judge(base_url: str, status: int, body: bytes) -> FoundServer | None:
    title = find_profile(base_url).title
    if status in (401, 403):
        return FoundServer(base_url, title, "wants a key")
    if status == 503:
        return FoundServer(base_url, title, "loading")
    models = read_models(body) if status == 200 else None
    if models is None:
        return None  # something else listens there: a page of HTML, another protocol
    family = find_profile_of(models[0].owner) if models else None
    writing = tuple(model for model in models if model.writes)
    return FoundServer(base_url, family.title if family else title, "ready" if writing else "has no model", writing)
