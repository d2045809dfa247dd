"""What a run would ask for, before anything is sent: the same items, chunks and requests as the run itself."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from assistant import chunking
from assistant.cutting import ask_about, cut_items
from assistant.drafting.request import make_request
from assistant.limiting import find_excess
from assistant.prompts import Prompt
from assistant.records import Chunk, Dump, Request, Term
from assistant.tokens import count_tokens, estimate_tokens


@dataclass(frozen=True, slots=True)
class Plan:
    """The calls of a run, without repairs, halved chunks and second attempts."""

    dumps: int
    items: int
    source_tokens: int
    """Of the news items alone."""
    chunks: int
    """One call each."""
    requests: tuple[Request, ...]
    """Those of the chunks, and before them the questions about parts of which the rules are unsure."""


def plan_run(
    dumps: Iterable[Dump],
    *,
    prompt: Prompt,
    parts_prompt: Prompt,
    chunk_tokens: int,
    tell: Callable[[str], tuple[Term, ...]] = lambda _: (),
) -> Plan:
    """The plan for these dumps, cut as the rules have it: what the model says of unsure parts may cut them otherwise.

    ``tell`` gives the settled names of a text, which the model is told.
    """
    read, items, tokens, questions, requests = 0, 0, 0, list[Request](), list[Request]()
    for dump in dumps:
        if question := ask_about(dump, parts_prompt):
            questions.append(question)
        news = [item for item in cut_items(dump) if item.kind.is_news and not find_excess(item)]
        chunks = chunking.plan_chunks(news, limit=chunk_tokens, count_tokens=count_tokens, estimate=estimate_tokens)
        read, items = read + 1, items + len(news)
        tokens += sum(chunk.tokens for chunk in chunks)
        requests += [make_request(chunk, prompt, tell(_text(chunk))) for chunk in chunks]
    return Plan(read, items, tokens, len(requests), (*questions, *requests))


def _text(chunk: Chunk) -> str:
    return "\n".join(segment.text for passage in chunk.passages for segment in passage.segments)
