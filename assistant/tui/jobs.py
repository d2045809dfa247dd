"""A run in a process of its own: it may work at full load, be cancelled or die, and the reader never waits for it."""

import asyncio
import json
import os
import shlex
import signal
import sys
import time
from asyncio.subprocess import PIPE, Process
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from assistant.tui.paint import inert

LINES_KEPT = 200
GOING_ON = "; going on in "
"""What parts the reason of a wait from its length."""
PATIENCE_S = 2.0
"""That a process is given to stop in order once it was asked to."""
COLUMNS = 72
"""Of what the process prints: it is shown with an indent, in windows from 80 columns on."""


QUIET_END = "ignore::UserWarning:multiprocessing.resource_tracker"
"""Of a run that is killed, Python's own tidying up would print a warning among what the run said."""


class State(StrEnum):
    """What has become of a job."""

    RUNNING = "running"
    DONE = "done"
    INCOMPLETE = "done, but not everything is briefed"
    FAILED = "failed"
    CANCELLED = "cancelled"
    KILLED = "interrupted"


ENDED = {
    State.DONE: "run done",
    State.INCOMPLETE: "run done, not whole",
    State.FAILED: "run failed",
    State.CANCELLED: "run cancelled",
    State.KILLED: "run interrupted",
}
"""How that is said in the line at the top."""
ENDINGS = {0: State.DONE, 1: State.INCOMPLETE, 130: State.CANCELLED}


@dataclass(slots=True)
class Job:
    """One run as the reader sees it. ``tell`` is called after each change, in the reader's own loop."""

    files: tuple[str, ...]
    folder: Path
    """Of the store that the run writes to."""
    tell: Callable[["Job"], None]
    options: Sequence[str] = ()
    retries: str = ""
    """A run whose failed items are asked about anew; empty: the files are briefed, with the replies that are kept."""
    state: State = State.RUNNING
    progress: dict[str, Any] = field(default_factory=dict)
    """The last ``Progress``, as JSON."""
    waits: dict[str, int] = field(default_factory=dict)
    """Why it waited or complained, and how often, the newest last; of waits the length is left out."""
    lengths: dict[str, str] = field(default_factory=dict)
    """Reason of a wait -> how long the last one for it is: ``2 s``."""
    is_seen: bool = False
    """Whether the user has seen how it ended."""
    result: str = ""
    started: float = field(default_factory=time.monotonic)
    ended: float | None = None
    status: int | None = None
    process: Process | None = None

    @property
    def is_running(self) -> bool:
        """Whether it has not ended."""
        return self.state is State.RUNNING

    @property
    def is_incomplete(self) -> bool:
        """Whether it has ended, and not everything is briefed."""
        return self.state is State.INCOMPLETE

    @property
    def ended_in(self) -> str:
        """How it ended, for the line at the top."""
        return ENDED[self.state]

    @property
    def title(self) -> str:
        """What is being briefed."""
        first = Path(self.files[0]).name or self.files[0]
        return first if len(self.files) == 1 else f"{first} and {len(self.files) - 1} more"

    @property
    def so_far(self) -> str:
        """``8 of 20``; empty while the files are being read."""
        total = self.progress.get("items_total", 0)
        return f"{self.progress.get('items_done', 0)} of {total}" if total else ""

    @property
    def seconds(self) -> float:
        """How long it has run."""
        return (self.ended or time.monotonic()) - self.started

    @property
    def seconds_left(self) -> float | None:
        """How long it may take still, at the pace so far; None where nothing can be said."""
        done, total = int(self.progress.get("items_done", 0)), int(self.progress.get("items_total", 0))
        return self.seconds / done * (total - done) if done and total > done else None

    @property
    def has_asked(self) -> bool:
        """Whether a model was asked, or would have been but for a kept reply."""
        spending: dict[str, Any] = self.progress.get("spending") or {}
        return bool(spending.get("calls") or spending.get("kept"))

    def command(self) -> list[str]:
        """What is started."""
        if self.retries:
            return [sys.executable, "-m", "assistant", "retry", *self.options, "--", self.retries]
        return [sys.executable, "-m", "assistant", "run", *self.options, "--", *self.files]

    async def run(self) -> None:
        """Start the process and follow it to its end."""
        environment = os.environ | {
            "BRIEFING_PROGRESS": "json",
            "BRIEFING_DATA_DIR": str(self.folder),
            "COLUMNS": str(COLUMNS),
            "PYTHONWARNINGS": os.environ.get("PYTHONWARNINGS", QUIET_END),
        }
        self.process = await asyncio.create_subprocess_exec(
            *self.command(), stdin=asyncio.subprocess.DEVNULL, stdout=PIPE, stderr=PIPE, env=environment, limit=2**22
        )
        await asyncio.gather(self._follow(), self._collect())
        self.status = await self.process.wait()
        self.ended = time.monotonic()
        self.state = State.KILLED if self.status < 0 else ENDINGS.get(self.status, State.FAILED)
        if self.status == -signal.SIGINT:
            self.state = State.CANCELLED
        self.tell(self)

    async def _follow(self) -> None:
        assert self.process  # noqa: S101 - it has been started
        assert self.process.stderr  # noqa: S101 - it is a pipe
        async for line in self.process.stderr:
            self._take(line.decode("utf-8", "replace").rstrip())
            self.tell(self)

    async def _collect(self) -> None:
        assert self.process  # noqa: S101 - it has been started
        assert self.process.stdout  # noqa: S101 - it is a pipe
        self.result = (await self.process.stdout.read()).decode("utf-8", "replace")

    def _take(self, line: str) -> None:
        try:
            told = json.loads(line) if line.startswith("{") else None
        except ValueError:
            told = None
        if isinstance(told, dict):
            self.progress = told
            line = str(told.get("message") or "") if told.get("event") == "waiting" else ""
        reason, _, wait = line.partition(GOING_ON)
        if reason.strip():
            self.waits[reason] = self.waits.pop(reason, 0) + 1
            self.lengths[reason] = wait
            if len(self.waits) > LINES_KEPT:
                oldest = next(iter(self.waits))
                del self.waits[oldest], self.lengths[oldest]

    @property
    def way_on(self) -> str:
        """The command that goes on where it stopped."""
        words = ["retry", self.retries] if self.retries else ["run", *self.files]
        return inert(shlex.join(["briefing", *words]))

    def cancel(self) -> None:
        """Ask the process to stop; what was answered is kept."""
        if self.process and self.process.returncode is None:
            self.process.send_signal(signal.SIGINT)


async def end(process: Process) -> None:
    """Ask a process to stop, and see to it that it has: what it was answered so far is kept."""
    if process.returncode is not None:
        return
    with suppress(ProcessLookupError):  # it ended this very moment
        process.send_signal(signal.SIGINT)
    try:
        async with asyncio.timeout(PATIENCE_S):
            await process.wait()
    except TimeoutError:
        process.kill()
        await process.wait()
