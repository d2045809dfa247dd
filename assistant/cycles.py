"""How often Python looks for reference cycles: records and figures form none, and looking for them costs a seventh.

Left alone it looks after every 700 new objects, and from time to time through all there are: half a million, once
openai is imported.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

RARELY = 50_000
"""New objects after which cycles are looked for: those that a library leaves behind take some megabytes by then."""


@contextmanager
def no_cycle_search() -> Iterator[None]:
    """Look for none, while modules are imported or one page is printed."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@contextmanager
def rare_cycle_search(after: int = RARELY) -> Iterator[None]:
    """Look for cycles after so many new objects only, and never through what was there before, nor in the end."""
    usual = gc.get_threshold()
    gc.freeze()
    search_rarely(after)
    try:
        yield
    finally:
        gc.freeze()
        gc.set_threshold(*usual)


def search_rarely(after: int = RARELY) -> None:
    """The same for the rest of this process; what is imported later is looked through as well."""
    gc.set_threshold(after)
