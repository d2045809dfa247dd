"""6. The reader never waits for the model: a run is a process of its own, and killed it shows as such, with a way on.

How quick keys are beside a process at full load, and how soon a kill shows, is measured by ``evals.bench.reader``.
"""

import asyncio
import os
import signal
import sys
from pathlib import Path

import pytest

from assistant.store import Store
from assistant.tui.jobs import Job, State
from tests.tui.helpers import WIDE, press, reading, screen_text, settle, until

BUSY = """
import sys, time
print('{"items_done": 1, "items_total": 9}', file=sys.stderr, flush=True)
end = time.monotonic() + 60
while time.monotonic() < end:
    sum(range(10000))
"""
"""It ends, so that a reader which waits for it is found out, and nothing is left behind."""


@pytest.fixture(autouse=True)
def busy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every run is a real process that says where it stands and then works on and on."""
    monkeypatch.setattr(Job, "command", lambda job: [sys.executable, "-u", "-c", BUSY])


async def start(app, pilot) -> Job:  # type: ignore[no-untyped-def]
    app.library.start(("dump.txt",))
    job: Job = app.library.job
    while not job.progress:  # noqa: ASYNC110 - a process tells nothing before its first line
        await asyncio.sleep(0.01)
    await pilot.pause()
    return job


async def test_keys_are_answered_while_it_works_and_while_it_answers_nothing_at_all(store: Store) -> None:
    async with reading(store, WIDE) as (app, pilot):
        job = await start(app, pilot)
        assert job.process
        try:
            await pilot.press("escape")
            for stopped in (False, True):
                if stopped:
                    os.kill(job.process.pid, signal.SIGSTOP)  # what waits for it now would wait for ever
                for keys, row in (("j", 1), ("j", 2), ("k", 1), ("g", 0)):
                    await pilot.press(keys)
                    await pilot.pause()
                    assert app.library.shelf.cursor == row
                    assert "run 1 of 9" in screen_text(app)
                assert job.state is State.RUNNING
        finally:
            os.kill(job.process.pid, signal.SIGKILL)


async def test_killed_with_9_it_shows_without_a_key_and_r_starts_it_again(store: Store) -> None:
    async with reading(store, WIDE) as (app, pilot):
        job = await start(app, pilot)
        assert job.process
        os.kill(job.process.pid, signal.SIGKILL)
        await until(pilot, lambda: "interrupted" in (text := screen_text(app)) and "r goes on" in text)
        assert job.state is State.KILLED
        await pilot.press("r")
        await pilot.pause()
        again = app.library.job
        assert again
        assert again is not job
        while not again.process:  # noqa: ASYNC110 - the same
            await asyncio.sleep(0.01)
        assert again.process.pid != job.process.pid
        assert again.files == job.files
        os.kill(again.process.pid, signal.SIGKILL)
        await settle(app, pilot)


async def test_what_the_killed_run_had_brought_is_kept(store: Store, tmp_path: Path) -> None:
    async with reading(store, WIDE) as (app, pilot):
        before = len(app.library.stock)
        job = await start(app, pilot)
        assert job.process
        os.kill(job.process.pid, signal.SIGKILL)
        await settle(app, pilot)
        await press(app, pilot, "escape")
        assert len(app.library.stock) == before
        assert app.library.shelf.current
