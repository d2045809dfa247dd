"""Work beside the event loop: the same results wherever it is done, nothing lost when a process dies."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from assistant.checking import check_item
from assistant.checking.practice import TOLD, check_sample, make_sample
from assistant.offloading import AHEAD, Workers, run_here
from assistant.records import Draft, Translation
from tests.builders import make_item

ORPHAN = """
import asyncio, os, sys
from assistant.offloading import Workers
async def main():
    async with Workers(most=1, start_after_s=0) as workers:
        while (process := await workers.run(os.getpid)) == os.getpid():
            await asyncio.sleep(0.01)
        print(process, flush=True)
        await asyncio.sleep(60)
if __name__ == "__main__":
    asyncio.run(main())
"""


def tell_process(*_: object) -> int:
    return os.getpid()


def fail(text: str) -> None:
    raise ValueError(text)


def die_elsewhere(home: int) -> str:
    """Takes the process down in which it runs, unless that is the process ``home``."""
    if os.getpid() != home:
        os.kill(os.getpid(), signal.SIGKILL)
    return "done"


async def test_what_ends_soon_is_done_on_the_spot() -> None:
    async with Workers(most=1) as workers:
        assert await workers.run(tell_process, "x") == os.getpid()
    assert await run_here(tell_process, "x") == os.getpid()


async def test_with_one_core_all_is_done_on_the_spot() -> None:
    async with Workers(most=0, start_after_s=0) as workers:
        assert await workers.run(tell_process) == os.getpid()


async def _await_process(workers: Workers) -> int:
    """The id of its first process, once it is ready; until then all is done on the spot."""
    async with asyncio.timeout(60):
        while (process := await workers.run(tell_process)) == os.getpid():  # noqa: ASYNC110 - another process has no event of ours
            await asyncio.sleep(0.01)
    return process


async def test_another_process_checks_an_item_as_this_one_does() -> None:
    item = make_item("總額85億美元。", "共3人出席。")
    draft = Draft("H", "S.", (Translation(0, "It is US$85 billion."), Translation(1, "Three attended.")), (), ())
    async with Workers(most=1, start_after_s=0) as workers:
        assert await _await_process(workers) != os.getpid()
        assert await workers.run(check_item, item, draft) == check_item(item, draft)
        with pytest.raises(ValueError, match="as it is"):
            await workers.run(fail, "as it is")


async def test_processes_may_begin_before_there_is_work_and_say_when_they_have_room() -> None:
    async with Workers(most=1) as workers:
        assert not workers.has_room
        workers.begin("assistant.checking")
        async with asyncio.timeout(60):
            while not workers.has_room:  # noqa: ASYNC110 - another process has no event of ours
                await asyncio.sleep(0.01)
        assert await workers.run(tell_process) != os.getpid()
    async with Workers(most=0) as workers:
        workers.begin("assistant.checking")
        assert not workers.has_room


PRACTISED: list[int] = []


def practise() -> None:
    PRACTISED.append(os.getpid())


def fail_at_once() -> None:
    raise ValueError


def list_practised(_: int) -> tuple[int, list[int]]:
    time.sleep(0.01)  # so that one process does not take all of them
    return os.getpid(), PRACTISED


async def test_every_process_practises_once_before_its_first_work() -> None:
    async with Workers(most=2) as workers:
        workers.begin("assistant.checking", practise=practise)
        found = await asyncio.gather(*(workers.run(list_practised, number) for number in range(50)))
    assert os.getpid() not in dict(found)
    assert all(practised == [process] for process, practised in found)
    assert not PRACTISED


async def test_a_process_that_cannot_get_ready_works_all_the_same() -> None:
    async with Workers(most=1) as workers:
        workers.begin("assistant.no_such_module", practise=fail_at_once)
        assert await workers.run(tell_process) != os.getpid()


def test_the_sample_that_is_practised_with_is_checked_without_a_flag() -> None:
    item, draft = make_sample()
    figures, findings = check_item(item, draft)
    assert not [finding for finding in findings if finding.verdict.is_flag]
    assert len(figures) >= len(TOLD)
    check_sample()


def await_file(path: Path) -> int:
    """Where it is done, once the file is there."""
    while not path.exists():
        time.sleep(0.01)
    return os.getpid()


async def test_what_the_processes_have_no_room_for_is_done_here_between_two_events(tmp_path: Path) -> None:
    path = tmp_path / "go on"
    async with Workers(most=1, start_after_s=0, help_from=3) as workers:
        other = await _await_process(workers)
        held = [asyncio.ensure_future(workers.run(await_file, path)) for _ in range(AHEAD)]
        await asyncio.sleep(0)
        done: list[int] = []
        waiting = [asyncio.ensure_future(workers.run(tell_process)) for _ in range(3)]
        for each in waiting:
            each.add_done_callback(lambda each: done.append(each.result()))
        events = 0
        while len(done) < len(waiting):
            await asyncio.sleep(0)
            events += 1
        assert done == [os.getpid()] * 3
        assert events > 3  # each had one of its own
        path.touch()
        assert await asyncio.gather(*held) == [other] * AHEAD


async def test_a_line_is_left_to_the_processes_where_this_one_has_not_learnt_the_work(tmp_path: Path) -> None:
    path = tmp_path / "go on"
    async with Workers(most=1) as workers:
        workers.begin("assistant.checking")
        held = [asyncio.ensure_future(workers.run(await_file, path)) for _ in range(AHEAD)]
        waiting = [asyncio.ensure_future(workers.run(tell_process)) for _ in range(3)]
        await asyncio.sleep(0.05)
        assert not any(each.done() for each in waiting)
        path.touch()
        (home,) = {*await asyncio.gather(*held, *waiting)}
        assert home != os.getpid()


async def test_a_line_is_worked_off_here_at_once_when_the_process_dies() -> None:
    async with Workers(most=1) as workers:
        workers.begin("assistant.checking")
        done = await asyncio.gather(*(workers.run(die_elsewhere, os.getpid()) for _ in range(AHEAD + 3)))
    assert done == ["done"] * (AHEAD + 3)


async def test_a_process_that_dies_loses_nothing_of_what_waits_for_it() -> None:
    async with Workers(most=1, start_after_s=0) as workers:
        await _await_process(workers)
        done = await asyncio.gather(*(workers.run(die_elsewhere, os.getpid()) for _ in range(AHEAD + 3)))
    assert done == ["done"] * (AHEAD + 3)


async def test_a_process_that_dies_loses_nothing() -> None:
    async with Workers(most=1, start_after_s=0) as workers:
        await _await_process(workers)
        assert await workers.run(die_elsewhere, os.getpid()) == "done"
        assert await workers.run(tell_process) == os.getpid()


def test_when_the_parent_is_killed_its_processes_end(tmp_path: Path) -> None:
    script = tmp_path / "orphan.py"
    script.write_text(ORPHAN, encoding="utf-8")
    with subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout
        child = int(parent.stdout.readline())
        parent.kill()
    for _ in range(1_200):
        if not _is_alive(child):
            return
        time.sleep(0.05)
    pytest.fail(f"process {child} outlives its parent")


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process}/stat")
    return not (state.exists() and state.read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0] == "Z")
