"""A call to a model as it is kept: everything that decided its answer, and what came of it.

It imports nothing of what makes calls: the store and ``briefing show`` read kept calls without it.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import field, replace
from typing import Any

from assistant import errors
from assistant.records import Answer, PromptVersion, Request, Usage
from assistant.records.record import record

ANSWERED = "answered"
KEPT_ERRORS: Mapping[str, type[errors.ModelError]] = {
    kind.kind: kind
    for kind in (
        errors.RefusedError,
        errors.FilteredError,
        errors.CutReplyError,
        errors.InvalidReplyError,
        errors.ContextOverflowError,
    )
}
"""What a server would say again to the same request: it is kept like an answer, and raised from the ledger."""


@record
class Call:
    """One call to a model with everything that decided its answer, and what came of it. No key is in it."""

    key: str
    """SHA-256 over model, server, prompt, schema, messages and parameters, in hexadecimal."""
    server: str
    model: str
    """As it was asked for."""
    prompt: PromptVersion
    schema_name: str
    schema_sha256: str
    parameters: str
    """Canonical JSON."""
    system: str
    user: str
    outcome: str
    """``answered``, or the kind of the error."""
    message: str = ""
    """What the error says to the reader."""
    reply: str = ""
    """As the server gave it: not cleaned, perhaps cut."""
    answered_by: str = ""
    """The model's name as the server gave it."""
    usage: Usage = field(default_factory=Usage)
    seconds: float = 0.0
    cost_usd: float | None = None

    @property
    def is_kept(self) -> bool:
        """Whether it stands for every later call of the same key; a broken connection does not."""
        return self.outcome == ANSWERED or self.outcome in KEPT_ERRORS

    def replay(self) -> Answer:
        """The answer, marked as kept; or the error that came instead is raised, with the answer as far as it came.

        Of an error only kind and message are kept. What is asked in its wake must hang on nothing else, or a second
        run would ask something new.
        """
        answer = Answer(self.reply, self.answered_by, self.usage, self.seconds, self.cost_usd, kept=True, key=self.key)
        if self.outcome == ANSWERED:
            return answer
        error = KEPT_ERRORS[self.outcome](self.message)
        error.answer = answer
        raise error


def make_call(
    request: Request, *, server: str, model: str, parameters: Mapping[str, Any], outcome: str = ANSWERED
) -> Call:
    """The call that ``request`` amounts to, before anything came of it; its ``key`` is that of the ledger."""
    schema_sha256 = hashlib.sha256(request.schema.encode()).hexdigest()
    all_parameters = _canonical({**parameters, "max_output_tokens": request.max_output_tokens})
    decisive = [server, model, request.prompt.sha256, schema_sha256, request.system, request.user, all_parameters]
    key = hashlib.sha256(_canonical(decisive).encode("utf-8", "surrogatepass")).hexdigest()
    return Call(
        key, server, model, request.prompt, request.schema_name, schema_sha256, all_parameters,
        request.system, request.user, outcome,
    )  # fmt: skip


def finish_call(call: Call, result: Answer | errors.ModelError) -> Call:
    """``call`` with what came of it."""
    error = result if isinstance(result, errors.ModelError) else None
    answer: Answer | None = error.answer if error else result  # type: ignore[assignment] # mypy cannot narrow by `error`
    call = replace(call, outcome=error.kind if error else ANSWERED, message=error.message if error else "")
    if answer is None:
        return call
    return replace(
        call, reply=answer.text, answered_by=answer.model, usage=answer.usage, seconds=answer.seconds,
        cost_usd=answer.cost_usd,
    )  # fmt: skip


def _canonical(value: object) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
