"""SIGTERM ends what an event loop does like ctrl+c, also where a shell has told its jobs to ignore ctrl+c."""

import subprocess
import sys
from collections.abc import Callable

import pytest

SWALLOWED = """
import asyncio, os, signal
from assistant.cli import _heed_sigterm

class Resource:
    def __del__(self):
        os.kill(os.getpid(), signal.SIGTERM)
        for _ in range(1000):
            pass  # a handler runs between two steps of the interpreter, here where Python swallows what is raised

async def work():
    Resource()
    try:
        await asyncio.sleep(20)
    except asyncio.CancelledError:
        print("put away", flush=True)
        raise

_heed_sigterm()
try:
    asyncio.run(work())
except KeyboardInterrupt:
    print("interrupted")
"""
IGNORING = """
import os, signal
from assistant.cli import _heed_sigterm

_heed_sigterm()
os.kill(os.getpid(), signal.SIGINT)
print("goes on")
"""


def run_in_the_background(program: str) -> str:
    """What ``program`` prints where its parent has it ignore SIGINT, as a shell does with ``&``."""
    return run(f"import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\n{program}")


def run(program: str) -> str:
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=15, check=False)
    return done.stdout


@pytest.mark.parametrize("start", [run, run_in_the_background])
def test_what_is_under_way_is_put_away_wherever_the_signal_falls(start: Callable[[str], str]) -> None:
    assert start(SWALLOWED) == "put away\ninterrupted\n"


def test_ctrl_c_of_a_terminal_does_not_reach_a_job_in_the_background() -> None:
    assert run_in_the_background(IGNORING) == "goes on\n"
    assert run(IGNORING) == ""
