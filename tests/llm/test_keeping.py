"""A reply is kept before it is used, and what was paid for once is never paid for again."""

import asyncio
import pickle
from dataclasses import dataclass, field, replace

import pytest

from assistant import errors
from assistant.llm.engines.books import MemoryBooks
from assistant.llm.keeping import KeptModel
from assistant.llm.kept_call import ANSWERED, Call, make_call
from assistant.records import Answer, Request, Usage
from tests.fakes import ScriptedModel
from tests.llm.conftest import MakeRequest

GOOD = '{"english": "up"}'


@dataclass
class MemoryLedger:
    """A ledger that lives as long as the test; it can be told to fail."""

    calls: dict[str, Call] = field(default_factory=dict)
    fails: bool = False
    books: MemoryBooks = field(default_factory=MemoryBooks)

    def get(self, key: str) -> Call | None:
        call = self.calls.get(key)
        return call if call and call.is_kept else None

    def put(self, call: Call) -> None:
        if self.fails:
            raise errors.StoreError("the disk is full")
        self.calls[call.key] = call


async def test_the_second_time_nothing_is_asked(make_request: MakeRequest) -> None:
    ledger, model = MemoryLedger(), ScriptedModel([Answer(GOOD, "m-1", Usage(10, 5, 2), 1.5, 0.02)])
    first = await KeptModel(model, ledger).ask(make_request())
    again = await KeptModel(model, ledger).ask(make_request())
    assert len(model.requests) == 1
    assert not first.kept
    assert again == replace(first, kept=True)
    assert first.key == again.key != ""


async def test_an_answer_is_in_the_ledger_before_it_is_used(make_request: MakeRequest) -> None:
    ledger = MemoryLedger()
    answer = await KeptModel(ScriptedModel([GOOD]), ledger, server="host").ask(make_request())
    call = ledger.calls[answer.key]
    assert (call.outcome, call.reply, call.server, call.system) == (ANSWERED, GOOD, "host", "Translate.")


@pytest.mark.parametrize(
    "error",
    [
        errors.RefusedError("no"),
        errors.FilteredError("no"),
        errors.CutReplyError("cut"),
        errors.InvalidReplyError("empty"),
        errors.ContextOverflowError("too long"),
    ],
)
async def test_what_a_server_would_say_again_is_kept_and_raised_again(
    error: errors.ModelError, make_request: MakeRequest
) -> None:
    error.answer = Answer("half a rep", "m-1", Usage(9, 3), 0.5, 0.01)
    ledger, model = MemoryLedger(), ScriptedModel([error])
    for _ in range(2):
        with pytest.raises(type(error)) as caught:
            await KeptModel(model, ledger).ask(make_request())
    assert caught.value.message == error.message
    assert caught.value.answer.text == "half a rep"
    assert caught.value.answer.kept
    assert len(model.requests) == 1


@pytest.mark.parametrize(
    "error", [errors.TimedOutError("slow"), errors.UnreachableError("gone"), errors.ServerFaultError("502")]
)
async def test_a_passing_failure_is_written_down_but_asked_again(
    error: errors.ModelError, make_request: MakeRequest
) -> None:
    ledger, model = MemoryLedger(), ScriptedModel([error, GOOD])
    with pytest.raises(type(error)):
        await KeptModel(model, ledger).ask(make_request())
    assert [call.outcome for call in ledger.calls.values()] == [error.kind]
    assert (await KeptModel(model, ledger).ask(make_request())).text == GOOD


async def test_a_call_that_was_not_sent_is_not_written_down(make_request: MakeRequest) -> None:
    ledger = MemoryLedger()
    with pytest.raises(errors.CeilingReachedError):
        await KeptModel(ScriptedModel([errors.CeilingReachedError("too dear")]), ledger).ask(make_request())
    assert ledger.calls == {}


