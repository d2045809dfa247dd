"""A request as the JSON body of a chat completion, in the dialect of a server."""

import json
from typing import Any

from assistant.llm.dialect import Dialect
from assistant.llm.profiles import Level, Profile
from assistant.records import Request
from assistant.tokens import count_tokens, safety_margin

SCHEMA_NOTE = (
    "\n\nReply with one JSON object and nothing else: no fence, no comment. It must fit this JSON schema exactly:\n"
)


def make_body(request: Request, profile: Profile, dialect: Dialect, *, model: str, attempt: int) -> dict[str, Any]:
    """What is posted. The stable part (system prompt, schema) comes first, so that it can be cached.

    ``attempt`` counts from 1: a server that takes a seed gets another one each time, for the same seed would give the
    same bad reply.
    """
    system = request.system
    if profile.schema_in_prompt or dialect.level is not Level.SCHEMA:
        system += SCHEMA_NOTE + request.schema
    most_tokens = min(request.max_output_tokens, dialect.most_output_tokens or request.max_output_tokens)
    body: dict[str, Any] = {
        "model": model,
        "messages": [
            {"role": "system", "content": _sendable(system)},
            {"role": "user", "content": _sendable(request.user)},
        ],
        dialect.token_parameter: most_tokens,
        "response_format": _response_format(request, profile, dialect.level),
        "seed": attempt if profile.seeded else None,
        "prompt_cache_key": f"briefing-{request.prompt.sha256[:16]}" if profile.cache_key else None,
        **profile.parameters,
    }
    return {name: value for name, value in body.items() if value is not None and name not in dialect.dropped}


def _sendable(text: str) -> str:
    """``text`` without lone surrogates, which UTF-8 cannot hold."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _response_format(request: Request, profile: Profile, level: Level) -> dict[str, Any] | None:
    if level is Level.PROMPT:
        return None
    schema = json.loads(request.schema)
    if level is Level.OBJECT:
        return {"type": "json_object", "schema": schema} if profile.object_carries_schema else {"type": "json_object"}
    return {"type": "json_schema", "json_schema": {"name": request.schema_name, "strict": True, "schema": schema}}


FRAME_TOKENS = 16
"""What the protocol adds around two messages."""


def count_input(request: Request, model: str) -> int:
    """Tokens of a request as it is sent, on the safe side for models that count otherwise than o200k_base."""
    return round(count_tokens(request.system + request.user + request.schema) * safety_margin(model)) + FRAME_TOKENS
