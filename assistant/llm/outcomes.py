"""What came back with an HTTP 200: an answer, or one of the errors, each with a sentence of its own.

Nothing a server sends is trusted: a body may be HTML, half a document, or JSON of another kind.
"""

from collections.abc import Mapping

from pydantic import BaseModel, NonNegativeInt, ValidationError

from assistant import errors
from assistant.llm.faults import Target, explain_status, shorten, words_of
from assistant.records import Answer, Usage


class _Part(BaseModel):
    text: str = ""


class _Message(BaseModel):
    content: str | list[_Part] | None = None
    refusal: str | None = None

    @property
    def text(self) -> str:
        if isinstance(self.content, list):  # some servers send the reply in parts
            return "".join(part.text for part in self.content)
        return self.content or ""


class _Choice(BaseModel):
    message: _Message = _Message()
    finish_reason: str | None = None


class _Completion(BaseModel):
    choices: list[_Choice] | None = None
    model: object = None
    usage: object = None
    error: object = None


class _Details(BaseModel):
    cached_tokens: NonNegativeInt | None = None


class _Usage(BaseModel):
    prompt_tokens: NonNegativeInt | None = None
    completion_tokens: NonNegativeInt | None = None
    prompt_tokens_details: _Details | None = None


def _read_usage(said: object) -> Usage:
    """Token counts, or zeros: a reply that was paid for is not lost over how it is counted."""
    try:
        usage = _Usage.model_validate(said)
    except ValidationError:
        return Usage()
    details = usage.prompt_tokens_details
    return Usage(usage.prompt_tokens or 0, usage.completion_tokens or 0, (details and details.cached_tokens) or 0)


def read_completion(body: bytes, target: Target, *, seconds: float) -> Answer:
    """The answer in the body of an HTTP 200. ``cost_usd`` is left open.

    Raises:
        ServerFaultError: the body is no completion at all (HTML, half a document), or holds no choice.
        ModelError: the body is an error that names a status; the same as for that status.
        RefusedError, FilteredError, CutReplyError: with the answer as far as it came.
    """
    try:
        completion = _Completion.model_validate_json(body)
    except ValidationError:
        text = body[:4_000].decode("utf-8", "replace")
        raise errors.ServerFaultError(
            f"{target.server} sent something that is no reply: {shorten(text)}",
            advice="Check that the address ends where the API begins, often in /v1.",
        ) from None
    usage = _read_usage(completion.usage)
    model = completion.model if isinstance(completion.model, str) and completion.model else target.model
    if not completion.choices:
        told = _told_status(completion.error)
        if told:
            raise explain_status(told, completion.error, target)
        said = shorten(words_of(completion.error)) or "it holds no choice"
        fault: errors.ModelError = errors.ServerFaultError(f"{target.server} sent a reply without content: {said}")
        raise _with_answer(fault, Answer("", model, usage, seconds)) if usage != Usage() else fault
    choice = completion.choices[0]
    answer = Answer(choice.message.text or choice.message.refusal or "", model, usage, seconds)
    problem = _problem_of(choice, target)
    if problem:
        raise _with_answer(problem, answer)
    return answer


def _told_status(error: object) -> int | None:
    """Gateways pass on the error of the server behind them with an HTTP 200, and its status in ``code``."""
    code = error.get("code") if isinstance(error, Mapping) else None
    return code if isinstance(code, int) and 400 <= code < 600 else None


def _problem_of(choice: _Choice, target: Target) -> errors.ModelError | None:
    message, reason = choice.message, choice.finish_reason
    if message.refusal:
        return errors.RefusedError(f"{target.model} declined to answer: {shorten(message.refusal)}")
    if reason == "content_filter":
        return errors.FilteredError(f"the content filter of {target.server} withheld the reply")
    if reason == "error":
        return errors.ServerFaultError(f"{target.server} broke off in the middle of the reply")
    if reason == "length" and not _is_whole_object(message.text):
        return errors.CutReplyError(f"{target.model} stopped before its reply was complete")
    if not message.text.strip():
        return errors.InvalidReplyError(f"the reply of {target.model} is empty")
    return None


def _is_whole_object(text: str) -> bool:
    """A reply that reached the limit with its last brace is whole all the same."""
    if not text.rstrip().endswith("}"):
        return False
    try:
        _AnyObject.model_validate_json(text)
    except ValidationError:
        return False
    return True


class _AnyObject(BaseModel):
    model_config = {"extra": "ignore"}


def _with_answer(error: errors.ModelError, answer: Answer) -> errors.ModelError:
    error.answer = answer
    return error


def is_worth_another(body: bytes) -> bool:
    """Whether a body that is no reply may be one next time. A page of HTML will not: the address is wrong."""
    return body.lstrip()[:1] != b"<"
