"""How the requests of a batch are put to the server, and what the lines that come back mean."""

import json
from dataclasses import dataclass, field
from typing import Any

from assistant import errors
from assistant.llm.dialect import Dialect, first_dialect, step_down
from assistant.llm.engines.batch_lines import BatchLine
from assistant.llm.faults import Target, explain_status, shorten
from assistant.llm.outcomes import read_completion
from assistant.llm.profiles import Profile
from assistant.llm.retrying import Passing, is_passing_status
from assistant.llm.wire import make_body
from assistant.records import Answer, Request

Result = Answer | errors.ModelError | Passing
"""Of one request. ``Passing``: it is worth sending again, in another batch."""


class Again(Passing):
    """Worth sending again in another way, and that is not counted as a failure: the ways come to an end."""


@dataclass
class Voice:
    """The dialect of one server, as far as its batches have shown it."""

    target: Target
    profile: Profile
    dialect: Dialect = field(init=False)

    def __post_init__(self) -> None:
        self.dialect = first_dialect(self.profile)

    def put(self, request: Request, attempt: int) -> dict[str, Any]:
        """The body of a request in the present dialect."""
        return make_body(request, self.profile, self.dialect, model=self.target.model, attempt=attempt)

    def read(self, line: BatchLine, used: Dialect) -> Result:
        """What a line says, of a request that was put in the dialect ``used``."""
        if line.status is None:
            return Passing(errors.ServerFaultError(f"{self.target.server} did not make the call: {shorten(line.said)}"))
        if line.status == 200:
            return self._read_reply(line)
        failure = explain_status(line.status, line.body, self.target)
        if isinstance(failure, errors.ContextOverflowError | errors.FilteredError) or failure.stops_run:
            return failure
        if self._adapt(used, line):
            return Again(failure)
        return Passing(failure) if is_passing_status(line.status) else failure

    def _read_reply(self, line: BatchLine) -> Result:
        try:
            return read_completion(json.dumps(line.body).encode(), self.target, seconds=0.0)
        except (errors.ServerFaultError, errors.RateLimitedError) as error:
            return Passing(error)
        except errors.ModelError as error:
            return error

    def _adapt(self, used: Dialect, line: BatchLine) -> bool:
        if self.dialect == used and line.status is not None:
            self.dialect = step_down(used, self.profile, line.status, json.dumps(line.body)) or used
        return self.dialect != used
