"""What goes into an engine and what comes out of it: plain data that can travel to another process."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from typing import Protocol, Self

from assistant.errors import ModelError
from assistant.records import Answer, Request
from assistant.records.record import record

Key = str
"""Names a job: the key of its call in the ledger. The same request has the same key in every run."""


@record
class Job:
    """One request to be answered."""

    key: Key
    request: Request


@record
class Outcome:
    """What came of a job: an answer, or a failure in the fields of a ``ModelError``."""

    kind: str
    """``answered``, or the kind of the error."""
    answer: Answer | None
    """Of a failure: as far as the server sent (and billed) one."""
    message: str = ""
    advice: str = ""
    problem: str = ""
    context_tokens: int | None = None
    stops_run: bool = False

    @classmethod
    def of(cls, result: Answer | ModelError) -> Self:
        """The outcome that stands for an answer or an error."""
        if isinstance(result, Answer):
            return cls(ANSWERED, result)
        return cls(
            result.kind,
            result.answer,
            result.message,
            result.advice,
            getattr(result, "problem", ""),
            getattr(result, "context_tokens", None),
            result.stops_run,
        )

    def unwrap(self) -> Answer:
        """The answer; or the error is raised."""
        if self.kind == ANSWERED and self.answer:
            return self.answer
        raise self.error()

    def error(self) -> ModelError:
        """The error that the fields tell of."""
        error = KINDS.get(self.kind, ModelError)(self.message, advice=self.advice)
        for name in ("answer", "stops_run"):
            setattr(error, name, getattr(self, name))
        for name in ("problem", "context_tokens"):
            if hasattr(error, name):
                setattr(error, name, getattr(self, name))
        return error


class Engine(Protocol):
    """Anything that answers jobs."""

    def run(self, jobs: AsyncIterator[Job]) -> AsyncIterator[tuple[Key, Outcome]]:
        """The outcome of each job, as soon as it is there, in any order; ends when ``jobs`` has ended and all are done.

        A failure of one job is its outcome. Raised is only what concerns them all (``BriefingError``).
        """
        ...


@dataclass(frozen=True, slots=True)
class Opened:
    """An engine that is ready."""

    engine: Engine
    dumps_at_once: int
    """As many keep it busy."""
    calls_at_once: int | None
    """Calls that it makes at one time. It is never handed more: a call counts as in flight until its answer is kept.
    None: what it is handed waits at the server, and is fetched from there whatever becomes of us."""


def _all_kinds(root: type[ModelError]) -> Iterator[type[ModelError]]:
    yield root
    for kind in root.__subclasses__():
        yield from _all_kinds(kind)


ANSWERED = "answered"
# a class that names no kind of its own is one of its parent's
KINDS = {kind.kind: kind for kind in _all_kinds(ModelError) if "kind" in vars(kind)}
