"""One process that works for us, from outside: what it was given, how long it may take, and how it ended."""

import asyncio
import pickle
import signal
import socket
import subprocess
import sys
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Protocol

from assistant.offloading.inside import LENGTH_BYTES, Order, frame
from assistant.offloading.limit import LIMIT_S, TOO_LONG

AHEAD = 2
"""Pieces of work that a process is given at one time: it has the next when it is done with one."""
START = "import sys; sys.path[:] = {path!r}; from assistant.offloading.inside import work_for; work_for({channel})"


class Cancelable(Protocol):
    """Something that is to happen later."""

    def cancel(self) -> None:
        """It is not to happen any more."""


SetAlarm = Callable[[Callable[[], None]], Cancelable]
"""Has a function called when a process has taken too long."""


def ring_after_limit(ring: Callable[[], None]) -> Cancelable:
    """Call ``ring`` after ``LIMIT_S``."""
    return asyncio.get_running_loop().call_later(LIMIT_S, ring)


@dataclass(eq=False, slots=True)
class Piece:
    """A piece of work, and who waits for its result."""

    work: Callable[[], Any]
    result: asyncio.Future[Any]
    losses: list[str] = field(default_factory=list)
    """How each process ended that was at work on it."""

    def finish(self, way: Callable[[], Any]) -> None:
        """Hand over what ``way`` gives or raises, unless nobody waits for it any more."""
        if self.result.done():
            return
        try:
            self.result.set_result(way())
        except Exception as error:  # noqa: BLE001 - whoever waits for it gets it
            self.fail(error)

    def fail(self, error: Exception) -> None:
        """Hand over an error, unless nobody waits any more."""
        if not self.result.done():
            self.result.set_exception(error)


class Process:
    """Started when it is made; whoever makes it follows it to its end.

    It is a new interpreter and no fork, which would take along the connections and the database of this process; and it
    takes no module from the folder in which the user happens to be: dumps may lie there, under any name.

    Raises:
        OSError: no process can be started.
    """

    def __init__(self, order: Order, set_alarm: SetAlarm) -> None:
        self.given: deque[Piece] = deque()
        """What it has not given back yet; it is at work on the first of them."""
        self.is_ready = False
        self._set_alarm = set_alarm
        self._alarm: Cancelable | None = None
        self._why = ""
        self._writer: asyncio.StreamWriter | None = None
        self._unsent: list[bytes] = []
        self._ours, theirs = socket.socketpair()
        with theirs:
            try:
                self._process = _start(theirs.fileno())
            except OSError:
                self._ours.close()
                raise
            # at once: what comes next may keep the event loop busy for a while, and this process gets ready meanwhile
            self._ours.sendall(frame(pickle.dumps(order)))

    @property
    def has_room(self) -> bool:
        """Whether it may be given more; beside what killed another process it is given nothing."""
        return len(self.given) < AHEAD and not any(piece.losses for piece in self.given)

    def give(self, piece: Piece) -> None:
        """Give it a piece of work."""
        try:
            work = pickle.dumps(piece.work)
        except Exception as error:  # noqa: BLE001 - it is no plain data: whoever waits for it hears of it
            piece.fail(error)
            return
        self.given.append(piece)
        self._send(work)
        if self.is_ready and len(self.given) == 1:
            self._time()

    async def drain(self) -> None:
        """Returns when all that it was given is on its way: what is large is sent piece by piece."""
        if self._writer:
            with suppress(OSError):  # it has ended, and ``follow`` hears of it
                await self._writer.drain()

    async def follow(self, tell: Callable[[], None]) -> str:
        """Take back what it has done, until it ends; ``tell`` is called after each. Returns how it ended."""
        self._time()
        try:
            reader, self._writer = await asyncio.open_unix_connection(sock=self._ours)
            self._writer.transport.set_write_buffer_limits(0)  # so that all is sent where it has been waited for
            while self._unsent:
                self._send(self._unsent.pop(0))
            await _read(reader)
            self.is_ready = True
            while True:
                self._time()
                tell()
                done = await _read(reader)
                self.given.popleft().finish(partial(_unwrap, done))
        except Exception:  # noqa: BLE001 - whatever it is: nothing more comes of this process, as a rule it has ended
            return self.end()
        finally:
            self.end()

    def kill(self, why: str) -> None:
        """End it at once, whatever it is at; also where it was stopped."""
        self._why = self._why or why
        self._process.kill()

    def _send(self, message: bytes) -> None:
        if self._writer:
            self._writer.write(frame(message))
        else:
            self._unsent.append(message)

    def _time(self) -> None:
        """It may take so long from now on for what it is at."""
        if self._alarm:
            self._alarm.cancel()
        is_busy = self.given or not self.is_ready
        self._alarm = self._set_alarm(lambda: self.kill(TOO_LONG)) if is_busy else None

    def end(self) -> str:
        """See to it that it has ended, and say how."""
        self._process.kill()
        status = self._process.wait()
        if self._alarm:
            self._alarm.cancel()
        (self._writer or self._ours).close()
        self._why = self._why or _tell_status(status)
        return self._why


def _start(channel: int) -> subprocess.Popen[bytes]:
    program = START.format(path=sys.path, channel=channel)
    return subprocess.Popen(  # noqa: S603 - a program of our own
        [sys.executable, "-P", "-c", program],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,  # ours is for the report
        pass_fds=(channel,),
    )


async def _read(reader: asyncio.StreamReader) -> bytes:
    return await reader.readexactly(int.from_bytes(await reader.readexactly(LENGTH_BYTES), "big"))


def _unwrap(done: bytes) -> object:
    is_done, result = pickle.loads(done)  # noqa: S301 - our own process's
    if is_done:
        return result
    raise result


def _tell_status(status: int) -> str:
    if status >= 0:
        return f"its process ended (status {status})"
    try:
        name = signal.Signals(-status).name
    except ValueError:
        name = f"signal {-status}"
    return f"its process was killed ({name})"
