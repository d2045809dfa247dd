"""What a command's event loop gives comes back, and nobody writes it out on the way."""

import asyncio
import os
import signal

import pytest

from assistant.cli.waiting import wait_for


class Large:
    """Stands for the report of ten thousand items."""

    def __repr__(self) -> str:
        raise AssertionError("it is written out")


def test_what_comes_of_it_is_handed_over_and_never_written_out() -> None:
    large = Large()

    async def make() -> Large:
        await asyncio.sleep(0)
        return large

    assert wait_for(make()) is large


def test_what_goes_wrong_is_raised() -> None:
    async def fail() -> None:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        wait_for(fail())


def test_ctrl_c_ends_what_works_itself_before_it_waits_again() -> None:
    async def work() -> None:
        os.kill(os.getpid(), signal.SIGINT)
        raise AssertionError("it goes on")

    with pytest.raises(KeyboardInterrupt):
        wait_for(work(), works_itself=True)
