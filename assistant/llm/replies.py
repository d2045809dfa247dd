"""From the text of a reply to a value: clean it, validate it, ask once more where it does not fit."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from assistant.errors import InvalidReplyError
from assistant.records import Answer, Model, Request

T = TypeVar("T")

QUOTED_CHARS = 1_000
"""How much of what the validation said is quoted to the model."""

REPAIR_NOTE = """

Your previous reply to this could not be used: {problem}
Reply again from the beginning: one JSON object and nothing else, whole, in the shape that was asked for."""


def clean_reply(text: str) -> str:
    """The JSON object in ``text``, without thoughts before it, fences around it and remarks beside it.

    A text that begins with a brace is taken as it is, up to its last brace: what looks like a fence inside is content.
    """
    text = text.strip().removeprefix("\ufeff").lstrip()
    if not text.startswith("{"):
        text = text.partition("</think>")[2] or text
    start, end = text.find("{"), text.rfind("}")
    return text[start : end + 1] if 0 <= start < end else text


async def ask_valid(model: Model, request: Request, validate: Callable[[str], T]) -> tuple[Answer, T]:
    """The answer to ``request`` and its value; a reply that does not fit is asked for once more, and not again.

    Args:
        model: who is asked.
        request: what is asked.
        validate: text of a cleaned reply -> value, or ``InvalidReplyError`` with the ``problem``.

    Raises:
        InvalidReplyError: the second reply does not fit either.
        ModelError: whatever else a call ends in.
    """
    try:
        return await _ask(model, request, validate)
    except InvalidReplyError as error:
        repair = make_repair_request(request, error.problem or error.message)
    return await _ask(model, repair, validate)


async def _ask(model: Model, request: Request, validate: Callable[[str], T]) -> tuple[Answer, T]:
    answer = await model.ask(request)
    return answer, validate(clean_reply(answer.text))


def make_repair_request(request: Request, problem: str) -> Request:
    """The same request, with what was wrong with the reply at its end, so that the beginning can be cached."""
    line = " ".join(problem[:QUOTED_CHARS].split())
    return replace(request, user=request.user + REPAIR_NOTE.format(problem=line))
