"""Files and batches of the Batch API over HTTP: upload, create, find, look, download.

A batch is created once: before it is tried again, the server is asked whether it has it.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, Field, NonNegativeInt, ValidationError

from assistant.errors import ModelError, SettingsError
from assistant.llm.engines.batch_lines import ENDPOINT
from assistant.llm.faults import Target, explain_status
from assistant.llm.retrying import Passing, Retrier
from assistant.llm.server_model import judge
from assistant.llm.transport import HttpError, Transport

T = TypeVar("T", bound=BaseModel)
Id = Annotated[str, Field(pattern=r"^[A-Za-z0-9._:-]{1,200}$")]
"""It becomes part of an address."""

LOOK_S = 60.0
"""Deadline of everything but files."""
FILE_S = 1_800.0
PAGES = 20
"""Of a hundred batches each: as far as the list is searched."""
ABSENT = (404, 405, 501)
METADATA = "briefing"
"""Under which our name for a batch goes along."""


class Counts(BaseModel):
    """How far a batch is."""

    completed: NonNegativeInt = 0
    failed: NonNegativeInt = 0


class Complaint(BaseModel):
    """Why a batch was refused; ``line`` counts from 1."""

    code: str | None = None
    message: str | None = None
    line: int | None = None


class Complaints(BaseModel):
    """All of them."""

    data: list[Complaint] | None = None


class State(BaseModel):
    """A batch as the server tells of it."""

    id: Id
    status: str
    output_file_id: Id | None = None
    error_file_id: Id | None = None
    request_counts: Counts | None = None
    errors: Complaints | None = None
    metadata: Any = None

    @property
    def has_ended(self) -> bool:
        """Whether nothing more will come."""
        return self.status in ("completed", "failed", "expired", "cancelled")

    @property
    def complaints(self) -> list[Complaint]:
        """Why it was refused."""
        return (self.errors and self.errors.data) or []


class _File(BaseModel):
    id: Id


class _Page(BaseModel):
    data: list[Any]
    has_more: bool = False


@dataclass
class BatchApi:
    """One account's batches at one server."""

    transport: Transport
    target: Target
    retrier: Retrier

    async def upload(self, token: str, payload: bytes) -> str:
        """The id of the file that holds these requests."""
        name = f"briefing-{token}.jsonl"
        sent = await self.retrier.run(lambda _: self._ask(lambda: self.transport.upload(name, payload, FILE_S), _File))
        return sent.id

    async def create(self, token: str, file_id: str) -> str:
        """The id of the batch of the requests in this file; one that was created before under ``token`` is that one."""
        body = {
            "input_file_id": file_id, "endpoint": ENDPOINT, "completion_window": "24h",
            "metadata": {METADATA: token},
        }  # fmt: skip

        async def attempt(number: int) -> str:
            if number > 1 and (found := await self._find(token)):
                return found
            return (await self._ask(lambda: self.transport.post(body, deadline_s=LOOK_S, path="/batches"), State)).id

        return await self.retrier.run(attempt)

    async def find(self, token: str) -> str | None:
        """The id of the batch that was created under ``token``."""
        return await self.retrier.run(lambda _: self._find(token))

    async def _find(self, token: str) -> str | None:
        after = ""
        for _ in range(PAGES):
            path = f"/batches?limit=100{after}"
            page = await self._ask(lambda: self.transport.get(path, LOOK_S), _Page)  # noqa: B023 - awaited here
            batches = [batch for batch in map(_read, page.data) if batch]
            ours = (b.id for b in batches if isinstance(b.metadata, dict) and b.metadata.get(METADATA) == token)
            if (found := next(ours, None)) or not page.has_more or not batches:
                return found
            after = f"&after={batches[-1].id}"
        return None

    async def look(self, batch_id: str) -> State | None:
        """The batch as it is now; None: the server does not know it.

        Raises:
            Passing: there was no answer this time.
        """
        try:
            return await self._ask(lambda: self.transport.get(f"/batches/{batch_id}", LOOK_S), State)
        except NoBatchApiError:
            return None

    async def download(self, file_id: str) -> bytes:
        """A file; empty where the server does not have it any more."""

        async def attempt(_: int) -> bytes:
            outcome = await self.transport.get(f"/files/{file_id}/content", FILE_S)
            if isinstance(outcome, HttpError) and outcome.status in ABSENT:
                return b""
            return self._take(outcome)

        return await self.retrier.run(attempt)

    async def _ask(self, send: Callable[[], Awaitable[bytes | HttpError | ModelError]], shape: type[T]) -> T:
        outcome = await send()
        if isinstance(outcome, HttpError) and outcome.status in ABSENT:
            raise NoBatchApiError(self.target.server)
        try:
            return shape.model_validate_json(self._take(outcome))
        except ValidationError:
            raise NoBatchApiError(self.target.server) from None

    def _take(self, outcome: bytes | HttpError | ModelError) -> bytes:
        if isinstance(outcome, bytes):
            return outcome
        if isinstance(outcome, ModelError):
            raise Passing(outcome)
        raise judge(explain_status(outcome.status, outcome.body, self.target), outcome)


class NoBatchApiError(SettingsError):
    """The server does not speak files and batches."""

    def __init__(self, server: str) -> None:
        super().__init__(
            f"{server} does not offer the Batch API (/files and /batches)",
            advice="Leave out --via batch-api, or name a server that does.",
        )


def _read(entry: object) -> State | None:
    try:
        return State.model_validate(entry)
    except ValidationError:
        return None
