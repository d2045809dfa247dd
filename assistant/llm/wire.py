"""A request as the arguments of ``chat.completions.create``, in the dialect of a server."""

import json
from typing import Any

from assistant.llm.dialect import Dialect
from assistant.llm.profiles import Level, Profile
from assistant.records import Request

SCHEMA_NOTE = (
    "\n\nReply with one JSON object and nothing else: no fence, no comment. It must fit this JSON schema exactly:\n"
)


def call_arguments(request: Request, profile: Profile, dialect: Dialect, *, model: str, attempt: int) -> dict[str, Any]:
    """Keyword arguments for the SDK. The stable part (system prompt, schema) comes first, so that it can be cached.

    ``attempt`` counts from 1: a server that takes a seed gets another one each time, for the same seed would give the
    same bad reply.
    """
    system = request.system
    if profile.schema_in_prompt or dialect.level is not Level.SCHEMA:
        system += SCHEMA_NOTE + request.schema
    most_tokens = min(request.max_output_tokens, dialect.most_output_tokens or request.max_output_tokens)
    arguments: dict[str, Any] = {
        "model": model,
        "messages": [{"role": "system", "content": system}, {"role": "user", "content": request.user}],
        dialect.token_parameter: most_tokens,
        **profile.parameters,
    }
    if profile.seeded:
        arguments["seed"] = attempt
    if profile.cache_key:
        arguments["prompt_cache_key"] = f"briefing-{request.prompt.sha256[:16]}"
    arguments = {name: value for name, value in arguments.items() if name not in dialect.dropped}
    extra_body = {name: value for name, value in profile.extra_body.items() if name not in dialect.dropped}
    response_format = _response_format(request, profile, dialect.level)
    optional = {"response_format": response_format, "extra_body": extra_body}
    return arguments | {name: value for name, value in optional.items() if value}


def _response_format(request: Request, profile: Profile, level: Level) -> dict[str, Any] | None:
    if level is Level.PROMPT:
        return None
    schema = json.loads(request.schema)
    if level is Level.OBJECT:
        return {"type": "json_object", "schema": schema} if profile.object_carries_schema else {"type": "json_object"}
    return {"type": "json_schema", "json_schema": {"name": request.schema_name, "strict": True, "schema": schema}}
