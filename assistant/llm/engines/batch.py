"""The engine of the OpenAI Batch API: half the price, within a day.

What is asked is gathered until nothing more comes, and sent as one batch; what its answers give rise to (corrections,
parts of what was cut) is gathered and sent in its turn. Every batch is written down before it is sent, with the keys of
its requests, and goes along under a name of ours: a run that was killed at any point finds it again and sends nothing
twice.
"""

import asyncio
import secrets
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field

from assistant import errors
from assistant.llm.engines.batch_api import BatchApi, State
from assistant.llm.engines.batch_lines import read_lines, write_line
from assistant.llm.engines.batch_voice import Again, Result, Voice
from assistant.llm.engines.books import Books, SentBatch
from assistant.llm.engines.flow import run_each
from assistant.llm.engines.jobs import Job, Key, Outcome
from assistant.llm.engines.parts import Parts, count_most
from assistant.llm.faults import shorten
from assistant.llm.kept_call import KEPT_ERRORS
from assistant.llm.retrying import Passing
from assistant.records import Answer

MOST_REQUESTS = 50_000
MOST_BYTES = 190_000_000
"""OpenAI takes 50,000 requests and 200 MB."""
MOST_SENDINGS = 3
"""Of one request: what expired or failed goes into another batch twice."""
LINGER_S = 2.0
"""So long nothing new may be asked before what was asked is sent."""
PATIENCE_S = 3_600.0
"""How long a server may be out of reach while we wait for a batch."""
SETTLING_S = 120.0
"""A batch whose creation we did not see the end of may take so long to appear in the list."""
TOO_MUCH_AT_ONCE = "token_limit_exceeded"

Results = Mapping[Key, Result]


@dataclass
class _Entry:
    """A request on its way into a batch."""

    job: Job
    attempt: int
    results: asyncio.Future[Results] = field(default_factory=lambda: asyncio.get_running_loop().create_future())


