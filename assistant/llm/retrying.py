"""What is tried again, when, and how all calls to a server wait together.

Only what is listed is tried again (``Passing`` is raised for it): broken connections, time-outs, HTTP 408, 409, 429 and
5xx, and replies that are none. A 429 closes the server's gate for every call, not just for the one that met it.
"""

import asyncio
import math
import random
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import TypeVar

from assistant import errors
from assistant.late import without

with without("tornado"):  # tenacity would import it where it is installed, with dask: 25 ms
    from tenacity import AsyncRetrying, RetryCallState, retry_if_exception_type

T = TypeVar("T")

FIRST_WAIT_S = 0.5
"""Doubled with each attempt, and shortened at random by up to half, so that calls do not come back in step."""
LONGEST_WAIT_S = 60.0
"""Whatever a server asks for: a longer wait is absurd, or a matter for tomorrow."""
MOST_ATTEMPTS: Mapping[type[errors.ModelError], int] = {errors.TimedOutError: 2, errors.RateLimitedError: 20}
"""A call that timed out may have been billed all the same."""
MOST_ATTEMPTS_OTHERWISE = 6


class Passing(Exception):  # noqa: N818 - no error by itself: it carries one
    """A failure that another attempt may not meet. ``wait_s`` is how long the server asks to wait."""

    def __init__(self, error: errors.ModelError, *, wait_s: float | None = None) -> None:
        super().__init__(error.message)
        self.error = error
        self.wait_s = wait_s


def is_passing_status(status: int) -> bool:
    """Whether this HTTP status is worth another attempt."""
    return status in (408, 409, 429) or status >= 500


def read_retry_after(headers: Mapping[str, str], *, now: Callable[[], float] = time.time) -> float | None:
    """Seconds to wait: from ``Retry-After-Ms``, or ``Retry-After`` as seconds or as an HTTP date; None: not said.

    Args:
        headers: with lower-case names.
        now: seconds since 1970, for dates.
    """
    for name, scale in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        try:
            wait_s = float(headers.get(name, "")) * scale
        except ValueError:
            continue
        return min(max(wait_s, 0.0), LONGEST_WAIT_S) if math.isfinite(wait_s) else None
    try:
        wait_s = parsedate_to_datetime(headers.get("retry-after", "")).timestamp() - now()
    except (ValueError, OverflowError, OSError):
        return None
    return min(max(wait_s, 0.0), LONGEST_WAIT_S)


@dataclass(frozen=True, slots=True)
class Timing:
    """The clock and what goes with it; tests bring their own."""

    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    chance: Callable[[], float] = random.random
    """A number in ``[0, 1)``."""

    def back_off(self, times: int) -> float:
        """Seconds before the next attempt after so many failures."""
        longest = min(FIRST_WAIT_S * 2.0 ** min(times - 1, 20), LONGEST_WAIT_S)
        return longest * (1 - self.chance() / 2)


@dataclass
class Gate:
    """All calls to one server go through it; a 429 closes it for a while."""

    timing: Timing
    _opens_at: float = field(default=-math.inf, init=False)
    _strikes: int = field(default=0, init=False)

    async def passed(self) -> None:
        """Returns when the gate is open."""
        while (left := self._opens_at - self.timing.clock()) > 0:
            await self.timing.sleep(left)

    def close(self, wait_s: float | None) -> float:
        """Close it for ``wait_s``, or as long as experience says; gives the seconds until it opens."""
        now = self.timing.clock()
        if self._opens_at <= now:  # the others that were in flight meet the same 429: that is one strike, not many
            self._strikes += 1
        wait_s = self.timing.back_off(self._strikes) if wait_s is None else wait_s
        self._opens_at = max(self._opens_at, now + wait_s)
        return self._opens_at - now

    def forget(self) -> None:
        """A call went through: the next 429 is the first again."""
        self._strikes = 0


@dataclass
class Retrier:
    """Tries a call until it ends, within ``budget_s`` seconds and a number of attempts.

    Args:
        budget_s: from the first attempt of a call; a wait that would go beyond it is not begun.
        timing: clock, sleep and chance.
        tell: takes one line before each wait.
        final: errors that are not tried again here, whatever they are.
    """

    budget_s: float
    timing: Timing
    tell: Callable[[str, float], None]
    final: tuple[type[errors.ModelError], ...] = ()
    gate: Gate = field(init=False)

    def __post_init__(self) -> None:
        self.gate = Gate(self.timing)

    async def run(self, attempt: Callable[[int], Awaitable[T]]) -> T:
        """What ``attempt`` gives; it is passed the number of the attempt, from 1.

        Raises:
            ModelError: the last one, when no further attempt is worth its while.
        """
        started = self.timing.clock()
        tries = AsyncRetrying(
            retry=retry_if_exception_type(Passing),
            wait=self._wait_s,
            stop=lambda state: self._is_enough(state, started),
            sleep=self.timing.sleep,
            before_sleep=self._tell,
            reraise=True,
        )
        try:
            async for one in tries:
                with one:
                    result = await attempt(one.retry_state.attempt_number)
                    self.gate.forget()
        except Passing as passing:
            failure = passing.error
        else:
            return result
        raise failure

    def _wait_s(self, state: RetryCallState) -> float:
        passing = _passing(state)
        if isinstance(passing.error, errors.RateLimitedError):
            return self.gate.close(passing.wait_s)
        return self.timing.back_off(state.attempt_number) if passing.wait_s is None else passing.wait_s

    def _is_enough(self, state: RetryCallState, started: float) -> bool:
        if isinstance(_passing(state).error, self.final):
            return True
        most = MOST_ATTEMPTS.get(type(_passing(state).error), MOST_ATTEMPTS_OTHERWISE)
        spent_s = self.timing.clock() - started
        return state.attempt_number >= most or spent_s + state.upcoming_sleep > self.budget_s

    def _tell(self, state: RetryCallState) -> None:
        self.tell(_passing(state).error.message, state.upcoming_sleep)


def _passing(state: RetryCallState) -> Passing:
    error = state.outcome.exception() if state.outcome else None
    assert isinstance(error, Passing)  # noqa: S101 - nothing else is retried
    return error
