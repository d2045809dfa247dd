"""Replies are kept before they are used, and never paid for twice.

A ``KeptModel`` stands before another model. What it keeps goes through a ``Ledger``, which the store implements. An
answer is in the ledger before anyone sees it; so a run that is killed pays again at most for the calls in flight.
"""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from assistant import errors
from assistant.llm.engines.books import Books, MemoryBooks
from assistant.llm.kept_call import Call, finish_call, make_call
from assistant.records import Answer, Model, Request


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


@dataclass
class NoLedger:
    """Keeps nothing, and so never has anything."""

    books: Books = field(default_factory=MemoryBooks)

    def get(self, _key: str) -> None:
        """Nothing."""

    def put(self, call: Call) -> None:
        """Forget it."""


@dataclass
class KeptModel:
    """Answers from the ledger where it can, else asks ``inner`` and keeps what comes.

    Args:
        inner: who is asked.
        ledger: where calls are kept.
        server: who ``inner`` is, for the key: the same model name on another server is another model.
        parameters: what else decides an answer, such as the temperature.
        fresh: ignore what was kept before this model was made.
        slots: one for each call that may be in flight, held until its answer is kept: so a run that is killed has no
            more to pay again. The only place where calls in flight are counted, whichever engine makes them.
    """

    inner: Model
    ledger: Ledger
    server: str = ""
    parameters: Mapping[str, Any] = field(default_factory=dict)
    fresh: bool = False
    slots: AbstractAsyncContextManager[object] = field(default_factory=nullcontext)
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
            if kept:
                return kept.replay()
            async with self.slots:
                if self._broken:  # while this call waited for its turn
                    raise self._broken
                return await self._pay(request, call)

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
