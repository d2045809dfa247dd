"""What a run would ask for, before anything is sent: the same items, chunks and requests as the run itself."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from assistant import chunking
from assistant.drafting.request import make_request
from assistant.pipeline import cut_items
from assistant.prompts import Prompt
from assistant.records import Chunk, CountTokens, Dump, Request, Term

TOKENS_PER_MESSAGE = 4
"""What a server puts around each of the two messages."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The calls of a run, without repairs, halved chunks and second attempts."""

    dumps: int
    items: int
    source_tokens: int
    """Of the news items alone."""
    requests: tuple[Request, ...]

    @property
    def chunks(self) -> int:
        """One call each."""
        return len(self.requests)


def plan_run(
    dumps: Iterable[Dump],
    *,
    prompt: Prompt,
    chunk_tokens: int,
    count_tokens: CountTokens,
    tell: Callable[[str], tuple[Term, ...]] = lambda _: (),
) -> Plan:
    """The plan for these dumps. ``tell`` gives the settled names of a text, which the model is told."""
    read, items, tokens, requests = 0, 0, 0, list[Request]()
    for dump in dumps:
        news = [item for item in cut_items(dump) if item.kind.is_news]
        chunks = chunking.plan_chunks(news, limit=chunk_tokens, count_tokens=count_tokens)
        read, items = read + 1, items + len(news)
        tokens += sum(chunk.tokens for chunk in chunks)
        requests += [make_request(chunk, prompt, tell(_text(chunk))) for chunk in chunks]
    return Plan(read, items, tokens, tuple(requests))


def _text(chunk: Chunk) -> str:
    return "\n".join(segment.text for passage in chunk.passages for segment in passage.segments)


def count_input(request: Request, count_tokens: CountTokens) -> int:
    """Tokens that a request sends: instructions, schema and material."""
    parts = (request.system, request.schema, request.user)
    return sum(count_tokens(part) for part in parts) + 2 * TOKENS_PER_MESSAGE
