"""What pairs join is one set, in whatever order they come, and a set is named by its smallest number."""

from hypothesis import given
from hypothesis import strategies as st

from assistant.stories.disjoint import DisjointSets

COUNT = 12
NUMBERS = st.integers(min_value=0, max_value=COUNT - 1)


@given(st.lists(st.tuples(NUMBERS, NUMBERS)))
def test_numbers_are_in_one_set_where_a_chain_of_pairs_joins_them(pairs: list[tuple[int, int]]) -> None:
    sets = DisjointSets(COUNT)
    name = list(range(COUNT))
    for one, other in pairs:
        sets.join(one, other)
        first, second = sorted((name[one], name[other]))
        name = [first if each == second else each for each in name]
    assert [sets.find(number) for number in range(COUNT)] == name
    assert sets.list() == [tuple(n for n in range(COUNT) if name[n] == first) for first in sorted(set(name))]
    for group in sets.list():
        assert sets.are_plainly_one(group[:1])
    for one in range(COUNT):
        assert name[one] == name[0] or not sets.are_plainly_one([0, one])
