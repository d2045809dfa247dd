"""What suits whoever is asked: how much goes into one call, and how many dumps are under way."""

from dataclasses import dataclass

CHUNK_TOKENS = 3_500
"""Source tokens of one call where neither a setting nor the server's context says less: a long article alone, or a
dozen short items together. Larger chunks wait longer for their last word than they save in prompts."""
PROMPT_TOKENS = 1_000
"""Room for what is sent beside the source: instructions, schema, ids."""
CONTEXT_PER_SOURCE_TOKEN = 5
"""A chunk fills its context once with its ids, and up to three times with its reply; the rest is a margin."""
SMALLEST_CHUNK = 150


def fit_chunk(wished: int | None, context_tokens: int) -> int:
    """Source tokens of one call to a model with this context, in tokens."""
    room = (context_tokens - PROMPT_TOKENS) // CONTEXT_PER_SOURCE_TOKEN
    return wished or max(SMALLEST_CHUNK, min(CHUNK_TOKENS, room))


@dataclass(frozen=True, slots=True)
class Pace:
    """The pace of a run."""

    chunk_tokens: int = CHUNK_TOKENS
    """Source tokens of one call."""
    dumps_at_once: int = 16


USUAL = Pace()
