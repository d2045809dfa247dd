"""Does a result hold just what is read of it? A key that no record has, or that stands twice, is skipped in silence."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from assistant.reporting.result import Result, dump_result

UNKNOWN = "no result has this key, and nothing that it says was checked"
TWICE = "this key stands {} times, and only the last was checked"

OTHERWISE = "no result has a list or an object here that is written so"


@dataclass(frozen=True, slots=True)
class StrangeKey:
    """A key of the file that says something which no check sees."""

    path: str
    """``report.briefings[0].draft.headline``."""
    what: str


class _Object(dict[str, Any]):
    """An object of JSON that remembers how often each key stood in it."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        self.counts = Counter(key for key, _ in pairs) if len(self) < len(pairs) else Counter(self.keys())


def find_strange_keys(text: str | bytes, result: Result) -> Iterator[StrangeKey]:
    """Each key of ``text`` that is unknown or stands several times, in the order of the file.

    Args:
        text: a result as JSON, in UTF-8.
        result: what was read of it.
    """
    written = json.loads(text, object_pairs_hook=_Object, parse_int=str, parse_float=str)  # of numbers of any length
    yield from _compare(written, dump_result(result), "")


def _compare(written: Any, known: Any, path: str) -> Iterator[StrangeKey]:
    if isinstance(written, list) and isinstance(known, list):
        for index, (one, other) in enumerate(zip(written, known, strict=False)):
            yield from _compare(one, other, f"{path}[{index}]")
    elif isinstance(written, _Object) and isinstance(known, dict):
        for key, value in written.items():
            place = f"{path}.{key}".lstrip(".")
            if key not in known:
                yield StrangeKey(place, UNKNOWN)
                continue
            if written.counts[key] > 1:
                yield StrangeKey(place, TWICE.format(written.counts[key]))
            yield from _compare(value, known[key], place)
    elif isinstance(written, list | dict):
        yield StrangeKey(path, OTHERWISE)
