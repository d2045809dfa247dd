"""Work that needs nothing but its arguments, done beside the event loop: in processes of its own, once there is enough.

A function and its arguments go out as plain records, the result comes back as one. The first work is done on the spot,
since a small run ends before a process has started; who knows that much is to come lets them ``begin`` at once, and
leaves all of it to them. What comes while they have enough to do waits in a line, of which this process takes one piece
at a time, between two events: no core waits, and no answer for more than one piece. Where it has done no such work
before, it does so of a long line only, for it would take a second to import modules and compile patterns. A process
that dies loses nothing: what it had is done here, and so is all that follows.
"""

import asyncio
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Awaitable, Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from time import process_time
from types import TracebackType
from typing import Any, ParamSpec, Protocol, Self, TypeVar, cast

from assistant.cycles import no_cycle_search, search_rarely

P = ParamSpec("P")
T = TypeVar("T")


class Offload(Protocol):
    """Gives what a function gives for its arguments; where it is done is nobody's business."""

    def __call__(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> Awaitable[T]:
        """What ``function`` gives. It is importable at module level; arguments and result are plain data."""


async def run_here(function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Do it on the spot."""
    return function(*args, **kwargs)


START_AFTER_S = 0.4
"""Seconds of work on the spot after which processes are started: about what it takes to start one."""
HELP_FROM = 64
"""Pieces in the line, for each process, from which on this one helps with what it has not done before."""
AHEAD = 2
"""Pieces of work that a process is given at one time: it has the next when it is done with one."""


class Workers:
    """Processes that do what they are given, as many as there are cores beside that of the event loop.

        async with Workers() as workers:
            result = await workers.run(function, argument)

    Args:
        most: processes at one time; 0 does everything on the spot.
        start_after_s: see ``START_AFTER_S``.
        help_from: see ``HELP_FROM``.
    """

    def __init__(
        self, *, most: int | None = None, start_after_s: float = START_AFTER_S, help_from: int = HELP_FROM
    ) -> None:
        self._most = count_cores() - 1 if most is None else most
        self._start_after_s, self._help_from = start_after_s, help_from
        self._spent_s = 0.0
        self._pool: ProcessPoolExecutor | None = None
        self._started: Future[Any] = Future()
        """Done when the first process is ready."""
        self._given = 0
        self._waiting: deque[Piece] = deque()
        """What no process has room for."""
        self._is_called = False
        """Whether this process is about to do one of them."""
        self._is_practised = False
        """Whether this process has done such work before."""

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None

    def begin(self, *modules: str, practise: Callable[[], object] | None = None) -> None:
        """Start the processes now, for much is to come; each gets ready while this one has other work.

        Args:
            modules: what it imports.
            practise: work of the kind that is to come, which it does once: patterns are compiled by then.
        """
        if self._pool is not None or self._most < 1:
            return
        with suppress(OSError):  # none can be started: all is done on the spot
            self._pool = pool = _start_pool(self._most, modules, practise)
            for _ in range(self._most):  # the pool starts a process for each piece that finds none without work
                self._started = pool.submit(os.getpid)

    @property
    def has_room(self) -> bool:
        """Whether work that is given now is done in another process, and begun at once."""
        is_up = self._pool is not None and self._started.done() and not self._started.exception()
        return is_up and self._given < self._most

    async def run(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What ``function`` gives. It is importable at module level; arguments and result are plain data."""
        if self._spent_s >= self._start_after_s:
            self.begin(function.__module__)
        if self._pool is None or (self._is_practised and not self._started.done()):
            return self._run_here(partial(function, *args, **kwargs))
        piece = Piece(partial(function, *args, **kwargs), asyncio.get_running_loop().create_future())
        self._waiting.append(piece)
        self._share()
        return cast("T", await piece.result)

    def _share(self) -> None:
        """Give the processes what they have room for, and help them with what is left, between two events."""
        while self._waiting and self._pool is not None and self._given < AHEAD * self._most:
            self._give(self._pool, self._waiting.popleft())
        if self._waiting and self._may_help and not self._is_called:
            self._is_called = True
            asyncio.get_running_loop().call_soon(self._do_one)

    @property
    def _may_help(self) -> bool:
        is_long = len(self._waiting) >= self._help_from * self._most
        return is_long or self._is_practised or self._pool is None

    def _do_one(self) -> None:
        self._is_called = False
        if self._waiting:
            piece = self._waiting.popleft()
            if not piece.result.done():  # nobody waits for it any more
                piece.do(self._run_here)
        self._share()

    def _give(self, pool: ProcessPoolExecutor, piece: "Piece") -> None:
        try:
            given = asyncio.wrap_future(pool.submit(piece.work))
        except (RuntimeError, OSError):  # the pool has ended, or no process could be started
            self._lose(piece)
            return
        self._given += 1
        given.add_done_callback(partial(self._take_back, piece))

    def _take_back(self, piece: "Piece", given: asyncio.Future[Any]) -> None:
        self._given -= 1
        if given.cancelled():
            piece.result.cancel()
        elif isinstance(given.exception(), BrokenProcessPool):
            self._lose(piece)
        elif not piece.result.done():
            piece.do(lambda _: given.result())
        self._share()

    def _lose(self, piece: "Piece") -> None:
        """A process was killed, or none can be started: all is done here from now on."""
        self._most, self._pool = 0, None
        self._waiting.appendleft(piece)

    def _run_here(self, work: Callable[[], T]) -> T:
        began, self._is_practised = process_time(), True
        try:
            return work()
        finally:
            self._spent_s += process_time() - began


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of work, and who waits for its result."""

    work: Callable[[], Any]
    result: asyncio.Future[Any]

    def do(self, way: Callable[[Callable[[], Any]], Any]) -> None:
        """Do it in this way, and hand over what comes of it."""
        try:
            self.result.set_result(way(self.work))
        except Exception as error:  # noqa: BLE001 - whoever waits for it gets it
            self.result.set_exception(error)


def count_cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _start_pool(most: int, modules: tuple[str, ...], practise: Callable[[], object] | None) -> ProcessPoolExecutor:
    # spawned, not forked: a fork would take along the connections and the database of this process
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(most, mp_context=context, initializer=_begin, initargs=(modules, practise))


def _begin(modules: tuple[str, ...], practise: Callable[[], object] | None) -> None:
    """Leave ctrl+c to the parent, and end when it ends, however it does; get ready for what is to come."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent: Any = multiprocessing.parent_process()
    threading.Thread(target=lambda: (parent.join(), os._exit(0)), daemon=True).start()
    search_rarely()  # as the parent does
    with no_cycle_search(), suppress(Exception):  # what fails here fails again, or does not, in the work itself
        for module in modules:
            import_module(module)
        if practise:
            practise()
