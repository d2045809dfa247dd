"""One model on one server: retries, limits, the ceiling, the ladder."""

from dataclasses import dataclass, field

from assistant import errors
from assistant.llm.dialect import Dialect, first_dialect, step_down
from assistant.llm.faults import Target, explain_status
from assistant.llm.limits import Limits
from assistant.llm.outcomes import is_worth_another, read_completion
from assistant.llm.paying import Cashier
from assistant.llm.profiles import Profile
from assistant.llm.retrying import Passing, Retrier, Timing, is_passing_status, read_retry_after
from assistant.llm.transport import HttpError, Transport
from assistant.llm.wire import count_input, make_body
from assistant.records import Answer, Request, Usage

ATTEMPTS_TO_REACH = 3
"""About two seconds: time to restart, not to wait for a wrong address."""


@dataclass
class ServerModel:
    """A ``Model`` that is a server. What goes wrong is an error with a sentence of its own, or tried again."""

    target: Target
    profile: Profile
    transport: Transport
    cashier: Cashier
    limits: Limits
    retrier: Retrier
    deadline_s: float
    """Of one attempt."""
    timing: Timing
    _dialect: Dialect = field(init=False)

    def __post_init__(self) -> None:
        self._dialect = first_dialect(self.profile)

    @property
    def name(self) -> str:
        """The model's name as it is asked for."""
        return self.target.model

    async def ask(self, request: Request) -> Answer:
        """Answer one request, or raise a ``ModelError``."""
        most = self._most(request)
        return await self.retrier.run(
            lambda number: self.cashier.pay(self.name, most, lambda: self._attempt(request, most, number))
        )

    def _most(self, request: Request) -> Usage:
        """What the call can use at the utmost; counted only where something hangs on it."""
        if self.limits.tokens is None and self.cashier.purse is None:
            return Usage()
        return Usage(count_input(request, self.name), request.max_output_tokens)

    async def _attempt(self, request: Request, most: Usage, number: int) -> Answer:
        await self.limits.take(most.input_tokens + most.output_tokens)
        await self.retrier.gate.passed()
        return await self._send(request, number)

    async def _send(self, request: Request, number: int) -> Answer:
        """Send it, and again in another dialect as long as the server refuses an argument that it can do without."""
        while True:
            dialect = self._dialect
            started = self.timing.clock()
            body = make_body(request, self.profile, dialect, model=self.name, attempt=number)
            outcome = await self.transport.post(body, deadline_s=self.deadline_s)
            if isinstance(outcome, bytes):
                return self._read(outcome, self.timing.clock() - started)
            if isinstance(outcome, errors.ModelError):
                raise self._judge_silence(outcome, number)
            failure = explain_status(outcome.status, outcome.body, self.target)
            if isinstance(failure, errors.ContextOverflowError) or not self._adapt(dialect, outcome):
                raise judge(failure, outcome)

    def _read(self, body: bytes, seconds: float) -> Answer:
        try:
            return read_completion(body, self.target, seconds=seconds)
        except (errors.ServerFaultError, errors.RateLimitedError) as error:
            if is_worth_another(body):
                raise Passing(error) from None
            raise

    def _judge_silence(self, failure: errors.ModelError, number: int) -> errors.ModelError | Passing:
        """A server that never answered is not there: soon given up, for the whole run."""
        absent = isinstance(failure, errors.UnreachableError) and not self.transport.reached
        failure.stops_run = absent
        return failure if absent and number >= ATTEMPTS_TO_REACH else Passing(failure)

    def _adapt(self, used: Dialect, refusal: HttpError) -> bool:
        """Whether there is another way to put it; another call may have found it in the meantime."""
        if self._dialect == used:
            self._dialect = step_down(used, self.profile, refusal.status, refusal.text) or used
        return self._dialect != used


def judge(failure: errors.ModelError, answer: HttpError) -> errors.ModelError | Passing:
    """Whether it is worth another attempt."""
    final = failure.stops_run or isinstance(failure, errors.ContextOverflowError | errors.FilteredError)
    if final or not is_passing_status(answer.status):
        return failure
    return Passing(failure, wait_s=read_retry_after(answer.headers))
