"""Disjoint sets (union-find) of numbers: which items belong together, as pairs of them are joined."""

from collections import defaultdict
from collections.abc import Sequence


class DisjointSets:
    """The numbers below ``count``, at first each alone; a set is named by its smallest number."""

    def __init__(self, count: int) -> None:
        self._parents = list(range(count))

    def find(self, number: int) -> int:
        """The name of the set that holds a number."""
        while self._parents[number] != number:
            self._parents[number] = self._parents[self._parents[number]]
            number = self._parents[number]
        return number

    def join(self, one: int, other: int) -> None:
        """Make the sets of two numbers one."""
        first, second = sorted((self.find(one), self.find(other)))
        self._parents[second] = first

    def are_plainly_one(self, numbers: Sequence[int]) -> bool:
        """Whether one look at each of them tells that they are in one set; they may be so where it does not."""
        first = self._parents[numbers[0]] if numbers else 0
        return all(self._parents[number] == first for number in numbers)

    def list(self) -> list[tuple[int, ...]]:
        """All sets, each in order, in the order of their names."""
        groups: dict[int, list[int]] = defaultdict(list)
        for number in range(len(self._parents)):
            groups[self.find(number)].append(number)
        return [tuple(groups[first]) for first in sorted(groups)]
