"""Everything that is raised on purpose: one tree, each leaf carries its evidence.

A wrong figure is a result (a ``Finding``); a broken line is one of these. Each error renders itself as one sentence for
the person at the terminal, with the thing named; ``advice`` says what that person can do. None ever carries a key.
"""

from collections.abc import Sequence
from typing import Any, Self

from assistant.inert import clean_line


class BriefingError(Exception):
    """Root of all errors that the program raises on purpose.

    Args:
        message: one sentence that names the thing: "notes.txt is empty".
        advice: what the reader can do about it; empty when there is nothing to add.
    """

    exit_status = 1

    def __init__(self, message: str, *, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice


class UsageError(BriefingError):
    """The program was called in a way that cannot work; nothing was done."""

    exit_status = 2


# ---------------------------------------------------------------------------------------------------- reading


class ReadingError(UsageError):
    """A dump cannot be read. ``name`` is the input as the user typed it."""

    def __init__(self, name: str, problem: str, *, advice: str = "") -> None:
        name = clean_line(name)  # of a file or an address: not even the store would take every one
        super().__init__(f"{name} {clean_line(problem)}", advice=advice)
        self.name = name


class NotFoundError(ReadingError):
    """There is no such file."""


class EmptyDumpError(ReadingError):
    """The input holds no text."""


class NotTextError(ReadingError):
    """The input is binary, or its encoding cannot be told."""


class TooLargeError(ReadingError):
    """The input is beyond a limit; the message names the limit."""


class ReaderFaultError(ReadingError):
    """The program itself failed on the input, or a library that reads it did; the message names the kind of fault."""

    def __init__(self, name: str, fault: Exception) -> None:
        problem = f"cannot be read: the program failed on it ({type(fault).__name__})"
        super().__init__(name, problem, advice="Please report it, with the dump if you may.")


# ------------------------------------------------------------------------------------------- settings, prompts


class SettingsError(UsageError):
    """A setting has a value that cannot be used; the message names the setting and where it came from."""


class NoModelError(UsageError):
    """No model is configured. The run still produces a source-only briefing."""


class PromptError(BriefingError):
    """A prompt is missing, or its placeholders do not fit; an error of the program, not of its user."""


# ---------------------------------------------------------------------------------------------------- the model


class ModelError(BriefingError):
    """A model call did not give a usable reply.

    ``kind`` is the short stable word that is stored and shown; ``stops_run`` is true where every further call would
    fail in the same way (a wrong key), so that the run stops at once with one clear line.
    """

    kind = "model"
    stops_run = False
    answer: Any = None
    """The ``Answer`` as far as the server sent (and billed) one: the text that was cut, the words of a refusal."""


class RefusedError(ModelError):
    """The model declined to answer."""

    kind = "refused"


class FilteredError(ModelError):
    """The server's content filter withheld the reply."""

    kind = "filtered"


class CutReplyError(ModelError):
    """The reply ended before it was complete (``finish_reason: length``)."""

    kind = "cut"


class InvalidReplyError(ModelError):
    """The reply does not have the shape that was asked for. ``problem`` is what the validation said."""

    kind = "invalid"

    def __init__(self, message: str, *, problem: str = "", advice: str = "") -> None:
        super().__init__(message, advice=advice)
        self.problem = problem


class ContextOverflowError(ModelError):
    """The request does not fit the model's context. ``context_tokens`` is its size where the server told it."""

    kind = "overflow"

    def __init__(self, message: str, *, context_tokens: int | None = None, advice: str = "") -> None:
        super().__init__(message, advice=advice)
        self.context_tokens = context_tokens


class WrongKeyError(ModelError):
    """The server does not accept the key (401, 403)."""

    kind = "wrong-key"
    stops_run = True


class NoSuchModelError(ModelError):
    """The server does not know the model (404)."""

    kind = "no-such-model"
    stops_run = True


class QuotaExhaustedError(ModelError):
    """The account has no credit left; waiting does not help."""

    kind = "quota"
    stops_run = True


class RateLimitedError(ModelError):
    """The server kept answering 429 beyond the time budget for retries."""

    kind = "rate-limited"


class TimedOutError(ModelError):
    """No whole reply within the deadline."""

    kind = "timed-out"


class UnreachableError(ModelError):
    """No connection to the server, or it broke."""

    kind = "unreachable"


class ServerFaultError(ModelError):
    """The server answered with an error of its own (5xx, or an error body, or a page of HTML)."""

    kind = "server"


class WorkerLostError(ModelError):
    """The worker that made the call is gone, or the cluster with it."""

    kind = "worker-lost"


class CeilingReachedError(ModelError):
    """The next call could cost more than what is left of ``--max-cost``; it was not sent."""

    kind = "ceiling"
    stops_run = True


class InternalError(ModelError):
    """The program itself failed on an item, before, while or after it asked; the message names the kind of fault."""

    kind = "internal"

    @classmethod
    def of(cls, fault: Exception) -> Self:
        """The error that stands for a fault."""
        if isinstance(fault, cls):
            return fault
        message = f"the program failed on this item ({type(fault).__name__}); the others are done"
        return cls(message, advice="Please report it, with the dump if you may.")


class LostWorkError(InternalError):
    """The work on an item was given up: it killed the processes that did it, or never ended."""

    @classmethod
    def after(cls, ends: Sequence[str]) -> Self:
        """The error that says of each try how it ended, the first one first."""
        told = f"{ends[0]}, {len(ends)} times" if len(ends) > 1 and len(set(ends)) == 1 else ", then ".join(ends)
        return cls(
            f"the work on this item was given up: {told}; the others are done",
            advice="Too little memory, or a fault of the program: if it happens again, please report it.",
        )


class TooManyFiguresError(LostWorkError):
    """The work on an item was given up before it began: the item holds more figures than are read of one."""

    kind = "too-large"


# ---------------------------------------------------------------------------------------------------- the store


class StoreError(BriefingError):
    """The store cannot be read or written: disk full, read-only, made by a newer version."""
