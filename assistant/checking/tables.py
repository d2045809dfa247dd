"""What the checks with a table have in common: its rows, and the texts that are held against it."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files

from assistant.checking.texts import Text
from assistant.checking.tracing import Tracer
from assistant.patterns import compile_late
from assistant.records import Finding


def read_rows(name: str) -> Iterator[list[str]]:
    """The columns of each row of a table beside the checks; a line that begins with # is none."""
    lines = files("assistant.checking").joinpath(name).read_text(encoding="utf-8").splitlines()
    return (line.split("\t") for line in lines if not line.startswith("#"))


@cache
def any_english(name: str) -> re.Pattern[str]:
    """Any English word of a table's first column: one look at a text, in small letters, in place of one a row."""
    return compile_late(rf"\b(?:{'|'.join(english for english, *_ in read_rows(name))})\b")


def check_each(tracer: Tracer, check: Callable[[Tracer, Text], Iterator[Finding]]) -> tuple[Finding, ...]:
    """What a check says of each text; nothing where the source is in another language than the tables."""
    if tracer.item.language.partition("-")[0] not in ("zh", "ja"):
        return ()
    return tuple(finding for text in tracer.texts for finding in check(tracer, text))