@dataclass
class BatchEngine:
    """Asks by way of batches. ``server`` is for the books; the waits are in seconds."""

    api: BatchApi
    voice: Voice
    books: Books
    parts: Parts
    server: str
    poll_s: float
    most_requests: int
    most_bytes: int
    _queue: asyncio.Queue[_Entry] = field(default_factory=asyncio.Queue, init=False)
    _left: list[_Entry] = field(default_factory=list, init=False)
    _tasks: set["asyncio.Task[None]"] = field(default_factory=set, init=False)
    _earlier: dict[Key, SentBatch] = field(default_factory=dict, init=False)
    _collected: dict[str, "asyncio.Task[Results]"] = field(default_factory=dict, init=False)
    _progress: dict[str, tuple[int, int]] = field(default_factory=dict, init=False)
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock, init=False)
    _one_at_a_time: bool = field(default=False, init=False)

    def list_under_way(self) -> tuple[str, ...]:
        """The batches that the server is working on."""
        return tuple(self._progress)

    async def run(self, jobs: AsyncIterator[Job]) -> AsyncIterator[tuple[Key, Outcome]]:
        """The outcomes of ``jobs``, as their batches come back."""
        for batch in self.books.open_batches(self.server):
            self._earlier.update(dict.fromkeys(batch.keys, batch))  # a key that was sent again: the newest counts
        gathering = asyncio.create_task(self._gather())
        try:
            async for each in run_each(jobs, self._ask):
                yield each
        finally:
            tasks = (gathering, *self._tasks, *self._collected.values())
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    # ------------------------------------------------------------------------------------------ one request

    async def _ask(self, job: Job) -> Answer:
        name, cashier = self.voice.target.model, self.parts.cashier
        if (batch := self._earlier.pop(job.key, None)) and (found := await self._recall(job.key, batch)):
            return cashier.take_in(name, found)
        most = count_most(job.request, name, self.parts)
        sendings = 0
        while True:
            sendings += 1
            try:
                return await cashier.pay(name, most, lambda: self._send(job, sendings))  # noqa: B023 - awaited here
            except Again:
                sendings -= 1
            except Passing as passing:
                if sendings == MOST_SENDINGS:
                    raise passing.error from None

    async def _send(self, job: Job, attempt: int) -> Answer:
        """The answer, by way of the next batch."""
        entry = _Entry(job, attempt)
        self._queue.put_nowait(entry)
        result = (await entry.results)[job.key]
        if isinstance(result, Answer):
            return result
        raise result

    async def _recall(self, key: Key, batch: SentBatch) -> Answer | errors.ModelError | None:
        """What a batch of an earlier run has for this request, if it stands; None: it is to be asked anew."""
        if batch.token not in self._collected:
            self._collected[batch.token] = asyncio.create_task(self._collect_earlier(batch))
        result = (await asyncio.shield(self._collected[batch.token])).get(key)
        stands = isinstance(result, Answer) or getattr(result, "kind", "") in KEPT_ERRORS
        return result if stands and not isinstance(result, Passing) else None

    # -------------------------------------------------------------------------------------------- a batch

    async def _gather(self) -> None:
        """Make batches of what is asked, as soon as nothing more comes or one is full."""
        while True:
            entries, lines = await self._fill()
            task = asyncio.create_task(self._carry(entries, lines))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _fill(self) -> tuple[list[_Entry], list[bytes]]:
        entries, lines, size = list[_Entry](), list[bytes](), 0
        while len(entries) < self.most_requests:
            try:
                entry = self._left.pop() if self._left else await self._next(first=not entries)
            except TimeoutError:
                break
            line = write_line(entry.job.key, self.voice.put(entry.job.request, entry.attempt))
            if entries and size + len(line) > self.most_bytes:
                self._left.append(entry)
                break
            entries.append(entry)
            lines.append(line)
            size += len(line)
        return entries, lines

    async def _next(self, *, first: bool) -> _Entry:
        """The next request. After the first of a batch it is not waited for longer than ``LINGER_S``."""
        if first or not self._queue.empty():
            return await self._queue.get()
        async with asyncio.timeout(min(LINGER_S, 10 * self.poll_s)):
            return await self._queue.get()

    async def _carry(self, entries: Sequence[_Entry], lines: Sequence[bytes]) -> None:
        """Bring the requests to the server and their results to those who asked."""
        try:
            async with self._turn if self._one_at_a_time else nullcontext():
                results = await self._send_batch(entries, lines)
        except Exception as error:  # noqa: BLE001 - it is raised at everyone who waits for this batch
            for entry in entries:
                if not entry.results.done():
                    entry.results.set_exception(error)
            return
        for entry in entries:
            if not entry.results.done():
                entry.results.set_result(results)

    async def _send_batch(self, entries: Sequence[_Entry], lines: Sequence[bytes]) -> Results:
        keys = [entry.job.key for entry in entries]
        token, used = secrets.token_hex(8), self.voice.dialect
        self.books.intend(token, self.server, keys)
        file_id = await self.api.upload(token, b"".join(lines))
        batch_id = await self.api.create(token, file_id)
        self.books.submitted(token, batch_id)
        sent = f"{len(keys):,} request{'' if len(keys) == 1 else 's'} sent"
        self.parts.say(f"batch {batch_id}: {sent}; answers are due within 24 hours")
        state = await self._wait(batch_id, len(keys))
        found = await self._fetch(state, lambda line: self.voice.read(line, used)) if state else {}
        if state is None or (state.status == "failed" and not found):
            self.books.drop(token)
        return {
            key: found.get(key) or self._explain_absence(place, state, len(keys)) for place, key in enumerate(keys, 1)
        }

    async def _collect_earlier(self, batch: SentBatch) -> Results:
        """The results of a batch of an earlier run; empty where nothing will come of it."""
        batch_id = batch.batch_id or await self._find_again(batch)
        state = await self._wait(batch_id, len(batch.keys)) if batch_id else None
        if state is None or state.status == "failed":
            self.books.drop(batch.token)
            return {}
        return await self._fetch(state, lambda line: self.voice.read(line, self.voice.dialect))

    async def _find_again(self, batch: SentBatch) -> str | None:
        """The batch that was about to be created when the run was killed; None: it was not."""
        found = await self.api.find(batch.token)
        if found is None and batch.age_s < SETTLING_S:
            await self.parts.timing.sleep(self.poll_s)
            found = await self.api.find(batch.token)
        if found:
            self.books.submitted(batch.token, found)
        return found

    async def _wait(self, batch_id: str, requests: int) -> State | None:
        """The batch when it has ended; None: the server does not know it any more.

        Where the waiting is cancelled the batch goes on, and ``list_under_way`` still names it.
        """
        self._progress[batch_id] = (0, requests)
        try:
            state = await self._look_until_ended(batch_id, requests)
        except errors.ModelError:
            del self._progress[batch_id]
            raise
        del self._progress[batch_id]
        return state

    async def _look_until_ended(self, batch_id: str, requests: int) -> State | None:
        clock, sleep = self.parts.timing.clock, self.parts.timing.sleep
        heard = clock()
        while True:
            try:
                state = await self.api.look(batch_id)
            except Passing as passing:
                if clock() - heard > PATIENCE_S:
                    raise passing.error from None
                self.parts.say(f"{passing.error.message}; the batch goes on, and is looked for again")
            else:
                heard = clock()
                if state is None or state.has_ended:
                    return state
                counts = state.request_counts
                self._progress[batch_id] = (counts.completed + counts.failed if counts else 0, requests)
                self._tell_progress()
            await sleep(self.poll_s)

    def _tell_progress(self) -> None:
        done = sum(done for done, _ in self._progress.values())
        total = sum(total for _, total in self._progress.values())
        which = f"batch {next(iter(self._progress))}" if len(self._progress) == 1 else f"{len(self._progress)} batches"
        self.parts.say(f"waiting for {which}: {done:,} of {total:,} done")

    async def _fetch(self, state: State, read: Callable[..., Result]) -> dict[Key, Result]:
        """What the two files of a batch say; the first word on a request counts."""
        found: dict[Key, Result] = {}
        for file_id in (state.output_file_id, state.error_file_id):
            for line in read_lines(await self.api.download(file_id)) if file_id else ():
                if line.key not in found and (line.status is not None or state.status == "completed"):
                    found[line.key] = read(line)
        return found

    def _explain_absence(self, place: int, state: State | None, requests: int) -> Result:
        """Why a request has no line: whether it goes into another batch, or fails."""
        if state is None:
            return Passing(errors.ServerFaultError("the server does not know the batch any more"))
        if state.status == "cancelled":
            return _final(f"batch {state.id} was cancelled at the server", "Run again to ask for what is missing.")
        if state.status != "failed":
            how = "came back without this answer" if state.status == "completed" else "expired before this was answered"
            return Passing(errors.ServerFaultError(f"batch {state.id} {how}"))
        return self._explain_refusal(place, state, requests)

    def _explain_refusal(self, place: int, state: State, requests: int) -> Result:
        complaints = state.complaints
        said = shorten(next((c.message or c.code or "" for c in complaints), "")) or "no reason given"
        if any(complaint.code == TOO_MUCH_AT_ONCE for complaint in complaints) and requests > 1:
            self._one_at_a_time, self.most_requests = True, max(1, requests // 2)
            return Again(errors.RateLimitedError(f"the batch is more than the account may queue: {said}"))
        lines = {complaint.line for complaint in complaints if complaint.line}
        if lines and place not in lines:
            return Passing(errors.ServerFaultError(f"batch {state.id} was refused for another request: {said}"))
        if lines:
            said = shorten(next((c.message or "" for c in complaints if c.line == place), said))
            return errors.ServerFaultError(f"the server does not take this request: {said}")
        return _final(f"batch {state.id} was refused: {said}", "")


def _final(message: str, advice: str) -> errors.ModelError:
    error = errors.ServerFaultError(message, advice=advice)
    error.stops_run = True
    return error
