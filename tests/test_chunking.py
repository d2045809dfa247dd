"""Chunks hold every sentence once, in order, inside the budget."""

from hypothesis import given
from hypothesis import strategies as st

from assistant.chunking import plan_chunks
from assistant.records import Chunk, Item
from tests.builders import make_item

SIZES = st.lists(st.lists(st.integers(0, 30), max_size=8), max_size=8)


def make_items(sizes: list[list[int]]) -> list[Item]:
    return [make_item(*("字" * n for n in lengths), index=index) for index, lengths in enumerate(sizes)]


def sentences_of(chunks: tuple[Chunk, ...]) -> list[tuple[int, int]]:
    return [(p.item.index, s.index) for chunk in chunks for p in chunk.passages for s in p.segments]


@given(SIZES, st.integers(1, 60))
def test_no_plan_loses_or_repeats_a_sentence(sizes: list[list[int]], limit: int) -> None:
    items = make_items(sizes)
    chunks = plan_chunks(items, limit=limit, count_tokens=len)
    assert sentences_of(chunks) == [(i.index, s.index) for i in items for s in i.sentences]


@given(SIZES, st.integers(1, 60))
def test_a_chunk_is_within_the_budget_unless_it_is_one_sentence(sizes: list[list[int]], limit: int) -> None:
    for chunk in plan_chunks(make_items(sizes), limit=limit, count_tokens=len):
        segments = [s for p in chunk.passages for s in p.segments]
        assert chunk.tokens == sum(len(s.text) for s in segments)
        assert chunk.tokens <= limit or len(segments) == 1


def test_small_items_share_a_chunk() -> None:
    chunks = plan_chunks(make_items([[5], [5], [5]]), limit=1_000, count_tokens=len)
    assert [len(c.passages) for c in chunks] == [3]


def test_an_item_that_fits_alone_is_not_cut() -> None:
    items = make_items([[10], [10, 10]])
    chunks = plan_chunks(items, limit=sum(len(s.text) for s in items[1].sentences), count_tokens=len)
    assert [[p.item.index for p in c.passages] for c in chunks] == [[0], [1]]


def test_each_sentence_is_counted_once() -> None:
    counted: list[str] = []

    def count(text: str) -> int:
        counted.append(text)
        return len(text)

    items = make_items([[3, 4], [5]])
    plan_chunks(items, limit=7, count_tokens=count)
    assert counted == [s.text for i in items for s in i.sentences]
