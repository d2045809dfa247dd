"""Work beside the event loop: the same results wherever it is done, nothing lost when a process dies."""

import asyncio
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from assistant.checking import check_item
from assistant.checking.practice import TOLD, check_sample, make_sample
from assistant.errors import LostWorkError
from assistant.offloading import Workers, process, run_here
from assistant.offloading.limit import do_in_time, time_limit
from assistant.offloading.process import AHEAD
from assistant.offloading.workers import TRIES
from assistant.records import Draft, Translation
from tests.builders import make_item
from tests.offloaded import (
    PRACTISED,
    await_file,
    die_once,
    fail,
    fail_at_once,
    hang,
    kill_oneself,
    leave,
    list_practised,
    make_generator,
    practise,
    tell_process,
)

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


async def test_of_several_processes_the_last_is_started_when_the_first_is_ready(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started, start = list[int](), process._start

    def count(channel: int) -> subprocess.Popen[bytes]:
        started.append(channel)
        return start(channel)

    monkeypatch.setattr(process, "_start", count)
    async with Workers(most=2) as workers:
        workers.begin("assistant.checking")
        assert len(started) == 1
        first = await workers.run(tell_process)
        pieces = [workers.run(await_file, tmp_path / "go on") for _ in range(2 * AHEAD)]
        (tmp_path / "go on").touch()
        found = {*await asyncio.gather(*pieces)}
    assert first in found
    assert len(found) == len(started) == 2


def _block_until(path: Path) -> None:
    """Wait for a file as this process's own work does: the event loop stands still."""
    for _ in range(6_000):
        if path.exists():
            return
        time.sleep(0.01)
    raise TimeoutError(path)


async def test_a_process_gets_ready_while_the_event_loop_is_busy(tmp_path: Path) -> None:
    path = tmp_path / "ready"
    async with Workers(most=1) as workers:
        workers.begin("assistant.checking", practise=partial(path.touch))
        _block_until(path)


async def test_what_was_waited_for_is_begun_while_the_event_loop_is_busy(tmp_path: Path) -> None:
    path = tmp_path / "done"
    async with Workers(most=1) as workers:
        workers.begin("assistant.checking")
        await workers.run(tell_process)
        done = asyncio.ensure_future(workers.run(path.write_bytes, bytes(20_000_000)))
        await asyncio.sleep(0)
        await workers.sent()
        _block_until(path)
        assert await done == 20_000_000


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


async def test_what_the_processes_have_no_room_for_waits_for_them(tmp_path: Path) -> None:
    path = tmp_path / "go on"
    async with Workers(most=1, start_after_s=0) as workers:
        other = await _await_process(workers)
        held = [asyncio.ensure_future(workers.run(await_file, path)) for _ in range(AHEAD)]
        waiting = [asyncio.ensure_future(workers.run(tell_process)) for _ in range(3)]
        for _ in range(20):
            await asyncio.sleep(0)
        assert not any(each.done() for each in waiting)
        path.touch()
        assert await asyncio.gather(*held, *waiting) == [other] * (AHEAD + 3)


async def test_what_nobody_waits_for_any_more_is_not_done(tmp_path: Path) -> None:
    path, made = tmp_path / "go on", tmp_path / "made"
    async with Workers(most=1, start_after_s=0) as workers:
        await _await_process(workers)
        held = [asyncio.ensure_future(workers.run(await_file, path)) for _ in range(AHEAD)]
        given_up = asyncio.ensure_future(workers.run(made.touch))
        await asyncio.sleep(0)
        held[0].cancel()
        given_up.cancel()
        path.touch()
        assert await held[1] != os.getpid()
        assert await workers.run(tell_process) != os.getpid()
    assert not made.exists()


async def test_what_is_lost_with_a_process_is_done_by_another() -> None:
    async with Workers(most=1) as workers:
        workers.begin("assistant.checking")
        first = await workers.run(tell_process)
        os.kill(first, signal.SIGKILL)
        done = await asyncio.gather(*(workers.run(tell_process) for _ in range(AHEAD + 3)))
    assert len({*done, first, os.getpid()}) == 3


@pytest.mark.parametrize(("way", "told"), [(os._exit, "status 9"), (kill_oneself, "SIGKILL")])
async def test_what_kills_its_process_fails_alone_and_is_never_done_here(way: Callable[..., None], told: str) -> None:
    async with Workers(most=1, start_after_s=0) as workers:
        await _await_process(workers)
        pieces = [
            workers.run(tell_process),
            workers.run(way, 9),
            *(workers.run(tell_process) for _ in range(AHEAD + 1)),
        ]
        done = await asyncio.gather(*pieces, return_exceptions=True)
        assert isinstance(lost := done.pop(1), LostWorkError)
        assert "2 times" in lost.message
        assert told in lost.message
        assert os.getpid() not in done
        assert all(isinstance(process, int) for process in done)
        assert await workers.run(tell_process) not in {os.getpid(), done[0]}


async def test_what_killed_a_process_is_tried_again_in_one_of_its_own(tmp_path: Path) -> None:
    async with Workers(most=1, start_after_s=0) as workers:
        first = await _await_process(workers)
        done = await asyncio.gather(*(workers.run(die_once, tmp_path / "died") for _ in range(AHEAD + 3)))
        assert await workers.run(os.getppid) == os.getpid()
    assert len({*done, first, os.getpid()}) == 3


def match_for_ever(text: str) -> None:
    while True:
        re.match(r"(a+)+$", text)


@pytest.mark.parametrize("text", ["", "a" * 60 + "b"])
def test_what_never_ends_on_the_spot_is_given_up_and_so_is_a_pattern(text: str) -> None:
    assert threading.current_thread() is threading.main_thread()
    before = signal.getsignal(signal.SIGALRM)
    with pytest.raises(LostWorkError, match="longer than 5 minutes"), time_limit(0.01):
        match_for_ever(text)
    assert signal.getsignal(signal.SIGALRM) == before
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


async def test_in_a_thread_and_in_time_all_goes_its_way() -> None:
    assert await asyncio.to_thread(do_in_time, tell_process) == os.getpid()
    assert do_in_time(tell_process) == os.getpid()
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


async def _await_files(folder: Path, number: int) -> None:
    async with asyncio.timeout(60):
        while len(os.listdir(folder)) < number:  # noqa: ASYNC110, PTH208 - no event of ours; Path would be refused too
            await asyncio.sleep(0.01)


async def test_a_process_that_hangs_is_ended_and_what_it_was_at_fails(tmp_path: Path) -> None:
    rings: list[Callable[[], None]] = []

    class Alarm:
        """An alarm that rings when the test says so."""

        def __init__(self, ring: Callable[[], None]) -> None:
            self.ring = ring
            rings.append(ring)

        def cancel(self) -> None:
            if self.ring in rings:
                rings.remove(self.ring)

    async with Workers(most=1, start_after_s=0, set_alarm=Alarm) as workers:
        await _await_process(workers)
        assert not rings
        hung, other = (asyncio.ensure_future(workers.run(*work)) for work in ((hang, tmp_path), (tell_process,)))
        for number in range(1, TRIES + 1):
            await _await_files(tmp_path, number)
            rings[0]()
        with pytest.raises(LostWorkError, match="longer than 5 minutes, 2 times"):
            await hung
        assert await other != os.getpid()


async def test_a_process_that_hangs_does_not_outlive_the_run(tmp_path: Path) -> None:
    async with Workers(most=1, start_after_s=0) as workers:
        process = await _await_process(workers)
        hung = asyncio.ensure_future(workers.run(hang, tmp_path))
        await _await_files(tmp_path, 1)
    await asyncio.wait([hung])
    assert hung.cancelled()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


async def test_processes_that_cannot_even_start_leave_the_work_to_this_one(monkeypatch: pytest.MonkeyPatch) -> None:
    async with Workers(most=2) as workers:
        workers.begin("assistant.checking", practise=leave)
        assert await asyncio.gather(*(workers.run(tell_process) for _ in range(9))) == [os.getpid()] * 9
        assert await workers.run(tell_process) == os.getpid()
    monkeypatch.setattr(process, "_start", _refuse)
    async with Workers(most=2) as workers:
        workers.begin("assistant.checking")
        assert await workers.run(tell_process) == os.getpid()


async def test_where_none_can_be_started_again_only_what_was_lost_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    async with Workers(most=1, start_after_s=0) as workers:
        await _await_process(workers)
        monkeypatch.setattr(process, "_start", _refuse)
        lost, *done = await asyncio.gather(
            workers.run(os._exit, 9), *(workers.run(tell_process) for _ in range(4)), return_exceptions=True
        )
    assert isinstance(lost, LostWorkError)
    assert done == [os.getpid()] * 4


def _refuse(_: int) -> None:
    raise BlockingIOError(11, "Resource temporarily unavailable")


@pytest.mark.parametrize("result", [lambda: None, 3])
async def test_what_is_no_plain_data_is_refused_and_the_process_goes_on(result: object) -> None:
    async with Workers(most=1, start_after_s=0) as workers:
        process = await _await_process(workers)
        with pytest.raises(Exception, match=r"pickle|sent"):
            await workers.run(make_generator if result == 3 else result)  # type: ignore[arg-type]  # neither can be sent
        assert await workers.run(tell_process) == process


async def test_no_module_is_taken_from_the_folder_in_which_the_user_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("pickle", "socket", "json", "assistant", "multiprocessing"):
        (tmp_path / f"{name}.py").write_text("open('taken', 'w')\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    async with Workers(most=1) as workers:
        workers.begin("assistant.checking")
        assert await workers.run(tell_process) != os.getpid()
    assert "taken" not in os.listdir()  # noqa: PTH208 - Path would be refused too


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
