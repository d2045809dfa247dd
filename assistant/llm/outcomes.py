"""What came back with an HTTP 200: an answer, or one of the errors, each with a sentence of its own.

Nothing a server sends is trusted: a body may be HTML, half a document, or JSON of another kind.
"""

from pydantic import BaseModel, ValidationError

from assistant import errors
from assistant.llm.faults import Target, shorten, words_of
from assistant.records import Answer, Usage


class _Message(BaseModel):
    content: str | None = None
    refusal: str | None = None


class _Choice(BaseModel):
    message: _Message = _Message()
    finish_reason: str | None = None


class _Details(BaseModel):
    cached_tokens: int | None = None


class _Usage(BaseModel):
    prompt_tokens: int | None = None
    completion_tokens: int | None = None
    prompt_tokens_details: _Details | None = None

    def as_record(self) -> Usage:
        details = self.prompt_tokens_details
        return Usage(
            max(self.prompt_tokens or 0, 0), max(self.completion_tokens or 0, 0),
            max((details.cached_tokens if details else 0) or 0, 0),
        )  # fmt: skip


class _Completion(BaseModel):
    choices: list[_Choice] | None = None
    model: str | None = None
    usage: _Usage | None = None
    error: object = None


def read_completion(body: bytes, target: Target, *, seconds: float) -> Answer:
    """The answer in the body of an HTTP 200. ``cost_usd`` is left open.

    Raises:
        ServerFaultError: the body is no completion at all (HTML, an error, half a document), or holds no choice.
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
    usage = completion.usage.as_record() if completion.usage else Usage()
    if not completion.choices:
        said = shorten(words_of(completion.error)) or "it holds no choice"
        raise _with_answer(
            errors.ServerFaultError(f"{target.server} sent a reply without content: {said}"),
            Answer("", completion.model or target.model, usage, seconds),
        )
    choice = completion.choices[0]
    text = choice.message.content or choice.message.refusal or ""
    answer = Answer(text, completion.model or target.model, usage, seconds)
    problem = _problem_of(choice, target)
    if problem:
        raise _with_answer(problem, answer)
    return answer


def _problem_of(choice: _Choice, target: Target) -> errors.ModelError | None:
    message, reason = choice.message, choice.finish_reason
    if message.refusal:
        return errors.RefusedError(f"{target.model} declined to answer: {shorten(message.refusal)}")
    if reason == "content_filter":
        return errors.FilteredError(f"the content filter of {target.server} withheld the reply")
    if reason == "length" and not _is_whole_object(message.content or ""):
        return errors.CutReplyError(f"{target.model} stopped before its reply was complete")
    if not (message.content or "").strip():
        return errors.InvalidReplyError(f"{target.model} sent an empty reply", problem="the reply is empty")
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
