"""``--watch`` misses nothing: whatever lands after the inboxes were listed, and however busy the process is by then."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from assistant.cli.watching import watch_inboxes


@pytest.mark.parametrize("passes", [1, 2])
async def test_what_arrives_while_a_pass_is_busy_is_taken_by_the_next_one(tmp_path: Path, passes: int) -> None:
    """The pass lists the inbox, then lets nothing else run (it imports, it reads) until a dump has arrived."""
    listed: list[int] = []
    seen = asyncio.Event()

    def list_and_stay_busy() -> None:
        listed.append(len(list(tmp_path.iterdir())))
        if len(listed) <= passes:
            (tmp_path / f"{len(listed)}.txt").write_text("late", encoding="utf-8")
        else:
            seen.set()

    async def work() -> None:
        list_and_stay_busy()

    watch = asyncio.create_task(watch_inboxes([str(tmp_path)], work))
    try:
        await asyncio.wait_for(seen.wait(), 30)
    finally:
        watch.cancel()
        await watch
    assert listed == list(range(passes + 1))


async def watch_until(done: asyncio.Event, inbox: Path, work: Callable[[], Awaitable[None]]) -> None:
    watch = asyncio.create_task(watch_inboxes([str(inbox)], work))
    try:
        await asyncio.wait_for(done.wait(), 150)  # seconds: a machine that runs other tests beside it is slow
    finally:
        watch.cancel()
        await watch


async def test_a_file_that_is_written_for_a_while_is_read_when_it_is_whole(tmp_path: Path) -> None:
    read: list[str] = []
    seen = asyncio.Event()

    def list_texts() -> list[str]:
        return [path.read_text(encoding="utf-8") for path in tmp_path.iterdir()]

    async def write() -> None:
        for _ in range(8):
            with (tmp_path / "slow.txt").open("a", encoding="utf-8") as file:
                file.write("more ")
            await asyncio.sleep(0.4)

    async def work() -> None:
        read.extend(list_texts())
        if read:
            seen.set()
        else:
            writing.append(asyncio.ensure_future(write()))

    writing: list[asyncio.Future[None]] = []
    await watch_until(seen, tmp_path, work)
    assert read == ["more " * 8]


async def test_an_inbox_that_was_made_anew_is_watched(tmp_path: Path) -> None:
    inbox, late = tmp_path / "inbox", tmp_path / "late.txt"
    inbox.mkdir()
    late.write_text("late", encoding="utf-8")
    listed: list[int] = []
    seen = asyncio.Event()

    async def work() -> None:
        listed.append(len(list(inbox.iterdir())) if inbox.exists() else -1)
        if len(listed) == 1:
            inbox.rmdir()
        elif -1 in listed and not inbox.exists():
            inbox.mkdir()
            late.rename(inbox / "late.txt")
        if listed[-1] == 1:
            seen.set()

    await watch_until(seen, inbox, work)
    assert listed[-1] == 1
