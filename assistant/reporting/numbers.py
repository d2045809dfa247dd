"""Items, claims and sentences by their numbers, in words."""

from collections.abc import Iterable, Iterator, Sequence


def name_numbers(noun: str, numbers: Iterable[int]) -> str:
    """Things by their numbers, of which there is at least one: "item 3", "sentences 1-4, 7"."""
    rising = sorted(set(numbers))
    return f"{noun}{'s' * (len(rising) > 1)} {', '.join(_list_ranges(rising))}"


def _list_ranges(numbers: Sequence[int]) -> Iterator[str]:
    """``1-4``, ``7`` for rising numbers."""
    start = last = numbers[0]
    for number in (*numbers[1:], 0):
        if number != last + 1:
            yield f"{start}-{last}" if last > start else str(start)
            start = number
        last = number
