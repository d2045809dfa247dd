"""Items to chunks: what one call to the model gets.

Whole sentences are packed into a budget of source tokens, in the order of the page. Small items share a chunk; an item
is cut between sentences only where it does not fit alone. No sentence is ever cut: one that is larger than the budget
makes a chunk of its own.
"""

from collections.abc import Iterable, Iterator

from assistant.records import Chunk, CountTokens, Item, Passage, Segment

FEW_TOKENS = 600
"""Of so few nobody asks how many exactly: they make one chunk, and its reply has the least room that any has."""


def plan_chunks(
    items: Iterable[Item], *, limit: int, count_tokens: CountTokens, estimate: CountTokens | None = None
) -> tuple[Chunk, ...]:
    """Chunks that hold every sentence of the given items exactly once, in order.

    Args:
        items: news items; items without sentences are passed over.
        limit: source tokens that a chunk should hold at most.
        count_tokens: text -> tokens; called once per sentence.
        estimate: the same without the table of tokens, rather too many than too few: enough where there are few.
    """
    items = list(items)
    if estimate and sum(estimate(segment.text) for item in items for segment in item.sentences) <= min(
        FEW_TOKENS, limit
    ):
        count_tokens = estimate
    chunks: list[Chunk] = []
    open_passages: list[Passage] = []
    room = limit
    for item in items:
        for passage, tokens in _passages(item, limit, count_tokens):
            if open_passages and tokens > room:
                chunks.append(Chunk(tuple(open_passages), limit - room))
                open_passages, room = [], limit
            open_passages.append(passage)
            room -= tokens
    if open_passages:
        chunks.append(Chunk(tuple(open_passages), limit - room))
    return tuple(chunks)


def _passages(item: Item, limit: int, count_tokens: CountTokens) -> Iterator[tuple[Passage, int]]:
    """The item in runs of sentences that fit the limit: one run, as a rule."""
    run: list[Segment] = []
    total = 0
    for segment in item.sentences:
        tokens = count_tokens(segment.text)
        if run and total + tokens > limit:
            yield Passage(item, tuple(run)), total
            run, total = [], 0
        run.append(segment)
        total += tokens
    if run:
        yield Passage(item, tuple(run)), total
