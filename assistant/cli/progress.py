"""How far a run is: a line that is drawn over on a terminal, plain lines elsewhere, JSON lines for programs."""

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from typing import TextIO

from assistant.cli.terminal import echo
from assistant.records import Progress, Watch

STREAMED = "BRIEFING_PROGRESS"
"""The environment variable by which the reader, which starts runs of its own, asks for JSON lines (``json``)."""
PLAIN_TERMINALS = ("dumb", "unknown")
"""Values of ``TERM`` for which rich draws nothing at all."""
LOG_EVERY_S = 10.0
"""How often a run without a terminal says how far it is."""


@contextmanager
def show_progress(*, quiet: bool = False, json_lines: bool = False) -> Iterator[Watch]:
    """Something to watch a run with.

    On a terminal a line that is drawn over; elsewhere, and on a terminal that cannot do that, plain log lines: what
    makes the run wait, and now and then how far it is. ``json_lines`` writes every change to standard output instead,
    one JSON object a line.
    """
    if json_lines:
        yield lambda progress: _stream(progress, sys.stdout)
    elif os.environ.get(STREAMED) == "json":
        yield lambda progress: _stream(progress, sys.stderr)
    elif quiet:
        yield _nothing
    elif sys.stderr.isatty() and os.environ.get("TERM", "") not in PLAIN_TERMINALS:
        from assistant.cli.bar import draw_bar

        with draw_bar(describe) as watch:
            yield watch
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
