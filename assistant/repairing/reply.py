"""The request for corrected texts, and the shape of its reply."""

from collections.abc import Sequence

from assistant.llm.shapes import Shape
from assistant.prompts import Prompt
from assistant.records import Request
from assistant.repairing.faults import Fault

SCHEMA_NAME = "corrections"
OUTPUT_TOKENS_PER_CHARACTER = 1
OUTPUT_TOKENS_AT_LEAST = 500


class Correction(Shape):
    """One corrected text."""

    id: str
    english: str
    quote: str


class Corrections(Shape):
    """A whole reply."""

    texts: list[Correction]


def make_request(faults: Sequence[Fault], prompt: Prompt, subject: str) -> Request:
    """The request that asks for better texts in the place of ``faults``, and for nothing else."""
    shown = "\n".join(_show(fault) for fault in faults)
    return Request(
        system=prompt.system,
        user=prompt.fill(texts=shown),
        schema_name=SCHEMA_NAME,
        schema=Corrections.write_schema(),
        max_output_tokens=OUTPUT_TOKENS_AT_LEAST + OUTPUT_TOKENS_PER_CHARACTER * sum(len(f.english) for f in faults),
        prompt=prompt.version,
        subjects=(subject,),
    )


def _show(fault: Fault) -> str:
    lines = [f'<text id="{fault.id}"' + (' quote="wanted"' if fault.wants_quote else "") + ">"]
    lines += [f"source: {sentence}" for sentence in fault.sentences]
    lines.append(f"english: {fault.english}")
    lines += [f"wrong: {' '.join(problem.split())}" for problem in fault.problems]
    return "\n".join([*lines, "</text>"])
