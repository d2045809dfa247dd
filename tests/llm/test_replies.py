"""A reply is cleaned of what models put around JSON, validated, and asked for once more where it does not fit."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import InvalidReplyError, RefusedError
from assistant.llm.replies import ask_valid, clean_reply
from tests.fakes import ScriptedModel
from tests.llm.conftest import MakeRequest

GOOD = '{"english": "up 3.5%"}'


@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        f"\ufeff {GOOD}\n",
        f"```json\n{GOOD}\n```",
        f"Here you are:\n```\n{GOOD}\n```\nAnything else?",
        f"<think>The user wants {{JSON}}.</think>\n{GOOD}",
        f"thoughts without an opening tag {{}} </think>```json\n{GOOD}```",
        f"{GOOD} I hope this helps.",
    ],
)
def test_what_stands_around_the_object_is_removed(text: str) -> None:
    assert clean_reply(text) == GOOD


@pytest.mark.parametrize("text", ["", "no json", "}{", "<think>", "</think>"])
def test_a_text_without_an_object_stays_for_the_validation_to_judge(text: str) -> None:
    assert clean_reply(text) == text


@given(st.dictionaries(st.text(), st.text() | st.just("</think> ```json {x} ```")))
def test_a_clean_object_is_never_changed(value: dict[str, str]) -> None:
    text = json.dumps(value, ensure_ascii=False)
    assert clean_reply(text) == text


def validate(text: str) -> str:
    try:
        return str(json.loads(text)["english"])
    except (ValueError, KeyError) as error:
        raise InvalidReplyError("the reply does not fit", problem=f"no field {error}") from None


async def test_a_reply_that_does_not_fit_is_asked_for_once_more_with_the_problem(make_request: MakeRequest) -> None:
    model = ScriptedModel(['{"wrong": 1}', f"```json\n{GOOD}\n```"])
    request = make_request()
    answer, value = await ask_valid(model, request, validate)
    assert value == "up 3.5%"
    assert answer.text.startswith("```")
    assert model.requests[0] is request
    assert model.requests[1].system == request.system
    assert model.requests[1].user.startswith(request.user)
    assert "no field 'english'" in model.requests[1].user


async def test_a_second_bad_reply_is_the_end(make_request: MakeRequest) -> None:
    model = ScriptedModel(["nonsense", "nonsense", GOOD])
    with pytest.raises(InvalidReplyError):
        await ask_valid(model, make_request(), validate)
    assert len(model.requests) == 2


async def test_an_empty_reply_is_asked_for_once_more_too(make_request: MakeRequest) -> None:
    model = ScriptedModel([InvalidReplyError("empty", problem="the reply is empty"), GOOD])
    assert (await ask_valid(model, make_request(), validate))[1] == "up 3.5%"


async def test_a_refusal_is_not_asked_again(make_request: MakeRequest) -> None:
    model = ScriptedModel([RefusedError("no"), GOOD])
    with pytest.raises(RefusedError):
        await ask_valid(model, make_request(), validate)
    assert len(model.requests) == 1
