"""Only what is listed is tried again, within bounds, and a 429 makes every call wait."""

import asyncio
from email.utils import formatdate

import pytest

from assistant import errors
from assistant.llm.retrying import LONGEST_WAIT_S, Gate, Passing, Retrier, is_passing_status, read_retry_after
from tests.llm.clock import FakeClock

NOW = 1_800_000_000.0


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"retry-after": "7"}, 7.0),
        ({"retry-after": "0.25"}, 0.25),
        ({"retry-after-ms": "1500"}, 1.5),
        ({"retry-after-ms": "1500", "retry-after": "9"}, 1.5),
        ({"retry-after": formatdate(NOW + 12, usegmt=True)}, 12.0),
        ({"retry-after": formatdate(NOW - 3600, usegmt=True)}, 0.0),
        ({"retry-after": "99999999"}, LONGEST_WAIT_S),
        ({"retry-after": formatdate(NOW + 9e8, usegmt=True)}, LONGEST_WAIT_S),
        ({"retry-after": "-5"}, 0.0),
        ({"retry-after": "nan"}, None),
        ({"retry-after": "inf"}, None),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "Fri, 99 Foo 2026 99:99:99 GMT"}, None),
    ],
)
def test_retry_after_is_read_in_its_three_forms_and_absurd_ones_are_capped(
    headers: dict[str, str], seconds: float | None
) -> None:
    assert read_retry_after(headers, now=lambda: NOW) == seconds


@pytest.mark.parametrize(
    ("status", "passing"),
    [(400, False), (401, False), (403, False), (404, False), (408, True), (409, True), (413, False), (422, False),
     (429, True), (500, True), (502, True), (503, True), (529, True)],
)  # fmt: skip
def test_the_statuses_that_are_tried_again_are_listed(status: int, passing: bool) -> None:
    assert is_passing_status(status) is passing


class Calls:
    """Fails with the errors of a list, one per attempt, then gives 42."""

    def __init__(self, *failures: Exception) -> None:
        self.failures = list(failures)
        self.attempts: list[int] = []

    async def __call__(self, number: int) -> int:
        self.attempts.append(number)
        if self.failures:
            raise self.failures.pop(0)
        return 42


def retrier(clock: FakeClock, budget_s: float = 300.0) -> tuple[Retrier, list[str]]:
    told: list[str] = []
    return Retrier(budget_s, clock.timing(), lambda message, wait_s: told.append(f"{message} {wait_s:g}")), told


async def test_waits_grow_and_each_is_told_before_it_begins() -> None:
    clock = FakeClock()
    tries, told = retrier(clock)
    calls = Calls(*(Passing(errors.ServerFaultError("HTTP 502")) for _ in range(3)))
    assert await tries.run(calls) == 42
    assert clock.slept == [0.5, 1.0, 2.0]
    assert told == ["HTTP 502 0.5", "HTTP 502 1", "HTTP 502 2"]
    assert calls.attempts == [1, 2, 3, 4]


async def test_what_is_not_listed_is_raised_at_once() -> None:
    clock = FakeClock()
    calls = Calls(errors.WrongKeyError("no"))
    with pytest.raises(errors.WrongKeyError):
        await retrier(clock)[0].run(calls)
    assert len(calls.attempts) == 1
    assert clock.slept == []


@pytest.mark.parametrize(
    ("error", "attempts"),
    [
        (errors.TimedOutError("slow"), 2),
        (errors.UnreachableError("gone"), 6),
        (errors.ServerFaultError("HTTP 500"), 6),
        (errors.RateLimitedError("slow down"), 20),
    ],
)
async def test_the_number_of_attempts_is_bounded_for_each_kind(error: errors.ModelError, attempts: int) -> None:
    calls = Calls(*(Passing(error, wait_s=0.01) for _ in range(50)))
    with pytest.raises(type(error)) as caught:
        await retrier(FakeClock())[0].run(calls)
    assert len(calls.attempts) == attempts
    assert caught.value is error
    assert caught.value.__cause__ is None


async def test_a_wait_beyond_the_budget_is_not_begun() -> None:
    clock = FakeClock()
    calls = Calls(*(Passing(errors.RateLimitedError("slow down"), wait_s=40.0) for _ in range(50)))
    with pytest.raises(errors.RateLimitedError):
        await retrier(clock, budget_s=100.0)[0].run(calls)
    assert clock.slept == [40.0, 40.0]


async def test_one_429_makes_every_call_wait() -> None:
    clock = FakeClock()
    tries, _ = retrier(clock)
    sent: list[tuple[str, float]] = []

    async def call(name: str, number: int) -> str:
        await tries.gate.passed()
        sent.append((name, clock.now))
        if name == "first" and number == 1:
            raise Passing(errors.RateLimitedError("slow down"), wait_s=30.0)
        return name

    async def later(name: str) -> str:
        await asyncio.sleep(0)
        return await tries.run(lambda number: call(name, number))

    await asyncio.gather(tries.run(lambda number: call("first", number)), *(later(f"later {n}") for n in range(3)))
    assert sent[0] == ("first", 1_000.0)
    assert all(at >= 1_030.0 for _, at in sent[1:])


async def test_a_burst_of_429s_without_a_word_counts_as_one_and_lengthens_when_it_comes_again() -> None:
    clock = FakeClock()
    gate = Gate(clock.timing())
    assert [gate.close(None) for _ in range(5)] == [0.5] * 5
    await gate.passed()
    assert gate.close(None) == 1.0
    await gate.passed()
    gate.forget()
    assert gate.close(None) == 0.5


async def test_a_call_that_went_through_makes_the_next_429_the_first_again() -> None:
    clock = FakeClock()
    tries, _ = retrier(clock)
    for _ in range(3):
        assert await tries.run(Calls(Passing(errors.RateLimitedError("slow down")))) == 42
    assert clock.slept == [0.5, 0.5, 0.5]
