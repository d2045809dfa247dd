"""A smaller question: the same chunk in halves, or only the sentences that are still wanted."""

from assistant.records import Chunk, Item, Passage, Segment


def split_chunk(chunk: Chunk) -> tuple[Chunk, ...]:
    """The same sentences in two chunks of about half the size, or the chunk alone when it holds a single sentence."""
    sentences = [(passage.item, segment) for passage in chunk.passages for segment in passage.segments]
    if len(sentences) < 2:
        return (chunk,)
    middle = _middle([len(segment.text) for _, segment in sentences])
    return tuple(_regroup(part, chunk.tokens // 2) for part in (sentences[:middle], sentences[middle:]))


def select_segments(chunk: Chunk, wanted: set[tuple[int, int]]) -> Chunk:
    """The part of ``chunk`` that holds only the wanted sentences, named by (item index, segment index)."""
    sentences = [
        (passage.item, segment)
        for passage in chunk.passages
        for segment in passage.segments
        if (passage.item.index, segment.index) in wanted
    ]
    return _regroup(sentences, chunk.tokens)


def _middle(sizes: list[int]) -> int:
    """Where to cut so that both sides are as even as sentences allow; never 0 and never the end."""
    half = sum(sizes) / 2
    reached = 0
    for place, size in enumerate(sizes[:-1], start=1):
        reached += size
        if reached >= half:
            return place
    return len(sizes) - 1


def _regroup(sentences: list[tuple[Item, Segment]], tokens: int) -> Chunk:
    passages: list[Passage] = []
    for item, segment in sentences:
        if passages and passages[-1].item.index == item.index:
            passages[-1] = Passage(item, (*passages[-1].segments, segment))
        else:
            passages.append(Passage(item, (segment,)))
    return Chunk(tuple(passages), tokens)
