"""How long one piece of work may take, wherever it is done: what would never end is given up, and the run goes on."""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import ParamSpec, TypeVar

from assistant.errors import LostWorkError

P = ParamSpec("P")
T = TypeVar("T")

LIMIT_S = 300.0
"""So long a process may take to get ready, and a piece of work: ten thousand times what an article takes."""
TOO_LONG = f"it took longer than {LIMIT_S / 60:.0f} minutes"


def do_in_time(function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """What ``function`` gives, if it comes to an end.

    Raises:
        LostWorkError: it took too long.
    """
    with time_limit():
        return function(*args, **kwargs)


@contextmanager
def time_limit(seconds: float = LIMIT_S) -> Iterator[None]:
    """Break off what takes longer, by a signal, which ends a pattern as well; in the main thread alone.

    Raises:
        LostWorkError: it took too long.
    """
    if threading.current_thread() is not threading.main_thread():  # it gets no signals
        yield
        return
    before = signal.signal(signal.SIGALRM, _ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _ring(*_: object) -> None:
    raise LostWorkError.after([TOO_LONG])
