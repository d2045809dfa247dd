"""What goes on inside a process that works for us: a piece comes in, what it gives goes out, until the parent ends."""

import os
import pickle
import signal
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from queue import SimpleQueue
from typing import BinaryIO

from assistant.cycles import no_cycle_search, search_rarely
from assistant.patterns import keep_patterns

LENGTH_BYTES = 8
READY = b""
"""The first message of a process: from now on it works."""


@dataclass(frozen=True, slots=True)
class Order:
    """What a process does before its first work.

    Args:
        modules: what it imports.
        practise: work of the kind that is to come, which it does once: patterns are compiled by then.
    """

    modules: tuple[str, ...]
    practise: Callable[[], object] | None = None


def frame(message: bytes) -> bytes:
    """A message as it is sent: its length, and itself."""
    return len(message).to_bytes(LENGTH_BYTES, "big") + message


def work_for(channel: int) -> None:
    """Work for whoever holds the other end of this socket: an ``Order`` first, then pieces of work, one by one.

    Ctrl+c and what a service manager sends to all are left to the parent; with its end, however it comes, all ends.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    _die_first()
    search_rarely()  # as the parent does
    pieces: SimpleQueue[bytes] = SimpleQueue()
    with socket.socket(fileno=channel) as ours, ours.makefile("rb") as told:
        threading.Thread(target=_listen, args=(told, pieces), daemon=True).start()
        _get_ready(pickle.loads(pieces.get()))  # noqa: S301 - our parent's, over a socket that only the two of us have
        ours.sendall(frame(READY))
        while True:
            ours.sendall(frame(_do(pieces.get())))


def _die_first() -> None:
    """Where memory runs out, the system ends this process rather than its parent, which keeps the answers."""
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("500", encoding="ascii")


def _listen(told: BinaryIO, pieces: "SimpleQueue[bytes]") -> None:
    """Take in what is to be done, also while work is done; when the parent ends, all ends."""
    with suppress(OSError):
        while len(length := told.read(LENGTH_BYTES)) == LENGTH_BYTES:
            pieces.put(told.read(int.from_bytes(length, "big")))
    os._exit(0)


def _get_ready(order: Order) -> None:
    with no_cycle_search(), suppress(Exception):  # what fails here fails again, or does not, in the work itself
        for module in order.modules:
            import_module(module)
        if order.practise:
            order.practise()
            keep_patterns()  # those of the checks


def _do(piece: bytes) -> bytes:
    """Whether it could be done, and what it gave or raised, as they are sent."""
    try:
        done = (True, pickle.loads(piece)())  # noqa: S301 - as above
    except Exception as error:  # noqa: BLE001 - whoever waits for it gets it
        done = (False, error)
    try:
        return pickle.dumps(done)
    except Exception as error:  # noqa: BLE001 - it is no plain data
        return pickle.dumps((False, TypeError(f"what came of it cannot be sent: {type(error).__name__}")))
