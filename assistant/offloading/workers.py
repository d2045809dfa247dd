"""The processes that work for us, and the line of what they have no room for."""

import asyncio
import os
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial
from time import process_time
from types import TracebackType
from typing import ParamSpec, Protocol, Self, TypeVar, cast

from assistant.errors import LostWorkError
from assistant.offloading.inside import Order
from assistant.offloading.limit import do_in_time
from assistant.offloading.process import Piece, Process, SetAlarm, ring_after_limit

P = ParamSpec("P")
T = TypeVar("T")


class Offload(Protocol):
    """Gives what a function gives for its arguments; where it is done is nobody's business."""

    def __call__(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> Awaitable[T]:
        """What ``function`` gives. It is importable at module level; arguments and result are plain data."""


async def run_here(function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Do it on the spot.

    Raises:
        LostWorkError: it took too long.
    """
    return do_in_time(function, *args, **kwargs)


START_AFTER_S = 0.4
"""Seconds of work on the spot after which processes are started: about what it takes to start one."""
TRIES = 2
"""Processes that may end over a piece before it is given up."""


class Workers:
    """Processes that do what they are given, as many as there are cores.

        async with Workers() as workers:
            result = await workers.run(function, argument)

    Args:
        most: processes at one time; 0 does everything on the spot.
        start_after_s: see ``START_AFTER_S``.
        set_alarm: sets the alarm for a process that takes too long.
    """

    def __init__(
        self,
        *,
        most: int | None = None,
        start_after_s: float = START_AFTER_S,
        set_alarm: SetAlarm = ring_after_limit,
    ) -> None:
        self._most = count_cores() if most is None else most
        self._start_after_s, self._set_alarm = start_after_s, set_alarm
        self._spent_s = 0.0
        """What was done on the spot."""
        self._order = Order(())
        self._processes: list[Process] = []
        self._followers: set[asyncio.Task[None]] = set()
        self._waiting: deque[Piece] = deque()
        """What no process has room for."""
        self._is_up = False
        """Whether a process has been ready once: from then on nothing is done on the spot."""

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._most = 0
        for follower in self._followers:
            follower.cancel()
        await asyncio.gather(*self._followers, return_exceptions=True)
        for process in self._processes:
            process.end()  # also one that nobody has begun to follow
        for piece in (*self._waiting, *(piece for process in self._processes for piece in process.given)):
            piece.result.cancel()

    def begin(self, *modules: str, practise: Callable[[], object] | None = None) -> None:
        """Start the processes now, for much is to come; each gets ready while this one has other work.

        The last of several is started when the first is ready: it shares a core with the event loop, and imports
        beforehand only what it practises with.

        Args:
            modules: what it imports.
            practise: work of the kind that is to come, which it does once: patterns are compiled by then.
        """
        if self._processes:
            return
        self._order = Order(modules, practise)
        for _ in range(self._most - (self._most > 1)):
            self._start()

    @property
    def has_room(self) -> bool:
        """Whether work that is given now is done in another process, and begun at once."""
        return any(process.is_ready and not process.given for process in self._processes)

    async def sent(self) -> None:
        """Returns when the processes have what they were given: from then on the event loop may be kept busy."""
        await asyncio.gather(*(process.drain() for process in self._processes))

    async def run(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What ``function`` gives. It is importable at module level; arguments and result are plain data.

        Raises:
            LostWorkError: two processes ended over it, or it took too long.
        """
        if self._spent_s >= self._start_after_s:
            self.begin(function.__module__)
        if self._is_quicker_here:
            return self._run_here(partial(function, *args, **kwargs))
        piece = Piece(partial(function, *args, **kwargs), asyncio.get_running_loop().create_future())
        self._waiting.append(piece)
        self._share()
        return cast("T", await piece.result)

    @property
    def _is_quicker_here(self) -> bool:
        """There are no processes, or this one has done such work before and need not wait until the first is ready."""
        return not self._processes or (self._spent_s > 0 and not self._is_up)

    def _share(self) -> None:
        """Give the processes what they have room for, the one with the least first."""
        while self._waiting and (free := [process for process in self._processes if process.has_room]):
            piece = self._waiting.popleft()
            if not piece.result.done():  # nobody waits for it any more
                min(free, key=lambda process: len(process.given)).give(piece)

    def _start(self, order: Order | None = None) -> Process | None:
        try:
            process = Process(order or self._order, self._set_alarm)
        except OSError:  # none can be started
            self._most -= 1
            return None
        self._processes.append(process)
        follower = asyncio.ensure_future(self._follow(process))
        self._followers.add(follower)
        follower.add_done_callback(self._followers.discard)
        return process

    async def _follow(self, process: Process) -> None:
        """See what becomes of a process; when it ends, another one takes its place, if it had got as far as to work."""
        why = await process.follow(self._take_note)
        self._processes.remove(process)
        lost = process.given.popleft() if process.is_ready and process.given else None
        self._waiting.extendleft(reversed(process.given))  # it had not begun with these
        successor = self._start() if process.is_ready else None
        self._most -= not process.is_ready
        if lost:
            lost.losses.append(why)
            if successor and len(lost.losses) < TRIES:
                successor.give(lost)  # and nothing else beside it
            else:
                _give_up(lost)
        if not self._processes:
            self._finish_here()
        self._share()

    def _take_note(self) -> None:
        """A process is ready, or has done a piece."""
        self._is_up = True
        if len(self._processes) < self._most:
            self._start(replace(self._order, modules=()))
        self._share()

    def _finish_here(self) -> None:
        """No process can be started any more: all is done here, but for what may have been the reason."""
        self._most = 0
        while self._waiting:
            piece = self._waiting.popleft()
            if piece.losses:
                _give_up(piece)
            else:
                piece.finish(partial(self._run_here, piece.work))

    def _run_here(self, work: Callable[[], T]) -> T:
        began = process_time()
        try:
            return do_in_time(work)
        finally:
            self._spent_s += process_time() - began


def _give_up(piece: Piece) -> None:
    piece.fail(LostWorkError.after(piece.losses))


def count_cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
