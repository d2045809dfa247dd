"""The real SDK against a real HTTP server: every way a server can answer has its own outcome."""

import asyncio
import gc
import logging
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from assistant import errors
from assistant.llm.openai_server import connect
from assistant.llm.retrying import Timing
from assistant.records import Progress
from assistant.settings import load_settings
from tests.llm.acts import ACTS, Act
from tests.llm.clock import FakeClock
from tests.llm.conftest import MakeRequest
from tests.llm.server import FakeServer
from tests.llm.test_keeping import MemoryLedger

KEY = "sk-secret-0123456789abcdef"

OUTCOMES: list[tuple[str, type[errors.ModelError], str]] = [
    # act of the server, error, what its sentence says
    ("cut", errors.CutReplyError, "before its reply was complete"),
    ("refusal", errors.RefusedError, "I cannot help"),
    ("content-filter", errors.FilteredError, "content filter"),
    ("content-filter-400", errors.FilteredError, "content filter"),
    ("no-choices", errors.ServerFaultError, "no choice"),
    ("empty", errors.InvalidReplyError, "is empty"),
    ("null-content", errors.InvalidReplyError, "is empty"),
    ("error-on-200", errors.ServerFaultError, "upstream is busy"),
    ("html-on-200", errors.ServerFaultError, "502 Bad Gateway"),
    ("half-json-on-200", errors.ServerFaultError, "no reply"),
    ("list-on-200", errors.ServerFaultError, "no reply"),
    ("deep-on-200", errors.ServerFaultError, "no reply"),
    ("string-error", errors.ServerFaultError, "something is off"),
    ("detail-error", errors.ServerFaultError, "something is off"),
    ("bare-string", errors.ServerFaultError, "something is off"),
    ("deep-400", errors.ServerFaultError, "HTTP 400"),
    ("wrong-key", errors.WrongKeyError, "does not accept the key"),
    ("forbidden", errors.WrongKeyError, "does not allow"),
    ("no-model", errors.NoSuchModelError, "does not know the model"),
    ("redirect", errors.UnreachableError, "another address"),
    ("quota", errors.QuotaExhaustedError, "no credit"),
    ("overflow-llama", errors.ContextOverflowError, "context"),
    ("overflow-openai", errors.ContextOverflowError, "context"),
    ("hang", errors.TimedOutError, "within 0.3 seconds"),
    ("drip", errors.TimedOutError, "within 0.3 seconds"),
    ("reset", errors.UnreachableError, "connection broke"),
    ("reset-in-body", errors.UnreachableError, "connection broke"),
    ("fin-in-body", errors.UnreachableError, "connection broke"),
    ("429-absent", errors.RateLimitedError, "slow down"),
    ("html-502", errors.ServerFaultError, "HTTP 502"),
    ("timeout-408", errors.TimedOutError, "gave up"),
]


@pytest.mark.parametrize(("act", "kind", "words"), OUTCOMES)
async def test_each_outcome_has_its_own_error_and_sentence(
    act: str, kind: type[errors.ModelError], words: str, make_request: MakeRequest
) -> None:
    async with FakeServer(acts=[act]) as server:
        settings = load_settings(base_url=server.url, timeout_s=0.3, retry_budget_s=0)
        async with connect(settings) as model:
            with pytest.raises(kind) as caught:
                await model.ask(make_request())
    assert type(caught.value) is kind
    assert words in caught.value.message
    assert "\n" not in caught.value.message
    assert "bytes" not in caught.value.message  # what differs from call to call would make one trouble many
    assert len(server.bodies) == 1


async def test_a_good_reply_comes_with_its_tokens(make_request: MakeRequest) -> None:
    async with (
        FakeServer(lambda _: '{"english": "Pork is up 3.5%."}') as server,
        connect(load_settings(base_url=server.url, model="m")) as model,
    ):
        answer = await model.ask(make_request())
    assert answer.text == '{"english": "Pork is up 3.5%."}'
    assert answer.model == "m"
    assert answer.usage.input_tokens > 0
    assert answer.usage.output_tokens == len(answer.text)
    assert answer.seconds > 0
    assert answer.cost_usd is None


