"""No 60 seconds hold more requests or tokens than the user allows, and nobody waits longer than needed."""

import asyncio

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.llm.limits import WINDOW_S, MinuteLimit, make_limits
from tests.llm.clock import FakeClock


@given(st.lists(st.integers(1, 12), min_size=1, max_size=30), st.integers(1, 20))
@settings(max_examples=40, deadline=None)
def test_no_window_ever_holds_more_than_the_limit(amounts: list[int], most: int) -> None:
    clock, taken = FakeClock(), list[tuple[float, int]]()

    async def take(limit: MinuteLimit, amount: int) -> None:
        await limit.take(amount)
        taken.append((clock.now, amount))

    async def take_all() -> None:
        limit = MinuteLimit(most, clock.timing())
        await asyncio.gather(*(take(limit, amount) for amount in amounts))

    asyncio.run(take_all())
    assert [amount for _, amount in taken] == amounts
    for start, first in taken:
        held = sum(amount for at, amount in taken if start <= at < start + WINDOW_S)
        assert held <= max(most, first)


async def test_within_the_limit_nobody_waits() -> None:
    clock, told = FakeClock(), list[str]()
    limits = make_limits(10, 1_000, clock.timing(), lambda reason, _: told.append(reason))
    for _ in range(10):
        await limits.take(100)
    assert clock.slept == []
    await limits.take(100)
    assert clock.slept == [pytest.approx(60.0)]
    assert told == ["your limit of 1,000 tokens per minute is reached"]


async def test_without_limits_nobody_waits() -> None:
    clock = FakeClock()
    limits = make_limits(None, None, clock.timing(), lambda *_: None)
    await asyncio.gather(*(limits.take(10**9) for _ in range(100)))
    assert clock.slept == []
