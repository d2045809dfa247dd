"""Replies are kept before they are used, and never paid for twice.

A ``KeptModel`` stands before another model. What it keeps goes through a ``Ledger``, which the store implements. An
answer is in the ledger before anyone sees it; so a run that is killed pays again at most for the calls in flight.
"""

import asyncio
import hashlib
import json
from collections import Counter
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from assistant import errors
from assistant.llm.engines.books import Books
from assistant.records import Answer, Model, PromptVersion, Request, Usage

ANSWERED = "answered"
KEPT_ERRORS: Mapping[str, type[errors.ModelError]] = {
    kind.kind: kind
    for kind in (
        errors.RefusedError,
        errors.FilteredError,
        errors.CutReplyError,
        errors.InvalidReplyError,
        errors.ContextOverflowError,
    )
}
"""What a server would say again to the same request: it is kept like an answer, and raised from the ledger."""


@dataclass(frozen=True, slots=True)
class Call:
    """One call to a model with everything that decided its answer, and what came of it. No key is in it."""

    key: str
    """SHA-256 over model, server, prompt, schema, messages and parameters, in hexadecimal."""
    server: str
    model: str
    """As it was asked for."""
    prompt: PromptVersion
    schema_name: str
    schema_sha256: str
    parameters: str
    """Canonical JSON."""
    system: str
    user: str
    outcome: str
    """``answered``, or the kind of the error."""
    message: str = ""
    """What the error says to the reader."""
    reply: str = ""
    """As the server gave it: not cleaned, perhaps cut."""
    answered_by: str = ""
    """The model's name as the server gave it."""
    usage: Usage = field(default_factory=Usage)
    seconds: float = 0.0
    cost_usd: float | None = None

    @property
    def is_kept(self) -> bool:
        """Whether it stands for every later call of the same key; a broken connection does not."""
        return self.outcome == ANSWERED or self.outcome in KEPT_ERRORS

    def replay(self) -> Answer:
        """The answer, marked as kept; or the error that came instead is raised, with the answer as far as it came.

        Of an error only kind and message are kept. What is asked in its wake must hang on nothing else, or a second
        run would ask something new.
        """
        answer = Answer(self.reply, self.answered_by, self.usage, self.seconds, self.cost_usd, kept=True, key=self.key)
        if self.outcome == ANSWERED:
            return answer
        error = KEPT_ERRORS[self.outcome](self.message)
        error.answer = answer
        raise error


class Ledger(Protocol):
    """Where calls are kept. Both methods raise ``StoreError``, upon which nothing more is asked or paid."""

    @property
    def books(self) -> Books:
        """Where batches of calls are written down before they are sent."""
        ...

    def get(self, key: str) -> Call | None:
        """The call under this key if it ``is_kept``, else None."""
        ...

    def put(self, call: Call) -> None:
        """Keep ``call``; it is on the disk when this returns.

        It takes the place of what stands under its key, except that a call that ``is_kept`` never gives way to one
        that is not.
        """
        ...


def make_call(
    request: Request, *, server: str, model: str, parameters: Mapping[str, Any], outcome: str = ANSWERED
) -> Call:
    """The call that ``request`` amounts to, before anything came of it; its ``key`` is that of the ledger."""
    schema_sha256 = hashlib.sha256(request.schema.encode()).hexdigest()
    all_parameters = _canonical({**parameters, "max_output_tokens": request.max_output_tokens})
    decisive = [server, model, request.prompt.sha256, schema_sha256, request.system, request.user, all_parameters]
    key = hashlib.sha256(_canonical(decisive).encode("utf-8", "surrogatepass")).hexdigest()
    return Call(
        key, server, model, request.prompt, request.schema_name, schema_sha256, all_parameters,
        request.system, request.user, outcome,
    )  # fmt: skip


def finish_call(call: Call, result: Answer | errors.ModelError) -> Call:
    """``call`` with what came of it."""
    error = result if isinstance(result, errors.ModelError) else None
    answer: Answer | None = error.answer if error else result  # type: ignore[assignment] # mypy cannot narrow by `error`
    call = replace(call, outcome=error.kind if error else ANSWERED, message=error.message if error else "")
    if answer is None:
        return call
    return replace(
        call, reply=answer.text, answered_by=answer.model, usage=answer.usage, seconds=answer.seconds,
        cost_usd=answer.cost_usd,
    )  # fmt: skip


def _canonical(value: object) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True)


@dataclass
class KeptModel:
    """Answers from the ledger where it can, else asks ``inner`` and keeps what comes.

    Args:
        inner: who is asked.
        ledger: where calls are kept.
        server: who ``inner`` is, for the key: the same model name on another server is another model.
        parameters: what else decides an answer, such as the temperature.
        fresh: ignore what was kept before this model was made.
    """

    inner: Model
    ledger: Ledger
    server: str = ""
    parameters: Mapping[str, Any] = field(default_factory=dict)
    fresh: bool = False
    _locks: dict[str, asyncio.Lock] = field(default_factory=dict, init=False)
    _waiting: Counter[str] = field(default_factory=Counter, init=False)
    _of_this_run: set[str] = field(default_factory=set, init=False)
    _broken: errors.StoreError | None = field(default=None, init=False)

    @property
    def name(self) -> str:
        """The name of the model behind it."""
        return self.inner.name

    async def ask(self, request: Request) -> Answer:
        """Answer one request, or raise a ``ModelError``, or ``StoreError`` when answers cannot be kept."""
        call = make_call(request, server=self.server, model=self.name, parameters=self.parameters)
        async with self._alone(call.key):
            kept = self._recall(call.key)
            return kept.replay() if kept else await self._pay(request, call)

    def has(self, request: Request) -> bool:
        """Whether the ledger answers this request."""
        call = make_call(request, server=self.server, model=self.name, parameters=self.parameters)
        return self._recall(call.key) is not None

    def _recall(self, key: str) -> Call | None:
        if self._broken:
            raise self._broken
        if self.fresh and key not in self._of_this_run:
            return None
        try:
            return self.ledger.get(key)
        except errors.StoreError as error:
            self._broken = error
            raise

    async def _pay(self, request: Request, call: Call) -> Answer:
        try:
            answer = await self.inner.ask(request)
        except errors.CeilingReachedError:
            raise  # nothing was sent
        except errors.ModelError as error:
            self._keep(finish_call(call, error))
            raise
        self._keep(finish_call(call, answer))  # no await in between: nothing can part an answer from its ledger
        return replace(answer, key=call.key)

    def _keep(self, call: Call) -> None:
        try:
            self.ledger.put(call)
        except errors.StoreError as error:
            self._broken = error
            raise
        self._of_this_run.add(call.key)

    @asynccontextmanager
    async def _alone(self, key: str) -> AsyncIterator[None]:
        """The same key in flight twice waits for the first, and then finds its answer in the ledger."""
        self._waiting[key] += 1
        try:
            async with self._locks.setdefault(key, asyncio.Lock()):
                yield
        finally:
            self._waiting[key] -= 1
            if not self._waiting[key]:
                del self._waiting[key], self._locks[key]
