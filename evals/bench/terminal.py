"""A program on a pseudo-terminal that answers the questions a terminal is asked, and tells where a frame ends."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

SIZE = (80, 24)
FRAME_END = b"\x1b[?2026l"
ANSWERS = ((b"\x1b[?2026$p", b"\x1b[?2026;2$y"), (b"\x1b[6n", b"\x1b[1;1R"), (b"\x1b[c", b"\x1b[?62c"))
PATIENCE_S = 60.0


class Terminal:
    """A program on a pseudo-terminal, of 80 x 24 unless said otherwise."""

    def __init__(self, command: list[str], environment: dict[str, str], size: tuple[int, int] = SIZE) -> None:
        self.started = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.execvpe(command[0], command, os.environ | {"TERM": "xterm-256color"} | environment)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        self.record: bytearray | None = None
        """Everything that comes is added to it, where there is one."""

    def wait_for(self, sign: bytes, patience_s: float = PATIENCE_S) -> tuple[float, int]:
        """Seconds until ``sign`` comes, and the bytes that came with it."""
        began, taken = time.perf_counter(), b""
        while sign not in taken:
            if time.perf_counter() - began > patience_s:
                raise TimeoutError(f"no {sign!r} within {patience_s:.0f} s; the last bytes: {taken[-300:]!r}")
            taken += self._read()
        return time.perf_counter() - began, len(taken)

    def _read(self) -> bytes:
        if not select.select([self.fd], [], [], 1.0)[0]:
            return b""
        try:
            data = os.read(self.fd, 65536)
        except OSError:  # the program has ended
            return b""
        if self.record is not None:
            self.record += data
        for question, answer in ANSWERS:
            if question in data:
                os.write(self.fd, answer)
        return data

    def settle(self, quiet_s: float = 0.3, most_s: float = 5.0) -> None:
        """Wait until nothing has come for a while; some programs never rest."""
        end = time.perf_counter() + most_s
        while time.perf_counter() < end and select.select([self.fd], [], [], quiet_s)[0] and self._read():
            pass

    def send(self, key: bytes) -> None:
        """Press a key; a program that has ended does not mind."""
        with suppress(OSError):
            os.write(self.fd, key)

    def key(self, key: bytes) -> tuple[float, int]:
        """Seconds from a key to the end of its frame, and the bytes of it."""
        os.write(self.fd, key)
        found = self.wait_for(FRAME_END)
        self.settle(0.03)
        return found

    def answer(self, key: bytes, quiet_s: float = 0.08) -> float | None:
        """Seconds from a key to the last byte that it brings about, of any program; None where nothing comes."""
        os.write(self.fd, key)
        began, ended = time.perf_counter(), None
        while select.select([self.fd], [], [], quiet_s if ended else 1.0)[0] and self._read():
            ended = time.perf_counter() - began
        return ended

    def last_frame(self, key: bytes, quiet_s: float = 0.08) -> float:
        """Seconds from a key to the end of the last frame that it brings about."""
        os.write(self.fd, key)
        began = time.perf_counter()
        ended, taken = 0.0, b""
        while not ended or select.select([self.fd], [], [], quiet_s)[0]:
            if time.perf_counter() - began > PATIENCE_S:
                raise TimeoutError(f"no frame within {PATIENCE_S:.0f} s")
            taken = taken[-len(FRAME_END) :] + self._read()
            if FRAME_END in taken:
                ended, taken = time.perf_counter() - began, b""
        return ended

    def child(self, word: bytes) -> int:
        """The process that the program has started with ``word`` among its arguments, as soon as there is one."""
        end = time.perf_counter() + PATIENCE_S
        while time.perf_counter() < end:
            self.settle(0.001, 0.002)
            children = Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text(encoding="ascii").split()
            for child in map(int, children):
                with suppress(OSError):  # it has ended
                    if word in Path(f"/proc/{child}/cmdline").read_bytes():
                        return child
        raise TimeoutError(f"no process with {word!r} within {PATIENCE_S:.0f} s")

    def memory_mb(self) -> float:
        """Resident memory."""
        status = Path(f"/proc/{self.pid}/status").read_text(encoding="utf-8")
        found = re.search(r"VmRSS:\s+(\d+)", status)
        return int(found[1]) / 1024 if found else 0.0

    def close(self) -> None:
        """End the program."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.fd)


@contextmanager
def running(command: list[str], environment: dict[str, str], size: tuple[int, int] = SIZE) -> Iterator[Terminal]:
    """A program that ends with the block."""
    terminal = Terminal(command, environment, size)
    try:
        yield terminal
    finally:
        terminal.close()
