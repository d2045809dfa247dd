"""A run never spends more than its ceiling, and an unknown price is never 0."""

import asyncio

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant import errors
from assistant.llm.paying import Cashier
from assistant.llm.prices import PriceList, estimate
from assistant.llm.retrying import Passing
from assistant.llm.spending import Purse
from assistant.records import Answer, Usage
from assistant.settings import Price
from tests.llm.conftest import MakeRequest

OWN = {"m": Price(input=1.0, output=2.0), "cached": Price(input=1.0, output=2.0, cached_input=0.1)}
OPENAI = "https://api.openai.com/v1"


@given(
    st.lists(st.tuples(st.floats(0.01, 1.0), st.floats(0.0, 1.0)), max_size=30),
    st.floats(0.0, 3.0),
)
@settings(max_examples=60, deadline=None)
def test_whatever_the_calls_cost_the_ceiling_holds(calls: list[tuple[float, float]], ceiling: float) -> None:
    purse, refused = Purse(ceiling), list[bool]()

    async def call(most: float, share: float) -> None:
        try:
            async with purse.reserve(most) as reservation:
                await asyncio.sleep(0)
                reservation.charge(most * share)
        except errors.CeilingReachedError:
            refused.append(True)

    async def call_all() -> None:
        await asyncio.gather(*(call(most, share) for most, share in calls))

    asyncio.run(call_all())
    assert purse.spent_usd <= ceiling + 1e-9
    if sum(most for most, _ in calls) <= ceiling:
        assert not refused


async def test_a_call_that_does_not_fit_beside_others_waits_for_what_they_really_cost() -> None:
    purse, order = Purse(1.0), list[str]()

    async def call(name: str) -> None:
        async with purse.reserve(0.8) as reservation:
            order.append(name)
            await asyncio.sleep(0)
            reservation.charge(0.1)

    await asyncio.gather(call("a"), call("b"), call("c"))
    assert order == ["a", "b", "c"]
    assert purse.spent_usd == pytest.approx(0.3)


async def test_a_call_that_was_given_up_does_not_lock_the_others_out() -> None:
    purse = Purse(1.0)

    async def hang() -> None:
        async with purse.reserve(0.9):
            await asyncio.sleep(60)

    hanging = asyncio.create_task(hang())
    await asyncio.sleep(0)
    waiting = asyncio.create_task(purse.reserve(0.5).__aenter__())
    await asyncio.sleep(0)
    hanging.cancel()
    with pytest.raises(errors.CeilingReachedError):  # the call that broke off counts in full: it may be billed
        await waiting


async def _pay(cashier: Cashier, result: Answer | Exception) -> Answer:
    async def attempt() -> Answer:
        if isinstance(result, Exception):
            raise result
        return result

    return await cashier.pay("m", Usage(1_000_000, 1_000_000), attempt)


async def test_an_answer_gets_its_price_and_the_purse_is_charged_that_much() -> None:
    cashier = Cashier(PriceList("http://h/v1", OWN), Purse(10.0))
    answer = await _pay(cashier, Answer("{}", "m", Usage(500_000, 250_000)))
    assert answer.cost_usd == pytest.approx(1.0)
    assert cashier.purse is not None
    assert cashier.purse.spent_usd == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("failure", "spent"),
    [
        (errors.CutReplyError("cut"), 0.5),  # billed: the answer came with it
        (Passing(errors.RateLimitedError("slow down")), 0.0),
        (errors.WrongKeyError("no"), 0.0),
        (Passing(errors.TimedOutError("slow")), 3.0),  # may be billed in full
        (Passing(errors.UnreachableError("broke")), 3.0),
    ],
)
async def test_a_failed_call_is_charged_for_what_it_may_have_cost(failure: Exception, spent: float) -> None:
    if isinstance(failure, errors.CutReplyError):
        failure.answer = Answer("{", "m", Usage(500_000, 0))
    cashier = Cashier(PriceList("http://h/v1", OWN), Purse(10.0))
    with pytest.raises(type(failure)):
        await _pay(cashier, failure)
    assert cashier.purse is not None
    assert cashier.purse.spent_usd == pytest.approx(spent)
    if isinstance(failure, errors.CutReplyError):
        assert failure.answer.cost_usd == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("base_url", "free", "model", "usd"),
    [
        (OPENAI, False, "gpt-4o-mini", 0.15 + 0.60),
        (OPENAI, False, "a-model-nobody-knows", None),
        ("https://gateway.example/v1", False, "gpt-4o-mini", None),
        ("http://127.0.0.1:4000/v1", False, "gpt-4o-mini", None),
        ("http://127.0.0.1:9931/v1", True, "gpt-4o-mini", 0.0),
        ("https://gateway.example/v1", False, "m", 3.0),
    ],
)
def test_a_price_is_known_or_it_is_none(base_url: str, free: bool, model: str, usd: float | None) -> None:
    prices = PriceList(base_url, OWN, free)
    cost = prices.cost_usd(model, Usage(1_000_000, 1_000_000))
    assert cost == (None if usd is None else pytest.approx(usd))
    assert prices.knows(model) is (usd is not None)


def test_cached_tokens_cost_their_own_price() -> None:
    prices = PriceList(OPENAI, OWN)
    assert prices.cost_usd("cached", Usage(1_000_000, 0, 600_000)) == pytest.approx(0.46)
    assert prices.cost_usd("m", Usage(1_000_000, 0, 600_000)) == pytest.approx(1.0)


async def test_without_token_counts_the_price_is_unknown() -> None:
    answer = await _pay(Cashier(PriceList("http://h/v1", OWN)), Answer("{}", "m"))
    assert answer.cost_usd is None


def test_an_estimate_counts_what_is_paid_and_what_is_kept(make_request: MakeRequest) -> None:
    requests = [make_request("a", max_output_tokens=300_000), make_request("b", max_output_tokens=600_000)]
    found = estimate(
        requests,
        model="m",
        prices=PriceList("http://h/v1", OWN),
        count_input=lambda _: 100_000,
        is_kept=lambda request: request.user == "b",
    )
    assert (found.calls, found.kept, found.input_tokens) == (1, 1, 100_000)
    assert (found.least_output_tokens, found.most_output_tokens) == (100_000, 300_000)
    assert found.least_usd == pytest.approx(0.3)
    assert found.most_usd == pytest.approx(0.7)


def test_an_estimate_for_an_unknown_model_has_no_price(make_request: MakeRequest) -> None:
    found = estimate([make_request()], model="x", prices=PriceList("http://h/v1"), count_input=lambda _: 10)
    assert (found.least_usd, found.most_usd) == (None, None)
