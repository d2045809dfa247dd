"""Files and batches on top of ``FakeServer``: the Batch API, small, real, and able to misbehave.

    async with BatchServer(reply_to=..., looks=2) as server:

A batch is worked on while it is looked at: after ``looks`` looks it has ended as ``endings`` say (``completed`` by
default). ``lines`` may change the lines of its results: drop, repeat, spoil, reorder.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, repeat
from typing import Any

from tests.llm.acts import ACTS, Act, Body
from tests.llm.server import FakeServer

Lines = Callable[[list[Body]], Sequence[Body | str]]


@dataclass
class FakeBatch:
    """One batch of the server."""

    id: str
    input_file_id: str
    metadata: Any
    requests: list[Body]
    ending: str
    looks: int = 0
    status: str = "in_progress"
    output_file_id: str | None = None
    error_file_id: str | None = None
    errors: list[Body] = field(default_factory=list)


@dataclass(repr=False)
class BatchServer(FakeServer):
    """``acts`` happen to the requests inside batches; ``api_acts`` to the calls of the API, by path prefix."""

    looks: int = 2
    endings: Iterable[str] = ()
    """``completed``, ``expired``, ``cancelled`` (with the first half of the results), ``failed:CODE[:LINE]``."""
    lines: Lines = lambda lines: lines
    api_acts: dict[str, list[str | Act]] = field(default_factory=dict)
    """For example ``{"POST /v1/batches": ["reset"]}``; an act whose ``manner`` loses the reply comes after the work."""
    files: dict[str, bytes] = field(default_factory=dict)
    batches: dict[str, FakeBatch] = field(default_factory=dict)
    worked: list[str] = field(default_factory=list)
    """The custom_id of every request that was worked on (and is paid for), in order."""

    async def __aenter__(self) -> "BatchServer":
        self._endings: Iterator[str] = chain(iter(self.endings), repeat("completed"))
        await super().__aenter__()
        return self

    def respond(self, method: str, path: str, raw: bytes) -> Act | None:
        """What a call of the API is answered with; None: it is none of these."""
        path, _, query = path.partition("?")
        if not re.match(r"/v1/(files|batches)", path):
            return super().respond(method, path, raw)
        name = next((name for name in self.api_acts if f"{method} {path}".startswith(name)), None)
        act = self.api_acts[name].pop(0) if name and self.api_acts[name] else None
        act = ACTS[act] if isinstance(act, str) else act
        if act and act.body is not None:
            return act  # and nothing was done
        body = self._serve_api(method, path, query, raw)
        status = 404 if body is None else 200
        shown = body if body is not None else {"error": {"message": "no such thing", "code": "not_found"}}
        return Act(status, body=shown, manner=act.manner if act else "whole")

    def _serve_api(self, method: str, path: str, query: str, raw: bytes) -> Body | str | None:
        if (method, path) == ("POST", "/v1/files"):
            name = f"file-{len(self.files) + 1}"
            self.files[name] = _file_in(raw)
            return {"id": name, "object": "file", "purpose": "batch"}
        if (method, path) == ("POST", "/v1/batches"):
            return self._create(json.loads(raw))
        if path == "/v1/batches":
            return {
                "object": "list",
                "data": [self._show(b) for b in reversed(self.batches.values())],
                "has_more": False,
            }
        if found := re.fullmatch(r"/v1/batches/([^/]+)", path):
            batch = self.batches.get(found[1])
            return self._show(self._look(batch)) if batch else None
        if found := re.fullmatch(r"/v1/files/([^/]+)/content", path):
            return self.files[found[1]].decode() if found[1] in self.files else None
        return None

    def _create(self, order: Body) -> Body:
        requests = [json.loads(line) for line in self.files[order["input_file_id"]].splitlines()]
        assert len({request["custom_id"] for request in requests}) == len(requests)
        name = f"batch_{len(self.batches) + 1}"
        batch = FakeBatch(name, order["input_file_id"], order.get("metadata"), requests, next(self._endings))
        self.batches[name] = batch
        return self._show(batch)

    def _look(self, batch: FakeBatch) -> FakeBatch:
        batch.looks += 1
        if batch.looks >= self.looks and batch.status == "in_progress":
            self._finish(batch)
        return batch

    def _finish(self, batch: FakeBatch) -> None:
        batch.status, _, complaint = batch.ending.partition(":")
        if batch.status == "failed":
            code, _, line = complaint.partition(":")
            batch.errors = [{"code": code, "message": f"refused: {code}", "line": int(line) if line else None}]
            return
        whole = batch.status == "completed"
        done = batch.requests if whole else batch.requests[: len(batch.requests) // 2]
        results = [self._work(request) for request in done]
        good = [r for r in results if r["response"]["status_code"] == 200]
        bad = [r for r in results if r not in good]
        code = {"expired": "batch_expired", "cancelled": "batch_cancelled"}.get(batch.status, "")
        bad += [{"custom_id": r["custom_id"], "response": None, "error": {"code": code, "message": code}}
                for r in batch.requests[len(done):]]  # fmt: skip
        batch.output_file_id = self._write(self.lines(good)) if good else None
        batch.error_file_id = self._write(self.lines(bad)) if bad else None

    def _work(self, request: Body) -> Body:
        self.worked.append(request["custom_id"])
        self.bodies.append(request["body"])
        name = next(self._acts, None)
        act = (ACTS[name] if isinstance(name, str) else name) or Act()
        if act.only_if and not act.only_if(request["body"]):
            act = Act()
        body = act.body if act.body is not None else self._completion(act, request["body"])
        return {
            "id": "r",
            "custom_id": request["custom_id"],
            "response": {"status_code": act.status, "body": body},
            "error": None,
        }

    def _write(self, lines: Sequence[Body | str]) -> str:
        name = f"file-{len(self.files) + 1}"
        text = "\n".join(line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines)
        self.files[name] = text.encode()
        return name

    def _show(self, batch: FakeBatch) -> Body:
        total = len(batch.requests)
        done = min(total, batch.looks * total // max(1, self.looks))
        return {
            "id": batch.id, "object": "batch", "status": batch.status, "input_file_id": batch.input_file_id,
            "output_file_id": batch.output_file_id, "error_file_id": batch.error_file_id, "metadata": batch.metadata,
            "request_counts": {"total": total, "completed": done, "failed": 0},
            "errors": {"object": "list", "data": batch.errors} if batch.errors else None,
        }  # fmt: skip


def _file_in(form: bytes) -> bytes:
    """The file of a multipart form."""
    boundary = form.split(b"\r\n", 1)[0]
    parts = form.split(boundary)
    part = next(part for part in parts if b'name="file"' in part)
    return part.partition(b"\r\n\r\n")[2].removesuffix(b"\r\n")