async def test_a_cut_reply_carries_what_came_and_what_it_cost(make_request: MakeRequest, tmp_path: Any) -> None:
    (tmp_path / "config.toml").write_text('[prices."fake-model"]\ninput = 1000\noutput = 1000\n')
    async with FakeServer(acts=["cut"]) as server, connect(load_settings(base_url=server.url)) as model:
        with pytest.raises(errors.CutReplyError) as caught:
            await model.ask(make_request())
    assert caught.value.answer.text.startswith('{"items"')
    assert caught.value.answer.cost_usd > 0


async def test_a_reply_that_is_whole_at_the_limit_is_taken(make_request: MakeRequest) -> None:
    async with (
        FakeServer(acts=[Act(content='{"english": "x"}', finish_reason="length")]) as server,
        connect(load_settings(base_url=server.url)) as model,
    ):
        assert (await model.ask(make_request())).text == '{"english": "x"}'


def test_without_key_and_address_there_is_no_model() -> None:
    with pytest.raises(errors.NoModelError) as caught:
        connect(load_settings())
    assert "OPENAI_API_KEY" in caught.value.advice


# ---------------------------------------------------------------------------------------------------- the ladder


@pytest.mark.parametrize("refusal", ["no-json-schema-400", "no-json-schema-422", "no-json-schema-500"])
async def test_a_server_without_json_schema_is_asked_one_step_down_from_then_on(
    refusal: str, make_request: MakeRequest
) -> None:
    async with (
        FakeServer(lambda _: '{"english": "x"}', acts=[refusal] * 99) as server,
        connect(load_settings(base_url=server.url)) as model,
    ):
        for number in range(3):
            await model.ask(make_request(str(number)))
    formats = [body.get("response_format", {}).get("type") for body in server.bodies]
    assert formats == ["json_schema", "json_object", "json_object", "json_object"]
    assert '"english"' in server.bodies[1]["messages"][0]["content"]


async def test_the_ladder_ends_with_the_prompt_alone(make_request: MakeRequest) -> None:
    async with (
        FakeServer(lambda _: '{"english": "x"}', acts=["no-json-schema-400", "no-json-object"]) as server,
        connect(load_settings(base_url=server.url)) as model,
    ):
        await asyncio.gather(*(model.ask(make_request(str(number))) for number in range(2)))
    assert "response_format" not in server.bodies[-1]
    assert "JSON schema" in server.bodies[-1]["messages"][0]["content"]


@pytest.mark.parametrize(
    ("message", "check"),
    [
        ("Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens'.", lambda b: "max_completion_tokens" in b),
        ("Unsupported value: 'temperature' does not support 0.2", lambda b: "temperature" not in b),
        ("unknown field seed", lambda b: "seed" not in b),
        ("max_tokens is too large: this model supports at most 64 completion tokens", lambda b: b["max_tokens"] == 64),
    ],
)
async def test_an_argument_that_the_server_refuses_by_name_is_given_up(
    message: str, check: Callable[[dict[str, Any]], bool], make_request: MakeRequest
) -> None:
    async with (
        FakeServer(acts=[Act(400, body={"error": {"message": message}})]) as server,
        connect(load_settings(base_url=server.url, server="llama.cpp")) as model,
    ):
        await model.ask(make_request())
        await model.ask(make_request("another"))
    assert not check(server.bodies[0])
    assert check(server.bodies[1])
    assert check(server.bodies[2])


async def test_a_server_that_refuses_everything_is_not_asked_for_ever(make_request: MakeRequest) -> None:
    everything = "response_format max_tokens max_completion_tokens temperature seed cache_prompt"
    async with (
        FakeServer(acts=[Act(400, body={"error": everything})] * 99) as server,
        connect(load_settings(base_url=server.url, server="llama.cpp")) as model,
    ):
        with pytest.raises(errors.ServerFaultError):
            await model.ask(make_request())
    assert len(server.bodies) < 10


# ----------------------------------------------------------------------------------------------- trying again


