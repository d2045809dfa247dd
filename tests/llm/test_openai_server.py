"""The real SDK against a real HTTP server: every way a server can answer has its own outcome."""

import pytest

from assistant import errors
from assistant.llm.openai_server import connect
from assistant.settings import load_settings
from tests.llm.conftest import MakeRequest
from tests.llm.server import FakeServer

OUTCOMES: list[tuple[str, type[errors.ModelError], str]] = [
    # act of the server, error, what its sentence says
    ("cut", errors.CutReplyError, "before its reply was complete"),
    ("refusal", errors.RefusedError, "I cannot help"),
    ("content-filter", errors.FilteredError, "content filter"),
    ("content-filter-400", errors.FilteredError, "content filter"),
    ("no-choices", errors.ServerFaultError, "no choice"),
    ("empty", errors.InvalidReplyError, "empty reply"),
    ("null-content", errors.InvalidReplyError, "empty reply"),
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


def test_without_key_and_address_there_is_no_model() -> None:
    with pytest.raises(errors.NoModelError) as caught:
        connect(load_settings())
    assert "OPENAI_API_KEY" in caught.value.advice
