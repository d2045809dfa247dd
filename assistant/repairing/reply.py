"""The request for corrected texts, and the shape of its reply."""

import json
from collections.abc import Sequence
from functools import cache

from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.errors import InvalidReplyError
from assistant.llm.replies import quote_problems
from assistant.prompts import Prompt
from assistant.records import Request
from assistant.repairing.faults import Fault

SCHEMA_NAME = "corrections"
OUTPUT_TOKENS_PER_CHARACTER = 1
OUTPUT_TOKENS_AT_LEAST = 500


class Correction(BaseModel):
    """One corrected text."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    english: str
    quote: str


class Corrections(BaseModel):
    """A whole reply."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    texts: list[Correction]


def make_request(faults: Sequence[Fault], prompt: Prompt, subject: str) -> Request:
    """The request that asks for better texts in the place of ``faults``, and for nothing else."""
    shown = "\n".join(_show(fault) for fault in faults)
    return Request(
        system=prompt.system,
        user=prompt.fill(texts=shown),
        schema_name=SCHEMA_NAME,
        schema=reply_schema(),
        max_output_tokens=OUTPUT_TOKENS_AT_LEAST + OUTPUT_TOKENS_PER_CHARACTER * sum(len(f.english) for f in faults),
        prompt=prompt.version,
        subjects=(subject,),
    )


@cache
def reply_schema() -> str:
    """The JSON schema of a reply, as canonical text."""
    return json.dumps(Corrections.model_json_schema(), ensure_ascii=False, separators=(",", ":"))


def parse_reply(text: str) -> Corrections:
    """The corrections in ``text``.

    Raises:
        InvalidReplyError: it does not have the shape.
    """
    try:
        return Corrections.model_validate_json(text)
    except ValidationError as error:
        message = "the model's corrections do not have the shape that was asked for"
        raise InvalidReplyError(message, problem=quote_problems(error)) from error


def _show(fault: Fault) -> str:
    lines = [f'<text id="{fault.id}"' + (' quote="wanted"' if fault.wants_quote else "") + ">"]
    lines += [f"source: {sentence}" for sentence in fault.sentences]
    lines.append(f"english: {fault.english}")
    lines += [f"wrong: {' '.join(problem.split())}" for problem in fault.problems]
    return "\n".join([*lines, "</text>"])
