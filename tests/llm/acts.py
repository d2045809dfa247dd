"""What the server of these tests can do to a request: the data of ``server.py``."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

Body = dict[str, Any]


@dataclass(frozen=True)
class Act:
    """What the server does with one request."""

    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    body: str | Body | None = None
    """None: the good reply."""
    manner: str = "whole"
    """``whole``, ``reset`` (before a byte), ``reset-in-body``, ``fin-in-body``, ``hang``, ``drip``."""
    content: str | None = None
    """Of the message, in place of the good reply."""
    finish_reason: str = "stop"
    refusal: str | None = None
    choices: bool = True
    usage: bool = True
    delay_s: float = 0.0
    only_if: Callable[[Body], bool] | None = None
    """Otherwise the request is answered well."""


def _error(message: str, **fields: Any) -> Body:
    return {"error": {"message": message, "type": fields.pop("type", "invalid_request_error"), **fields}}


def _has_format(kind: str) -> Callable[[Body], bool]:
    return lambda body: bool(body.get("response_format", {}).get("type") == kind)


PEG_NATIVE = "The model produced output that does not match the expected peg-native format"
TOO_LONG_LLAMA = "request (9012 tokens) exceeds the available context size (4096 tokens), try increasing it"
TOO_LONG_OPENAI = "This model's maximum context length is 128000 tokens. However, your messages has 130000."
VLLM_500 = "[{'type': 'literal_error', 'loc': ('body', 'response_format', 'type')}]"
HTML = "<!doctype html><html><body><h1>502 Bad Gateway</h1></body></html>"
TOO_MANY = _error("Rate limit reached", type="requests", code="rate_limit_exceeded")

ACTS: dict[str, Act] = {
    "429-seconds": Act(429, (("Retry-After", "1"),), TOO_MANY),
    "429-ms": Act(429, (("Retry-After-Ms", "20"),), TOO_MANY),
    "429-date": Act(429, (("Retry-After", "DATE+2"),), TOO_MANY),
    "429-absent": Act(429, (), TOO_MANY),
    "429-absurd": Act(429, (("Retry-After", "99999999"),), TOO_MANY),
    "429-garbage": Act(429, (("Retry-After", "soon"),), TOO_MANY),
    "quota": Act(
        429, (), _error("You exceeded your current quota", type="insufficient_quota", code="insufficient_quota")
    ),
    "html-500": Act(500, (("Content-Type", "text/html"),), HTML),
    "html-502": Act(502, (("Content-Type", "text/html"),), HTML),
    "busy-503": Act(503, (), {"error": {"message": "Loading model", "type": "unavailable_error", "code": 503}}),
    "peg-native": Act(500, (), {"error": {"code": 500, "message": PEG_NATIVE, "type": "server_error"}}),
    "conflict-409": Act(409, (), _error("conflict")),
    "timeout-408": Act(408, (), _error("slow")),
    "reset": Act(manner="reset"),
    "reset-in-body": Act(manner="reset-in-body"),
    "fin-in-body": Act(manner="fin-in-body"),
    "hang": Act(manner="hang"),
    "drip": Act(manner="drip"),
    "cut": Act(content='{"items": [{"headline": "A mini', finish_reason="length"),
    "refusal": Act(refusal="I cannot help with that."),
    "content-filter": Act(content="", finish_reason="content_filter"),
    "content-filter-400": Act(400, (), _error("filtered", code="content_filter")),
    "no-choices": Act(choices=False),
    "empty": Act(content=""),
    "null-content": Act(content="null-content"),
    "no-usage": Act(usage=False),
    "error-on-200": Act(200, (), _error("upstream is busy", code=502)),
    "html-on-200": Act(200, (("Content-Type", "text/html"),), HTML),
    "half-json-on-200": Act(200, (), '{"choices": [{"mess'),
    "list-on-200": Act(200, (), "[1, 2]"),
    "deep-on-200": Act(200, (), "[" * 100_000),
    "string-error": Act(400, (), {"error": "something is off"}),
    "detail-error": Act(422, (), {"detail": "something is off"}),
    "bare-string": Act(400, (), '"something is off"'),
    "deep-400": Act(400, (), "[" * 100_000),
    "wrong-key": Act(401, (), _error("Incorrect API key provided", code="invalid_api_key")),
    "forbidden": Act(403, (), _error("no access to this model")),
    "no-model": Act(404, (), _error("The model `x` does not exist", code="model_not_found")),
    "redirect": Act(307, (("Location", "http://127.0.0.1:9/v1/chat/completions"),), ""),
    "overflow-llama": Act(
        400,
        (),
        {
            "error": {
                "code": 400,
                "message": TOO_LONG_LLAMA,
                "type": "exceed_context_size_error",
                "n_prompt_tokens": 9012,
                "n_ctx": 4096,
            }
        },
    ),
    "overflow-openai": Act(400, (), _error(TOO_LONG_OPENAI, code="context_length_exceeded")),
    "no-json-schema-400": Act(
        400, (), _error("This response_format type is unavailable now"), only_if=_has_format("json_schema")
    ),
    "no-json-schema-422": Act(
        422,
        (),
        {"detail": [{"loc": ["body", "response_format"], "msg": "unexpected value"}]},
        only_if=_has_format("json_schema"),
    ),
    "no-json-schema-500": Act(
        500, (), {"error": {"message": VLLM_500, "type": "internal_server_error"}}, only_if=_has_format("json_schema")
    ),
    "no-json-object": Act(
        400, (), {"error": "'response_format.type' must be 'json_schema' or 'text'"}, only_if=_has_format("json_object")
    ),
    "fenced": Act(content="FENCED"),
    "thinking": Act(content="THINKING"),
}
"""Everything a server is known to do. ``DATE+2`` becomes the HTTP date two seconds on."""

PASSING = (
    "429-ms",
    "429-absent",
    "html-500",
    "html-502",
    "busy-503",
    "conflict-409",
    "reset",
    "reset-in-body",
    "fin-in-body",
    "error-on-200",
    "half-json-on-200",
)
"""Faults that trying again can mend."""


def seeded_acts(seed: int, *, share: float, names: tuple[str, ...] = PASSING) -> Iterator[str | None]:
    """An endless list of acts: ``share`` of them are faults, drawn evenly from ``names``."""
    draw = random.Random(seed)
    while True:
        yield draw.choice(names) if draw.random() < share else None
