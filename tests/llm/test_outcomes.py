"""Whatever bytes a server sends, they become an answer or one of our errors, in one printable line."""

import json
import pickle
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant import errors
from assistant.inert import clean
from assistant.llm.faults import Target, explain_status
from assistant.llm.outcomes import read_completion
from assistant.records import Answer, Usage

TARGET = Target("server.example", "some-model")
WORDS = st.sampled_from(
    [
        "choices",
        "message",
        "content",
        "refusal",
        "finish_reason",
        "usage",
        "prompt_tokens",
        "completion_tokens",
        "error",
        "detail",
        "code",
        "type",
        "n_ctx",
        "model",
        "stop",
        "length",
        "insufficient_quota",
        "context_length_exceeded",
        "model_not_found",
    ]
)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**20), 10**20) | st.floats() | WORDS | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=12,
)


def completion(content: Any = '{"a": 1}', *, reason: Any = "stop", **fields: Any) -> bytes:
    choice = {"message": {"role": "assistant", "content": content}, "finish_reason": reason}
    return json.dumps({"choices": [choice], "model": "m-1", **fields}).encode()


def check_line(error: errors.ModelError) -> None:
    assert len(error.message) < 600
    assert error.message.split("\n") == [clean(error.message)]


@given(ANYTHING.map(lambda value: json.dumps(value).encode()) | st.binary(max_size=100))
@settings(max_examples=300, deadline=None)
def test_any_body_becomes_an_answer_or_an_error(body: bytes) -> None:
    try:
        assert isinstance(read_completion(body, TARGET, seconds=0.1), Answer)
    except errors.ModelError as error:
        check_line(error)


@given(st.integers(300, 599), ANYTHING)
@settings(max_examples=300, deadline=None)
def test_any_status_and_body_becomes_an_error(status: int, body: object) -> None:
    check_line(explain_status(status, body, TARGET))


@pytest.mark.parametrize(
    ("usage", "read"),
    [
        ({"prompt_tokens": 9, "completion_tokens": 4, "prompt_tokens_details": {"cached_tokens": 3}}, Usage(9, 4, 3)),
        ({"prompt_tokens": 9, "completion_tokens": 4, "prompt_tokens_details": None}, Usage(9, 4)),
        ({"prompt_tokens": 9, "completion_tokens": 4, "prompt_tokens_details": {"cached_tokens": None}}, Usage(9, 4)),
        ({"prompt_tokens": None}, Usage()),
        ({"prompt_tokens": -1}, Usage()),
        ("many", Usage()),
        (None, Usage()),
    ],
)
def test_a_reply_is_not_lost_over_how_its_tokens_are_counted(usage: object, read: Usage) -> None:
    answer = read_completion(completion(usage=usage), TARGET, seconds=1.0)
    assert (answer.text, answer.usage) == ('{"a": 1}', read)


@pytest.mark.parametrize(("usage", "billed"), [(None, False), ({"prompt_tokens": 5, "completion_tokens": 0}, True)])
def test_a_reply_without_content_counts_as_paid_only_if_the_server_counts_it(usage: object, billed: bool) -> None:
    body = json.dumps({"choices": [], "error": {"message": "upstream is busy"}, "usage": usage}).encode()
    with pytest.raises(errors.ServerFaultError, match="upstream is busy") as caught:
        read_completion(body, TARGET, seconds=1.0)
    assert (caught.value.answer is not None) is billed


@pytest.mark.parametrize(
    ("code", "kind"),
    [(429, errors.RateLimitedError), (402, errors.QuotaExhaustedError), (401, errors.WrongKeyError),
     (502, errors.ServerFaultError), ("x", errors.ServerFaultError), (True, errors.ServerFaultError)],
)  # fmt: skip
def test_an_error_that_a_gateway_passes_on_is_the_same_error(code: object, kind: type[errors.ModelError]) -> None:
    body = json.dumps({"error": {"message": "as told", "code": code}}).encode()
    with pytest.raises(errors.ModelError, match="as told") as caught:
        read_completion(body, TARGET, seconds=1.0)
    assert type(caught.value) is kind


def test_a_reply_in_parts_is_put_together() -> None:
    parts = [{"type": "text", "text": '{"a":'}, {"type": "text", "text": " 1}"}]
    assert read_completion(completion(parts), TARGET, seconds=1.0).text == '{"a": 1}'


@pytest.mark.parametrize("name", [None, "", 7, {}])
def test_a_reply_without_the_name_of_a_model_has_the_one_that_was_asked(name: object) -> None:
    assert read_completion(completion(model=name), TARGET, seconds=1.0).model == "some-model"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ('{"a": "cut in the mid', errors.CutReplyError),
        ('{"a": {"b": 1}', errors.CutReplyError),
        ("", errors.CutReplyError),
        (None, errors.CutReplyError),
        ('{"a": 1} ', None),
    ],
)
def test_at_the_limit_only_a_whole_object_is_taken(content: str | None, kind: type[errors.ModelError] | None) -> None:
    if kind is None:
        assert read_completion(completion(content, reason="length"), TARGET, seconds=1.0).text == content
        return
    with pytest.raises(kind):
        read_completion(completion(content, reason="length"), TARGET, seconds=1.0)


def test_a_reply_that_broke_off_at_the_server_is_a_fault_of_the_server() -> None:
    with pytest.raises(errors.ServerFaultError, match="middle of the reply"):
        read_completion(completion("{", reason="error"), TARGET, seconds=1.0)


@pytest.mark.parametrize(
    ("body", "tokens"),
    [
        ({"error": {"type": "exceed_context_size_error", "message": "too long", "n_ctx": 4096}}, 4096),
        ({"error": {"code": "context_length_exceeded", "message": "maximum context length is 128000 tokens."}}, 128000),
        ({"error": {"code": "context_length_exceeded", "message": "no number"}}, None),
        ({"message": "This model's maximum context length is 8192 tokens"}, 8192),
    ],
)
def test_an_overflow_tells_the_size_of_the_context_where_the_server_does(body: object, tokens: int | None) -> None:
    error = explain_status(400, body, TARGET)
    assert isinstance(error, errors.ContextOverflowError)
    assert error.context_tokens == tokens


def _leaves(kind: type[errors.ModelError]) -> list[type[errors.ModelError]]:
    return [kind, *(leaf for child in kind.__subclasses__() for leaf in _leaves(child))]


@pytest.mark.parametrize("kind", _leaves(errors.ModelError))
def test_every_error_travels_between_processes(kind: type[errors.ModelError]) -> None:
    error = kind("what happened", advice="what to do")
    error.answer = Answer("half", "m", Usage(1, 2, 3), 0.5, 0.01)
    error.stops_run = True
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is kind
    assert (copy.message, copy.advice, copy.answer, copy.stops_run) == (error.message, error.advice, error.answer, True)
