"""How fast the reader is, on a real pseudo-terminal, beside a minimal Textual app in the same job.

    python -m evals.bench.reader [--rounds 7] [--items 10000] [--json PATH]

The gate is a ratio, never milliseconds: first useful frame <= 1.6 x the minimal app. Frames are told by mode 2026
(synchronised output), which this terminal says it understands. Medians of several rounds, the two apps in turn.
"""

import argparse
import fcntl
import json
import os
import pty
import re
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from assistant.records import DayStory, Dump, Topic
from assistant.store import STORE_NAME, open_store
from tests.pages.samples import SENTENCES, make_briefing

COLUMNS, LINES = 80, 24
FRAME_END = b"\x1b[?2026l"
ANSWERS = ((b"\x1b[?2026$p", b"\x1b[?2026;2$y"), (b"\x1b[6n", b"\x1b[1;1R"), (b"\x1b[c", b"\x1b[?62c"))
MINIMAL = """
from textual.app import App
from textual.widgets import Static
class Minimal(App):
    def compose(self):
        yield Static("USEFUL")
Minimal().run()
"""
RATIO_CEILING = 1.6
PATIENCE_S = 60.0


class Terminal:
    """A program on a pseudo-terminal of 80 x 24."""

    def __init__(self, command: list[str], environment: dict[str, str]) -> None:
        self.started = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.execvpe(command[0], command, os.environ | {"TERM": "xterm-256color"} | environment)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
        self.record: bytearray | None = None
        """Everything that comes is added to it, where there is one."""

    def wait_for(self, sign: bytes) -> tuple[float, int]:
        """Seconds until ``sign`` comes, and the bytes that came with it."""
        began, taken = time.perf_counter(), b""
        while sign not in taken:
            if time.perf_counter() - began > PATIENCE_S:
                raise TimeoutError(f"no {sign!r} within {PATIENCE_S:.0f} s; the last bytes: {taken[-300:]!r}")
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

    def settle(self, quiet_s: float = 0.3) -> None:
        """Wait until nothing has come for a while."""
        while select.select([self.fd], [], [], quiet_s)[0] and self._read():
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
def running(command: list[str], environment: dict[str, str]) -> Iterator[Terminal]:
    """A program that ends with the block."""
    terminal = Terminal(command, environment)
    try:
        yield terminal
    finally:
        terminal.close()


def fill(folder: Path, items: int) -> None:
    """A store of ``items`` briefings on days of forty."""
    text = "".join(sentence for sentence, _ in SENTENCES)
    with open_store(folder / STORE_NAME) as store:
        store.library._db.write("PRAGMA synchronous = OFF")  # a bench needs no safety
        store.library.start_run("bench", title="bench", model="")
        for number in range(0, items, 40):
            sha256 = f"{number:08x}" * 8
            store.library.save_dump(Dump(f"{number}.txt", text, sha256, "utf-8"))
            for index in range(min(40, items - number)):
                briefing = replace(make_briefing(index), dump_sha256=sha256)
                store.library.save_briefing(briefing, run="bench", day=date(2031, 5, 13) - timedelta(number // 40))
                store.stories.keep(
                    [briefing.id], [DayStory((0,), Topic.OTHER)]
                )  # or they would fold into one row a day


def measure_start(command: list[str], environment: dict[str, str], sign: bytes) -> tuple[float, float]:
    """Milliseconds to the first useful frame, and the memory after it."""
    with running(command, environment) as terminal:
        seconds, _ = terminal.wait_for(sign)
        terminal.settle()
        return seconds * 1000, terminal.memory_mb()


def measure_keys(command: list[str], environment: dict[str, str], rounds: int) -> dict[str, float]:
    """Median milliseconds and bytes of the keys that one presses most."""
    found: dict[str, float] = {}
    with running(command, environment) as terminal:
        terminal.wait_for(b"Port signs")
        terminal.settle(1.0)
        for name, key in (("list key", b"j"), ("page", b" ")):
            samples = [terminal.key(key) for _ in range(rounds * 4)]
            found[f"{name} ms"] = statistics.median(seconds for seconds, _ in samples) * 1000
            found[f"{name} bytes"] = statistics.median(size for _, size in samples)
        terminal.key(b"\r")
        terminal.settle(0.5)
        samples = [terminal.key(b"n") for _ in range(rounds * 2)]
        found["figure key ms"] = statistics.median(seconds for seconds, _ in samples) * 1000
    return found


def main() -> int:
    """Measure, print, and say whether the ratio holds."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else "")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--items", type=int, default=10_000)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="briefing-bench-") as folder:
        environment = {"BRIEFING_HOME": folder}
        fill(Path(folder), options.items)
        reader = [sys.executable, "-m", "assistant", "read"]
        minimal = [sys.executable, "-c", MINIMAL]
        ours, theirs = [], []
        for _ in range(options.rounds):
            theirs.append(measure_start(minimal, {}, b"USEFUL"))
            ours.append(measure_start(reader, environment, b"Port signs"))
        result = {
            "items": float(options.items),
            "minimal app ms": statistics.median(ms for ms, _ in theirs),
            "reader ms": statistics.median(ms for ms, _ in ours),
            "ratio": statistics.median(ms for ms, _ in ours) / statistics.median(ms for ms, _ in theirs),
            "minimal app MB": statistics.median(mb for _, mb in theirs),
            "reader MB": statistics.median(mb for _, mb in ours),
            **measure_keys(reader, environment, options.rounds),
        }
    for name, value in result.items():
        print(f"{name:>16}  {value:,.2f}" if name == "ratio" else f"{name:>16}  {value:,.0f}")
    if options.json:
        options.json.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    return int(result["ratio"] > RATIO_CEILING)


if __name__ == "__main__":
    sys.exit(main())
