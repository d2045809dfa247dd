"""What is too much for one item: a text of nothing but numbers takes as long as they do, and is no news."""

from assistant import checking
from assistant.errors import TooManyFiguresError
from assistant.records import Item

MAX_FIGURES = 20_000
"""Of one item: some seconds. News has one for each thirty characters, and no item has 600,000 of these."""
SHORTEST_FIGURE = 2
"""Characters of one, with what parts it from the next: a text without room for so many is not looked through."""


def find_excess(item: Item) -> TooManyFiguresError | None:
    """Why no figure of an item is read; None where they are."""
    if len(item.text) < MAX_FIGURES * SHORTEST_FIGURE or (found := checking.count_figures(item)) <= MAX_FIGURES:
        return None
    return TooManyFiguresError(
        f"it holds {found:,} numbers and days; the limit of an item is {MAX_FIGURES:,}",
        advice="It is not briefed. If it is news, save its parts as files of their own.",
    )


def limit_figures(item: Item) -> None:
    """Let an item pass that has no more figures than are read of one.

    Raises:
        TooManyFiguresError: it has more.
    """
    if excess := find_excess(item):
        raise excess
