"""A request as the arguments of ``chat.completions.create``, for a profile and a rung of the ladder."""

import json
from typing import Any

from assistant.llm.profiles import Level, Profile
from assistant.records import Request

SCHEMA_NOTE = (
    "\n\nReply with one JSON object and nothing else: no fence, no comment. It must fit this JSON schema exactly:\n"
)


def call_arguments(request: Request, profile: Profile, model: str, *, level: Level, attempt: int = 1) -> dict[str, Any]:
    """Keyword arguments for the SDK. The stable part (system prompt, schema) comes first, so that it can be cached.

    ``attempt`` counts from 1: a server that takes a seed gets another one each time, for the same seed would give the
    same bad reply.
    """
    system = request.system
    if profile.schema_in_prompt or level is not Level.SCHEMA:
        system += SCHEMA_NOTE + request.schema
    arguments: dict[str, Any] = {
        "model": model,
        "messages": [{"role": "system", "content": system}, {"role": "user", "content": request.user}],
        profile.token_parameter: request.max_output_tokens,
        **dict(profile.parameters),
    }
    response_format = _response_format(request, profile, level)
    if response_format:
        arguments["response_format"] = response_format
    if profile.seeded:
        arguments["seed"] = attempt
    if profile.cache_key:
        arguments["prompt_cache_key"] = f"briefing-{request.prompt.sha256[:16]}"
    if profile.extra_body:
        arguments["extra_body"] = dict(profile.extra_body)
    return arguments


def _response_format(request: Request, profile: Profile, level: Level) -> dict[str, Any] | None:
    if level is Level.PROMPT:
        return None
    schema = json.loads(request.schema)
    if level is Level.OBJECT:
        return {"type": "json_object", "schema": schema} if profile.object_carries_schema else {"type": "json_object"}
    return {"type": "json_schema", "json_schema": {"name": request.schema_name, "strict": True, "schema": schema}}
