"""What each family of servers can do. The facts are in ``profiles.toml``; this says what its fields mean."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from assistant.errors import SettingsError

FACTS = Path(__file__).with_name("profiles.toml")
OPENAI_URL = "https://api.openai.com/v1"


class Level(StrEnum):
    """How a server is told the shape of the reply, strictest first: the rungs of the ladder."""

    SCHEMA = "json_schema"
    OBJECT = "json_object"
    """JSON of any shape; the schema stands in the prompt."""
    PROMPT = "prompt"
    """Nothing but the prompt."""


@dataclass(frozen=True, slots=True)
class Profile:
    """One family of servers."""

    name: str
    title: str
    """For the reader."""
    hosts: tuple[str, ...] = ()
    """What the host's name is, or ends in."""
    ports: tuple[int, ...] = ()
    """Where it listens on loopback."""
    owners: tuple[str, ...] = ()
    """What it says in ``owned_by`` of its models."""
    token_parameter: str = "max_tokens"  # noqa: S105 - a token of text, no secret
    """The argument that limits the reply."""
    levels: tuple[Level, ...] = tuple(Level)
    schema_in_prompt: bool = False
    """Also where the schema is enforced: a weak model writes better when it has read it."""
    object_carries_schema: bool = False
    """``{"type": "json_object", "schema": {...}}``."""
    parameters: Mapping[str, Any] = field(default_factory=dict)
    """Sent with every call."""
    seeded: bool = False
    """Takes ``seed``; a call that is tried again gets the next one."""
    cache_key: bool = False
    """Takes ``prompt_cache_key``, which brings calls with the same beginning to the same machine."""
    context_tokens: int = 8_192
    """Taken where neither the server nor the user says."""
    calls_in_flight: int = 4
    timeout_s: float = 300.0
    """Deadline of one call. A model on a laptop writes a few tokens a second."""
    ignores_names: bool = False
    """Answers with the one model it has, whichever is asked for."""
    free: bool = False
    """On loopback it is this machine that works, and no money is spent."""
    paid_endings: tuple[str, ...] = ()
    """Ends of the names of models that are passed on to someone who takes money."""

    def serves(self, host: str, port: int | None) -> bool:
        """Whether the address belongs to this family."""
        named = any(host == known or host.endswith("." + known) for known in self.hosts)
        return named or (_is_loopback_host(host) and port in self.ports)


@cache
def load_profiles() -> Mapping[str, Profile]:
    """All profiles by name."""
    facts = tomllib.loads(FACTS.read_text("utf-8"))
    return {name: _make_profile(name, fields) for name, fields in facts.items()}


def _make_profile(name: str, fields: dict[str, Any]) -> Profile:
    if "levels" in fields:
        fields["levels"] = [Level(level) for level in fields["levels"]]
    values: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in fields.items()}
    return Profile(name, **values)


def find_profile_of(owner: str) -> Profile | None:
    """The family whose servers say this of their models, or None."""
    return next((profile for profile in load_profiles().values() if owner in profile.owners), None)


def is_free(profile: Profile, base_url: str, model: str) -> bool:
    """Whether calls to this model cost nothing."""
    return profile.free and is_loopback(base_url) and not model.endswith(profile.paid_endings)


def is_loopback(base_url: str) -> bool:
    """Whether the address is on this machine."""
    return _is_loopback_host(urlsplit(base_url).hostname or "")


def _is_loopback_host(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def find_profile(base_url: str, *, name: str | None = None) -> Profile:
    """The profile with this name, else the one that the address tells, else the generic one.

    Raises:
        SettingsError: there is no profile of this name.
    """
    profiles = load_profiles()
    if name is None:
        parts = urlsplit(base_url)
        serving = (p for p in profiles.values() if p.serves(parts.hostname or "", parts.port))
        return next(serving, profiles["generic"])
    if name not in profiles:
        raise SettingsError(f"there is no server profile {name!r}", advice=f"There are {', '.join(profiles)}.")
    return profiles[name]
