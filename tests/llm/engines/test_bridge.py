"""Each ``ask`` becomes a job of an engine, and waits for the outcome under its key."""

import asyncio
import pickle
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest

from assistant import errors
from assistant.llm.engines.bridge import open_bridge
from assistant.llm.engines.flow import run_each
from assistant.llm.engines.jobs import KINDS, Job, Key, Outcome
from assistant.llm.engines.local import LocalEngine
from assistant.records import Answer, Request
from tests.fakes import ScriptedModel
from tests.llm.conftest import MakeRequest


def key_of(request: Request) -> Key:
    return request.user


@dataclass
class BackwardsEngine:
    """Answers in the wrong order, after so many jobs have come."""

    wanted: int
    seen: list[Key] = field(default_factory=list)

    async def run(self, jobs: AsyncIterator[Job]) -> AsyncIterator[tuple[Key, Outcome]]:
        waiting: list[Job] = []
        async for job in jobs:
            self.seen.append(job.key)
            waiting.append(job)
            if len(waiting) == self.wanted:
                for each in reversed(waiting):
                    yield "nobody asked for this", Outcome.of(Answer("?", "m"))
                    yield each.key, Outcome.of(Answer(each.request.user, "m"))
                waiting.clear()


async def test_each_gets_its_own_answer_in_whatever_order_they_come(make_request: MakeRequest) -> None:
    async with open_bridge(BackwardsEngine(5), "m", key_of) as model:
        answers = await asyncio.gather(*(model.ask(make_request(str(n))) for n in range(5)))
    assert [answer.text for answer in answers] == ["0", "1", "2", "3", "4"]


async def test_the_same_request_twice_is_one_job(make_request: MakeRequest) -> None:
    engine = BackwardsEngine(1)
    async with open_bridge(engine, "m", key_of) as model:
        answers = await asyncio.gather(*(model.ask(make_request("same")) for _ in range(3)))
    assert [answer.text for answer in answers] == ["same"] * 3
    assert engine.seen == ["same"]


async def test_one_who_stops_waiting_takes_nothing_from_the_others(make_request: MakeRequest) -> None:
    async with open_bridge(BackwardsEngine(2), "m", key_of) as model:
        first, second = (asyncio.create_task(model.ask(make_request("same"))) for _ in range(2))
        await asyncio.sleep(0)
        first.cancel()
        await model.ask(make_request("another"))
        assert (await second).text == "same"


async def test_what_ends_the_engine_is_raised_at_everyone_who_waits_or_comes_later(make_request: MakeRequest) -> None:
    async def fail(_: Job) -> Answer:
        raise errors.StoreError("the disk is full")

    @dataclass
    class Failing:
        def run(self, jobs: AsyncIterator[Job]) -> AsyncIterator[tuple[Key, Outcome]]:
            return run_each(jobs, fail)

    async with open_bridge(Failing(), "m", key_of) as model:
        results = await asyncio.gather(*(model.ask(make_request(str(n))) for n in range(3)), return_exceptions=True)
        with pytest.raises(errors.StoreError):
            await model.ask(make_request("later"))
    assert [type(result) for result in results] == [errors.StoreError] * 3


async def test_when_it_is_closed_what_is_under_way_is_given_up(make_request: MakeRequest) -> None:
    ended: list[str] = []

    @dataclass
    class Slow:
        name: str = "slow"

        async def ask(self, request: Request) -> Answer:
            try:
                await asyncio.sleep(60)
            finally:
                ended.append(request.user)
            return Answer("", "m")

    async with open_bridge(LocalEngine(Slow()), "m", key_of) as model:
        asking = asyncio.create_task(model.ask(make_request("one")))
        await asyncio.sleep(0.01)
    asking.cancel()
    assert ended == ["one"]


async def test_the_engine_of_this_process_ends_with_its_jobs(make_request: MakeRequest) -> None:
    async def jobs() -> AsyncIterator[Job]:
        for number in range(4):
            yield Job(str(number), make_request(str(number)))

    engine = LocalEngine(ScriptedModel(lambda request: errors.RefusedError("no") if request.user == "2" else "{}"))
    outcomes = {key: outcome async for key, outcome in engine.run(jobs())}
    assert {key: outcome.kind for key, outcome in outcomes.items()} == {
        "0": "answered", "1": "answered", "2": "refused", "3": "answered",
    }  # fmt: skip


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_failure_travels_as_plain_data_and_is_the_same_error_at_the_other_end(kind: str) -> None:
    error = KINDS[kind]("what happened", advice="what to do")
    error.answer, error.stops_run = Answer("half", "m"), True
    if isinstance(error, errors.InvalidReplyError):
        error.problem = "a field is missing"
    if isinstance(error, errors.ContextOverflowError):
        error.context_tokens = 4_096
    copy = pickle.loads(pickle.dumps(Outcome.of(error))).error()
    assert type(copy) is type(error)
    assert (copy.message, vars(copy)) == (error.message, vars(error))