def _variants(request: Request) -> list[Request]:
    return [
        replace(request, user="other"),
        replace(request, system="other"),
        replace(request, schema='{"type":"object"}'),
        replace(request, max_output_tokens=7),
        replace(request, prompt=replace(request.prompt, sha256="cd" * 32)),
    ]


def test_the_key_changes_with_everything_that_decides_the_answer(make_request: MakeRequest) -> None:
    request = make_request()

    def key(request: Request, server: str = "s", model: str = "m", temperature: float = 0.2) -> str:
        return make_call(request, server=server, model=model, parameters={"temperature": temperature}).key

    keys = [key(request), *map(key, _variants(request))]
    keys += [key(request, server="t"), key(request, model="n"), key(request, temperature=0.3)]
    assert len(set(keys)) == len(keys)
    assert key(replace(request, subjects=("another headline",))) == key(request)


async def test_the_same_request_in_flight_is_asked_once(make_request: MakeRequest) -> None:
    model = ScriptedModel([GOOD, GOOD])
    kept = KeptModel(model, MemoryLedger())
    answers = await asyncio.gather(*(kept.ask(make_request()) for _ in range(5)))
    assert len(model.requests) == 1
    assert [answer.kept for answer in answers] == [False, True, True, True, True]
    assert not kept._locks


async def test_fresh_ignores_what_was_kept_before_but_not_what_it_kept_itself(make_request: MakeRequest) -> None:
    ledger, model = MemoryLedger(), ScriptedModel([GOOD, '{"english": "newer"}'])
    await KeptModel(model, ledger).ask(make_request())
    fresh = KeptModel(model, ledger, fresh=True)
    assert (await fresh.ask(make_request())).text == '{"english": "newer"}'
    assert (await fresh.ask(make_request())).kept


async def test_when_the_ledger_fails_nothing_more_is_paid(make_request: MakeRequest) -> None:
    model = ScriptedModel(lambda _: GOOD)
    kept = KeptModel(model, MemoryLedger(fails=True))
    for number in range(10):
        with pytest.raises(errors.StoreError):
            await kept.ask(make_request(str(number)))
    assert len(model.requests) == 1


def test_calls_and_errors_travel_to_other_processes(make_request: MakeRequest) -> None:
    call = make_call(make_request(), server="s", model="m", parameters={})
    assert pickle.loads(pickle.dumps(call)) == call
    error = errors.ContextOverflowError("too long", context_tokens=4096, advice="split")
    error.answer = Answer("x", "m")
    copy = pickle.loads(pickle.dumps(error))
    assert (copy.message, copy.context_tokens, copy.advice, copy.answer) == ("too long", 4096, "split", error.answer)


async def test_a_call_is_in_flight_until_its_answer_is_kept(make_request: MakeRequest) -> None:
    ledger, kept_when_asked = MemoryLedger(), []

    class Slow:
        """Hands its answers on by way of a few turns of the loop, as engines do."""

        name = "m"

        async def ask(self, _: Request) -> Answer:
            kept_when_asked.append(len(ledger.calls))
            await asyncio.sleep(0.01)
            return Answer(GOOD, "m-1", Usage(1, 1), 0.1)

    model = KeptModel(Slow(), ledger, slots=asyncio.Semaphore(2))
    await asyncio.gather(*(model.ask(make_request(f"第{number}則")) for number in range(6)))
    assert all(asked - kept < 2 for asked, kept in enumerate(kept_when_asked))


async def test_once_an_answer_cannot_be_kept_no_call_is_sent_that_waited_for_its_turn(
    make_request: MakeRequest,
) -> None:
    inner = ScriptedModel([GOOD] * 5)
    model = KeptModel(inner, MemoryLedger(fails=True), slots=asyncio.Semaphore(1))
    asking = (model.ask(make_request(f"第{number}則")) for number in range(5))
    results = await asyncio.gather(*asking, return_exceptions=True)
    assert [type(result) for result in results] == [errors.StoreError] * 5
    assert len(inner.requests) == 1
