"""A hash of each part of a result, so that an edit is found also where no check can work the value out again.

They protect against a slip of the hand, not against malice: whoever edits on purpose can write new ones.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace

from assistant.codec import encode
from assistant.records import Briefing, Report

LENGTH = 16
"""Hexadecimal digits that are kept."""
_OWN = ("item", "figures", "draft", "findings")
"""The parts of a briefing that have a seal of their own; all others share one."""


@dataclass(frozen=True, slots=True)
class Seal:
    """The beginning of the SHA-256 of one part."""

    part: str
    """``report``, or the number of a briefing and its part: ``3 findings``."""
    sha256: str


def make_seals(report: Report) -> tuple[Seal, ...]:
    """One seal for the report without its briefings, then five for each of these."""
    seals = [Seal("report", _hash(replace(report, briefings=())))]
    for number, briefing in enumerate(report.briefings, start=1):
        seals += [Seal(f"{number} {name}", digest) for name, digest in _hash_parts(briefing)]
    return tuple(seals)


def _hash_parts(briefing: Briefing) -> Iterator[tuple[str, str]]:
    rest = []
    for each in fields(briefing):
        value = getattr(briefing, each.name)
        if each.name in _OWN:
            yield each.name, _hash(*value) if isinstance(value, tuple) else _hash(value)
        else:
            rest += [each.name, value] if not isinstance(value, tuple) else [each.name, *value]
    yield "origin", _hash(*rest)


def _hash(*records: object) -> str:
    digest = hashlib.sha256()
    for record in records:
        digest.update(encode(record).encode() + b"\n")
    return digest.hexdigest()[:LENGTH]
