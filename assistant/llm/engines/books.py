"""What the batch engine writes down before it acts, so that no work is submitted twice, whenever a run is killed.

The store implements it. A batch is open as long as one of its keys has no answer in the ledger that came after it.
"""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field, replace
from typing import Protocol

from assistant.llm.engines.jobs import Key
from assistant.records.record import record


@record
class SentBatch:
    """A batch that was sent, or was about to be."""

    token: str
    """Our name for it; it goes along as metadata, so that it is found again."""
    keys: tuple[Key, ...]
    """Of its requests."""
    batch_id: str = ""
    """The server's name for it; empty: whether it was created is not known."""
    age_s: float = 0.0
    """Since it was written down."""


class Books(Protocol):
    """Where batches are written down. All methods raise ``StoreError``."""

    def alone(self) -> AbstractContextManager[None]:
        """Keeps other processes from sending batches of the same store.

        Raises:
            UsageError: another one does.
        """
        ...

    def open_batches(self, server: str) -> Sequence[SentBatch]:
        """The batches at this server that are not collected whole, oldest first."""
        ...

    def intend(self, token: str, server: str, keys: Sequence[Key]) -> None:
        """A batch of these requests is about to be sent; it is on the disk when this returns."""
        ...

    def submitted(self, token: str, batch_id: str) -> None:
        """The server has it, under this name."""
        ...

    def drop(self, token: str) -> None:
        """Nothing will come of it: it was never created, was refused whole, or is gone."""
        ...


@dataclass
class MemoryBooks:
    """Books of a run that keeps nothing."""

    batches: dict[str, SentBatch] = field(default_factory=dict)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Nobody else sees them."""
        yield

    def open_batches(self, server: str) -> Sequence[SentBatch]:  # noqa: ARG002 - the signature of ``Books``
        """All that were written down."""
        return tuple(self.batches.values())

    def intend(self, token: str, server: str, keys: Sequence[Key]) -> None:  # noqa: ARG002 - the same
        """Remember it."""
        self.batches[token] = SentBatch(token, tuple(keys))

    def submitted(self, token: str, batch_id: str) -> None:
        """Remember its name."""
        self.batches[token] = replace(self.batches[token], batch_id=batch_id)

    def drop(self, token: str) -> None:
        """Forget it."""
        self.batches.pop(token, None)
