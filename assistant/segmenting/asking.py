"""Where the rules are unsure: what to ask a model, and how its reply becomes items that still tile the dump.

The model sees numbered lines and answers with the numbers at which parts begin. A part reaches to the next beginning,
so that no reply can lose or double a character; numbers that were not asked about are dropped.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Literal

from assistant.llm.shapes import Shape
from assistant.prompts import Prompt
from assistant.records import Dump, Item, ItemKind, Request
from assistant.segmenting.building import make_item
from assistant.segmenting.hints import read_marked_lines
from assistant.segmenting.lines import CONTENT, Line, Look
from assistant.segmenting.part import Part

SCHEMA_NAME = "parts"
MAX_LINES = 400
"""A longer stretch is left to the rules: the answer would cost more than it is worth."""
SHOWN_CHARACTERS = 80
"""How much of a line tells what it is."""
OUTPUT_TOKENS_PER_LINE = 40


class ReplyPart(Shape):
    """A part that begins at a line; 0 stands for a headline or source line that it does not have."""

    first_line: int
    kind: Literal["article", "related", "navigation", "advertisement", "footer"]
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
    lines = read_marked_lines(dump)
    numbers = [
        n for stretch in _find_stretches(lines, items) for n in range(*stretch) if lines[n].look is not Look.BLANK
    ]
    if not numbers or len(numbers) > MAX_LINES:
        return None
    return Request(
        system=prompt.system,
        user=prompt.fill(
            lines="\n".join(f"{n + 1}: {lines[n].span.of(dump.text).strip()[:SHOWN_CHARACTERS]}" for n in numbers)
        ),
        schema_name=SCHEMA_NAME,
        schema=ReplyParts.write_schema(),
        max_output_tokens=OUTPUT_TOKENS_PER_LINE * len(numbers) + 500,
        prompt=prompt.version,
        subjects=tuple(item.read(item.headline) for item in items if item.unsure),
    )


def apply_parts(dump: Dump, items: Sequence[Item], reply: ReplyParts) -> tuple[Item, ...]:
    """The items of the dump, those of which the rules were unsure cut as the reply says."""
    lines = read_marked_lines(dump)
    told = {part.first_line - 1: part for part in reply.parts}
    made: list[Item] = []
    stretches = {lines[first].span.start: (first, last) for first, last in _find_stretches(lines, items)}
    for unsure, run in groupby(items, key=lambda item: bool(item.unsure)):
        own = list(run)
        if not unsure:
            made += own
            continue
        first, last = stretches[own[0].span.start]
        parts = list(_cut_stretch(lines, first, last, told))
        made += [make_item(dump.text, lines, part, 0) for part in parts] if parts else own
    return tuple(replace(item, index=index) for index, item in enumerate(made))


def _find_stretches(lines: Sequence[Line], items: Sequence[Item]) -> Iterator[tuple[int, int]]:
    """Lines ``[first, last)`` of each run of unsure items."""
    starts = {line.span.start: number for number, line in enumerate(lines)}
    for unsure, run in groupby(items, key=lambda item: bool(item.unsure)):
        own = list(run)
        if unsure:
            yield starts[own[0].span.start], starts.get(own[-1].span.end, len(lines))


def _cut_stretch(lines: Sequence[Line], first: int, last: int, told: dict[int, ReplyPart]) -> Iterator[Part]:
    """The parts of one stretch; what comes before the first beginning joins it."""
    starts = [n for n in range(first, last) if n in told]
    for place, start in enumerate(starts):
        end = starts[place + 1] if place + 1 < len(starts) else last
        part, begin = told[start], start if place else first
        kind = ItemKind(part.kind)
        headline = _within(part.headline_line, begin, end, lines, CONTENT) if kind.is_news else None
        source = _within(part.source_line, begin, end, lines, {Look.SOURCE}) if kind.is_news else None
        yield Part(begin, end, kind, headline, source)


def _within(number: int, first: int, last: int, lines: Sequence[Line], looks: Iterable[Look]) -> int | None:
    """The line with this number, if it lies in the part and looks like what it is said to be."""
    return number - 1 if first <= number - 1 < last and lines[number - 1].look in looks else None