@pytest.mark.parametrize(
    "act",
    [
        "html-502",
        "reset",
        "fin-in-body",
        "429-seconds",
        "429-date",
        "429-absurd",
        "429-ms",
        "peg-native",
        "error-on-200",
    ],
)
async def test_a_passing_fault_is_waited_out_and_told(act: str, make_request: MakeRequest) -> None:
    clock, seen = FakeClock(), list[Progress]()
    async with (
        FakeServer(acts=[act, act]) as server,
        connect(load_settings(base_url=server.url), watch=seen.append, timing=clock.timing()) as model,
    ):
        await model.ask(make_request())
    assert len(server.bodies) == 3
    assert [progress.event for progress in seen] == ["waiting", "waiting"]
    assert "going on in" in seen[0].message
    assert all(seconds <= 60 for seconds in clock.slept)


async def test_a_server_that_takes_a_seed_gets_another_one_with_each_attempt(make_request: MakeRequest) -> None:
    async with (
        FakeServer(acts=["peg-native"]) as server,
        connect(load_settings(base_url=server.url, server="llama.cpp"), timing=FakeClock().timing()) as model,
    ):
        await model.ask(make_request())
    assert [body["seed"] for body in server.bodies] == [1, 2]


async def test_no_more_calls_are_in_flight_than_the_settings_say(make_request: MakeRequest) -> None:
    async with (
        FakeServer(latency_s=0.01) as server,
        connect(load_settings(base_url=server.url, calls_in_flight=3)) as model,
    ):
        await asyncio.gather(*(model.ask(make_request(str(number))) for number in range(12)))
    assert server.most_in_flight == 3
    assert server.answered == 12


async def test_a_server_that_allows_240_calls_a_minute_loses_none_of_300(make_request: MakeRequest) -> None:
    clock = FakeClock()

    def allow_240_a_minute() -> Iterator[Act | None]:
        sent = list[float]()
        while True:
            sent = [at for at in sent if at > clock.now - 60]
            if len(sent) < 240:
                sent.append(clock.now)
                yield None
            else:
                wait_s = sent[0] + 60 - clock.now
                yield Act(429, (("Retry-After", f"{wait_s:.3f}"),), {"error": {"message": "slow down"}})

    async with (
        FakeServer(acts=allow_240_a_minute()) as server,
        connect(load_settings(base_url=server.url, calls_in_flight=16), timing=clock.timing()) as model,
    ):
        answers = await asyncio.gather(*(model.ask(make_request(str(number))) for number in range(300)))
    assert len(answers) == server.answered == 300
    assert len(server.bodies) <= 300 + 2 * 16  # those in flight met the 429, and the others waited


async def test_the_limits_of_the_user_hold_and_their_waits_are_told(make_request: MakeRequest) -> None:
    clock, seen = FakeClock(), list[Progress]()
    async with FakeServer() as server:
        limited = load_settings(base_url=server.url, requests_per_minute=10, tokens_per_minute=2_000)
        async with connect(limited, watch=seen.append, timing=clock.timing()) as model:
            await asyncio.gather(*(model.ask(make_request(str(number))) for number in range(12)))
    assert server.answered == 12  # 200 tokens of reply each, and the request: fewer than ten fit into a minute
    assert clock.now - 1_000 >= 60
    assert "your limit of 2,000 tokens per minute is reached; going on in 60 s" in {p.message for p in seen}


async def test_an_overflow_that_names_an_argument_is_still_an_overflow(make_request: MakeRequest) -> None:
    said = "max_tokens is too large: this model's maximum context length is 4096 tokens"
    async with (
        FakeServer(acts=[Act(400, body={"error": {"message": said}})]) as server,
        connect(load_settings(base_url=server.url, server="llama.cpp")) as model,
    ):
        with pytest.raises(errors.ContextOverflowError) as caught:
            await model.ask(make_request())
    assert caught.value.context_tokens == 4096
    assert len(server.bodies) == 1


