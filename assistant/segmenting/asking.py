"""Where the rules are unsure: what to ask a model. It sees numbered lines, and says at which of them parts begin."""

from collections.abc import Sequence
from typing import Literal

from assistant.llm.shapes import Shape
from assistant.prompts import Prompt
from assistant.records import Dump, Item, Request
from assistant.segmenting.hints import read_marked_lines
from assistant.segmenting.lines import Look
from assistant.segmenting.stretches import find_stretches

SCHEMA_NAME = "parts"
MAX_LINES = 400
"""A longer stretch is left to the rules: the answer would cost more than it is worth."""
SHOWN_CHARACTERS = 80
"""How much of a line tells what it is."""
OUTPUT_TOKENS_PER_LINE = 40
CONTINUED = "continued"
"""The kind of a part in which the article above goes on, behind what stands between its paragraphs."""


class ReplyPart(Shape):
    """A part that begins at a line; 0 stands for a headline or source line that it does not have.

    ``continued`` is the rest of the article above, behind what stands between its paragraphs.
    """

    first_line: int
    kind: Literal["article", "related", "navigation", "advertisement", "footer", "continued"]
    headline_line: int
    source_line: int


class ReplyParts(Shape):
    """A whole reply."""

    parts: list[ReplyPart]


def ask_parts(dump: Dump, items: Sequence[Item], prompt: Prompt) -> Request | None:
    """The request about the items of which the rules are unsure; None when there is nothing to ask.

    Args:
        dump: the text.
        items: of the whole dump, as ``split_items`` gave them.
        prompt: with one placeholder, ``lines``.
    """
    if not any(item.unsure for item in items):
        return None
    lines = read_marked_lines(dump)
    numbers = [
        n
        for stretch in find_stretches(lines, items)
        for n in range(stretch.first, stretch.last)
        if lines[n].look is not Look.BLANK
    ]
    if not numbers or len(numbers) > MAX_LINES:
        return None
    return Request(
        system=prompt.system,
        user=prompt.fill(lines="\n".join(f"{n + 1}: {_show(lines[n].span.of(dump.text))}" for n in numbers)),
        schema_name=SCHEMA_NAME,
        schema=ReplyParts.write_schema(),
        max_output_tokens=OUTPUT_TOKENS_PER_LINE * len(numbers) + 500,
        prompt=prompt.version,
        subjects=tuple(item.read(item.headline) for item in items if item.unsure),
    )


def _show(text: str) -> str:
    """A line of the page in one line: an outlet and its time may stand in several."""
    return " ".join(text.split())[:SHOWN_CHARACTERS]
