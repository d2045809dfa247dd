"""Live progress on a terminal: one line that is drawn over, on standard error, gone when the work is done."""

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from typing import TextIO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from assistant.cli.terminal import echo
from assistant.inert import clean_line
from assistant.records import Progress, Watch

STREAMED = "BRIEFING_PROGRESS"
"""The environment variable by which the reader, which starts runs of its own, asks for JSON lines (``json``)."""
LOG_EVERY_S = 10.0
"""How often a run without a terminal says how far it is."""


@contextmanager
def show_progress(*, quiet: bool = False, json_lines: bool = False) -> Iterator[Watch]:
    """Something to watch a run with.

    On a terminal a line that is drawn over; elsewhere plain log lines: what makes the run wait, and now and then how
    far it is. ``json_lines`` writes every change to standard output instead, one JSON object a line.
    """
    if json_lines:
        yield lambda progress: _stream(progress, sys.stdout)
    elif os.environ.get(STREAMED) == "json":
        yield lambda progress: _stream(progress, sys.stderr)
    elif quiet:
        yield _nothing
    elif sys.stderr.isatty():
        with _bar() as bar:
            yield _Drawn(bar)
    else:
        yield _Logged()


def describe(progress: Progress) -> str:
    """What is under way, in words."""
    if progress.message:
        return progress.message
    spending = progress.spending
    tokens = spending.usage.input_tokens + spending.usage.output_tokens
    parts = [
        f"{progress.in_flight} {'call' if progress.in_flight == 1 else 'calls'} awaited" if progress.in_flight else "",
        f"{tokens:,} tokens" if tokens else "",
        f"US${spending.cost_usd:.4f}" if spending.cost_usd else "",
    ]
    return " · ".join(part for part in parts if part)


def _bar() -> Bar:
    return Bar(
        TextColumn("briefing"),
        BarColumn(bar_width=20),
        MofNCompleteColumn(),
        TextColumn("items"),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
        TextColumn("{task.description}", markup=False),
        console=Console(stderr=True),
        transient=True,
    )


class _Drawn:
    """Draws each change."""

    def __init__(self, bar: Bar) -> None:
        self._bar = bar
        self._task = bar.add_task("", total=None)

    def __call__(self, progress: Progress) -> None:
        self._bar.update(
            self._task,
            total=progress.items_total or None,
            completed=progress.items_done,
            description=clean_line(describe(progress)),
        )


class _Logged:
    """Writes a line when the run waits for something, once for each reason, and one every ``LOG_EVERY_S`` seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._said = ""
        self._clock = clock
        self._next = clock() + LOG_EVERY_S

    def __call__(self, progress: Progress) -> None:
        if progress.message and progress.message != self._said:
            echo(f"briefing: {progress.message}", err=True)
        self._said = progress.message
        if self._clock() >= self._next:
            self._next = self._clock() + LOG_EVERY_S
            state = describe(replace(progress, message=""))
            items = f"{progress.items_done} of {progress.items_total} items so far"
            echo(f"briefing: {items}" + (f" · {state}" if state else ""), err=True)


def _stream(progress: Progress, file: TextIO) -> None:
    """One JSON line for each change, for the program that started this one.

    Raises:
        KeyboardInterrupt: that program is gone, and nobody would see where the run goes: it ends as by ctrl+c. (As an
            error of the item that was being told of, it would be kept as that item's failure.)
    """
    try:
        print(json.dumps(asdict(progress), ensure_ascii=False), file=file, flush=True)
    except BrokenPipeError:
        if file is sys.stderr:
            sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - open for the rest of the process
        raise KeyboardInterrupt from None


def _nothing(_: Progress) -> None:
    """Nothing is said."""