async def test_while_one_call_waits_for_the_server_no_other_is_sent(make_request: MakeRequest) -> None:
    now, waiting, go_on = [0.0], asyncio.Event(), asyncio.Event()

    async def sleep(seconds: float) -> None:
        waiting.set()
        await go_on.wait()
        now[0] = max(now[0], 30.0)

    timing = Timing(clock=lambda: now[0], sleep=sleep)
    async with (
        FakeServer(acts=[Act(429, (("Retry-After", "30"),), {"error": {"message": "slow down"}})]) as server,
        connect(load_settings(base_url=server.url, calls_in_flight=16), timing=timing) as model,
        asyncio.TaskGroup() as group,
    ):
        group.create_task(model.ask(make_request("first")))
        await waiting.wait()
        for number in range(5):
            group.create_task(model.ask(make_request(str(number))))
        await asyncio.sleep(0.05)
        assert len(server.bodies) == 1
        go_on.set()
    assert server.answered == 6


async def test_an_estimate_sends_nothing_and_knows_what_is_kept(make_request: MakeRequest, tmp_path: Any) -> None:
    (tmp_path / "config.toml").write_text('[prices."fake-model"]\ninput = 1000\noutput = 1000\n')
    requests = [make_request(str(number)) for number in range(3)]
    async with (
        FakeServer(lambda _: '{"english": "x"}') as server,
        connect(load_settings(base_url=server.url), ledger=MemoryLedger()) as model,
    ):
        await model.ask(requests[0])
        found = model.estimate(requests)
    assert len(server.bodies) == 1
    assert (found.calls, found.kept) == (2, 1)
    assert found.least_usd is not None
    assert found.most_usd is not None
    assert 0 < found.least_usd < found.most_usd


async def test_the_ceiling_stops_the_run_before_the_call_that_could_break_it(
    make_request: MakeRequest, tmp_path: Any
) -> None:
    (tmp_path / "config.toml").write_text('[prices."fake-model"]\ninput = 0\noutput = 1000\n')
    settings = {"max_cost_usd": 0.5, "calls_in_flight": 8}  # 200 tokens of reply: at most 0.2 each; really 0.018 each
    async with (
        FakeServer(lambda _: '{"english": "x"}  ') as server,
        connect(load_settings(base_url=server.url, **settings)) as model,
    ):
        results = await asyncio.gather(
            *(model.ask(make_request(str(number))) for number in range(40)), return_exceptions=True
        )
    reached = [result for result in results if isinstance(result, errors.CeilingReachedError)]
    assert 0.3 / 0.018 - 1 <= server.answered <= 0.5 / 0.018
    assert len(reached) + server.answered == 40
    assert "--max-cost" in reached[0].advice


async def test_a_ceiling_without_a_price_is_told_before_anything_is_sent() -> None:
    async with FakeServer() as server:
        with pytest.raises(errors.SettingsError, match="price of fake-model"):
            async with connect(load_settings(base_url=server.url, max_cost_usd=1.0)):
                pass
    assert server.bodies == []


# ------------------------------------------------------------------------------------- which model, which server


async def test_where_no_model_is_named_the_only_one_that_writes_is_taken() -> None:
    models = {"data": [{"id": "nomic-embed-text"}, {"id": "qwen3-4b", "max_model_len": 32_000}]}
    async with FakeServer(models=models) as server, connect(load_settings(base_url=server.url)) as model:
        assert (model.name, model.context_tokens) == ("qwen3-4b", 32_000)


async def test_where_several_could_be_meant_the_user_is_asked() -> None:
    async with FakeServer(models={"data": [{"id": "a"}, {"id": "b"}]}) as server:
        with pytest.raises(errors.SettingsError) as caught:
            async with connect(load_settings(base_url=server.url)):
                pass
    assert caught.value.advice == "Choose with --model: a, b."


@pytest.mark.parametrize("models", [{"data": None}, {"data": []}, [], "<html>", {"data": [{"name": "x"}]}])
async def test_a_server_that_lists_nothing_useful_is_asked_by_the_name_of_the_settings(models: Any) -> None:
    async with FakeServer(models=models) as server, connect(load_settings(base_url=server.url, model="m")) as model:
        assert (model.name, model.context_tokens) == ("m", 8_192)


