"""The tables of ``data/``: words that more than one room needs."""

import pkgutil
from functools import cache

from assistant.folding import fold


def read_lines(name: str) -> list[str]:
    """The lines of a data file without comments and blank lines."""
    # importlib.resources does the same, and takes six times as long to import
    text = (pkgutil.get_data("assistant.figures", f"data/{name}") or b"").decode()
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


@cache
def counter_names() -> dict[str, tuple[str, str]]:
    """Counter -> the English singular and plural of what it counts, where there is one."""
    names: dict[str, tuple[str, str]] = {}
    for line in read_lines("counters.txt"):
        words, _, english = line.partition("|")
        one, _, many = english.strip().partition(" ")
        names |= {word: (one, many) for word in fold(words).split() if many}
    return names
