"""Stand-ins for a model. What they say is written by us, not by any model."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

import pytest

from assistant.records import Answer, Request, Usage

Reply = str | Answer | Exception
ReplyTo = Callable[[Request], Reply]


@dataclass
class ScriptedModel:
    """Answers from a queue, or by a function; an exception in either is raised. Remembers what it was asked.

    Examples:
        ScriptedModel(['{"items": []}', RefusedError("no")])
        ScriptedModel(lambda request: json.dumps(...))
    """

    script: ReplyTo | Iterable[Reply]
    name: str = "scripted"
    requests: list[Request] = field(default_factory=list)

    def __post_init__(self) -> None:
        queue = None if callable(self.script) else iter(self.script)
        self._next: ReplyTo = self.script if callable(self.script) else lambda _: next(queue)  # type: ignore[arg-type]

    async def ask(self, request: Request) -> Answer:
        self.requests.append(request)
        try:
            reply = self._next(request)
        except StopIteration:
            pytest.fail(f"the script is at its end, and is asked about {request.subjects}")  # no error of an item
        if isinstance(reply, Exception):
            raise reply
        if isinstance(reply, Answer):
            return replace(reply)
        return Answer(reply, self.name, Usage(len(request.user), len(reply)), seconds=0.01, cost_usd=0.0)