async def test_a_proxy_is_not_used_for_this_machine(make_request: MakeRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    async with FakeServer() as server, connect(load_settings(base_url=server.url)) as model:
        await model.ask(make_request())
    assert server.answered == 1


async def test_a_server_that_is_not_there_is_soon_given_up_for_the_whole_run(make_request: MakeRequest) -> None:
    clock = FakeClock()
    async with connect(load_settings(base_url="http://127.0.0.1:9/v1"), timing=clock.timing()) as model:
        with pytest.raises(errors.UnreachableError, match=r"127\.0\.0\.1:9 cannot be reached") as caught:
            await model.ask(make_request())
    assert caught.value.stops_run
    assert clock.slept == [0.5, 1.0]


async def test_a_server_that_broke_off_is_waited_for_longer(make_request: MakeRequest) -> None:
    clock = FakeClock()
    async with (
        FakeServer(acts=["reset"] * 5) as server,
        connect(load_settings(base_url=server.url), timing=clock.timing()) as model,
    ):
        await model.ask(make_request())
    assert clock.slept == [0.5, 1.0, 2.0, 4.0, 8.0]


@pytest.mark.parametrize("text", ["broken \ud83d half", "\x00\x1b[2J", "<|endoftext|>", "\ufffe\u202e", "億" * 50_000])
async def test_any_text_can_be_sent(text: str, make_request: MakeRequest) -> None:
    async with FakeServer() as server, connect(load_settings(base_url=server.url), ledger=MemoryLedger()) as model:
        await model.ask(make_request(text))
    assert server.bodies[0]["messages"][1]["content"] == text.replace("\ud83d", "\ufffd")


# ------------------------------------------------------------------------------------------------------ the key


ECHOES = {
    "echo": Act(401, body={"error": {"message": f"Incorrect API key: {KEY}"}}),
    "echo-on-200": Act(200, body={"choices": [{"message": {"content": f"Bearer {KEY}"}}], "model": KEY}),
}


def _chain(error: BaseException | None) -> list[BaseException]:
    return [error, *_chain(error.__cause__), *_chain(error.__context__)] if error else []


@pytest.mark.parametrize("act", ["wrong-key", "reset", "html-502", "echo", "hang", "half-json-on-200", "echo-on-200"])
async def test_the_key_is_in_no_error_no_traceback_no_log_and_no_ledger(
    act: str, make_request: MakeRequest, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    ledger, behind = MemoryLedger(), list[str]()
    async with FakeServer(acts=[ECHOES.get(act) or ACTS[act]]) as server:
        patience_s = 0.3 if act == "hang" else 60
        settings = load_settings(base_url=server.url, api_key=KEY, timeout_s=patience_s, retry_budget_s=0)
        async with connect(settings, ledger=ledger) as model:
            try:
                shown = repr(await model.ask(make_request()))
            except errors.ModelError as error:
                shown = "".join(traceback.TracebackException.from_exception(error, capture_locals=True).format())
                behind = [type(e).__module__.split(".")[0] for e in _chain(error)]
            shown += repr(model)
        assert server.headers[-1]["authorization"] == f"Bearer {KEY}"
    assert not {"openai", "httpx2"} & set(behind)  # their requests hold the key
    assert KEY not in shown
    assert KEY not in caplog.text
    assert KEY not in repr(ledger.calls)


@pytest.mark.parametrize("key", ["1", "million", "lm-studio"])
async def test_a_key_that_is_no_secret_takes_nothing_out_of_a_reply(key: str, make_request: MakeRequest) -> None:
    said = "US$15 million in 2011, says lm-studio"
    async with (
        FakeServer(lambda _: said) as server,
        connect(load_settings(base_url=server.url, api_key=key)) as model,
    ):
        answer = await model.ask(make_request())
    assert answer.text == said


# ------------------------------------------------------------------------------------------------------- start-up


def test_importing_the_package_imports_nothing_heavy() -> None:
    code = (
        "import sys, assistant.llm, assistant.llm.keeping, assistant.llm.replies, assistant.llm.profiles;"
        "print([m for m in ('openai', 'httpx2', 'tenacity', 'genai_prices', 'textual') if m in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


async def test_nothing_is_left_open(make_request: MakeRequest) -> None:
    async with FakeServer() as server, connect(load_settings(base_url=server.url), timing=Timing()) as model:
        await model.ask(make_request())
    gc.collect()  # with warnings as errors, an unclosed socket fails here
