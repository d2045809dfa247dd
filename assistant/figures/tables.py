"""The tables of ``data/``: words that more than one room needs."""

from functools import cache
from importlib.resources import files

from assistant.folding import fold


def read_lines(name: str) -> list[str]:
    """The lines of a data file without comments and blank lines."""
    text = (files("assistant.figures") / "data" / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


@cache
def counter_names() -> dict[str, tuple[str, str]]:
    """Counter -> the English singular and plural of what it counts, where there is one."""
    names: dict[str, tuple[str, str]] = {}
    for line in read_lines("counters.txt"):
        words, _, english = line.partition("|")
        one, _, many = english.strip().partition(" ")
        names |= {fold(word): (one, many) for word in words.split() if many}
    return names
