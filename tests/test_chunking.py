"""Chunks hold every sentence once, in order, inside the budget."""

from hypothesis import given
from hypothesis import strategies as st

from assistant.chunking import FEW_TOKENS, plan_chunks
from assistant.drafting.request import OUTPUT_TOKENS_AT_LEAST, OUTPUT_TOKENS_PER_SOURCE_TOKEN
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


def test_few_tokens_are_not_counted() -> None:
    def refuse(text: str) -> int:
        raise AssertionError(f"{text} was counted")

    (chunk,) = plan_chunks(make_items([[30], [20, 10]]), limit=1_000, count_tokens=refuse, estimate=lambda _: 100)
    assert chunk.tokens <= FEW_TOKENS


@given(SIZES, st.integers(1, 60))
def test_an_estimate_changes_no_plan(sizes: list[list[int]], limit: int) -> None:
    items, most = make_items(sizes), (FEW_TOKENS + limit) * 2
    plain = plan_chunks(items, limit=limit, count_tokens=len)
    assert plan_chunks(items, limit=limit, count_tokens=len, estimate=lambda _: most) == plain
    rough = plan_chunks(items, limit=limit, count_tokens=len, estimate=lambda text: len(text) + 1)
    assert sentences_of(rough) == sentences_of(plain)
    assert [len(chunk.passages) for chunk in rough] == [len(chunk.passages) for chunk in plain]


def test_few_tokens_leave_a_reply_the_least_room() -> None:
    assert FEW_TOKENS * OUTPUT_TOKENS_PER_SOURCE_TOKEN <= OUTPUT_TOKENS_AT_LEAST
