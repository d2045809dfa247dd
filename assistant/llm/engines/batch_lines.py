"""The files of the Batch API: a JSON object a line, requests in one direction, results in the other.

What comes back is in any order, in two files, and not to be trusted.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError

from assistant.llm.engines.jobs import Key
from assistant.llm.faults import read_error_body

ENDPOINT = "/v1/chat/completions"


def write_line(key: Key, body: dict[str, Any]) -> bytes:
    """One request. ``custom_id`` brings its result back to us."""
    line = {"custom_id": key, "method": "POST", "url": ENDPOINT, "body": body}
    return json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


@dataclass(frozen=True, slots=True)
class BatchLine:
    """The result of one request."""

    key: Key
    status: int | None
    """HTTP; None: the request was never made."""
    body: Any
    """As JSON."""
    said: str = ""
    """Why it was never made."""


class _Response(BaseModel):
    status_code: int
    body: Any = None


class _Line(BaseModel):
    custom_id: str
    response: _Response | None = None
    error: Any = None


def read_lines(payload: bytes) -> Iterator[BatchLine]:
    """The results in a file. A line that is none is passed over: its request counts as not answered."""
    for raw in payload.splitlines():
        try:
            line = _Line.model_validate_json(raw)
        except ValidationError:
            continue
        if line.response:
            yield BatchLine(line.custom_id, line.response.status_code, line.response.body)
        else:
            said = read_error_body(line.error)
            yield BatchLine(line.custom_id, None, None, said.said or said.code)
