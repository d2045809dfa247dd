"""``--watch`` misses nothing: whatever lands after the inboxes were listed, and however busy the process is by then."""

import asyncio
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
